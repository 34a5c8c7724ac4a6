"""The one place that decides every coordinate: document -> layout."""

from sopeditor.layout.assembly import assemble
from sopeditor.layout.measure import TextMeasurer
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
) -> DocumentLayout:
    """Answer all pages of `document` with everything in its place, in points.

    `profile` words the captions and orders the columns; `measurer` knows the fonts. The
    same document gives the same layout.
    """
    return assemble(document, profile, measurer, style, route)
