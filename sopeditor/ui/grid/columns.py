"""The columns of the grid, from left to right, and what each of them holds."""

from collections.abc import Mapping

from sopeditor.model.step import Column
from sopeditor.tables.notation import Field

#: Every column; TOOLS is shown where a chart uses it or the user wants it.
FIELDS = tuple(Field)

#: The columns that hold text as typed.
TEXTS: Mapping[Field, Column] = {
    Field.ACTIVITY: Column.ACTIVITY,
    Field.INPUTS: Column.INPUTS,
    Field.TOOLS: Column.TOOLS,
    Field.DURATION: Column.DURATION,
    Field.OUTPUT: Column.OUTPUT,
    Field.REMARKS: Column.REMARKS,
}

#: The columns whose cells decide about symbols and flows.
FLOWING = frozenset({Field.ACTORS, Field.SYMBOL, Field.FLOW})

#: The columns whose cells stay on one line.
ONE_LINE = frozenset({Field.NUMBER, Field.ACTORS, Field.SYMBOL, Field.FLOW})

#: The columns whose texts stand in the middle.
CENTRED = frozenset({Field.NUMBER, Field.ACTORS, Field.SYMBOL, Field.DURATION})

#: How wide a column wants to be, in widths of the digit 0; texts share what is left over.
WIDTHS: Mapping[Field, int] = {
    Field.NUMBER: 5,
    Field.ACTIVITY: 30,
    Field.ACTORS: 16,
    Field.SYMBOL: 8,
    Field.INPUTS: 20,
    Field.TOOLS: 16,
    Field.DURATION: 12,
    Field.OUTPUT: 20,
    Field.REMARKS: 14,
    Field.FLOW: 19,
}


def key_of(field: Field) -> str:
    """Answer the name of a column in the keys of messages: `activity` for Kegiatan."""
    return field.name.lower()


def shared_out(room: int, least: Mapping[Field, int]) -> dict[Field, int]:
    """Answer the widths of columns that share `room` by `WIDTHS`, none below its least.

    What one can't give, the others give, so that the last is not cut off.
    """
    sharing, left = dict(least), room
    while sharing:
        parts = sum(WIDTHS[field] for field in sharing)
        widths = {field: left * WIDTHS[field] // parts for field in sharing}
        stuck = [field for field, width in widths.items() if width < least[field]]
        if not stuck:
            return {field: widths.get(field, needed) for field, needed in least.items()}
        for field in stuck:
            left -= sharing.pop(field)
    return dict(least)
