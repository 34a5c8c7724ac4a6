"""Which actions can be used now, and what undo and redo are called."""

from collections.abc import Mapping

from PySide6.QtGui import QAction

from sopeditor.canvas.courses import wishful
from sopeditor.foundation.message import Message
from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.ui.actions import explain
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_step
from sopeditor.ui.subscriptions import Subscriptions


class ActionStates:
    """Keeps the actions of a window in step with its session."""

    def __init__(self, desk: Desk, actions: Mapping[str, QAction]) -> None:
        self._desk, self._actions = desk, actions
        self._subscriptions = Subscriptions()
        self._subscriptions.listen(desk.session.state_changed, self._show_history)
        self._subscriptions.listen(desk.session.selection_changed, self._selection_changed)
        self._subscriptions.listen(desk.session.document_changed, self._document_changed)
        self._show_history()
        self._show_selected()

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def _document_changed(self, _before: Document, _after: Document) -> None:
        self._show_selected()

    def _selection_changed(self, _selection: Selection) -> None:
        self._show_selected()

    def _show_selected(self) -> None:
        session = self._desk.session
        document, selection = session.document, session.selection
        on_step = focused_step(document, selection) is not None
        self._actions["duplicate"].setEnabled(on_step)
        self._actions["targets"].setEnabled(on_step)
        copied = bool(selection.steps or selection.symbols)
        for key in ("cut", "copy", "copy_picture"):
            self._actions[key].setEnabled(copied)
        self._actions["delete"].setEnabled(bool(selection))
        self._actions["edit_text"].setEnabled(bool(selection))
        led = any(flow.id in selection.flows for flow in wishful(document))
        self._actions["route_auto"].setEnabled(led)
        by_hand = any(chart.widths for chart in document.charts)
        for key in ("fit_column", "fit_all_columns"):
            self._actions[key].setEnabled(by_hand)
        self._actions["column_widths"].setEnabled(bool(document.charts))
        self._actions["rename_actor"].setEnabled(bool(document.actors))
        self._actions["chart_rename"].setEnabled(bool(document.charts))
        self._actions["chart_remove"].setEnabled(len(document.charts) > 1)

    def _show_history(self) -> None:
        session = self._desk.session
        self._name("undo", session.undo_name)
        self._name("redo", session.redo_name)

    def _name(self, key: str, name: Message | None) -> None:
        action, catalogue = self._actions[key], self._desk.catalogue
        action.setEnabled(name is not None)
        text = catalogue.text(f"ui.action.{key}")
        if name is not None:
            worded = catalogue.word(name).replace("&", "&&")
            text = catalogue.text(f"ui.action.{key}_named", name=worded)
        action.setText(text)
        explain(action, catalogue, f"ui.tip.{key}")
