"""The main window: puts the parts together and connects them; decides nothing itself."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QVBoxLayout, QWidget

from sopeditor.canvas.places import FieldPlace, Place, StepPlace
from sopeditor.canvas.view import SheetView
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.ui import placement
from sopeditor.ui.action_states import ActionStates
from sopeditor.ui.actions import build_actions
from sopeditor.ui.announcer import Announcer
from sopeditor.ui.chart_tabs import ChartTabs
from sopeditor.ui.context_menus import ContextMenus
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Questions
from sopeditor.ui.docks import Docks
from sopeditor.ui.dropped import dropped_document
from sopeditor.ui.exports import Exports
from sopeditor.ui.file_flow import FileFlow
from sopeditor.ui.fitting import Fitter
from sopeditor.ui.focus import focused_step
from sopeditor.ui.grid.views import Views
from sopeditor.ui.icons import program_icon
from sopeditor.ui.menu_lists import ExamplesMenu, RecentMenu, fill_languages
from sopeditor.ui.menus import build_menus, fill_tool_bar
from sopeditor.ui.page_in_sight import PageInSight
from sopeditor.ui.parallel_menu import ParallelMenu
from sopeditor.ui.room import Room
from sopeditor.ui.sheet_choices import SheetChoices
from sopeditor.ui.status import StatusBar
from sopeditor.ui.subscriptions import Follower, Subscriptions

LayOut = Callable[[Document], DocumentLayout]


class MainWindow(QMainWindow):
    """Sheet in the middle, palette at the left, panels at the right, findings below.

    The sheet is painted first, with menus and empty docks; the rest is built right after.
    """

    #: Another language was chosen; whoever made the window makes a new one.
    language_chosen = Signal(str)
    #: It has its sizes and is going to be painted.
    shown = Signal()
    #: All lines are to be found anew; whoever made the window lets go of those before.
    lines_forgotten = Signal()

    def __init__(self, desk: Desk, lay_out: LayOut, try_out: LayOut | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._replaced = False
        self._subscriptions = Subscriptions()
        desk.questions.belong_to(self)
        self.setWindowIcon(program_icon())
        self.setAcceptDrops(True)
        self.setMinimumSize(placement.LEAST)
        self.sheet = SheetView(desk.session, lay_out, desk.catalogue, try_out=try_out)
        self.views = Views(desk, self.sheet)
        self.files = FileFlow(desk, self.views.finish_editing)
        self.exports = Exports(desk, self._layout_now)
        column = self._build_centre()
        self.docks = Docks(self, desk, self.finish_building)
        self._build_actions()
        self._build_bars()
        self._connect()
        self._fitter = Fitter(
            Room(
                window=self,
                desk=desk,
                sheet=self.sheet,
                views=self.views,
                column=column,
                docks=self.docks,
                status=self._status,
                go_to=self.go_to,
                show_place=self._show_place,
                tell_refused=self._announcer.tell_refused,
                forget_lines=self.lines_forgotten.emit,
                offer_menu=self._menus.offer,
            )
        )
        self.apply_placement()

    @property
    def questions(self) -> Questions:
        """What asks and tells over this window."""
        return self._desk.questions

    @property
    def language(self) -> str:
        """The language that this window speaks."""
        return self._desk.catalogue.language

    def apply_placement(self) -> None:
        """Stand where the settings say."""
        placement.restore(self, self._desk.settings)

    def go_to(self, place: Place) -> None:
        """Bring a person to a place of the document, on the sheet or in a panel."""
        self._show_place(place)
        if not isinstance(place, FieldPlace):
            self.views.take_focus()

    def show_start(self) -> None:
        """Show the selected step, else the first of the document: there work goes on."""
        session = self._desk.session
        self.sheet.set_tool_symbol(None)
        found = focused_step(session.document, session.selection)
        if found is not None:
            self.sheet.go_to(StepPlace(found[1].id))
        elif session.document.charts:
            self._show_chart(session.document.charts[0].id)
        self.sheet.fit_width()

    @property
    def built(self) -> bool:
        """Whether all parts of the window are there."""
        return self._fitter.done

    def finish_building(self) -> None:
        """Build at once what would be built bit by bit after the first painting."""
        self._fitter.finish()

    def leave_to_successor(self) -> None:
        """Close without a question: another window goes on with the same session."""
        self._replaced = True
        self.close()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.shown.emit()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._replaced and not self.files.may_leave():
            event.ignore()
            return
        placement.keep(self, self._desk.settings)
        self._detach()
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_document(event.mimeData()) is not None:
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        path = dropped_document(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.files.open_path(path)

    def _build_centre(self) -> QVBoxLayout:
        self._tabs = ChartTabs(self._desk, self._show_chart)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._tabs)
        column.addWidget(self.views)
        self.setCentralWidget(centre)
        return column

    def _build_actions(self) -> None:
        desk = self._desk
        self._receivers: Mapping[str, object] = {
            "window": self,
            "files": self.files,
            "exports": self.exports,
            "sheet": self.sheet,
            "views": self.views,
        }
        self.actions_by_key = build_actions(self.sheet, self._receiver, desk.catalogue, desk.icons)
        self.actions_by_key |= self.docks.actions() | self.views.actions_by_key()
        self._choices = SheetChoices(desk, self.sheet)
        self.actions_by_key |= self._choices.actions_by_key()

    def _build_bars(self) -> None:
        desk = self._desk
        menus = build_menus(self.menuBar(), self.actions_by_key, desk.catalogue, desk.icons)
        self._recent = RecentMenu(menus["recent"], desk, self.files.open_path)
        self._examples = ExamplesMenu(menus["examples"], self.files.open_example)
        self._parallel = ParallelMenu(menus["parallel"], desk, self.sheet)
        self.actions_by_key["parallel"] = self._parallel.action()
        self._menus = ContextMenus(self, desk.session, self.sheet, self.actions_by_key)
        fill_languages(menus["language"], desk, self.language_chosen.emit)
        bar = QToolBar(desk.catalogue.text("ui.window.tool_bar"), self)
        bar.setObjectName("tool_bar")
        bar.setMovable(False)
        bar.setIconSize(QSize(20, 20))
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        fill_tool_bar(bar, self.actions_by_key)
        self.addToolBar(bar)
        self._status = StatusBar(desk)
        self.setStatusBar(self._status)
        self._announcer = Announcer(desk, self, self._status, self.files, self.exports)
        states = ActionStates(desk, self.actions_by_key)
        self._followers: tuple[Follower, ...] = (self._announcer, states, self._tabs)
        self._sight = PageInSight(self.sheet, self._status)

    def _connect(self) -> None:
        self._subscriptions.listen(self.files.opened, self.show_start)
        self.sheet.context_requested.connect(self._menus.show_for_selection)
        self._tabs.context_requested.connect(self._menus.show_for_charts)
        self._menus.offer(self.sheet.minimap, "minimap")
        self._menus.offer(self._status, "status")
        self.sheet.identity_requested.connect(self._go_to_field)
        self.views.told.connect(self._status.showMessage)

    def _show_chart(self, chart: str) -> None:
        steps = self._desk.session.document.chart(chart).steps
        if steps:
            self.sheet.go_to(StepPlace(steps[0].id))

    def _show_place(self, place: Place) -> None:
        self.views.show_place(place)
        if isinstance(place, FieldPlace):
            self._go_to_field(place.field)

    def _go_to_field(self, field: str) -> None:
        self._fitter.finish().go_to_field(field)

    def _layout_now(self) -> DocumentLayout:
        """Answer the pages with what is being typed taken over."""
        self.views.finish_editing()
        return self.sheet.layout_shown

    def _receiver(self, name: str) -> object:
        """Answer what carries out actions; most of that is built after the first painting."""
        if name in self._receivers:
            return self._receivers[name]
        return self._fitter.finish().receivers[name]

    def _detach(self) -> None:
        """End everything that listens to the session, which lives on."""
        for part in (*self._followers, self.views):
            part.detach()
        self._fitter.leave()
        self._subscriptions.release()
        self.sheet.stage.close()
