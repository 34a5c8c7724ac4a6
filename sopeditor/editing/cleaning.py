"""Texts as they enter a document: without characters that no file can hold."""

from msgspec.structs import replace

from sopeditor.foundation.text import clean_text
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow
from sopeditor.model.identity import Approver
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol


def typed_text(typed: str) -> str:
    """Answer a cleaned text; line ends of other systems became plain ones."""
    return clean_text(typed.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(typed: str) -> str:
    """Answer a cleaned text whose line ends and tabs became single blanks."""
    return " ".join(typed_text(typed).split())


def clean_lines(items: tuple[str, ...]) -> tuple[str, ...]:
    """Answer the items of a list field, cleaned, trimmed, and without empty ones."""
    cleaned = (typed_text(item).strip() for item in items)
    return tuple(item for item in cleaned if item)


def clean_actor(actor: Actor) -> Actor:
    """Answer an actor with clean texts."""
    return replace(actor, name=one_line(actor.name), code=one_line(actor.code))


def clean_symbol(symbol: Symbol) -> Symbol:
    """Answer a symbol with a clean caption."""
    return replace(symbol, caption=typed_text(symbol.caption))


def clean_flow(flow: Flow) -> Flow:
    """Answer a flow with a clean label."""
    return replace(flow, label=one_line(flow.label))


def clean_step(step: Step) -> Step:
    """Answer a step with clean texts."""
    return replace(
        step,
        activity=typed_text(step.activity),
        symbols=tuple(clean_symbol(symbol) for symbol in step.symbols),
        quality=_clean_quality(step.quality),
        remarks=typed_text(step.remarks),
        label=one_line(step.label),
    )


def clean_chart(chart: Chart) -> Chart:
    """Answer a chart with clean texts."""
    return replace(
        chart,
        subtitle=one_line(chart.subtitle),
        steps=tuple(clean_step(step) for step in chart.steps),
        flows=tuple(clean_flow(flow) for flow in chart.flows),
        footnotes=clean_lines(chart.footnotes),
    )


def clean_approver(approver: Approver) -> Approver:
    """Answer an approver with clean texts."""
    return Approver(
        position=typed_text(approver.position),
        name=one_line(approver.name),
        employee_id=one_line(approver.employee_id),
        rank=one_line(approver.rank),
    )


def _clean_quality(quality: QualityStandard) -> QualityStandard:
    return replace(
        quality,
        inputs=typed_text(quality.inputs),
        tools=typed_text(quality.tools),
        duration=Duration(typed_text(quality.duration.text)),
        output=typed_text(quality.output),
    )
