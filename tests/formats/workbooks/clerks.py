"""Procedures drawn in Excel by hand, in the manners of several clerks.

    drawn(PROCEDURE, Manner(rows=(44, 90), pull=5, lines=pieces))

A procedure is told in the letters of `tests.builders`; a manner tells the heights of rows,
how far symbols sit from the middle of their cells (over the border at times), how lines are
drawn and what symbols look like. Written apart from writer and reader: plain markup.
"""

import io
import random
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PX = 9_525
#: Widths in pixels: No, Kegiatan, each lane, and each column after them.
_NO, _TEXT, _LANE, _AFTER = 40, 180, 96, 100
_HEAD = (30, 40)
_SYMBOL = (56, 26)
_LINE = '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill>%s</a:ln>'

XY = tuple[float, float]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Style:
    """An office's captions from left to right, lanes standing where "Pelaksana" is."""

    captions: tuple[str, ...]
    quality: str = "Mutu Baku"
    lanes: str = "Pelaksana"


USUAL = Style(("No", "Kegiatan", "*", "Kelengkapan", "Waktu", "Output", "Ket."))
#: Other words, Output before Waktu.
FOREIGN = Style(
    ("No.", "Uraian Prosedur", "*", "Sumber Data", "Output", "Jangka Waktu", "Keterangan"),
    "Mutu Buku",
    "Pelaksana Kegiatan",
)  # fmt: skip
ACTIVITIES = Style(("Nomor", "Aktivitas", "*", "Persyaratan /\nPerlengkapan", "Durasi", "Hasil"))


@dataclass(frozen=True)
class Manner:
    """How somebody draws; lengths in pixels."""

    rows: Sequence[int] = (60,)
    pull: int = 0
    seed: int = 1
    lines: Callable[["Sheet", Sequence[XY], str, str], None] | None = None
    presets: tuple[str, str, str] = ("roundRect", "rect", "diamond")
    text_inside: bool = False
    glued: bool = False
    pictures: bool = False
    style: Style = USUAL
    numbers: Callable[[int], str] = str


@dataclass
class Sheet:
    """What is drawn so far: the markup of anchors."""

    edges: list[float]
    sides: list[float]
    anchors: list[str] = field(default_factory=list)

    def add(self, box: Box, markup: str) -> int:
        """Add an object in a box; `%d` of its markup becomes its number."""
        number = len(self.anchors) + 2
        x, y, width, height = box
        corners = "".join(
            f"<xdr:{tag}>{self._mark('col', self.sides, px)}{self._mark('row', self.edges, py)}"
            f"</xdr:{tag}>"
            for tag, px, py in (("from", x, y), ("to", x + width, y + height))
        )
        self.anchors.append(
            f"<xdr:twoCellAnchor>{corners}{markup.replace('%d', str(number))}<xdr:clientData/>"
            "</xdr:twoCellAnchor>"
        )
        return number

    @staticmethod
    def _mark(axis: str, edges: Sequence[float], place: float) -> str:
        index = max(n for n, edge in enumerate(edges) if edge <= max(place, 0))
        offset = round((max(place, 0) - edges[index]) * _PX)
        return f"<xdr:{axis}>{index}</xdr:{axis}><xdr:{axis}Off>{offset}</xdr:{axis}Off>"

    def shape(self, box: Box, geometry: str, text: str = "", *, label: bool = False) -> int:
        """Add a shape; a label has neither fill nor outline."""
        words = f"<a:p><a:r><a:t>{escape(text)}</a:t></a:r></a:p>" if text else "<a:p/>"
        looks = "<a:noFill/><a:ln><a:noFill/></a:ln>" if label else _LINE % ""
        kind = ' txBox="1"' if label else ""
        return self.add(
            box,
            '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="%d" name="Shape %d"/>'
            f"<xdr:cNvSpPr{kind}/></xdr:nvSpPr><xdr:spPr><a:xfrm/>{geometry}{looks}</xdr:spPr>"
            f"<xdr:txBody><a:bodyPr/>{words}</xdr:txBody></xdr:sp>",
        )

    def picture(self, box: Box) -> int:
        """Add a picture, as some offices paste their symbols."""
        return self.add(
            box,
            '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="%d" name=""/><xdr:cNvPicPr/></xdr:nvPicPr>'
            f"<xdr:blipFill/><xdr:spPr><a:xfrm/>{preset('rect')}</xdr:spPr></xdr:pic>",
        )


