import pytest
from msgspec.structs import replace

from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Column
from sopeditor.model.widths import AUTOMATIC_WIDTHS, LEAST_WIDTH, MOST_WIDTH, ColumnWidths
from tests.builders import a_document


def _with(widths: ColumnWidths) -> Document:
    document = a_document()
    return replace(document, charts=(replace(document.charts[0], widths=widths),))


def test_widths_are_kept_in_the_order_of_the_columns() -> None:
    widths = ColumnWidths.of({Column.REMARKS: 60.0, Column.NUMBER: 24.0})
    assert widths.by_hand == ((Column.NUMBER, 24.0), (Column.REMARKS, 60.0))
    assert widths == ColumnWidths.of({Column.NUMBER: 24.0, Column.REMARKS: 60.0})


def test_a_column_that_is_not_set_is_automatic() -> None:
    widths = AUTOMATIC_WIDTHS.changed({Column.OUTPUT: 90.0})
    assert (widths.get(Column.OUTPUT), widths.get(Column.INPUTS)) == (90.0, None)
    assert Column.OUTPUT in widths
    assert Column.INPUTS not in widths
    assert not widths.without(Column.OUTPUT)
    assert widths.without(Column.INPUTS) == widths


@pytest.mark.parametrize(
    "by_hand",
    [
        ((Column.OUTPUT, LEAST_WIDTH - 0.5),),
        ((Column.OUTPUT, MOST_WIDTH + 0.5),),
        ((Column.OUTPUT, float("nan")),),
        ((Column.OUTPUT, 60.0), (Column.OUTPUT, 90.0)),
        ((Column.OUTPUT, 60.0), (Column.NUMBER, 24.0)),
    ],
)
def test_impossible_widths_break_a_document(by_hand: tuple[tuple[Column, float], ...]) -> None:
    keys = {found.key for found in broken_references(_with(ColumnWidths(by_hand)))}
    assert keys == {"model.bad_width"}


def test_possible_widths_do_not() -> None:
    assert broken_references(_with(ColumnWidths.of({Column.ACTORS: LEAST_WIDTH}))) == ()
