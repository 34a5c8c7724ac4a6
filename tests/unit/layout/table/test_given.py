"""A table of given columns keeps them, and pages of a given height are obeyed."""

from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import DocumentLayout
from sopeditor.layout.style import GivenColumn, GivenTable, LayoutStyle
from sopeditor.model.step import Column
from tests.builders import a_document
from tests.unit.layout.support import PROFILE, HalfEm

_WIDTHS = (
    (Column.NUMBER, 20.25), (Column.ACTIVITY, 110.25), (Column.ACTORS, 51.0),
    (Column.ACTORS, 51.75), (Column.INPUTS, 75.0), (Column.DURATION, 40.5), (Column.OUTPUT, 60.0),
)  # fmt: skip


def _table(room: float, taken: float = 0.0) -> GivenTable:
    columns, left, lane = [], 13.5, 0
    for column, width in _WIDTHS:
        is_lane = column is Column.ACTORS
        columns.append(GivenColumn(column, left, width, lane if is_lane else None))
        lane += is_lane
        left += width
    return GivenTable(columns=tuple(columns), room=room, taken=taken)


def _laid_out(table: GivenTable) -> DocumentLayout:
    document = a_document(rows="(A) B A? B A B (A)", flows="1>2 2>3 3>4:Ya 3>1:Tidak 4>5 5>6 6>7")
    style = LayoutStyle(tables={"chart": table})
    return lay_out(document, PROFILE, HalfEm(), style)


def test_columns_stand_where_they_were_given() -> None:
    (page,) = _laid_out(_table(room=2000.0)).chart_pages("chart")
    assert [(column.column, column.width) for column in page.columns] == list(_WIDTHS)
    assert page.columns[0].left == 13.5


def test_symbols_stand_in_the_middle_of_given_lanes() -> None:
    (page,) = _laid_out(_table(room=2000.0)).chart_pages("chart")
    lanes = [column for column in page.columns if column.lane is not None]
    for symbol in page.symbols:
        lane = lanes[symbol.first_lane]
        assert abs(symbol.rect.centre.x - (lane.left + lane.width / 2)) < 0.01


def test_pages_are_no_higher_than_the_room_that_is_given() -> None:
    pages = _laid_out(_table(room=150.0, taken=60.0)).chart_pages("chart")
    assert len(pages) > 1
    assert pages[0].body.height <= 90.0
    assert all(page.body.height <= 150.0 for page in pages)
    assert any(page.links for page in pages)


def test_no_note_is_drawn_around_a_given_table() -> None:
    (page,) = _laid_out(_table(room=2000.0)).chart_pages("chart")
    assert page.above == page.below == ()
