"""Texts that a person is likely to type, offered below the line as it is typed."""

from PySide6.QtCore import QObject, QStringListModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from sopeditor.canvas.lists import item_of

#: Most texts that show at once.
_SHOWN = 7
_LEAST_WIDTH, _MOST_WIDTH = 160, 480
#: Between the line and the list below it, in pixels.
_BELOW = 2


class LineCompletion(QObject):
    """Completes the line of the cursor; the mark of a list item stays."""

    def __init__(self, field: QPlainTextEdit, texts: tuple[str, ...]) -> None:
        super().__init__(field)
        self._field = field
        self._taking = False
        self._completer = QCompleter(QStringListModel(list(texts), self), self)
        self._completer.setWidget(field)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setMaxVisibleItems(_SHOWN)
        self._popup = QListView()
        # The list is as wide as its texts; Qt reckons with the bar before it knows so.
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._completer.setPopup(self._popup)
        self._completer.activated.connect(self._take)
        field.textChanged.connect(self._offer)

    @property
    def chooses(self) -> bool:
        """Whether a text is pointed out, so that Enter and Tab take it."""
        return self._popup.isVisible() and self._popup.currentIndex().isValid()

    @property
    def shows(self) -> bool:
        """Whether texts are offered, so that Escape takes them away."""
        return self._popup.isVisible()

    def offer_all(self) -> None:
        """Offer every text, where nothing was typed yet."""
        if not self._field.toPlainText():
            self._show("")

    def _offer(self) -> None:
        if self._taking:
            return
        typed = self._typed()
        if typed:
            self._show(typed)
        else:
            self._popup.hide()

    def _show(self, typed: str) -> None:
        completer, popup = self._completer, self._popup
        completer.setCompletionPrefix(typed)
        found = completer.completionModel()
        count = found.rowCount()
        done = count == 1 and completer.currentCompletion() == typed
        if not count or done:
            popup.hide()
            return
        # The list must not cover the feet of what is being typed.
        rect = self._field.cursorRect().translated(0, self._field.viewport().y() + _BELOW)
        rect.setLeft(0)
        rect.setWidth(max(self._field.width(), _LEAST_WIDTH, self._width_of_texts()))
        completer.complete(rect)

    def _width_of_texts(self) -> int:
        """Answer how wide the list has to be for its texts, within reason."""
        frame = 2 * self._popup.frameWidth() + self._popup.verticalScrollBar().sizeHint().width()
        return min(self._popup.sizeHintForColumn(0) + frame, _MOST_WIDTH)

    def _typed(self) -> str:
        line = self._field.textCursor().block().text()
        item = item_of(line)
        return (item.text if item else line).strip()

    def _take(self, text: str) -> None:
        cursor = self._field.textCursor()
        line = cursor.block().text()
        item = item_of(line)
        cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        self._taking = True
        cursor.insertText((item.mark if item else "") + text)
        self._taking = False
        self._field.setTextCursor(cursor)
