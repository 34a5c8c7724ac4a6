"""Workbooks as offices make them by hand, for tests: cells by openpyxl, shapes as plain XML.

    sheet = OfficeSheet(TABLE)
    a, b = sheet.shape("rect", "C4"), sheet.shape("diamond", "D5")
    sheet.line(a, b)
    read_office(sheet)

Columns are 80 px and rows 45 pt, so that a cell's middle is easily told. Shapes stand in
the middle of a cell, or between two ("C4:D4").
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.utils import range_boundaries
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.reader.reading import Imported, read_workbook

_XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PX = 9_525
#: Calibri 11 shows 80 px as this; rows are 60 px.
COLUMN, ROW = 80, 60
_WIDTH = 80 / 7

#: A head as most offices write it: three lanes in C to E, rows from 4 on.
HEAD: dict[str, str | int] = {
    "A1": "No", "B1": "Uraian Prosedur", "C1": "Pelaksana", "F1": "Mutu  Buku",
    "I1": "Ket.", "C2": "Staf", "D2": "Kepala Seksi", "E2": "Kepala\nDinas",
    "F2": "Persyaratan/\nPerlengkapan", "G2": "Waktu", "H2": "Output",
}  # fmt: skip
HEAD_MERGES = ("A1:A2", "B1:B2", "C1:E1", "F1:H1", "I1:I2")
XY = tuple[float, float]


@dataclass(slots=True)
class OfficeSheet:
    """One sheet; places of lines are in pixels from the sheet's corner."""

    cells: dict[str, str | int] = field(default_factory=lambda: dict(HEAD))
    merges: Sequence[str] = HEAD_MERGES
    name: str = "SOP 01"
    hidden: Sequence[int] = ()
    shapes: list[str] = field(default_factory=list)
    boxes: dict[int, tuple[float, float, float, float]] = field(default_factory=dict)

    def steps(self, *activities: str, first: int = 3) -> "OfficeSheet":
        """Fill in numbered activities from sheet row `first` on."""
        for number, activity in enumerate(activities, 1):
            self.cells[f"A{first + number - 1}"] = number
            self.cells[f"B{first + number - 1}"] = activity
        return self

    def shape(
        self, preset: str, cell: str, text: str = "", size: XY = (50, 30), inner: str = ""
    ) -> int:
        """Add a shape with a black line in the middle of a cell or block; answer its number."""
        left, top, right, bottom = (int(edge or 1) for edge in range_boundaries(cell))
        x, y = (left - 1 + right) * COLUMN / 2, (top - 1 + bottom) * ROW / 2
        box = (x - size[0] / 2, y - size[1] / 2, *size)
        return self.placed(preset, box, text, inner)

    def placed(
        self,
        preset: str,
        box: tuple[float, float, float, float],
        text: str = "",
        inner: str = "",
        *,
        line: str = '<a:ln><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>',
        transform: str = "",
    ) -> int:
        """Add a shape in a box of pixels; `inner` goes before the outline."""
        number = len(self.shapes) + 2
        words = "".join(
            f"<a:p><a:r><a:t>{escape(part)}</a:t></a:r></a:p>" for part in text.split("\n")
        )
        geometry = f'<a:prstGeom prst="{preset}"><a:avLst/></a:prstGeom>' if preset else ""
        self.boxes[number] = box
        self.shapes.append(
            _anchored(
                f'<xdr:sp><xdr:nvSpPr><xdr:cNvPr id="{number}" name="Shape {number}"/>'
                f"<xdr:cNvSpPr/></xdr:nvSpPr><xdr:spPr><a:xfrm {transform}/>"
                f"{geometry}{inner}{line}</xdr:spPr>"
                f"<xdr:txBody><a:bodyPr/>{words}</xdr:txBody></xdr:sp>",
                box,
            )
        )
        return number

    def pictured(self, box: tuple[float, float, float, float]) -> None:
        """Add a picture in a box of pixels."""
        number = len(self.shapes) + 2
        self.shapes.append(
            _anchored(
                f'<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="{number}" name="Picture {number}"/>'
                "<xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill/><xdr:spPr><a:xfrm/></xdr:spPr></xdr:pic>",
                box,
            )
        )

    def label(self, text: str, x: float, y: float) -> int:
        """Add words without outline, 40 x 16 pixels around a point."""
        line = "<a:ln><a:noFill/></a:ln>"
        return self.placed("rect", (x - 20, y - 8, 40, 16), text, "<a:noFill/>", line=line)

    def line(self, source: int, target: int, ends: str = "tail", *, glued: bool = True) -> None:
        """Add a straight line from the bottom of one shape to the top of the other."""
        x0, y0, w0, h0 = self.boxes[source]
        x1, y1, w1, _ = self.boxes[target]
        glue = f'<a:stCxn id="{source}" idx="2"/><a:endCxn id="{target}" idx="0"/>' if glued else ""
        self.stroke((x0 + w0 / 2, y0 + h0), (x1 + w1 / 2, y1), ends, glue)

    def stroke(self, start: XY, end: XY, ends: str = "", glue: str = "") -> None:
        """Add a straight line; `ends` names its heads: "tail", "head", both or none."""
        number = len(self.shapes) + 2
        heads = "".join(f'<a:{end}End type="triangle"/>' for end in ("head", "tail") if end in ends)
        flips = f'flipH="{int(end[0] < start[0])}" flipV="{int(end[1] < start[1])}"'
        box = (
            min(start[0], end[0]), min(start[1], end[1]),
            abs(end[0] - start[0]), abs(end[1] - start[1]),
        )  # fmt: skip
        self.shapes.append(
            _anchored(
                f'<xdr:cxnSp><xdr:nvCxnSpPr><xdr:cNvPr id="{number}" name="Line {number}"/>'
                f"<xdr:cNvCxnSpPr>{glue}</xdr:cNvCxnSpPr></xdr:nvCxnSpPr>"
                f"<xdr:spPr><a:xfrm {flips}/>"
                f'<a:prstGeom prst="straightConnector1"><a:avLst/></a:prstGeom><a:ln>{heads}</a:ln>'
                "</xdr:spPr></xdr:cxnSp>",
                box,
            )
        )


