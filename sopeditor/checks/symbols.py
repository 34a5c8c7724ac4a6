"""Rules on what single symbols say (SB)."""

from collections.abc import Iterator

from sopeditor.checks.finding import Basis, Finding, Place, Rule, Severity, found
from sopeditor.checks.subject import ChartGraph, Row, Subject
from sopeditor.checks.text import first_word
from sopeditor.model.symbol import SymbolKind

_CHECKING = Rule("SB08", Severity.INFO, Basis.SYMBOLS)
_DECIDING = Rule("SB09", Severity.INFO, Basis.SYMBOLS)
_TOGETHER = Rule("SB16", Severity.WARNING, Basis.PRACTICE)
_CAPTION = Rule("SB17", Severity.INFO, Basis.PRACTICE)

_LONGEST_CAPTION = 25


def checking_is_deciding(subject: Subject) -> Iterator[Finding]:
    """SB08, SB09: checking verbs and decisions go together."""
    for graph, row in subject.rows():
        kinds = {symbol.kind for symbol in row.step.symbols}
        verb = first_word(row.step.activity)
        if not kinds or not verb:
            continue
        place = Place(chart=graph.chart.id, step=row.step.id)
        decides, words = SymbolKind.DECISION in kinds, subject.words
        if not decides and verb in words.checking_verbs:
            yield found(_CHECKING, place, step=row.label, verb=verb)
        elif decides and verb not in words.checking_verbs | words.deciding_verbs:
            yield found(_DECIDING, place, step=row.label, verb=verb)


def rows_done_by_one(subject: Subject) -> Iterator[Finding]:
    """SB16: several actors in one row are visibly tied, the first of them responsible.

    Symbols to which a flow of their own leads are branches that run in parallel, not joint
    work.
    """
    for graph, row in subject.rows():
        several = len({symbol.actors for symbol in row.step.symbols}) > 1
        if several and not _tied(graph, row) and not _parallel(graph, row):
            place = Place(chart=graph.chart.id, step=row.step.id)
            yield found(_TOGETHER, place, step=row.label)


def captions_short(subject: Subject) -> Iterator[Finding]:
    """SB17: the text stands in Kegiatan, the symbol stays empty or holds a short question."""
    for graph, row in subject.rows():
        for symbol in row.step.symbols:
            if len(symbol.caption) > _LONGEST_CAPTION:
                place = Place(chart=graph.chart.id, step=row.step.id, symbol=symbol.id)
                yield found(_CAPTION, place, step=row.label, length=len(symbol.caption))


def _parallel(graph: ChartGraph, row: Row) -> bool:
    """Answer whether a flow from outside the row leads to each of its symbols."""
    own = {symbol.id for symbol in row.step.symbols}
    reached = {flow.target for flow in graph.chart.flows if flow.source not in own}
    return own <= reached


def _tied(graph: ChartGraph, row: Row) -> bool:
    """Answer whether lines within the row lead from its first symbol to all others."""
    own = {symbol.id for symbol in row.step.symbols}
    lines = [
        {flow.source, flow.target}
        for flow in graph.chart.flows
        if {flow.source, flow.target} <= own
    ]
    tied = {row.step.symbols[0].id}
    while grown := {name for line in lines if line & tied for name in line} - tied:
        tied |= grown
    return tied == own
