"""Rules on the column Kegiatan and the run of its numbers (KG)."""

import re
from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import Row, Subject
from sopeditor.checks.text import (
    first_word,
    is_active_verb,
    is_blank,
    is_passive_verb,
    phrase_in,
    spelled_out,
    words_of,
)
from sopeditor.checks.wording import Wording
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind

_ACTIVE = Rule("KG01", Severity.WARNING, Basis.SYMBOLS)
_ACTOR = Rule("KG02", Severity.WARNING, Basis.SYMBOLS)
_PASSIVE = Rule("KG03", Severity.WARNING, Basis.SYMBOLS)
_CONDITION = Rule("KG05", Severity.WARNING, Basis.SYMBOLS)
_WHEN_NEEDED = Rule("KG06", Severity.WARNING, Basis.PRACTICE)
_DEADLINE = Rule("KG07", Severity.INFO, Basis.TABLE)
_VAGUE = Rule("KG08", Severity.INFO, Basis.PRACTICE)
_LONG = Rule("KG09", Severity.INFO, Basis.PRACTICE)
_NUMBERS = Rule("KG10", Severity.ERROR, Basis.TABLE)
_COUNT = Rule("KG11", Severity.INFO, Basis.PRACTICE)
_START_END = Rule("KG12", Severity.WARNING, Basis.SYMBOLS)

_LONGEST = 120
_FEWEST, _MOST = 3, 20
_LABEL = re.compile(r"(\d+)(\D*)", re.ASCII)


def activity_worded(subject: Subject) -> Iterator[Finding]:
    """KG01, KG02, KG03, KG12: an active verb without subject, not just Mulai or Selesai."""
    for graph, row in subject.rows():
        text = row.step.activity
        place = graph.cell(row, Column.ACTIVITY)
        if is_blank(text):
            if Column.ACTIVITY not in row.covered:
                yield found(_ACTIVE, place, "empty", step=row.label)
        elif " ".join(words_of(text)) in subject.words.start_end:
            yield found(_START_END, place, step=row.label, text=text.strip())
        elif actor := _actor_in(text, subject):
            yield found(_ACTOR, place, step=row.label, actor=actor)
        else:
            yield from _verb_findings(row, place, subject.words)


def conditions_drawn(subject: Subject) -> Iterator[Finding]:
    """KG05, KG06: a condition is a decision, not a clause of a sentence."""
    for graph, row in subject.rows():
        place = graph.cell(row, Column.ACTIVITY)
        if phrase := phrase_in(row.step.activity, subject.words.when_needed):
            yield found(_WHEN_NEEDED, place, step=row.label, phrase=phrase)
        elif not _decides(row) and (word := phrase_in(row.step.activity, subject.words.conditions)):
            yield found(_CONDITION, place, step=row.label, word=word)


def times_elsewhere(subject: Subject) -> Iterator[Finding]:
    """KG07: how long it takes stands in the column Waktu."""
    units = "|".join(sorted(subject.words.time_units))
    amount = re.compile(rf"\d+\s*(?:{units})\b", re.IGNORECASE)
    for graph, row in subject.rows():
        if hit := amount.search(row.step.activity):
            place = graph.cell(row, Column.ACTIVITY)
            yield found(_DEADLINE, place, step=row.label, time=hit[0])


def activity_short_and_clear(subject: Subject) -> Iterator[Finding]:
    """KG08, KG09: no vague words, and not longer than about 120 characters."""
    for graph, row in subject.rows():
        place = graph.cell(row, Column.ACTIVITY)
        if phrase := phrase_in(row.step.activity, subject.words.vague):
            yield found(_VAGUE, place, step=row.label, phrase=phrase)
        if len(row.step.activity) > _LONGEST:
            length = len(row.step.activity)
            yield found(_LONG, place, step=row.label, length=length, most=_LONGEST)


def numbers_without_gap(subject: Subject) -> Iterator[Finding]:
    """KG10: the numbers run on; rows such as 5a belong to 5. Only the first break is told."""
    for graph in subject.graphs:
        before = 0
        for row in graph.rows:
            label = _LABEL.fullmatch(row.label)
            if label is None:
                continue
            number, suffixed = int(label[1]), bool(label[2])
            if number != before + 1 and not (suffixed and number == before):
                place = graph.cell(row, Column.NUMBER)
                yield found(_NUMBERS, place, label=row.label, expected=before + 1)
                break
            before = number


def rows_counted(subject: Subject) -> Iterator[Finding]:
    """KG11: three to about twenty rows; more are macro, and want micro SOPs."""
    for graph in subject.graphs:
        count = len(graph.rows)
        place = Place(chart=graph.chart.id)
        if count < _FEWEST:
            yield found(_COUNT, place, "few", count=count)
        elif count > _MOST:
            yield found(_COUNT, place, "many", count=count)


def _verb_findings(row: Row, place: Place, words: Wording) -> Iterator[Finding]:
    first = first_word(row.step.activity)
    passive = [word for word in words_of(row.step.activity)[:2] if is_passive_verb(word, words)]
    if passive:
        yield found(_PASSIVE, place, step=row.label, word=passive[0])
    elif verb := words.verb_of_noun.get(first):
        yield found(_ACTIVE, place, "instead", step=row.label, word=first, verb=verb)
    elif not is_active_verb(first, words):
        yield found(_ACTIVE, place, step=row.label, word=first)


def _actor_in(text: str, subject: Subject) -> str:
    """Answer the actor that is the subject of a sentence: at its beginning, or after "oleh".

    "Kasubbag memeriksa" names the Kepala Subbagian Umum, too: an abbreviated title with a
    verb behind it counts.
    """
    typed = spelled_out(text, subject.words.abbreviations)
    places = [0, *(index + 1 for index, word in enumerate(typed) if word == "oleh")]
    for actor in subject.document.actors:
        name = spelled_out(actor.name, subject.words.abbreviations)
        if name and any(typed[place : place + len(name)] == name for place in places):
            return actor.name
        if short := _short_title(text, name, subject.words):
            return short
    return ""


def _short_title(text: str, name: tuple[str, ...], words: Wording) -> str:
    first, *others = words_of(text)
    title = tuple(words.abbreviations.get(first, "").split())
    acts = any(is_active_verb(word, words) for word in others[:1])
    return first.capitalize() if title and acts and name[: len(title)] == title else ""


def _decides(row: Row) -> bool:
    return any(symbol.kind is SymbolKind.DECISION for symbol in row.step.symbols)
