"""The lattice of a page: how far legs reach, and which lines symbols leave free."""

from itertools import product

from sopeditor.layout.routing.lattice import Lattice, build_lattice
from tests.unit.layout.routing.pages import box, page

LATTICE = build_lattice(
    page(4, 3, box("d", 1, 3), box("c", 2, 1), box("b", 1, 0), box("a", 0, 1), box("e", 1, 1))
)


def blocked(lattice: Lattice) -> set[tuple[int, int]]:
    points = product(range(len(lattice.xs)), range(len(lattice.ys)))
    return {(x, y) for x, y in points if not lattice.column_free(x, y, y)}


def test_every_symbol_blocks_its_point_for_both_directions() -> None:
    points = {(site.column, site.row) for site in LATTICE.sites.values()}
    assert blocked(LATTICE) == points
    assert {(x, y) for x, y in points if LATTICE.row_free(y, x, x)} == set()


def test_legs_reach_to_the_line_before_the_next_symbol_or_to_the_last_line() -> None:
    last_column, last_row = len(LATTICE.xs) - 1, len(LATTICE.ys) - 1
    a, b, c, d, e = (LATTICE.sites[name] for name in "abcde")
    assert (b.reach_left, b.reach_right, d.reach_right) == (0, e.column - 1, last_column)
    assert (e.reach_left, e.reach_right) == (b.column + 1, d.column - 1)
    assert (a.reach_up, a.reach_down) == (0, e.row - 1)
    assert (e.reach_up, e.reach_down) == (a.row + 1, c.row - 1)
    assert (c.reach_up, c.reach_down) == (e.row + 1, last_row)
    assert (c.reach_left, c.reach_right) == (0, last_column)


def test_zones_and_places_are_those_of_the_lines() -> None:
    for axis, zones, places in (
        (LATTICE.columns, LATTICE.column_zones, LATTICE.xs),
        (LATTICE.rows, LATTICE.row_zones, LATTICE.ys),
    ):
        assert [(line.low, line.high) for line in axis.lines] == zones
        assert [line.position for line in axis.lines] == places
