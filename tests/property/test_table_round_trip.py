"""Whatever the step table has words for, it gives back exactly."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from sopeditor.foundation.ids import IdSource, numbered_ids
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.date import DateText
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.identity import (
    Approver,
    Classification,
    Completeness,
    Genericity,
    Identity,
    Nature,
    Scope,
)
from sopeditor.model.integrity import broken_references
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.errors import TableError, UnwritableError
from sopeditor.tables.labels import label_rows
from sopeditor.tables.notation import tidy
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_markdown, write_table

#: Characters that mean something to the notation, to CSV, to Markdown or to a spreadsheet.
MARKS = "=+-@';,|&>\\\"\n\t→:.)*_#<br/> 15aA"

texts = st.text(st.sampled_from(MARKS) | st.characters(), max_size=8).map(tidy)
words = texts.filter(bool)
lists_of_words = st.lists(words, max_size=3).map(tuple)
dates = st.dates().filter(lambda day: day.year >= 1000).map(lambda day: day.isoformat()) | texts

identities = st.builds(
    Identity,
    title=texts,
    agency=texts,
    unit=texts,
    sop_number=texts,
    created_on=dates.map(DateText.read),
    revised_on=dates.map(DateText.read),
    effective_on=dates.map(DateText.read),
    approver=st.builds(Approver, position=texts, name=texts, employee_id=texts, rank=texts),
    legal_bases=lists_of_words,
    related_sops=lists_of_words,
    warnings=lists_of_words,
    actor_qualifications=lists_of_words,
    equipment=lists_of_words,
    records=lists_of_words,
    classification=st.builds(
        Classification,
        nature=st.none() | st.sampled_from(Nature),
        scope=st.none() | st.sampled_from(Scope),
        completeness=st.none() | st.sampled_from(Completeness),
        genericity=st.none() | st.sampled_from(Genericity),
    ),
)
qualities = st.builds(
    QualityStandard, inputs=texts, tools=texts, duration=texts.map(Duration), output=texts
)


@st.composite
def teams(draw: st.DrawFn, lanes: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Answer who does one step: lanes in any order, parted into those that act as one."""
    shuffled = list(draw(st.permutations(lanes)))[: draw(st.integers(0, 4))]
    parts: list[tuple[str, ...]] = []
    while shuffled:
        size = draw(st.integers(1, len(shuffled)))
        parts.append(tuple(shuffled[:size]))
        shuffled = shuffled[size:]
    return parts


@st.composite
def steps(
    draw: st.DrawFn, lanes: tuple[str, ...], ids: IdSource, labels: st.SearchStrategy[str]
) -> tuple[Step, list[tuple[Symbol, ...]]]:
    """Answer a step and its symbols parted into those that act as one."""
    step_id = ids("s")
    groups: list[tuple[Symbol, ...]] = []
    for team in draw(teams(lanes)):
        kind = draw(st.sampled_from(SymbolKind))
        shared = [team] if kind is SymbolKind.DECISION else [(actor,) for actor in team]
        groups.append(tuple(Symbol(id=ids("y"), kind=kind, actors=actors) for actors in shared))
    step = Step(
        id=step_id,
        activity=draw(texts),
        symbols=tuple(symbol for group in groups for symbol in group),
        quality=draw(qualities),
        remarks=draw(texts),
        label=draw(labels),
    )
    return step, groups


@st.composite
def charts(
    draw: st.DrawFn, actors: tuple[str, ...], ids: IdSource, labels: st.SearchStrategy[str]
) -> Chart:
    """Answer a chart whose flows stand in the order of rows and symbols."""
    chart_id = ids("c")
    lanes = tuple(draw(st.permutations(actors)))[: draw(st.integers(0, len(actors)))]
    lanes = draw(st.sampled_from((actors, lanes)))
    rows = [draw(steps(lanes, ids, labels)) for _ in range(draw(st.integers(0, 5)))]
    everywhere = [symbol.id for step, _ in rows for symbol in step.symbols]
    flows: list[Flow] = []
    for step, groups in rows:
        for group in groups:
            for one, other in pairwise(group):
                joint = FlowKind.JOINT
                flows.append(Flow(id=ids("f"), source=one.id, target=other.id, kind=joint))
        for symbol in step.symbols:
            targets = st.sampled_from(everywhere)
            for target in draw(st.lists(targets, max_size=3)):
                label = draw(st.just("") | texts)
                flows.append(Flow(id=ids("f"), source=symbol.id, target=target, label=label))
    chart = Chart(
        id=chart_id,
        subtitle=draw(st.just("") | texts),
        lanes=lanes,
        steps=tuple(step for step, _ in rows),
        flows=tuple(flows),
        footnotes=draw(lists_of_words),
    )
    return chart if _labels_read_back(chart) else _unlabelled(chart)


def _labels_read_back(chart: Chart) -> bool:
    labels = list(label_rows(chart.row_labels()))
    names = {label.name for label in labels}
    own = [label.own for label in labels]
    return len(names) == len(labels) and own == [step.label for step in chart.steps]


def _unlabelled(chart: Chart) -> Chart:
    return replace(chart, steps=tuple(replace(step, label="") for step in chart.steps))


def _document(
    draw: st.DrawFn, names: list[tuple[str, str]], labels: st.SearchStrategy[str]
) -> Document:
    ids = numbered_ids()
    actors = tuple(
        Actor(id=ids("a"), code=code, name=name, external=draw(st.booleans()))
        for code, name in names
    )
    lanes = tuple(actor.id for actor in actors)
    return Document(
        identity=draw(identities),
        actors=actors,
        charts=tuple(draw(charts(lanes, ids, labels)) for _ in range(draw(st.integers(1, 3)))),
    )


@st.composite
def plain_documents(draw: st.DrawFn) -> Document:
    """Answer a document with codes and labels as offices use them."""
    names = [(code, draw(texts)) for code in "ABCDE"[: draw(st.integers(0, 5))]]
    return _document(draw, names, st.sampled_from(("", "", "5a", "5b", "12", "VI")))


@st.composite
def odd_documents(draw: st.DrawFn) -> Document:
    """Answer a document whose actors and rows are called anything at all."""
    names = draw(st.lists(st.tuples(st.just("") | texts, texts), max_size=4))
    return _document(draw, names, st.just("") | texts)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(document=plain_documents())
def test_a_document_comes_back_from_separated_text(separator: str, document: Document) -> None:
    assert not broken_references(document)
    assert read_table(write_table(document, separator)) == document


@given(plain_documents())
def test_a_document_comes_back_from_markdown(document: Document) -> None:
    assert read_table(write_markdown(document)) == document


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(odd_documents())
def test_what_has_two_meanings_is_refused_and_never_written_wrongly(document: Document) -> None:
    try:
        separated, markdown = write_table(document, ";"), write_markdown(document)
    except UnwritableError:
        assume(False)
    assert read_table(separated) == document
    assert read_table(markdown) == document


@given(st.text(st.sampled_from('AB+|>;&15a\n\\,\t"-|KegiatanPelaksana: ') | st.characters()))
def test_any_text_is_a_document_or_a_told_error(text: str) -> None:
    for table in (text, f"Kegiatan;Pelaksana;Alur\n{text}", f"Kegiatan|Pelaksana\n-|-\n{text}"):
        try:
            document = read_table(table)
        except TableError:
            continue
        assert not broken_references(document)
