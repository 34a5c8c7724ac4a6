"""Geometry, units, ids, signals and messages; imports nothing of the project."""
