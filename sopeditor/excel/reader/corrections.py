"""What a person says about a workbook that reading alone can't know.

A correction is data about one thing of one sheet: a shape by its order in the drawing, a
row or cell by its number from 0. Reading takes all of them along and never changes one, so
that taking a correction back is reading without it.
"""

from collections.abc import Callable, Iterator
from enum import StrEnum

from msgspec import Struct

from sopeditor.model.step import Column


class Use(StrEnum):
    """What a shape is taken for; TERMINATOR, PROCESS and DECISION are kinds of symbols."""

    TERMINATOR = "terminator"
    PROCESS = "process"
    DECISION = "decision"
    LINK = "link"
    LABEL = "label"
    NOTHING = "nothing"


class RowUse(StrEnum):
    """What a row of the table is taken for."""

    STEP = "step"
    CONTINUES = "continues"
    NOTHING = "nothing"


class ShapeIs(Struct, frozen=True):
    """A shape is a symbol of a kind, a page link, a label, or nothing."""

    sheet: str
    shape: int
    use: Use


class ShapeStands(Struct, frozen=True):
    """A symbol stands in the step of a sheet row, and in lanes by index, the lead first."""

    sheet: str
    shape: int
    row: int
    lanes: tuple[int, ...]


class LinesLead(Struct, frozen=True):
    """Lines (or other shapes), taken as one, lead between symbols; between none: dropped.

    `pairs` gives source and target by the order of their shapes; `joint` makes plain lines
    of work done together. `label` None leaves the label to what is drawn beside the line.
    """

    sheet: str
    pieces: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...]
    joint: bool = False
    label: str | None = None


class FlowAdded(Struct, frozen=True):
    """A flow that no line draws."""

    sheet: str
    source: int
    target: int
    joint: bool = False
    label: str = ""


class LabelBelongs(Struct, frozen=True):
    """The words of a text box are the label of a line, by the order of its first piece."""

    sheet: str
    shape: int
    line: int


class LinkLeads(Struct, frozen=True):
    """A page link without mate goes on to a symbol, or comes from it."""

    sheet: str
    shape: int
    symbol: int


class RowIs(Struct, frozen=True):
    """A row of the table is a step of its own, goes on with the one above, or is nothing."""

    sheet: str
    row: int
    use: RowUse


class CellSays(Struct, frozen=True):
    """What a cell really says, such as one with an error value."""

    sheet: str
    row: int
    column: int
    text: str


class TableIs(Struct, frozen=True, kw_only=True):
    """Where a table lies: rows of its head, columns of its lanes, the column of each text.

    `found` is the first row of the head that recognition found, None for a table that it
    did not find. `last` is the last row of the table, None for as far as it goes.
    """

    sheet: str
    found: int | None
    top: int
    bottom: int
    lanes: tuple[int, int]
    columns: tuple[tuple[Column, int], ...]
    last: int | None = None


class SheetIsOut(Struct, frozen=True):
    """A sheet holds nothing of the document."""

    sheet: str


class FieldSays(Struct, frozen=True):
    """What a field of the identity says; `place` is the cell that it was taken from."""

    field: str
    text: str
    sheet: str = ""
    place: tuple[int, int] | None = None


class Confirmed(Struct, frozen=True):
    """A finding is right as it was guessed: its rule, cell and shapes."""

    sheet: str
    cell: str
    rule: str
    shapes: tuple[int, ...] = ()


Correction = (
    ShapeIs | ShapeStands | LinesLead | FlowAdded | LabelBelongs | LinkLeads | RowIs | CellSays
    | TableIs | SheetIsOut | FieldSays | Confirmed
)  # fmt: skip

#: What two corrections of one kind must share for the later one to replace the earlier.
_SUBJECTS: dict[type, Callable[..., object]] = {
    ShapeIs: lambda said: (said.sheet, said.shape),
    ShapeStands: lambda said: (said.sheet, said.shape),
    LinesLead: lambda said: (said.sheet, said.pieces[0]),
    FlowAdded: lambda said: (said.sheet, said.source, said.target),
    LabelBelongs: lambda said: (said.sheet, said.shape),
    LinkLeads: lambda said: (said.sheet, said.shape),
    RowIs: lambda said: (said.sheet, said.row),
    CellSays: lambda said: (said.sheet, said.row, said.column),
    TableIs: lambda said: (said.sheet, said.found, said.top if said.found is None else None),
    SheetIsOut: lambda said: said.sheet,
    FieldSays: lambda said: said.field,
    Confirmed: lambda said: said,
}


class Corrections(Struct, frozen=True):
    """All corrections of one workbook in the order in which they were made."""

    made: tuple[Correction, ...] = ()

    def __iter__(self) -> Iterator[Correction]:
        """Answer the corrections, the earliest first."""
        return iter(self.made)

    def with_one(self, said: Correction) -> "Corrections":
        """Answer these and one more, which replaces an earlier one about the same thing."""
        subject = subject_of(said)
        return Corrections((*(old for old in self.made if subject_of(old) != subject), said))

    def with_all(self, *said: Correction) -> "Corrections":
        """Answer these and several more, in their order."""
        corrections = self
        for one in said:
            corrections = corrections.with_one(one)
        return corrections

    def without(self, said: Correction) -> "Corrections":
        """Answer these but one."""
        return Corrections(tuple(old for old in self.made if old != said))


def subject_of(said: Correction) -> tuple[str, object]:
    """Answer what a correction is about; a later one about the same replaces it."""
    return type(said).__name__, _SUBJECTS[type(said)](said)


NO_CORRECTIONS = Corrections()
