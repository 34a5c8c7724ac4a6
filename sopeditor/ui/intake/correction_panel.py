"""Beside the list: the form for what is being looked at."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QVBoxLayout, QWidget

from sopeditor.excel.reader.findings import Topic
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.forms.form import Form
from sopeditor.ui.intake.forms.line import LineForm
from sopeditor.ui.intake.forms.others import CellForm, FieldForm, LabelForm, LinkForm, RowForm
from sopeditor.ui.intake.forms.symbol import SymbolForm
from sopeditor.ui.intake.forms.table import TableForm
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject

_FORMS: Mapping[Topic, Callable[[ImportReview, Subject, Catalogue], Form]] = {
    Topic.LINE: LineForm,
    Topic.SYMBOL: SymbolForm,
    Topic.LABEL: LabelForm,
    Topic.LINK: LinkForm,
    Topic.TABLE: TableForm,
    Topic.ROW: RowForm,
    Topic.CELL: CellForm,
    Topic.FIELD: FieldForm,
}


class CorrectionPanel(QWidget):
    """Holds one form at a time; after a correction the same form shows what is so now."""

    def __init__(self, review: ImportReview, catalogue: Catalogue) -> None:
        super().__init__()
        self._review = review
        self._catalogue = catalogue
        self._subject: Subject | None = None
        self.form: Form | None = None
        self.title = QLabel(catalogue.text("excel_import.form.nothing"))
        self.title.setWordWrap(True)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        # What a form's own signal replaces must live until the signal is done.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._build)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.title)
        layout.addWidget(self.area, 1)

    def look_at(self, subject: Subject) -> None:
        """Show the form for a thing."""
        self._subject = subject
        self._later.start()

    def refresh(self) -> None:
        """Show the present state of the same thing."""
        if self._subject is not None:
            self._later.start()

    def _build(self) -> None:
        subject = self._subject
        if subject is None:
            return
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused and self.isAncestorOf(focused) else ""
        maker = _FORMS.get(subject.topic)
        key = subject.topic.value if maker else "no_form"
        self.title.setText(self._catalogue.text(f"excel_import.form.about_{key}"))
        self.form = maker(self._review, subject, self._catalogue) if maker else None
        old = self.area.takeWidget()
        if old is not None:
            old.deleteLater()
        if self.form is None:
            return
        self.area.setWidget(self.form)
        self._lead_keys_through(self.form)
        again = self.form.findChild(QWidget, name) if name else None
        if again is not None:
            again.setFocus()

    def _lead_keys_through(self, form: QWidget) -> None:
        """Let Tab reach a form where it stands; Qt puts what comes later behind all others."""
        before: QWidget = self.area
        for field in form.findChildren(QWidget):
            # What a field opens, such as a list of choices, is a window of its own.
            if field.focusPolicy() & Qt.FocusPolicy.TabFocus and field.window() is self.window():
                QWidget.setTabOrder(before, field)
                before = field
