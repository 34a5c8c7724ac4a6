"""Scores the router on the benchmark corpus beside the checkout, or on a small one of its own.

Run as `python -m tests.bench.routing_corpus`. The corpus counts in pixels of 1/96 inch.
"""

import importlib
import json
import sys
import time
from collections import defaultdict
from pathlib import Path
from types import ModuleType
from typing import Any

from sopeditor.foundation.geometry import Rect, Size
from sopeditor.foundation.units import pt_to_px, px_to_pt
from sopeditor.layout.routing.engine import route
from sopeditor.layout.routing.problem import (
    Outline,
    Routing,
    RoutingFlow,
    RoutingProblem,
    RoutingSymbol,
)
from tests.bench import own_corpus

Document = dict[str, Any]

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "bench"
_LABEL = Size(18.0, 8.0)
#: Bounds of larger graphs take seconds to compute.
_LARGEST_BOUNDED = 100
_SHOWN = (
    "against_flow_ends",
    "off_outline_ends",
    "short_arrows",
    "short_stubs",
    "tight_node_length",
    "tight_length",
)


def is_present() -> bool:
    """Answer whether the corpus lies beside the checkout."""
    return (FOLDER / "route_metrics.py").exists()


def tool(name: str) -> ModuleType:
    """Answer one of the corpus's own modules."""
    if str(FOLDER) not in sys.path:
        sys.path.append(str(FOLDER))
    return importlib.import_module(name)


def documents() -> list[Document]:
    """Answer all placed graphs: handmade ones first, then generated ones by size."""
    if not is_present():
        return own_corpus.graphs()
    generate = tool("generate_graphs")
    handmade = [
        json.loads(path.read_text("utf-8")) for path in sorted((FOLDER / "handmade").glob("*.json"))
    ]
    return [generate.place(graph) for graph in [*handmade, *generate.corpus()]]


def placed(graph: Document) -> Document:
    """Answer a graph with its nodes in their places."""
    if not is_present():
        return own_corpus.placed(graph)
    result: Document = tool("generate_graphs").place(graph)
    return result


def groups() -> dict[str, list[Document]]:
    """Answer the graphs by the part of the corpus they belong to."""
    found: dict[str, list[Document]] = defaultdict(list)
    for document in documents():
        found[group_of(document)].append(document)
    return found


def to_problem(document: Document) -> RoutingProblem:
    """Answer a placed graph as the router wants it, in points."""
    grid = document["grid"]
    lanes = [px_to_pt(x) for x in grid["lane_x"]]
    rows = [px_to_pt(y) for y in grid["row_y"]]
    # Free margins belong to the outermost lanes and rows here.
    lanes[0], rows[0] = 0.0, 0.0
    lanes[-1], rows[-1] = px_to_pt(grid["width"]), px_to_pt(grid["height"])
    symbols = tuple(
        RoutingSymbol(
            id=node["id"],
            rect=Rect(*(px_to_pt(node[key]) for key in "xywh")),
            row=node["row"],
            first_lane=node["lane"],
            last_lane=node["lane"],
            outline=Outline.DIAMOND if node["kind"] == "decision" else Outline.BOX,
        )
        for node in document["nodes"]
    )
    flows = tuple(
        RoutingFlow(
            id=edge["id"],
            source=edge["source"],
            target=edge["target"],
            label=_LABEL if edge.get("label") else None,
        )
        for edge in document["edges"]
    )
    return RoutingProblem(lanes=tuple(lanes), rows=tuple(rows), symbols=symbols, flows=flows)


def to_routed(document: Document, routing: Routing) -> Document:
    """Answer the graph with the routes, in pixels, as the metrics read it."""
    points = {
        route.flow: [[pt_to_px(p.x), pt_to_px(p.y)] for p in route.points]
        for route in routing.routes
    }
    edges = [{**edge, "points": points[edge["id"]]} for edge in document["edges"]]
    return {**document, "edges": edges}


def score(document: Document) -> Document:
    """Answer the metrics of one graph, with the time in ms and the ratio to its bound."""
    problem = to_problem(document)
    begun = time.perf_counter()
    routing = route(problem)
    spent = (time.perf_counter() - begun) * 1000
    routed = to_routed(document, routing)
    result: Document = tool("route_metrics").score(routed)
    result["ms"] = spent
    result["short"] = len(routing.lane_shortage) + len(routing.row_shortage)
    if len(document["nodes"]) <= _LARGEST_BOUNDED * 1.2:
        result["cost_ratio"] = tool("route_bounds").bounds(routed)["cost_ratio"]
    return result


def group_of(document: Document) -> str:
    """Answer the part of the corpus a graph belongs to."""
    name: str = document["name"]
    return name[:5] if name.startswith("g") else "handmade"


def main() -> None:
    """Print a line for each part of the corpus."""
    if not is_present():
        print(f"no corpus in {FOLDER}: nothing to score")
        return
    for name, members in groups().items():
        scores = [score(document) for document in members]
        edges = sum(s["edges"] for s in scores)
        ratios = [s["cost_ratio"] for s in scores if "cost_ratio" in s]
        mean = sum(ratios) / len(ratios) if ratios else 0.0
        per = {key: sum(s[key] for s in scores) for key in ("defects", "crossings", "bends")}
        shown = " ".join(f"{key}={sum(s[key] for s in scores):g}" for key in _SHOWN)
        print(
            f"{name:9} defects={per['defects']} crossings={100 * per['crossings'] / edges:.2f}/100"
            f" ({per['crossings']}) bends={100 * per['bends'] / edges:.1f}/100"
            f" max={max(s['bends_max'] for s in scores)}"
            f" ratio={mean:.4f} worst={max(ratios, default=0):.4f}"
            f" ms={sum(s['ms'] for s in scores) / len(scores):.1f}"
            f" short={sum(s['short'] for s in scores)} {shown}"
        )
        if per["defects"]:
            keys = tool("route_metrics").DEFECTS
            print("   ", {key: sum(s[key] for s in scores) for key in keys})


if __name__ == "__main__":
    main()
