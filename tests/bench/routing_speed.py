"""R5 to R8: the time of a route, as a ratio to other times of the same run.

Times are of the processor, so that other programs disturb them little, and without the
collection of garbage, as `timeit` measures.
"""

import gc
import json
import time
from collections.abc import Callable, Iterator
from random import Random

from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from tests.bench import graphviz
from tests.bench import routing_corpus as corpus
from tests.bench.figures import Figure, at, mean
from tests.bench.graph_edits import edited, meaning
from tests.bench.routing_stability import sharing

#: Steps, runs of which the least time counts, moves per graph, and the targets of R5 and R8.
_SIZES = (("g0040", 9, 20, 0.5, 0.35), ("g1000", 3, 4, 0.2, 0.03))


def figures() -> Iterator[Figure]:
    """Yield the figures of speed."""
    groups = corpus.groups()
    spent = {name: _route_times(groups[name], runs) for name, runs, *_ in _SIZES}
    spent["g0100"] = _route_times(groups["g0100"], 5)
    for name, _, moves, of_graphviz, of_full in _SIZES:
        yield from _beside_graphviz(name, groups[name], spent[name], of_graphviz)
        parsed = [least_ms(_parse(document), 30) for document in groups[name]]
        yield Figure(
            id="R6",
            what=f"full route / json.loads, {name}",
            value=mean(spent[name]) / mean(parsed),
            most=40,
            beside=f"{mean(spent[name]):.2f} ms / {mean(parsed):.3f} ms",
        )
        yield _moving(name, groups[name], spent[name], moves, of_full)
    growth = mean(spent["g1000"]) / mean(spent["g0100"])
    beside = f"{mean(spent['g1000']):.1f} ms / {mean(spent['g0100']):.1f} ms"
    yield Figure(id="R7", what="time(1000) / time(100)", value=growth, most=13, beside=beside)


def least_ms(work: Callable[[], object], runs: int) -> float:
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


def _route_times(documents: list[corpus.Document], runs: int) -> list[float]:
    return [least_ms(_routing(document), runs) for document in documents]


def _routing(document: corpus.Document) -> Callable[[], object]:
    problem = corpus.to_problem(document)
    return lambda: route(problem)


def _parse(document: corpus.Document) -> Callable[[], object]:
    text = json.dumps(document)
    return lambda: json.loads(text)


def _beside_graphviz(
    name: str, documents: list[corpus.Document], spent: list[float], most: float
) -> Iterator[Figure]:
    if not graphviz.is_installed():
        return
    peer = [graphviz.milliseconds(document) for document in documents]
    yield Figure(
        id="R5",
        what=f"full route / Graphviz ortho, {name}",
        value=mean(spent) / mean(peer),
        most=most,
        beside=f"{mean(spent):.2f} ms / {mean(peer):.2f} ms",
    )


def _moving(
    name: str, documents: list[corpus.Document], spent: list[float], moves: int, most: float
) -> Figure:
    random = Random("move one symbol")
    times = []
    for document in documents:
        before = corpus.to_problem(corpus.placed(meaning(document)))
        routing = route(before)
        for _ in range(moves):
            after = sharing(before, corpus.placed(edited(document, "move", random)))
            times.append(least_ms(lambda: reroute(after, (before, routing)), 3))  # noqa: B023
    return Figure(
        id="R8",
        what=f"move one symbol, p95 / full route, {name}",
        value=at(times, 0.95) / mean(spent),
        most=most,
        beside=f"p50 {at(times, 0.5):.2f} ms, p95 {at(times, 0.95):.2f} ms",
    )
