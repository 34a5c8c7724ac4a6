"""Columns that stay in sight while the table is scrolled across, as frozen panes.

The panes lie over the table and only show; the table itself answers which cell is where,
so selecting, typing, dragging and reading aloud know one table and nothing of panes.
"""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from sopeditor.foundation.overriding import override
from sopeditor.ui.grid.own_viewport import give_viewport

#: Panes never take more than this share of the view: scrolling would be blind beside them.
_MOST = 0.5
_EDGE = 2


class PinningTable(QTableView):
    """A table whose first columns stay in sight; `pin` says how many."""

    def __init__(self) -> None:
        super().__init__()
        self._wished = 0
        give_viewport(self, QPalette.ColorRole.Base)
        self._cells = _PinnedCells(self)
        self._heading = _PinnedHeading(self)
        self.horizontalScrollBar().valueChanged.connect(self.place_panes)
        self.verticalScrollBar().valueChanged.connect(self.place_panes)

    def pin(self, columns: int) -> None:
        """Keep the first columns in sight from now on; the model is set before."""
        self._wished = columns
        self._heading.follow(self.model(), self.horizontalHeader())
        self.selectionModel().selectionChanged.connect(self._cells.show_change)
        self.selectionModel().currentChanged.connect(self._cells.show_change)
        self.model().dataChanged.connect(self._cells.show_change)
        self.model().modelReset.connect(self._cells.update)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.sectionResized.connect(self.place_panes)
            header.geometriesChanged.connect(self.place_panes)

    @property
    def pinned(self) -> tuple[int, ...]:
        """The columns that are kept in sight now; none while all of them are there anyway."""
        if not self.horizontalOffset():
            return ()
        for count in range(self._wished, 0, -1):
            shown = tuple(column for column in range(count) if not self.isColumnHidden(column))
            if sum(map(self.columnWidth, shown)) <= _MOST * self.viewport().width():
                return shown
        return ()

    @property
    def pinned_width(self) -> int:
        """How many pixels at the left the kept columns cover."""
        return sum(map(self.columnWidth, self.pinned))

    def place_panes(self) -> None:
        """Stand where the columns are kept, after scrolling and resizing."""
        width, header = self.pinned_width, self.horizontalHeader()
        self._cells.setVisible(width > 0)
        self._heading.setVisible(width > 0)
        if width:
            self._cells.setGeometry(0, 0, width + _EDGE, self.viewport().height())
            self._cells.update()
            corner = header.geometry().topLeft()
            self._heading.show_columns(self.pinned)
            self._heading.setGeometry(corner.x(), corner.y(), width, header.height())

    @override
    def indexAt(self, p: QPoint) -> QModelIndex:
        kept = 0 <= p.x() < self.pinned_width
        return super().indexAt(p - QPoint(self.horizontalOffset(), 0) if kept else p)

    @override
    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        rect = super().visualRect(index)
        if index.column() in self.pinned:
            rect.translate(self.horizontalOffset(), 0)
        return rect

    @override
    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar, before = self.horizontalScrollBar(), self.horizontalScrollBar().value()
        kept = index.column() in self.pinned
        super().scrollTo(index, hint)
        if kept:
            bar.setValue(before)
            return
        covered = self.pinned_width - self.visualRect(index).left()
        if self.pinned and covered > 0:
            bar.setValue(bar.value() - covered)

    def paint_over(self, painter: QPainter) -> None:
        """Paint what lies over the cells, in the panes as in the table: nothing here."""


class _PinnedCells(QWidget):
    """Paints the kept cells of a table; pointer and keys go to the table."""

    def __init__(self, table: PinningTable) -> None:
        super().__init__(table.viewport())
        self._table = table
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_change(self) -> None:
        """Paint anew: something that is shown is different."""
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        table = self._table
        painter = QPainter(self)
        painter.fillRect(self.rect(), table.palette().color(QPalette.ColorRole.Base))
        for row in self._rows():
            for column in table.pinned:
                self._paint_cell(painter, table.model().index(row, column))
        table.paint_over(painter)
        edge = table.palette().color(QPalette.ColorRole.Highlight)
        painter.fillRect(self.width() - _EDGE, 0, _EDGE, self.height(), edge)
        painter.end()

    def _rows(self) -> range:
        """Answer the rows that are seen."""
        table, count = self._table, self._table.model().rowCount()
        last = table.rowAt(self.height() - 1)
        return range(max(0, table.rowAt(0)), count if last < 0 else last + 1)

    def _paint_cell(self, painter: QPainter, index: QModelIndex) -> None:
        table = self._table
        box = table.visualRect(index)
        option = QStyleOptionViewItem()
        table.initViewItemOption(option)
        option.rect = box
        if table.selectionModel().isSelected(index):
            option.state |= QStyle.StateFlag.State_Selected
        painter.save()
        painter.setClipRect(box)
        table.itemDelegate().paint(painter, option, index)
        painter.restore()
        hint = table.style().styleHint(QStyle.StyleHint.SH_Table_GridLineColor, option, table)
        painter.setPen(QPen(QColor.fromRgba(hint & 0xFFFFFFFF), 1))
        painter.drawLine(box.right() + 1, box.top(), box.right() + 1, box.bottom() + 1)
        painter.drawLine(box.left(), box.bottom() + 1, box.right() + 1, box.bottom() + 1)


class _PinnedHeading(QHeaderView):
    """The headings of the kept columns; a click and a drag do what they do in the table's."""

    def __init__(self, table: PinningTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSectionsClickable(True)
        self.hide()

    def follow(self, model: QAbstractItemModel, header: QHeaderView) -> None:
        """Show the headings of a model as `header` does."""
        self.setModel(model)
        self.setSelectionModel(self._table.selectionModel())
        self.setHighlightSections(header.highlightSections())
        self.setDefaultAlignment(header.defaultAlignment())
        self.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.sectionPressed.connect(self._table.selectColumn)
        self.sectionResized.connect(self._resize)

    def show_columns(self, columns: tuple[int, ...]) -> None:
        """Show these columns alone, as wide as in the table."""
        for column in range(self.count()):
            self.setSectionHidden(column, column not in columns)
            if column in columns:
                self.resizeSection(column, self._table.columnWidth(column))

    def _resize(self, column: int, _before: int, width: int) -> None:
        if width and width != self._table.columnWidth(column):
            self._table.setColumnWidth(column, width)
