"""Every text of a document that a person typed, by its place, in the order of reading."""

from abc import abstractmethod
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.editing.actors import RenameActor
from sopeditor.editing.charts import SetFootnotes, SetSubtitle
from sopeditor.editing.command import Command
from sopeditor.editing.flows import SetFlowLabel
from sopeditor.editing.identity import (
    DATE_FIELDS,
    LIST_FIELDS,
    TEXT_FIELDS,
    SetApprover,
    SetIdentityField,
)
from sopeditor.editing.steps import SetStepText
from sopeditor.editing.symbols import SetSymbolCaption
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.identity import Approver, Identity
from sopeditor.model.step import TEXT_COLUMNS, Column

_APPROVER_FIELDS = ("position", "name", "employee_id", "rank")


class TextPlace(Struct, frozen=True):
    """Where a text stands; equal places are one."""

    @abstractmethod
    def setting(self, document: Document, text: str) -> Command:
        """Answer the command that writes `text` there."""
        ...


class IdentityText(TextPlace, frozen=True):
    """A field of the cover, by its name in `Identity`; a list is one text of several lines."""

    field: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        lines = self.field in LIST_FIELDS
        value = tuple(text.split("\n")) if lines else text
        return SetIdentityField(field=self.field, value=value)


class ApproverText(TextPlace, frozen=True):
    """A field of who signs, by its name in `Approver`."""

    field: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        approver = replace(document.identity.approver, **{self.field: text})
        return SetApprover(approver=approver)


class SubtitleText(TextPlace, frozen=True):
    """The subtitle of a chart."""

    chart: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        return SetSubtitle(chart=self.chart, text=text)


class FootnotesText(TextPlace, frozen=True):
    """The notes below the table of a chart, one a line."""

    chart: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        return SetFootnotes(chart=self.chart, footnotes=tuple(text.split("\n")))


class ActorText(TextPlace, frozen=True):
    """The jabatan of an actor."""

    actor: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        return RenameActor(actor=self.actor, name=text)


class StepCellText(TextPlace, frozen=True):
    """A text cell of a row."""

    step: str
    column: Column

    @override
    def setting(self, document: Document, text: str) -> Command:
        return SetStepText(step=self.step, column=self.column, text=text)


class CaptionText(TextPlace, frozen=True):
    """The text inside a symbol."""

    symbol: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        return SetSymbolCaption(symbol=self.symbol, caption=text)


class LabelText(TextPlace, frozen=True):
    """The label of a flow."""

    flow: str

    @override
    def setting(self, document: Document, text: str) -> Command:
        return SetFlowLabel(flow=self.flow, label=text)


def texts_of(document: Document) -> Iterator[tuple[TextPlace, str]]:
    """Answer every text that is not empty: the cover, then chart by chart, row by row."""
    for place, text in _all_texts(document):
        if text:
            yield place, text


def _all_texts(document: Document) -> Iterator[tuple[TextPlace, str]]:
    yield from _identity_texts(document.identity)
    named: set[str] = set()
    for chart in document.charts:
        yield SubtitleText(chart.id), chart.subtitle
        for lane in chart.lanes:
            if lane not in named:
                yield ActorText(lane), document.actor(lane).name
        named.update(chart.lanes)
        yield from _row_texts(chart)
        yield FootnotesText(chart.id), "\n".join(chart.footnotes)
    for actor in document.actors:
        if actor.id not in named:
            yield ActorText(actor.id), actor.name


def _identity_texts(identity: Identity) -> Iterator[tuple[TextPlace, str]]:
    for field in TEXT_FIELDS:
        yield IdentityText(field), getattr(identity, field)
    for field in DATE_FIELDS:
        yield IdentityText(field), getattr(identity, field).printed
    yield from _approver_texts(identity.approver)
    for field in LIST_FIELDS:
        yield IdentityText(field), "\n".join(getattr(identity, field))


def _approver_texts(approver: Approver) -> Iterator[tuple[TextPlace, str]]:
    for field in _APPROVER_FIELDS:
        yield ApproverText(field), getattr(approver, field)


def _row_texts(chart: Chart) -> Iterator[tuple[TextPlace, str]]:
    leaving: dict[str, list[tuple[TextPlace, str]]] = {}
    for flow in chart.flows:
        leaving.setdefault(flow.source, []).append((LabelText(flow.id), flow.label))
    for step in chart.steps:
        for column in TEXT_COLUMNS:
            yield StepCellText(step.id, column), step.text(column)
        for symbol in step.symbols:
            yield CaptionText(symbol.id), symbol.caption
            yield from leaving.get(symbol.id, ())
