"""R9 and R10: what stays in place after an edit, an undo, in another order, in another run.

Run as `python -m tests.bench.routing_stability` it prints a digest of many routes.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from random import Random

from msgspec.structs import replace

from sopeditor.layout.routing.edits.reroute import reroute
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.memory import RoutingMemory
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from tests.bench import routing_corpus as corpus
from tests.bench.figures import Figure, mean
from tests.bench.graph_edits import EDITS, edited, meaning
from tests.property.test_routing_properties import faults

_EDITS_OF_A_KIND = 200
_LARGEST = 50
_HASH_SEEDS = ("0", "1", "4711")


def figures() -> Iterator[Figure]:
    """Yield the figures of stability."""
    documents = [d for d in corpus.documents() if len(d["nodes"]) <= _LARGEST]
    for kind in EDITS:
        yield from _after_edits(documents, kind)
    yield _shuffled(documents)
    digests = {_digest_with(seed) for seed in _HASH_SEEDS}
    yield Figure(id="R10", what="digests with 3 hash seeds", value=len(digests), most=1)


def sharing(before: RoutingProblem, document: corpus.Document) -> RoutingProblem:
    """Answer a graph's page that shares with another what is equal, as an editor's pages do."""
    after = corpus.to_problem(document)
    symbols = {symbol: symbol for symbol in before.symbols}
    flows = {flow: flow for flow in before.flows}
    return replace(
        after,
        symbols=tuple(symbols.get(symbol, symbol) for symbol in after.symbols),
        flows=tuple(flows.get(flow, flow) for flow in after.flows),
    )


def _after_edits(documents: list[corpus.Document], kind: str) -> Iterator[Figure]:
    random = Random(f"edits: {kind}")
    kept: list[float] = []
    wrong = restored = 0
    costs = [0.0, 0.0]
    for number in range(_EDITS_OF_A_KIND):
        graph = meaning(documents[number % len(documents)])
        before = corpus.to_problem(corpus.placed(graph))
        placed = corpus.placed(edited(graph, kind, random))
        after = sharing(before, placed)
        memory = RoutingMemory()
        first, second = memory(before), memory(after)
        restored += memory(replace(before)) == first and memory(replace(after)) == second
        kept.append(_bystanders_kept(before, after, first, second))
        wrong += len(faults(after, second))
        costs[0] += _cost(second)
        costs[1] += _cost(route(after))
    yield Figure(id="R9", what=f"bystanders kept after {kind}", value=mean(kept), least=0.985)
    yield Figure(id="R9", what=f"faults after {kind}", value=wrong, most=0)
    cost = costs[0] / costs[1]
    yield Figure(id="R9", what=f"cost / full route after {kind}", value=cost, most=1.02)
    share = restored / _EDITS_OF_A_KIND
    yield Figure(id="R9", what=f"same lines after undo and redo of {kind}", value=share, least=1)


def _bystanders_kept(
    before: RoutingProblem, after: RoutingProblem, first: Routing, second: Routing
) -> float:
    """Answer the share of flows between unmoved symbols whose line is the same."""
    still = {s.id for s in after.symbols} & {s.id for s in before.symbols if s in after.symbols}
    ends = {f.id: (f.source, f.target) for f in before.flows}
    lines = {r.flow: r.points for r in first.routes}
    same = [
        lines[flow.id] == one.points
        for flow, one in zip(after.flows, second.routes, strict=True)
        if ends.get(flow.id) == (flow.source, flow.target)
        and flow.source in still
        and flow.target in still
    ]
    return sum(same) / len(same) if same else 1.0


def _cost(routing: Routing) -> float:
    """Answer bends and length of all lines; crossings are counted among the quality figures."""
    total = 0.0
    for one in routing.routes:
        total += len(one.points) - 2
        for a, b in zip(one.points, one.points[1:], strict=False):
            total += (abs(a.x - b.x) + abs(a.y - b.y)) / 375
    return total


def _shuffled(documents: list[corpus.Document]) -> Figure:
    random = Random("shuffle")
    moved = 0
    for document in documents:
        problem = corpus.to_problem(document)
        symbols, flows = list(problem.symbols), list(problem.flows)
        random.shuffle(symbols)
        random.shuffle(flows)
        again = route(replace(problem, symbols=tuple(symbols), flows=tuple(flows)))
        moved += set(again.routes) != set(route(problem).routes)
        part = replace(problem, flows=problem.flows[1:])
        once = reroute(problem, (part, route(part)))
        turned = replace(part, symbols=tuple(symbols))
        moved += set(reroute(problem, (turned, route(turned))).routes) != set(once.routes)
    return Figure(id="R10", what="graphs that differ when shuffled", value=moved, most=0)


def _digest_with(seed: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.routing_stability"],
        env={**os.environ, "PYTHONHASHSEED": seed},
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def digest() -> str:
    """Answer a digest of the routes of all small graphs."""
    state = hashlib.sha256()
    for document in corpus.documents():
        if len(document["nodes"]) <= _LARGEST:
            problem = corpus.to_problem(document)
            routing = route(problem)
            part = replace(problem, flows=problem.flows[2:])
            state.update(repr((routing, reroute(part, (problem, routing)))).encode())
    return state.hexdigest()


if __name__ == "__main__":
    print(digest())
