"""Files lines by the bands of the page that they reach into: few are near a change."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

#: From where to where a line reaches down the page, in points.
Extent = tuple[float, float]

#: Height of a band in points: a few rows.
_BAND = 128.0


class Filing:
    """Numbers of lines by band; a line is filed in all that it reaches into."""

    __slots__ = ("_bands",)

    def __init__(self, bands: Mapping[int, list[int]]) -> None:
        self._bands = bands

    def near(self, top: float, bottom: float) -> set[int]:
        """Answer the lines that may lie between two heights; others may be among them."""
        found: set[int] = set()
        for band in _reached((top, bottom)):
            found.update(self._bands.get(band, ()))
        return found

    def replaced(self, changes: Iterable[tuple[int, Extent, Extent]]) -> "Filing":
        """Answer a filing in which some lines, by number, reach elsewhere than before."""
        bands = dict(self._bands)
        for number, before, now in changes:
            for band in _reached(before):
                bands[band] = [other for other in bands[band] if other != number]
            for band in _reached(now):
                bands[band] = [*bands.get(band, ()), number]
        return Filing(bands)


def filed(extents: Iterable[Extent]) -> Filing:
    """Answer a filing of lines with these extents, numbered from 0."""
    bands: dict[int, list[int]] = defaultdict(list)
    for number, extent in enumerate(extents):
        for band in _reached(extent):
            bands[band].append(number)
    return Filing(dict(bands))


def _reached(extent: Extent) -> range:
    top, bottom = extent
    return range(int(top // _BAND), int(bottom // _BAND) + 1)
