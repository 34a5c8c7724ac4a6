"""What menu and keys do that needs both session and window."""

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.help import AboutDialog
from sopeditor.ui.focus import focused_actor
from sopeditor.ui.grid.views import Views
from sopeditor.ui.panels.actors_panel import ActorsPanel


class WindowCommands:
    """Slots of the menus "Edit", "Tampilan" and "Bantuan"."""

    def __init__(
        self,
        desk: Desk,
        views: Views,
        actors: ActorsPanel,
        window: QWidget,
        forget_lines: Callable[[], None],
    ) -> None:
        self._desk, self._views, self._actors, self._window = desk, views, actors, window
        self._forget_lines = forget_lines

    def undo(self) -> None:
        """Take back the last change."""
        self._views.finish_editing()
        self._desk.session.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._views.finish_editing()
        self._desk.session.redo()

    def delete(self) -> None:
        """Delete what is selected; a lane only after a question."""
        selection = self._desk.session.selection
        if selection.actors and selection.ids == selection.actors:
            self._actors.remove()
        else:
            self._views.delete_selection()

    def rename_actor(self) -> None:
        """Rename a jabatan in its lane and in all texts, after showing what would change."""
        # Late: few rename an actor, and everybody starts the program.
        from sopeditor.ui.search.rename_actor import RenameActorDialog

        self._views.finish_editing()
        session = self._desk.session
        actors = session.document.actors
        if not actors:
            return
        actor = focused_actor(session.document, session.selection) or actors[0].id
        dialog = RenameActorDialog(session.document, actor, self._desk.catalogue, self._window)
        if dialog.exec() == RenameActorDialog.DialogCode.Accepted:
            session.execute(dialog.command())

    def route_all(self) -> None:
        """Find all lines anew, also those that edits had left where they were."""
        self._views.finish_editing()
        self._forget_lines()
        self._views.sheet.lay_out_again()

    def zoom_actual(self) -> None:
        """Show the sheet as large as on paper."""
        self._views.sheet.zoom_to(1.0)

    def show_shortcuts(self) -> None:
        """Show the table of keys."""
        # Late: it can print, and Qt's printing is slow to load.
        from sopeditor.ui.dialogs.shortcuts import ShortcutsDialog

        shortcuts = {
            action.objectName().removeprefix("action_"): action.shortcuts()
            for action in self._window.findChildren(QAction)
        }
        ShortcutsDialog(self._desk.catalogue, shortcuts, self._window).exec()

    def show_about(self) -> None:
        """Show what the program is."""
        AboutDialog(self._desk.catalogue, self._window).exec()
