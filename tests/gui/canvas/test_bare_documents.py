"""Documents with hardly anything in them."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from sopeditor.canvas.carrying import symbol_mime
from sopeditor.editing.starting import new_document
from sopeditor.foundation.geometry import Point
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, some_actors
from tests.gui.canvas.conftest import Show

KEYS = (
    Qt.Key.Key_Down,
    Qt.Key.Key_Right,
    Qt.Key.Key_Tab,
    Qt.Key.Key_F2,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Escape,
)

BARE = (
    Document(),
    Document(charts=(Chart(id="chart"),)),
    Document(actors=some_actors("A"), charts=(Chart(id="chart", lanes=("A",)),)),
    new_document(),
)


@pytest.mark.parametrize("document", BARE, ids=["empty", "no lanes", "no rows", "new"])
def test_pointer_and_keys_find_nothing_to_break(show: Show, document: Document) -> None:
    hand = show(document)
    viewport = hand.view.viewport()
    for x in range(100, 1300, 150):
        for y in range(50, 880, 120):
            no_key = Qt.KeyboardModifier.NoModifier
            QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, no_key, QPoint(x, y))
            QTest.mouseMove(viewport, QPoint(x + 3, y + 3))
    hand.view.select_all()
    for key in KEYS:
        hand.key(key)
    hand.view.finish_editing()
    hand.view.fit_page()
    hand.view.fit_width()
    assert not hand.refusals


def test_the_first_row_comes_by_a_drop_below_the_heading(show: Show) -> None:
    hand = show(a_document(rows=""))
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    heading = hand.view.stage.sheet.on_sheet(found[0], found[1].rect)
    page = dict(hand.view.stage.sheet.chart_pages())[found[0]]
    bottom = page.table.bottom + hand.view.stage.sheet.origin(found[0]).y
    point = Point(heading.centre.x, bottom + 20)
    hand.bring(point)
    hand.drop_in(symbol_mime(SymbolKind.TERMINATOR), point)
    assert [step.symbols[0].actors for step in hand.chart.steps] == [("B",)]
