"""A date as people type it, with what will be printed shown beneath."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.model.date import DateText
from sopeditor.ui.panels.fields import LineField, small_label


class DateField(QWidget):
    """Takes `5 Maret 2026`, `05-03-2026` or ISO; anything else stays as typed and is told so."""

    edited = Signal(object)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._line = LineField()
        self._line.setPlaceholderText(catalogue.text("ui.identity.date_example"))
        self._line.textEdited.connect(self._typed)
        self._line.editingFinished.connect(self._finished)
        self._preview = small_label()
        self._preview.setVisible(False)
        self.setFocusProxy(self._line)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        layout.addWidget(self._line)
        layout.addWidget(self._preview)

    def show_date(self, date: DateText) -> None:
        """Show `date` in its long form, unless just this date is being typed."""
        if not (self._line.hasFocus() and DateText.read(self._line.text()) == date):
            self._line.show_text(date.printed)
        self._show_preview(date)

    @override
    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self._line.setAccessibleName(name)

    def _show_preview(self, date: DateText) -> None:
        typed = self._line.text().strip()
        text = ""
        if date.day is None and date.text.strip("-–— "):
            text = self._catalogue.text("ui.identity.no_date")
        elif date.printed != typed:
            text = self._catalogue.text("ui.identity.printed_date", date=date.printed)
        self._preview.setText(text)
        self._preview.setVisible(bool(text))

    def _typed(self, text: str) -> None:
        self.edited.emit(DateText.read(text))

    def _finished(self) -> None:
        date = DateText.read(self._line.text())
        self._line.show_text(date.printed)
        self._show_preview(date)
