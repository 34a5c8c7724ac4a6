"""Into the office's own workbook: chosen, looked at, set right, filled and remembered."""
