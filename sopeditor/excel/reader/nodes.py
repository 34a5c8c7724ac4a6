"""Which drawn objects are symbols, page links, lines and labels, by preset and looks."""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from sopeditor.excel.reader.captions import is_answer
from sopeditor.excel.reader.corrections import Use
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.foundation.geometry import Rect
from sopeditor.model.symbol import SymbolKind

#: What stands for each kind of symbol in workbooks of offices.
_SYMBOLS = {
    "flowChartTerminator": SymbolKind.TERMINATOR,
    "flowChartAlternateProcess": SymbolKind.TERMINATOR,
    "roundRect": SymbolKind.TERMINATOR,
    "ellipse": SymbolKind.TERMINATOR,
    "flowChartDecision": SymbolKind.DECISION,
    "diamond": SymbolKind.DECISION,
    "flowChartProcess": SymbolKind.PROCESS,
    "rect": SymbolKind.PROCESS,
}
_LINKS = frozenset({"flowChartOffpageConnector", "homePlate", "pentagon"})
_CIRCLES = frozenset({"flowChartConnector", "ellipse"})
_LINES = re.compile(r"line|straightConnector1|(bent|curved)Connector[2-5]")
_BOXES = frozenset({"rect", "flowChartProcess", ""})
#: A circle no wider than this without text is a bend of a line; one up to the other
#: width with a letter or number inside is a link, in points.
_BEND, _CIRCLE = 9.0, 40.0
#: Block arrows so many times longer than wide are lines.
_LONG = 1.2
_LINK_TEXT = re.compile(r"[A-Za-z0-9]{1,3}")


class Role(StrEnum):
    """What an object does on the chart."""

    SYMBOL = "symbol"
    LINK = "link"
    BEND = "bend"


class Node(Struct, frozen=True, kw_only=True):
    """An object that lines lead to; `certain` is false where the kind is a guess."""

    drawn: DrawnObject
    role: Role
    kind: SymbolKind = SymbolKind.PROCESS
    certain: bool = True

    @property
    def box(self) -> Rect:
        """Its box on the sheet, in points."""
        return self.drawn.box


class Sorted(Struct):
    """The objects of one chart by what they are; `strange` have presets that mean nothing."""

    nodes: list[Node] = field(default_factory=list)
    lines: list[DrawnObject] = field(default_factory=list)
    labels: list[DrawnObject] = field(default_factory=list)
    strange: list[DrawnObject] = field(default_factory=list)


def sort_objects(
    objects: Iterable[DrawnObject], told: Mapping[int, Use] = MappingProxyType({})
) -> Sorted:
    """Answer the objects by what they are; `told` says so of some, by their order."""
    found = Sorted()
    everything = tuple(objects)
    glued = {end.shape for drawn in everything for end in (drawn.start, drawn.end) if end}
    for drawn in everything:
        if drawn.order in told:
            _take_as_told(drawn, told[drawn.order], found)
        elif is_line(drawn):
            found.lines.append(drawn)
        elif _is_label(drawn, glued):
            found.labels.append(drawn)
        elif node := node_of(drawn):
            found.nodes.append(node)
        else:
            found.strange.append(drawn)
    return found


def _take_as_told(drawn: DrawnObject, use: Use, found: Sorted) -> None:
    if use is Use.LABEL:
        found.labels.append(drawn)
    elif use is not Use.NOTHING:
        found.nodes.append(told_node(drawn, use))


def told_node(drawn: DrawnObject, use: Use) -> Node:
    """Answer the node that a person says an object is."""
    if use is Use.LINK:
        return Node(drawn=drawn, role=Role.LINK)
    return Node(drawn=drawn, role=Role.SYMBOL, kind=SymbolKind(use.value))


def is_line(drawn: DrawnObject) -> bool:
    """Answer whether an object is a line or connector, glued or not, free form or block arrow."""
    if drawn.sort is Sort.CONNECTOR:
        return True
    looks, (width, height) = drawn.looks, drawn.box.size
    if looks.path and looks.preset:
        # A block arrow: one that is no longer than wide points at something, and leads nowhere.
        return max(width, height) >= _LONG * min(width, height)
    is_line_preset = _LINES.fullmatch(looks.preset) is not None
    return drawn.sort is Sort.SHAPE and (bool(looks.path) or is_line_preset)


def _is_label(drawn: DrawnObject, glued: set[str]) -> bool:
    looks = drawn.looks
    if drawn.sort is not Sort.SHAPE or not looks.text or looks.preset not in _BOXES:
        return False
    if not looks.outlined:
        return True
    if drawn.number in glued:
        return False
    return (looks.text_box or not looks.filled) and is_answer(looks.text)


def node_of(drawn: DrawnObject) -> Node | None:
    """Answer what an object is as a symbol, or None for what is none."""
    if drawn.sort is Sort.PICTURE:
        return Node(drawn=drawn, role=Role.SYMBOL, certain=False)
    return _node_of_shape(drawn) if drawn.sort is Sort.SHAPE else None


def _node_of_shape(drawn: DrawnObject) -> Node | None:
    preset, text, width = drawn.looks.preset, drawn.looks.text, drawn.box.width
    is_circle = preset in _CIRCLES and width <= _CIRCLE and _LINK_TEXT.fullmatch(text)
    if preset in _LINKS or is_circle:
        return Node(drawn=drawn, role=Role.LINK, certain=not is_circle)
    if preset == "flowChartConnector" and not text and width <= _BEND:
        return Node(drawn=drawn, role=Role.BEND)
    if preset in _SYMBOLS:
        return Node(drawn=drawn, role=Role.SYMBOL, kind=_SYMBOLS[preset])
    if preset.startswith("flowChart"):
        return Node(drawn=drawn, role=Role.SYMBOL, certain=False)
    return None
