"""The panel "Riwayat": every change by its name; a click goes there and back."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QVBoxLayout

from sopeditor.foundation.overriding import override
from sopeditor.ui.desk import Desk
from sopeditor.ui.panels.fields import small_label
from sopeditor.ui.panels.panel import Panel


class HistoryPanel(Panel):
    """Lists the changes from the oldest to the newest below the document as it was opened.

    Where the document stands is bold, what was taken back is faint, the saved state has
    the icon of saving. All three are told in words too.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._list = QListWidget()
        self._list.setAccessibleName(self._words("list"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setUniformItemSizes(True)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._go)
        self._list.itemActivated.connect(self._go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.addWidget(self._list, 1)
        layout.addWidget(small_label(self._words("hint")))
        self._subscriptions.listen(desk.session.state_changed, self._refresh_if_seen)

    @property
    def listing(self) -> QListWidget:
        """The list of the states."""
        return self._list

    def actions_on_current(self) -> tuple[QAction, ...]:
        """Answer what can be done with the chosen state: go there."""
        go = QAction(self._words("go"), self._list)
        go.triggered.connect(self._go_to_current)
        go.setEnabled(self._list.currentRow() != self.desk.session.position)
        return (go,)

    @override
    def refresh(self) -> None:
        session = self.desk.session
        names = [self._words("start"), *map(self.desk.catalogue.word, session.change_names)]
        blocker = QSignalBlocker(self._list)
        while self._list.count() > len(names):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(names):
            self._list.addItem(QListWidgetItem())
        here, saved = session.position, session.saved_position
        for position, name in enumerate(names):
            told = self._words("saved", name=name) if position == saved else name
            icon = "save" if position == saved else "next" if position == here else "blank"
            self._show(self._list.item(position), told, position - here, icon)
        current = self._list.item(session.position)
        self._list.setCurrentItem(current)
        blocker.unblock()
        self._list.scrollToItem(current)

    def _words(self, key: str, **values: object) -> str:
        return self.desk.catalogue.text(f"history.panel.{key}", **values)

    def _show(self, item: QListWidgetItem, name: str, ahead: int, icon: str) -> None:
        """Let an item show a state, `ahead` changes from here; there may be a thousand of them."""
        look = (name, min(max(ahead, -1), 1), icon)
        if item.data(Qt.ItemDataRole.UserRole) == look:
            return
        item.setData(Qt.ItemDataRole.UserRole, look)
        key = "here" if ahead == 0 else "undone" if ahead > 0 else ""
        spoken = self.desk.catalogue.text(f"history.panel.{key}", name=name) if key else name
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        font = QFont(self._list.font())
        font.setBold(ahead == 0)
        group = QPalette.ColorGroup.Disabled if ahead > 0 else QPalette.ColorGroup.Active
        item.setText(name)
        item.setToolTip(name)
        item.setFont(font)
        item.setForeground(self.palette().brush(group, QPalette.ColorRole.Text))
        item.setIcon(self.desk.icons.action(icon))

    def _go_to_current(self) -> None:
        self._go(self._list.currentItem())

    def _go(self, item: QListWidgetItem) -> None:
        self.desk.session.go_to(self._list.row(item))
