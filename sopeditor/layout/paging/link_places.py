"""Where the page links of one lane stand: which on the axis, which beside it, which behind.

The link whose line comes straight along the axis of the lane stands on that axis; the
others stand beside it, on the side that their lines come from. Only where a lane is too
narrow for that do links stand on several levels; the first level is nearest to the steps.
"""

from collections.abc import Iterator, Sequence
from enum import IntEnum

from msgspec import Struct

from sopeditor.foundation.geometry import Size
from sopeditor.layout.style import LayoutStyle


class Approach(IntEnum):
    """From where, seen from its lane, the line of a link comes."""

    LEFT = -1
    STRAIGHT = 0
    RIGHT = 1


class Place(Struct, frozen=True):
    """The place of a link: `dx` from the axis of its lane, `level` from the steps, its size."""

    dx: float
    level: int
    size: Size


def places(
    approaches: Sequence[Approach], lane: float, link: Size, style: LayoutStyle
) -> list[Place]:
    """Answer the places of links in a lane `lane` points wide, in the order given."""
    if len(approaches) < 2:
        return [Place(0.0, 0, link) for _ in approaches]
    approaches = _one_straight(approaches)
    slots = 3 if len(approaches) > 2 or Approach.STRAIGHT in approaches else 2
    size, across = _across(slots, lane, link, style)
    found: dict[int, Place] = {}
    for level, row in enumerate(_levels(approaches, across)):
        for dx, index in _spread(row, approaches, size, style):
            found[index] = Place(dx, level, size)
    return [found[index] for index in range(len(approaches))]


def _one_straight(approaches: Sequence[Approach]) -> list[Approach]:
    """Answer the approaches with all but the first straight one turned to the left."""
    turned = [Approach(approach or Approach.LEFT) for approach in approaches]
    if Approach.STRAIGHT in approaches:
        turned[approaches.index(Approach.STRAIGHT)] = Approach.STRAIGHT
    return turned


def _across(slots: int, lane: float, link: Size, style: LayoutStyle) -> tuple[Size, int]:
    """Answer the size of links and how many stand side by side, narrower ones if that helps."""
    fitting = _fitting(lane, link, style)
    narrow = Size(min(link.width, style.narrow_link), link.height)
    if fitting < slots and _fitting(lane, narrow, style) > fitting:
        return narrow, _fitting(lane, narrow, style)
    return link, max(1, fitting)


def _fitting(lane: float, size: Size, style: LayoutStyle) -> int:
    """Answer how many links stand side by side: three at most, so that one has the axis."""
    gap = style.link_side_gap
    return min(3, int((lane - 2 * style.link_edge + gap) // (size.width + gap)))


def _levels(approaches: Sequence[Approach], across: int) -> Iterator[list[int]]:
    """Answer the links of each level; one that comes straight takes the first axis."""
    waiting = list(range(len(approaches)))
    straight = next((i for i in waiting if approaches[i] is Approach.STRAIGHT), None)
    if straight is not None:
        waiting.remove(straight)
        beside = across - 1 if across % 2 else 0
        yield [straight, *waiting[:beside]]
        waiting = waiting[beside:]
    while waiting:
        yield waiting[:across]
        waiting = waiting[across:]


def _spread(
    row: list[int], approaches: Sequence[Approach], size: Size, style: LayoutStyle
) -> Iterator[tuple[float, int]]:
    """Answer the links of one level from left to right with their distance from the axis."""
    pitch = size.width + style.link_side_gap
    is_straight = approaches[row[0]] is Approach.STRAIGHT
    if is_straight and len(row) == 2:
        yield 0.0, row[0]
        yield (pitch if approaches[row[1]] is Approach.RIGHT else -pitch), row[1]
        return
    ordered = sorted(row, key=lambda index: approaches[index])
    if is_straight and len(row) == 3:
        left, right = sorted(row[1:], key=lambda index: approaches[index])
        ordered = [left, row[0], right]
    for place, index in enumerate(ordered):
        yield (place - (len(ordered) - 1) / 2) * pitch, index
