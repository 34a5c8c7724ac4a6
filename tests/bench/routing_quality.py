"""R1 to R4: how good the drawn lines are, beside lower bounds and stored peers."""

import json
from collections.abc import Iterator

from sopeditor.layout.routing.engine import route
from tests.bench import routing_corpus as corpus
from tests.bench.figures import Figure, mean
from tests.bench.own_corpus import graph
from tests.property.test_routing_properties import faults

Scores = dict[str, list[corpus.Document]]

_RANDOM_GRAPHS = 200
_ROWS_OF_A_PAGE = 12
#: Graphs of users; larger ones guard against quadratic code.
_SMALL = ("handmade", "g0010", "g0020", "g0040")
#: Part of the corpus, its name in peers.json, and the most crossings per 100 edges.
_CROSSINGS = (("handmade", "sop", 1.2), ("g0040", "g0040", 0.7), ("g0100", "g0100", 1.0))


def figures() -> Iterator[Figure]:
    """Yield the figures of quality; without the corpus only the faults of own graphs."""
    if not corpus.is_present():
        found = sum(_faults_of_own(seed) for seed in range(_RANDOM_GRAPHS))
        yield Figure(id="R1", what="faults of 200 random graphs", value=found, most=0)
        return
    scores: Scores = {
        name: [corpus.score(document) for document in members]
        for name, members in corpus.groups().items()
    }
    yield from _defects(scores)
    yield from _costs(scores)
    yield from _crossings(scores)
    yield from _ends(scores)


def _faults_of_own(seed: int) -> int:
    problem = corpus.to_problem(graph(8 + seed % 40, 2 + seed % 7, seed))
    return len(faults(problem, route(problem)))


def _defects(scores: Scores) -> Iterator[Figure]:
    generate, metrics = corpus.tool("generate_graphs"), corpus.tool("route_metrics")
    found = sum(score["defects"] for members in scores.values() for score in members)
    yield Figure(id="R1", what="defects, corpus and handmade", value=found, most=0)
    graphs = [generate.generate(8 + n % 40, 2 + n % 8, 1000 + n) for n in range(_RANDOM_GRAPHS)]
    pages = [
        page
        for document in corpus.documents()
        if len(document["nodes"]) >= 2 * _ROWS_OF_A_PAGE
        for page in generate.split_pages(document, _ROWS_OF_A_PAGE)
    ]
    for what, members in (("200 random graphs", graphs), (f"{len(pages)} pages", pages)):
        found = 0
        for member in members:
            placed = generate.place(member)
            routing = route(corpus.to_problem(placed))
            found += metrics.score(corpus.to_routed(placed, routing))["defects"]
        yield Figure(id="R1", what=f"defects, {what}", value=found, most=0)


def _costs(scores: Scores) -> Iterator[Figure]:
    ratios = [score["cost_ratio"] for name in _SMALL for score in scores[name]]
    yield Figure(id="R2", what="cost / lower bound, mean to 40", value=mean(ratios), most=1.035)
    yield Figure(id="R2", what="cost / lower bound, worst", value=max(ratios), most=1.10)
    ratios = [score["cost_ratio"] for score in scores["g0100"]]
    yield Figure(id="R2", what="cost / lower bound, mean of 100", value=mean(ratios), most=1.035)


def _crossings(scores: Scores) -> Iterator[Figure]:
    peers = json.loads((corpus.FOLDER / "peers.json").read_text("utf-8"))["sizes"]
    for group, size, most in _CROSSINGS:
        value = _per_100(scores[group], "crossings")
        tuned = peers[size]["libavoid, tuned"]["crossings"]
        ortho = peers[size]["Graphviz neato -n2, splines=ortho"]["crossings"]
        yield Figure(
            id="R3",
            what=f"crossings per 100 edges, {group}",
            value=value,
            most=most,
            beside=f"libavoid tuned {tuned:.2f}, Graphviz {ortho:.2f}",
        )


def _ends(scores: Scores) -> Iterator[Figure]:
    every = [score for members in scores.values() for score in members]
    short = _per_100(every, "short_arrows") + _per_100(every, "short_stubs")
    yield Figure(id="R4", what="short ends per 100 edges", value=short, most=0)
    for key in ("against_flow_ends", "off_outline_ends", "tight_node_length"):
        what = key.replace("_", " ")
        yield Figure(id="R4", what=what, value=sum(score[key] for score in every), most=0)


def _per_100(scores: list[corpus.Document], key: str) -> float:
    result: float = 100 * sum(s[key] for s in scores) / sum(s["edges"] for s in scores)
    return result
