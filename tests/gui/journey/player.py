"""Plays a part on the real program: `python -m tests.gui.journey.player PART FOLDER`.

Ends with 0 when all went as the part says; otherwise tells why and leaves a picture of the
window in FOLDER. Runs in a process of its own, whose Qt is on an X display.
"""

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from types import TracebackType

from PySide6.QtCore import QObject, QSettings, Qt, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from sopeditor.app import Program, made_application
from sopeditor.ui.garbage import GarbageRounds
from sopeditor.ui.settings import Settings
from tests.gui.journey import changing, drawing
from tests.gui.journey.person import Person
from tests.gui.journey.watching import Asking, Watch

Part = Callable[[Person, Path], None]

_PARTS: dict[str, Part] = {"drawing": drawing.play, "changing": changing.play}


class Play(QObject):
    """One part, played in a thread beside the window's; collects whatever goes wrong."""

    _over = Signal()

    def __init__(
        self, application: QApplication, program: Program, part: Part, folder: Path
    ) -> None:
        super().__init__()
        self._application, self._program = application, program
        self._part, self._folder = part, folder
        self._asking, self._watch = Asking(), Watch()
        self._faults: list[str] = []
        self._over.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def begin(self) -> None:
        """Play from now on; ends the application."""
        sys.excepthook = self._keep_exception
        qInstallMessageHandler(self._keep_message)
        self._application.installEventFilter(self._watch)
        Thread(target=self._run, daemon=True).start()

    def _run(self) -> None:
        person = Person(self._program, self._asking, self._watch)
        try:
            self._part(person, self._folder)
        except BaseException:  # noqa: BLE001 - told by `_end`
            self._faults.append(traceback.format_exc())
        self._over.emit()

    def _end(self) -> None:
        self._application.removeEventFilter(self._watch)
        qInstallMessageHandler(None)
        if self._faults:
            self._program.window.grab().save(str(self._folder / "window.png"))
            sys.stderr.write("\n".join(self._faults))
        QApplication.clipboard().clear()
        QApplication.exit(1 if self._faults else 0)

    def _keep_exception(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        self._faults.append("".join(traceback.format_exception(kind, fault, trace)))

    def _keep_message(self, kind: QtMsgType, context: object, words: str) -> None:
        sys.stderr.write(f"{words}\n")
        if kind in {QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg}:
            self._faults.append(words)


def main(part: str, folder: str) -> int:
    """Show the program and play a part on it."""
    application = made_application()
    GarbageRounds(application)  # as in the program: the person has a thread too
    program = Program(application, Settings(QSettings()))
    program.show("id")
    play = Play(application, program, _PARTS[part], Path(folder))
    play.begin()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
