"""Walks as bits: who meets whom."""

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
