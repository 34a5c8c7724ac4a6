from collections.abc import Sequence
from types import MappingProxyType

from sopeditor.layout.links import FlowEnds
from sopeditor.layout.pagination import Pagination, crossings_after
from sopeditor.layout.rows import Row, RowPlan
from sopeditor.layout.symbols import NO_SYMBOLS
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step


def pages(
    heights: Sequence[float],
    crossings: Sequence[int] = (),
    broken: Sequence[int] = (),
    final: float = 100,
) -> list[tuple[int, int]]:
    rows = tuple(
        Row(
            step=Step(id=f"s{index}", break_before=index in broken),
            position=index,
            part=0,
            label=str(index),
            lines=MappingProxyType({}),
            symbols=NO_SYMBOLS,
            height=height,
        )
        for index, height in enumerate(heights)
    )
    spans = Pagination(
        rows=RowPlan(rows, (), {}, ()),
        height=lambda first, last: sum(heights[first : last + 1]),
        capacity=lambda first, last: final if last else 100,
        crossings=crossings or [1] * len(heights),
        least_fill=0.75,
    ).spans()
    return [(span.first, span.last) for span in spans]


def test_pages_are_filled() -> None:
    assert pages([20] * 12) == [(0, 4), (5, 9), (10, 11)]


def test_one_page_takes_all_that_fits() -> None:
    assert pages([20] * 5) == [(0, 4)]


def test_a_page_ends_where_the_fewest_flows_cross() -> None:
    assert pages([20] * 8, [1, 1, 1, 1, 3, 1, 1, 0])[0] == (0, 3)


def test_a_page_is_not_left_half_empty_for_that() -> None:
    assert pages([20] * 9, [1, 0, 3, 3, 3, 1, 1, 1, 0])[0] == (0, 4)


def test_a_single_row_is_not_left_over() -> None:
    assert pages([20] * 6) == [(0, 3), (4, 5)]


def test_a_break_that_a_person_set_is_kept() -> None:
    assert pages([20] * 7, broken=[2]) == [(0, 1), (2, 6)]
    assert pages([20] * 3, broken=[0]) == [(0, 2)]


def test_a_row_that_fits_nowhere_has_a_page_of_its_own() -> None:
    assert pages([20, 130, 20, 20]) == [(0, 0), (1, 1), (2, 3)]


def test_footnotes_make_room_on_the_last_page() -> None:
    assert pages([20] * 5, final=70) == [(0, 2), (3, 4)]


def test_no_rows_have_no_pages() -> None:
    assert pages([]) == []


def test_crossings_count_the_flows_over_each_break() -> None:
    flow = Flow(id="f", source="a", target="b")
    flows = [FlowEnds(flow, 0, 2, 0), FlowEnds(flow, 3, 1, 0), FlowEnds(flow, 1, 1, 0)]
    assert crossings_after(flows, 4) == [1, 2, 1, 0]
