"""Walks as bits, band by band."""

import pytest

from sopeditor.layout.routing.sides import BOTTOM, TOP
from sopeditor.layout.routing.ways.prints import BAND, Prints, prints
from sopeditor.layout.routing.ways.shapes import Node
from sopeditor.layout.routing.ways.walks import Walk, spans

COLUMNS = 7
WALKS: list[tuple[Node, ...]] = [
    ((2, 1), (2, 5)),
    ((2, 5), (2, 1)),
    ((1, 3), (5, 3)),
    ((1, 3), (5, 3), (5, 6)),
    ((5, 2), (5, 6), (1, 6)),
    ((2, 1), (2, 4 * BAND)),
    ((0, 20), (0, 2), (2, 2), (2, 20)),
]


def walk(nodes: tuple[Node, ...]) -> Walk:
    return Walk(nodes, BOTTOM, TOP)


def bits(pieces: list[tuple[int, int]]) -> set[tuple[int, int]]:
    """Answer every bit with its band."""
    return {(band, k) for band, own in pieces for k in range(own.bit_length()) if own >> k & 1}


@pytest.mark.parametrize("nodes", WALKS)
def test_a_walk_covers_the_steps_of_its_legs_and_no_others(nodes: tuple[Node, ...]) -> None:
    finder = prints(COLUMNS)
    own = walk(nodes)
    covered = bits([(band, covers & finder.steps) for band, covers, _ in finder.of(own)])
    legs = [bits(finder.steps_of(leg)) for leg in spans(own)]
    assert covered == set().union(*legs)
    assert len(covered) == sum(high - low for _, _, low, high in spans(own))


@pytest.mark.parametrize("nodes", WALKS)
def test_a_walk_passes_every_point_between_its_turns(nodes: tuple[Node, ...]) -> None:
    finder = prints(COLUMNS)
    own = walk(nodes)
    passed = bits([(band, covers & finder.passes) for band, covers, _ in finder.of(own)])
    assert len(passed) == sum(high - low - 1 for _, _, low, high in spans(own))


def test_walks_that_cross_meet_in_one_point_and_neighbours_in_none() -> None:
    finder = prints(COLUMNS)
    ((_, covers, _),) = finder.of(walk(((1, 3), (5, 3))))
    ((_, _, meets),) = finder.of(walk(((2, 1), (2, 5))))
    ((_, _, beside),) = finder.of(walk(((6, 1), (6, 5))))
    assert (covers & meets).bit_count() == 1
    assert not covers & beside


def test_pages_with_as_many_columns_share_what_was_found() -> None:
    assert prints(COLUMNS) is prints(COLUMNS)
    own, other = walk(WALKS[0]), walk(WALKS[0])
    assert prints(COLUMNS).of(own) == Prints(COLUMNS).of(other)
