from collections.abc import Iterator, Sequence
from itertools import accumulate
from time import perf_counter
from types import MappingProxyType

import pytest

from sopeditor.layout.paging.pagination import PageSize, Pagination
from sopeditor.layout.style import SYMBOL_SIZES
from sopeditor.layout.table.rows import Row, RowPlan
from sopeditor.layout.table.symbols import NO_SYMBOLS, SymbolBox, SymbolGroup
from sopeditor.model.step import Step
from sopeditor.model.symbol import SymbolKind

DIAMOND = SymbolBox(
    id="y",
    symbol="y",
    kind=SymbolKind.DECISION,
    size=SYMBOL_SIZES[0].decision,
    first_lane=0,
    last_lane=0,
)


def pages(
    heights: Sequence[float],
    crossings: Sequence[int] = (),
    *,
    broken: Sequence[int] = (),
    decisions: Sequence[int] = (),
    final: float = 100,
    link_height: float = 0,
) -> list[tuple[int, int]]:
    """Answer the pages, 100 points high, of rows with so many flows over each break."""
    crossed = [*(crossings or [1] * (len(heights) - 1)), 0][: len(heights)]
    rows = tuple(
        Row(
            step=Step(id=f"s{index}", break_before=index in broken),
            position=index,
            part=0,
            label=str(index),
            lines=MappingProxyType({}),
            symbols=SymbolGroup((DIAMOND,)) if index in decisions else NO_SYMBOLS,
            height=height,
        )
        for index, height in enumerate(heights)
    )

    def sizes(first: int) -> Iterator[PageSize]:
        above = crossed[first - 1] if first else 0
        for last, steps in enumerate(accumulate(heights[first:]), start=first):
            rows_of_links = (above > 0) + (crossed[last] > 0)
            height = steps + link_height * rows_of_links
            yield PageSize(height, steps, above + crossed[last])

    spans = Pagination(
        rows=RowPlan(rows, (), {}, ()),
        sizes=sizes,
        capacity=lambda _, last: final if last else 100,
    ).spans()
    return [(span.first, span.last) for span in spans]


def test_one_page_takes_all_that_fits() -> None:
    assert pages([20] * 5) == [(0, 4)]


def test_as_few_pages_as_possible_are_filled_evenly() -> None:
    assert pages([20] * 12) == [(0, 3), (4, 7), (8, 11)]
    assert pages([20] * 10) == [(0, 4), (5, 9)]


def test_no_page_more_is_taken_to_cut_fewer_flows() -> None:
    assert pages([20] * 10, [1, 1, 0, 9, 9, 9, 0, 1, 1]) == [(0, 4), (5, 9)]


def test_a_page_ends_where_the_fewest_flows_cross() -> None:
    assert pages([20] * 8, [1, 1, 1, 2, 3, 1, 1])[0] == (0, 3)


def test_a_later_break_is_weighed_together_with_an_earlier_one() -> None:
    crossings = [9, 9, 9, 1, 1, 9, 9, 1, 9, 9, 9, 9]
    assert pages([20] * 12, crossings) == [(0, 3), (4, 7), (8, 11)]


def test_a_page_is_not_left_half_empty_for_one_flow_less() -> None:
    assert pages([10] * 16, [9, 9, 9, 9, 2, 9, 9, 3, 9, 9, 9, 9, 9, 9, 9])[0] == (0, 7)


@pytest.mark.parametrize("cheap", [0, 1])
def test_no_page_is_filled_less_than_a_third(cheap: int) -> None:
    crossings = [99] * 9
    crossings[cheap - 1 if cheap else 0] = 0
    assert pages([15] * 10, crossings)[0][1] >= 2


def test_a_page_does_not_end_below_a_decision_when_another_break_is_as_good() -> None:
    assert pages([20] * 8, decisions=[3]) == [(0, 4), (5, 7)]


def test_a_single_row_is_not_left_over() -> None:
    assert pages([20] * 6, [9, 9, 9, 9, 0]) == [(0, 3), (4, 5)]


def test_a_break_that_a_person_set_is_kept() -> None:
    assert pages([20] * 7, broken=[2]) == [(0, 1), (2, 6)]
    assert pages([20] * 3, broken=[0]) == [(0, 2)]
    assert pages([20] * 5, broken=[1, 2, 4]) == [(0, 0), (1, 1), (2, 3), (4, 4)]


def test_a_row_that_fits_nowhere_has_a_page_of_its_own() -> None:
    assert pages([20, 130, 20, 20]) == [(0, 0), (1, 1), (2, 3)]


def test_rows_of_links_take_their_room() -> None:
    assert pages([20] * 5, link_height=15) == [(0, 4)]
    assert all(last - first <= 3 for first, last in pages([20] * 9, link_height=15))


def test_footnotes_make_room_on_the_last_page() -> None:
    assert pages([20] * 5, final=70) == [(0, 2), (3, 4)]


def test_no_rows_have_no_pages() -> None:
    assert pages([]) == []


def test_a_thousand_rows_are_cut_in_a_moment() -> None:
    start = perf_counter()
    assert len(pages([7 + index % 3 for index in range(1000)])) >= 80
    assert perf_counter() - start < 1.0
