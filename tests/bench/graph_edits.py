"""Seeded single edits of a graph, as a person makes them; places are found anew afterwards."""

import copy
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

Graph = dict[str, Any]

_MEANT = ("id", "row", "lane", "kind", "text")


def meaning(graph: Graph) -> Graph:
    """Answer a graph without its geometry."""
    nodes = [{key: node[key] for key in _MEANT} for node in graph["nodes"]]
    kept: Graph = {key: graph[key] for key in ("format", "name", "lanes") if key in graph}
    return kept | {"nodes": nodes, "edges": copy.deepcopy(graph["edges"])}


def edited(graph: Graph, kind: str, random: Random) -> Graph:
    """Answer the graph after one edit of this kind."""
    changed = meaning(graph)
    EDITS[kind](changed, random)
    return changed


def _move(graph: Graph, random: Random) -> None:
    node = random.choice(graph["nodes"])
    taken = {n["lane"] for n in graph["nodes"] if n["row"] == node["row"]}
    free = [lane for lane in range(len(graph["lanes"])) if lane not in taken]
    if free:
        node["lane"] = random.choice(free)


def _insert(graph: Graph, random: Random) -> None:
    nodes, edges = graph["nodes"], graph["edges"]
    row = random.randint(1, max(node["row"] for node in nodes))
    above = next(node["id"] for node in nodes if node["row"] == row - 1)
    for node in nodes:
        node["row"] += node["row"] >= row
    lane = random.randrange(len(graph["lanes"]))
    nodes.append({"id": "new", "row": row, "lane": lane, "kind": "process", "text": ""})
    for edge in edges:
        if edge["source"] == above:
            edges.append({"id": "enew", "source": "new", "target": edge["target"]})
            edge["target"] = "new"
            break


def _delete(graph: Graph, random: Random) -> None:
    gone = random.choice([n for n in graph["nodes"] if n["kind"] == "process"] or graph["nodes"])
    following = next((e["target"] for e in graph["edges"] if e["source"] == gone["id"]), None)
    edges = [edge for edge in graph["edges"] if edge["source"] != gone["id"]]
    for edge in edges:
        if edge["target"] == gone["id"]:
            edge["target"] = following
    graph["edges"] = [e for e in edges if e["target"] not in (None, e["source"])]
    graph["nodes"].remove(gone)
    if not Counter(node["row"] for node in graph["nodes"])[gone["row"]]:
        for node in graph["nodes"]:
            node["row"] -= node["row"] > gone["row"]


def _relabel(graph: Graph, random: Random) -> None:
    edge = random.choice(graph["edges"])
    edge["label"] = "" if edge.get("label") else "Ya"


def _reconnect(graph: Graph, random: Random) -> None:
    edge, node = random.choice(graph["edges"]), random.choice(graph["nodes"])
    if node["id"] != edge["source"]:
        edge["target"] = node["id"]


EDITS: dict[str, Callable[[Graph, Random], None]] = {
    "move": _move,
    "insert": _insert,
    "delete": _delete,
    "relabel": _relabel,
    "reconnect": _reconnect,
}
