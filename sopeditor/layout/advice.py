"""What to choose when a chart has more lanes than its paper has room for."""

from collections.abc import Iterator

from msgspec.structs import replace

from sopeditor.foundation.message import Message, message
from sopeditor.layout.context import Context
from sopeditor.layout.sheet import sheet_of
from sopeditor.layout.style import Fonts
from sopeditor.layout.table.columns import plan_columns
from sopeditor.model.chart import Chart
from sopeditor.model.page import Orientation, PageSetup, Paper

#: Papers to try after the document's own, the wider one last.
_PAPERS = (Paper.F4, Paper.LEGAL)
#: Type to try after the document's own; smaller is not readable on paper.
_SIZES = (7.0, 6.0)


def advice_for_lanes(context: Context, chart: Chart) -> Message:
    """Answer what to choose so that the lanes fit: paper and type, or more charts."""
    for page in _setups(context.document.page):
        roomier = replace(context, sheet=sheet_of(page), fonts=Fonts.of(page))
        if not plan_columns(roomier, chart, {}).too_narrow:
            return message(
                "layout.note.too_wide",
                lanes=len(chart.lanes),
                paper=page.paper.value,
                size=f"{page.font_size:g}",
            )
    return message("layout.note.far_too_wide", lanes=len(chart.lanes))


def _setups(page: PageSetup) -> Iterator[PageSetup]:
    """Answer page setups with more room, those with the least change first."""
    papers = dict.fromkeys((page.paper, *_PAPERS))
    sizes = [page.font_size, *(size for size in _SIZES if size < page.font_size)]
    for size in sizes:
        for paper in papers:
            yield replace(page, paper=paper, orientation=Orientation.LANDSCAPE, font_size=size)
