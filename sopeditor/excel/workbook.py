"""A document's workbook: a cover sheet and a sheet for each chart."""

import io
import re
from itertools import count
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.anchors import DrawingPart
from sopeditor.excel.cells import fill_sheet
from sopeditor.excel.chart_shapes import draw_chart
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.names import DRAWING_RELATION, DRAWING_TYPE, IMAGE_RELATION
from sopeditor.excel.package import Package, serialise
from sopeditor.excel.plan import SheetPlan, plan_chart, plan_cover
from sopeditor.excel.printing import set_printing
from sopeditor.excel.reader.own_copy import with_copy
from sopeditor.excel.shapes import picture
from sopeditor.layout.placement import CoverPage, DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile

#: What Excel allows in no sheet name.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31

_LOGO_PART = "xl/media/logo.png"


def write_workbook(
    document: Document,
    layout: DocumentLayout,
    profile: Profile,
    flavour: Flavour = Flavour.EXCEL,
) -> bytes:
    """Answer an `.xlsx`: cells as laid out, native symbols, glued connectors, print set-up."""
    book = _new_workbook(document)
    drawings: list[DrawingPart | None] = []
    covers = [page for page in layout.pages if isinstance(page, CoverPage)]
    for cover in covers:
        plan = plan_cover(cover)
        _add_sheet(book, profile.captions["sheet_cover"], plan, document, profile)
        drawings.append(_draw_logo(plan, cover, document))
    for number, chart in enumerate(document.charts, 1):
        pages = layout.chart_pages(chart.id)
        if not pages:
            continue
        plan = plan_chart(pages)
        name = profile.captions["sheet_chart"]
        title = f"{name} {number}" if len(document.charts) > 1 else name
        _add_sheet(book, title, plan, document, profile)
        drawings.append(draw_chart(plan, pages, flavour))
    return _with_drawings(_saved(book), drawings, document)


def _new_workbook(document: Document) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    normal = Font(name="Arial", size=11)
    # The widest digit of this font is the measure of all columns. openpyxl keeps it in
    # two places, of which the style sheet is written from both.
    internals: Any = book
    internals._fonts[0] = normal  # noqa: SLF001
    internals._named_styles["Normal"].font = normal  # noqa: SLF001
    book.properties.title = document.identity.title
    book.properties.creator = document.identity.unit or "SOP Editor"
    return book


def _add_sheet(
    book: Workbook, title: str, plan: SheetPlan, document: Document, profile: Profile
) -> None:
    sheet: Worksheet = book.create_sheet(sheet_name(title, tuple(book.sheetnames)))
    sheet.sheet_view.showGridLines = False
    fill_sheet(sheet, plan)
    footer = profile.captions["page_of"].format(page="&P", pages="&N")
    set_printing(sheet, plan, document.page, footer)


def sheet_name(title: str, taken: tuple[str, ...]) -> str:
    """Answer a name that Excel accepts and no other sheet has, whatever the case."""
    name = _FORBIDDEN.sub(" ", title).strip().strip("'")[:_LONGEST_NAME] or "SOP"
    others = {other.casefold() for other in (*taken, "History")}
    if name.casefold() not in others:
        return name
    for number in count(2):
        suffix = f" ({number})"
        candidate = name[: _LONGEST_NAME - len(suffix)] + suffix
        if candidate.casefold() not in others:
            return candidate
    raise AssertionError("unreachable")


def _draw_logo(plan: SheetPlan, cover: CoverPage, document: Document) -> DrawingPart | None:
    if document.identity.logo is None or cover.logo is None:
        return None
    part = DrawingPart(plan.grid)
    box = plan.shifts[0].box(cover.logo)
    part.add_picture(picture(1, "SOP logo", box, "rId1"), box)
    return part


def _saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _with_drawings(data: bytes, drawings: list[DrawingPart | None], document: Document) -> bytes:
    package = Package.read(data)
    package.forget_time()
    for number, part in enumerate(drawings, 1):
        if part is None or part.empty:
            continue
        name = f"xl/drawings/drawing{number}.xml"
        sheet = f"xl/worksheets/sheet{number}.xml"
        package.add_part(name, serialise(part.element()), DRAWING_TYPE)
        package.attach_drawing(sheet, package.relate(sheet, DRAWING_RELATION, name))
        if part.has_picture and document.identity.logo is not None:
            package.add_media(_LOGO_PART, document.identity.logo.png, "png", "image/png")
            package.relate(name, IMAGE_RELATION, _LOGO_PART)
    return with_copy(package, document)
