"""Strokes -> QPainter, fonts and text measuring; Qt starts here, without widgets."""
