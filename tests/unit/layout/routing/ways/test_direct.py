"""The walks of at most one bend, held against what templates, prices and rooms say of them."""

from hypothesis import given

from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.parties import party
from sopeditor.layout.routing.problem import RoutingProblem
from sopeditor.layout.routing.ways.costs import Pricing
from sopeditor.layout.routing.ways.direct import direct_walks, is_plain
from sopeditor.layout.routing.ways.rooms import leg_rooms, passable
from sopeditor.layout.routing.ways.shapes import Ends
from sopeditor.layout.routing.ways.templates import shapes
from sopeditor.layout.routing.ways.walks import Walk, spans
from tests.property.test_routing_properties import problems


@given(problems())
def test_direct_walks_are_those_of_the_templates(problem: RoutingProblem) -> None:
    lattice = build_lattice(problem)
    for flow in problem.flows:
        own = party(lattice, flow, 0)
        if not is_plain(lattice, own):
            continue
        price = Pricing(lattice, own).of_ends
        ends = Ends(own.source, own.target, own.stub, own.end, price)
        ways = sorted(shapes(lattice, ends, 0, float("inf")))
        general = [Walk(nodes, leave, enter, cost) for cost, nodes, leave, enter in ways]
        general = [walk for walk in general if passable(lattice, own, walk)]
        direct = direct_walks(lattice, own)
        assert [walk.nodes for walk in direct] == [walk.nodes for walk in general]
        for one, other in zip(direct, general, strict=True):
            assert (one.leave, one.enter) == (other.leave, other.enter)
            assert abs(one.price - other.price) < 1e-9
            assert one.rooms == leg_rooms(lattice, own, other)
            assert one.spans == spans(other)
