"""Disahkan oleh: jabatan, room for the signature, name, pangkat and NIP."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.context import Context
from sopeditor.layout.lines import inset, line_height, placed
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import Align, PlacedText, VerticalAlign
from sopeditor.layout.style import grid_up
from sopeditor.layout.wrapping import NOTHING, Wrapped

#: Lines that signature and stamp take, at least.
_SIGNATURE_LINES = 3
_SAFE_SHARE = 0.96


class _Signature(Struct, frozen=True):
    """The lines above and below the signature."""

    position: tuple[str, ...]
    name: tuple[str, ...]
    below: tuple[str, ...]

    @property
    def count(self) -> int:
        """All lines, the signature's room included."""
        return len(self.position) + _SIGNATURE_LINES + len(self.name) + len(self.below)


def signature_height(context: Context, width: float, font: Font) -> float:
    """Answer the height of the cell in type of a size, on the grid."""
    bold = replace(font, bold=True)
    return grid_up(_signature(context, width, font).count * line_height(bold) + 6.0)


def signature_texts(context: Context, cell: Rect, font: Font) -> tuple[PlacedText, ...]:
    """Answer jabatan at the top of the cell, name (bold) and NIP at its bottom."""
    return tuple(_texts(context, cell, font))


def signature_words(context: Context) -> Wrapped:
    """Answer the whole cell as one text for a workbook; on paper its parts stand apart."""
    approver = context.document.identity.approver
    if not (approver.position or approver.name or approver.employee_id):
        return NOTHING
    parts = (approver.position, *("" for _ in range(_SIGNATURE_LINES)), approver.name)
    below = (text for text in _below(context) if text.strip())
    return Wrapped((), "\n".join((*parts, *below)))


def _below(context: Context) -> tuple[str, str]:
    approver = context.document.identity.approver
    number = f"{context.caption('employee_id')} {approver.employee_id}".strip()
    return approver.rank, number if approver.employee_id.strip() else ""


def _texts(context: Context, cell: Rect, font: Font) -> Iterator[PlacedText]:
    signature, pitch = _signature(context, cell.width, font), context.style.pitch
    bold, step = replace(font, bold=True), line_height(replace(font, bold=True))
    below_top = cell.bottom - 3.0 - len(signature.below) * step
    name_top = below_top - len(signature.name) * step
    parts = (
        (cell.top + 1.5, signature.position, font),
        (name_top, signature.name, bold),
        (below_top, signature.below, font),
    )
    for top, lines, own in parts:
        rect = Rect(cell.x, top, cell.width, len(lines) * step + 3.0)
        text = placed(
            rect, Wrapped(lines, "\n".join(lines)), own, pitch, Align.CENTRE, VerticalAlign.TOP
        )
        if text:
            yield text


def _signature(context: Context, width: float, font: Font) -> _Signature:
    approver, setter = context.document.identity.approver, context.setter
    usable = inset(Rect(0, 0, width, 0)).width * _SAFE_SHARE
    bold = replace(font, bold=True)
    return _Signature(
        setter.lines(approver.position, font, usable),
        setter.lines(approver.name, bold, usable),
        tuple(line for text in _below(context) for line in setter.lines(text, font, usable)),
    )
