"""Remembers pages and their routes, so that an edit moves only the lines it touches.

A page seen before gets the very same routes again: undo and redo restore every line. Any
other is routed after the page that last held most of its symbols. What is drawn therefore
depends on the edits made; a new memory draws every page as `route` does.
"""

from collections import Counter, OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from msgspec import Struct

from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import Routing, RoutingProblem

#: How many pages are remembered.
_MOST_PAGES = 1024
#: A page is like another when they share this many of their symbols.
_ALIKE = 0.5


class _Page(Struct, eq=False):
    """A page as it was asked for last, its routes, and the names of its symbols."""

    problem: RoutingProblem
    routing: Routing
    names: tuple[str, ...]


class RoutingMemory:
    """A router for one document that is being edited; call it with a page."""

    def __init__(self) -> None:
        self._known: OrderedDict[RoutingProblem, _Page] = OrderedDict()
        #: By the identity of the page as it was asked for last: to compare pages takes time.
        self._same: dict[int, _Page] = {}
        #: The page on which each symbol was drawn last.
        self._latest: dict[str, _Page] = {}
        #: The pages drawn while trying out, which are to be forgotten; None: not trying out.
        self._tried: list[_Page] | None = None

    def __call__(self, problem: RoutingProblem, whole: Routing | None = None) -> Routing:
        """Answer the routes of a page. Raises KeyError as `route` does.

        `whole` is what `route` answers to the page, where that is known already.
        """
        page = self._same.get(id(problem)) or self._asked(problem, whole)
        for name in page.names:
            self._latest[name] = page
        return page.routing

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Remember nothing of the pages asked for meanwhile: they are only tried out."""
        latest, self._tried = dict(self._latest), []
        try:
            yield
        finally:
            for page in self._tried:
                if self._known.pop(page.problem, None) is page:
                    self._forget(page)
            self._latest, self._tried = latest, None

    def _asked(self, problem: RoutingProblem, whole: Routing | None) -> _Page:
        page = self._known.get(problem)
        if page is None:
            names = tuple(symbol.id for symbol in problem.symbols)
            like = self._most_alike(problem, names)
            if like is not None:
                whole = reroute(problem, (like.problem, like.routing))
            page = _Page(problem, whole or route(problem), names)
            self._known[problem] = page
            if self._tried is not None:
                self._tried.append(page)
        else:
            del self._same[id(page.problem)]
            page.problem = problem
            self._known.move_to_end(problem)
        self._same[id(problem)] = page
        if len(self._known) > _MOST_PAGES:
            self._forget(self._known.popitem(last=False)[1])
        return page

    def _forget(self, page: _Page) -> None:
        del self._same[id(page.problem)]
        for name in page.names:
            if self._latest.get(name) is page:
                del self._latest[name]

    def _most_alike(self, problem: RoutingProblem, names: tuple[str, ...]) -> _Page | None:
        shared = Counter(self._latest[name] for name in names if name in self._latest)
        for page, count in shared.most_common(1):
            if count > _ALIKE * len(names) and page.problem.lanes == problem.lanes:
                return page
        return None
