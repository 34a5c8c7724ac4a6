"""Commands on rows: insert, delete, move, duplicate, and what their cells say."""

from collections.abc import Iterator

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_step, one_line, typed_text
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.naming import column_name, step_label, steps_message
from sopeditor.editing.parts import (
    chart_by_id,
    chart_of_step,
    inserted,
    refuse_taken,
    step_by_id,
    with_chart,
    with_step,
    without,
)
from sopeditor.foundation.ids import IdSource
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow
from sopeditor.model.step import TEXT_COLUMNS, Column, Step


class InsertStep(Command, frozen=True, kw_only=True):
    """Put a row, with the symbols that it brings, at `position` of a chart."""

    chart: str
    position: int
    step: Step

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.insert_step")

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        refuse_taken(document, self.step.id, *(symbol.id for symbol in self.step.symbols))
        for symbol in self.step.symbols:
            if not symbol.actors or not set(symbol.actors) <= set(chart.lanes):
                raise Refused(message("editing.refused.unknown_lane"))
        steps = inserted(chart.steps, self.position, clean_step(self.step))
        return with_chart(document, replace(chart, steps=steps))


class DeleteSteps(Command, frozen=True, kw_only=True):
    """Take rows away; the flow is healed around them."""

    steps: tuple[str, ...]

    @override
    def named(self, document: Document) -> Message:
        return steps_message(document, "delete", self.steps)

    @override
    def apply(self, document: Document) -> Document:
        for step_id in self.steps:
            chart = chart_of_step(document, step_id)
            document = with_chart(document, replace(chart, steps=without(chart.steps, (step_id,))))
        return document


class MoveSteps(Command, frozen=True, kw_only=True):
    """Move rows of one chart, in their order, before the row that now is at `position`."""

    steps: tuple[str, ...]
    position: int

    @override
    def named(self, document: Document) -> Message:
        return steps_message(document, "move", self.steps)

    @override
    def apply(self, document: Document) -> Document:
        chart = _common_chart(document, self.steps)
        moved = tuple(step for step in chart.steps if step.id in self.steps)
        ahead = without(chart.steps[: max(self.position, 0)], self.steps)
        rest = without(chart.steps, self.steps)
        return with_chart(document, replace(chart, steps=inserted(rest, len(ahead), *moved)))


class DuplicateSteps(Command, frozen=True, kw_only=True):
    """Copy rows of one chart, with the flows among them, below the last of them.

    `new_ids` pairs every copied id with that of its copy; `ids_for_copy` makes it.
    """

    steps: tuple[str, ...]
    new_ids: tuple[tuple[str, str], ...]

    @override
    def named(self, document: Document) -> Message:
        return steps_message(document, "duplicate", self.steps)

    @override
    def apply(self, document: Document) -> Document:
        chart = _common_chart(document, self.steps)
        new = dict(self.new_ids)
        refuse_taken(document, *new.values())
        originals = tuple(step for step in chart.steps if step.id in self.steps)
        position = chart.step_position(originals[-1].id) + 1
        copies = (_copied_step(step, new) for step in originals)
        flows = (
            replace(flow, id=new[flow.id], source=new[flow.source], target=new[flow.target])
            for flow in _flows_among(chart, originals)
        )
        changed = replace(
            chart,
            steps=inserted(chart.steps, position, *copies),
            flows=(*chart.flows, *flows),
        )
        return with_chart(document, changed)


class SetStepText(Command, frozen=True, kw_only=True):
    """Write the text of one cell."""

    step: str
    column: Column
    text: str

    @property
    @override
    def merge_key(self) -> str:
        return f"text {self.step} {self.column}"

    @override
    def named(self, document: Document) -> Message:
        return message(
            "editing.name.step_text",
            column=column_name(self.column),
            step=step_label(document, self.step),
        )

    @override
    def apply(self, document: Document) -> Document:
        step = step_by_id(document, self.step)
        return with_step(document, with_text(step, self.column, typed_text(self.text)))


