"""Page links and bends merged away: what comes in at one end goes out at the other.

Links pair by what they say. Those that say nothing, or the same too often, pair in their
order down the sheet, within a lane.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from sopeditor.excel.reader.edges import Edge
from sopeditor.excel.reader.nodes import Node, Role


class Merged(Struct):
    """The edges between symbols alone, and the links that led nowhere."""

    edges: list[Edge]
    lonely: list[int] = field(default_factory=list)


def merge_links(
    edges: Sequence[Edge], nodes: Sequence[Node], lane_of: Sequence[int | None]
) -> Merged:
    """Answer the edges with all links and bends merged away; `lane_of` tells nodes' lanes."""
    pairs = _pairs(edges, nodes, lane_of)
    merged = Merged([edge for edge in edges if not _passes(edge, nodes)])
    through = [edge for edge in edges if _passes(edge, nodes)]
    used: set[int] = set()
    for edge in through:
        if nodes[edge.source].role is not Role.SYMBOL:
            continue
        for whole, passed in _followed(edge, through, nodes, pairs):
            merged.edges.append(whole)
            used |= passed
    ends = {end for edge in through for end in (edge.source, edge.target)}
    merged.lonely = [
        index
        for index, node in enumerate(nodes)
        if node.role is not Role.SYMBOL and index not in used and index in ends
    ]
    merged.edges.sort(key=lambda edge: edge.drawn.order)
    return merged


def _passes(edge: Edge, nodes: Sequence[Node]) -> bool:
    return any(nodes[end].role is not Role.SYMBOL for end in (edge.source, edge.target))


def _followed(
    edge: Edge, through: Sequence[Edge], nodes: Sequence[Node], pairs: dict[int, int]
) -> Iterable[tuple[Edge, set[int]]]:
    """Answer where an edge goes on through links and bends, and those that it passed."""
    waiting = [(edge, {edge.target})]
    while waiting:
        before, passed = waiting.pop()
        if nodes[before.target].role is Role.SYMBOL:
            yield before, passed
            continue
        exits = {before.target, pairs.get(before.target, before.target)}
        for after in through:
            if after.source in exits and after.target not in passed and len(passed) < len(nodes):
                whole = replace(
                    before,
                    target=after.target,
                    label=before.label or after.label,
                    course=before.course + after.course,
                    pieces=before.pieces + after.pieces,
                )
                waiting.append((whole, passed | exits | {after.target}))


def _pairs(
    edges: Sequence[Edge], nodes: Sequence[Node], lane_of: Sequence[int | None]
) -> dict[int, int]:
    """Answer for links where a flow leaves those where it comes in again."""
    leaving = {edge.target for edge in edges if nodes[edge.target].role is Role.LINK}
    coming = {edge.source for edge in edges if nodes[edge.source].role is Role.LINK} - leaving
    found: dict[int, int] = {}
    groups: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for place, links in enumerate((leaving, coming)):
        for index in links:
            text = nodes[index].drawn.looks.text.strip().casefold()
            groups[text or f"lane {lane_of[index]}"][place].append(index)
    for outs, ins in groups.values():
        down = [sorted(side, key=lambda index: nodes[index].box.centre.y) for side in (outs, ins)]
        found |= dict(zip(*down, strict=False))
    return found
