"""Shapes with two bends are found bit by bit, the near ones first."""

from sopeditor.layout.routing.lattice import build_lattice
from sopeditor.layout.routing.ways.shapes import Ends, Shape
from sopeditor.layout.routing.ways.two_bends import all_two_bends, two_bends
from tests.unit.layout.routing.pages import box, page

_ANY = float("inf")


def test_all_that_costs_less_than_the_price_told_is_found() -> None:
    lattice = build_lattice(page(5, 2, box("a", 0, 2), box("b", 1, 2), box("c", 1, 0)))
    ends = Ends(lattice.sites["b"], lattice.sites["a"], 3.0, 6.0, lambda *_: 0.0)
    whole: list[Shape] = []
    all_two_bends(lattice, ends, _ANY, whole)
    found: list[Shape] = []
    counts = []
    for price in two_bends(lattice, ends, _ANY, found):
        counts.append(len(found))
        assert {shape for shape in whole if shape[0] < price} <= set(found)
    assert counts
    assert counts[0] < len(whole)
    assert sorted(found) == sorted(whole)
