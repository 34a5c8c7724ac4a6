"""The words that show when the pointer rests."""

from sopeditor.canvas.hit import CoverHit, EndHit, HandleHit, Hit, LinkHit
from sopeditor.foundation.message import Message, message


def tip_of(hit: Hit) -> Message | None:
    """Answer what to say about what lies under the pointer, or None."""
    match hit:
        case LinkHit(_, link):
            return message("canvas.tip.link", number=link.number)
        case CoverHit():
            return message("canvas.tip.cover")
        case HandleHit():
            return message("canvas.tip.handle")
        case EndHit():
            return message("canvas.tip.end")
        case _:
            return None
