"""A page of the layout -> its drawing, from back to front."""

from collections.abc import Iterator

from sopeditor.drawing.cells import draw_cells
from sopeditor.drawing.flows import draw_label, draw_line
from sopeditor.drawing.strokes import Drawing, ImageStroke, Ink, Stroke, rectangle
from sopeditor.drawing.symbols import draw_link, draw_symbol
from sopeditor.drawing.text import draw_text
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.layout.placement import ChartPage, CoverPage, DocumentLayout, Page
from sopeditor.model.identity import Logo


def draw_page(page: Page, paper: Size, logo: Logo | None = None) -> Drawing:
    """Answer the drawing of one page on paper of a size; `logo` goes onto the cover."""
    back = rectangle(Rect(0, 0, paper.width, paper.height), None, Ink.PAPER)
    strokes = _cover(page, logo) if isinstance(page, CoverPage) else _chart(page)
    return Drawing(paper, (back, *strokes))


def draw_document(layout: DocumentLayout, logo: Logo | None = None) -> tuple[Drawing, ...]:
    """Answer the drawings of all pages, in order."""
    return tuple(draw_page(page, layout.paper, logo) for page in layout.pages)


def _cover(page: CoverPage, logo: Logo | None) -> Iterator[Stroke]:
    yield from draw_cells(page.cells)
    if logo is not None and page.logo is not None:
        yield ImageStroke(logo.png, page.logo)
    for text in page.texts:
        yield from draw_text(text)


def _chart(page: ChartPage) -> Iterator[Stroke]:
    yield from draw_cells(page.header)
    for row in page.rows:
        yield from draw_cells(row.cells, below_others=True)
    # Lines lie under symbols, so that an end never shows inside one; labels lie on top.
    for flow in page.flows:
        yield from draw_line(flow)
    for symbol in page.symbols:
        yield from draw_symbol(symbol)
    for link in page.links:
        yield from draw_link(link)
    for flow in page.flows:
        yield from draw_label(flow)
    for text in (*page.above, *page.below, *page.texts):
        yield from draw_text(text)
