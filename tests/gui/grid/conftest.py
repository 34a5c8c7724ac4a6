"""A window whose step table is seen, and someone who types into it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.ui.grid.cell_field import CellField
from sopeditor.ui.grid.cell_note import CellNote
from sopeditor.ui.grid.panel import StepGrid
from sopeditor.ui.grid.views import ViewMode
from tests.gui.ui.conftest import MakeStand, Stand, _prepared, make_stand, stand

__all__ = ["_prepared", "make_stand", "stand"]

SAMPLES = Path(__file__).parents[2] / "samples"

NO_KEY = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def sample(name: str) -> Document:
    """Answer a document of the samples."""
    return read_table((SAMPLES / f"{name}.md").read_text("utf-8"))


@dataclass
class Typist:
    """A person at the table: presses keys, and looks at what is shown."""

    stand: Stand

    @property
    def grid(self) -> StepGrid:
        return self.stand.window.views.grid

    @property
    def session(self) -> EditorSession:
        return self.stand.session

    @property
    def document(self) -> Document:
        return self.session.document

    @property
    def chart(self) -> Chart:
        return self.grid.table.chart

    @property
    def editor(self) -> CellField:
        field = self.grid.editing.field
        assert field is not None, "no cell is being typed into"
        return field

    @property
    def note(self) -> str:
        """The words under a cell; empty where there are none."""
        note = self.grid.findChild(CellNote)
        assert isinstance(note, CellNote)
        return note.text() if note.isVisible() else ""

    @property
    def here(self) -> tuple[int, Field]:
        index = self.grid.view.currentIndex()
        return index.row(), self.grid.view.field_at(index)

    def cell(self, row: int, field: Field) -> str:
        return self.grid.table.cells(row)[field]

    def column(self, field: Field) -> list[str]:
        return [self.cell(row, field) for row in range(len(self.grid.table))]

    def at(self, row: int, field: Field) -> "Typist":
        self.grid.view.go_to(row, field)
        self.grid.view.setFocus()
        return self

    def select(self, rows: range, first: Field, last: Field) -> None:
        """Select a box of cells: go to its corner, then Shift and the arrows."""
        fields = self.grid.view.visible_fields()
        self.at(rows[0], first)
        for _ in rows[1:]:
            self.press(Qt.Key.Key_Down, SHIFT)
        for _ in range(fields.index(last) - fields.index(first)):
            self.press(Qt.Key.Key_Right, SHIFT)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        QTest.keyClick(self._focused, key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            if letter == "\n":
                self.press(Qt.Key.Key_Return, ALT)
            else:
                QTest.keyClicks(self._focused, letter)

    def enter(self, text: str) -> None:
        self.type(text)
        self.press(Qt.Key.Key_Return)

    @property
    def _focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget


def clip(text: str = "", html: str = "") -> None:
    """Put something on the clipboard, as another program would."""
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QGuiApplication.clipboard().setMimeData(data)


#: Shows the table of a document and answers who types into it.
Sit = Callable[..., Typist]


@pytest.fixture
def sit(make_stand: MakeStand) -> Sit:
    def make(document: Document | None = None, mode: ViewMode = ViewMode.TABLE) -> Typist:
        stand = make_stand(EditorSession(document) if document else None)
        stand.window.views.choose(mode)
        QTest.qWait(1)
        typist = Typist(stand)
        typist.grid.take_focus()
        return typist

    return make


@pytest.fixture
def typist(sit: Sit) -> Typist:
    """Answer a person at the table of three steps."""
    return sit()
