"""Finds lines that share a piece although they should not: the last check before the answer."""

from collections.abc import Iterable, Sequence

from sopeditor.foundation.geometry import Polyline
from sopeditor.layout.routing.drawing.stretches import Leg

#: Lines nearer than this are one line, in points.
_SAME = 0.03


def clashes(
    crowded: Iterable[tuple[bool, list[Leg]]], lines: Sequence[Polyline]
) -> list[tuple[int, int]]:
    """Answer pairs of flows, lower number first, whose lines share a piece.

    Zones never meet, so that only legs on one lattice line can, where some are close: those
    in `crowded`, with whether they are upright.
    """
    found: set[tuple[int, int]] = set()
    for upright, legs in crowded:
        last = float("-inf")
        bundle: list[Leg] = []
        across = 0 if upright else 1
        for place, flow, leg in sorted([(lines[k][i][across], k, i) for k, i in legs]):
            if place - last >= _SAME:
                _search(bundle, 1 - across, lines, found)
                bundle = []
            bundle.append((flow, leg))
            last = place
        _search(bundle, 1 - across, lines, found)
    return sorted(found)


def _search(
    bundle: list[Leg], along: int, lines: Sequence[Polyline], found: set[tuple[int, int]]
) -> None:
    """Add the flows of legs in one place that overlap."""
    if len(bundle) < 2:
        return
    stretches = sorted([_stretch(flow, leg, along, lines[flow]) for flow, leg in bundle])
    end, flow = float("-inf"), -1
    for start, stop, other in stretches:
        if start + _SAME < end and other != flow:
            found.add((min(flow, other), max(flow, other)))
        if stop > end:
            end, flow = stop, other


def _stretch(flow: int, leg: int, along: int, line: Polyline) -> tuple[float, float, int]:
    a, b = line[leg][along], line[leg + 1][along]
    return (a, b, flow) if a < b else (b, a, flow)
