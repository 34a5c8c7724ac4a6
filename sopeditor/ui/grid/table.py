"""A chart as rows of cells, in the notation of the step table; made anew for every change."""

from collections.abc import Mapping

from msgspec.structs import replace

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.aims import flow_cell
from sopeditor.tables.cast import Cast
from sopeditor.tables.cells import actors_cell, symbol_cell
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.notation import END, NOBODY, Field, escape, tidy
from sopeditor.tables.outline import Outline, loose_outline
from sopeditor.tables.plan import Place
from sopeditor.ui.grid.columns import TEXTS


class StepTable:
    """The cells of one chart, worked out when they are asked for.

    Any chart can be shown; an Alur for which the notation has no words is told roughly.
    `placeholders` are the names of actors who were not named yet.
    """

    def __init__(
        self, document: Document, chart: Chart, placeholders: frozenset[str] = frozenset()
    ) -> None:
        self.document = document
        self.chart = chart
        lanes = set(chart.lanes)
        known = (actor for actor in document.actors if actor.id in lanes)
        cast = Cast(replace(one, name=tidy(one.name), code=tidy(one.code)) for one in known)
        self.outline: Outline = loose_outline(chart, cast)
        self._placeholders = placeholders | {""}
        self._cells: list[dict[Field, str] | None] = [None] * len(chart.steps)
        self._rows = {step.id: row for row, step in enumerate(chart.steps)}

    def without(self, steps: frozenset[str]) -> "StepTable":
        """Answer the table less some rows and what leads there: half-way between two states."""
        kept = tuple(step for step in self.chart.steps if step.id not in steps)
        own = {symbol.id for step in kept for symbol in step.symbols}
        flows = tuple(f for f in self.chart.flows if f.source in own and f.target in own)
        chart = replace(self.chart, steps=kept, flows=flows)
        return StepTable(self.document, chart, self._placeholders)

    def __len__(self) -> int:
        """Answer how many rows there are."""
        return len(self.chart.steps)

    def step(self, row: int) -> Step:
        """Answer the step of a row."""
        return self.chart.steps[row]

    def row_of(self, step: str) -> int | None:
        """Answer the row of a step, or None."""
        return self._rows.get(step)

    def place(self, row: int) -> Place:
        """Answer the symbols of a row in their groups."""
        return self.outline.rows[row][1]

    def cells(self, row: int) -> Mapping[Field, str]:
        """Answer what stands in the cells of a row."""
        found = self._cells[row]
        if found is None:
            found = self._cells[row] = self._worded(row)
        return found

    def actor_names(self, row: int) -> str:
        """Answer the full names of those who do a step, for a person who knows no codes."""
        names = {actor.id: actor.name for actor in self.document.actors}
        lanes = (lane for group in self.place(row).groups for lane in group.lanes)
        return ", ".join(names[lane] for lane in lanes)

    def is_placeholder(self, lane: str) -> bool:
        """Answer whether the actor of a lane was not named yet."""
        return self.document.actor(lane).name in self._placeholders

    def flow_text(self, row: int) -> str | None:
        """Answer the Alur of a row in the notation; None where it has no words for it."""
        try:
            return flow_cell(self.place(row), self.outline)
        except UnwritableError:
            return None

    def goes_nowhere(self, row: int) -> bool:
        """Answer whether no flow leaves a row that is not the end."""
        place, leaving = self.place(row), self.outline.leaving
        if any(leaving.get(symbol.id) for group in place.groups for symbol in group.symbols):
            return False
        return not place.groups or not self.ends(row)

    def ends(self, row: int) -> bool:
        """Answer whether the flow ends in a row: nothing leaves, and all its symbols are kapsul."""
        place, leaving = self.place(row), self.outline.leaving
        symbols = [symbol for group in place.groups for symbol in group.symbols]
        kapsul = all(symbol.kind is SymbolKind.TERMINATOR for symbol in symbols)
        return bool(row and symbols and kapsul) and not any(leaving.get(s.id) for s in symbols)

    def _worded(self, row: int) -> dict[Field, str]:
        step, place = self.outline.rows[row]
        cells = {
            Field.NUMBER: place.label,
            Field.ACTORS: actors_cell(place, self.outline) if place.groups else NOBODY,
            Field.SYMBOL: symbol_cell(place),
            Field.FLOW: self._flow(row),
        }
        cells |= {field: tidy(step.text(column)) for field, column in TEXTS.items()}
        return cells

    def _flow(self, row: int) -> str:
        if self.goes_nowhere(row):
            return ""
        text = self.flow_text(row)
        return self._rough_flow(row) if text is None else text

    def _rough_flow(self, row: int) -> str:
        rows = self.outline
        entries = [
            f"{escape(flow.label)}>{rows.place_of[flow.target].label}".removeprefix(">")
            for group in self.place(row).groups
            for symbol in group.symbols
            for flow in rows.leaving.get(symbol.id, ())
        ]
        return "; ".join(entries) or END
