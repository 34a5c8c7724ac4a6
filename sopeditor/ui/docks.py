"""The panels as docks around the sheet, and the arrangement in which they first appear."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget, QMainWindow, QTabWidget, QVBoxLayout, QWidget

from sopeditor.ui.actions import explain
from sopeditor.ui.areas import focus_first
from sopeditor.ui.desk import Desk

#: All docks, in the order in which keys go round.
NAMES = ("symbols", "step", "identity", "actors", "page", "history", "findings")
#: The docks in the order of their tabs.
_RIGHT = ("step", "identity", "actors", "page")
#: Below those, and put away until it is asked for.
_BELOW = "history"
_RIGHT_WIDTH = 326
_RIGHT_LEAST = 318
#: Of the tabs and of what is below them, in pixels; less on a lower screen.
_HEIGHTS = (400, 240)
_LEFT_WIDTH = 108
_FINDINGS_HEIGHT = 132
#: On a lower screen the sheet needs the room of the findings; their count is below it anyway.
_LOW = 560


class Docks:
    """The docks of a window by name: symbols, step, identity, actors, page, history, findings.

    They take their room at once and their panels later, by `fill`; `fill_all` is called when
    one is asked for before that.
    """

    def __init__(self, window: QMainWindow, desk: Desk, fill_all: Callable[[], None]) -> None:
        self._window, self._desk, self._fill_all = window, desk, fill_all
        self._panels: dict[str, QWidget] = {}
        self._seen = dict.fromkeys(NAMES, True)
        self._docks = {name: self._dock(name) for name in NAMES}
        self._actions = {name: self._action(name) for name in NAMES}
        window.setDockNestingEnabled(True)
        window.setTabPosition(Qt.DockWidgetArea.RightDockWidgetArea, QTabWidget.TabPosition.North)
        # Panels at the sides reach from top to bottom; findings stay below the sheet.
        for corner in (Qt.Corner.BottomLeftCorner, Qt.Corner.BottomRightCorner):
            left = corner is Qt.Corner.BottomLeftCorner
            area = Qt.DockWidgetArea
            window.setCorner(corner, area.LeftDockWidgetArea if left else area.RightDockWidgetArea)
        self._arrange()

    def fill(self, name: str, panel: QWidget) -> None:
        """Put a panel into its dock."""
        panel.setAccessibleName(self._desk.catalogue.text(f"ui.dock.{name}"))
        self._panels[name] = panel
        holder = self._docks[name].widget()
        layout = holder.layout()
        if layout is not None:
            layout.addWidget(panel)
        panel.setVisible(self._seen[name])

    def show(self, name: str) -> None:
        """Show a panel and bring it to the front of its tabs."""
        self._fill_all()
        self._docks[name].show()
        self._docks[name].raise_()

    def title(self, name: str, title: str) -> None:
        """Give a panel another title; what shows and hides it keeps its name."""
        action = self._docks[name].toggleViewAction()
        text = action.text()
        self._docks[name].setWindowTitle(title)
        action.setText(text)

    def actions(self) -> dict[str, QAction]:
        """Answer the actions that show and hide the panels, keyed `panel_<name>`."""
        return {f"panel_{name}": action for name, action in self._actions.items()}

    def shown(self) -> tuple[QWidget, ...]:
        """Answer the panels that are seen, in the order of their docks."""
        self._fill_all()
        return tuple(panel for panel in map(self._panels.get, NAMES) if panel and panel.isVisible())

    def choose(self, name: str) -> None:
        """Put away a panel that is seen; any other, also one behind others, gets the focus."""
        self._fill_all()
        if self._panels[name].isVisible():
            self._docks[name].hide()
            return
        self.show(name)
        if name == _BELOW:
            self._share_height_soon()
        # Later: the panel is shown once the event loop runs.
        QTimer.singleShot(0, self._window, partial(focus_first, self._panels[name]))

    def _action(self, name: str) -> QAction:
        """Answer an action that is checked while the panel is there, in front or behind."""
        toggle, catalogue = self._docks[name].toggleViewAction(), self._desk.catalogue
        toggle.setText(catalogue.text(f"ui.action.panel_{name}"))
        action = QAction(toggle.text(), self._window)
        action.setObjectName(f"action_panel_{name}")
        action.setIcon(self._desk.icons.action(f"panel_{name}"))
        action.setCheckable(True)
        action.setChecked(toggle.isChecked())
        explain(action, catalogue, f"ui.tip.panel_{name}")
        toggle.toggled.connect(action.setChecked)
        action.triggered.connect(partial(self._chosen, name))
        return action

    def _chosen(self, name: str, _checked: bool = False) -> None:
        self.choose(name)
        # Qt has turned the mark over already; it tells whether the panel is there.
        toggle = self._docks[name].toggleViewAction()
        self._actions[name].setChecked(toggle.isChecked())

    def _share_height_soon(self) -> None:
        # Later: a panel just shown has no place yet that could be made larger.
        QTimer.singleShot(0, self._window, self._share_height)

    def _share_height(self) -> None:
        """Give the panel that has just come below the tabs its part of the height."""
        docks = [self._docks[_RIGHT[0]], self._docks[_BELOW]]
        self._window.resizeDocks(docks, [*_HEIGHTS], Qt.Orientation.Vertical)

    def _dock(self, name: str) -> QDockWidget:
        title = self._desk.catalogue.text(f"ui.dock.{name}")
        dock = QDockWidget(title, self._window)
        dock.setObjectName(f"dock_{name}")
        dock.setWidget(_holder())
        # Qt moves docks behind others out of sight without hiding them: their mnemonics
        # would go on working, and they would follow every change.
        dock.visibilityChanged.connect(partial(self._show_panel, name))
        return dock

    def _show_panel(self, name: str, seen: bool) -> None:
        self._seen[name] = seen
        if name in self._panels:
            self._panels[name].setVisible(seen)

    def _arrange(self) -> None:
        area, window, docks = Qt.DockWidgetArea, self._window, self._docks
        window.addDockWidget(area.LeftDockWidgetArea, docks["symbols"])
        window.addDockWidget(area.BottomDockWidgetArea, docks["findings"])
        for name in _RIGHT:
            docks[name].setMinimumWidth(_RIGHT_LEAST)
            window.addDockWidget(area.RightDockWidgetArea, docks[name])
        for before, after in pairwise(_RIGHT):
            window.tabifyDockWidget(docks[before], docks[after])
        docks[_BELOW].setMinimumWidth(_RIGHT_LEAST)
        window.addDockWidget(area.RightDockWidgetArea, docks[_BELOW], Qt.Orientation.Vertical)
        docks[_BELOW].hide()
        docks[_RIGHT[0]].raise_()
        sides = Qt.Orientation.Horizontal
        window.resizeDocks([docks["symbols"]], [_LEFT_WIDTH], sides)
        window.resizeDocks([docks[_RIGHT[0]]], [_RIGHT_WIDTH], sides)
        window.resizeDocks([docks["findings"]], [_FINDINGS_HEIGHT], Qt.Orientation.Vertical)
        docks["findings"].setHidden(window.screen().availableGeometry().height() < _LOW)


def _holder() -> QWidget:
    """Answer a widget that stays when its panel is hidden: a dock without one can't be high."""
    holder = QWidget()
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    return holder
