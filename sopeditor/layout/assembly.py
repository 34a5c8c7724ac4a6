"""A whole document laid out: cover, charts, page numbers."""

from collections.abc import Iterator
from functools import partial

from msgspec.structs import replace

from sopeditor.foundation.message import Message
from sopeditor.layout.charts import ChartBuilder, Router
from sopeditor.layout.context import Context
from sopeditor.layout.cover.page import lay_out_cover
from sopeditor.layout.measure import TextMeasurer
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import Align, CoverPage, DocumentLayout, Page, PlacedText
from sopeditor.layout.sheet import sheet_of
from sopeditor.layout.style import Fonts, LayoutStyle
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


def assemble(
    document: Document,
    profile: Profile,
    measurer: TextMeasurer,
    style: LayoutStyle,
    router: Router,
    memory: LayoutMemory | None = None,
) -> DocumentLayout:
    """Answer the layout of a document whose lines `router` finds.

    With a memory, that is how much room the lines of a page need; the lines themselves are
    those of the memory.
    """
    kept = memory or LayoutMemory()
    setter = kept.begin(document, profile, measurer, style)
    sheet = sheet_of(document.page)
    context = Context(
        document=document,
        profile=profile,
        sheet=sheet,
        style=style,
        fonts=Fonts.of(document.page),
        setter=setter,
        recall=kept.recall,
    )
    cover, notes = _cover(context)
    pages: list[Page] = list(cover)
    builder = ChartBuilder(context, router, memory.lines if memory else None)
    for chart in document.charts:
        titled = bool(chart.subtitle.strip())
        chart_pages, chart_notes = builder.build(chart, titled)
        pages.extend(chart_pages)
        notes = [*notes, *chart_notes]
    return DocumentLayout(
        paper=sheet.paper,
        printable=sheet.printable,
        foot_zone=sheet.foot_zone,
        pages=tuple(_numbered(context, pages)),
        notes=_distinct((*sheet.notes, *notes)),
        dropped_hints=builder.dropped_hints,
    )


def _cover(context: Context) -> tuple[tuple[CoverPage, ...], list[Message]]:
    identity = context.document.identity
    return context.recall.answer(("cover", id(identity)), lambda: lay_out_cover(context), identity)


def _numbered(context: Context, pages: list[Page]) -> Iterator[Page]:
    """Answer the pages with "Halaman x dari y" in the lower margin."""
    caption = context.caption("page_of")
    for number, page in enumerate(pages, start=1):
        words = caption.replace("{page}", str(number)).replace("{pages}", str(len(pages)))
        key = ("numbered", id(page), words)
        yield context.recall.answer(key, partial(_with_number, context, page, words), page)


def _with_number(context: Context, page: Page, words: str) -> Page:
    if not words:
        return page
    text = PlacedText(
        rect=context.sheet.page_number,
        lines=(words,),
        raw=words,
        font=context.fonts.small,
        pitch=context.style.pitch * context.fonts.small.size,
        align=Align.RIGHT,
    )
    return replace(page, texts=(*page.texts, text))


def _distinct(notes: tuple[Message, ...]) -> tuple[Message, ...]:
    return tuple(dict.fromkeys(notes))
