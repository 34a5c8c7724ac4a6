"""What the window gets once its sheet has been painted: panels, search, what most actions need.

Nobody sees it in the first moment, and it is more than half of the window. Whatever is asked
for sooner is built at once, with all the rest.
"""

from collections.abc import Iterator, Mapping

from sopeditor.layout.placement import DocumentLayout
from sopeditor.ui.areas import Areas
from sopeditor.ui.charts import ChartCommands
from sopeditor.ui.clipboard.commands import ClipboardCommands
from sopeditor.ui.columns.commands import ColumnCommands
from sopeditor.ui.insertion import Insertion
from sopeditor.ui.palette import Palette
from sopeditor.ui.panels.actors_panel import ActorsPanel
from sopeditor.ui.panels.findings_panel import FindingsPanel
from sopeditor.ui.panels.history_panel import HistoryPanel
from sopeditor.ui.panels.identity_panel import IdentityPanel
from sopeditor.ui.panels.page_panel import PagePanel
from sopeditor.ui.panels.panel import Panel
from sopeditor.ui.panels.step_panel import StepPanel
from sopeditor.ui.room import Room
from sopeditor.ui.search.bar import SearchBar
from sopeditor.ui.subscriptions import Follower, Subscriptions
from sopeditor.ui.targets import Targets
from sopeditor.ui.window_commands import WindowCommands


class Furnishing:
    """Builds the rest of a window, part by part; `receivers` carry out actions."""

    def __init__(self, room: Room) -> None:
        self._room = room
        self._subscriptions = Subscriptions()
        self._followers: list[Follower] = []
        self.receivers: Mapping[str, object] = {}
        self._parts = self._build()
        self.done = False

    def go_on(self) -> bool:
        """Build the next part; answers whether there was one."""
        self.done = next(self._parts, None) is None
        return not self.done

    def finish(self) -> None:
        """Build all that is left."""
        while self.go_on():
            pass

    def detach(self) -> None:
        """Stop following the session, before the window goes; nothing more is built."""
        self._parts = iter(())
        for follower in self._followers:
            follower.detach()
        self._subscriptions.release()

    def go_to_field(self, field: str) -> None:
        """Show the panel of the cover and let a field of it be edited."""
        self._room.docks.show("identity")
        self._identity.go_to(field)

    def _build(self) -> Iterator[str]:
        """Build what is seen first, then what keys may ask for, then what lies behind tabs."""
        room, desk = self._room, self._room.desk
        room.sheet.make_ready()
        yield "hands"
        self._fill_palette()
        yield "symbols"
        self._fill("step", StepPanel(desk))
        yield "step"
        self._fill_findings()
        yield "findings"
        self._identity = IdentityPanel(desk)
        self._fill("identity", self._identity)
        yield "identity"
        self._actors = ActorsPanel(desk)
        room.offer_menu(self._actors.listing, "actor_list", self._actors.actions_on_current)
        self._fill("actors", self._actors)
        self._search = SearchBar(desk, room.show_place, room.views.take_focus)
        self._followers.append(self._search)
        room.column.addWidget(self._search)
        self._receive()
        yield "actions"
        self._fill("page", PagePanel(desk))
        self._fill_history()
        yield "panels behind"
        room.views.make_ready()
        yield "table"

    def _fill(self, name: str, panel: Panel) -> None:
        self._followers.append(panel)
        self._room.docks.fill(name, panel)

    def _fill_palette(self) -> None:
        room = self._room
        palette = Palette(room.desk.catalogue, room.desk.icons)
        room.sheet.tool_symbol_changed.connect(palette.show_ready)
        palette.kind_chosen.connect(room.sheet.set_tool_symbol)
        palette.explained.connect(room.status.showMessage)
        room.offer_menu(palette, "palette", None)
        room.docks.fill("symbols", palette)

    def _fill_findings(self) -> None:
        room = self._room
        self._findings = FindingsPanel(room.desk, room.go_to, self._layout_shown)
        self._subscriptions.listen(self._findings.counted, self._show_counts)
        room.status.findings_asked.connect(self._show_findings)
        room.offer_menu(self._findings.listing, "finding_list", self._findings.actions_on_current)
        self._fill("findings", self._findings)

    def _fill_history(self) -> None:
        history = HistoryPanel(self._room.desk)
        self._room.offer_menu(history.listing, "history_list", history.actions_on_current)
        self._fill("history", history)

    def _receive(self) -> None:
        room, desk = self._room, self._room.desk
        clipboard = ClipboardCommands(desk, room.sheet, room.views)
        self._subscriptions.listen(clipboard.refused, room.tell_refused)
        self.receivers = {
            "commands": WindowCommands(
                desk, room.views, self._actors, room.window, room.forget_lines
            ),
            "exchange": clipboard,
            "search": self._search,
            "columns": ColumnCommands(desk, room.sheet, room.window),
            "insertion": Insertion(desk.session, self._add_actor),
            "charts": ChartCommands(desk),
            "targets": Targets(desk),
            "areas": Areas(room.views, room.views.take_focus, room.docks.shown),
        }

    def _layout_shown(self) -> DocumentLayout:
        return self._room.sheet.layout_shown

    def _show_counts(self, counts: dict[str, int]) -> None:
        self._room.status.show_findings(counts)
        self._room.docks.title("findings", self._findings.title())

    def _show_findings(self) -> None:
        self._room.docks.show("findings")

    def _add_actor(self) -> None:
        self._room.docks.show("actors")
        self._actors.add()
