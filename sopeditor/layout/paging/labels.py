"""The labels of flows: their lines, and how much room a label takes beside its line."""

from collections import defaultdict
from collections.abc import Mapping

from sopeditor.foundation.geometry import Size
from sopeditor.layout.context import Context
from sopeditor.layout.wrapping import Wrapped
from sopeditor.model.chart import Chart

#: Free at the left and right of a label together, in points.
_EDGES = 2.0
#: Between a label and the border of its row.
_CLEAR = 3.0
#: Labels that find room at the left and the right of a symbol; the others stand below.
_SIDES = 2


def label_words(context: Context, label: str) -> Wrapped:
    """Answer a label in lines that are no wider than the style allows."""
    lines = context.setter.lines(label, context.fonts.label, context.style.label_width)
    return Wrapped(lines, label)


def label_size(context: Context, words: Wrapped) -> Size | None:
    """Answer the size of a label, or None for an empty one."""
    if not words.lines:
        return None
    font = context.fonts.label
    width = context.setter.widest(words.lines, font) + _EDGES
    return Size(width, len(words.lines) * context.style.pitch * font.size)


def label_gaps(context: Context, chart: Chart) -> Mapping[str, float]:
    """Answer by symbol how much must stay free below it for the labels of its exits."""
    heights: dict[str, list[float]] = defaultdict(list)
    for flow in chart.flows:
        size = label_size(context, label_words(context, flow.label))
        if size:
            heights[flow.source].append(size.height)
    return {
        symbol: max(own) * max(1, len(own) - _SIDES) + _CLEAR for symbol, own in heights.items()
    }
