"""The step table: one notation to paste, import, export and test; imports `model`."""
