"""One symbol of a step as a card: kind, lanes, caption, and the arrows that leave it."""

from functools import partial

from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
)

from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.flows import Connect
from sopeditor.editing.rules import may_connect
from sopeditor.editing.symbols import MoveSymbol, SetSymbolCaption, SetSymbolKind
from sopeditor.foundation.ids import fresh_id
from sopeditor.model.chart import Chart
from sopeditor.model.flow import Flow
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.ui.panels.fields import Choice, LineField
from sopeditor.ui.panels.flow_row import FlowRow
from sopeditor.ui.panels.panel import Panel


class SymbolCard(QFrame):
    """Edits the symbol with the id `symbol` through the commands of `panel`."""

    def __init__(self, panel: Panel, symbol: str) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self._panel, self._symbol = panel, symbol
        self._actors: tuple[str, ...] = ()
        self._rows: dict[str, FlowRow] = {}
        self._kind = self._build_kind()
        self._lane = Choice()
        self._lane.setAccessibleName(panel.words("symbol.lane"))
        self._lane.chosen.connect(self._lane_chosen)
        self._joint = self._build_joint()
        self._caption = LineField()
        self._caption.setPlaceholderText(panel.words("symbol.caption"))
        self._caption.setAccessibleName(panel.words("symbol.caption"))
        self._caption.textEdited.connect(self._caption_typed)
        self._flows = QVBoxLayout()
        self._arrange()

    def show_symbol(self, chart: Chart, symbol: Symbol) -> None:
        """Show `symbol` as it is now."""
        self._actors = symbol.actors
        self._kind.show_value(symbol.kind)
        lanes = [(self._lane_name(lane), lane) for lane in chart.lanes]
        self._lane.offer(lanes)
        self._lane.show_value(symbol.actors[0])
        self._caption.show_text(symbol.caption)
        self._show_joint(chart)
        self._show_flows(chart)

    def _build_kind(self) -> Choice:
        field = Choice()
        field.setAccessibleName(self._panel.words("symbol.kind"))
        # Three short words: they are shown whole, the lane takes the rest.
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        field.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        for kind in SymbolKind:
            icon = self._panel.desk.icons.symbol(kind.value)
            field.offer_more(self._panel.words(f"kind.{kind.value}"), kind, icon)
        field.chosen.connect(self._kind_chosen)
        return field

    def _build_joint(self) -> QToolButton:
        button = self._panel.icon_button("joint", "symbol.joint")
        button.setMenu(QMenu(button))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _arrange(self) -> None:
        remove = self._panel.icon_button("remove", "symbol.remove")
        remove.clicked.connect(self._remove)
        self._connect = QPushButton(
            self._panel.desk.icons.symbol("arrow"), self._panel.words("symbol.add_flow")
        )
        self._connect.setFlat(True)
        self._connect.clicked.connect(self._add_flow)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._kind)
        head.addWidget(self._lane, 1)
        middle = QHBoxLayout()
        middle.setSpacing(2)
        middle.addWidget(self._caption, 1)
        middle.addWidget(self._joint)
        middle.addWidget(remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addLayout(middle)
        layout.addLayout(self._flows)
        layout.addWidget(self._connect)

    def _show_joint(self, chart: Chart) -> None:
        menu = self._joint.menu()
        menu.clear()
        for lane in chart.lanes:
            if lane == self._actors[0]:
                continue
            action = menu.addAction(self._lane_name(lane).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(lane in self._actors)
            action.toggled.connect(partial(self._joint_toggled, lane))
        self._joint.setEnabled(not menu.isEmpty())
        self._joint.setDown(len(self._actors) > 1)

    def _show_flows(self, chart: Chart) -> None:
        leaving = [flow for flow in chart.flows if flow.source == self._symbol]
        if [*self._rows] != [flow.id for flow in leaving]:
            self._rebuild_rows(leaving)
        targets = self._targets(chart)
        for flow in leaving:
            self._rows[flow.id].show_flow(flow, targets)
        self._connect.setVisible(self._next_target(chart) is not None)

    def _rebuild_rows(self, leaving: list[Flow]) -> None:
        for row in self._rows.values():
            self._flows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = {flow.id: FlowRow(self._panel, flow) for flow in leaving}
        for row in self._rows.values():
            self._flows.addWidget(row)

    def _targets(self, chart: Chart) -> list[tuple[str, object]]:
        """Answer texts and ids of the symbols that an arrow of this one may lead to."""
        labels = chart.row_labels()
        return [
            (self._target_words(labels[index], chart.steps[index], symbol), symbol.id)
            for index, symbol in chart.symbols()
            if symbol.id != self._symbol
        ]

    def _target_words(self, label: str, step: Step, symbol: Symbol) -> str:
        """Answer row and lane, and the kind too where the row has several symbols."""
        lane = self._lane_name(symbol.actors[0])
        if len(step.symbols) == 1:
            return self._panel.words("symbol.target", row=label, lane=lane)
        kind = self._panel.words(f"kind.{symbol.kind.value}")
        return self._panel.words("symbol.target_kind", row=label, kind=kind, lane=lane)

    def _next_target(self, chart: Chart) -> str | None:
        """Answer the nearest symbol below, else above, that an arrow may lead to."""
        index = chart.symbol_index()
        home = index[self._symbol][0]
        below = [name for name, (row, _) in index.items() if row > home]
        above = [name for name, (row, _) in reversed(index.items()) if row <= home]
        for name in (*below, *above):
            if name != self._symbol and self._may_lead_to(name):
                return name
        return None

    def _may_lead_to(self, target: str) -> bool:
        return may_connect(self._panel.document, self._symbol, target).allowed

    def _lane_name(self, lane: str) -> str:
        return self._panel.document.actor(lane).name or self._panel.words("actors.unnamed")

    def _home(self) -> tuple[Chart, str]:
        for chart in self._panel.document.charts:
            for position, symbol in chart.symbols():
                if symbol.id == self._symbol:
                    return chart, chart.steps[position].id
        raise KeyError(self._symbol)

    def _kind_chosen(self, kind: object) -> None:
        self._panel.run(SetSymbolKind(symbol=self._symbol, kind=SymbolKind(str(kind))))

    def _lane_chosen(self, lane: object) -> None:
        others = tuple(actor for actor in self._actors[1:] if actor != lane)
        self._move((str(lane), *others))

    def _joint_toggled(self, lane: str, joined: bool) -> None:
        others = tuple(actor for actor in self._actors if actor != lane)
        self._move((*others, lane) if joined else others)

    def _move(self, actors: tuple[str, ...]) -> None:
        _, step = self._home()
        self._panel.run(MoveSymbol(symbol=self._symbol, step=step, actors=actors))

    def _caption_typed(self, text: str) -> None:
        self._panel.run(SetSymbolCaption(symbol=self._symbol, caption=text))

    def _add_flow(self) -> None:
        chart, _ = self._home()
        target = self._next_target(chart)
        if target is not None:
            flow = Flow(id=fresh_id("flow"), source=self._symbol, target=target)
            self._panel.run(Connect(chart=chart.id, flow=flow))

    def _remove(self) -> None:
        self._panel.run(DeleteSelection(symbols=(self._symbol,)))
