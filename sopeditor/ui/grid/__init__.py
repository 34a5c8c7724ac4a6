"""The step table: a grid of cells, a view of the same session equal to the sheet."""
