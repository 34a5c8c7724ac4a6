"""What all forms share: rows with names, choices by value."""

from collections.abc import Iterable

from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.excel.reader.corrections import Correction
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.intake.choices import Choices
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject

#: Choices may be cut to so many characters; the list that opens shows them whole.
_NARROW = 6


class Form(QWidget):
    """Corrects one thing; whoever fills it in calls `say`."""

    def __init__(self, review: ImportReview, subject: Subject, catalogue: Catalogue) -> None:
        super().__init__()
        self.review = review
        self.subject = subject
        self._catalogue = catalogue
        self.rows = QFormLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(self.rows)
        whole.addStretch(1)
        self.rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)

    @property
    def choices(self) -> Choices | None:
        """What can be chosen on the subject's sheet; None while there is no document."""
        imported = self.review.imported
        sheets = [sheet for sheet in self.review.sheets if sheet.name == self.subject.sheet]
        return Choices(imported, sheets[0]) if imported and sheets else None

    def say(self, *said: Correction, drop: Iterable[Correction] = ()) -> None:
        """Correct something; going through a list of choices by key is one change."""
        chooser = self.sender()
        by = (self.subject, chooser.objectName()) if isinstance(chooser, QComboBox) else None
        self.review.say(*said, drop=drop, by=by)

    def words(self, name: str, **values: object) -> str:
        """Answer the words `excel_import.form.<name>`."""
        return self._catalogue.text(f"excel_import.form.{name}", **values)

    def add(self, name: str, field: QWidget) -> None:
        """Add a row; `name` is the key of its words and the field's own name."""
        field.setObjectName(name)
        field.setAccessibleName(self.words(name))
        label = QLabel(self.words(name))
        label.setBuddy(field)
        self.rows.addRow(label, field)

    def add_buttons(self, *names: str) -> tuple[QPushButton, ...]:
        """Add buttons in a row of their own, by the keys of their words."""
        row = QHBoxLayout()
        buttons = tuple(QPushButton(self.words(name)) for name in names)
        for name, button in zip(names, buttons, strict=True):
            button.setObjectName(name)
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        self.rows.addRow(row)
        return buttons


def combo(choices: Iterable[tuple[object, str]], chosen: object) -> QComboBox:
    """Answer a list of choices, each a value and its words; the first where none is chosen."""
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_NARROW)
    values: list[object] = []
    for value, words in choices:
        values.append(value)
        box.addItem(words, value)
    box.setCurrentIndex(values.index(chosen) if chosen in values else 0)
    return box


def with_none(words: str, choices: Iterable[tuple[object, str]]) -> list[tuple[object, str]]:
    """Answer choices after one that means nothing."""
    return [(None, words), *choices]
