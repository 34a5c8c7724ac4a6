"""What a person can do with the list of guesses, and the ends of the dialog."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.finding_list import FindingList
from sopeditor.ui.intake.review import ImportReview


class ReviewButtons(QObject):
    """Confirm one or all, take back, repeat, take back one correction; make or cancel."""

    def __init__(
        self, review: ImportReview, findings: FindingList, catalogue: Catalogue, dialog: QWidget
    ) -> None:
        super().__init__(dialog)
        self._review = review
        self._findings = findings
        self._catalogue = catalogue
        self.right, self.all_right = self._button("right"), self._button("all_right")
        self.back, self.again = self._button("take_back"), self._button("repeat")
        self.forget = self._button("forget")
        self.make, self.cancel = self._button("make"), self._button("cancel")
        self.make.setDefault(True)
        self.beside_list = (self.right, self.all_right, self.forget, self.back, self.again)
        self.at_the_end = self._end()
        self.right.clicked.connect(self._confirm)
        self.all_right.clicked.connect(self._confirm_all)
        self.forget.clicked.connect(self._forget)
        self.back.clicked.connect(review.take_back)
        self.again.clicked.connect(review.repeat)
        for keys, slot in (
            (QKeySequence.StandardKey.Undo, review.take_back),
            (QKeySequence.StandardKey.Redo, review.repeat),
        ):
            QShortcut(QKeySequence(keys), dialog).activated.connect(slot)
        for key, slot in (("Space", self._confirm), ("Del", self._forget)):
            shortcut = QShortcut(QKeySequence(key), findings)
            # Elsewhere in the dialog these keys tick boxes and delete letters.
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(slot)
        self.refresh()

    def refresh(self) -> None:
        """Offer what can be done now."""
        found = self._findings.current()
        self.right.setEnabled(found in self._review.open)
        self.all_right.setEnabled(bool(self._review.open))
        self.forget.setVisible(bool(self._review.made))
        self.forget.setEnabled(self._findings.current_correction() is not None)
        self.back.setEnabled(self._review.can_take_back)
        self.again.setEnabled(self._review.can_repeat)
        self.make.setEnabled(self._review.imported is not None)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(self._catalogue.text(f"excel_import.dialog.{name}"))
        button.setToolTip(self._catalogue.text(f"excel_import.dialog.{name}_tip"))
        button.setAutoDefault(False)
        return button

    def _end(self) -> QHBoxLayout:
        hint = QLabel(self._catalogue.text("excel_import.dialog.hint"))
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(self.make)
        row.addWidget(self.cancel)
        return row

    def _confirm(self) -> None:
        found = self._findings.current()
        if found is not None:
            self._review.confirm(found)

    def _confirm_all(self) -> None:
        self._review.confirm(*self._review.open)

    def _forget(self) -> None:
        said = self._findings.current_correction()
        if said is not None:
            self._review.forget(said)
