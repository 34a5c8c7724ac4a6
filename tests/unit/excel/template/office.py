"""An office's workbook with everything that must survive: made by openpyxl and raw parts.

Sheet `Bagan`: title, two lists side by side, table of three lanes with one sample row (row 9),
totals, a signature, an Excel table below. Sheet `Rekap`: formulas and a chart of `Bagan`.
"""

import io
import struct
import zlib

from lxml import etree
from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.names import DRAWING_TYPE, IMAGE_RELATION, SHEET, A, R
from sopeditor.excel.package import Package, serialise

PRINTER = b"DEVMODE of a printer \x00\x01\x02" * 9
UNKNOWN = b"<?xml version='1.0'?><catatan>milik kantor</catatan>"

_THIN = Side(style="thin", color="333333")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_ROWS = (
    ("SOP {{judul}} (salinan)", *(None,) * 8),
    ("Nomor", None, "{{nomor_sop}}", *(None,) * 6),
    ("Dasar Hukum", None, None, None, None, "Peralatan", None, None, None),
    ("{{dasar_hukum}}", None, None, None, None, "{{peralatan}}", None, None, None),
    ("Penanggung jawab", None, "Kepala Sub Bagian", *(None,) * 6),
    (None,) * 9,
    ("No", "Uraian Kegiatan", "Pelaksana", None, None, "Mutu Baku", None, None, "Ket"),
    (None, None, *("{{pelaksana}}",) * 3, "Kelengkapan", "Waktu", "Output", None),
    ("{{no}}", "{{uraian}}", None, None, None, "{{kelengkapan}}", "{{waktu}}", "{{output}}",
     "{{keterangan}}"),
    ("Jumlah", "=COUNTA(B9:B9)", None, None, None, None, "=B10*2", None, "=SUM(I11:I12)"),
    (None,) * 9,
    (None, None, None, None, None, None, "{{jabatan_pejabat}}", None, None),
    (None, None, None, None, None, None, "{{nama_pejabat}}", None, None),
    (None,) * 9,
    ("Kode", "Arti", *(None,) * 7),
    ("T", "Terminal", *(None,) * 7),
    ("P", "Proses", *(None,) * 7),
)  # fmt: skip


def office_template() -> bytes:
    """Answer the workbook."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Bagan"
    for values in _ROWS:
        sheet.append(values)
    _format(sheet)
    _rules(sheet)
    _print(sheet)
    _summary(book)
    book.defined_names["Jumlah"] = DefinedName("Jumlah", attr_text="Bagan!$B$10")
    book.defined_names["Langkah"] = DefinedName("Langkah", attr_text="Bagan!$B$9:$B$9")
    data = io.BytesIO()
    book.save(data)
    return _with_parts(Package.read(data.getvalue()))


def a_png(width: int = 4, height: int = 3) -> bytes:
    """Answer a small picture."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = b"".join(b"\0" + b"\x20\x60\xa0" * width for _ in range(height))
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def _format(sheet: Worksheet) -> None:
    widths = (5, 30, 9, 9, 9, 18, 10, 18, 12)
    for letter, width in zip("ABCDEFGHI", widths, strict=True):
        sheet.column_dimensions[letter].width = width
    for row in (7, 8, 9):
        for cell in sheet[row]:
            cell.border = _BOX
            cell.font = Font(name="Arial", size=9, bold=row < 9)
            cell.alignment = Alignment(vertical="center", wrap_text=row < 9)
    sheet["B9"].fill = PatternFill("solid", fgColor="FFF2CC")
    sheet["A1"].font = Font(name="Arial", size=14, bold=True)
    for area in ("A1:I1", "C2:D2", "A4:D4", "F4:I4", "A7:A8", "B7:B8", "C7:E7", "F7:H7", "I7:I8",
                 "G12:I12", "G13:I13"):  # fmt: skip
        sheet.merge_cells(area)
    sheet.row_dimensions[9].height = 40
    sheet.freeze_panes = "A9"


def _rules(sheet: Worksheet) -> None:
    red = PatternFill("solid", bgColor="FFC7CE")
    sheet.conditional_formatting.add("G9", CellIsRule("equal", ['""'], fill=red))  # type: ignore[no-untyped-call]
    sheet.conditional_formatting.add("A10:I12", FormulaRule(["$B$10>5"], fill=red))  # type: ignore[no-untyped-call]
    steps = DataValidation("list", formula1="$A$16:$A$17", sqref="I9")
    other = DataValidation("whole", "0", operator="greaterThan", sqref="B10")
    sheet.add_data_validation(steps)
    sheet.add_data_validation(other)
    sheet["I2"].comment = Comment("Isi nomor", "Kantor")
    sheet["B10"].comment = Comment("Dihitung sendiri", "Kantor")
    sheet["A12"].hyperlink = Hyperlink(ref="A12", location="Bagan!A15")
    sheet.add_table(Table(displayName="Kode", ref="A15:B17"))


def _print(sheet: Worksheet) -> None:
    sheet.print_area = "A1:I13"
    sheet.print_title_rows = "7:8"
    sheet.page_setup.paperSize, sheet.page_setup.orientation = 9, "landscape"
    sheet.page_setup.scale = 80
    sheet.row_breaks.append(Break(id=13))
    sheet.oddHeader.left.text = "Rahasia"  # type: ignore[union-attr]
    sheet.oddFooter.center.text = "Halaman &P"  # type: ignore[union-attr]


