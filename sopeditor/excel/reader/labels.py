"""Labels to lines: each to the nearest line that has none, lines out of decisions first."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.excel.reader.edges import Edge
from sopeditor.excel.reader.geometry import box_to_line, distance_to_box
from sopeditor.excel.reader.nodes import Node, Role
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.excel.reader.texts import unwrapped
from sopeditor.foundation.geometry import Rect, bounding_box
from sopeditor.model.symbol import SymbolKind

#: Beyond this a label belongs to no line; lines out of decisions count as this much nearer.
_FAR, _BONUS = 67.5, 22.5
#: How much the way to the start of its line counts: labels stand where a line begins.
_START_SHARE = 0.15
_BAND = 100.0
#: What the name of a label of our own adds to that of its line.
LABEL_SUFFIX = " label"


class Label(Struct, frozen=True):
    """A label's words, box and text box."""

    text: str
    box: Rect
    drawn: DrawnObject


def drawn_label(drawn: DrawnObject) -> Label:
    """Answer the label that a text box is."""
    return Label(unwrapped(drawn.looks.text), drawn.box, drawn)


def with_labels(
    edges: Sequence[Edge], labels: Sequence[Label], nodes: Sequence[Node]
) -> tuple[list[Edge], list[Label]]:
    """Answer the edges with their labels, and the labels that no edge took.

    An edge whose label a person told takes none.
    """
    reaches = [
        bounding_box(point for line in edge.course for point in line).grown(_FAR) for edge in edges
    ]
    bands: dict[int, list[int]] = defaultdict(list)
    for index, reach in enumerate(reaches):
        for band in range(int(reach.top // _BAND), int(reach.bottom // _BAND) + 1):
            bands[band].append(index)
    pairs = sorted(
        (cost, number, index)
        for number, label in enumerate(labels)
        for index in bands.get(int(label.box.centre.y // _BAND), ())
        if reaches[index].intersects(label.box)
        and (cost := _cost(label, edges[index], nodes)) < math.inf
    )
    taken: dict[int, str] = {}
    used: set[int] = set()
    for _, number, index in [*_named(pairs, labels, edges), *pairs]:
        if number not in used and index not in taken:
            taken[index] = labels[number].text
            used.add(number)
    labelled = [
        edge if edge.labelled else replace(edge, label=taken.get(index, ""))
        for index, edge in enumerate(edges)
    ]
    return labelled, [label for number, label in enumerate(labels) if number not in used]


_Pair = tuple[float, int, int]


def _named(
    pairs: Sequence[_Pair], labels: Sequence[Label], edges: Sequence[Edge]
) -> Iterator[_Pair]:
    """Answer the pairs near each other whose names say so, as in workbooks of our own.

    Copied shapes keep their names, so that a name held twice says nothing.
    """
    lines = Counter(edge.drawn.name for edge in edges)
    boxes = Counter(label.drawn.name for label in labels)
    for pair in pairs:
        drawn, line = labels[pair[1]].drawn, edges[pair[2]].drawn.name
        if drawn.name == line + LABEL_SUFFIX and lines[line] == boxes[drawn.name] == 1:
            yield pair


def _cost(label: Label, edge: Edge, nodes: Sequence[Node]) -> float:
    distance = min(box_to_line(label.box, line) for line in edge.course)
    if distance > _FAR or not edge.arrow or edge.labelled:
        return math.inf
    source = nodes[edge.source]
    start = distance_to_box(edge.course[0][0], label.box)
    decides = source.role is Role.SYMBOL and source.kind is SymbolKind.DECISION
    return distance + _START_SHARE * start - (_BONUS if decides else 0.0)
