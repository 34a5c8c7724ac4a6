"""Rows of a tree as high as their wrapped text; Qt's own tree never asks for the width."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeWidget

from sopeditor.foundation.overriding import override

#: Room around icon and text of a cell, in pixels.
_SIDES = 14
_ENDS = 4


class WrappingDelegate(QStyledItemDelegate):
    """Makes room for the wrapped text of the first column of `tree`."""

    def __init__(self, tree: QTreeWidget) -> None:
        super().__init__(tree)
        self._tree = tree
        tree.setWordWrap(True)
        tree.setItemDelegateForColumn(0, self)
        tree.header().sectionResized.connect(self._lay_out_again)

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        size = super().sizeHint(option, index)
        tree, depth = self._tree, 2 if index.parent().isValid() else 1
        taken = depth * tree.indentation() + option.decorationSize.width() + _SIDES
        room = QRect(0, 0, max(tree.columnWidth(0) - taken, 40), 10_000)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        wrapped = tree.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, text)
        size.setHeight(max(size.height(), wrapped.height() + _ENDS))
        return size

    def _lay_out_again(self) -> None:
        self._tree.scheduleDelayedItemsLayout()
