"""What the window says by itself: its title, hints, and what just happened."""

from pathlib import Path

from PySide6.QtWidgets import QMainWindow

from sopeditor.foundation.message import Message
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.exports import Exports
from sopeditor.ui.file_flow import FileFlow
from sopeditor.ui.hints import hint_key
from sopeditor.ui.status import StatusBar
from sopeditor.ui.subscriptions import Subscriptions

#: How long a message stays, in milliseconds.
_BRIEFLY = 5_000
_LONGER = 8_000


class Announcer:
    """Words title and status bar of `window` from what the session and the files tell."""

    def __init__(
        self, desk: Desk, window: QMainWindow, status: StatusBar, files: FileFlow, exports: Exports
    ) -> None:
        self._desk, self._window, self._status, self._files = desk, window, status, files
        self._subscriptions = Subscriptions()
        listen = self._subscriptions.listen
        listen(desk.session.state_changed, self._show_title)
        listen(desk.session.selection_changed, self._show_hint)
        listen(desk.session.refused, self.tell_refused)
        listen(files.saved, self._tell_saved)
        listen(exports.done, self._tell_exported)
        self._show_title()
        self._show_hint(desk.session.selection)

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def tell_refused(self, words: Message) -> None:
        """Tell for a while why something was not done."""
        self._status.showMessage(self._desk.catalogue.word(words), _LONGER)

    def _show_title(self) -> None:
        name = self._files.name.replace("[*]", "[*][*]")  # twice: Qt shows it once
        self._window.setWindowTitle(self._desk.catalogue.text("ui.window.title", name=name))
        self._window.setWindowModified(self._desk.session.dirty)

    def _show_hint(self, selection: Selection) -> None:
        self._status.show_hint(self._desk.catalogue.text(hint_key(selection)))

    def _tell_saved(self, path: Path) -> None:
        text = self._desk.catalogue.text("ui.status.saved", name=path.name)
        self._status.showMessage(text, _BRIEFLY)

    def _tell_exported(self, path: Path) -> None:
        text = self._desk.catalogue.text("ui.status.exported", name=path.name)
        self._status.showMessage(text, _BRIEFLY)
