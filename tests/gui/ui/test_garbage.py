"""Garbage is found between events, in the window's thread, and nowhere else."""

import gc
from collections.abc import Iterator
from threading import get_ident

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sopeditor.foundation.progress import Progress
from sopeditor.ui.garbage import GarbageRounds
from sopeditor.ui.language import read_catalogue
from sopeditor.ui.progress.running import carry_out


class Rubbish:
    """A ring that nothing holds; tells in which thread it was found."""

    def __init__(self, found: list[int]) -> None:
        self._found = found
        self._ring = self

    def __del__(self) -> None:
        self._found.append(get_ident())


@pytest.fixture
def rounds(qapp: QApplication) -> Iterator[None]:
    """Let rounds be made as in the program, only more often."""
    gc.enable()
    keeper = QObject()
    GarbageRounds(keeper, every=1)
    yield
    keeper.deleteLater()


def make_many() -> list[list[int]]:
    """Make more objects than it takes to let Python search for garbage."""
    return [[number] for number in range(2 * gc.get_threshold()[0])]


def test_nothing_is_found_in_the_midst_of_an_event(rounds: None, qtbot: QtBot) -> None:
    found: list[int] = []
    Rubbish(found)
    assert make_many()
    assert found == []
    kept = make_many()
    qtbot.waitUntil(lambda: bool(found), timeout=20_000)
    assert found == [get_ident()]
    assert kept


def test_nothing_is_found_in_the_thread_of_long_work(rounds: None, qtbot: QtBot) -> None:
    found: list[int] = []

    def work(progress: Progress) -> list[list[int]]:
        Rubbish(found)
        return make_many()

    words = read_catalogue("id")
    kept = [carry_out(work, "Mengekspor x.pdf", words, None, 60_000) for _ in range(5)]
    qtbot.waitUntil(lambda: len(found) == len(kept), timeout=20_000)
    assert set(found) == {get_ident()}


def test_nothing_is_found_while_a_loop_runs_within_another(rounds: None, qtbot: QtBot) -> None:
    found: list[int] = []
    seen: list[int] = []
    outer, inner = QEventLoop(), QEventLoop()

    def open_inner() -> None:
        Rubbish(found)
        kept = make_many()
        QTimer.singleShot(50, inner.quit)
        inner.exec()
        seen.append(len(found))
        assert kept
        outer.quit()

    QTimer.singleShot(0, open_inner)
    outer.exec()
    assert seen == [0]
