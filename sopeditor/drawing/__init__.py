"""Placements -> strokes that every surface paints alike; imports `layout`."""
