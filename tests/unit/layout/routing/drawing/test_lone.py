"""Where legs lie alone, held against their wishes and their comfortable rooms."""

from itertools import pairwise

from hypothesis import given

from sopeditor.layout.routing.drawing.lone import lone_legs
from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.parties import party
from sopeditor.layout.routing.problem import RoutingProblem
from sopeditor.layout.routing.ways.choices import Chooser
from sopeditor.layout.routing.ways.rooms import comfortable_room, leg_rooms
from tests.property.test_routing_properties import problems


@given(problems())
def test_ends_alone_lie_as_near_to_the_middle_of_their_side_as_is_comfortable(
    problem: RoutingProblem,
) -> None:
    lattice = build_lattice(problem)
    ends = [1] * (4 * len(lattice.sites) + 4)
    for flow in problem.flows:
        own = party(lattice, flow, 0)
        chooser = Chooser(lattice, own)
        walks = [chooser.last_resort(), *chooser.cheaper_alone(6)]
        for walk in walks:
            legs = lone_legs(lattice, own, walk, ends)
            steps = list(pairwise(walk.nodes))
            assert len(legs) == len(steps)
            for index, site in ((len(legs) - 1, own.target), (0, own.source)):
                upright = steps[index][0][0] == steps[index][1][0]
                middle = site.centre_x if upright else site.centre_y
                if len(legs) > 1 or site is own.source:
                    room = leg_rooms(lattice, own, walk)[index]
                    low, high = comfortable_room(own, walk, index, room)
                    assert legs[index] == max(low, min(middle, high))
