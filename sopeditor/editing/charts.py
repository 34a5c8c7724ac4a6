"""Commands on whole charts."""

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_chart, clean_lines, one_line
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.parts import chart_by_id, inserted, refuse_taken, with_chart, without
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references


class AddChart(Command, frozen=True, kw_only=True):
    """Put a Bagan, whose lanes are actors of the document, at `position`."""

    position: int
    chart: Chart

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.add_chart")

    @override
    def apply(self, document: Document) -> Document:
        chart = self.chart
        steps, symbols = (s.id for s in chart.steps), (s.id for _, s in chart.symbols())
        refuse_taken(document, chart.id, *steps, *symbols, *(flow.id for flow in chart.flows))
        charts = inserted(document.charts, self.position, clean_chart(chart))
        extended = replace(document, charts=charts)
        if broken_references(extended):
            raise Refused(message("editing.refused.unsound_chart"))
        return extended


class RemoveChart(Command, frozen=True, kw_only=True):
    """Take a Bagan away, and with it the actors of no other Bagan."""

    chart: str

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.remove_chart")

    @override
    def apply(self, document: Document) -> Document:
        chart_by_id(document, self.chart)
        if len(document.charts) == 1:
            raise Refused(message("editing.refused.last_chart"))
        return replace(document, charts=without(document.charts, (self.chart,)))


class SetSubtitle(Command, frozen=True, kw_only=True):
    """Write the subtitle of a Bagan."""

    chart: str
    text: str

    @property
    @override
    def merge_key(self) -> str:
        return f"subtitle {self.chart}"

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.subtitle")

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        return with_chart(document, replace(chart, subtitle=one_line(self.text)))


class SetFootnotes(Command, frozen=True, kw_only=True):
    """Write the notes below the table of a Bagan."""

    chart: str
    footnotes: tuple[str, ...]

    @property
    @override
    def merge_key(self) -> str:
        return f"footnotes {self.chart}"

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.footnotes")

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        return with_chart(document, replace(chart, footnotes=clean_lines(self.footnotes)))
