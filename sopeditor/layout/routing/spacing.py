"""Gives parallel legs their coordinates: in order, apart, and as near as can be to a wish.

The legs of one line form groups that overlap. Each leg has a room; each overlapping pair
an order. The widest spacing that fits is taken; important legs get their wish first.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass

#: Spacings tried, widest first, in points.
SPACINGS = (6.0, 5.0, 4.5, 4.0, 3.5, 3.0, 2.5, 2.0, 1.6, 1.2, 0.8, 0.5, 0.3, 0.15, 0.08, 0.04)
#: Below this spacing a line counts as too full.
SMALLEST_SPACING = 3.0
_EXACT = 1e-9


@dataclass(slots=True, eq=False)
class Track:
    """A leg that wants a coordinate between `least` and `most`, best at `wish`.

    `rank` 0 is placed first: a port alone on its side; 1 a port that shares it; 2 the rest.
    """

    key: tuple[str, int]
    least: float
    most: float
    wish: float
    rank: int
    place: float = 0.0


#: Pairs of positions in a group: the first has the lower coordinate.
Pairs = set[tuple[int, int]]


def sequence(tracks: Sequence[Track], orders: Pairs) -> list[int]:
    """Answer the tracks from low to high so that as many orders as possible hold."""
    after: list[list[int]] = [[] for _ in tracks]
    waiting = [0] * len(tracks)
    for low, high in sorted(orders):
        after[low].append(high)
        waiting[high] += 1
    ready = [(t.wish, t.key, k) for k, t in enumerate(tracks) if not waiting[k]]
    heapq.heapify(ready)
    done: list[int] = []
    placed = [False] * len(tracks)
    while len(done) < len(tracks):
        if ready:
            number = heapq.heappop(ready)[2]
        else:  # a circle of orders: one crossing more, whoever starts
            left = [k for k in range(len(tracks)) if not placed[k]]
            number = min(left, key=lambda k: (waiting[k], tracks[k].wish, tracks[k].key))
        if placed[number]:
            continue
        placed[number] = True
        done.append(number)
        for follower in after[number]:
            waiting[follower] -= 1
            if not waiting[follower] and not placed[follower]:
                track = tracks[follower]
                heapq.heappush(ready, (track.wish, track.key, follower))
    return done


def place(tracks: Sequence[Track], pairs: Pairs) -> float:
    """Set the places of a group; answer how many points its line lacks, or 0.

    `pairs` must be free of circles, as those of `sequence` are.
    """
    fallback: list[float] | None = None
    for spacing in SPACINGS:
        ranges = _ranges(tracks, pairs, spacing)
        if any(low > high + _EXACT for low, high in ranges):
            continue
        places = _settle(tracks, pairs, spacing, ranges)
        if spacing >= SMALLEST_SPACING and not _pins_hold(tracks, places):
            fallback = fallback or places
            continue
        _assign(tracks, fallback or places)
        return 0.0 if fallback or spacing >= SMALLEST_SPACING else _shortage(tracks, pairs)
    _assign(tracks, fallback or [_clamp(t.wish, t.least, t.most) for t in tracks])
    return 0.0 if fallback else _shortage(tracks, pairs)


def _assign(tracks: Sequence[Track], places: Sequence[float]) -> None:
    for track, coordinate in zip(tracks, places, strict=True):
        track.place = coordinate


def _pins_hold(tracks: Sequence[Track], places: Sequence[float]) -> bool:
    return all(
        track.rank or abs(coordinate - _clamp(track.wish, track.least, track.most)) <= _EXACT
        for track, coordinate in zip(tracks, places, strict=True)
    )


def _ranges(tracks: Sequence[Track], pairs: Pairs, spacing: float) -> list[tuple[float, float]]:
    """Answer the least and most coordinate of every track that leave room for the others."""
    lows = [t.least for t in tracks]
    highs = [t.most for t in tracks]
    before, after = _neighbours(len(tracks), pairs)
    for number in _topological(before, after):
        for follower in after[number]:
            lows[follower] = max(lows[follower], lows[number] + spacing)
    for number in reversed(_topological(before, after)):
        for leader in before[number]:
            highs[leader] = min(highs[leader], highs[number] - spacing)
    return list(zip(lows, highs, strict=True))


def _settle(
    tracks: Sequence[Track],
    pairs: Pairs,
    spacing: float,
    ranges: Sequence[tuple[float, float]],
) -> list[float]:
    lows, highs = [low for low, _ in ranges], [high for _, high in ranges]
    before, after = _neighbours(len(tracks), pairs)
    for number in sorted(range(len(tracks)), key=lambda k: (tracks[k].rank, tracks[k].key)):
        at = _clamp(tracks[number].wish, lows[number], highs[number])
        lows[number] = highs[number] = at
        _push(number, after, lows, spacing)
        _pull(number, before, highs, spacing)
    return lows


def _push(start: int, after: list[list[int]], lows: list[float], spacing: float) -> None:
    waiting = [start]
    while waiting:
        number = waiting.pop()
        for follower in after[number]:
            if lows[number] + spacing > lows[follower]:
                lows[follower] = lows[number] + spacing
                waiting.append(follower)


def _pull(start: int, before: list[list[int]], highs: list[float], spacing: float) -> None:
    waiting = [start]
    while waiting:
        number = waiting.pop()
        for leader in before[number]:
            if highs[number] - spacing < highs[leader]:
                highs[leader] = highs[number] - spacing
                waiting.append(leader)


def _shortage(tracks: Sequence[Track], pairs: Pairs) -> float:
    ranges = _ranges(tracks, pairs, SMALLEST_SPACING)
    return max(0.0, *(low - high for low, high in ranges))


def _neighbours(count: int, pairs: Pairs) -> tuple[list[list[int]], list[list[int]]]:
    before: list[list[int]] = [[] for _ in range(count)]
    after: list[list[int]] = [[] for _ in range(count)]
    for low, high in sorted(pairs):
        after[low].append(high)
        before[high].append(low)
    return before, after


def _topological(before: list[list[int]], after: list[list[int]]) -> list[int]:
    waiting = [len(leaders) for leaders in before]
    result = [k for k, count in enumerate(waiting) if not count]
    for number in result:
        for follower in after[number]:
            waiting[follower] -= 1
            if not waiting[follower]:
                result.append(follower)
    return result


def _clamp(value: float, low: float, high: float) -> float:
    return max(low, min(value, high))
