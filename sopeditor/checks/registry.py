"""All rules, and running them over a document."""

from collections.abc import Callable, Iterator
from itertools import chain

from msgspec.structs import replace

from sopeditor.checks import activities, actors, drawn, flow, identity, printing, quality, symbols
from sopeditor.checks.finding import Finding, Severity
from sopeditor.checks.subject import Subject
from sopeditor.checks.wording import Wording
from sopeditor.model.document import Document
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.profile import Profile

Check = Callable[[Subject], Iterator[Finding]]

#: Every check; each may watch over several rules.
CHECKS: tuple[Check, ...] = (
    identity.number_given,
    identity.title_worded,
    identity.dates_in_order,
    identity.employee_id_complete,
    identity.legal_bases_in_force,
    identity.related_are_sops,
    identity.warnings_conditional,
    activities.activity_worded,
    activities.conditions_drawn,
    activities.times_elsewhere,
    activities.activity_short_and_clear,
    activities.numbers_without_gap,
    activities.rows_counted,
    actors.lanes_used,
    actors.lanes_ordered,
    actors.actors_are_positions,
    actors.actors_differ,
    actors.lanes_counted,
    flow.one_start,
    flow.flow_ends_at_kapsul,
    flow.every_symbol_reached,
    flow.decisions_labelled,
    flow.kapsul_at_the_ends,
    flow.boxes_go_one_way,
    flow.loops_left,
    flow.symbols_permitted,
    symbols.checking_is_deciding,
    symbols.rows_done_by_one,
    symbols.captions_short,
    quality.cells_filled,
    quality.times_readable,
    quality.days_of_one_kind,
    quality.results_are_used,
    quality.results_differ,
    quality.inputs_are_no_tools,
    quality.times_differ,
    printing.paper_in_stock,
    printing.type_readable,
)

_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


#: Every check of a drawing.
DRAWN_CHECKS: tuple[Callable[[DrawnChart], Iterator[Finding]], ...] = (
    drawn.lines_clear,
    drawn.wishes_followed,
)


def find(
    document: Document,
    profile: Profile,
    words: Wording,
    charts: tuple[DrawnChart, ...] = (),
) -> tuple[Finding, ...]:
    """Answer what the rules find: the weightiest first, then by chart, row and rule.

    `charts` are the figures of the drawing, where there is one. A profile that is not
    strict turns what must be into what should be.
    """
    subject = Subject(document, profile, words)
    findings: Iterator[Finding] = chain(
        (finding for check in CHECKS for finding in check(subject)),
        (finding for check in DRAWN_CHECKS for chart in charts for finding in check(chart)),
    )
    if not profile.strict:
        findings = (_lenient(finding) for finding in findings)
    place = _Places(document)
    return tuple(sorted(findings, key=place.order))


def _lenient(finding: Finding) -> Finding:
    if finding.severity is Severity.ERROR:
        return replace(finding, severity=Severity.WARNING)
    return finding


class _Places:
    """Where charts and steps stand; the cover comes before all charts."""

    def __init__(self, document: Document) -> None:
        self._charts = {chart.id: index for index, chart in enumerate(document.charts)}
        self._steps = {
            step.id: index for chart in document.charts for index, step in enumerate(chart.steps)
        }

    def order(self, finding: Finding) -> tuple[int, int, int, str]:
        """Answer by what findings are sorted."""
        return (
            _WEIGHT[finding.severity],
            self._charts.get(finding.place.chart, -1),
            self._steps.get(finding.place.step, -1),
            finding.rule,
        )
