"""The rows of a table as steps."""

from collections.abc import Mapping

from sopeditor.excel.reader.table import StepTable
from sopeditor.foundation.ids import IdSource
from sopeditor.model.duration import Duration
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol
from sopeditor.tables.labels import label_rows


def steps_of(
    table: StepTable, symbols: Mapping[int, tuple[Symbol, ...]], ids: IdSource
) -> tuple[Step, ...]:
    """Answer the steps; `symbols` holds those of each by its index.

    A label that only counts on is none; "5a" is one of its own.
    """
    labels = label_rows(row.label.strip("() ") for row in table.steps)
    return tuple(
        Step(
            id=ids("s"),
            activity=row.texts[Column.ACTIVITY],
            symbols=symbols.get(index, ()),
            quality=QualityStandard(
                inputs=row.texts[Column.INPUTS],
                tools=row.texts[Column.TOOLS],
                duration=Duration(row.texts[Column.DURATION]),
                output=row.texts[Column.OUTPUT],
            ),
            remarks=row.texts[Column.REMARKS],
            label=label.own,
            shared=row.shared if index + 1 < len(table.steps) else frozenset(),
        )
        for index, (row, label) in enumerate(zip(table.steps, labels, strict=True))
    )
