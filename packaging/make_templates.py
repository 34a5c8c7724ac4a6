# ruff: noqa: E402, INP001 - a script that finds the program beside it, installed or not
"""Makes the workbooks in `resources/templates`: forms with placeholders, to fill or to change.

Run it from the checkout: `python packaging/make_templates.py`. The same program makes the
same bytes.
"""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.grid import column_width
from sopeditor.excel.package import Package
from sopeditor.excel.template.values import FIELD_WORDS
from sopeditor.model.profile import Profile
from sopeditor.storage.profiles import read_profiles

TARGET = ROOT / "resources" / "templates"

_THIN = Side(style="thin", color="000000")
_BOX = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)
_GREY = PatternFill("solid", fgColor="E6E9ED")
_CENTRE = Alignment(horizontal="center", vertical="center", wrap_text=True)
_LEFT = Alignment(horizontal="left", vertical="center", wrap_text=True, indent=1)
_TOP = Alignment(horizontal="left", vertical="top", wrap_text=True, indent=1)

#: The rows of the cover's right half and how high they are, in points.
_RIGHT = (
    ("sop_number", 21), ("created_on", 21), ("revised_on", 21), ("effective_on", 21),
    ("approver", 93), ("title", 30),
)  # fmt: skip
_PAIRS = (
    ("legal_bases", "actor_qualifications"),
    ("related_sops", "equipment"),
    ("warnings", "records"),
)
_LANES = 4


@dataclass(frozen=True)
class Form:
    """One template: its file, profile, typeface, and whether all stands on one sheet."""

    name: str
    profile: str
    font: str
    size: float
    one_sheet: bool


FORMS = (
    Form("format-sop-35-2012.xlsx", "permenpan_35_2012", "Arial", 8.0, one_sheet=False),
    Form("format-sop-21-2008.xlsx", "perpan_21_2008", "Times New Roman", 8.0, one_sheet=True),
)

#: Columns of the table: key, width in points, placeholder.
_TABLE = (
    ("number", 24, "no"), ("activity", 150, "uraian"),
    *(("actors", 84, "pelaksana") for _ in range(_LANES)),
    ("inputs", 93, "kelengkapan"), ("duration", 51, "waktu"), ("output", 84, "output"),
    ("remarks", 72, "keterangan"),
)  # fmt: skip


