"""Where the symbols of one step stand inside its row.

A symbol stands exactly on the axis of its lane and on the middle of its row. A symbol of
two neighbouring lanes stands on the border between them. A symbol of other lanes stands
in the lane of its first actor and has a partner box in each other lane. Several symbols
of one cell stand side by side where they fit, else one below the other.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise
from types import MappingProxyType

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Size
from sopeditor.layout.style import LayoutStyle, SymbolSizes, grid_up
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind


class SymbolBox(Struct, frozen=True, kw_only=True):
    """A symbol or partner box; `dx` and `dy` lead from the middle of its cell to its own."""

    id: str
    symbol: str
    kind: SymbolKind
    size: Size
    first_lane: int
    last_lane: int
    caption: str = ""
    partner: bool = False
    dx: float = 0.0
    dy: float = 0.0


class SymbolGroup(Struct, frozen=True):
    """All boxes of a step, the pairs of boxes that a plain line joins, and the row height."""

    boxes: tuple[SymbolBox, ...] = ()
    joints: tuple[tuple[str, str], ...] = ()
    height: float = 0.0


NO_SYMBOLS = SymbolGroup()
_NO_GAPS: Mapping[str, float] = MappingProxyType({})


class Lanes(Struct, frozen=True, kw_only=True):
    """The lanes of a chart: widths from left to right, and the index of every actor."""

    widths: tuple[float, ...]
    index: Mapping[str, int]
    sizes: SymbolSizes

    def middle(self, first: int, last: int) -> float:
        """Answer the axis of a lane or of the border of two, counted from the first lane."""
        edges = (0.0, *accumulate(self.widths))
        if first == last:
            return (edges[first] + edges[first + 1]) / 2
        return edges[last]


def group_symbols(
    step: Step, lanes: Lanes, style: LayoutStyle, gaps: Mapping[str, float] = _NO_GAPS
) -> SymbolGroup:
    """Answer where the symbols of `step` stand; symbols without a lane are left out.

    `gaps` tells by symbol id how much must stay free above and below at least.
    """
    families = [_family(symbol, lanes) for symbol in step.symbols]
    boxes = _stacked(
        _side_by_side([box for family in families for box in family], lanes, style), lanes, style
    )
    joints = tuple(
        (left.id, right.id)
        for family in families
        for left, right in pairwise(sorted(family, key=lambda box: box.first_lane))
    )
    return SymbolGroup(boxes, joints, grid_up(_height(boxes, style, gaps)) if boxes else 0.0)


def _family(symbol: Symbol, lanes: Lanes) -> list[SymbolBox]:
    """Answer the box of a symbol and its partner boxes."""
    stands = [lanes.index[actor] for actor in symbol.actors if actor in lanes.index]
    if not stands:
        return []
    size = lanes.sizes.of(symbol.kind)
    first = last = stands[0]
    partners = sorted(set(stands[1:]) - {first})
    if len(partners) == 1 and abs(partners[0] - first) == 1:
        first, last, partners = min(first, partners[0]), max(first, partners[0]), []
    main = SymbolBox(
        id=symbol.id,
        symbol=symbol.id,
        kind=symbol.kind,
        size=size,
        first_lane=first,
        last_lane=last,
        caption=symbol.caption,
    )
    return [main, *(_partner(main, lane, lanes.sizes.process) for lane in partners)]


def _partner(main: SymbolBox, lane: int, size: Size) -> SymbolBox:
    return SymbolBox(
        id=f"{main.id}~{lane}",
        symbol=main.symbol,
        kind=SymbolKind.PROCESS,
        size=size,
        first_lane=lane,
        last_lane=lane,
        partner=True,
    )


def _side_by_side(boxes: Sequence[SymbolBox], lanes: Lanes, style: LayoutStyle) -> list[SymbolBox]:
    """Spread the boxes of each cell that is wide enough for all of them."""
    spread: dict[str, SymbolBox] = {box.id: box for box in boxes}
    for lane, width in enumerate(lanes.widths):
        mates = [box for box in boxes if box.first_lane == box.last_lane == lane]
        total = sum(box.size.width for box in mates)
        free = width - total
        if len(mates) < 2 or free < (len(mates) + 1) * style.side_gap:
            continue
        right = -(total + (len(mates) - 1) * style.side_gap) / 2
        for box in mates:
            spread[box.id] = replace(box, dx=right + box.size.width / 2)
            right += box.size.width + style.side_gap
    return [spread[box.id] for box in boxes]


def _stacked(boxes: list[SymbolBox], lanes: Lanes, style: LayoutStyle) -> tuple[SymbolBox, ...]:
    """Move boxes that would meet onto levels of their own, one below the other."""
    placed: dict[str, SymbolBox] = {}
    for cluster in _clusters(boxes, lanes, style.side_gap):
        levels = _levels(cluster, lanes, style.side_gap)
        heights = [max(box.size.height for box in level) for level in levels]
        top = -(sum(heights) + (len(levels) - 1) * style.stack_gap) / 2
        for level, height in zip(levels, heights, strict=True):
            for box in level:
                placed[box.id] = replace(box, dy=top + height / 2)
            top += height + style.stack_gap
    return tuple(placed[box.id] for box in boxes)


def _clusters(boxes: list[SymbolBox], lanes: Lanes, gap: float) -> list[list[SymbolBox]]:
    """Answer the boxes in groups that do not reach each other across."""
    clusters: list[list[SymbolBox]] = []
    for box in boxes:
        near = [c for c in clusters if any(_meet(box, other, lanes, gap) for other in c)]
        clusters = [c for c in clusters if c not in near]
        clusters.append([*(mate for cluster in near for mate in cluster), box])
    return clusters


def _levels(cluster: list[SymbolBox], lanes: Lanes, gap: float) -> list[list[SymbolBox]]:
    levels: list[list[SymbolBox]] = []
    for box in cluster:
        for level in levels:
            if not any(_meet(box, other, lanes, gap) for other in level):
                level.append(box)
                break
        else:
            levels.append([box])
    return levels


def _meet(one: SymbolBox, other: SymbolBox, lanes: Lanes, gap: float) -> bool:
    """Answer whether two boxes on one height would be closer than `gap`."""
    distance = abs(_axis(one, lanes) - _axis(other, lanes))
    return distance < (one.size.width + other.size.width) / 2 + gap


def _axis(box: SymbolBox, lanes: Lanes) -> float:
    return lanes.middle(box.first_lane, box.last_lane) + box.dx


def _height(boxes: Iterable[SymbolBox], style: LayoutStyle, gaps: Mapping[str, float]) -> float:
    """Answer twice the farthest reach from the middle of the row, room for lines included."""
    return max(
        2 * (abs(box.dy) + box.size.height / 2 + max(_gap(box, style), gaps.get(box.id, 0.0)))
        for box in boxes
    )


def _gap(box: SymbolBox, style: LayoutStyle) -> float:
    if box.first_lane != box.last_lane:
        return style.border_gap
    return style.decision_gap if box.kind is SymbolKind.DECISION else style.row_gap
