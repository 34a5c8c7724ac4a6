"""Independent judges of workbooks: the standard's schemas and what they do not see."""
