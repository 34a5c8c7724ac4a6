"""The field that lies over a cell while it is typed into."""

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from sopeditor.foundation.overriding import override
from sopeditor.foundation.text import clean_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TAB = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_BREAKING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier

#: Border and a little air, in pixels.
_BORDER = 8
_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class CellField(QPlainTextEdit):
    """Plain text of one cell; keys as in spreadsheets, Alt+Enter breaks the line."""

    #: Finished; rows down (or up, negative) and columns to the right (or left) to go.
    finished = Signal(int, int)
    #: The focus went elsewhere.
    left = Signal()
    cancelled = Signal()
    #: Up (-1) or Down (1) in the list of suggestions.
    turned = Signal(int)
    #: All suggestions are wanted.
    asked = Signal()
    #: A letter was typed at the end, so that the text may be completed.
    extended = Signal()

    def __init__(self, parent: QWidget, text: str, *, breaks_lines: bool) -> None:
        super().__init__(parent)
        self._view = parent
        self._breaks_lines = breaks_lines
        self._least = QRect()
        #: Whether Up and Down go through suggestions.
        self.has_suggestions = False
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("cell_field")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(2)
        self.setStyleSheet("CellField { border: 2px solid palette(highlight); }")
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().contentsChanged.connect(self._grow)
        self.verticalScrollBar().valueChanged.connect(self._stay_at_top)

    @property
    def text(self) -> str:
        """What was typed, in a form that every file can hold."""
        typed = clean_text(self.toPlainText())
        return typed.strip() if self._breaks_lines else " ".join(typed.split())

    def put(self, text: str, typed: int | None = None) -> None:
        """Show another text; what follows the first `typed` letters is selected."""
        self.setPlainText(text)
        self.moveCursor(QTextCursor.MoveOperation.End)
        if typed is not None:
            cursor = self.textCursor()
            cursor.setPosition(len(text))
            cursor.setPosition(typed, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)

    def cover(self, rect: QRect) -> None:
        """Lie over `rect` of the view, growing downwards as the text needs."""
        self._least = rect
        self._grow()

    @override
    def event(self, e: QEvent) -> bool:
        if e.type() == QEvent.Type.ShortcutOverride and isinstance(e, QKeyEvent):
            # While a cell is typed into, no key acts on the steps around it.
            control = e.modifiers() & Qt.KeyboardModifier.ControlModifier
            if control and e.key() in (Qt.Key.Key_D, *_ENTER):
                e.accept()
                return True
        return super().event(e)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        key, back = e.key(), -1 if e.modifiers() & _SHIFT else 1
        if key in _ENTER:
            self._enter(e, back)
        elif key in _TAB:
            self.finished.emit(0, -1 if key == Qt.Key.Key_Backtab else back)
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key == Qt.Key.Key_Down and e.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.asked.emit()
        elif self.has_suggestions and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.turned.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_D and e.modifiers() & Qt.KeyboardModifier.ControlModifier:
            e.accept()
        else:
            super().keyPressEvent(e)
            if e.text().isprintable() and e.text() and self.textCursor().atEnd():
                self.extended.emit()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @override
    def focusOutEvent(self, e: QFocusEvent) -> None:
        super().focusOutEvent(e)
        if e.reason() not in _STAYING:
            self.left.emit()

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean_text(source.text()).replace("\r\n", "\n").replace("\r", "\n")
        text = text.replace("\u00a0", " ")
        self.insertPlainText(text if self._breaks_lines else " ".join(text.split()))

    def _enter(self, event: QKeyEvent, back: int) -> None:
        if event.modifiers() & _BREAKING and self._breaks_lines:
            self.insertPlainText("\n")
        else:
            self.finished.emit(back, 0)

    def _grow(self) -> None:
        """Be as wide as the cell and as high as the text, yet inside the view."""
        least, room = self._least, self._view.rect()
        self.setGeometry(least)
        lines = max(1, self._line_count())
        height = lines * self.fontMetrics().lineSpacing() + _BORDER
        height = min(max(least.height(), height), room.height())
        top = max(0, min(least.top(), room.bottom() + 1 - height))
        self.setGeometry(least.left(), top, least.width(), height)

    def _stay_at_top(self, scrolled: int) -> None:
        if scrolled and self.height() < self._view.height():
            self._grow()
            self.verticalScrollBar().setValue(0)

    def _line_count(self) -> int:
        count, block = 0, self.document().firstBlock()
        while block.isValid():
            count += max(1, block.layout().lineCount())
            block = block.next()
        return count
