"""The corrections of one sheet in the form in which reading asks for them."""

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from sopeditor.excel.reader.corrections import (
    CellSays,
    Correction,
    FieldSays,
    FlowAdded,
    LabelBelongs,
    LinesLead,
    LinkLeads,
    RowIs,
    RowUse,
    ShapeIs,
    ShapeStands,
    SheetIsOut,
    TableIs,
    Use,
)


class Told(Struct, frozen=True):
    """What a person said about one sheet; shapes by their order, cells by row and column.

    `lines` leads from every piece to what was said about it.
    """

    uses: Mapping[int, Use] = field(default_factory=dict)
    places: Mapping[int, ShapeStands] = field(default_factory=dict)
    lines: Mapping[int, LinesLead] = field(default_factory=dict)
    flows: tuple[FlowAdded, ...] = ()
    labels: Mapping[int, int] = field(default_factory=dict)
    links: Mapping[int, int] = field(default_factory=dict)
    rows: Mapping[int, RowUse] = field(default_factory=dict)
    cells: Mapping[tuple[int, int], str] = field(default_factory=dict)
    tables: tuple[TableIs, ...] = ()
    fields: frozenset[tuple[int, int]] = frozenset()
    is_out: bool = False


NOTHING_TOLD = Told()


def told_about(sheet: str, corrections: Iterable[Correction]) -> Told:
    """Answer what corrections say about a sheet."""
    said = [one for one in corrections if one.sheet == sheet]
    return Told(
        uses={one.shape: one.use for one in said if isinstance(one, ShapeIs)},
        places={one.shape: one for one in said if isinstance(one, ShapeStands)},
        lines={piece: one for one in said if isinstance(one, LinesLead) for piece in one.pieces},
        flows=tuple(one for one in said if isinstance(one, FlowAdded)),
        labels={one.shape: one.line for one in said if isinstance(one, LabelBelongs)},
        links={one.shape: one.symbol for one in said if isinstance(one, LinkLeads)},
        rows={one.row: one.use for one in said if isinstance(one, RowIs)},
        cells={(one.row, one.column): one.text for one in said if isinstance(one, CellSays)},
        tables=tuple(one for one in said if isinstance(one, TableIs)),
        fields=frozenset(
            one.place for one in said if isinstance(one, FieldSays) and one.place is not None
        ),
        is_out=any(isinstance(one, SheetIsOut) for one in said),
    )