class Maker:
    """Makes one form."""

    def __init__(self, form: Form, profile: Profile) -> None:
        self._form = form
        self._captions = profile.captions
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        normal = Font(name="Arial", size=11)
        # The widest digit of this font is the measure of all columns.
        internals: Any = self._book
        internals._fonts[0] = normal  # noqa: SLF001
        internals._named_styles["Normal"].font = normal  # noqa: SLF001
        self._book.properties.title = self._captions["document_kind"]
        self._book.properties.creator = "SOP Editor"

    def make(self) -> bytes:
        """Answer the workbook."""
        cover = self._sheet("SOP" if self._form.one_sheet else self._captions["sheet_cover"])
        self._widths(cover)
        after = self._cover(cover)
        chart, top = cover, after + 1
        if self._form.one_sheet:
            cover.row_breaks.append(Break(id=after))
        else:
            cover.print_area = f"A1:{get_column_letter(len(_TABLE))}{after}"
            # The identity is one page, however long its lists are.
            cover.page_setup.fitToHeight = 1
            chart, top = self._sheet(self._captions["sheet_chart"]), 1
            self._widths(chart)
        self._note(chart, top, "subjudul", _CENTRE, bold=True)
        sample = self._table(chart, top + 1)
        chart.print_title_rows = f"{top + 1}:{sample - 1}"
        last = sample + 1
        self._note(chart, last, "catatan", _TOP, bold=False)
        chart.print_area = f"A1:{get_column_letter(len(_TABLE))}{last}"
        return self._saved()

    def _sheet(self, title: str) -> Worksheet:
        sheet: Worksheet = self._book.create_sheet(title)
        sheet.sheet_view.showGridLines = False
        setup, margins = sheet.page_setup, sheet.page_margins
        setup.paperSize, setup.orientation = 14, "landscape"
        setup.fitToWidth, setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.print_options.horizontalCentered = True
        margins.left = margins.right = margins.top = 0.59
        # Room for the mark of the electronic signature.
        margins.bottom = 1.1
        words = self._captions["page_of"].format(page="&P", pages="&N")
        footer = cast(HeaderFooterItem, sheet.oddFooter).right
        footer.text, footer.size = words, 8
        return sheet

    def _widths(self, sheet: Worksheet) -> None:
        for number, (_, width, _) in enumerate(_TABLE, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = column_width(width)

    def _cover(self, sheet: Worksheet) -> int:
        """Fill the cover; answer its last row. It shares the columns of the table."""
        left, caption, last = 5, 7, len(_TABLE)
        self._cell(sheet, (1, 1, 4, left), "{{logo}}", _CENTRE)
        self._cell(sheet, (5, 1, 6, left), "{{instansi}}\n{{unit_kerja}}", _CENTRE, bold=True)
        for row, (field, height) in enumerate(_RIGHT, start=1):
            sheet.row_dimensions[row].height = height
            align = _CENTRE if field == "approver" else _LEFT
            self._cell(
                sheet, (row, left + 1, row, caption), self._captions[field], _LEFT, bold=True
            )
            word = f"{{{{{FIELD_WORDS[field]}}}}}"
            self._cell(sheet, (row, caption + 1, row, last), word, align, bold=field == "title")
        row = len(_RIGHT) + 1
        for pair in _PAIRS:
            for field, (low, high) in zip(pair, ((1, left), (left + 1, last)), strict=True):
                heading = (row, low, row, high)
                self._cell(sheet, heading, self._captions[field], _LEFT, bold=True, fill=True)
                word = f"{{{{{FIELD_WORDS[field]}}}}}"
                # Over two rows, so that the list is one text and no row for each item.
                self._cell(sheet, (row + 1, low, row + 2, high), word, _TOP)
            for index, points in enumerate((16.5, 18.0, 18.0)):
                sheet.row_dimensions[row + index].height = points
            row += 3
        return row - 1

    def _table(self, sheet: Worksheet, top: int) -> int:
        """Fill the head and the sample row of the table; answer the sample row."""
        lanes = range(3, 3 + _LANES)
        quality = range(lanes.stop, lanes.stop + 3)
        for number, (key, _, word) in enumerate(_TABLE, start=1):
            under = number in lanes or number in quality
            area = (top + 1 if under else top, number, top + 1, number)
            text = f"{{{{{word}}}}}" if number in lanes else self._captions[key]
            self._cell(sheet, area, text, _CENTRE, bold=True, fill=True)
            align = _CENTRE if key in {"number", "duration"} else _LEFT
            sample = "" if number in lanes else f"{{{{{word}}}}}"
            self._cell(sheet, (top + 2, number, top + 2, number), sample, align)
        for columns, key in ((lanes, "actors"), (quality, "quality")):
            area = (top, columns.start, top, columns.stop - 1)
            self._cell(sheet, area, self._captions[key], _CENTRE, bold=True, fill=True)
        for offset, height in enumerate((18, 30, 36)):
            sheet.row_dimensions[top + offset].height = height
        return top + 2

    def _note(self, sheet: Worksheet, row: int, word: str, align: Alignment, *, bold: bool) -> None:
        """Put a placeholder over the whole width, without lines around it."""
        sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=len(_TABLE))
        cell = sheet.cell(row, 1)
        cell.value = f"{{{{{word}}}}}"
        cell.alignment, cell.font = align, Font(name=self._form.font, size=8, bold=bold)
        sheet.row_dimensions[row].height = 15

    def _cell(
        self,
        sheet: Worksheet,
        area: tuple[int, int, int, int],
        text: str,
        align: Alignment,
        *,
        bold: bool = False,
        fill: bool = False,
    ) -> None:
        top, left, bottom, right = area
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                cell = sheet.cell(row, column)
                cell.border, cell.alignment = _BOX, align
                cell.font = Font(name=self._form.font, size=self._form.size, bold=bold)
                if fill:
                    cell.fill = _GREY
        sheet.cell(top, left).value = text or None
        if (top, left) != (bottom, right):
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)

    def _saved(self) -> bytes:
        data = io.BytesIO()
        self._book.save(data)
        package = Package.read(data.getvalue())
        package.forget_time()
        return package.write()


def made(form: Form) -> bytes:
    """Answer the bytes of one form."""
    profile = read_profiles(ROOT / "resources" / "profiles")[form.profile]
    return Maker(form, profile).make()


def main() -> int:
    """Write all forms."""
    TARGET.mkdir(exist_ok=True)
    for form in FORMS:
        (TARGET / form.name).write_bytes(made(form))
    return 0


if __name__ == "__main__":
    sys.exit(main())