class SetStepLabel(Command, frozen=True, kw_only=True):
    """Give a row a number of its own ("5a"); empty: the running number."""

    step: str
    label: str

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.step_label", step=step_label(document, self.step))

    @override
    def apply(self, document: Document) -> Document:
        step = step_by_id(document, self.step)
        return with_step(document, replace(step, label=one_line(self.label)))


class SetPageBreak(Command, frozen=True, kw_only=True):
    """Let a row begin a new page, or no longer."""

    step: str
    broken: bool

    @override
    def named(self, document: Document) -> Message:
        key = "editing.name.add_page_break" if self.broken else "editing.name.remove_page_break"
        return message(key, step=step_label(document, self.step))

    @override
    def apply(self, document: Document) -> Document:
        step = step_by_id(document, self.step)
        return with_step(document, replace(step, break_before=self.broken))


class SetShared(Command, frozen=True, kw_only=True):
    """Let the cell of a text column run on into the next row, or no longer."""

    step: str
    column: Column
    shared: bool

    @override
    def named(self, document: Document) -> Message:
        key = "editing.name.share_cell" if self.shared else "editing.name.part_cell"
        label = step_label(document, self.step)
        return message(key, column=column_name(self.column), step=label)

    @override
    def apply(self, document: Document) -> Document:
        step = step_by_id(document, self.step)
        if self.column not in TEXT_COLUMNS:
            raise Refused(message("editing.refused.not_shared"))
        if self.shared and chart_of_step(document, self.step).steps[-1].id == self.step:
            raise Refused(message("editing.refused.nothing_below"))
        changed = step.shared | {self.column} if self.shared else step.shared - {self.column}
        return with_step(document, replace(step, shared=changed))


def with_text(step: Step, column: Column, text: str) -> Step:
    """Answer the step with another text in a column; raises `Refused` for No and lanes."""
    quality = step.quality
    if column is Column.ACTIVITY:
        return replace(step, activity=text)
    if column is Column.REMARKS:
        return replace(step, remarks=text)
    if column is Column.INPUTS:
        return replace(step, quality=replace(quality, inputs=text))
    if column is Column.TOOLS:
        return replace(step, quality=replace(quality, tools=text))
    if column is Column.DURATION:
        return replace(step, quality=replace(quality, duration=Duration(text)))
    if column is Column.OUTPUT:
        return replace(step, quality=replace(quality, output=text))
    raise Refused(message("editing.refused.no_text_column"))


def ids_for_copy(
    document: Document, steps: tuple[str, ...], ids: IdSource
) -> tuple[tuple[str, str], ...]:
    """Answer new ids for rows of one chart, their symbols and the flows among them."""
    chart = _common_chart(document, steps)
    originals = tuple(step for step in chart.steps if step.id in steps)
    return (
        *((step.id, ids("step")) for step in originals),
        *((symbol.id, ids("symbol")) for step in originals for symbol in step.symbols),
        *((flow.id, ids("flow")) for flow in _flows_among(chart, originals)),
    )


def _common_chart(document: Document, steps: tuple[str, ...]) -> Chart:
    """Answer the chart of all `steps`; raises `Refused` if there are none, or in several."""
    charts = {chart_of_step(document, step_id).id for step_id in steps}
    if len(charts) != 1:
        raise Refused(message("editing.refused.other_chart"))
    return chart_by_id(document, charts.pop())


def _flows_among(chart: Chart, steps: tuple[Step, ...]) -> Iterator[Flow]:
    inside = {symbol.id for step in steps for symbol in step.symbols}
    return (flow for flow in chart.flows if flow.source in inside and flow.target in inside)


def _copied_step(step: Step, new: dict[str, str]) -> Step:
    symbols = tuple(replace(symbol, id=new[symbol.id]) for symbol in step.symbols)
    return replace(step, id=new[step.id], symbols=symbols, break_before=False)
