"""The one place that decides every coordinate: document -> layout."""

from sopeditor.layout.assembly import assemble
from sopeditor.layout.measure import TextMeasurer
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import DocumentLayout
from sopeditor.layout.routing.engine import route
from sopeditor.layout.style import DEFAULT_STYLE, LayoutStyle
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


def lay_out(
    document: Document,
    profile: Profile,
    measurer: TextMeasurer,
    style: LayoutStyle = DEFAULT_STYLE,
    memory: LayoutMemory | None = None,
) -> DocumentLayout:
    """Answer all pages of `document` with everything in its place, in points.

    `profile` words the captions and orders the columns; `measurer` knows the fonts. The
    same document gives the same layout. With the `memory` of the layouts before, everything
    stands in the same place but lines that no edit touched: those stay where they were.
    """
    return assemble(document, profile, measurer, style, route, memory or LayoutMemory())
