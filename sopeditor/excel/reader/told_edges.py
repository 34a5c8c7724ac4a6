"""Edges as a person told them: lines that lead elsewhere, flows that nobody drew."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from sopeditor.excel.reader.corrections import LinesLead
from sopeditor.excel.reader.edges import Edge
from sopeditor.excel.reader.labels import Label
from sopeditor.excel.reader.nodes import Node, is_line
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.excel.reader.told import Told
from sopeditor.foundation.geometry import Polyline


def told_edges(told: Told, objects: Sequence[DrawnObject], nodes: Sequence[Node]) -> Iterator[Edge]:
    """Answer the edges that were told; those between symbols that are gone are left out."""
    index_of = {node.drawn.order: index for index, node in enumerate(nodes)}
    drawn = {shape.order: shape for shape in objects}
    for said in dict.fromkeys(told.lines.values()):
        pieces = [drawn[piece] for piece in said.pieces if piece in drawn]
        if pieces:
            yield from _leading(said, pieces, index_of)
    for flow in told.flows:
        if flow.source in index_of and flow.target in index_of:
            yield Edge(
                source=index_of[flow.source],
                target=index_of[flow.target],
                arrow=not flow.joint,
                course=(_between(drawn[flow.source], drawn[flow.target]),),
                drawn=drawn[flow.source],
                label=flow.label,
                told=True,
                labelled=True,
            )


def _leading(
    said: LinesLead, pieces: Sequence[DrawnObject], index_of: Mapping[int, int]
) -> Iterator[Edge]:
    course = tuple(_course(piece) for piece in pieces)
    for source, target in said.pairs:
        if source in index_of and target in index_of:
            yield Edge(
                source=index_of[source],
                target=index_of[target],
                arrow=not said.joint,
                course=course,
                drawn=pieces[0],
                pieces=said.pieces,
                label=said.label or "",
                told=True,
                labelled=said.label is not None,
            )


def _course(piece: DrawnObject) -> Polyline:
    if is_line(piece):
        return piece.points
    return (piece.box.centre, piece.box.centre)


def _between(one: DrawnObject, other: DrawnObject) -> Polyline:
    return (one.box.centre, other.box.centre)


def with_told_labels(
    edges: Sequence[Edge], labels: Sequence[Label], told: Told
) -> tuple[list[Edge], list[Label]]:
    """Answer the edges with the labels that were told, and the labels that are left."""
    words = {
        told.labels[label.drawn.order]: label.text
        for label in labels
        if label.drawn.order in told.labels
    }
    labelled = [
        replace(edge, label=words[edge.pieces[0]], labelled=True)
        if edge.pieces and edge.pieces[0] in words
        else edge
        for edge in edges
    ]
    return labelled, [label for label in labels if label.drawn.order not in told.labels]


def with_told_links(edges: Sequence[Edge], nodes: Sequence[Node], told: Told) -> list[Edge]:
    """Answer the edges, and one more for each link of which was told where it leads.

    A link that a line reaches leads to the symbol; any other comes from it.
    """
    index_of = {node.drawn.order: index for index, node in enumerate(nodes)}
    reached = {edge.target for edge in edges}
    more = []
    for link, symbol in told.links.items():
        if link not in index_of or symbol not in index_of:
            continue
        here, there = index_of[link], index_of[symbol]
        ends = (here, there) if here in reached else (there, here)
        drawn = nodes[here].drawn
        course = (_between(nodes[ends[0]].drawn, nodes[ends[1]].drawn),)
        more.append(Edge(source=ends[0], target=ends[1], arrow=True, course=course, drawn=drawn))
    return [*edges, *more]
