from msgspec.structs import replace

from sopeditor.layout.placement import CellRole, PlacedCell
from sopeditor.layout.table.columns import plan_columns
from sopeditor.layout.table.header import Header, plan_header
from sopeditor.model.actor import Actor
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column
from tests.unit.layout.support import PROFILE, context_of, document, procedure


def header(profile: Profile = PROFILE, lanes: int = 3, name: str = "") -> Header:
    drawn = procedure(4, lanes)
    made = document(drawn)
    if name:
        actors = tuple(Actor(id=actor.id, name=name) for actor in made.actors)
        made = Document(actors=actors, charts=(drawn,))
    context = context_of(made, profile)
    return plan_header(context, plan_columns(context, drawn, {}))


def cell(cells: tuple[PlacedCell, ...], field: str, lane: int | None = None) -> PlacedCell:
    return next(
        c for c in cells if (c.field, c.lane) == (field, lane) and c.role is CellRole.HEADER
    )


def test_number_activity_and_remarks_span_both_levels() -> None:
    made = header()
    cells = made.cells(100)
    for field in ("number", "activity", "remarks"):
        assert cell(cells, field).rect.top == 100
        assert cell(cells, field).rect.height == sum(made.levels)


def test_pelaksana_stands_over_all_lanes() -> None:
    cells = header(lanes=4).cells(0)
    over = cell(cells, "actors")
    lanes = [cell(cells, "actors", lane) for lane in range(4)]
    assert (over.rect.left, over.rect.right) == (lanes[0].rect.left, lanes[-1].rect.right)
    assert all(lane.rect.top == over.rect.bottom for lane in lanes)
    assert [lane.source for lane in lanes] == ["a0", "a1", "a2", "a3"]


def test_mutu_baku_stands_over_the_quality_columns() -> None:
    cells = header().cells(0)
    over = cell(cells, "quality")
    assert over.rect.left == cell(cells, "inputs").rect.left
    assert over.rect.right == cell(cells, "output").rect.right


def test_quality_columns_that_stand_apart_have_a_caption_each() -> None:
    order = (Column.NUMBER, Column.OUTPUT, Column.ACTIVITY, Column.ACTORS, Column.DURATION)
    cells = header(replace(PROFILE, columns=order)).cells(0)
    assert [c.field for c in cells].count("quality") == 2


def test_columns_are_numbered_where_the_profile_says_so() -> None:
    made = header()
    numbers = [c for c in made.cells(0) if c.role is CellRole.COLUMN_NUMBER]
    assert [c.text.lines for c in numbers if c.text] == [(f"({n})",) for n in range(1, 10)]
    assert not header(replace(PROFILE, column_numbers=False)).numbers


def test_cells_of_the_head_cover_it_without_overlap() -> None:
    made = header(lanes=5)
    cells = made.cells(0)
    area = sum(c.rect.width * c.rect.height for c in cells)
    assert area == made.height * (made.plan.right - made.plan.left)
    assert made.height % 3 == 0


def test_very_long_names_do_not_fill_the_page() -> None:
    made = header(lanes=12, name="Kepala Subbagian Umum dan Kepegawaian " * 12)
    assert made.height < made.context.sheet.body.height / 2
