"""Long work leaves the window alive, shows how far it is, and can be cancelled."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Event, get_ident

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sopeditor.assets import resource
from sopeditor.foundation.message import UserError, message
from sopeditor.foundation.progress import Cancelled, Progress
from sopeditor.ui.language import read_catalogue
from sopeditor.ui.progress.dialog import ProgressDialog
from sopeditor.ui.progress.running import carry_out
from sopeditor.ui.progress.task import Task

WORDS = read_catalogue("id")


class Beat:
    """Counts how often the event loop comes round."""

    def __init__(self) -> None:
        self.count = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._tick)
        self._timer.start(1)

    def _tick(self) -> None:
        self.count += 1


class Visitor:
    """Looks at the dialog of long work as soon as there is one, once."""

    def __init__(self, visit: Callable[[ProgressDialog], None]) -> None:
        self.seen = 0
        self._visit = visit
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(1)

    def _look(self) -> None:
        shown = QApplication.activeModalWidget()
        if isinstance(shown, ProgressDialog) and not self.seen:
            self.seen += 1
            self._visit(shown)


def run(work: Callable[[Progress], object], patience: int = 0) -> object:
    return carry_out(work, "Mengekspor x.pdf", WORDS, None, patience)


def press(dialog: ProgressDialog) -> None:
    dialog.findChildren(QPushButton)[0].click()


def test_short_work_shows_no_dialog_and_runs_in_a_thread_of_its_own(qtbot: QtBot) -> None:
    visitor = Visitor(press)
    assert run(lambda _: get_ident(), patience=60_000) != get_ident()
    assert visitor.seen == 0


def test_the_window_lives_on_during_long_work(qtbot: QtBot) -> None:
    beat, release = Beat(), Event()

    def look(dialog: ProgressDialog) -> None:
        QTimer.singleShot(50, release.set)

    visitor = Visitor(look)
    assert run(lambda _: release.wait(20)) is True
    assert visitor.seen == 1
    assert beat.count > 5


def test_enter_does_not_call_long_work_off(qtbot: QtBot) -> None:
    release = Event()

    def look(dialog: ProgressDialog) -> None:
        QTest.keyClick(dialog.cancel_button, Qt.Key.Key_Return)
        release.set()

    visitor = Visitor(look)
    assert run(lambda _: release.wait(20)) is True
    assert visitor.seen == 1


def test_the_dialog_shows_how_far_the_work_is(qtbot: QtBot) -> None:
    release, told = Event(), Event()
    shares: list[tuple[int, int]] = []

    def work(progress: Progress) -> None:
        progress.reach(0.25)
        told.set()
        release.wait(20)

    def look(dialog: ProgressDialog) -> None:
        told.wait(20)
        dialog._look()
        shares.append((dialog.bar.value(), dialog.bar.maximum()))
        release.set()

    visitor = Visitor(look)
    run(work)
    assert visitor.seen == 1
    assert shares == [(250, 1000)]


def test_cancel_answers_at_once_and_the_work_stops_at_its_next_word(qtbot: QtBot) -> None:
    release, stopped = Event(), Event()

    def work(progress: Progress) -> None:
        try:
            release.wait(20)
            progress.reach(0.5)
        except Cancelled:
            stopped.set()
            raise

    visitor = Visitor(press)
    with pytest.raises(Cancelled):
        run(work)
    assert visitor.seen == 1
    assert not stopped.is_set()  # nobody waited for the work
    release.set()
    assert stopped.wait(20)


def test_work_that_is_being_written_is_waited_for(qtbot: QtBot) -> None:
    release, settled = Event(), Event()

    def work(progress: Progress) -> str:
        progress.settle()
        settled.set()
        release.wait(20)
        return "whole"

    def look(dialog: ProgressDialog) -> None:
        settled.wait(20)
        press(dialog)
        assert dialog.isVisible()
        assert not dialog.cancel_button.isEnabled()
        assert dialog.words.text() == WORDS.text("progress.too_late")
        release.set()

    visitor = Visitor(look)
    assert run(work) == "whole"
    assert visitor.seen == 1


def test_what_the_work_raises_arrives_where_it_was_asked_for(qtbot: QtBot) -> None:
    def work(progress: Progress) -> None:
        raise UserError(message("export.png_too_long", pages=900))

    with pytest.raises(UserError) as raised:
        run(work)
    assert raised.value.words.key == "export.png_too_long"


def test_a_cancelled_task_ends_even_when_nobody_asks_for_its_answer() -> None:
    task = Task(partial(_go_on, Event()))
    task.start()
    assert task.progress.cancel()
    with pytest.raises(Cancelled):
        task.answer()
    assert task.done


def _go_on(never: Event, progress: Progress) -> None:
    while not never.wait(0.001):
        progress.reach(0.5)


@pytest.mark.parametrize("kind", ["xlsx", "pdf", "png", "svg"])
def test_no_export_leaves_anything_behind_when_it_is_cancelled(
    kind: str, tmp_path: Path, qtbot: QtBot
) -> None:
    from sopeditor.cli.typesetting import lay_out_offscreen
    from sopeditor.export.formats import Output, export
    from sopeditor.foundation.progress import WatchedProgress
    from sopeditor.storage.profiles import profile_of, read_profiles
    from tests.builders import a_document

    document = a_document("AB", "(A) B (A)", "1>2 2>3")
    profile = profile_of(document, read_profiles(resource("profiles")))
    output = Output(document, profile, lay_out_offscreen(document, profile))
    path = tmp_path / f"keluar.{kind}"
    words = _count_words(partial(export, output, path))
    assert words > 3
    for word in range(1, words + 1):
        path.unlink(missing_ok=True)
        with pytest.raises(Cancelled):
            export(output, path, _StopsAt(word))
        assert list(tmp_path.iterdir()) == [], f"stopped at word {word} of {words}"
    progress = WatchedProgress()
    export(output, path, progress)
    assert path.is_file()
    assert progress.share == 1.0


class _StopsAt(Progress):
    """Cancels at the n-th word that work tells; 0 never does."""

    def __init__(self, number: int) -> None:
        self.told = 0
        self._number = number

    @override
    def reach(self, share: float) -> None:
        self._tell()

    @override
    def settle(self) -> None:
        self._tell()

    def _tell(self) -> None:
        self.told += 1
        if self.told == self._number:
            raise Cancelled


def _count_words(work: Callable[[Progress], object]) -> int:
    counter = _StopsAt(0)
    work(counter)
    return counter.told
