"""Words on SOP workbooks that are neither heading nor caption, or of which more is known."""

import re

from sopeditor.excel.recognition.cover import LIST_FIELDS
from sopeditor.excel.recognition.synonyms import field_of, plain

#: Captions of one word that mean nothing on a cover by themselves.
_NOT_ALONE = frozenset({"nomor", "pengesahan"})

_TITLES = frozenset(
    {
        "standar operasional prosedur", "standard operasional prosedur", "sop", "sop ap",
        "standard operating procedure", "sop administrasi pemerintahan", "flowchart",
        "standar operasional prosedur administrasi pemerintahan", "bagan alur",
        "diagram alir", "diagram alur",
    }
)  # fmt: skip

_ANSWER = re.compile(r"ya|y|tidak|t|tdk|setuju|ditolak|disetujui|lengkap|ok", re.IGNORECASE)


def cover_caption(text: str) -> str | None:
    """Answer the field of `Identity` that a cell of the cover captions, or None."""
    words = plain(text)
    return None if words in _NOT_ALONE else field_of(text)


def stands_over(field: str) -> bool:
    """Answer whether a caption stands over its value, a list, and not beside it."""
    return field in LIST_FIELDS


def is_title_of_paper(text: str) -> bool:
    """Answer whether a text only says what kind of paper this is."""
    return plain(text) in _TITLES


def is_answer(text: str) -> bool:
    """Answer whether a text is one that branches are labelled with."""
    return _ANSWER.fullmatch(text.strip()) is not None
