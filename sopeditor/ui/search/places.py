"""Where the texts of a document are: in words, and as places that a person is brought to."""

import html

from sopeditor.canvas.places import (
    ActorPlace,
    FieldPlace,
    FlowPlace,
    Place,
    StepPlace,
    SymbolPlace,
)
from sopeditor.editing.naming import label_of_symbol, step_label
from sopeditor.editing.parts import actor_by_id, chart_by_id, flow_by_id
from sopeditor.editing.texts import (
    ActorText,
    ApproverText,
    CaptionText,
    FootnotesText,
    IdentityText,
    LabelText,
    StepCellText,
    SubtitleText,
    TextPlace,
)
from sopeditor.foundation.message import Message, message
from sopeditor.model.document import Document

#: How much of a text is shown before and after a hit, in characters.
_AROUND = 32


def place_of(place: TextPlace, document: Document) -> Place | None:
    """Answer where to bring a person who wants to see a text; None when it is nowhere."""
    found: Place | None = None
    match place:
        case IdentityText(field) | ApproverText(field):
            found = FieldPlace(field)
        case ActorText(actor):
            found = ActorPlace(actor)
        case StepCellText(step, column):
            found = StepPlace(step, column)
        case CaptionText(symbol):
            found = SymbolPlace(symbol)
        case LabelText(flow):
            found = FlowPlace(flow)
        case SubtitleText(chart) | FootnotesText(chart):
            steps = chart_by_id(document, chart).steps
            found = StepPlace(steps[0].id) if steps else None
    return found


def place_words(place: TextPlace, document: Document) -> Message:
    """Answer where a text is in words, such as "Langkah 3, Kegiatan"."""
    words = message("replace.place.subtitle")
    match place:
        case IdentityText(field):
            words = message("replace.place.identity", field=message(f"editing.field.{field}"))
        case ApproverText():
            words = message("replace.place.identity", field=message("editing.field.approver"))
        case ActorText(actor):
            words = message("replace.place.actor", name=actor_by_id(document, actor).name)
        case StepCellText(step, column):
            name = message(f"editing.column.{column.value}")
            words = message("replace.place.step", step=step_label(document, step), column=name)
        case CaptionText(symbol):
            words = message("replace.place.caption", step=label_of_symbol(document, symbol))
        case LabelText(flow):
            source = flow_by_id(document, flow).source
            words = message("replace.place.label", step=label_of_symbol(document, source))
        case FootnotesText():
            words = message("replace.place.footnotes")
    return words


def excerpt(text: str, start: int, end: int) -> tuple[str, str, str]:
    """Answer what stands before a hit, the hit and what stands after it, short and on one line."""
    before, after = _flat(text[:start]), _flat(text[end:])
    if len(before) > _AROUND:
        before = f"…{before[-_AROUND:]}"
    if len(after) > _AROUND:
        after = f"{after[:_AROUND]}…"
    return before, _flat(text[start:end]), after


def marked_up(before: str, hit: str, after: str) -> str:
    """Answer an excerpt as rich text with the hit in bold; nothing in it is read as markup."""
    return f"{html.escape(before)}<b>{html.escape(hit)}</b>{html.escape(after)}"


def _flat(text: str) -> str:
    """Answer the text with every line break as a blank."""
    return text.replace("\n", " ")
