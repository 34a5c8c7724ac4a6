"""One arrow that leaves a symbol: where it leads and what stands beside it."""

from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from sopeditor.editing.flows import DeleteFlows, Reattach, SetFlowLabel
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.ui.panels.fields import Choice, LineField
from sopeditor.ui.panels.panel import Panel


class FlowRow(QWidget):
    """Edits one flow through the commands of `panel`."""

    def __init__(self, panel: Panel, flow: Flow) -> None:
        super().__init__()
        self._panel, self._flow = panel, flow.id
        joint = flow.kind is FlowKind.JOINT
        leads = QLabel(panel.words("flow.with" if joint else "flow.to"))
        self._target = Choice()
        self._target.setAccessibleName(panel.words("flow.target"))
        self._target.chosen.connect(self._target_chosen)
        self._label = LineField()
        self._label.setPlaceholderText(panel.words("flow.label"))
        self._label.setAccessibleName(panel.words("flow.label"))
        self._label.textEdited.connect(self._label_typed)
        remove = panel.icon_button("remove", "flow.remove")
        remove.clicked.connect(self._remove)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.addWidget(leads, 0, 0)
        grid.addWidget(self._target, 0, 1)
        grid.addWidget(self._label, 0, 2)
        grid.addWidget(remove, 0, 3)
        grid.setColumnStretch(1, 4)
        grid.setColumnStretch(2, 3)
        self._label.setHidden(joint)

    def show_flow(self, flow: Flow, targets: list[tuple[str, object]]) -> None:
        """Show `flow` as it is now; `targets` are texts and ids of symbols to lead to."""
        self._target.offer(targets)
        self._target.show_value(flow.target)
        self._target.setToolTip(self._target.currentText())
        self._label.show_text(flow.label)

    def _target_chosen(self, target: object) -> None:
        self._panel.run(Reattach(flow=self._flow, target=str(target)))

    def _label_typed(self, text: str) -> None:
        self._panel.run(SetFlowLabel(flow=self._flow, label=text))

    def _remove(self) -> None:
        self._panel.run(DeleteFlows(flows=(self._flow,)))
