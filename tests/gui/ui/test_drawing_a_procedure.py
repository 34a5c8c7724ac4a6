"""A whole procedure drawn in the window by mouse alone, its texts typed where they stand.

The steps come from the palette, from handles drawn onto free places and from the buttons
beside a symbol; lines are drawn, tied to other symbols and named on the way.
"""

from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QScrollArea, QToolBar, QToolButton, QWidget

from sopeditor.canvas.carrying import symbol_mime
from sopeditor.canvas.context_pad import ContextPad
from sopeditor.canvas.grips import loose_ends
from sopeditor.foundation.geometry import Point, Polyline
from sopeditor.layout.placement import CoverPage
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.model.identity import Identity
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.session import EditorSession
from sopeditor.tables.files import load_table
from sopeditor.ui.file_flow import first_document
from sopeditor.ui.language import read_catalogue
from tests.gui.canvas.conftest import Hand
from tests.gui.ui.conftest import MakeStand, Stand

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "S04.md"
#: What the sample tells of its cover.
_ON_COVER = ("title", "unit", "legal_bases", "related_sops", "warnings", "equipment", "records")
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@dataclass
class Artist:
    """A person who draws on the sheet of a window."""

    stand: Stand
    hand: Hand

    def symbol(self, row: int) -> str:
        """Answer the symbol of a row; rows count from 1."""
        return self.hand.chart.steps[row - 1].symbols[0].id

    def add_lane(self) -> None:
        """Press the button of the tool bar."""
        bar = self.stand.find(QToolBar, "tool_bar")
        button = bar.widgetForAction(self.stand.window.actions_by_key["actor"])
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, LEFT)

    def name_lane(self, lane: int, name: str) -> None:
        found = self.hand.view.stage.sheet.heading(self.hand.chart.lanes[lane])
        assert found is not None
        place = self.hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre
        self.write(place, name)

    def write(self, place: Point, text: str) -> None:
        """Type a text where it stands; the next press of the mouse takes it over."""
        self.hand.bring(place)
        self.hand.double_click(place)
        QTest.keyClicks(self.hand.editor, text)

    def leave(self) -> None:
        """Press on the ground beside the paper."""
        self.hand.click(Point(-12, self.hand.view.stage.sheet.paper_rect(1).top + 4))

    def below(self, lane: int) -> Point:
        """Answer the free paper below the last row, in a lane, brought into view."""
        rect = self.hand.view.stage.sheet.lane_cell(self.hand.chart.steps[-1].id, lane, lane)
        assert rect is not None
        place = Point(rect.centre.x, rect.bottom + 14)
        self.hand.bring(place)
        return place

    def drop_below(self, kind: SymbolKind, lane: int) -> None:
        self.hand.drop_in(symbol_mime(kind), self.below(lane))

    def draw(self, source: int, side: Side, place: Point) -> None:
        """Draw a line from a handle."""
        symbol = self.symbol(source)
        self.hand.bring(self.hand.symbol(symbol))
        self.hand.hover(self.hand.symbol(symbol))
        self.hand.drag(self.hand.handle(symbol, side), place)

    def connect(self, source: int, side: Side, target: int, label: str = "") -> None:
        self.draw(source, side, self.hand.symbol(self.symbol(target)))
        if label:
            QTest.keyClicks(self.hand.editor, label)
            self.leave()

    def append(self, source: int, kind: SymbolKind, label: str) -> None:
        """Press a button beside a symbol and name the branch that it draws."""
        self.hand.bring(self.hand.symbol(self.symbol(source)))
        self.hand.hover(self.hand.symbol(self.symbol(source)))
        pad = self.hand.view.findChild(ContextPad)
        assert isinstance(pad, ContextPad)
        pad.appear()
        button = pad.findChild(QToolButton, f"append_{kind.value}")
        assert isinstance(button, QToolButton)
        QTest.mouseClick(button, LEFT)
        QTest.keyClicks(self.hand.editor, label)
        self.leave()

    def retie(self, source: int, target: int, to: int) -> None:
        """Select the line between two rows and drag its end to the symbol of another."""
        flow = next(
            flow.id
            for flow in self.hand.chart.flows
            if (flow.source, flow.target) == (self.symbol(source), self.symbol(target))
        )
        self.leave()
        self.hand.bring(_middle(self.line(flow)))
        self.hand.click(_middle(self.line(flow)))
        sheet = self.hand.view.stage.sheet
        ends = [
            Point(end.x + sheet.origin(index).x, end.y + sheet.origin(index).y)
            for index, page in sheet.chart_pages()
            for _, at_source, end in loose_ends(page, frozenset({flow}))
            if not at_source
        ]
        self.hand.drag(ends[0], self.hand.symbol(self.symbol(to)))

    def name_line(self, source: int, target: int, label: str) -> None:
        flow = next(
            flow.id
            for flow in self.hand.chart.flows
            if (flow.source, flow.target) == (self.symbol(source), self.symbol(target))
        )
        self.leave()  # the handles of a selected symbol may lie over a short line
        self.write(_middle(self.line(flow)), label)
        self.leave()

    def fill_cover(self, identity: Identity) -> None:
        """Double-click what stands on the cover and type; choose the kinds from their lists."""
        for name in _ON_COVER:
            value = getattr(identity, name)
            if name == "unit":  # without a text it has no place on the cover yet
                QTest.mouseClick(self.stand.find(QWidget, "identity_unit"), LEFT)
            else:
                self.hand.bring(self._on_cover(name))
                self.hand.double_click(self._on_cover(name))
            focused = QApplication.focusWidget()
            assert focused is not None
            assert focused.objectName() == f"identity_{name}"
            for letter in value if isinstance(value, str) else "\n".join(value):
                if letter == "\n":
                    QTest.keyClick(focused, Qt.Key.Key_Return)
                else:
                    QTest.keyClicks(focused, letter)
        for axis in ("nature", "scope", "completeness", "genericity"):
            wanted = self.stand.words(f"identity.{getattr(identity.classification, axis)}")
            self._pick(self.stand.find(QComboBox, f"identity_{axis}"), wanted)

    def _on_cover(self, field: str) -> Point:
        page = self.hand.view.stage.sheet.layout.pages[0]
        assert isinstance(page, CoverPage)
        cell = next(cell for cell in page.cells if cell.field == field)
        return self.hand.view.stage.sheet.on_sheet(0, cell.rect).centre

    def _pick(self, combo: QComboBox, text: str) -> None:
        area = combo.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        assert area is not None
        area.ensureWidgetVisible(combo)
        QTest.qWait(20)  # until the field lies where the panel was scrolled to
        QTest.mouseClick(combo, LEFT)
        view = combo.view()
        entry = combo.model().index(combo.findText(text), 0)
        view.scrollTo(entry)
        QTest.mouseMove(view.viewport(), view.visualRect(entry).center())
        QTest.qWait(QApplication.doubleClickInterval() + 20)  # a list takes no hasty click
        QTest.mouseClick(view.viewport(), LEFT, NO_KEY, view.visualRect(entry).center())
        # A platform without a window manager gives no window back the keys that a list took.
        self.stand.window.activateWindow()
        QTest.qWait(1)

    def line(self, flow: str) -> Polyline:
        sheet = self.hand.view.stage.sheet
        for index, page in sheet.chart_pages():
            origin = sheet.origin(index)
            for placed in page.flows:
                if placed.flow == flow:
                    return tuple(Point(x + origin.x, y + origin.y) for x, y in placed.points)
        raise AssertionError(f"no line {flow}")


