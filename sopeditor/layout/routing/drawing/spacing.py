"""Gives parallel legs their coordinates: in order, apart, and as near as can be to a wish.

The legs of one line form groups that overlap. Each leg has a room; each overlapping pair
an order. The widest spacing that fits is taken; important legs get their wish first.
"""

import heapq
from collections.abc import Callable, Sequence
from functools import partial

from sopeditor.layout.routing.axis import SMALLEST_SPACING

#: Spacings tried, widest first, in points.
COMFORTABLE_SPACINGS = (6.0, 5.0, 4.5, 4.0, 3.5, SMALLEST_SPACING)
#: Spacings of last resort: the line is too full and says so.
TIGHT_SPACINGS = (2.5, 2.0, 1.6, 1.2, 0.8, 0.5, 0.3, 0.15, 0.08, 0.04)
WIDEST_SPACING = COMFORTABLE_SPACINGS[0]
_EXACT = 1e-9


#: Ranks of tracks: a port alone on its side, a port that shares it, a leg without a port.
ALONE, SHARED, FREE = range(3)


class Track:
    """A leg that wants a coordinate between `least` and `most`, best at `wish`.

    Within `comfort`, a part of that room, the ends of its flow are long enough. Tracks of
    low `rank` are placed first; `key` breaks ties.
    """

    __slots__ = ("comfort", "key", "least", "most", "place", "rank", "wish")

    key: tuple[str, int]
    least: float
    most: float
    comfort: tuple[float, float]
    wish: float
    rank: int
    place: float


#: Pairs of positions in a group: the first has the lower coordinate.
Pairs = set[tuple[int, int]]
#: Those directly before and those directly after each track.
Neighbours = tuple[list[list[int]], list[list[int]]]
#: Least and most coordinate.
Room = tuple[float, float]
#: Answers places for tracks in these rooms, so far apart, or None where they do not fit.
_Fit = Callable[[Sequence[Track], Sequence[Room], float], list[float] | None]


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
    fit: _Fit
    if len(tracks) == 2 and pairs:  # nearly every group
        if (1, 0) in pairs:
            tracks, pairs = tracks[::-1], {(0, 1)}
        fit = _fit_two
    else:
        fit = partial(_fit, _neighbours(len(tracks), pairs))
    comfort = [t.comfort for t in tracks]
    found = _best_places(tracks, fit, comfort, COMFORTABLE_SPACINGS)
    if found is not None:
        _assign(tracks, found)
        return 0.0
    ranges = _ranges(_neighbours(len(tracks), pairs), comfort, SMALLEST_SPACING)
    rooms = [(t.least, t.most) for t in tracks]
    found = _best_places(tracks, fit, rooms, COMFORTABLE_SPACINGS)
    if found is None:
        found = _best_places(tracks, fit, rooms, TIGHT_SPACINGS)
    _assign(tracks, found or [_clamp(t.wish, t.least, t.most) for t in tracks])
    return max(0.0, *(low - high for low, high in ranges))


def _best_places(
    tracks: Sequence[Track], fit: _Fit, rooms: Sequence[Room], spacings: Sequence[float]
) -> list[float] | None:
    """Answer places at the widest spacing that fits, with lone ports in the middle if any can."""
    pins = [(k, _clamp(t.wish, t.least, t.most)) for k, t in enumerate(tracks) if t.rank == ALONE]
    fallback: list[float] | None = None
    for spacing in spacings:
        places = fit(tracks, rooms, spacing)
        if places is None:
            continue
        if not pins or all(abs(places[k] - middle) <= _EXACT for k, middle in pins):
            return places
        fallback = fallback or places
    return fallback


def _assign(tracks: Sequence[Track], places: Sequence[float]) -> None:
    for track, coordinate in zip(tracks, places, strict=True):
        track.place = coordinate


def _ranges(neighbours: Neighbours, rooms: Sequence[Room], spacing: float) -> list[Room]:
    """Answer the least and most coordinate of every track that leave room for the others."""
    lows = [low for low, _ in rooms]
    highs = [high for _, high in rooms]
    before, after = neighbours
    order = _topological(before, after)
    for number in order:
        for follower in after[number]:
            lows[follower] = max(lows[follower], lows[number] + spacing)
    for number in reversed(order):
        for leader in before[number]:
            highs[leader] = min(highs[leader], highs[number] - spacing)
    return list(zip(lows, highs, strict=True))


def _fit(
    neighbours: Neighbours, tracks: Sequence[Track], rooms: Sequence[Room], spacing: float
) -> list[float] | None:
    """Answer places in these rooms so far apart, or None where they do not fit."""
    ranges = _ranges(neighbours, rooms, spacing)
    if any(low > high + _EXACT for low, high in ranges):
        return None
    return _settle(tracks, neighbours, spacing, ranges)


def _fit_two(tracks: Sequence[Track], rooms: Sequence[Room], spacing: float) -> list[float] | None:
    """Answer what `_fit` does for two tracks, of which the first is the lower one."""
    (low, high), (least, most) = rooms
    least = max(least, low + spacing)
    high = min(high, most - spacing)
    if low > high + _EXACT or least > most + _EXACT:
        return None
    lower, upper = tracks
    if (lower.rank, lower.key) <= (upper.rank, upper.key):
        at = _clamp(lower.wish, low, high)
        return [at, _clamp(upper.wish, max(least, at + spacing), most)]
    above = _clamp(upper.wish, least, most)
    at = _clamp(lower.wish, low, min(high, above - spacing))
    return [at, max(above, at + spacing)]


def _settle(
    tracks: Sequence[Track], neighbours: Neighbours, spacing: float, ranges: Sequence[Room]
) -> list[float]:
    lows, highs = [low for low, _ in ranges], [high for _, high in ranges]
    before, after = neighbours
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


def _neighbours(count: int, pairs: Pairs) -> Neighbours:
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
    value = value if value < high else high
    return value if value > low else low
