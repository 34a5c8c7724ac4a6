"""A polyline -> one of Excel's connector presets with rotation, flips and adjustments.

The presets draw straight lines and elbows of two to five legs in a frame of their own,
first leg horizontal; flips and a quarter turn bring every other direction about.
"""

from itertools import pairwise

from msgspec import Struct
from msgspec.structs import replace

#: A corner in EMU.
Corner = tuple[int, int]

#: Quarter turns in 1/60000 degree.
_QUARTER, _HALF, _THREE_QUARTERS = 5_400_000, 10_800_000, 16_200_000

#: Stands in for an extent of 0 that an adjustment needs as its measure. Half of it lies on
#: either side, so that each end is 0.02 mm off, exact in LibreOffice too. A reach beyond the
#: length of any paper takes ten times as much, as adjustments are 32-bit.
_LEAST_EXTENT = 1_440
_MOST_REACH = 29_000_000

#: (first leg vertical, end right of start, end below start) -> rotation, flips: the very
#: form that Excel itself writes, so that saving there changes nothing.
_FORMS = {
    (False, True, True): (0, False, False),
    (False, True, False): (0, False, True),
    (False, False, True): (_HALF, False, True),
    (False, False, False): (_HALF, False, False),
    (True, False, True): (_QUARTER, False, False),
    (True, True, True): (_THREE_QUARTERS, True, False),
    (True, True, False): (_QUARTER, True, True),
    (True, False, False): (_THREE_QUARTERS, False, True),
}

#: LibreOffice takes the width of a digit of Arial 11 unrounded: its columns are so much wider.
_WIDER_COLUMNS = 1.018

_PRESETS = {
    1: "straightConnector1",
    2: "bentConnector2",
    3: "bentConnector3",
    4: "bentConnector4",
    5: "bentConnector5",
}


class TooManyBends(ValueError):
    """No preset has as many legs as this line."""


class ConnectorGeometry(Struct, frozen=True, kw_only=True):
    """How a connector is written; lengths in EMU, rotation in 1/60000 degree.

    `box` (x, y, width, height) is the visible box of both end points, for the anchor;
    `offset` and `extent` are the frame before turning, for `xfrm`.
    """

    preset: str
    rotation: int
    flip_horizontal: bool
    flip_vertical: bool
    box: tuple[int, int, int, int]
    offset: Corner
    extent: tuple[int, int]
    adjustments: tuple[int, ...]


def connector_geometry(corners: tuple[Corner, ...]) -> ConnectorGeometry:
    """Answer the preset that runs through `corners`; raises `TooManyBends` above four bends.

    Neighbouring corners differ in one coordinate; repeated and straight-on ones may occur.
    """
    line = simplified(corners)
    legs = len(line) - 1
    if legs not in _PRESETS:
        raise TooManyBends(f"{legs} legs")
    if legs == 1:
        return _straight(line)
    return _bent(line, legs)


def in_wider_columns(geometry: ConnectorGeometry) -> ConnectorGeometry:
    """Answer a connector whose ends lie in one column, as LibreOffice must be told it.

    It keeps the distance of ends within a column, so that a leg which is measured by that
    distance, but lies in other columns, would fall short of where they are there.
    """
    upright = geometry.rotation in {_QUARTER, _THREE_QUARTERS}
    level = {1} if upright else {0, 2}
    wider = tuple(
        round(value * _WIDER_COLUMNS) if number in level else value
        for number, value in enumerate(geometry.adjustments)
    )
    return replace(geometry, adjustments=wider)


def simplified(corners: tuple[Corner, ...]) -> tuple[Corner, ...]:
    """Answer the line without repeated corners and corners on a straight run."""
    line: list[Corner] = []
    for corner in corners:
        if line and corner == line[-1]:
            continue
        if len(line) >= 2 and _runs_on(line[-2], line[-1], corner):
            line[-1] = corner
        else:
            line.append(corner)
    return tuple(line)


def _runs_on(before: Corner, here: Corner, after: Corner) -> bool:
    (ax, ay), (bx, by), (cx, cy) = before, here, after
    same_column = ax == bx == cx and (by - ay) * (cy - by) > 0
    same_row = ay == by == cy and (bx - ax) * (cx - bx) > 0
    return same_column or same_row


def _straight(line: tuple[Corner, ...]) -> ConnectorGeometry:
    (x0, y0), (x1, y1) = line[0], line[-1]
    box = (min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
    return ConnectorGeometry(
        preset=_PRESETS[1],
        rotation=0,
        flip_horizontal=x1 < x0,
        flip_vertical=y1 < y0,
        box=box,
        offset=box[:2],
        extent=box[2:],
        adjustments=(),
    )


def _bent(line: tuple[Corner, ...], legs: int) -> ConnectorGeometry:
    upright = line[0][0] == line[1][0]
    dx, dy = _spans(line, legs, upright=upright)
    start = (_start(line, 0, dx), _start(line, 1, dy))
    rotation, flip_h, flip_v = _FORMS[upright, dx > 0, dy > 0]
    width, height = abs(dx), abs(dy)
    left, top = min(start[0], start[0] + dx), min(start[1], start[1] + dy)
    offset, extent = (left, top), (width, height)
    if upright:
        offset = (left + (width - height) // 2, top + (height - width) // 2)
        extent = (height, width)
    return ConnectorGeometry(
        preset=_PRESETS[legs],
        rotation=rotation,
        flip_horizontal=flip_h,
        flip_vertical=flip_v,
        box=(left, top, width, height),
        offset=offset,
        extent=extent,
        adjustments=_adjustments((start, *line[1:]), legs, (dx, dy), upright=upright),
    )


def _start(line: tuple[Corner, ...], axis: int, span: int) -> int:
    """Answer where a line begins that ends `span` further, its middle being where it was."""
    return line[0][axis] - (span - (line[-1][axis] - line[0][axis])) // 2


def _spans(line: tuple[Corner, ...], legs: int, *, upright: bool) -> tuple[int, int]:
    """Answer end minus start, with a small extent in place of 0 where a measure is needed."""
    dx, dy = line[-1][0] - line[0][0], line[-1][1] - line[0][1]
    measured_x = legs >= (4 if upright else 3)
    measured_y = legs >= (3 if upright else 4)
    return _span(line, 0, dx, measured=measured_x), _span(line, 1, dy, measured=measured_y)


def _span(line: tuple[Corner, ...], axis: int, span: int, *, measured: bool) -> int:
    if span or not measured:
        # An unmeasured 0 keeps its value; its sign is that of the first leg, read below.
        return span
    reach = max(abs(corner[axis] - line[0][axis]) for corner in line)
    least = _LEAST_EXTENT if reach <= _MOST_REACH else 10 * _LEAST_EXTENT
    return least * _first_direction(line, axis)


def _first_direction(line: tuple[Corner, ...], axis: int) -> int:
    for before, after in pairwise(line):
        if after[axis] != before[axis]:
            return 1 if after[axis] > before[axis] else -1
    return 1


def _adjustments(
    line: tuple[Corner, ...], legs: int, spans: tuple[int, int], *, upright: bool
) -> tuple[int, ...]:
    """Answer where the inner legs lie, in 1/100000 of the measured extents."""
    first, second = (1, 0) if upright else (0, 1)
    values: list[int] = []
    for number in range(1, legs - 1):
        axis = first if number % 2 else second
        values.append(round(100_000 * (line[number][axis] - line[0][axis]) / spans[axis]))
    return tuple(values)
