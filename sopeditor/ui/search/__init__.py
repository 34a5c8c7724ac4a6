"""Finding and replacing words from the window."""
