"""The columns of the grid share the room that there is."""

import pytest

from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import WIDTHS, shared_out


@pytest.mark.parametrize("room", [900, 1_400, 2_300])
def test_columns_fill_the_room_and_no_more(room: int) -> None:
    least = dict.fromkeys(WIDTHS, 40)
    widths = shared_out(room, least)
    assert room - len(widths) < sum(widths.values()) <= room
    assert widths[Field.ACTIVITY] > widths[Field.DURATION]


def test_what_one_column_cannot_give_the_others_give() -> None:
    least = dict.fromkeys(WIDTHS, 40) | {Field.SYMBOL: 120, Field.NUMBER: 90}
    widths = shared_out(900, least)
    assert widths[Field.SYMBOL] == 120
    assert widths[Field.NUMBER] == 90
    assert sum(widths.values()) <= 900


def test_where_there_is_too_little_room_every_column_has_its_least() -> None:
    least = dict.fromkeys(WIDTHS, 100)
    assert shared_out(300, least) == least
