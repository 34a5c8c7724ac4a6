"""What the scene shows: one item for a page, a table row, a symbol, a link, a line."""
