"""Writing rows as a table has them: texts, symbols and flows of several rows in one change."""

from collections import Counter
from collections.abc import Container, Iterable, Mapping

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_flow, clean_symbol, one_line, typed_text
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.parts import chart_by_id, gone, refuse_taken, with_chart
from sopeditor.editing.steps import with_text
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS, Flow
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol


class WrittenRow(Struct, frozen=True, kw_only=True):
    """What is written into one row; None where nothing is.

    A symbol with the id of one that the row has changes that one, which keeps its caption;
    symbols that are not named go.
    """

    step: str
    texts: tuple[tuple[Column, str], ...] = ()
    label: str | None = None
    symbols: tuple[Symbol, ...] | None = None


class WriteRows(Command, frozen=True, kw_only=True):
    """Write rows of a chart, and anew every line that leaves the symbols `sources`.

    `added` are the ids of rows to be put at the end first. A flow with the id of one that is
    there changes that one, which keeps its course as long as its ends stay where they are.
    """

    name: Message
    chart: str
    rows: tuple[WrittenRow, ...]
    added: tuple[str, ...] = ()
    sources: frozenset[str] = frozenset()
    flows: tuple[Flow, ...] = ()

    @override
    def named(self, document: Document) -> Message:
        return self.name

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        refuse_taken(document, *self.added)
        bare = (*chart.steps, *(Step(id=step) for step in self.added))
        written = {row.step: row for row in self.rows}
        if not written.keys() <= {step.id for step in bare}:
            raise gone()
        _refuse_unknown_lanes(chart, self.rows)
        steps = tuple(_written(step, written.get(step.id)) for step in bare)
        changed = replace(chart, steps=steps, flows=self._all_flows(chart, steps))
        return with_chart(document, changed)

    def _all_flows(self, chart: Chart, steps: Iterable[Step]) -> tuple[Flow, ...]:
        """Answer the lines of the chart; what leaves a symbol stands where its old lines stood."""
        there = {symbol.id: symbol for step in steps for symbol in step.symbols}
        moved = {symbol.id for _, symbol in chart.symbols() if _moves(symbol, there.get(symbol.id))}
        old = {flow.id: flow for flow in chart.flows}
        if any(_dangles(flow, old.get(flow.id), there) for flow in self.flows):
            raise gone()
        new: dict[str, list[Flow]] = {}
        for flow in self.flows:
            new.setdefault(flow.source, []).append(_drawn(flow, old.get(flow.id), moved))
        places = Counter(flow.source for flow in chart.flows)
        lines: list[Flow] = []
        for flow in chart.flows:
            places[flow.source] -= 1
            if flow.source not in self.sources:
                lines.append(_forgetful(flow, moved))
            elif flow.source in new:
                own = new[flow.source]
                count = 1 if places[flow.source] else len(own)
                lines += own[:count]
                del own[:count]
        return (*lines, *(flow for own in new.values() for flow in own))


def _refuse_unknown_lanes(chart: Chart, rows: Iterable[WrittenRow]) -> None:
    lanes = set(chart.lanes)
    for row in rows:
        for symbol in row.symbols or ():
            if not symbol.actors or not set(symbol.actors) <= lanes:
                raise Refused(message("editing.refused.unknown_lane"))


def _written(step: Step, row: WrittenRow | None) -> Step:
    if row is None:
        return step
    for column, text in row.texts:
        step = with_text(step, column, typed_text(text))
    if row.label is not None:
        step = replace(step, label=one_line(row.label))
    if row.symbols is not None:
        own = {symbol.id: symbol for symbol in step.symbols}
        step = replace(step, symbols=tuple(_symbol(symbol, own) for symbol in row.symbols))
    return step


def _symbol(written: Symbol, own: Mapping[str, Symbol]) -> Symbol:
    there = own.get(written.id)
    if there is None:
        return clean_symbol(written)
    return replace(there, kind=written.kind, actors=written.actors)


def _moves(before: Symbol, after: Symbol | None) -> bool:
    """Answer whether a symbol changes its lanes: wishes about its lines spoke of the old ones."""
    return after is not None and after.actors != before.actors


def _dangles(flow: Flow, before: Flow | None, there: Container[str]) -> bool:
    """Answer whether a flow has an end nowhere; one that merely stays is left to the healing."""
    stays = before and (before.source, before.target) == (flow.source, flow.target)
    return not stays and not (flow.source in there and flow.target in there)


def _forgetful(flow: Flow, moved: set[str]) -> Flow:
    if flow.hints == NO_HINTS or not moved & {flow.source, flow.target}:
        return flow
    return replace(flow, hints=NO_HINTS)


def _drawn(flow: Flow, there: Flow | None, moved: set[str]) -> Flow:
    """Answer the line as written, with the course of the one that is there where it still fits."""
    if there is None:
        return clean_flow(flow)
    same_ends = (there.source, there.target) == (flow.source, flow.target)
    changed = replace(clean_flow(flow), hints=there.hints, foreign=there.foreign)
    return _forgetful(changed, moved) if same_ends else replace(changed, hints=NO_HINTS)
