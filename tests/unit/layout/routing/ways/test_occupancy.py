"""Walks as bits: who meets whom."""

import pytest

from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.parties import Party
from sopeditor.layout.routing.sides import BOTTOM, TOP
from sopeditor.layout.routing.ways.occupancy import CROSSING, Occupancy
from sopeditor.layout.routing.ways.walks import Walk
from tests.unit.layout.routing.pages import arrow, box, page

ROWS = 12
PAGE = page(2, ROWS, *(box(f"s{row}", row, 0) for row in range(ROWS)), arrow("f", "s0>s1"))
LATTICE = build_lattice(PAGE)
#: Ends of no symbol.
ELSEWHERE = 4 * len(LATTICE.sites)


def party() -> Party:
    return Party(
        PAGE.flows[0], LATTICE.sites["s0"], LATTICE.sites["s1"], ELSEWHERE, ELSEWHERE, branch=0
    )


def placed(*walks: Walk) -> Occupancy:
    occupancy = Occupancy(LATTICE, [party() for _ in walks])
    for number, walk in enumerate(walks):
        occupancy.place(number, walk)
    return occupancy


def walk(*nodes: tuple[int, int]) -> Walk:
    return Walk(nodes, BOTTOM, TOP)


def test_a_walk_that_turns_above_both_its_ends_is_met_there() -> None:
    """What is left of a line that goes back up may come from below and go down again."""
    bow = walk((0, 20), (0, 2), (2, 2), (2, 20))
    down = walk((1, 1), (1, 3))
    occupancy = placed(bow)
    tolls = occupancy.toll(party(), down, 100.0) - occupancy.toll(party(), walk((1, 5), (1, 7)), 99)
    assert tolls == CROSSING


def test_walks_far_apart_do_not_meet() -> None:
    occupancy = placed(walk((0, 1), (0, 3)))
    assert occupancy.toll_in_place(0, occupancy.walk(0)) == 0.0


def test_walks_that_were_lifted_leave_nothing_behind() -> None:
    """Tolls among walks that came and went are those among the walks that stayed."""
    shared = [walk((0, 1), (0, 9)), walk((0, 1), (0, 5), (2, 5)), walk((0, 3), (0, 7))]
    across = walk((0, 4), (2, 4))
    occupancy = placed(*shared, across)
    for number in (0, 2, 3):
        occupancy.lift(number)
    occupancy.place(2, shared[2])
    stayed = Occupancy(LATTICE, occupancy.parties)
    stayed.place(1, shared[1])
    stayed.place(2, shared[2])
    for asked in (shared[0], across, walk((1, 0), (1, 9)), walk((2, 5), (1, 5))):
        assert occupancy.is_quiet(party(), asked) is stayed.is_quiet(party(), asked)
        assert occupancy.toll(party(), asked, 100.0) == stayed.toll(party(), asked, 100.0)


def test_every_walk_crossed_counts() -> None:
    occupancy = placed(walk((1, 1), (1, 9)), walk((1, 2), (1, 8)), walk((1, 3), (1, 9)))
    of_sides, *tolls = [
        occupancy.toll(party(), walk((0, row), (2, row)), 100.0) for row in (1, 2, 5)
    ]
    assert [toll - of_sides for toll in tolls] == pytest.approx([CROSSING, 3 * CROSSING])


def test_a_walk_is_placed_only_where_it_disturbs_nobody() -> None:
    occupancy = Occupancy(LATTICE, [party() for _ in range(3)])
    assert occupancy.place_if_quiet(0, walk((0, 1), (0, 3)))
    assert not occupancy.place_if_quiet(1, walk((0, 2), (0, 5)))
    assert occupancy.walks[1] is None
