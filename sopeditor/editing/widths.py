"""Commands on the widths of columns: set by hand, or left to the layout again."""

from collections.abc import Sequence
from math import ceil, floor

from msgspec.structs import replace

from sopeditor.editing.command import Command
from sopeditor.editing.naming import column_name
from sopeditor.editing.parts import chart_by_id, with_chart
from sopeditor.editing.rules import ALLOWED, Verdict, refusal
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.foundation.units import pt_to_mm
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.model.widths import LEAST_WIDTH, MOST_WIDTH, is_width

_DECIMALS = 3


def may_set_widths(widths: Sequence[tuple[Column, float]]) -> Verdict:
    """Answer whether columns may be set to widths in points."""
    if all(is_width(points) for _, points in widths):
        return ALLOWED
    least, most = ceil(pt_to_mm(LEAST_WIDTH)), floor(pt_to_mm(MOST_WIDTH))
    return refusal("column_width", least=least, most=most)


class SetColumnWidths(Command, frozen=True, kw_only=True):
    """Set the widths of some columns of a Bagan by hand, in points.

    The first column names the change; ACTORS stands for every single lane.
    """

    chart: str
    widths: tuple[tuple[Column, float], ...]

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.column_width", column=column_name(self.widths[0][0]))

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        may_set_widths(self.widths).insist()
        # Rounded as a file keeps numbers: what is saved and read again is the same.
        widths = chart.widths.changed({c: round(points, _DECIMALS) for c, points in self.widths})
        return with_chart(document, replace(chart, widths=widths))


class FitColumns(Command, frozen=True, kw_only=True):
    """Leave the widths of some columns of a Bagan to the layout again; none named: of all."""

    chart: str
    columns: tuple[Column, ...] = ()

    @override
    def named(self, document: Document) -> Message:
        if not self.columns:
            return message("editing.name.fit_all_columns")
        return message("editing.name.fit_column", column=column_name(self.columns[0]))

    @override
    def apply(self, document: Document) -> Document:
        chart = chart_by_id(document, self.chart)
        widths = chart.widths.without(*(self.columns or Column))
        return with_chart(document, replace(chart, widths=widths))
