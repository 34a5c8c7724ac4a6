"""A whole document laid out: cover, charts, page numbers."""

from collections.abc import Iterator
from dataclasses import replace

from sopeditor.foundation.message import Message
from sopeditor.layout.charts import ChartBuilder, Router
from sopeditor.layout.context import Context
from sopeditor.layout.cover import lay_out_cover
from sopeditor.layout.measure import TextMeasurer
from sopeditor.layout.placement import Align, DocumentLayout, Page, PlacedText
from sopeditor.layout.sheet import sheet_of
from sopeditor.layout.style import Fonts, LayoutStyle
from sopeditor.layout.wrapping import Typesetter
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


def assemble(
    document: Document,
    profile: Profile,
    measurer: TextMeasurer,
    style: LayoutStyle,
    router: Router,
) -> DocumentLayout:
    """Answer the layout of a document whose lines `router` finds."""
    sheet = sheet_of(document.page)
    context = Context(
        document=document,
        profile=profile,
        sheet=sheet,
        style=style,
        fonts=Fonts.of(document.page),
        setter=Typesetter(measurer),
    )
    cover, notes = lay_out_cover(context)
    pages: list[Page] = list(cover)
    builder = ChartBuilder(context, router)
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


def _numbered(context: Context, pages: list[Page]) -> Iterator[Page]:
    """Answer the pages with "Halaman x dari y" in the lower margin."""
    caption = context.caption("page_of")
    for number, page in enumerate(pages, start=1):
        words = caption.replace("{page}", str(number)).replace("{pages}", str(len(pages)))
        text = PlacedText(
            rect=context.sheet.page_number,
            lines=(words,),
            raw=words,
            font=context.fonts.small,
            pitch=context.style.pitch * context.fonts.small.size,
            align=Align.RIGHT,
        )
        yield replace(page, texts=(*page.texts, text)) if words else page


def _distinct(notes: tuple[Message, ...]) -> tuple[Message, ...]:
    return tuple(dict.fromkeys(notes))
