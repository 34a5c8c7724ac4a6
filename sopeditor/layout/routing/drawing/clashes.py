"""Finds lines that share a piece although they should not: the last check before the answer."""

from collections.abc import Iterable, Sequence

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.drawing.wishes import Piece
from sopeditor.layout.routing.ways.walks import spans

#: Lines nearer than this are one line, in points.
_SAME = 0.03


def clashes(crowded: Iterable[list[Piece]], lines: Sequence[Polyline]) -> list[tuple[int, int]]:
    """Answer pairs of flows, lower number first, whose lines share a piece.

    Zones never meet, so that only legs on one lattice line can: those in `crowded`.
    """
    found: set[tuple[int, int]] = set()
    for pieces in crowded:
        last: Piece | None = None
        bundle: list[Piece] = []
        for piece in sorted(pieces, key=_by_place):
            if last is not None and piece.place - last.place >= _SAME:
                _search(bundle, lines, found)
                bundle = []
            bundle.append(piece)
            last = piece
        _search(bundle, lines, found)
    return sorted(found)


def _by_place(piece: Piece) -> float:
    return piece.place


def _search(bundle: list[Piece], lines: Sequence[Polyline], found: set[tuple[int, int]]) -> None:
    """Add the flows of legs in one place that overlap."""
    if len(bundle) < 2:
        return
    stretches = sorted(_stretch(piece, lines[piece.flow]) for piece in bundle)
    end, flow = float("-inf"), -1
    for start, stop, other in stretches:
        if start + _SAME < end and other != flow:
            found.add((min(flow, other), max(flow, other)))
        if stop > end:
            end, flow = stop, other


def _stretch(piece: Piece, line: Polyline) -> tuple[float, float, int]:
    along = 1 if (piece.walk.spans or spans(piece.walk))[piece.leg][0] else 0
    a, b = line[piece.leg][along], line[piece.leg + 1][along]
    return (a, b, piece.flow) if a < b else (b, a, piece.flow)
