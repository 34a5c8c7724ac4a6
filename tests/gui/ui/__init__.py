"""The window with its panels, worked as a person works it."""
