import pytest

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.lines import (
    cell_width_for,
    inset,
    line_height,
    lines_in,
    text_height,
    usable_width,
)
from sopeditor.layout.measure import Font


@pytest.mark.parametrize(
    ("size", "height"), [(8, 11.25), (10, 12.75), (11, 14.25), (12, 15.0), (14, 18.0), (16, 20.25)]
)
def test_lines_of_arial_are_as_high_as_in_a_workbook(size: float, height: float) -> None:
    assert line_height(Font("Arial", size)) == height


@pytest.mark.parametrize("family", ["Arial", "Calibri", "Bookman Old Style", "Noto Sans"])
@pytest.mark.parametrize("size", [5.0, 7.0, 9.0, 13.0, 24.0])
def test_lines_of_any_font_hold_its_letters_on_whole_pixels(family: str, size: float) -> None:
    height = line_height(Font(family, size))
    assert height >= 1.1 * size
    assert height % 0.75 == 0


def test_rows_are_on_the_grid_and_hold_their_lines() -> None:
    font = Font("Arial", 8)
    for count in range(1, 40):
        height = text_height(count, font)
        assert height % 3 == 0
        assert height >= count * 11.25 + 3
        assert lines_in(height, font) >= count


def test_no_line_takes_no_height() -> None:
    assert text_height(0, Font("Arial", 8)) == 0


def test_text_uses_the_pixels_of_a_cell_less_five_and_a_reserve() -> None:
    assert usable_width(75) == pytest.approx((100 - 5) * 0.96 * 0.75)


def test_a_cell_made_for_a_text_holds_it() -> None:
    for width in (1.0, 20.5, 77.7):
        cell = cell_width_for(width)
        assert cell % 3 == 0
        assert usable_width(cell) >= width


def test_the_box_for_text_is_wider_than_lines_may_be() -> None:
    cell = Rect(10, 10, 75, 30)
    assert cell.encloses(inset(cell))
    assert inset(cell).width >= usable_width(cell.width)


def test_text_keeps_away_from_the_borders_of_any_cell() -> None:
    for width in range(12, 200, 3):
        box = inset(Rect(0, 0, width, 30))
        assert box.left == 3
        assert usable_width(width) <= box.width
