"""An office's own workbook filled in place: all that is not ours stays byte for byte."""
