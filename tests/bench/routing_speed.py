"""R5 to R8: the time of a route, as a ratio to other times of the same run.

Times are of the processor, so that other programs disturb them little, and without the
collection of garbage, as `timeit` measures.
"""

import gc
import json
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from random import Random

from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from tests.bench import graphviz
from tests.bench import routing_corpus as corpus
from tests.bench.figures import Figure, at, mean
from tests.bench.graph_edits import edited, meaning
from tests.bench.routing_stability import sharing

#: Groups of graphs; moves per graph, and runs of routes and of moves a round; targets of R5 and
#: R8. A move is over soon: it is made more often, to be as warm as a route of the page.
_SIZES = (("g0040", (20, 3, 9), (0.5, 0.35)), ("g1000", (4, 1, 9), (0.2, 0.03)))
#: Everything is measured in turn so many times, and the least counts: a machine that is slow
#: for a while is so for both sides of a ratio.
_ROUNDS = 5
_FAR = float("inf")

Work = Callable[[], object]


class _Timed:
    """Pieces of work, one for each graph or move, and the least time of each so far."""

    def __init__(self, works: Iterable[Work], runs: int = 1) -> None:
        self._works = list(works)
        self._runs = runs
        self.times = [_FAR] * len(self._works)

    def go_round(self) -> None:
        """Do all of it once more."""
        for number, work in enumerate(self._works):
            self.times[number] = min(self.times[number], least_ms(work, self._runs))

    @property
    def mean(self) -> float:
        """The mean of the least times, in milliseconds."""
        return mean(self.times)


class _Peer:
    """Graphviz on the same graphs.

    Of each graph and of an empty one the least time counts, and only then is one taken from
    the other: the least of differences would be that of a round in which the empty graph
    happened to be slow.
    """

    def __init__(self, documents: list[corpus.Document]) -> None:
        present = documents if graphviz.is_installed() else []
        self._sources = [graphviz.to_dot(document) for document in present]
        self._whole = [_FAR] * len(self._sources)
        self._empty = _FAR

    def go_round(self) -> None:
        """Route all of them once more."""
        for number, source in enumerate(self._sources):
            self._empty = min(self._empty, graphviz.least_ms(graphviz.EMPTY))
            self._whole[number] = min(self._whole[number], graphviz.least_ms(source))

    @property
    def times(self) -> list[float]:
        """The least times of full routes, less that of an empty graph, in milliseconds."""
        return [max(0.01, whole - self._empty) for whole in self._whole]


class _Size:
    """All that is measured of the graphs of one size."""

    def __init__(
        self, documents: list[corpus.Document], moves: int, runs: int, runs_of_moves: int = 1
    ) -> None:
        self.routes = _Timed((_routing(document) for document in documents), runs)
        self.parses = _Timed((_parse(document) for document in documents), runs=6)
        self.moves = _Timed(_moves(documents, moves), runs_of_moves)
        self.peer = _Peer(documents if moves else [])

    def go_round(self) -> None:
        """Measure everything once more."""
        for part in (self.routes, self.parses, self.moves, self.peer):
            part.go_round()


def figures() -> Iterator[Figure]:
    """Yield the figures of speed."""
    groups = corpus.groups()
    sizes = {name: _Size(groups[name], *counts) for name, counts, _ in _SIZES}
    sizes["g0100"] = _Size(groups["g0100"], 0, 3)
    for _ in range(_ROUNDS):
        for size in sizes.values():
            size.go_round()
    for name, _, (of_graphviz, of_full) in _SIZES:
        size = sizes[name]
        if size.peer.times:
            yield _ratio(
                "R5", f"full route / Graphviz ortho, {name}", size.peer.times, size, of_graphviz
            )
        yield _ratio("R6", f"full route / json.loads, {name}", size.parses.times, size, 40)
        times = size.moves.times
        yield Figure(
            id="R8",
            what=f"move one symbol, p95 / full route, {name}",
            value=at(times, 0.95) / size.routes.mean,
            most=of_full,
            beside=f"p50 {at(times, 0.5):.2f} ms, p95 {at(times, 0.95):.2f} ms",
        )
    large, middle = sizes["g1000"].routes.mean, sizes["g0100"].routes.mean
    beside = f"{large:.1f} ms / {middle:.1f} ms"
    yield Figure(
        id="R7", what="time(1000) / time(100)", value=large / middle, most=13, beside=beside
    )


def _ratio(name: str, what: str, floor: list[float], size: _Size, most: float) -> Figure:
    spent = size.routes.mean
    beside = f"{spent:.2f} ms / {mean(floor):.3f} ms"
    return Figure(id=name, what=what, value=spent / mean(floor), most=most, beside=beside)


def least_ms(work: Work, runs: int) -> float:
    """Answer the least time of several runs, in milliseconds."""
    least = float("inf")
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            begun = time.process_time()
            work()
            least = min(least, time.process_time() - begun)
    finally:
        gc.enable()
    return least * 1000


def _routing(document: corpus.Document) -> Work:
    problem = corpus.to_problem(document)
    return lambda: route(problem)


def _parse(document: corpus.Document) -> Work:
    text = json.dumps(document)
    return lambda: json.loads(text)


def _moves(documents: list[corpus.Document], moves: int) -> Iterator[Work]:
    """Yield the moves of single symbols, so many of each graph."""
    random = Random("move one symbol")
    for document in documents if moves else []:
        before = corpus.to_problem(corpus.placed(meaning(document)))
        routing = route(before)
        for _ in range(moves):
            after = sharing(before, corpus.placed(edited(document, "move", random)))
            yield partial(reroute, after, (before, routing))
