"""What a workbook draws, read back from its XML alone: shapes and lines on the sheet, in points.

Independent of the code that writes: columns from stored widths, shapes from anchors, lines
from the standard's definition of the presets.
"""

import io
import math
import zipfile
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_EMU = 12_700
_DIGIT = 8

XY = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """A symbol, label or picture: its name, preset, text and box (left, top, right, bottom)."""

    name: str
    preset: str
    text: str
    box: tuple[float, float, float, float]


@dataclass(frozen=True)
class Line:
    """A connector: its name, its corners, whether it has a head, and the names it is glued to."""

    name: str
    points: tuple[XY, ...]
    arrow: bool
    start: tuple[str, int]
    end: tuple[str, int]


def sheet_shapes(workbook: bytes, sheet: int) -> tuple[list[Shape], list[Line]]:
    """Answer the shapes and lines of sheet number `sheet`, counted from 1."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        grid = etree.fromstring(archive.read(f"xl/worksheets/sheet{sheet}.xml"))
        drawing = etree.fromstring(archive.read(f"xl/drawings/drawing{sheet}.xml"))
    for fallback in list(drawing.iter(f"{_MC}Fallback")):
        fallback.clear()
    columns, rows = _columns(grid), _rows(grid)
    shapes, connectors = [], []
    names: dict[str, str] = {}
    for anchor in drawing:
        left, top = _corner(anchor, "from", columns, rows)
        right, bottom = _corner(anchor, "to", columns, rows)
        named = next(anchor.iter(f"{_XDR}cNvPr"))
        names[str(named.get("id"))] = str(named.get("name"))
        connector = next(anchor.iter(f"{_XDR}cxnSp"), None)
        if connector is not None:
            connectors.append((connector, (left, top, right, bottom)))
            continue
        preset = next(anchor.iter(f"{_A}prstGeom")).get("prst")
        text = "\n".join(str(t.text) for t in anchor.iter(f"{_A}t"))
        shapes.append(Shape(str(named.get("name")), str(preset), text, (left, top, right, bottom)))
    return shapes, [_line(connector, box, names) for connector, box in connectors]


def _columns(grid: etree._Element) -> list[float]:
    sizes = []
    for column in grid.iter(f"{_S}col"):
        pixels = int((256 * float(str(column.get("width"))) + int(128 / _DIGIT)) / 256 * _DIGIT)
        first, last = int(str(column.get("min"))), int(str(column.get("max")))
        sizes += [pixels * 0.75] * (last - first + 1)
    return [0.0, *accumulate(sizes)]


def _rows(grid: etree._Element) -> list[float]:
    return [0.0, *accumulate(float(str(row.get("ht"))) for row in grid.iter(f"{_S}row"))]


def _corner(
    anchor: etree._Element, tag: str, columns: list[float], rows: list[float]
) -> tuple[float, float]:
    def number(part: str) -> int:
        return int(str(anchor.findtext(f"{_XDR}{tag}/{_XDR}{part}")))

    return (
        columns[number("col")] + number("colOff") / _EMU,
        rows[number("row")] + number("rowOff") / _EMU,
    )


def _line(
    connector: etree._Element, box: tuple[float, float, float, float], names: dict[str, str]
) -> Line:
    transform = next(connector.iter(f"{_A}xfrm"))
    geometry = next(connector.iter(f"{_A}prstGeom"))
    adjustments = [int(str(gd.get("fmla")).split()[1]) / 100_000 for gd in geometry.iter(f"{_A}gd")]
    start, end = (next(connector.iter(f"{_A}{tag}")) for tag in ("stCxn", "endCxn"))
    return Line(
        name=str(next(connector.iter(f"{_XDR}cNvPr")).get("name")),
        points=_points(str(geometry.get("prst")), adjustments, transform, box),
        arrow=next(connector.iter(f"{_A}tailEnd"), None) is not None,
        start=(names[str(start.get("id"))], int(str(start.get("idx")))),
        end=(names[str(end.get("id"))], int(str(end.get("idx")))),
    )


def _points(
    preset: str,
    adjustments: list[float],
    transform: etree._Element,
    box: tuple[float, float, float, float],
) -> tuple[XY, ...]:
    """Draw the preset in its frame, flip it, turn it about the middle of the visible box."""
    left, top, right, bottom = box
    rotation = int(transform.get("rot") or 0) / 60_000
    width, height = right - left, bottom - top
    if 45 <= rotation % 180 < 135:
        width, height = height, width
    middle = ((left + right) / 2, (top + bottom) / 2)
    turn = math.radians(rotation)
    mirrored_x, mirrored_y = transform.get("flipH") == "1", transform.get("flipV") == "1"
    points = []
    for x, y in _path(preset, adjustments, width, height):
        dx = (width - x if mirrored_x else x) - width / 2
        dy = (height - y if mirrored_y else y) - height / 2
        points.append(
            (
                middle[0] + dx * math.cos(turn) - dy * math.sin(turn),
                middle[1] + dx * math.sin(turn) + dy * math.cos(turn),
            )
        )
    return tuple(points)


def _path(preset: str, adjustments: list[float], width: float, height: float) -> list[XY]:
    a1, a2, a3 = (*adjustments, 0.0, 0.0, 0.0)[:3]
    x1, y2, x3 = a1 * width, a2 * height, a3 * width
    return {
        "straightConnector1": [(0.0, 0.0), (width, height)],
        "bentConnector2": [(0.0, 0.0), (width, 0.0), (width, height)],
        "bentConnector3": [(0.0, 0.0), (x1, 0.0), (x1, height), (width, height)],
        "bentConnector4": [(0.0, 0.0), (x1, 0.0), (x1, y2), (width, y2), (width, height)],
        "bentConnector5": [
            (0.0, 0.0), (x1, 0.0), (x1, y2), (x3, y2), (x3, height), (width, height),
        ],
    }[preset]  # fmt: skip
