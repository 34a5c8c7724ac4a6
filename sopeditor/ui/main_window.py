"""The main window: puts the parts together and connects them; decides nothing itself."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QMainWindow, QToolBar, QVBoxLayout, QWidget
from typing_extensions import override

from sopeditor.canvas.places import FieldPlace, Place, StepPlace
from sopeditor.canvas.view import SheetView
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.ui import placement
from sopeditor.ui.action_states import ActionStates
from sopeditor.ui.actions import build_actions
from sopeditor.ui.announcer import Announcer
from sopeditor.ui.areas import Areas
from sopeditor.ui.charts import ChartCommands, ChartTabs
from sopeditor.ui.clipboard.commands import ClipboardCommands
from sopeditor.ui.columns.commands import ColumnCommands
from sopeditor.ui.context_menus import ContextMenus
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Questions
from sopeditor.ui.docks import Docks
from sopeditor.ui.dropped import dropped_document
from sopeditor.ui.exports import Exports
from sopeditor.ui.file_flow import FileFlow
from sopeditor.ui.focus import focused_step
from sopeditor.ui.grid.views import Views
from sopeditor.ui.icons import program_icon
from sopeditor.ui.insertion import Insertion
from sopeditor.ui.menu_lists import ExamplesMenu, RecentMenu, fill_languages
from sopeditor.ui.menus import build_menus, fill_tool_bar
from sopeditor.ui.page_in_sight import PageInSight
from sopeditor.ui.palette import Palette
from sopeditor.ui.panels.actors_panel import ActorsPanel
from sopeditor.ui.panels.findings_panel import FindingsPanel
from sopeditor.ui.panels.history_panel import HistoryPanel
from sopeditor.ui.panels.identity_panel import IdentityPanel
from sopeditor.ui.panels.page_panel import PagePanel
from sopeditor.ui.panels.panel import Panel
from sopeditor.ui.panels.step_panel import StepPanel
from sopeditor.ui.parallel_menu import ParallelMenu
from sopeditor.ui.search.bar import SearchBar
from sopeditor.ui.sheet_choices import SheetChoices
from sopeditor.ui.status import StatusBar
from sopeditor.ui.subscriptions import Follower, Subscriptions
from sopeditor.ui.targets import Targets
from sopeditor.ui.window_commands import WindowCommands

LayOut = Callable[[Document], DocumentLayout]


class MainWindow(QMainWindow):
    """Sheet in the middle, palette at the left, panels at the right, findings below."""

    #: Another language was chosen; whoever made the window makes a new one.
    language_chosen = Signal(str)
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
        self._build_panels()
        self._build_actions()
        self._build_bars()
        self._connect()
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

    def leave_to_successor(self) -> None:
        """Close without a question: another window goes on with the same session."""
        self._replaced = True
        self.close()

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

    def _build_panels(self) -> None:
        desk = self._desk
        self._palette = Palette(desk.catalogue, desk.icons)
        self._identity = IdentityPanel(desk)
        self._actors = ActorsPanel(desk)
        self._findings = FindingsPanel(desk, self.go_to, self._layout_shown)
        self._history = HistoryPanel(desk)
        panels: dict[str, Panel] = {
            "step": StepPanel(desk),
            "identity": self._identity,
            "actors": self._actors,
            "page": PagePanel(desk),
            "history": self._history,
            "findings": self._findings,
        }
        self._panels = (*panels.values(),)
        self._tabs = ChartTabs(desk, self._show_chart)
        centre = QWidget()
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tabs)
        layout.addWidget(self.views)
        self._search = SearchBar(desk, self._show_place, self.views.take_focus)
        layout.addWidget(self._search)
        self.setCentralWidget(centre)
        self.docks = Docks(self, desk, {"symbols": self._palette, **panels})

    def _build_actions(self) -> None:
        desk = self._desk
        self._clipboard = ClipboardCommands(desk, self.sheet, self.views)
        # Kept: Qt holds the methods of these objects, not the objects.
        self._receivers: dict[str, object] = {
            "window": self,
            "commands": WindowCommands(
                desk, self.views, self._actors, self, self.lines_forgotten.emit
            ),
            "files": self.files,
            "exports": self.exports,
            "exchange": self._clipboard,
            "search": self._search,
            "sheet": self.sheet,
            "columns": ColumnCommands(desk, self.sheet, self),
            "views": self.views,
            "insertion": Insertion(desk.session, self._add_actor),
            "charts": ChartCommands(desk),
            "targets": Targets(desk),
            "areas": Areas(self.views, self.views.take_focus, self.docks.shown),
        }
        self.actions_by_key = build_actions(self.sheet, self._receivers, desk.catalogue, desk.icons)
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
        self._followers: tuple[Follower, ...] = (self._announcer, states, self._tabs, self._search)
        self._sight = PageInSight(self.sheet, self._status)

    def _connect(self) -> None:
        self._subscriptions.listen(self.files.opened, self.show_start)
        self._subscriptions.listen(self._findings.counted, self._show_counts)
        self._subscriptions.listen(self._clipboard.refused, self._announcer.tell_refused)
        self.sheet.context_requested.connect(self._menus.show_for_selection)
        self._tabs.context_requested.connect(self._menus.show_for_charts)
        self._offer_menus()
        self.sheet.identity_requested.connect(self._go_to_field)
        self.sheet.tool_symbol_changed.connect(self._palette.show_ready)
        self._palette.kind_chosen.connect(self.sheet.set_tool_symbol)
        self._palette.explained.connect(self._status.showMessage)
        self.views.grid.told.connect(self._status.showMessage)
        self._status.findings_asked.connect(self._show_findings)

    def _offer_menus(self) -> None:
        """Let every part of the window have a menu under the right button."""
        for panel, kind in (
            (self._actors, "actor_list"),
            (self._findings, "finding_list"),
            (self._history, "history_list"),
        ):
            self._menus.offer(panel.listing, kind, panel.actions_on_current)
        self._menus.offer(self._palette, "palette")
        self._menus.offer(self.sheet.minimap, "minimap")
        self._menus.offer(self._status, "status")

    def _show_chart(self, chart: str) -> None:
        steps = self._desk.session.document.chart(chart).steps
        if steps:
            self.sheet.go_to(StepPlace(steps[0].id))

    def _show_place(self, place: Place) -> None:
        self.views.show_place(place)
        if isinstance(place, FieldPlace):
            self._go_to_field(place.field)

    def _show_findings(self) -> None:
        self.docks.show("findings")

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._status.show_findings(counts)
        self.docks.title("findings", self._findings.title())

    def _go_to_field(self, field: str) -> None:
        self.docks.show("identity")
        self._identity.go_to(field)

    def _add_actor(self) -> None:
        self.docks.show("actors")
        self._actors.add()

    def _layout_shown(self) -> DocumentLayout:
        return self.sheet.layout_shown

    def _layout_now(self) -> DocumentLayout:
        """Answer the pages with what is being typed taken over."""
        self.views.finish_editing()
        return self.sheet.layout_shown

    def _detach(self) -> None:
        """End everything that listens to the session, which lives on."""
        for part in (*self._followers, *self._panels, self.views.grid):
            part.detach()
        self._subscriptions.release()
        self.sheet.stage.close()