def _anchored(shape: str, box: tuple[float, float, float, float]) -> str:
    x, y, width, height = box
    corners = "".join(
        f"<xdr:{tag}><xdr:col>{int(px // COLUMN)}</xdr:col>"
        f"<xdr:colOff>{round(px % COLUMN * _PX)}</xdr:colOff><xdr:row>{int(py // ROW)}</xdr:row>"
        f"<xdr:rowOff>{round(py % ROW * _PX)}</xdr:rowOff></xdr:{tag}>"
        for tag, px, py in (("from", x, y), ("to", x + width, y + height))
    )
    return f"<xdr:twoCellAnchor>{corners}{shape}<xdr:clientData/></xdr:twoCellAnchor>"


def office_workbook(*sheets: OfficeSheet) -> bytes:
    """Answer the workbook of the sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        _fill(book.create_sheet(sheet.name), sheet)
    data = io.BytesIO()
    book.save(data)
    return _with_drawings(data.getvalue(), sheets)


def read_office(*sheets: OfficeSheet) -> Imported:
    """Answer what an import makes of the sheets."""
    return read_workbook(office_workbook(*sheets), {})


def _fill(page: Worksheet, sheet: OfficeSheet) -> None:
    for place, value in sheet.cells.items():
        page[place] = value
    for merged in sheet.merges:
        page.merge_cells(merged)
    for number in range(1, 61):
        page.row_dimensions[number].height = ROW * 0.75
    for number in sheet.hidden:
        page.row_dimensions[number].hidden = True
    for letter in "ABCDEFGHIJKLMNOP":
        page.column_dimensions[letter].width = _WIDTH


def _with_drawings(workbook: bytes, sheets: Sequence[OfficeSheet]) -> bytes:
    out = io.BytesIO()
    relation = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/drawing" Target="../drawings/drawing%d.xml"/>'
        "</Relationships>"
    )
    with (
        zipfile.ZipFile(io.BytesIO(workbook)) as source,
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            target.writestr(name, source.read(name))
        for number, sheet in enumerate(sheets, 1):
            drawn = "".join(sheet.shapes)
            part = f'<xdr:wsDr xmlns:xdr="{_XDR}" xmlns:a="{_A}" xmlns:r="{_R}">{drawn}</xdr:wsDr>'
            target.writestr(f"xl/drawings/drawing{number}.xml", part)
            target.writestr(f"xl/worksheets/_rels/sheet{number}.xml.rels", relation % number)
    return out.getvalue()
