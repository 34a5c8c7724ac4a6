"""Where symbols and lines can be grasped: handles around a symbol, loose ends of lines.

Handles stand off their symbol and off the labels there, shrink with it, and are gone where
it is too small to aim at.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.layout.placement import ChartPage, PlacedFlow
from sopeditor.model.flow import Side

#: Radius of a grip: a share of the shorter side of its symbol, within bounds, in pixels.
_SHARE, _LEAST, _MOST = 0.14, 2.5, 4.5
#: Between a symbol and the grips beside it, in pixels.
_AWAY = 4.0
#: A symbol whose shorter side has fewer pixels shows no handles.
_TINY = 9.0
#: How far beside a grip a press still takes it, in pixels.
REACH = 3.0
#: How far beside a symbol the pointer may go, in pixels, before its handles go.
AROUND = _AWAY + 2 * _MOST + REACH
#: Where along its side a handle may stand, in shares of the side from its middle.
_ALONG = (0.0, 0.25, -0.25, 0.45, -0.45)


class Grip(Struct, frozen=True):
    """A small circle to grasp."""

    centre: Point
    radius: float


class Grips(Struct, frozen=True):
    """What can be grasped beside the things themselves, because it is pointed out.

    `handled` names the placed symbols (by `PlacedSymbol.id`) that show handles, `flows`
    the selected flows, whose ends are loose.
    """

    handled: frozenset[str] = frozenset()
    flows: frozenset[str] = frozenset()


def end_radius(pixel: float) -> float:
    """Answer the radius of a loose end; a pixel of the screen is `pixel` points."""
    return _MOST * pixel


def labels_on(page: ChartPage) -> tuple[Rect, ...]:
    """Answer the boxes of the labels on a page."""
    return tuple(flow.label.rect for flow in page.flows if flow.label is not None)


def handles(rect: Rect, pixel: float, labels: Iterable[Rect] = ()) -> dict[Side, Grip]:
    """Answer the handles around a symbol, off the `labels`; fewer than four where none fits."""
    short = min(rect.width, rect.height) / pixel
    if short < _TINY:
        return {}
    radius = min(max(_SHARE * short, _LEAST), _MOST) * pixel
    taken = tuple(labels)
    placed = ((side, _free_place(rect, side, radius, pixel, taken)) for side in Side)
    return {side: Grip(place, radius) for side, place in placed if place is not None}


def loose_ends(page: ChartPage, flows: frozenset[str]) -> Iterator[tuple[PlacedFlow, bool, Point]]:
    """Answer the ends of flows at symbols of a page: the piece, whether its source, where."""
    symbols = {symbol.id for symbol in page.symbols}
    for flow in page.flows:
        if flow.flow in flows:
            for at_source, end, place in (
                (True, flow.source, flow.points[0]),
                (False, flow.target, flow.points[-1]),
            ):
                if end in symbols:
                    yield flow, at_source, place


def side_middle(rect: Rect, side: Side) -> Point:
    """Answer the middle of a side of a symbol."""
    return _beside(rect, side, 0.0, 0.0)


def _free_place(
    rect: Rect, side: Side, radius: float, pixel: float, labels: tuple[Rect, ...]
) -> Point | None:
    """Answer where the handle of a side covers no label, the middle first; None: nowhere."""
    away = _AWAY * pixel + radius
    room = 2 * radius + 2 * pixel
    for share in _ALONG:
        place = _beside(rect, side, away, share)
        box = Rect.centred(place, Size(room, room))
        if not any(box.intersects(label) for label in labels):
            return place
    return None


def _beside(rect: Rect, side: Side, away: float, share: float) -> Point:
    centre = rect.centre
    if side in {Side.TOP, Side.BOTTOM}:
        y = rect.top - away if side is Side.TOP else rect.bottom + away
        return Point(centre.x + share * rect.width, y)
    x = rect.left - away if side is Side.LEFT else rect.right + away
    return Point(x, centre.y + share * rect.height)
