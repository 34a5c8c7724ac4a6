import pytest

from sopeditor.foundation.units import mm_to_pt
from sopeditor.layout.sheet import sheet_of
from sopeditor.model.page import Margins, Orientation, PageSetup, Paper


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_body_is_on_the_grid_inside_the_margins_above_the_foot_zone(
    paper: Paper, orientation: Orientation
) -> None:
    sheet = sheet_of(PageSetup(paper=paper, orientation=orientation))
    assert sheet.printable.encloses(sheet.body)
    assert sheet.body.bottom <= sheet.foot_zone.top
    assert sheet.body.width % 3 == sheet.body.height % 3 == 0
    assert sheet.body.left % 0.75 == sheet.body.top % 0.75 == 0
    assert sheet.printable.width - sheet.body.width < 4


def test_the_foot_zone_is_the_lowest_part_of_the_printable_box() -> None:
    sheet = sheet_of(PageSetup(foot_zone=20))
    assert sheet.foot_zone.bottom == sheet.printable.bottom
    assert sheet.foot_zone.height == pytest.approx(mm_to_pt(20))
    assert sheet.notes == ()


def test_margins_that_leave_no_room_are_replaced_with_a_note() -> None:
    sheet = sheet_of(PageSetup(margins=Margins(left=200, right=200)))
    assert sheet.printable.left == pytest.approx(mm_to_pt(15))
    assert [note.key for note in sheet.notes] == ["layout.note.margins_too_wide"]


def test_a_foot_zone_that_leaves_no_room_is_reduced_with_a_note() -> None:
    sheet = sheet_of(PageSetup(foot_zone=190))
    assert sheet.body.height > 250
    assert [note.key for note in sheet.notes] == ["layout.note.foot_zone_too_high"]


def test_the_page_number_has_room_below_the_body_without_a_margin() -> None:
    sheet = sheet_of(PageSetup(foot_zone=0, margins=Margins(bottom=0)))
    assert sheet.page_number.height == 18
    assert sheet.page_number.top >= sheet.body.bottom
    assert sheet.page_number.bottom == sheet.paper.height
