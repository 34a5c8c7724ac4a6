"""What of a document found no place in a template: to be told, never to be lost silently."""

from collections.abc import Iterator

from sopeditor.excel.template.finding import TablePlace
from sopeditor.excel.template.values import FIELD_WORDS, as_text, main_word, values_of
from sopeditor.foundation.message import Message, message
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.model.step import TEXT_COLUMNS

#: Words whose value other words may hold in its parts.
_APPROVER = frozenset({"jabatan_pejabat", "nama_pejabat"})


def left_out(
    document: Document, profile: Profile, filled: set[str], places: list[TablePlace]
) -> Iterator[Message]:
    """Answer a note for each field and column with content but without a place."""
    values = values_of(document, None, profile)
    for field, word in FIELD_WORDS.items():
        by_parts = field == "approver" and bool(filled & _APPROVER)
        if as_text(values[word]).strip() and main_word(word) not in filled and not by_parts:
            caption = profile.captions.get(field, word)
            yield message("excel_template.note.field_left_out", field=caption)
    for chart, place in zip(document.charts, places, strict=False):
        for column in TEXT_COLUMNS:
            has_text = any(step.text(column).strip() for step in chart.steps)
            if has_text and column not in place.columns:
                caption = profile.captions.get(column.value, column.value)
                yield message("excel_template.note.column_left_out", column=caption)
        if chart.footnotes and "catatan" not in filled:
            yield message("excel_template.note.footnotes_left_out")
        if chart.subtitle.strip() and "subjudul" not in filled:
            yield message("excel_template.note.subtitle_left_out", subtitle=chart.subtitle)
    if document.charts and not places:
        yield message("excel_template.note.no_table")
