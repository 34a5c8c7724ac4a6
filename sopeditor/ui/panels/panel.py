"""What all panels share: they follow the session and change it through commands alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from sopeditor.editing.command import Command
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.ui.desk import Desk
from sopeditor.ui.subscriptions import Subscriptions


class Panel(QWidget):
    """A panel; refreshes itself after every change, once it can be seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._stale = True
        self._subscriptions = Subscriptions()
        self._subscriptions.listen(desk.session.document_changed, self._document_changed)
        self._subscriptions.listen(desk.session.selection_changed, self._selection_changed)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.desk.session.document

    def refresh(self) -> None:
        """Show the document as it is now; panels say how."""
        raise NotImplementedError

    def catch_up(self) -> None:
        """Show the document as it is now, seen or not."""
        if self._stale:
            self._refresh_now()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def words(self, key: str, **values: object) -> str:
        """Answer the sentence `ui.<key>`."""
        return self.desk.catalogue.text(f"ui.{key}", **values)

    def run(self, command: Command) -> None:
        """Execute `command`; when it is refused, show again what stands."""
        if not self.desk.session.execute(command):
            self.refresh()

    def icon_button(self, icon: str, key: str) -> QToolButton:
        """Answer a button with an icon alone, named and explained by `ui.<key>`."""
        button = QToolButton()
        button.setIcon(self.desk.icons.action(icon))
        button.setToolTip(self.words(key))
        button.setAccessibleName(self.words(key))
        button.setAutoRaise(True)
        return button

    @override
    def showEvent(self, event: QShowEvent) -> None:
        self.catch_up()
        super().showEvent(event)

    def _document_changed(self, _before: Document, _after: Document) -> None:
        self._refresh_if_seen()

    def _selection_changed(self, _selection: Selection) -> None:
        self._refresh_if_seen()

    def _refresh_if_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh_now()

    def _refresh_now(self) -> None:
        self._stale = False
        self.refresh()


def scrolling(content: QWidget) -> QScrollArea:
    """Answer `content` in an area that scrolls downwards only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    return area


def fill_panel(panel: QWidget, content: QWidget) -> None:
    """Let `content` fill `panel`."""
    layout = QVBoxLayout(panel)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(content)
