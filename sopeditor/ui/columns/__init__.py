"""Widths of columns: the menu and the dialog."""
