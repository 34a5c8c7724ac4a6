"""How a sheet prints: paper, margins, breaks, repeated header and footer."""

from typing import cast

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.plan import SheetPlan
from sopeditor.foundation.units import mm_to_pt, pt_to_inch
from sopeditor.model.page import PageSetup, Paper

#: Excel's codes; F4 goes out as Folio 8.5 x 13 in, the nearest that every driver knows.
_PAPER_CODES = {Paper.F4: 14, Paper.A4: 9, Paper.LEGAL: 5, Paper.LETTER: 1}

#: This share of the page's height stays free below, as Excel prints rows a little higher.
_RESERVE = 0.02


def set_printing(sheet: Worksheet, plan: SheetPlan, page: PageSetup, footer: str) -> None:
    """Set a sheet up to print page for page as the layout broke it.

    `footer` words the page number with Excel's codes (`&P`, `&N`).
    """
    setup = sheet.page_setup
    setup.paperSize = _PAPER_CODES[page.paper]
    setup.orientation = page.orientation.value
    # One page wide and any number high: with a number of pages high, Excel would ignore
    # the breaks set by hand.
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    setup.fitToWidth = 1
    setup.fitToHeight = 0
    sheet.print_options.horizontalCentered = True
    _set_margins(sheet, page)
    _set_range(sheet, plan)
    right = cast(HeaderFooterItem, sheet.oddFooter).right
    right.text, right.size = footer, 8


def _set_margins(sheet: Worksheet, page: PageSetup) -> None:
    margins, reserve = page.margins, page.size.height * _RESERVE
    sheet.page_margins.left = pt_to_inch(mm_to_pt(margins.left))
    sheet.page_margins.right = pt_to_inch(mm_to_pt(margins.right))
    sheet.page_margins.top = pt_to_inch(mm_to_pt(margins.top))
    foot = mm_to_pt(margins.bottom + page.foot_zone) - reserve
    sheet.page_margins.bottom = pt_to_inch(max(foot, mm_to_pt(margins.bottom)))
    sheet.page_margins.header = pt_to_inch(mm_to_pt(5))
    sheet.page_margins.footer = pt_to_inch(mm_to_pt(5))


def _set_range(sheet: Worksheet, plan: SheetPlan) -> None:
    columns, rows = len(plan.grid.columns.sizes), len(plan.grid.rows.sizes)
    sheet.print_area = f"A1:{get_column_letter(columns)}{rows}"
    if plan.header is not None:
        sheet.print_title_rows = f"{plan.header[0]}:{plan.header[1]}"
        if plan.frozen:
            sheet.freeze_panes = f"A{plan.header[1] + 1}"
    for row in plan.breaks:
        sheet.row_breaks.append(Break(id=row))
