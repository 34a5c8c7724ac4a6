"""The widths of the columns of a chart in millimetres, to be seen, typed and reset."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.naming import column_name
from sopeditor.editing.widths import FitColumns, SetColumnWidths
from sopeditor.foundation.message import Catalogue, message
from sopeditor.foundation.units import mm_to_pt, pt_to_mm
from sopeditor.layout.placement import PlacedColumn
from sopeditor.model.chart import Chart
from sopeditor.model.step import Column
from sopeditor.ui.panels.fields import NumberField

_LEAST_MM, _MOST_MM = 5, 350


class ColumnWidthsDialog(QDialog):
    """One line a column: its width now, and whether the layout chooses it.

    `shown` are the columns as they are laid out; typing a width sets it by hand.
    """

    def __init__(
        self,
        chart: Chart,
        shown: tuple[PlacedColumn, ...],
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._chart, self._catalogue = chart, catalogue
        self._now = _widths(shown)
        self.setWindowTitle(self._words("title"))
        self._fields = {column: self._field(column) for column in self._now}
        self._automatic = {column: self._box(column) for column in self._now}
        self._arrange()

    def command(self) -> Command:
        """Answer the command that does what the dialog says."""
        by_hand = [column for column in self._now if not self._automatic[column].isChecked()]
        fitted = tuple(column for column in self._now if column not in by_hand)
        typed = tuple((column, self._points(column)) for column in by_hand)
        commands: list[Command] = [FitColumns(chart=self._chart.id, columns=fitted)] * bool(fitted)
        if typed:
            commands.append(SetColumnWidths(chart=self._chart.id, widths=typed))
        return Compound(name=message("editing.name.column_widths"), commands=tuple(commands))

    def _words(self, key: str, **values: object) -> str:
        return self._catalogue.text(f"ui.columns.{key}", **values)

    def _name(self, column: Column) -> str:
        if column is Column.ACTORS:
            return self._words("lane")
        return self._catalogue.word(column_name(column))

    def _points(self, column: Column) -> float:
        """Answer the width typed; what was not changed stays as it was, to the last digit."""
        field, wanted = self._fields[column], self._chart.widths.get(column)
        kept = self._now[column] if wanted is None else wanted
        unchanged = abs(field.value() - round(pt_to_mm(kept), 1)) < 0.05
        return kept if unchanged else mm_to_pt(field.value())

    def _field(self, column: Column) -> NumberField:
        field = NumberField(_LEAST_MM, _MOST_MM, 1, self._catalogue.text("ui.page.mm"))
        field.setAccessibleName(self._words("width_of", column=self._name(column)))
        field.show_number(pt_to_mm(self._chart.widths.get(column) or self._now[column]))
        field.valueChanged.connect(partial(self._typed, column))
        return field

    def _box(self, column: Column) -> QCheckBox:
        box = QCheckBox(self._words("automatic"))
        box.setAccessibleName(self._words("automatic_of", column=self._name(column)))
        box.setChecked(column not in self._chart.widths)
        return box

    def _typed(self, column: Column, _millimetres: float) -> None:
        self._automatic[column].setChecked(False)

    def _arrange(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, column in enumerate(self._now):
            label = QLabel(self._name(column))
            label.setBuddy(self._fields[column])
            grid.addWidget(label, row, 0)
            grid.addWidget(self._fields[column], row, 1)
            grid.addWidget(self._automatic[column], row, 2)
        note = QLabel(self._words("note"))
        note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(note)
        layout.addLayout(grid)
        layout.addWidget(self._buttons())

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        reset = QPushButton(self._words("reset"))
        reset.setAutoDefault(False)
        reset.clicked.connect(self._reset)
        buttons.addButton(reset, QDialogButtonBox.ButtonRole.ResetRole)
        accept = QPushButton(self._words("accept"))
        accept.setDefault(True)
        buttons.addButton(accept, QDialogButtonBox.ButtonRole.AcceptRole)
        cancel = self._catalogue.text("ui.button.cancel")
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _reset(self) -> None:
        for box in self._automatic.values():
            box.setChecked(True)


def _widths(shown: tuple[PlacedColumn, ...]) -> Mapping[Column, float]:
    """Answer the width of each column, of the lanes that of the narrowest."""
    widths: dict[Column, float] = {}
    for placed in shown:
        widths[placed.column] = min(placed.width, widths.get(placed.column, placed.width))
    return widths
