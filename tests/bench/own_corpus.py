"""A small corpus of its own, for where the large one does not lie beside the checkout.

Graphs have the large one's shape: placed nodes and edges in pixels of 1/96 inch.
"""

from random import Random
from typing import Any

Graph = dict[str, Any]

_LANE, _ROW, _MARGIN = 104, 64, 24
_SIZES = {"terminator": (64, 28), "process": (64, 28), "decision": (72, 40)}


def graphs() -> list[Graph]:
    """Answer a few graphs of each size, smallest first."""
    return [
        graph(steps, lanes, seed)
        for steps in (10, 20, 40, 100, 1000)
        for lanes, seed in ((3, 1), (5, 2), (8, 3))
    ]


def graph(steps: int, lanes: int, seed: int) -> Graph:
    """Answer a graph of so many steps: mostly onward, some decisions with a way back."""
    random = Random(f"{steps}/{lanes}/{seed}")
    lane = random.randrange(lanes)
    nodes: list[Graph] = []
    edges: list[Graph] = []
    for row in range(steps):
        last = row == steps - 1
        kind = "terminator" if row == 0 or last else "process"
        if 1 < row < steps - 2 and random.random() < 0.2:
            kind = "decision"
        nodes.append({"id": f"n{row}", "row": row, "lane": lane, "kind": kind, "text": ""})
        if kind == "decision":
            back = max(1, row - random.randint(1, 4))
            edges.append(edge(len(edges), row, row + 1, "Ya"))
            edges.append(edge(len(edges), row, back, "Tidak"))
        elif not last:
            edges.append(edge(len(edges), row, row + 1, ""))
        lane = lane if random.random() < 0.3 else random.randrange(lanes)
    name = f"g{steps:04}-l{lanes:02}-s{seed:02}"
    return placed({"name": name, "lanes": ["Aktor"] * lanes, "nodes": nodes, "edges": edges})


def edge(number: int, source: int, target: int, label: str) -> Graph:
    """Answer an edge between two rows."""
    return {"id": f"e{number}", "source": f"n{source}", "target": f"n{target}", "label": label}


def placed(document: Graph) -> Graph:
    """Answer the graph with its nodes in the middle of their cells."""
    rows = 1 + max(node["row"] for node in document["nodes"])
    lane_x = [_MARGIN + _LANE * k for k in range(len(document["lanes"]) + 1)]
    row_y = [_MARGIN + _ROW * k for k in range(rows + 1)]
    nodes = []
    for node in document["nodes"]:
        width, height = _SIZES[node["kind"]]
        x = lane_x[node["lane"]] + (_LANE - width) / 2
        y = row_y[node["row"]] + (_ROW - height) / 2
        nodes.append({**node, "x": x, "y": y, "w": width, "h": height})
    size = {"width": lane_x[-1] + _MARGIN, "height": row_y[-1] + _MARGIN}
    return {**document, "nodes": nodes, "grid": {"lane_x": lane_x, "row_y": row_y, **size}}
