"""One document out as PDF, PNG, SVG, workbook, table or print."""