def _middle(line: Polyline) -> Point:
    return Point((line[0].x + line[1].x) / 2, (line[0].y + line[1].y) / 2)


def meaning(document: Document) -> tuple[object, ...]:
    """Answer what a document says: lanes, rows with their symbols and texts, flows."""
    chart = document.charts[0]
    names = {actor.id: actor.name for actor in document.actors}
    row = {symbol.id: index for index, symbol in chart.symbols()}
    rows = [
        (
            [(symbol.kind, [names[a] for a in symbol.actors]) for symbol in step.symbols],
            [step.text(column) for column in TEXT_COLUMNS],
        )
        for step in chart.steps
    ]
    flows = {(flow.kind, row[flow.source], row[flow.target], flow.label) for flow in chart.flows}
    return [names[lane] for lane in chart.lanes], rows, flows


@pytest.fixture
def artist(make_stand: MakeStand) -> Artist:
    stand = make_stand(EditorSession(first_document(read_catalogue("id"))))
    stand.window.sheet.zoom_to(1.0)
    return Artist(stand, Hand(stand.window.sheet, stand.session, []))


def draw_steps(artist: Artist) -> None:
    """Draw the nine steps and their flows."""
    artist.drop_below(SymbolKind.DECISION, 0)
    artist.drop_below(SymbolKind.PROCESS, 0)
    artist.name_line(2, 3, "Tidak lengkap")
    artist.drop_below(SymbolKind.PROCESS, 0)
    artist.retie(3, 4, 2)
    artist.connect(2, Side.RIGHT, 4, "Lengkap")
    artist.drop_below(SymbolKind.DECISION, 1)
    artist.append(5, SymbolKind.PROCESS, "Sesuai")
    sixth = artist.hand.chart.steps[5].id
    artist.hand.drag(artist.hand.symbol(artist.symbol(6)), artist.hand.lane(sixth, 2))
    artist.connect(5, Side.LEFT, 4, "Tidak sesuai")
    artist.draw(6, Side.RIGHT, artist.below(3))
    artist.drop_below(SymbolKind.PROCESS, 0)
    artist.drop_below(SymbolKind.TERMINATOR, 4)


def test_a_procedure_is_drawn_by_mouse_alone(artist: Artist) -> None:
    wanted = load_table(SAMPLE)
    names = {actor.id: actor.name for actor in wanted.actors}
    for _ in range(3):
        artist.add_lane()
    for lane, actor in enumerate(wanted.charts[0].lanes):
        artist.name_lane(lane, names[actor])
    artist.leave()
    draw_steps(artist)
    for step, told in zip(artist.hand.chart.steps, wanted.charts[0].steps, strict=True):
        for column in TEXT_COLUMNS:
            text = told.text(Column(column))
            if text:
                artist.write(artist.hand.cell(step.id, column), text)
    artist.leave()
    artist.fill_cover(wanted.identity)
    assert meaning(artist.hand.session.document) == meaning(wanted)
    assert artist.hand.session.document.identity == wanted.identity