def preset(name: str) -> str:
    """Answer the markup of a preset."""
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def straight(sheet: Sheet, points: Sequence[XY], glue: str, heads: str) -> None:
    """Draw one straight connector from end to end, whatever lies between."""
    _connector(sheet, points[0], points[-1], glue, heads)


def pieces(sheet: Sheet, points: Sequence[XY], _glue: str, _heads: str) -> None:
    """Draw every leg as a line of its own, ends a little apart; the last has the head."""
    legs = list(pairwise(points))
    for index, (start, end) in enumerate(legs):
        last = index == len(legs) - 1
        nudged = (end[0] + (0 if last else 2), end[1] - (0 if last else 2))
        _connector(sheet, start, nudged, "", '<a:tailEnd type="arrow"/>' if last else "")


def freeform(sheet: Sheet, points: Sequence[XY], _glue: str, heads: str) -> None:
    """Draw the whole way as one free form."""
    box = _around(points)
    width, height = (max(1, round(side * _PX)) for side in box[2:])
    places = [
        f'<a:pt x="{round((x - box[0]) * _PX)}" y="{round((y - box[1]) * _PX)}"/>'
        for x, y in points
    ]
    path = f"<a:moveTo>{places[0]}</a:moveTo>" + "".join(
        f"<a:lnTo>{place}</a:lnTo>" for place in places[1:]
    )
    sheet.add(
        box,
        '<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="%d" name="Freeform %d"/><xdr:cNvSpPr/></xdr:nvSpPr>'
        f'<xdr:spPr><a:xfrm/><a:custGeom><a:avLst/><a:pathLst><a:path w="{width}" h="{height}">'
        f"{path}</a:path></a:pathLst></a:custGeom><a:noFill/>{_LINE % heads}</xdr:spPr></xdr:sp>",
    )


def backwards(sheet: Sheet, points: Sequence[XY], _glue: str, _heads: str) -> None:
    """Draw from the target to the source, the head at the start, free form."""
    freeform(sheet, points[::-1], "", '<a:headEnd type="triangle"/>')


def _connector(sheet: Sheet, start: XY, end: XY, glue: str, heads: str) -> None:
    flips = f'flipH="{int(end[0] < start[0])}" flipV="{int(end[1] < start[1])}"'
    sheet.add(
        _around((start, end)),
        '<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="%d" name="Connector %d"/>'
        f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr><xdr:spPr><a:xfrm {flips}/>"
        f"{preset('straightConnector1')}{_LINE % heads}</xdr:spPr></xdr:cxnSp>",
    )


def _around(points: Sequence[XY]) -> Box:
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)


def drawn(document: Document, manner: Manner) -> bytes:
    """Answer the workbook of the document's first chart, drawn in a manner."""
    chart = document.charts[0]
    heights = [*_HEAD, *(manner.rows[n % len(manner.rows)] for n, _ in enumerate(chart.steps))]
    widths = list(_widths(len(chart.lanes), manner.style))
    sheet = Sheet([0, *accumulate([*heights, *[20] * 40])], [0, *accumulate([*widths, *[64] * 9])])
    boxes = dict(_symbols(document, manner, sheet))
    for flow in chart.flows:
        _draw_flow(flow, boxes, manner, sheet)
    return _with_drawing(_cells(document, manner, widths, heights), sheet)


def _widths(lanes: int, style: Style) -> Iterator[int]:
    for place, caption in enumerate(style.captions):
        if caption == "*":
            yield from [_LANE] * lanes
        else:
            yield (_NO, _TEXT)[place] if place < 2 else _AFTER


def _symbols(
    document: Document, manner: Manner, sheet: Sheet
) -> Iterator[tuple[str, tuple[int, Box]]]:
    chart, chance = document.charts[0], random.Random(manner.seed)
    first = manner.style.captions.index("*")
    for row, symbol in chart.symbols():
        column = first + chart.lanes.index(symbol.actors[0])
        x = (sheet.sides[column] + sheet.sides[column + 1]) / 2
        y = (sheet.edges[row + 2] + sheet.edges[row + 3]) / 2
        dx, dy = (chance.randint(-manner.pull, manner.pull) for _ in "xy")
        width, height = _SYMBOL
        box = (x - width / 2 + dx, y - height / 2 + dy, width, height)
        kinds = (SymbolKind.TERMINATOR, SymbolKind.PROCESS, SymbolKind.DECISION)
        name = manner.presets[kinds.index(symbol.kind)]
        text = _inside(symbol, row) if manner.text_inside else ""
        number = sheet.picture(box) if manner.pictures else sheet.shape(box, preset(name), text)
        yield symbol.id, (number, box)


