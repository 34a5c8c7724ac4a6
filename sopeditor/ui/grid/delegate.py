"""How cells look: wrapped texts, symbols as pictures, refused entries marked."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from sopeditor.foundation.overriding import override
from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.grid.model import GridModel

#: Air beside and above the text of a cell, in pixels; what Qt's own style leaves, and more.
_SIDES, _ENDS = 8, 8
_ICON = 18
_WRONG = QColor(196, 43, 28)
_TRIANGLE = 7
_WRAP = int(Qt.TextFlag.TextWordWrap)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of `view`."""

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model

    @override
    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.features |= QStyleOptionViewItem.ViewItemFeature.WrapText
        option.state &= ~QStyle.StateFlag.State_HasFocus
        option.decorationSize = QSize(_ICON, _ICON)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().paint(painter, option, index)
        if self._model.rejected(index.row(), FIELDS[index.column()]):
            _mark_wrong(painter, option.rect)
        if self._view.currentIndex() == index and self._view.hasFocus():
            _frame(painter, option)


class RowHeights(QObject):
    """Keeps rows as high as their wrapped texts; measures only what it has not measured.

    Nothing is measured while the table is out of sight, where it may stay for good.
    """

    def __init__(self, view: QTableView, model: GridModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._known: dict[tuple[str, int], int] = {}
        self._due = False
        model.dataChanged.connect(self.fit)
        model.modelReset.connect(self.fit)

    def fit(self) -> None:
        """Give every row the height that it needs now, or once the table is shown."""
        self._due = not self._view.isVisible()
        if self._due:
            return
        metrics = QFontMetrics(self._view.font())
        view, least = self._view, metrics.lineSpacing() + _ENDS
        widths = {
            field: view.columnWidth(column) - _SIDES
            for column, field in enumerate(FIELDS)
            if not view.isColumnHidden(column)
        }
        for row in range(len(self._model.table)):
            height = max(
                least,
                *(self._height(row, field, width, metrics) for field, width in widths.items()),
            )
            if view.rowHeight(row) != height:
                view.setRowHeight(row, height)

    def catch_up(self) -> None:
        """Fit what was due while the table was out of sight: it is shown now."""
        if self._due:
            self.fit()

    def forget(self) -> None:
        """Measure anew, for another typeface."""
        self._known.clear()
        self.fit()

    def _height(self, row: int, field: Field, width: int, metrics: QFontMetrics) -> int:
        text = self._model.shown(row, field)
        if len(text) < 4:
            return 0
        key = (text, width)
        if key not in self._known:
            room = QRect(0, 0, max(width, 20), 100_000)
            box = metrics.boundingRect(room, _WRAP, text)
            self._known[key] = box.height() + _ENDS
        return self._known[key]


def _mark_wrong(painter: QPainter, rect: QRect) -> None:
    """Frame a cell in red, with a filled corner: not by colour alone."""
    painter.save()
    painter.setPen(QPen(_WRONG, 1.5))
    painter.drawRect(rect.adjusted(1, 1, -2, -2))
    painter.setBrush(_WRONG)
    corner = rect.topRight()
    painter.drawPolygon([corner, corner - QPoint(_TRIANGLE, 0), corner + QPoint(0, _TRIANGLE)])
    painter.restore()


def _frame(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Frame the cell that keys act on, as spreadsheets do: seen among selected ones, too."""
    palette, rect = option.palette, option.rect
    painter.save()
    if option.state & QStyle.StateFlag.State_Selected:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.HighlightedText), 1))
        painter.drawRect(rect.adjusted(1, 1, -2, -2))
    else:
        painter.setPen(QPen(palette.color(QPalette.ColorRole.Highlight).darker(120), 2))
        painter.drawRect(rect.adjusted(1, 1, -1, -1))
    painter.restore()
