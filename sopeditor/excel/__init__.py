"""Workbooks out: cells, native symbols and glued connectors; imports `layout`."""
