"""The chart at hand as a Qt table model, for the view and for screen readers."""

from collections.abc import Callable, Mapping
from typing import Any

from msgspec import Struct
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.notation import Field, symbol_of
from sopeditor.ui.desk import Desk
from sopeditor.ui.grid.columns import CENTRED, FIELDS, key_of
from sopeditor.ui.grid.spoken import told_flow
from sopeditor.ui.grid.table import StepTable

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole

#: Answers whether the text of a cell is refused; what `setData` calls.
Write = Callable[[int, Field, str], bool]

_NOWHERE = QModelIndex()


class Rejected(Struct, frozen=True):
    """What was typed into a cell that could not take it, and why."""

    text: str
    words: Message


class GridModel(QAbstractTableModel):
    """Rows are steps, columns are `FIELDS`; entries that were refused stay to be mended."""

    def __init__(self, desk: Desk, table: StepTable, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._table = table
        self._rejected: dict[tuple[str, Field], Rejected] = {}
        self._write: Write | None = None

    @property
    def table(self) -> StepTable:
        """The cells that are shown."""
        return self._table

    def write_with(self, write: Write) -> None:
        """Let `setData` write through the session."""
        self._write = write

    def show(self, table: StepTable) -> None:
        """Show another state of the chart; rows that stay keep their place and selection."""
        if table.chart.id != self._table.chart.id:
            self.beginResetModel()
            self._table = table
            self._rejected.clear()
            self.endResetModel()
            return
        before = [step.id for step in self._table.chart.steps]
        after = [step.id for step in table.chart.steps]
        start, end = _common_ends(before, after)
        if gone := len(before) - start - end:
            self.beginRemoveRows(_NOWHERE, start, start + gone - 1)
            self._table = self._table.without(frozenset(before[start : start + gone]))
            self.endRemoveRows()
        if new := len(after) - start - end:
            self.beginInsertRows(_NOWHERE, start, start + new - 1)
            self._table = table
            self.endInsertRows()
        self._table = table
        if len(table):
            last = self.index(len(table) - 1, len(FIELDS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def reject(self, row: int, field: Field, rejected: Rejected | None) -> None:
        """Keep what a cell refused; None: forget it."""
        key = (self._table.step(row).id, field)
        if rejected is None:
            self._rejected.pop(key, None)
        else:
            self._rejected[key] = rejected
        index = self.index(row, FIELDS.index(field))
        self.dataChanged.emit(index, index)

    def rejected(self, row: int, field: Field) -> Rejected | None:
        """Answer what a cell refused, if that was not mended yet."""
        return self._rejected.get((self._table.step(row).id, field))

    def text(self, row: int, field: Field) -> str:
        """Answer what stands in a cell, or what was typed there and refused."""
        rejected = self.rejected(row, field)
        return rejected.text if rejected else self._table.cells(row)[field]

    def shown(self, row: int, field: Field) -> str:
        """Answer how a cell is shown: every branch of Alur on a line of its own, with an arrow."""
        text = self.text(row, field)
        return told_flow(text) if field is Field.FLOW else text

    @override
    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._table)

    @override
    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(FIELDS)

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return self._row_heading(section, role)
        key = key_of(FIELDS[section])
        if role in {Role.DisplayRole, Role.AccessibleTextRole}:
            return self._words(f"grid.column.{key}")
        if role in {Role.ToolTipRole, Role.StatusTipRole}:
            return self._words(f"grid.help.{key}")
        return None

    @override
    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._table):
            return None
        row, field = index.row(), FIELDS[index.column()]
        tell = _TELLING.get(Role(role))
        return tell(self, row, field) if tell else None

    @override
    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or self._write is None or not index.isValid():
            return False
        return self._write(index.row(), FIELDS[index.column()], str(value))

    def _words(self, key: str, **values: object) -> str:
        return self._desk.catalogue.text(key, **values)

    def _row_heading(self, row: int, role: int) -> str | None:
        label = self._table.place(row).label
        if role == Role.AccessibleTextRole:
            return self._words("grid.access.row", step=label)
        if role == Role.ToolTipRole:
            return self._words("grid.access.drag", step=label)
        return "" if role == Role.DisplayRole else None

    def alignment(self, row: int, field: Field) -> Qt.AlignmentFlag:
        """Answer where the text of a cell stands."""
        across = Qt.AlignmentFlag.AlignHCenter if field in CENTRED else Qt.AlignmentFlag.AlignLeft
        return across | Qt.AlignmentFlag.AlignVCenter

    def icon(self, row: int, field: Field) -> QIcon | None:
        """Answer the picture of the symbol of a row, in its column."""
        if field is not Field.SYMBOL or self.rejected(row, field):
            return None
        kinds = {group.lead.kind for group in self._table.place(row).groups}
        return self._desk.icons.symbol(kinds.pop().value) if len(kinds) == 1 else None

    def accessible_text(self, row: int, field: Field) -> str:
        """Answer where a cell is and what stands in it, for a screen reader."""
        column = self._words(f"grid.column.{key_of(field)}")
        label = self._table.place(row).label
        text = self.shown(row, field) or self._words("grid.access.empty")
        return self._words("grid.access.cell", column=column, step=label, text=text)

    def explanation(self, row: int, field: Field) -> str:
        """Answer why a cell refused what was typed, else what its codes mean."""
        rejected = self.rejected(row, field)
        if rejected:
            return self._desk.catalogue.word(rejected.words)
        if field is Field.ACTORS:
            return self._table.actor_names(row)
        if field is Field.SYMBOL:
            kinds = map(symbol_of, self._table.cells(row)[field].split("|"))
            return ", ".join(self._kind(kind) for kind in kinds if kind)
        return ""

    def _kind(self, kind: SymbolKind) -> str:
        return self._words(f"grid.symbol.{kind.value}")


#: What answers for each role that a cell has something to say for.
_TELLING: Mapping[Role, Callable[[GridModel, int, Field], object]] = {
    Role.DisplayRole: GridModel.shown,
    Role.EditRole: GridModel.text,
    Role.TextAlignmentRole: GridModel.alignment,
    Role.DecorationRole: GridModel.icon,
    Role.AccessibleTextRole: GridModel.accessible_text,
    Role.AccessibleDescriptionRole: GridModel.explanation,
    Role.ToolTipRole: GridModel.explanation,
    Role.StatusTipRole: GridModel.explanation,
}


def _common_ends(before: list[str], after: list[str]) -> tuple[int, int]:
    """Answer how many entries two lists have in common at the beginning and at the end."""
    most = min(len(before), len(after))
    start = next((i for i in range(most) if before[i] != after[i]), most)
    most -= start
    end = next((i for i in range(most) if before[-1 - i] != after[-1 - i]), most)
    return start, end
