"""Workbooks of our own as other hands leave them, and hostile ones."""
