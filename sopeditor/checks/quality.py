"""Rules on the Mutu Baku (MB)."""

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import ChartGraph, Row, Subject
from sopeditor.checks.text import is_blank, phrase_in, words_of
from sopeditor.model.duration import DayKind, Reading, ReadingKind
from sopeditor.model.step import Column

_INPUTS = Rule("MB01", Severity.WARNING, Basis.TABLE)
_DURATION = Rule("MB02", Severity.ERROR, Basis.TABLE)
_OUTPUT = Rule("MB03", Severity.ERROR, Basis.TABLE)
_NUMBER = Rule("MB04", Severity.WARNING, Basis.TABLE)
_DAYS = Rule("MB05", Severity.WARNING, Basis.PRACTICE)
_CHAIN = Rule("MB06", Severity.INFO, Basis.TABLE)
_SAME = Rule("MB07", Severity.INFO, Basis.PRACTICE)
_TOOLS = Rule("MB08", Severity.WARNING, Basis.IDENTITY)
_UNIFORM = Rule("MB11", Severity.INFO, Basis.PRACTICE)
_RANGE = Rule("MB12", Severity.INFO, Basis.PRACTICE)

_FEWEST_ROWS = 5
_UNIFORM_SHARE = 0.8


def cells_filled(subject: Subject) -> Iterator[Finding]:
    """MB01, MB02, MB03: every step has its input, its time and its result."""
    for graph, row in subject.rows():
        for rule, column in (
            (_INPUTS, Column.INPUTS),
            (_DURATION, Column.DURATION),
            (_OUTPUT, Column.OUTPUT),
        ):
            if row.says_nothing(column):
                yield found(rule, graph.cell(row, column), step=row.label)


def times_readable(subject: Subject) -> Iterator[Finding]:
    """MB04, MB12: a time is one number with its unit."""
    for graph, row in subject.rows():
        place = graph.cell(row, Column.DURATION)
        text = row.step.quality.duration.text.strip()
        kind = row.step.quality.duration.reading.kind
        if kind in {ReadingKind.PHRASE, ReadingKind.RELATIVE}:
            yield found(_NUMBER, place, step=row.label, text=text)
        elif kind is ReadingKind.RANGE:
            yield found(_RANGE, place, step=row.label, text=text)


def days_of_one_kind(subject: Subject) -> Iterator[Finding]:
    """MB05: hari kerja or hari kalender, not both in one chart."""
    for graph in subject.graphs:
        first: DayKind | None = None
        for row in graph.rows:
            kinds = _day_kinds(row.step.quality.duration.reading)
            first = first or next(iter(kinds), None)
            if kinds - {first}:
                place = graph.cell(row, Column.DURATION)
                yield found(_DAYS, place, step=row.label)
                break


def results_are_used(subject: Subject) -> Iterator[Finding]:
    """MB06: something that a step needs was made by a step from which the flow comes to it."""
    for graph, row in subject.rows():
        makers = [graph.rows[index].step for index in _rows_before(graph, row)]
        if not makers or is_blank(row.step.quality.inputs):
            continue
        needed = set(words_of(row.step.quality.inputs))
        made = set(chain.from_iterable(words_of(step.quality.output) for step in makers))
        if not needed & made:
            yield found(_CHAIN, graph.cell(row, Column.INPUTS), step=row.label)


def results_differ(subject: Subject) -> Iterator[Finding]:
    """MB07: a step that gives back what it got has done nothing."""
    for graph, row in subject.rows():
        quality = row.step.quality
        if words_of(quality.output) and words_of(quality.inputs) == words_of(quality.output):
            yield found(_SAME, graph.cell(row, Column.OUTPUT), step=row.label)


def inputs_are_no_tools(subject: Subject) -> Iterator[Finding]:
    """MB08: Kelengkapan is what is worked on; tools belong to Peralatan."""
    for graph, row in subject.rows():
        if tool := phrase_in(row.step.quality.inputs, subject.words.tools):
            yield found(_TOOLS, graph.cell(row, Column.INPUTS), step=row.label, tool=tool)


def times_differ(subject: Subject) -> Iterator[Finding]:
    """MB11: one time in nearly all rows was not measured."""
    for graph in subject.graphs:
        texts = [" ".join(words_of(row.step.quality.duration.text)) for row in graph.rows]
        counted = Counter(text for text in texts if text)
        if len(texts) < _FEWEST_ROWS or not counted:
            continue
        text, times = counted.most_common(1)[0]
        if times >= _UNIFORM_SHARE * len(texts):
            typed = next(
                row.step.quality.duration.text
                for row, words in zip(graph.rows, texts, strict=True)
                if words == text
            )
            place = Place(chart=graph.chart.id, column=Column.DURATION)
            yield found(_UNIFORM, place, text=typed.strip(), times=times, rows=len(texts))


def _day_kinds(reading: Reading) -> set[DayKind]:
    amounts = (amount for amount in (reading.least, reading.most) if amount is not None)
    return {amount.days for amount in amounts} - {DayKind.UNSTATED}


def _rows_before(graph: ChartGraph, row: Row) -> set[int]:
    """Answer the rows from which the flow comes to a row; none for one that begins it."""
    nodes = [node for node in graph.nodes.values() if node.row == row.index]
    if any(graph.is_start(node) for node in nodes):
        return set()
    rows = set[int]()
    seen = {node.symbol.id for node in nodes}
    while nodes:
        for flow in nodes.pop().into:
            source = graph.source(flow)
            rows.add(source.row)
            if source.symbol.id not in seen:
                seen.add(source.symbol.id)
                nodes.append(source)
    return rows - {row.index}
