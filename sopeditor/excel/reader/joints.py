"""Work done together: joint decisions drawn with partner boxes, and who is responsible."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sopeditor.excel.reader.edges import Edge
from sopeditor.excel.reader.nodes import Node
from sopeditor.model.symbol import SymbolKind


def partners(
    edges: Sequence[Edge], nodes: Sequence[Node], lanes: Sequence[tuple[int, ...]]
) -> dict[int, int]:
    """Answer the boxes that only say that a decision has more actors, each with the decision.

    Those are boxes without flow or text, in lanes of their own, that plain lines join to
    one decision; `lanes` tells those of every node.
    """
    flowing = {end for edge in edges if edge.arrow for end in (edge.source, edge.target)}
    found: dict[int, int] = {}
    for group in groups(edges):
        decisions = [index for index in group if nodes[index].kind is SymbolKind.DECISION]
        boxes = [index for index in group if index not in decisions]
        alone = len({lane for index in group for lane in lanes[index]}) == sum(
            len(lanes[index]) for index in group
        )
        plain = alone and all(
            nodes[index].kind is SymbolKind.PROCESS
            and index not in flowing
            and not nodes[index].drawn.looks.text
            for index in boxes
        )
        if len(decisions) == 1 and plain:
            found |= dict.fromkeys(boxes, decisions[0])
    return found


def groups(edges: Iterable[Edge]) -> list[set[int]]:
    """Answer the sets of nodes that plain lines tie together."""
    found: list[set[int]] = []
    for edge in edges:
        if edge.arrow:
            continue
        met = [group for group in found if group & {edge.source, edge.target}]
        found = [group for group in found if group not in met]
        found.append({edge.source, edge.target}.union(*met))
    return found


def leads_first(order: Sequence[int], edges: Sequence[Edge]) -> list[int]:
    """Answer nodes of one step in their order, of each joined group the lead at its front.

    The lead is whom the flow reaches; where none is reached, whom it leaves.
    """
    coming, leaving = defaultdict[int, int](int), defaultdict[int, int](int)
    for edge in edges:
        if edge.arrow:
            coming[edge.target] += 1
            leaving[edge.source] += 1
    result = list(order)
    for group in groups(edge for edge in edges if edge.source in order):
        places = [place for place, index in enumerate(result) if index in group]
        members = [result[place] for place in places]
        lead = max(members, key=lambda index: (coming[index] > 0, leaving[index] > 0))
        members.remove(lead)
        for place, index in zip(places, [lead, *members], strict=True):
            result[place] = index
    return result
