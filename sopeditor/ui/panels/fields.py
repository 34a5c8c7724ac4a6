"""Fields of the panels: they tell what a person typed and keep the caret when refreshed.

Every stroke becomes part of the document, so undo is the document's alone: fields leave
the keys of undo and redo to the window.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QKeySequence, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from sopeditor.foundation.overriding import override
from sopeditor.ui.menus import plain

#: Beside the words of a list of choices and its icon, in pixels.
_TEXT_MARGIN = 4
#: Above a label, so that it is nearer to its own field than to the one before, in pixels.
_APART = 4
#: Between a label and its field, in pixels.
_NEAR = 1


class LineField(QLineEdit):
    """One line of text; `textEdited` tells of typing only."""

    def show_text(self, text: str) -> None:
        """Show `text`, unless it is there already or being typed, blanks aside."""
        if self.text() != text and not (self.hasFocus() and self.text().split() == text.split()):
            self.setText(text)
            if not self.hasFocus():
                self.home(False)

    @override
    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return False
        return super().event(event)


class TextField(QPlainTextEdit):
    """Several lines of plain text, as high as its text within `least` and `most` lines."""

    edited = Signal(str)

    def __init__(self, least: int = 2, most: int = 8) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._tell)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    def show_text(self, text: str) -> None:
        """Show `text` without telling, unless it is there already or being typed.

        The document drops blanks at ends and empty lines; who types still needs them.
        """
        shown = self.toPlainText()
        if shown != text and not (self.hasFocus() and shown.split() == text.split()):
            blocker = QSignalBlocker(self)
            self.setPlainText(text)
            blocker.unblock()
            self._grow()

    @override
    def event(self, event: QEvent) -> bool:
        if _is_undo(event):
            event.ignore()
            return False
        return super().event(event)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        if e.size().width() != e.oldSize().width():
            # Qt tells of lines that came by typing only.
            self._grow()

    @override
    def sizeHint(self) -> QSize:
        lines = min(max(self._lines(), self._least), self._most)
        margins = 2 * (self.frameWidth() + round(self.document().documentMargin()))
        return QSize(120, lines * self.fontMetrics().lineSpacing() + margins + 1)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _tell(self) -> None:
        self.edited.emit(self.toPlainText())

    def _lines(self) -> int:
        return round(self.document().size().height())

    def _grow(self) -> None:
        """Be as high as the text; a bar only where there is more: it would break lines anew."""
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAsNeeded if self._lines() > self._most else policy.ScrollBarAlwaysOff
        if bar is not self.verticalScrollBarPolicy():
            self.setVerticalScrollBarPolicy(bar)
        self.updateGeometry()


class Choice(QComboBox):
    """A list to choose one value from; `chosen` tells of a person's choice only.

    The wheel turns the page, not the choice, unless the list has the focus. Values are
    kept here: Qt would make plain text of the members of an enumeration.
    """

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._values: list[object] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.activated.connect(self._tell)

    def offer(self, items: Sequence[tuple[str, object]]) -> None:
        """Offer texts with their values; nothing happens when they are offered already."""
        texts = [self.itemText(index) for index in range(self.count())]
        if texts == [text for text, _ in items] and self._values == [value for _, value in items]:
            return
        blocker = QSignalBlocker(self)
        self.clear()
        self._values = []
        for text, value in items:
            self.offer_more(text, value)
        blocker.unblock()

    def offer_more(self, text: str, value: object, icon: QIcon | None = None) -> None:
        """Offer one value more."""
        self._values.append(value)
        self.addItem(icon or QIcon(), text)

    @property
    def values(self) -> tuple[object, ...]:
        """The values offered, from top to bottom."""
        return tuple(self._values)

    def show_value(self, value: object) -> None:
        """Show the item of `value`; none when it is not offered."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    @override
    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self)
        width = room.width() - _TEXT_MARGIN
        if not self.itemIcon(self.currentIndex()).isNull():
            width -= self.iconSize().width() + _TEXT_MARGIN
        # Words that do not fit end in dots: cut, they would read as others.
        elided = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, width
        )
        option.currentText = elided

    @override
    def wheelEvent(self, e: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(e)
        else:
            e.ignore()

    def _tell(self, index: int) -> None:
        self.chosen.emit(self._values[index])


class NumberField(QDoubleSpinBox):
    """A measure with its unit; tells a value once it is complete."""

    def __init__(self, low: float, high: float, step: float, unit: str) -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setDecimals(1)
        self.setSuffix(f" {unit}")
        self.setKeyboardTracking(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_number(self, number: float) -> None:
        """Show `number` without telling."""
        blocker = QSignalBlocker(self)
        self.setValue(number)
        blocker.unblock()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def add_field(form: QFormLayout, text: str, field: QWidget) -> None:
    """Add `field` under its label; the label's mnemonic leads to it."""
    field.setAccessibleName(plain(text))
    form.addRow(text, field)
    form.labelForField(field).setContentsMargins(0, _APART, 0, 0)


def add_box(form: QFormLayout, box: QCheckBox) -> None:
    """Add a box to tick, which has its label beside it, as far from the others as they are."""
    holder = QVBoxLayout()
    holder.setContentsMargins(0, _APART, 0, 0)
    holder.addWidget(box)
    form.addRow(holder)


def stacked_form() -> QFormLayout:
    """Answer a form for narrow panels: every label above its field."""
    form = QFormLayout()
    form.setContentsMargins(0, 0, 0, 0)
    form.setVerticalSpacing(_NEAR)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    return form


def small_label(text: str = "") -> QLabel:
    """Answer a label for a side remark, a point smaller than the rest."""
    label = QLabel(text)
    font = label.font()
    font.setPointSizeF(max(font.pointSizeF() - 1, 7))
    label.setFont(font)
    label.setWordWrap(True)
    return label


def _is_undo(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and (
            event.matches(QKeySequence.StandardKey.Undo)
            or event.matches(QKeySequence.StandardKey.Redo)
        )
    )
