import pytest

from sopeditor.layout.style import WidthRange
from sopeditor.layout.table.allocation import Demand, Fit, allocate


def demand(characters: int, least: float = 30, usual: float = 60, most: float = 300) -> Demand:
    """Answer the demand of one row with so many points of text, ten points a line."""

    def fit(width: float) -> Fit:
        return Fit((-(-characters // int(width)) * 10.0,), 0)

    return Demand(WidthRange(least, usual, most), fit)


@pytest.mark.parametrize("total", [60.0, 120.0, 300.0, 900.0])
def test_widths_are_on_the_grid_and_fill_the_total(total: float) -> None:
    widths = allocate(total, [demand(100), demand(1000), demand(10)], [0.0])
    assert sum(widths) == total
    assert all(width % 3 == 0 for width in widths)


def test_the_column_with_more_text_gets_more_width() -> None:
    short, long = allocate(300, [demand(60), demand(2000)], [0.0])
    assert long > 2 * short


def test_no_column_is_narrower_than_its_least_width_while_there_is_room() -> None:
    widths = allocate(300, [demand(0, least=90), demand(5000)], [0.0])
    assert widths[0] >= 90


def test_words_that_would_be_cut_draw_width() -> None:
    def fit(width: float) -> Fit:
        return Fit((10.0,), 0 if width >= 102 else 1)

    widths = allocate(180, [Demand(WidthRange(30, 60, 150), fit), demand(10)], [50.0])
    assert widths[0] >= 102


def test_nothing_to_divide_gives_nothing() -> None:
    assert allocate(300, [], [0.0]) == []
