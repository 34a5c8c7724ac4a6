"""A Langkah: one row of the table."""

from enum import StrEnum

from msgspec import Struct

from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup
from sopeditor.model.quality import NO_QUALITY, QualityStandard
from sopeditor.model.symbol import Symbol


class Column(StrEnum):
    """The columns of the table; ACTORS stands for all lanes."""

    NUMBER = "number"
    ACTIVITY = "activity"
    ACTORS = "actors"
    INPUTS = "inputs"
    TOOLS = "tools"
    DURATION = "duration"
    OUTPUT = "output"
    REMARKS = "remarks"


#: The columns that hold text which a person types, from left to right.
TEXT_COLUMNS = (
    Column.ACTIVITY,
    Column.INPUTS,
    Column.TOOLS,
    Column.DURATION,
    Column.OUTPUT,
    Column.REMARKS,
)


class Step(Struct, frozen=True, kw_only=True):
    """One row: what is done, the symbols in its lanes, its Mutu Baku and Keterangan.

    `label` replaces the running number where a document needs one of its own ("5a").
    `shared` names the text columns whose cell runs on into the next row.
    """

    id: str
    activity: str = ""
    symbols: tuple[Symbol, ...] = ()
    quality: QualityStandard = NO_QUALITY
    remarks: str = ""
    label: str = ""
    shared: frozenset[Column] = frozenset()
    break_before: bool = False
    foreign: ForeignMarkup = NOTHING_FOREIGN

    def text(self, column: Column) -> str:
        """Answer the text of a text column; raises KeyError for NUMBER and ACTORS."""
        return {
            Column.ACTIVITY: self.activity,
            Column.INPUTS: self.quality.inputs,
            Column.TOOLS: self.quality.tools,
            Column.DURATION: self.quality.duration.text,
            Column.OUTPUT: self.quality.output,
            Column.REMARKS: self.remarks,
        }[column]
