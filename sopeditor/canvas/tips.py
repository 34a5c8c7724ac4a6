"""The words that show when the pointer rests."""

from sopeditor.canvas.hit import (
    ColumnBorderHit,
    CoverHit,
    EndHit,
    FlowHit,
    HandleHit,
    HeadingHit,
    Hit,
    LinkHit,
)
from sopeditor.foundation.message import Message, message

_KEYS: dict[type[Hit], str] = {
    ColumnBorderHit: "border",
    CoverHit: "cover",
    EndHit: "end",
    HandleHit: "handle",
    HeadingHit: "heading",
}


def tip_of(hit: Hit) -> Message | None:
    """Answer what to say about what lies under the pointer, or None."""
    match hit:
        case LinkHit(_, link):
            return message("canvas.tip.link", number=link.number)
        case FlowHit(_, flow, on_label) if flow.flow:
            return message(f"canvas.tip.{'label' if on_label else 'flow'}")
        case _:
            key = _KEYS.get(type(hit))
            return message(f"canvas.tip.{key}") if key else None
