"""Conversions between the units of paper, screen and workbook; the only place that has them.

Points (pt) are 1/72 inch, pixels (px) 1/96 inch, EMU 1/914400 inch.
"""

POINTS_PER_INCH = 72.0
PIXELS_PER_INCH = 96.0
MM_PER_INCH = 25.4
EMU_PER_POINT = 12_700
EMU_PER_PIXEL = 9_525


def mm_to_pt(millimetres: float) -> float:
    """Millimetres -> points."""
    return millimetres * POINTS_PER_INCH / MM_PER_INCH


def pt_to_mm(points: float) -> float:
    """Points -> millimetres."""
    return points * MM_PER_INCH / POINTS_PER_INCH


def pt_to_px(points: float) -> float:
    """Points -> pixels of 1/96 inch."""
    return points * PIXELS_PER_INCH / POINTS_PER_INCH


def px_to_pt(pixels: float) -> float:
    """Pixels of 1/96 inch -> points."""
    return pixels * POINTS_PER_INCH / PIXELS_PER_INCH


def pt_to_emu(points: float) -> int:
    """Points -> English Metric Units, rounded to a whole unit."""
    return round(points * EMU_PER_POINT)


def pt_to_inch(points: float) -> float:
    """Points -> inches."""
    return points / POINTS_PER_INCH
