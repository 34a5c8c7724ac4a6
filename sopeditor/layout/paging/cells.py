"""The cells of a page's rows, shared ones over all their rows on the page."""

from collections.abc import Iterator, Mapping

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.lines import placed
from sopeditor.layout.paging.frames import PageFrame, Slot
from sopeditor.layout.placement import Align, CellRole, PlacedCell, PlacedColumn, PlacedRow
from sopeditor.layout.wrapping import NOTHING, Wrapped
from sopeditor.model.step import Column

_CENTRED = frozenset({Column.NUMBER, Column.DURATION})

#: The shared cells of a page: column and row index of the first row -> last row, words.
#: A further row of the cell has no words of its own: None.
_Shared = Mapping[tuple[Column, int], tuple[int, Wrapped] | None]


def placed_rows(frame: PageFrame) -> tuple[PlacedRow, ...]:
    """Answer the rows of a page with their cells."""
    shared = _shared(frame)
    bottoms = {slot.index: slot.rect.bottom for slot in frame.slots if slot.row}
    return tuple(
        PlacedRow(
            step=slot.row.step.id if slot.row else "",
            position=slot.position,
            rect=slot.rect,
            cells=tuple(_cells(frame, slot, shared, bottoms)),
        )
        for slot in frame.slots
    )


def _shared(frame: PageFrame) -> _Shared:
    if frame.span is None:
        return {}
    found: dict[tuple[Column, int], tuple[int, Wrapped] | None] = {}
    for run, lines in frame.plan.rows.runs_among(frame.span.first, frame.span.last):
        start, end = run.piece(frame.span.first, frame.span.last)
        found |= {(run.column, row): None for row in range(start + 1, end + 1)}
        found[run.column, start] = (end, Wrapped(lines, run.text))
    return found


def _cells(
    frame: PageFrame, slot: Slot, shared: _Shared, bottoms: Mapping[int, float]
) -> Iterator[PlacedCell]:
    rights = _merged_lanes(frame, slot)
    top, high = slot.rect.top, slot.rect.height
    for column in frame.plan.columns.columns:
        width, height = column.width, high
        if column.lane is not None and column.lane in rights:
            merged = rights[column.lane]
            if merged is None:
                continue
            width = merged - column.left
        words = _own_words(slot, column.column)
        if (column.column, slot.index) in shared:
            piece = shared[column.column, slot.index]
            if piece is None:
                continue
            height, words = bottoms[piece[0]] - top, piece[1]
        rect = Rect(column.left, top, width, height)
        yield _cell(frame, slot, column, rect, words)


def _merged_lanes(frame: PageFrame, slot: Slot) -> Mapping[int, float | None]:
    """Answer the lanes that are one cell because a symbol stands on their border.

    Without the border inside, the line that leaves such a symbol downwards can be seen.
    The first of these lanes has the right edge of the cell, the others None.
    """
    edges = frame.plan.columns.lane_edges
    rights: dict[int, float | None] = {}
    boxes = slot.row.symbols.boxes if slot.row else ()
    between = sorted({(b.first_lane, b.last_lane) for b in boxes if b.first_lane != b.last_lane})
    start = -1
    for first, last in between:
        if rights.get(first, 0.0) is not None:
            start = first
        rights[start] = edges[last + 1]
        rights |= dict.fromkeys(range(max(first, start + 1), last + 1))
    return rights


def _own_words(slot: Slot, column: Column) -> Wrapped:
    if slot.row is None or column is Column.ACTORS:
        return NOTHING
    return Wrapped(slot.row.lines.get(column, ()), slot.row.raw(column))


def _cell(
    frame: PageFrame, slot: Slot, column: PlacedColumn, rect: Rect, words: Wrapped
) -> PlacedCell:
    context = frame.plan.context
    align = Align.CENTRE if column.column in _CENTRED else Align.LEFT
    return PlacedCell(
        rect=rect,
        role=CellRole.LANE if column.column is Column.ACTORS else CellRole.BODY,
        field=column.column.value,
        source=slot.row.step.id if slot.row else "",
        lane=column.lane,
        text=placed(rect, words, context.fonts.body, context.style.pitch, align),
    )
