"""A patched scene is the scene that the layout would give from nothing."""

import math

import pytest
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.items.page_item import PageItem
from sopeditor.canvas.items.placed_item import PlacedItem
from sopeditor.canvas.scene import SheetScene
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.editing.command import Command
from sopeditor.editing.flows import DeleteFlows, SetFlowLabel
from sopeditor.editing.page import SetPageSetup
from sopeditor.editing.steps import DeleteSteps, InsertStep, MoveSteps, SetPageBreak, SetStepText
from sopeditor.editing.symbols import DeleteSymbols, MoveSymbol, SetSymbolKind
from sopeditor.model.page import Orientation, PageSetup
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show

LONG = "(A) " + "B C? A " * 8 + "(B)"

CHANGES: tuple[Command, ...] = (
    SetStepText(step="row2", column=Column.ACTIVITY, text="Menelaah berkas usulan " * 12),
    MoveSymbol(symbol="2B", step="row2", actors=("C",)),
    DeleteSteps(steps=("row3", "row4")),
    InsertStep(chart="chart", position=0, step=Step(id="new", activity="Membuka rapat")),
    MoveSteps(steps=("row9",), position=1),
    SetPageBreak(step="row5", broken=True),
    DeleteSymbols(symbols=("5B",)),
    SetSymbolKind(symbol="2B", kind=SymbolKind.DECISION),
    SetFlowLabel(flow="6C-7A", label="Ya"),
    DeleteFlows(flows=("6C-7A",)),
    SetPageSetup(page=PageSetup(orientation=Orientation.PORTRAIT)),
)


def _shown(scene: SheetScene) -> list[tuple[object, ...]]:
    """Answer what every item shows, on which page and how high, in a fixed order."""
    scene.projector.bring(-math.inf, math.inf)
    found: list[tuple[object, ...]] = []
    for item in scene.items():
        if isinstance(item, PlacedItem):
            page = item.parentItem()
            number = page.placement.number if isinstance(page, PageItem) else -1
            place = item.scenePos().toTuple()
            found.append((type(item).__name__, number, place, item.zValue(), item.placement))
    return sorted(found, key=repr)


def _standing(scene: SheetScene) -> set[int]:
    """Answer the pages on which anything stands."""
    papers = (item for item in scene.items() if isinstance(item, PageItem))
    return {paper.placement.number for paper in papers if paper.childItems()}


def _fresh(hand: Hand) -> list[tuple[object, ...]]:
    """Answer the same of a scene made from nothing; its items go before it does."""
    scene = SheetScene(PAPER_THEME, SheetColours.of(QApplication.palette()))
    scene.show_sheet(hand.view.stage.sheet, hand.session.document.identity.logo)
    shown = _shown(scene)
    scene.clear()
    return shown


@pytest.mark.parametrize("seen", [True, False], ids=["all seen", "first page seen"])
@pytest.mark.parametrize("change", CHANGES, ids=[type(change).__name__ for change in CHANGES])
def test_after_a_change_and_its_undo(show: Show, change: Command, seen: bool) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    if seen:
        hand.view.stage.scene.projector.bring(-math.inf, math.inf)
    assert hand.session.execute(change)
    hand.view.stage.pages.settle()
    assert _shown(hand.view.stage.scene) == _fresh(hand)
    hand.session.undo()
    hand.view.stage.pages.settle()
    assert _shown(hand.view.stage.scene) == _fresh(hand)


def test_after_all_changes_one_after_the_other(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    done = [hand.session.execute(change) for change in CHANGES]
    assert done.count(True) >= len(CHANGES) - 2
    hand.view.stage.pages.settle()
    assert _shown(hand.view.stage.scene) == _fresh(hand)


def test_what_nobody_has_seen_yet_has_no_items(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    scene, sheet = hand.view.stage.scene, hand.view.stage.sheet
    hand.view.centerOn(0.0, 0.0)
    before = _standing(scene)
    assert len(sheet.layout.pages) - 1 not in before
    hand.view.centerOn(0.0, sheet.paper_rect(len(sheet.layout.pages) - 1).bottom)
    hand.view.viewport().repaint()
    assert _standing(scene) >= before | {len(sheet.layout.pages) - 1}


def test_what_did_not_move_is_not_drawn_again(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows=LONG))
    projector = hand.view.stage.scene.projector
    before = projector.item("row", "row1"), projector.item("symbol", "1A")
    placements = [item.placement for item in before if item]
    hand.session.execute(SetStepText(step="row9", column=Column.OUTPUT, text="Nota"))
    hand.view.stage.pages.settle()
    after = projector.item("row", "row1"), projector.item("symbol", "1A")
    assert after == before
    assert all(
        item is not None and item.placement is placement
        for item, placement in zip(after, placements, strict=True)
    )
