"""The table of a chart: its columns, rows, header, and the symbols in its cells."""
