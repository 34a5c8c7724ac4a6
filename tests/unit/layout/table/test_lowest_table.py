"""Columns are divided so that the table is low: no exchange between two makes it much lower."""

from itertools import permutations

import pytest
from msgspec.structs import replace

from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.model.widths import ColumnWidths
from sopeditor.tables.files import load_table
from tests.unit.layout.support import SAMPLES, charts_of, laid_out

#: A column gives another so much, in points; what that may gain is within the steps of rows.
EXCHANGED, GAIN = 9.0, 0.05


def height(layout: DocumentLayout) -> float:
    return sum(row.rect.height for page in charts_of(layout) for row in page.rows if row.step)


def widths(layout: DocumentLayout) -> dict[Column, float]:
    columns = charts_of(layout)[0].columns
    return {column.column: column.width for column in columns if column.column in TEXT_COLUMNS}


def by_hand(document: Document, wanted: dict[Column, float]) -> Document:
    chart = replace(document.charts[0], widths=ColumnWidths.of(wanted))
    return replace(document, charts=(chart,))


@pytest.mark.parametrize("name", ["S02", "S08", "S22"])
def test_no_exchange_between_two_columns_makes_the_table_much_lower(name: str) -> None:
    document = load_table(SAMPLES / f"{name}.md")
    layout = laid_out(document)
    own, lowest = widths(layout), height(layout) * (1 - GAIN)
    for gains, gives in permutations(own, 2):
        wanted = {**own, gains: own[gains] + EXCHANGED, gives: own[gives] - EXCHANGED}
        assert height(laid_out(by_hand(document, wanted))) >= lowest, (gains, gives)


def test_equal_columns_would_make_the_table_higher() -> None:
    document = load_table(SAMPLES / "S22.md")
    layout = laid_out(document)
    own = widths(layout)
    alike = by_hand(document, dict.fromkeys(own, sum(own.values()) / len(own)))
    assert height(laid_out(alike)) > 1.02 * height(layout)
