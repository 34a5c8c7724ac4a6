"""What an import could not know for certain, each with the cell where a person looks."""

from enum import StrEnum

from msgspec import Struct
from openpyxl.utils import get_column_letter

from sopeditor.foundation.message import Message, message


class FindingKind(StrEnum):
    """What kind of doubt a finding tells of."""

    GUESS = "guess"
    LOOSE_END = "loose_end"
    UNKNOWN_PRESET = "unknown_preset"
    UNUSED = "unused"
    MISSING = "missing"
    NOTE = "note"


class Topic(StrEnum):
    """What a finding is about, and so what a person can say to it."""

    LINE = "line"
    SYMBOL = "symbol"
    LABEL = "label"
    LINK = "link"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    FIELD = "field"
    NOTHING = "nothing"


class Finding(Struct, frozen=True):
    """A doubt about one place of the workbook; `cell` is written as Excel does, as D12.

    A NOTE tells of what has no place in a document and changes nothing in it; MISSING of
    what the workbook itself does not say. `shapes` are those that it is about, by their
    order in the sheet's drawing. A person may have confirmed it.
    """

    kind: FindingKind
    sheet: str
    cell: str
    words: Message
    topic: Topic = Topic.NOTHING
    shapes: tuple[int, ...] = ()
    confirmed: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether the document may differ from what the workbook meant."""
        return self.kind not in {FindingKind.NOTE, FindingKind.MISSING} and not self.confirmed

    @property
    def rule(self) -> str:
        """The name of what it tells, such as `loose_line`."""
        return self.words.key.rpartition(".")[2]


def finding(
    kind: FindingKind,
    sheet: str,
    place: tuple[int, int],
    key: str,
    topic: Topic = Topic.NOTHING,
    shapes: tuple[int, ...] = (),
    **values: object,
) -> Finding:
    """Answer a finding with the sentence `excel_import.finding.<key>`.

    `place` is row and column from 0.
    """
    words = message(f"excel_import.finding.{key}", **values)
    return Finding(kind, sheet, cell_name(*place), words, topic, shapes)


def column_name(column: int) -> str:
    """Answer how Excel names a column from 0."""
    return str(get_column_letter(column + 1))


def cell_name(row: int, column: int) -> str:
    """Answer how Excel names the cell of a row and a column from 0."""
    return f"{column_name(column)}{row + 1}"
