"""Lines that stay lie on the lattice where the search once put them."""

from dataclasses import dataclass
from itertools import pairwise

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.edits.kept import Keeper
from sopeditor.layout.routing.engine import drawn_apart
from sopeditor.layout.routing.lattice import Lattice, build_lattice
from sopeditor.layout.routing.problem import Route, RoutingProblem
from sopeditor.layout.routing.search import Search, branches
from sopeditor.layout.routing.ways.walks import Walk
from tests.unit.layout.routing.pages import arrow, box, branch, diamond, page


@dataclass
class Drawn:
    """A page with walks and lines for all its flows."""

    problem: RoutingProblem
    lattice: Lattice
    walks: list[Walk]
    lines: list[Polyline]


def drawn(problem: RoutingProblem) -> Drawn:
    lattice = build_lattice(problem)
    search = Search(lattice, problem.flows, branches(problem.flows))
    search.run()
    _, lines, apart = drawn_apart(lattice, search)
    assert apart
    walks = [search.placed.walk(number) for number in range(len(problem.flows))]
    return Drawn(problem, lattice, walks, lines)


#: Straight lines both ways, one and two turns both ways round, a loop back and one to itself.
PAGE = page(
    4,
    6,
    box("a", 0, 0),
    box("b", 0, 3),
    diamond("c", 1, 1),
    box("d", 2, 1),
    box("e", 3, 3),
    box("f", 4, 0),
    box("g", 5, 2),
    arrow("a-b", "a>b"),
    arrow("b-c", "b>c"),
    branch("c-d", "c>d"),
    branch("c-a", "c>a"),
    arrow("d-e", "d>e"),
    arrow("e-f", "e>f"),
    arrow("f-g", "f>g"),
    arrow("g-b", "g>b"),
    arrow("g-g", "g>g"),
)


def test_a_line_within_the_page_keeps_its_walk() -> None:
    there = drawn(PAGE)
    keeper = Keeper(there.lattice)
    assert {len(line) for line in there.lines} >= {2, 3, 4, 5}
    for flow, walk, line in zip(PAGE.flows, there.walks, there.lines, strict=True):
        ((own, kept),) = keeper.pieces(flow, Route(flow=flow.id, points=line), branch=0)
        assert (kept.nodes, kept.leave, kept.enter) == (walk.nodes, walk.leave, walk.enter)
        assert own.source is there.lattice.sites[flow.source]
        assert own.target is there.lattice.sites[flow.target]


def test_nothing_may_move_a_line_that_stays() -> None:
    there = drawn(PAGE)
    keeper = Keeper(there.lattice)
    for flow, line in zip(PAGE.flows, there.lines, strict=True):
        ((_, kept),) = keeper.pieces(flow, Route(flow=flow.id, points=line), branch=0)
        legs = [a.x if a.x == b.x else a.y for a, b in pairwise(line)]
        assert kept.rooms == tuple((at, at) for at in legs)
