"""Cells of a tree: as high as their wrapped text, since Qt never asks for the width, or narrow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from sopeditor.foundation.overriding import override

#: Room around icon and text of a cell, and around text alone, in pixels.
_SIDES = 14
_SIDES_BARE = 8
_ENDS = 4


class WrappingDelegate(QStyledItemDelegate):
    """Makes room for the wrapped text of one column of `tree`, the first if none is named."""

    def __init__(self, tree: QTreeWidget, column: int = 0) -> None:
        super().__init__(tree)
        self._tree, self._column = tree, column
        tree.setWordWrap(True)
        tree.setItemDelegateForColumn(column, self)
        tree.header().sectionResized.connect(self._lay_out_again)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        tree = self._tree
        width = tree.columnWidth(self._column) - self._taken(option, index)
        room = QRect(0, 0, max(width, 40), 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wrapped = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        size.setHeight(max(size.height(), wrapped.height() + _ENDS))
        return size

    def _taken(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> int:
        """Answer how much of the column's width is not for text, in pixels."""
        if self._column:
            return _SIDES_BARE
        depth = 2 if index.parent().isValid() else 1
        return depth * self._tree.indentation() + option.decorationSize.width() + _SIDES

    def _lay_out_again(self) -> None:
        self._tree.scheduleDelayedItemsLayout()


class NarrowDelegate(QStyledItemDelegate):
    """Asks for the width of the text in a column of `tree`, but for no more than `most` pixels."""

    def __init__(self, tree: QTreeWidget, column: int, most: int) -> None:
        super().__init__(tree)
        self._most = most
        tree.setItemDelegateForColumn(column, self)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        return QSize(min(size.width(), self._most), size.height())
