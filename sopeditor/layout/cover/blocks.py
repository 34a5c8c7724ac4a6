"""What the cover says: which field stands where, and lists as numbered lines."""

from collections.abc import Sequence

from msgspec import Struct

from sopeditor.layout.measure import Font
from sopeditor.layout.wrapping import Typesetter, Wrapped
from sopeditor.model.identity import Identity

#: The rows of the right half, from top to bottom; captions have the same keys.
RIGHT_FIELDS = ("sop_number", "created_on", "revised_on", "effective_on", "approver", "title")
#: The lists below, left and right (PermenPAN-RB 35/2012, II.C; order of signed SOPs).
PAIRS = (
    ("legal_bases", "actor_qualifications"),
    ("related_sops", "equipment"),
    ("warnings", "records"),
)


class Block(Struct, frozen=True):
    """A heading and its list, as lines."""

    field: str
    caption: Wrapped
    words: Wrapped

    @property
    def heading_lines(self) -> int:
        """How many lines the heading has."""
        return len(self.caption.lines)


def right_lines(identity: Identity, field: str) -> str:
    """Answer the text of a row of the right half; that of the approver is set apart."""
    return {
        "sop_number": identity.sop_number,
        "created_on": identity.created_on.printed,
        "revised_on": identity.revised_on.printed,
        "effective_on": identity.effective_on.printed,
        "title": identity.title,
    }.get(field, "")


def numbered_lines(setter: Typesetter, items: Sequence[str], font: Font, width: float) -> Wrapped:
    """Answer the items as "1. ..." with hanging lines, in `width` points."""
    space = max(0.1, setter.width(" ", font))
    lines: list[str] = []
    raw: list[str] = []
    for number, item in enumerate((item for item in items if item.strip()), start=1):
        mark = f"{number}. "
        hanging = " " * round(setter.width(mark, font) / space)
        indent = max(setter.width(mark, font), len(hanging) * space)
        first, *rest = setter.lines(item, font, max(0.0, width - indent))
        raw.append(mark + item)
        lines.extend((mark + first, *(hanging + line for line in rest)))
    return Wrapped(tuple(lines), "\n".join(raw))
