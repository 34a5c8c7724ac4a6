"""Workbooks in: the table, cover, symbols and lines of any SOP workbook; imports `tables`."""
