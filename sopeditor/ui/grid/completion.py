"""What is likely wanted in a cell: jabatan, symbols, targets, outputs of earlier steps."""

import re
from collections.abc import Iterator

from msgspec import Struct

from sopeditor.foundation.message import Message, message
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.errors import excerpt
from sopeditor.tables.notation import END, Field, escape, tidy
from sopeditor.ui.grid.drafting import LETTERS
from sopeditor.ui.grid.table import StepTable

#: More suggestions than this are no help.
MOST = 12

#: Between what a cell is made of; a suggestion replaces what stands behind the last mark.
_MARKS = {
    Field.ACTORS: re.compile(r"[+|]\s*"),
    Field.FLOW: re.compile(r"(?:[;>&\n]|\b(?:ke|dan)\b)\s*", re.IGNORECASE),
    Field.INPUTS: re.compile(r"[,;\n]\s*"),
}

#: The units that most times of SOPs are told in.
_UNITS = ("menit", "jam", "hari kerja")


class Suggestion(Struct, frozen=True):
    """A text for the whole cell, and what the list shows for it.

    `closed` says that it comes from a list that is known, so that its beginning alone may
    be completed.
    """

    text: str
    shown: str | Message
    closed: bool = False


class _Candidate(Struct, frozen=True):
    """A piece of a cell, the words by which it is found, and what the list shows."""

    piece: str
    words: str
    shown: str | Message
    closed: bool = False


def suggestions(table: StepTable, row: int, field: Field, typed: str) -> tuple[Suggestion, ...]:
    """Answer what may be meant by `typed`, the likeliest first."""
    head, tail = _cut(field, typed)
    wanted = tail.casefold().strip()
    found: dict[str, Suggestion] = {}
    for candidate in _candidates(table, row, field, head, tail):
        if wanted in candidate.words.casefold() and candidate.piece != tail:
            text = head + candidate.piece
            found.setdefault(text, Suggestion(text, candidate.shown, candidate.closed))
        if len(found) == MOST:
            break
    return tuple(found.values())


def _cut(field: Field, typed: str) -> tuple[str, str]:
    marks = _MARKS.get(field)
    ends = [found.end() for found in marks.finditer(typed)] if marks else []
    at = ends[-1] if ends else 0
    return typed[:at], typed[at:]


def _candidates(
    table: StepTable, row: int, field: Field, head: str, tail: str
) -> Iterator[_Candidate]:
    if field is Field.ACTORS:
        return _actors(table)
    if field is Field.SYMBOL:
        return _symbols()
    if field is Field.FLOW:
        return _targets(table, row, head)
    return (_Candidate(text, text, excerpt(text)) for text in _likely(table, row, field, tail))


def _actors(table: StepTable) -> Iterator[_Candidate]:
    lanes = table.chart.lanes
    ordered = sorted(table.document.actors, key=lambda actor: actor.id not in lanes)
    for actor in ordered:
        name, code = tidy(actor.name), tidy(actor.code)
        if code:
            shown = message("grid.suggestion.coded", code=code, name=name)
            yield _Candidate(escape(code), f"{code} {name}", shown)
        elif name and not (actor.id in lanes and table.is_placeholder(actor.id)):
            yield _Candidate(escape(name), name, name, closed=True)


def _symbols() -> Iterator[_Candidate]:
    for kind in SymbolKind:
        name = message(f"grid.symbol.{kind.value}")
        shown = message("grid.suggestion.coded", code=LETTERS[kind], name=name)
        yield _Candidate(LETTERS[kind], LETTERS[kind], shown)


def _targets(table: StepTable, row: int, head: str) -> Iterator[_Candidate]:
    """Answer the rows, the next one first; a branch is named before them."""
    decides = any(g.lead.kind is SymbolKind.DECISION for g in table.place(row).groups)
    begins = not head or head.rstrip().endswith((";", "\n"))
    count = len(table)
    for other in (*range(row + 1, count), *range(row)):
        label = table.place(other).label
        activity = excerpt(table.cells(other)[Field.ACTIVITY])
        shown = message("grid.suggestion.coded", code=label, name=activity)
        yield _Candidate(escape(label), f"{label} {activity}", shown)
    if begins and not decides:
        yield _Candidate(END, END, message("grid.suggestion.end", word=END))


def _likely(table: StepTable, row: int, field: Field, tail: str) -> Iterator[str]:
    """Answer whole texts: for Kelengkapan what earlier steps gave, else what stands above."""
    if field is Field.INPUTS:
        yield from _above(table, row, Field.OUTPUT)
    if field is Field.DURATION:
        yield from _times(tail)
    if field not in {Field.NUMBER, Field.ACTIVITY}:
        yield from _above(table, row, field)


def _above(table: StepTable, row: int, field: Field) -> Iterator[str]:
    """Answer what stands in a column above a row, the nearest first."""
    return filter(None, (table.cells(above)[field] for above in reversed(range(row))))


def _times(tail: str) -> Iterator[str]:
    number = re.fullmatch(r"\s*(\d+)\s*\w*", tail)
    if number:
        yield from (f"{number[1]} {unit}" for unit in _UNITS)
