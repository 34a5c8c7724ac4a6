"""Rules on the lanes (PL)."""

from collections.abc import Iterator
from itertools import islice, pairwise

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import ChartGraph, Subject
from sopeditor.checks.text import phrase_in, spelled_out, words_of
from sopeditor.model.actor import Actor
from sopeditor.model.identity import Nature

_IDLE = Rule("PL01", Severity.WARNING, Basis.PRACTICE)
_LEFTMOST = Rule("PL02", Severity.ERROR, Basis.SYMBOLS)
_ORDER = Rule("PL03", Severity.WARNING, Basis.SYMBOLS)
_POSITION = Rule("PL04", Severity.WARNING, Basis.SYMBOLS)
_NO_ACTOR = Rule("PL05", Severity.WARNING, Basis.PRACTICE)
_SYNONYMS = Rule("PL06", Severity.WARNING, Basis.PRACTICE)
_TWO = Rule("PL07", Severity.WARNING, Basis.NEEDS)
_COUNT = Rule("PL09", Severity.INFO, Basis.PRINT)

_MANY, _TOO_MANY = 8, 12
_NIP_DIGITS = 18


def lanes_used(subject: Subject) -> Iterator[Finding]:
    """PL01, PL07: every lane has a symbol, and an administrative SOP at least two lanes."""
    technical = subject.document.identity.classification.nature is Nature.TECHNICAL
    for graph in subject.graphs:
        used = {actor for _, symbol in graph.chart.symbols() for actor in symbol.actors}
        for lane in graph.chart.lanes:
            if lane not in used:
                place = Place(chart=graph.chart.id, actor=lane)
                yield found(_IDLE, place, actor=subject.document.actor(lane).name)
        if len(used) == 1 and not technical:
            yield found(_TWO, Place(chart=graph.chart.id))


def lanes_ordered(subject: Subject) -> Iterator[Finding]:
    """PL02, PL03: lanes stand in the order in which they come into the flow, never by rank."""
    for graph in subject.graphs:
        if not graph.nodes:
            continue
        if not _begins_leftmost(graph):
            lane = graph.chart.lanes[0]
            name = subject.document.actor(lane).name
            yield found(_LEFTMOST, Place(chart=graph.chart.id, actor=lane), actor=name)
        first_rows = _first_rows(graph)
        lanes = [lane for lane in graph.chart.lanes if lane in first_rows]
        late = ((a, b) for a, b in pairwise(lanes) if first_rows[b] < first_rows[a])
        for left, right in islice(late, 1):
            yield found(
                _ORDER,
                Place(chart=graph.chart.id, actor=right),
                left=subject.document.actor(left).name,
                right=subject.document.actor(right).name,
            )


def actors_are_positions(subject: Subject) -> Iterator[Finding]:
    """PL04, PL05: an actor is a jabatan; no person, no "Staf", no application or place."""
    for actor in subject.document.actors:
        place = Place(chart=_chart_of(actor, subject), actor=actor.id)
        words = words_of(actor.name)
        if not words:
            yield found(_POSITION, place, "empty")
        elif _is_person(actor, subject):
            yield found(_POSITION, place, "person", actor=actor.name)
        elif " ".join(words) in subject.words.generic_actors:
            yield found(_POSITION, place, actor=actor.name)
        elif words[0] in subject.words.not_actors:
            yield found(_NO_ACTOR, place, actor=actor.name)


def actors_differ(subject: Subject) -> Iterator[Finding]:
    """PL06: one jabatan is one lane, however it is abbreviated."""
    seen: dict[tuple[str, ...], Actor] = {}
    for actor in subject.document.actors:
        name = spelled_out(actor.name, subject.words.abbreviations)
        if name and name in seen:
            place = Place(chart=_chart_of(actor, subject), actor=actor.id)
            yield found(_SYNONYMS, place, actor=actor.name, other=seen[name].name)
        seen.setdefault(name, actor)


def lanes_counted(subject: Subject) -> Iterator[Finding]:
    """PL09: more than 8 lanes get narrow, more than 12 can't be read."""
    for graph in subject.graphs:
        count = len(graph.chart.lanes)
        if count > _MANY:
            variant = "too_many" if count > _TOO_MANY else ""
            yield found(_COUNT, Place(chart=graph.chart.id), variant, count=count)


def _first_rows(graph: ChartGraph) -> dict[str, int]:
    rows: dict[str, int] = {}
    for row, symbol in graph.chart.symbols():
        for actor in symbol.actors:
            rows.setdefault(actor, row)
    return rows


def _begins_leftmost(graph: ChartGraph) -> bool:
    """Answer whether a start, or without any the first symbol, is in the leftmost lane."""
    first = next(iter(graph.nodes.values()))
    starts = graph.starts() or (first,)
    rows = {node.row for node in starts}
    beginning = (symbol for row, symbol in graph.chart.symbols() if row in rows)
    return any(graph.chart.lanes[0] in symbol.actors for symbol in beginning)


def _is_person(actor: Actor, subject: Subject) -> bool:
    digits = sum(character.isdigit() for character in actor.name)
    tokens = actor.name.lower().replace(",", " ").split()
    titled = any(token.rstrip(".") in _bare_titles(subject) for token in tokens[1:] or tokens)
    return digits >= _NIP_DIGITS or titled or bool(phrase_in(actor.name, ("nip",)))


def _bare_titles(subject: Subject) -> frozenset[str]:
    return frozenset(title.rstrip(".") for title in subject.words.academic_titles)


def _chart_of(actor: Actor, subject: Subject) -> str:
    charts = subject.document.charts
    return next((chart.id for chart in charts if actor.id in chart.lanes), "")
