"""Into the office's own workbook: from the choice to the file, and what is remembered."""
