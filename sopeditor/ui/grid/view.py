"""The grid itself: keys as in spreadsheets, rows that can be dragged."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QItemSelectionRange,
    QLine,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView

from sopeditor.foundation.overriding import override
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS, WIDTHS, shared_out
from sopeditor.ui.grid.model import GridModel
from sopeditor.ui.grid.pinned import PinningTable
from sopeditor.ui.grid.row_header import RowHeader, drag_rows, steps_in
from sopeditor.ui.grid.table import StepTable

#: So many columns stay in sight while scrolling across: No and Kegiatan.
_PINNED = 2

#: Beside the words of a heading, in pixels.
_HEADING_ROOM = 10

#: What a key does.
Keys = Mapping[tuple[Qt.Key, Qt.KeyboardModifier], Callable[[], None]]

_TYPED = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class GridView(PinningTable):
    """Shows a chart as cells; `keys` says what keys do that are not the table's own."""

    #: A cell is to be typed into; the letter that was typed, None: its text is to be changed.
    edit_asked = Signal(QModelIndex, object)
    #: Rows, by the ids of their steps, were dropped before the row at a position.
    rows_dropped = Signal(tuple, int)

    def __init__(self, model: GridModel) -> None:
        super().__init__()
        self._grid = model
        self._keys: Keys = {}
        self._drop_row: int | None = None
        self.setModel(model)
        self.setObjectName("step_table")
        self.setVerticalHeader(RowHeader(self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCornerButtonEnabled(False)
        self.viewport().setAcceptDrops(True)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(False)
        self.setStyleSheet(f"QTableView {{ gridline-color: {_line_colour(self.palette())}; }}")
        self.horizontalHeader().setSectionsMovable(False)
        self.horizontalHeader().setHighlightSections(True)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.horizontalHeader().setStretchLastSection(True)
        self.pin(_PINNED)
        header = self.verticalHeader()
        if isinstance(header, RowHeader):
            header.dragged.connect(self._drag_rows)

    @property
    def table(self) -> StepTable:
        """The cells that are shown."""
        return self._grid.table

    def act_on(self, keys: Keys) -> None:
        """Let keys do what they say."""
        self._keys = keys

    def field_at(self, index: QModelIndex) -> Field:
        """Answer the column of a cell."""
        return FIELDS[index.column()]

    def visible_fields(self) -> tuple[Field, ...]:
        """Answer the columns that are shown, from left to right."""
        return tuple(f for place, f in enumerate(FIELDS) if not self.isColumnHidden(place))

    def selected_rows(self) -> tuple[int, ...]:
        """Answer the rows in which anything is selected, from top to bottom."""
        rows = {row for part in self._ranges() for row in range(part.top(), part.bottom() + 1)}
        return tuple(sorted(rows))

    def selected_cells(self) -> dict[int, tuple[Field, ...]]:
        """Answer the selected cells by row, those in columns that are shown."""
        shown = self.visible_fields()
        cells: dict[int, set[Field]] = {}
        for part in self._ranges():
            fields = set(FIELDS[part.left() : part.right() + 1])
            for row in range(part.top(), part.bottom() + 1):
                cells.setdefault(row, set()).update(fields)
        return {row: tuple(f for f in shown if f in cells[row]) for row in sorted(cells)}

    def go_to(self, row: int, field: Field) -> None:
        """Make a cell the one that keys act on, and the only one selected."""
        index = self._grid.index(row, FIELDS.index(field))
        # Not by the view: with Ctrl held, as in Ctrl+Enter, that would add to the selection.
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def select_rows(self, rows: tuple[int, ...], field: Field) -> None:
        """Select a cell in each of these rows; keys act on the first."""
        if not rows:
            return
        self.go_to(rows[0], field)
        flag = QItemSelectionModel.SelectionFlag.Select
        for row in rows[1:]:
            self.selectionModel().select(self._grid.index(row, FIELDS.index(field)), flag)

    def spread_columns(self) -> None:
        """Give the columns their widths; what is left over goes to the texts."""
        digit = self.fontMetrics().horizontalAdvance("0")
        shown = self.visible_fields()
        header = self.horizontalHeader()
        least = {
            field: max(int(WIDTHS[field] * digit * 0.7), _heading_width(header, field))
            for field in shown
        }
        for field, width in shared_out(self.viewport().width(), least).items():
            self.setColumnWidth(FIELDS.index(field), width)

    @override
    def event(self, event: QEvent) -> bool:
        """Take the keys that mean something here before the menus of the window do."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            own = _pressed(event) in self._keys
            if own or (event.text().isprintable() and event.text() and not _commands(event)):
                event.accept()
                return True
        return super().event(event)

    @override
    def keyPressEvent(self, e: QKeyEvent) -> None:
        act = self._keys.get(_pressed(e))
        if act is not None:
            act()
        elif e.text() and e.text().isprintable() and not e.text().isspace() and not _commands(e):
            self.edit_asked.emit(self.currentIndex(), e.text())
        else:
            super().keyPressEvent(e)

    @override
    def mouseDoubleClickEvent(self, e: QMouseEvent) -> None:
        index = self.indexAt(e.position().toPoint())
        if e.button() is Qt.MouseButton.LeftButton and index.isValid():
            self.edit_asked.emit(index, None)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.spread_columns()
        self.place_panes()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        steps = steps_in(event.mimeData())
        if not steps or self._grid.table.row_of(steps[0]) is None:
            event.ignore()
            return
        self._show_drop(self._row_below(event.position().toPoint()))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_drop(None)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        steps = steps_in(event.mimeData())
        self._show_drop(None)
        if steps:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.rows_dropped.emit(steps, self._row_below(event.position().toPoint()))

    @override
    def paintEvent(self, e: QPaintEvent) -> None:
        super().paintEvent(e)
        painter = QPainter(self.viewport())
        self.paint_over(painter)
        painter.end()

    @override
    def paint_over(self, painter: QPainter) -> None:
        """Paint the line where rows being dragged would go in."""
        if self._drop_row is None:
            return
        count = len(self._grid.table)
        top = (
            self.rowViewportPosition(self._drop_row)
            if self._drop_row < count
            else (self.rowViewportPosition(count - 1) + self.rowHeight(count - 1))
        )
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 3))
        painter.drawLine(QLine(0, max(top, 1), self.viewport().width(), max(top, 1)))

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def _drag_rows(self) -> None:
        steps = tuple(self._grid.table.step(row).id for row in self.selected_rows())
        if steps:
            drag_rows(self, steps)
            self._show_drop(None)

    def _show_drop(self, row: int | None) -> None:
        if row != self._drop_row:
            self._drop_row = row
            self.viewport().update()
            self.place_panes()

    def _row_below(self, point: QPoint) -> int:
        """Answer the row before which something dropped at a point comes."""
        row = self.rowAt(point.y())
        if row < 0:
            return len(self._grid.table)
        middle = self.rowViewportPosition(row) + self.rowHeight(row) / 2
        return row if point.y() < middle else row + 1


def _line_colour(palette: QPalette) -> str:
    """Answer a colour for the lines between cells that is seen on light and dark ground."""
    ink = palette.color(QPalette.ColorRole.Text)
    ground = palette.color(QPalette.ColorRole.Base)
    return QColor(
        (ink.red() + 3 * ground.red()) // 4,
        (ink.green() + 3 * ground.green()) // 4,
        (ink.blue() + 3 * ground.blue()) // 4,
    ).name()


def _pressed(event: QKeyEvent) -> tuple[Qt.Key, Qt.KeyboardModifier]:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return Qt.Key(event.key()), modifiers


def _commands(event: QKeyEvent) -> bool:
    """Answer whether a key comes with one that makes it a command, not a letter."""
    return bool(event.modifiers() & ~_TYPED)


def _heading_width(header: QHeaderView, field: Field) -> int:
    """Answer how wide the heading of a column is while it is bold."""
    bold = QFont(header.font())
    bold.setBold(True)
    words = header.model().headerData(FIELDS.index(field), Qt.Orientation.Horizontal)
    return QFontMetrics(bold).horizontalAdvance(str(words)) + _HEADING_ROOM
