"""The document as immutable data; imports only `foundation`."""
