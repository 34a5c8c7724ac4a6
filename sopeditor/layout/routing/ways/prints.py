"""Walks as bits: every step of a walk along a line and every point that it passes is one.

The page is cut into bands of a few row lines, so that numbers stay short. A row line takes four
strips of bits: steps along it, steps down from it, points passed along it, points passed across
it.
"""

from functools import cache

from sopeditor.layout.routing.ways.walks import Piece, Print, Span, Walk, spans

#: Row lines of a band.
BAND = 8
#: What a leg covers and what it would meet, as bits.
Run = tuple[int, int]


class Prints:
    """Finds the bits of walks on pages with so many columns of lattice lines.

    `steps` are the bits of steps, `passes` those of points, of a whole band.
    """

    def __init__(self, columns: int) -> None:
        self._columns, self._stride = columns, 4 * columns
        self._size = BAND * self._stride
        self._whole = (1 << self._size) - 1
        strip = (1 << 2 * columns) - 1
        self.steps = sum([strip << row * self._stride for row in range(BAND)])
        self.passes = self._whole ^ self.steps
        # What legs cover and meet from their lower end on, by length.
        self._across: dict[int, Run] = {}
        self._down: dict[int, Run] = {}

    def of(self, walk: Walk) -> tuple[Print, ...]:
        """Find the bits that a walk covers, and those by which it meets others; it keeps them."""
        nodes, stride, across, down = walk.nodes, self._stride, self._across, self._down
        first, last = nodes[0][1], nodes[-1][1]
        if len(nodes) > 3:  # else its only corner lies on a row of one of its ends
            for _, row in nodes:
                first = row if row < first else first
        first = (first if first < last else last) // BAND
        top = first * BAND
        covers = meets = 0
        for upright, line, low, high in walk.spans or spans(walk):
            if upright:
                run = down.get(high - low) or self._run_down(high - low)
                at = (low - top) * stride + line
            else:
                run = across.get(high - low) or self._run_across(high - low)
                at = (line - top) * stride + low
            covers |= run[0] << at
            meets |= run[1] << at
        size, whole = self._size, self._whole
        if covers <= whole:
            walk.prints = ((first, covers, meets),)
            return walk.prints
        found = []
        while covers > whole:
            found.append((first, covers & whole, meets & whole))
            covers, meets, first = covers >> size, meets >> size, first + 1
        found.append((first, covers, meets))
        walk.prints = tuple(found)
        return walk.prints

    def steps_of(self, leg: Span) -> list[Piece]:
        """Answer the steps of a leg, band by band."""
        upright, line, low, high = leg
        band, row = divmod(low if upright else line, BAND)
        if upright:
            bits = self._run_down(high - low)[0] << row * self._stride + line
        else:
            bits = self._run_across(high - low)[0] << row * self._stride + low
        pieces = []
        while bits:
            pieces.append((band, bits & self.steps))
            bits, band = bits >> self._size, band + 1
        return pieces

    def _run_across(self, count: int) -> Run:
        """Answer what a leg along a row covers and meets, from its lower end on."""
        steps = (1 << count) - 1
        passed = steps & steps << 1
        run = steps | passed << 2 * self._columns, steps | passed << 3 * self._columns
        self._across[count] = run
        return run

    def _run_down(self, count: int) -> Run:
        """Answer what an upright leg covers and meets, from its upper end on."""
        steps = ((1 << count * self._stride) - 1) // ((1 << self._stride) - 1)
        passed = steps & steps << self._stride
        columns = self._columns
        run = steps << columns | passed << 3 * columns, steps << columns | passed << 2 * columns
        self._down[count] = run
        return run


@cache
def prints(columns: int) -> Prints:
    """Answer what finds the prints of walks: pages with as many columns share what it found."""
    return Prints(columns)
