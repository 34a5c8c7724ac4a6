"""A flow as the search for walks sees it: between two sites of the lattice."""

from msgspec import Struct

from sopeditor.layout.routing.lattice import Lattice, Site
from sopeditor.layout.routing.problem import RoutingFlow
from sopeditor.model.flow import NO_HINTS, FlowKind

#: A last leg this long holds the arrow head (8 px), in points.
ARROW_LENGTH = 6.0
#: A first leg this long holds the label beside it (10 px).
LABELLED_STUB = 7.5
#: Any other first or last leg is at least this long.
PLAIN_STUB = 3.0

#: Asked of every flow: a member costs a search through its class each time.
_JOINT = FlowKind.JOINT


class Party(Struct, eq=False):
    """A flow on the lattice, with its ends and its branch.

    `leaves` and `enters` are the first ports of both ends. Branches of one source, numbered
    from 1, must leave by different sides; 0 is for flows that need not. `stub` and `end` tell
    how long its first and last leg ought to be, in points. A flow `wishes` when sides are
    hinted for it.
    """

    flow: RoutingFlow
    source: Site
    target: Site
    leaves: int
    enters: int
    branch: int
    stub: float = 0.0
    end: float = 0.0
    wishes: bool = False


def party(lattice: Lattice, flow: RoutingFlow, branch: int) -> Party:
    """Answer a flow between its symbols; KeyError where one of them is not on the page."""
    source, target = lattice.sites[flow.source], lattice.sites[flow.target]
    hints = flow.hints
    return Party(
        flow,
        source,
        target,
        4 * source.number,
        4 * target.number,
        branch,
        PLAIN_STUB if flow.label is None else LABELLED_STUB,
        PLAIN_STUB if flow.kind is _JOINT else ARROW_LENGTH,
        hints is not NO_HINTS and (hints.source_side is not None or hints.target_side is not None),
    )
