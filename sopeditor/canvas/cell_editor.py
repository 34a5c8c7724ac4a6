"""The field that lies over a cell while its text is edited."""

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPalette, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.completion import LineCompletion
from sopeditor.canvas.lists import item_of, next_mark
from sopeditor.foundation.overriding import override
from sopeditor.foundation.text import clean_text

#: Below this many pixels a typeface can't be read; the field does not shrink with it.
LEAST_TEXT_HEIGHT = 11

#: Both borders of the field and a little air, in pixels.
_BORDER = 8

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BREAKING = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ControlModifier
)


class CellEditor(QPlainTextEdit):
    """Plain text of one cell.

    Enter and leaving it finish, Tab and Shift+Tab finish and go on, Escape gives up, Alt+Enter
    or Shift+Enter breaks the line. In a list, Enter begins the next item; in an empty item it
    ends the list and finishes. It grows downwards as one types.
    """

    #: Finished; 1: go on to the next cell, -1: back to the one before, 0: stay.
    finished = Signal(int)
    cancelled = Signal()

    def __init__(self, parent: QWidget, text: str, *, breaks_lines: bool, centred: bool) -> None:
        super().__init__(parent)
        self._view = parent
        self._breaks_lines = breaks_lines
        self._least = QRect()
        self._proposals: tuple[str, ...] = ()
        self._completion: LineCompletion | None = None
        self.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.document().setDocumentMargin(2)
        option = self.document().defaultTextOption()
        option.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        )
        self.document().setDefaultTextOption(option)
        self._wear_paper()
        self.setPlainText(text)
        self.selectAll()
        self.document().contentsChanged.connect(self._grow)
        self.verticalScrollBar().valueChanged.connect(self._stay_at_top)

    def propose(self, texts: tuple[str, ...]) -> None:
        """Offer texts that the keys Up and Down put in."""
        self._proposals = texts

    def complete_from(self, texts: tuple[str, ...]) -> None:
        """Offer texts that complete what is typed, in this order."""
        self._completion = LineCompletion(self, texts)
        self._completion.offer_all()

    def type_over(self, text: str) -> None:
        """Replace what is selected, as if typed."""
        self.insertPlainText(text)

    def put_caret_at_end(self) -> None:
        """Go on writing behind the text instead of over it."""
        self.moveCursor(QTextCursor.MoveOperation.End)

    def cover(self, rect: QRect, font: QFont) -> None:
        """Lie over `rect` of the view, with its typeface; no smaller than is readable."""
        font = QFont(font)
        if font.pixelSize() < LEAST_TEXT_HEIGHT:
            font.setPixelSize(LEAST_TEXT_HEIGHT)
        self.setFont(font)
        self._least = rect
        self._grow()

    @property
    def text(self) -> str:
        """What was typed, in a form that every file can hold."""
        typed = clean_text(self.toPlainText())
        return typed if self._breaks_lines else " ".join(typed.split())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._chooses(event):
            event.ignore()
        elif event.key() in _ENTER:
            self._enter(event)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.finished.emit(-1 if back or event.key() == Qt.Key.Key_Backtab else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif self._proposals and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._turn_proposals(1 if event.key() == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.finished.emit(0)

    @override
    def insertFromMimeData(self, source: QMimeData) -> None:
        text = clean_text(source.text()).replace("\r\n", "\n").replace("\r", "\n")
        self.insertPlainText(text if self._breaks_lines else " ".join(text.split()))

    def _chooses(self, event: QKeyEvent) -> bool:
        """Answer whether a key is for the list of completions: it takes one, or ends it."""
        offered = self._completion
        if offered is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            return offered.shows
        return offered.chooses and event.key() in (*_ENTER, Qt.Key.Key_Tab)

    def _enter(self, event: QKeyEvent) -> None:
        breaks = bool(event.modifiers() & _BREAKING)
        item = item_of(self.textCursor().block().text()) if self._breaks_lines else None
        if item is not None and (item.text.strip() or breaks):
            self.insertPlainText("\n" + next_mark(item.mark))
        elif breaks and self._breaks_lines:
            self.insertPlainText("\n")
        else:
            if item is not None:
                self._drop_line()
            self.finished.emit(0)

    def _drop_line(self) -> None:
        """Take away the line of the cursor, an item that stayed empty."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
        cursor.removeSelectedText()

    def _turn_proposals(self, step: int) -> None:
        texts, now = self._proposals, self.toPlainText().strip()
        place = texts.index(now) + step if now in texts else (0 if step > 0 else -1)
        self.selectAll()
        self.insertPlainText(texts[place % len(texts)])
        self.selectAll()

    def _grow(self) -> None:
        """Be as wide as the cell and as high as the text, yet inside the view."""
        least, view = self._least, self._view.rect()
        line = self.fontMetrics().height()
        width = max(least.width(), 4 * line)
        left = min(max(least.left(), 0), max(0, view.width() - width))
        self.setGeometry(left, least.top(), width, least.height())
        lines = max(1, self._line_count())
        margin = round(self.document().documentMargin())
        height = min(max(least.height(), lines * line + 2 * margin + _BORDER), view.height())
        top = min(least.top(), max(0, view.bottom() - height))
        self.setGeometry(left, top, width, height)

    def _stay_at_top(self, scrolled: int) -> None:
        """Undo the scrolling that came before the field grew; only a full view scrolls."""
        if scrolled:
            self._grow()
            if self.geometry().height() < self._view.height():
                self.verticalScrollBar().setValue(0)

    def _line_count(self) -> int:
        count, block = 0, self.document().firstBlock()
        while block.isValid():
            count += max(1, block.layout().lineCount())
            block = block.next()
        return count

    def _wear_paper(self) -> None:
        """Look like the paper below, in a dark desktop too."""
        accent = SheetColours.of(self.palette()).accent
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.white)
        palette.setColor(QPalette.ColorRole.Text, Qt.GlobalColor.black)
        self.setPalette(palette)
        self.setStyleSheet(f"CellEditor {{ border: 2px solid {accent.name()}; }}")
