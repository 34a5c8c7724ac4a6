"""The two views of the document: the sheet, the step table, or both side by side."""

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTabBar, QVBoxLayout, QWidget

from sopeditor.canvas.going import goal_of
from sopeditor.canvas.places import Place, StepPlace
from sopeditor.canvas.view import SheetView
from sopeditor.foundation.overriding import override
from sopeditor.painting.convert import qrect
from sopeditor.ui.actions import explain
from sopeditor.ui.desk import Desk

if TYPE_CHECKING:
    from sopeditor.ui.grid.panel import StepGrid

#: A room of this width holds both views beside each other, in pixels; a narrower one stacks them.
_WIDE = 1500


class ViewMode(StrEnum):
    """What is seen."""

    SHEET = "sheet"
    TABLE = "table"
    BOTH = "both"


_SHORTCUTS = {ViewMode.SHEET: "Alt+1", ViewMode.TABLE: "Alt+2", ViewMode.BOTH: "Alt+3"}


class Views(QWidget):
    """Sheet and table in one place, with tabs below them; the choice is remembered.

    The table is made when it is first asked for. `told` carries what it says in passing.
    """

    told = Signal(str)

    def __init__(self, desk: Desk, sheet: SheetView) -> None:
        super().__init__()
        self._desk, self.sheet = desk, sheet
        self._grid: StepGrid | None = None
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(sheet)
        self._tabs = self._make_tabs()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._tabs)
        self._actions = self._make_actions()
        self._show(_mode(desk.settings.view_mode))

    @property
    def grid(self) -> "StepGrid":
        """The step table."""
        if self._grid is None:
            self._grid = self._make_grid()
        return self._grid

    def make_ready(self) -> None:
        """Make the table, so that it need not be waited for when it is asked for."""
        if self._grid is None:
            self._grid = self._make_grid()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        if self._grid is not None:
            self._grid.detach()

    @property
    def mode(self) -> ViewMode:
        """What is seen now."""
        return list(ViewMode)[self._tabs.currentIndex()]

    def actions_by_key(self) -> dict[str, QAction]:
        """Answer the actions that choose what is seen, keyed `view_<mode>`."""
        return {f"view_{mode}": action for mode, action in self._actions.items()}

    def choose(self, mode: ViewMode) -> None:
        """Show the sheet, the table or both, from now on; keys act there."""
        self.finish_editing()
        self._desk.settings.view_mode = mode
        self._show(mode)
        self.take_focus()
        # Later: the views get their new sizes once the event loop runs.
        QTimer.singleShot(0, self, self._bring_in_sight)

    def take_focus(self) -> None:
        """Let the keys act in the view that is seen; in the sheet where both are."""
        if self.mode is ViewMode.TABLE:
            self.grid.take_focus()
        else:
            self.sheet.setFocus()

    def show_place(self, place: Place) -> None:
        """Bring a place in sight in what is seen, without taking the focus."""
        self.sheet.go_to(place)
        if self.mode is ViewMode.SHEET or not isinstance(place, StepPlace):
            return
        self.grid.show_place(place)

    def finish_editing(self) -> None:
        """Take over what is being typed in either view."""
        self.sheet.finish_editing()
        if self._grid is not None:
            self._grid.finish_editing()

    def edit_selected(self) -> None:
        """Change the text of what is selected, in the view in which keys act."""
        if self.table_has_keys:
            self.grid.edit_selected()
        else:
            self.sheet.edit_selected()

    def select_all(self) -> None:
        """Select everything in the view in which keys act."""
        if self.table_has_keys:
            self.grid.select_all()
        else:
            self.sheet.select_all()

    def delete_selection(self) -> None:
        """Delete what is selected; in the table the texts of its cells."""
        if self.table_has_keys:
            self.grid.commands.empty()
        else:
            self.sheet.delete_selection()

    @property
    def table_has_keys(self) -> bool:
        """Whether keys and the menu "Edit" act in the table."""
        focused = QApplication.focusWidget()
        grid = self._grid
        within = grid is not None and focused is not None and grid.isAncestorOf(focused)
        return self.mode is ViewMode.TABLE or within

    def _keep_in_sight(self, current: QModelIndex, _previous: QModelIndex) -> None:
        """Scroll the sheet to the row in which keys act in the table beside it."""
        if self.mode is not ViewMode.BOTH or not current.isValid():
            return
        step = self.grid.table.step(current.row())
        goal = goal_of(self.sheet.stage.sheet, StepPlace(step.id))
        if goal is not None:
            # With room around: the headings that stay in sight cover the upper end.
            self.sheet.ensureVisible(qrect(goal.rect), 0, self.sheet.viewport().height() // 3)

    def _bring_in_sight(self) -> None:
        current = self.grid.view.currentIndex()
        self._keep_in_sight(current, current)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = event.size().width() >= _WIDE
        across = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._splitter.orientation() is not across:
            self._splitter.setOrientation(across)

    def _make_grid(self) -> "StepGrid":
        # Late: most look at the sheet first, and the table is a large part of the program.
        from sopeditor.ui.grid.panel import StepGrid

        grid = StepGrid(self._desk)
        grid.setVisible(self.mode is not ViewMode.SHEET)
        self._splitter.addWidget(grid)
        self._splitter.setSizes([1000, 1000])
        grid.view.selectionModel().currentChanged.connect(self._keep_in_sight)
        grid.told.connect(self.told)
        return grid

    def _make_tabs(self) -> QTabBar:
        tabs = QTabBar()
        tabs.setShape(QTabBar.Shape.RoundedSouth)
        tabs.setDrawBase(False)
        tabs.setExpanding(False)
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        tabs.setAccessibleName(self._desk.catalogue.text("grid.view.tabs"))
        for mode in ViewMode:
            index = tabs.addTab(self._desk.catalogue.text(f"grid.view.{mode}"))
            tabs.setTabToolTip(index, self._desk.catalogue.text(f"ui.tip.view_{mode}"))
            tabs.setTabIcon(index, self._desk.icons.action(f"view_{mode}"))
        tabs.tabBarClicked.connect(self._choose_tab)
        return tabs

    def _make_actions(self) -> dict[ViewMode, QAction]:
        group = QActionGroup(self)
        actions: dict[ViewMode, QAction] = {}
        for mode in ViewMode:
            action = QAction(self._desk.catalogue.text(f"ui.action.view_{mode}"), group)
            action.setObjectName(f"action_view_{mode}")
            action.setCheckable(True)
            action.setIcon(self._desk.icons.action(f"view_{mode}"))
            action.setShortcut(QKeySequence(_SHORTCUTS[mode]))
            action.setData(mode.value)
            explain(action, self._desk.catalogue, f"ui.tip.view_{mode}")
            actions[mode] = action
        group.triggered.connect(self._choose_action)
        return actions

    def _choose_action(self, action: QAction) -> None:
        self.choose(ViewMode(action.data()))

    def _choose_tab(self, index: int) -> None:
        if index >= 0:
            self.choose(list(ViewMode)[index])

    def _show(self, mode: ViewMode) -> None:
        self.sheet.setVisible(mode is not ViewMode.TABLE)
        if mode is not ViewMode.SHEET or self._grid is not None:
            self.grid.setVisible(mode is not ViewMode.SHEET)
        blocker = QSignalBlocker(self._tabs)
        self._tabs.setCurrentIndex(list(ViewMode).index(mode))
        blocker.unblock()
        self._actions[mode].setChecked(True)


def _mode(name: str) -> ViewMode:
    """Answer the mode of a name; the sheet for one that is unknown."""
    return next((mode for mode in ViewMode if mode == name), ViewMode.SHEET)
