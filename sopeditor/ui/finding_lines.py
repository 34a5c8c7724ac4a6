"""What the checks find, worded for the panel "Temuan"."""

from collections.abc import Iterable

from msgspec import Struct

from sopeditor.canvas.places import (
    ActorPlace,
    FieldPlace,
    FlowPlace,
    Place,
    StepPlace,
    SymbolPlace,
)
from sopeditor.checks.finding import Finding, Severity
from sopeditor.checks.finding import Place as FoundPlace
from sopeditor.foundation.message import Catalogue
from sopeditor.model.document import Document

#: From the worst to the mildest; their words are Wajib, Sebaiknya, Saran.
SEVERITIES = tuple(severity.value for severity in Severity)


class FindingLine(Struct, frozen=True, kw_only=True):
    """One finding: its sentence, where it is in words, and the place to go to."""

    severity: str
    rule: str
    text: str
    basis: str
    place_words: str
    place: Place | None


def finding_lines(
    findings: Iterable[Finding], document: Document, catalogue: Catalogue
) -> tuple[FindingLine, ...]:
    """Answer the findings of `document` in words."""
    return tuple(
        FindingLine(
            severity=finding.severity.value,
            rule=finding.rule,
            text=catalogue.word(finding.message),
            basis=catalogue.word(finding.basis),
            place_words=_place_words(finding.place, document, catalogue),
            place=place_of(finding.place, document),
        )
        for finding in findings
    )


def place_of(found: FoundPlace, document: Document) -> Place | None:
    """Answer where the sheet or the panels can go for a finding, or None."""
    if found.symbol:
        return SymbolPlace(found.symbol)
    if found.flow:
        return FlowPlace(found.flow)
    if found.step:
        return StepPlace(found.step, found.column)
    if found.actor:
        return ActorPlace(found.actor)
    if found.field:
        return FieldPlace(found.field)
    steps = [chart.steps for chart in document.charts if chart.id == found.chart]
    return StepPlace(steps[0][0].id) if steps and steps[0] else None


def _place_words(found: FoundPlace, document: Document, catalogue: Catalogue) -> str:
    step = _step_label(found, document)
    if step:
        return catalogue.text("ui.findings.place_step", label=step)
    for actor in document.actors:
        if actor.id == found.actor:
            return catalogue.text("ui.findings.place_actor", name=actor.name)
    return catalogue.text("ui.findings.place_identity" if found.field else "ui.findings.place_all")


def _step_label(found: FoundPlace, document: Document) -> str:
    """Answer what stands in the column No where the finding is; empty when in no row."""
    for chart in document.charts:
        sources = {flow.source for flow in chart.flows if flow.id == found.flow}
        symbols = sources | {found.symbol}
        for label, step in zip(chart.row_labels(), chart.steps, strict=True):
            if step.id == found.step or any(symbol.id in symbols for symbol in step.symbols):
                return label
    return ""
