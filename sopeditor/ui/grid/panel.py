"""The step table as a part of the window: follows the session and changes it by commands."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from sopeditor.canvas.places import StepPlace
from sopeditor.foundation.message import Message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.session.selection import Selection
from sopeditor.tables.notation import Field
from sopeditor.ui.desk import Desk
from sopeditor.ui.focus import focused_chart
from sopeditor.ui.grid.clipboard import CellClipboard
from sopeditor.ui.grid.columns import FIELDS, TEXTS
from sopeditor.ui.grid.commands import GridCommands
from sopeditor.ui.grid.delegate import CellDelegate, RowHeights
from sopeditor.ui.grid.editing import CellEditing
from sopeditor.ui.grid.menu import context_menu, keys_of
from sopeditor.ui.grid.mirror import SelectionMirror
from sopeditor.ui.grid.model import GridModel
from sopeditor.ui.grid.moves import Moves
from sopeditor.ui.grid.table import StepTable
from sopeditor.ui.grid.view import GridView
from sopeditor.ui.grid.writing import Writing
from sopeditor.ui.subscriptions import Subscriptions

#: So many lanes of a new document have placeholders for names.
_PLACEHOLDERS = 50


class StepGrid(QWidget):
    """The table of the chart at hand."""

    #: Something that a person should hear of, in words.
    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._stale = False
        self._tools_wished: bool | None = None
        self._placeholders = frozenset(
            desk.catalogue.text("editing.starting.actor", number=number)
            for number in range(1, _PLACEHOLDERS)
        )
        self._model = GridModel(desk, self._table(), self)
        self.view = GridView(self._model)
        self.view.setAccessibleName(desk.catalogue.text("grid.access.table"))
        self.view.setAccessibleDescription(desk.catalogue.text("grid.access.how"))
        self.view.setItemDelegate(CellDelegate(self.view, self._model))
        self._writing = Writing(desk.session, self._model)
        self._model.write_with(self._writing.accept)
        self.editing = CellEditing(self.view, self._model, self._writing, desk.catalogue)
        self._heights = RowHeights(self.view, self._model)
        self._mirror = SelectionMirror(desk.session, self.view)
        self._moves = Moves(desk.session, self.view)
        clipboard = CellClipboard(self.view, self._model, self._writing)
        self.commands = GridCommands(desk.session, self.view, self.editing, clipboard)
        self._lay_out()
        self._connect()
        self._show_tools()

    @property
    def table(self) -> StepTable:
        """The cells that are shown."""
        return self._model.table

    def detach(self) -> None:
        """Stop following the session, before the window goes."""
        self._subscriptions.release()

    def finish_editing(self) -> None:
        """Take over what is being typed; before saving, exporting, closing."""
        self.editing.commit()

    def take_focus(self) -> None:
        """Let the keys act here, on some cell."""
        if not self.view.currentIndex().isValid() and len(self.table):
            self.view.go_to(0, Field.ACTIVITY)
        self.view.setFocus()

    def show_place(self, place: StepPlace) -> None:
        """Bring the cell of a place in sight; nothing happens where the chart lacks it."""
        row = self.table.row_of(place.step)
        fields = [field for field, column in TEXTS.items() if column is place.column]
        if row is not None:
            self.view.go_to(row, fields[0] if fields else Field.ACTIVITY)

    def edit_selected(self) -> None:
        """Change the text of the cell."""
        self.commands.edit()

    def select_all(self) -> None:
        """Select every cell."""
        self.view.selectAll()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._stale:
            self._follow_document()
        self._heights.catch_up()
        super().showEvent(event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _connect(self) -> None:
        self._subscriptions = Subscriptions()
        self._subscriptions.listen(self._desk.session.document_changed, self._document_changed)
        self._subscriptions.listen(self._desk.session.selection_changed, self._selection_changed)
        self._writing.told.connect(self._tell)
        self.view.act_on(keys_of(self.commands, self._moves))
        self.view.edit_asked.connect(self._edit)
        self.view.rows_dropped.connect(self.commands.drop_rows)
        self.view.customContextMenuRequested.connect(self._show_menu)
        self.view.selectionModel().currentChanged.connect(self._cell_changed)
        self.view.horizontalHeader().sectionResized.connect(self._width_changed)
        self.editing.moved_on.connect(self._moves.go)

    def _table(self) -> StepTable:
        session = self._desk.session
        chart = focused_chart(session.document, session.selection) or Chart(id="")
        return StepTable(session.document, chart, self._placeholders)

    def _document_changed(self, _before: Document, _after: Document) -> None:
        if self.isVisible():
            self._follow_document()
        else:
            self._stale = True

    def _selection_changed(self, selection: Selection) -> None:
        if not self.isVisible():
            self._stale = True
        elif selection.chart and selection.chart != self.table.chart.id:
            self._follow_document()
        else:
            self._mirror.follow(self.table, selection)

    def _follow_document(self) -> None:
        self._stale = False
        with self._mirror.paused():
            self._model.show(self._table())
        self._show_tools()
        self.editing.follow()
        self._mirror.follow(self.table, self._desk.session.selection)

    def _show_tools(self) -> None:
        """Show the column Peralatan where the chart uses it, or as the user wishes."""
        used = any(step.quality.tools for step in self.table.chart.steps)
        shown = used if self._tools_wished is None else self._tools_wished
        column = FIELDS.index(Field.TOOLS)
        if shown is self.view.isColumnHidden(column):
            self.view.setColumnHidden(column, not shown)
            self.view.spread_columns()

    def _wish_tools(self, wished: bool) -> None:
        self._tools_wished = wished
        self._show_tools()

    def _edit(self, index: QModelIndex, typed: str | None) -> None:
        self.editing.open(index, typed)

    def _cell_changed(self, _current: QModelIndex, _previous: QModelIndex) -> None:
        if self.editing.field is None:
            self.editing.note.hide()

    def _width_changed(self, _column: int, _before: int, _after: int) -> None:
        self._heights.fit()

    def _tell(self, words: Message) -> None:
        self.told.emit(self._desk.catalogue.word(words))

    def _show_menu(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def menu(self) -> QMenu:
        """Answer the menu of what can be done with the selected cells."""
        menu = context_menu(self, self.commands, self._desk)
        menu.addSeparator()
        tools = QAction(self._desk.catalogue.text("grid.action.tools"), menu)
        tools.setCheckable(True)
        tools.setChecked(not self.view.isColumnHidden(FIELDS.index(Field.TOOLS)))
        tip = self._desk.catalogue.text("grid.tip.tools")
        tools.setToolTip(tip)
        tools.setStatusTip(tip)
        tools.toggled.connect(self._wish_tools)
        menu.addAction(tools)
        return menu
