"""A flow as the search for walks sees it: between two sites of the lattice."""

from sopeditor.layout.routing.lattice import Site
from sopeditor.layout.routing.problem import RoutingFlow


class Party:
    """A flow on the lattice, with its ends and its branch.

    `ports` are the first ports of both ends; `stub` and `end` tell how long its first and last
    leg ought to be, in points. Branches of one source, numbered from 1, must leave by
    different sides; 0 is for flows that need not. A flow `wishes` when sides are hinted for it.
    """

    __slots__ = ("branch", "end", "flow", "ports", "source", "stub", "target", "wishes")

    def __init__(
        self,
        flow: RoutingFlow,
        sites: tuple[Site, Site],
        ports: tuple[int, int],
        branch: int,
        lengths: tuple[float, float] = (0.0, 0.0),
    ) -> None:
        self.flow = flow
        self.source, self.target = sites
        self.stub, self.end = lengths
        self.ports = ports
        self.branch = branch
        hints = flow.hints
        self.wishes = hints.source_side is not None or hints.target_side is not None
