"""Rows are moved by their grips, as a real drag and drop."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QCursor, QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from sopeditor.tables.notation import Field
from sopeditor.ui.grid.row_header import rows_mime
from tests.gui.grid.conftest import Typist
from tests.gui.journey.conftest import display

__all__ = ["display"]

_ROOT = Path(__file__).parents[3]

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def point_of(typist: Typist, row: int, *, lower: bool) -> QPoint:
    view = typist.grid.view
    part = 0.8 if lower else 0.2
    return QPoint(60, round(view.rowViewportPosition(row) + view.rowHeight(row) * part))


def accepts(typist: Typist, data: QMimeData, point: QPoint) -> bool:
    move = Qt.DropAction.MoveAction
    enter = QDragEnterEvent(point, move, data, LEFT, NO_KEY)
    QApplication.sendEvent(typist.grid.view.viewport(), enter)
    event = QDragMoveEvent(point, move, data, LEFT, NO_KEY)
    QApplication.sendEvent(typist.grid.view.viewport(), event)
    return event.isAccepted()


def drop(typist: Typist, data: QMimeData, point: QPoint) -> None:
    move = Qt.DropAction.MoveAction
    event = QDropEvent(QPointF(point), move, data, LEFT, NO_KEY)
    QApplication.sendEvent(typist.grid.view.viewport(), event)


def test_rows_are_dropped_where_the_line_is(typist: Typist) -> None:
    data = rows_mime(("s1",))
    there = point_of(typist, 1, lower=True)
    assert accepts(typist, data, there)
    drop(typist, data, there)
    assert [step.id for step in typist.chart.steps] == ["s2", "s1", "s3"]
    assert typist.grid.view.selected_rows() == (1,)


def test_nothing_else_is_taken(typist: Typist) -> None:
    there = point_of(typist, 1, lower=True)
    assert not accepts(typist, rows_mime(("of another document",)), there)
    assert not accepts(typist, QMimeData(), there)


def test_a_click_on_a_grip_selects_the_row(typist: Typist) -> None:
    header = typist.grid.view.verticalHeader()
    point = QPoint(8, point_of(typist, 1, lower=False).y())
    QTest.mouseClick(header.viewport(), LEFT, NO_KEY, point)
    assert typist.grid.view.selectionModel().isRowSelected(1)
    assert typist.session.selection.steps == {"s2"}


@pytest.mark.xvfb
def test_a_row_is_dragged_by_its_grip_on_a_real_display(display: str) -> None:
    environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    test = f"{__file__}::{test_a_row_is_dragged_by_its_grip.__name__}"
    command = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test)
    done = subprocess.run(
        command, env=environment, cwd=_ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


def test_a_row_is_dragged_by_its_grip(typist: Typist) -> None:
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("played on a display of its own")
    typist.grid.view.selectRow(0)
    header = typist.grid.view.verticalHeader().viewport()
    start = QPoint(8, point_of(typist, 0, lower=False).y())
    target = typist.grid.view.viewport().mapToGlobal(point_of(typist, 2, lower=True))

    def later(milliseconds: int, act: Callable[[], None]) -> None:
        QTimer.singleShot(milliseconds, act)

    later(200, lambda: QCursor.setPos(target - QPoint(0, 8)))
    later(300, lambda: QCursor.setPos(target))
    later(500, lambda: release_at(typist, target))
    QTest.mousePress(header, LEFT, NO_KEY, start)
    QTest.mouseMove(header, start + QPoint(0, 30))
    QTest.qWait(900)
    assert [step.activity for step in typist.chart.steps][-1] == "Menyusun konsep surat"
    assert typist.column(Field.NUMBER) == ["1", "2", "3"]


def release_at(typist: Typist, target: QPoint) -> None:
    window = typist.stand.window.windowHandle()
    QTest.mouseRelease(window, LEFT, NO_KEY, window.mapFromGlobal(target))
