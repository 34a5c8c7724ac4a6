"""What is being looked at: a finding's thing, or one that was clicked."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from msgspec import Struct

from sopeditor.excel.reader.corrections import (
    CellSays,
    Confirmed,
    Correction,
    FieldSays,
    FlowAdded,
    LabelBelongs,
    LinesLead,
    LinkLeads,
    RowIs,
    ShapeIs,
    ShapeStands,
    SheetIsOut,
    TableIs,
)
from sopeditor.excel.reader.findings import Finding, Topic
from sopeditor.excel.reader.nodes import Role, is_line, node_of
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.excel.reader.reading import Imported
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.ui.intake.places import place_of

_TOPICS: Mapping[type, Topic] = MappingProxyType(
    {
        ShapeIs: Topic.SYMBOL,
        ShapeStands: Topic.SYMBOL,
        FlowAdded: Topic.SYMBOL,
        LinesLead: Topic.LINE,
        LabelBelongs: Topic.LABEL,
        LinkLeads: Topic.LINK,
        RowIs: Topic.ROW,
        CellSays: Topic.CELL,
        TableIs: Topic.TABLE,
        FieldSays: Topic.FIELD,
        SheetIsOut: Topic.NOTHING,
        Confirmed: Topic.NOTHING,
    }
)


class Subject(Struct, frozen=True):
    """A thing on a sheet: its topic, its shapes by order, its cell as row and column."""

    sheet: str
    topic: Topic
    shapes: tuple[int, ...] = ()
    place: tuple[int, int] = (0, 0)


def subject_of(found: Finding) -> Subject:
    """Answer what a finding is about."""
    return Subject(found.sheet, found.topic, found.shapes, place_of(found.cell))


def subject_of_correction(said: Correction, sheets: Iterable[ReadSheet]) -> Subject:
    """Answer what a correction is about, so that it can be looked at and changed again."""
    shapes = _shapes_of(said)
    place = _place_of(said)
    for sheet in sheets:
        if sheet.name == said.sheet and shapes and shapes[0] < len(sheet.objects):
            place = sheet.cell_of(sheet.objects[shapes[0]].box)
    return Subject(said.sheet, _TOPICS[type(said)], shapes, place)


def _shapes_of(said: Correction) -> tuple[int, ...]:
    if isinstance(said, LinesLead):
        return said.pieces
    if isinstance(said, FlowAdded):
        return (said.source,)
    if isinstance(said, (ShapeIs, ShapeStands, LabelBelongs, LinkLeads)):
        return (said.shape,)
    return ()


def _place_of(said: Correction) -> tuple[int, int]:
    if isinstance(said, CellSays):
        return said.row, said.column
    if isinstance(said, RowIs):
        return said.row, 0
    if isinstance(said, TableIs):
        return said.top, said.lanes[0]
    return (said.place or (0, 0)) if isinstance(said, FieldSays) else (0, 0)


def subject_at(
    imported: Imported | None, sheet: str, drawn: DrawnObject | None, place: tuple[int, int]
) -> Subject:
    """Answer what was clicked: a shape, else a cell of a table's head, of its body, or a field."""
    if drawn is not None:
        is_flow = imported is not None and bool(imported.origins.flows_of(sheet, (drawn.order,)))
        return Subject(sheet, _topic(drawn, is_flow=is_flow), (drawn.order,), place)
    heads = [head for name, head in imported.heads if name == sheet] if imported else []
    if imported is None or any(head.top <= place[0] <= head.bottom for head in heads):
        return Subject(sheet, Topic.TABLE, (), place)
    inside = any(head.bottom < place[0] for head in heads)
    return Subject(sheet, Topic.CELL if inside else Topic.FIELD, (), place)


def _topic(drawn: DrawnObject, *, is_flow: bool) -> Topic:
    if is_line(drawn):
        return Topic.LINE
    node = node_of(drawn)
    if is_flow and node is None:
        return Topic.LINE
    return Topic.LINK if node is not None and node.role is Role.LINK else Topic.SYMBOL
