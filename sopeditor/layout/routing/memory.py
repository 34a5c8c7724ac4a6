"""Remembers pages and their routes, so that an edit moves only the lines it touches.

A page seen before gets the very same routes again: undo and redo restore every line. Any
other is routed after the page most like it. What is drawn therefore depends on the edits
made; a new memory draws every page as `route` does.
"""

from collections import OrderedDict

from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from sopeditor.layout.routing.reroute import reroute

#: How many pages are remembered, and among how many of the latest a like one is looked for.
_MOST_PAGES = 512
_LATEST = 48
#: A page is like another when they share this many of their symbols.
_ALIKE = 0.5


class RoutingMemory:
    """A router for one document that is being edited; call it with a page."""

    def __init__(self) -> None:
        self._known: OrderedDict[RoutingProblem, Routing] = OrderedDict()
        self._symbols: dict[RoutingProblem, frozenset[str]] = {}

    def __call__(self, problem: RoutingProblem) -> Routing:
        """Answer the routes of a page. Raises KeyError as `route` does."""
        known = self._known.get(problem)
        if known is None:
            names = frozenset(symbol.id for symbol in problem.symbols)
            like = self._most_alike(problem, names)
            known = reroute(problem, (like, self._known[like])) if like else route(problem)
            self._known[problem] = known
            self._symbols[problem] = names
        self._known.move_to_end(problem)
        while len(self._known) > _MOST_PAGES:
            oldest, _ = self._known.popitem(last=False)
            del self._symbols[oldest]
        return known

    def _most_alike(self, problem: RoutingProblem, names: frozenset[str]) -> RoutingProblem | None:
        best: RoutingProblem | None = None
        most = _ALIKE * len(names)
        for count, other in enumerate(reversed(self._known)):
            if count == _LATEST:
                break
            shared = len(names & self._symbols[other])
            if shared > most and other.lanes == problem.lanes:
                best, most = other, shared
        return best
