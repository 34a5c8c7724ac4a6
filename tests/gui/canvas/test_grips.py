"""Handles stand where they hide nothing."""

import pytest

from sopeditor.canvas.grips import handles
from sopeditor.foundation.geometry import Rect, Size
from sopeditor.model.flow import Side
from tests.builders import a_document
from tests.gui.canvas.conftest import Show

BOX = Rect(100, 100, 40, 20)


def test_a_symbol_has_a_handle_beside_each_side() -> None:
    found = handles(BOX, 0.5)
    assert set(found) == set(Side)
    for grip in found.values():
        around = Rect.centred(grip.centre, Size(2 * grip.radius, 2 * grip.radius))
        assert not around.intersects(BOX)


def test_a_handle_makes_way_for_a_label() -> None:
    label = Rect(141, 105, 20, 9)
    grip = handles(BOX, 0.5, (label,))[Side.RIGHT]
    around = Rect.centred(grip.centre, Size(2 * grip.radius, 2 * grip.radius))
    assert not around.intersects(label)


def test_a_side_that_labels_fill_has_no_handle() -> None:
    assert Side.BOTTOM not in handles(BOX, 0.5, (Rect(90, 121, 60, 20),))


@pytest.mark.parametrize("pixel", [0.3, 0.75, 1.5, 1.9])
def test_handles_stay_small_beside_their_symbol(pixel: float) -> None:
    assert all(2 * grip.radius <= BOX.height / 2 for grip in handles(BOX, pixel).values())


def test_a_symbol_too_small_to_aim_at_has_none() -> None:
    assert handles(BOX, 2.5) == {}


@pytest.mark.parametrize("zoom", [0.42, 0.75, 1.0, 2.0])
def test_no_handle_covers_a_label_of_a_decision(show: Show, zoom: float) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? (A)", flows="1>2 2>3:Lengkap 2>1:Tidak"))
    hand.view.zoom_to(zoom)
    labels = [
        hand.view.stage.sheet.on_sheet(index, flow.label.rect)
        for index, page in hand.view.stage.sheet.chart_pages()
        for flow in page.flows
        if flow.label
    ]
    assert len(labels) == 2
    grips = hand.view.stage.handles("2B")
    assert grips
    for grip in grips.values():
        box = Rect.centred(grip.centre, Size(2 * grip.radius, 2 * grip.radius))
        assert not any(box.intersects(label) for label in labels)
