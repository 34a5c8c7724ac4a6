"""A Bagan: lanes, steps and flows; one SOP may hold several (domain: one number, 8 charts)."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.model.flow import Flow
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol
from sopeditor.model.widths import AUTOMATIC_WIDTHS, ColumnWidths


class Chart(Struct, frozen=True, kw_only=True):
    """One Bagan Alur: `lanes` holds actor ids from left to right."""

    id: str
    subtitle: str = ""
    lanes: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    flows: tuple[Flow, ...] = ()
    footnotes: tuple[str, ...] = ()
    widths: ColumnWidths = AUTOMATIC_WIDTHS
    foreign: ForeignMarkup = NOTHING_FOREIGN

    def symbols(self) -> Iterator[tuple[int, Symbol]]:
        """Answer every symbol with the index of its step, in the order of the rows."""
        for index, step in enumerate(self.steps):
            for symbol in step.symbols:
                yield index, symbol

    def symbol_index(self) -> dict[str, tuple[int, Symbol]]:
        """Answer step index and symbol for every symbol id."""
        return {symbol.id: (index, symbol) for index, symbol in self.symbols()}

    def step_position(self, step_id: str) -> int:
        """Answer the index of a step; raises KeyError when it is not in this chart."""
        for index, step in enumerate(self.steps):
            if step.id == step_id:
                return index
        raise KeyError(step_id)

    def step(self, step_id: str) -> Step:
        """Answer a step by its id; raises KeyError."""
        return self.steps[self.step_position(step_id)]

    def flow(self, flow_id: str) -> Flow:
        """Answer a flow by its id; raises KeyError."""
        for flow in self.flows:
            if flow.id == flow_id:
                return flow
        raise KeyError(flow_id)

    def row_labels(self) -> tuple[str, ...]:
        """Answer what stands in the column No: own labels, else the running number.

        A row with a label of its own does not count on ("5", "5a", "6").
        """
        labels, number = [], 0
        for step in self.steps:
            if not step.label:
                number += 1
            labels.append(step.label or str(number))
        return tuple(labels)
