"""A flow as the search for walks sees it: between two sites of the lattice."""

from sopeditor.layout.routing.lattice import Site
from sopeditor.layout.routing.problem import RoutingFlow

#: What it costs to leave or enter by a side, for each other end there; one bend is the unit.
_USED_SIDE_OF_DIAMOND = 0.9
_USED_SIDE = 0.5


class Party:
    """A flow on the lattice, with its ends and its branch.

    `ports` are the first ports of both ends; `stub` and `end` tell how long its first and last
    leg ought to be, in points; `leaving` and `entering` what each other end at a side of its
    source or target costs. Branches of one source, numbered from 1, must leave by
    different sides; 0 is for flows that need not. A flow `wishes` when sides are hinted for it.
    """

    __slots__ = (
        "branch",
        "end",
        "entering",
        "flow",
        "leaving",
        "ports",
        "source",
        "stub",
        "target",
        "wishes",
    )

    def __init__(
        self,
        flow: RoutingFlow,
        sites: tuple[Site, Site],
        ports: tuple[int, int],
        branch: int,
        lengths: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.flow = flow
        self.source, self.target = source, target = sites
        self.leaving = _USED_SIDE_OF_DIAMOND if source.is_diamond else _USED_SIDE
        self.entering = _USED_SIDE_OF_DIAMOND if target.is_diamond else _USED_SIDE
        self.stub, self.end = lengths
        self.ports = ports
        self.branch = branch
        hints = flow.hints
        self.wishes = hints.source_side is not None or hints.target_side is not None