def _inside(symbol: Symbol, row: int) -> str:
    if symbol.kind is SymbolKind.TERMINATOR:
        return "Selesai" if row else "Mulai"
    return ""


def _draw_flow(flow: Flow, boxes: dict[str, tuple[int, Box]], manner: Manner, sheet: Sheet) -> None:
    (one, source), (other, target) = boxes[flow.source], boxes[flow.target]
    points = _way(source, target)
    draw = manner.lines or straight
    glue = f'<a:stCxn id="{one}" idx="2"/><a:endCxn id="{other}" idx="0"/>' if manner.glued else ""
    draw(sheet, points, glue, '<a:tailEnd type="triangle"/>')
    if flow.label:
        x, y = points[0]
        beside = x + 3 if points[1][0] >= x else x - 39
        sheet.shape((beside, y - 17 if points[1][1] == y else y + 1, 36, 15), preset("rect"),
                    flow.label, label=True)  # fmt: skip


def _way(source: Box, target: Box) -> list[XY]:
    """Answer a way as people draw it: down, sideways and down, or round the outside and up."""
    x, y, width, height = source
    goal_x, goal_y, goal_width, _ = target
    middle, goal = (x + width / 2, y + height / 2), (goal_x + goal_width / 2, goal_y)
    if goal_y > y + height and abs(middle[0] - goal[0]) < 24:
        return [(middle[0], y + height), goal]
    if goal_y > y + height and goal[0] > middle[0]:
        return [(x + width, middle[1]), (goal[0], middle[1]), goal]
    if goal_y > y + height:
        between = (y + height + goal_y) / 2
        return [(middle[0], y + height), (middle[0], between), (goal[0], between), goal]
    outside, above = goal_x + goal_width + 14, goal_y - 9
    side = x if goal_x < x else x + width
    turns = [(side, middle[1]), (outside, middle[1]), (outside, above)]
    return [*turns, (goal[0], above), goal]


def _cells(
    document: Document, manner: Manner, widths: Sequence[int], heights: Sequence[int]
) -> bytes:
    book = Workbook()
    page = book.worksheets[0]
    page.title = "SOP"
    for index, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(index)].width = width / 7
    for index, height in enumerate(heights, 1):
        page.row_dimensions[index].height = height * 0.75
    lanes = document.charts[0].lanes
    columns = _head(page, manner.style, [document.actor(lane).name for lane in lanes])
    for row, step in enumerate(document.charts[0].steps, start=3):
        page.cell(row, columns[0], manner.numbers(row - 2))
        for caption, column in zip(manner.style.captions[3:], columns[2:], strict=True):
            page.cell(row, column, _said_under(caption, step) or None)
        page.cell(row, columns[1], step.activity)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _head(page: Worksheet, style: Style, lanes: Sequence[str]) -> list[int]:
    """Write the head on two rows; answer the columns of its captions, those of lanes left out."""
    columns: list[int] = []
    place = 1
    for caption in style.captions:
        if caption == "*":
            _merged(page, style.lanes, 1, place, place + len(lanes) - 1)
            for name in lanes:
                page.cell(2, place, name)
                place += 1
            continue
        is_quality = 2 <= len(columns) < 5
        page.cell(2 if is_quality else 1, place, caption)
        if not is_quality:
            page.merge_cells(None, 1, place, 2, place)
        columns.append(place)
        place += 1
    _merged(page, style.quality, 1, columns[2], columns[4])
    return columns


def _merged(page: Worksheet, text: str, row: int, first: int, last: int) -> None:
    page.cell(row, first, text)
    page.merge_cells(None, row, first, row, last)


def _said_under(caption: str, step: Step) -> str:
    word = caption.lower()
    if "waktu" in word or "durasi" in word:
        return step.quality.duration.text
    if "output" in word or "hasil" in word:
        return step.quality.output
    return step.remarks if "ket" in word else step.quality.inputs


def _with_drawing(workbook: bytes, sheet: Sheet) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        target.writestr(
            "xl/drawings/drawing1.xml",
            f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}">{"".join(sheet.anchors)}</xdr:wsDr>',
        )
        target.writestr(
            "xl/worksheets/_rels/sheet1.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="rId1" Type="{_R}/drawing" Target="../drawings/drawing1.xml"/>'
            "</Relationships>",
        )
    return out.getvalue()
