"""A document's workbook: a cover sheet and a sheet for each chart."""

import io
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from msgspec import Struct
from msgspec.structs import replace
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from sopeditor.excel.anchors import DrawingPart
from sopeditor.excel.cells import fill_sheet
from sopeditor.excel.chart_shapes import draw_chart
from sopeditor.excel.flavour import Flavour
from sopeditor.excel.joining import joined
from sopeditor.excel.names import DRAWING_RELATION, DRAWING_TYPE, IMAGE_RELATION
from sopeditor.excel.package import Package, serialise
from sopeditor.excel.plan import SheetPlan, plan_chart, plan_cover
from sopeditor.excel.printing import set_printing
from sopeditor.excel.reader.own_copy import with_copy
from sopeditor.excel.shapes import picture
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import ChartPage, CoverPage, DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile

#: What Excel allows in no sheet name.
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_NAME = 31

_LOGO_PART = "xl/media/logo.png"

#: The shares of the work after which shapes are drawn, cells filled and the sheets saved.
_DRAWN, _FILLED, _SAVED = 0.2, 0.5, 0.7


class _Sheet(Struct, frozen=True):
    """A sheet to be written: its title, its plan and what is drawn on it."""

    title: str
    plan: SheetPlan
    drawing: DrawingPart


def write_workbook(
    document: Document,
    layout: DocumentLayout,
    profile: Profile,
    flavour: Flavour = Flavour.EXCEL,
    *,
    one_sheet: bool = False,
    progress: Progress = UNWATCHED,
) -> bytes:
    """Answer an `.xlsx`: cells as laid out, native symbols, glued connectors, print set-up.

    `one_sheet` puts the cover and the first chart on one sheet. Raises `Cancelled` when
    `progress` says so.
    """
    sheets = _sheets(document, layout, profile, flavour, one_sheet, progress.part(0.0, _DRAWN))
    book = _new_workbook(document)
    filling = progress.part(_DRAWN, _FILLED)
    for number, sheet in enumerate(sheets):
        part = filling.part(number / len(sheets), (number + 1) / len(sheets))
        _add_sheet(book, sheet, document, profile, part)
    data = _saved(book)
    progress.reach(_SAVED)
    return _with_drawings(data, [sheet.drawing for sheet in sheets], document)


def _sheets(
    document: Document,
    layout: DocumentLayout,
    profile: Profile,
    flavour: Flavour,
    one_sheet: bool,
    progress: Progress,
) -> list[_Sheet]:
    """Answer the sheets in their order, drawn."""
    covers = [page for page in layout.pages if isinstance(page, CoverPage)]
    charts = list(_titled_charts(document, layout, profile))
    sheets = []
    if one_sheet and covers and charts:
        sheets.append(_together(covers.pop(0), *charts.pop(0), document, flavour))
    sheets += [_cover_sheet(cover, profile.captions["sheet_cover"], document) for cover in covers]
    for title, pages in progress.over(charts):
        plan = plan_chart(pages)
        sheets.append(_Sheet(title, plan, draw_chart(plan, pages, flavour)))
    return sheets


def _titled_charts(
    document: Document, layout: DocumentLayout, profile: Profile
) -> Iterator[tuple[str, tuple[ChartPage, ...]]]:
    name = profile.captions["sheet_chart"]
    for number, chart in enumerate(document.charts, 1):
        if pages := layout.chart_pages(chart.id):
            yield f"{name} {number}" if len(document.charts) > 1 else name, pages


def _cover_sheet(cover: CoverPage, title: str, document: Document) -> _Sheet:
    plan = plan_cover(cover)
    drawing = DrawingPart(plan.grid)
    _draw_logo(drawing, plan, cover, document)
    return _Sheet(title, plan, drawing)


def _together(
    cover: CoverPage,
    title: str,
    pages: tuple[ChartPage, ...],
    document: Document,
    flavour: Flavour,
) -> _Sheet:
    """Answer the sheet of a cover with a chart below it."""
    plan = joined(plan_cover(cover), plan_chart(pages))
    drawing = draw_chart(replace(plan, shifts=plan.shifts[1:]), pages, flavour)
    _draw_logo(drawing, plan, cover, document)
    return _Sheet(title, plan, drawing)


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
    book: Workbook, planned: _Sheet, document: Document, profile: Profile, progress: Progress
) -> None:
    sheet: Worksheet = book.create_sheet(sheet_name(planned.title, tuple(book.sheetnames)))
    sheet.sheet_view.showGridLines = False
    fill_sheet(sheet, planned.plan, progress)
    footer = profile.captions["page_of"].format(page="&P", pages="&N")
    set_printing(sheet, planned.plan, document.page, footer)


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


def _draw_logo(drawing: DrawingPart, plan: SheetPlan, cover: CoverPage, document: Document) -> None:
    """Draw the emblem of a cover whose page is the first of the sheet."""
    if document.identity.logo is not None and cover.logo is not None:
        box = plan.shifts[0].box(cover.logo)
        drawing.add_picture(picture(drawing.free_number, "SOP logo", box, "rId1"), box)


def _saved(book: Workbook) -> bytes:
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _with_drawings(data: bytes, drawings: list[DrawingPart], document: Document) -> bytes:
    package = Package.read(data)
    package.forget_time()
    for number, part in enumerate(drawings, 1):
        if part.empty:
            continue
        name = f"xl/drawings/drawing{number}.xml"
        sheet = f"xl/worksheets/sheet{number}.xml"
        package.add_part(name, serialise(part.element()), DRAWING_TYPE)
        package.attach_drawing(sheet, package.relate(sheet, DRAWING_RELATION, name))
        if part.has_picture and document.identity.logo is not None:
            package.add_media(_LOGO_PART, document.identity.logo.png, "png", "image/png")
            package.relate(name, IMAGE_RELATION, _LOGO_PART)
    return with_copy(package, document)