def _summary(book: Workbook) -> None:
    sheet = book.create_sheet("Rekap")
    for formula in (
        "=Bagan!B10",
        "=COUNTA(Bagan!B9:B9)",
        '=IF(A1=0,"Bagan!B10","")',
        "=SUM(A1:A2)",
    ):
        sheet.append((formula,))
    chart = BarChart()
    chart.add_data(Reference(book["Bagan"], min_col=2, min_row=15, max_row=17))
    chart.set_categories(Reference(book["Bagan"], min_col=1, min_row=15, max_row=17))
    sheet.add_chart(chart, "C2")


def _with_parts(package: Package) -> bytes:
    """Answer the workbook with what openpyxl can't write."""
    package.forget_time()
    sheet = "xl/worksheets/sheet1.xml"
    drawing = "xl/drawings/drawing9.xml"
    package.add_media("xl/media/image9.png", a_png(), "png", "image/png")
    package.add_part(drawing, _drawing(), DRAWING_TYPE)
    package.attach_drawing(sheet, package.relate(sheet, f"{R}/drawing", drawing))
    assert package.relate(drawing, IMAGE_RELATION, "xl/media/image9.png") == "rId1"
    package.add_media(
        "xl/printerSettings/printerSettings1.bin",
        PRINTER,
        "bin",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings",
    )
    printer = package.relate(
        sheet, f"{R}/printerSettings", "xl/printerSettings/printerSettings1.bin"
    )
    root = etree.fromstring(package.parts[sheet])
    setup = root.find(f"{{{SHEET}}}pageSetup")
    assert setup is not None
    setup.set(f"{{{R}}}id", printer)
    _share_formula(root)
    package.parts[sheet] = serialise(root)
    package.add_part("xl/catatan/kantor.xml", UNKNOWN, "application/vnd.kantor+xml")
    package.relate("xl/workbook.xml", "http://kantor.example/catatan", "xl/catatan/kantor.xml")
    chain = f'<calcChain xmlns="{SHEET}"><c r="B10" i="1"/><c r="A1" i="2"/></calcChain>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    package.add_part("xl/calcChain.xml", chain.encode(), kind)
    package.relate("xl/workbook.xml", f"{R}/calcChain", "xl/calcChain.xml")
    return package.write()


def _share_formula(root: etree._Element) -> None:
    """Put one formula shared by three cells into column H, as Excel saves a filled-down one."""
    for row in root.iter(f"{{{SHEET}}}row"):
        number = int(str(row.get("r")))
        if number not in {15, 16, 17}:
            continue
        cell = etree.SubElement(row, f"{{{SHEET}}}c", r=f"H{number}")
        formula = etree.SubElement(cell, f"{{{SHEET}}}f", t="shared", si="0")
        if number == 15:
            formula.set("ref", "H15:H17")
            formula.text = "G15+$B$10"


def _drawing() -> bytes:
    shape = """
<xdr:twoCellAnchor {edit}><xdr:from><xdr:col>{col}</xdr:col><xdr:colOff>0</xdr:colOff>
<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>{col2}</xdr:col>
<xdr:colOff>10000</xdr:colOff><xdr:row>{row2}</xdr:row><xdr:rowOff>20000</xdr:rowOff></xdr:to>
{body}<xdr:clientData/></xdr:twoCellAnchor>"""
    box = """<xdr:sp macro="" textlink="{link}"><xdr:nvSpPr><xdr:cNvPr id="{id}" name="{name}"/>
<xdr:cNvSpPr txBox="1"/></xdr:nvSpPr><xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/>
</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr><xdr:txBody><a:bodyPr/>
<a:lstStyle/><a:p><a:r><a:rPr lang="id-ID" b="1"/><a:t>{first}</a:t></a:r><a:r><a:rPr
lang="id-ID" i="1"/><a:t>{second}</a:t></a:r></a:p></xdr:txBody></xdr:sp>"""
    logo = """<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Lambang"/><xdr:cNvPicPr/></xdr:nvPicPr>
<xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>
<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1" cy="1"/></a:xfrm><a:prstGeom prst="rect">
<a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>"""
    title = box.format(id=3, name="Kotak judul", link="", first="Judul: {{ju", second="dul}} resmi")
    stamp = box.format(id=7, name="Stempel", link="Bagan!$B$10", first="cap", second=" basah")
    fixed = box.format(id=8, name="Tetap", link="", first="di", second=" sini")
    anchors = (
        shape.format(edit='editAs="oneCell"', col=0, row=0, col2=1, row2=2, body=logo),
        shape.format(edit="", col=5, row=0, col2=8, row2=1, body=title),
        shape.format(edit="", col=6, row=10, col2=8, row2=12, body=stamp),
        shape.format(edit='editAs="absolute"', col=6, row=10, col2=8, row2=12, body=fixed),
    )
    text = (
        f'<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/'
        f'spreadsheetDrawing" xmlns:a="{A}" xmlns:r="{R}">{"".join(anchors)}</xdr:wsDr>'
    )
    return text.encode()
