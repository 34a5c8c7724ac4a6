"""Pages that margins and the foot zone leave little of: the table stays out of the foot zone."""

import pytest

from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.chart import Chart
from sopeditor.model.page import Margins, Orientation, PageSetup, Paper
from tests.unit.layout.support import (
    DECISION,
    chart,
    charts_of,
    document,
    flow,
    laid_out,
    step,
    symbol,
)

LOW = Margins(top=0.0, right=15.0, bottom=100.0, left=15.0)


def crowded(steps: int) -> Chart:
    """Answer a chart whose rows, head, subtitle and footnotes all want much of a page."""
    rows = [
        step(n, symbol(n, n % 3, kind=DECISION), activity="Memeriksa " * 9, break_before=True)
        for n in range(steps)
    ]
    flows = [flow(n, n, (n + 1) % steps, "Perlu perbaikan") for n in range(steps)]
    return chart(
        rows,
        flows,
        subtitle="Bagan alir untuk seluruh unit kerja " * 12,
        footnotes=("Catatan tentang langkah. " * 8,) * 6,
    )


def low_page(foot_zone: float, size: float, paper: Paper = Paper.A4) -> PageSetup:
    return PageSetup(
        paper=paper,
        orientation=Orientation.LANDSCAPE,
        margins=LOW,
        foot_zone=foot_zone,
        font_size=size,
    )


def assert_above_the_foot_zone(layout: DocumentLayout) -> None:
    for page in charts_of(layout):
        assert page.table.bottom <= layout.foot_zone.top
        assert all(text.rect.bottom <= layout.foot_zone.top for text in (*page.above, *page.below))


@pytest.mark.parametrize("steps", [1, 2, 5])
@pytest.mark.parametrize("size", [5.0, 8.0, 15.0, 24.0])
@pytest.mark.parametrize("foot_zone", [0.0, 44.0, 61.0])
@pytest.mark.parametrize("paper", [Paper.A4, Paper.F4])
def test_no_page_runs_into_the_foot_zone(
    paper: Paper, foot_zone: float, size: float, steps: int
) -> None:
    layout = laid_out(document(crowded(steps), page=low_page(foot_zone, size, paper)))
    assert_above_the_foot_zone(layout)
    shown = [row.step for page in charts_of(layout) for row in page.rows if row.step]
    assert list(dict.fromkeys(shown)) == [f"s{number}" for number in range(steps)]


def test_texts_around_the_table_give_way_to_its_rows_and_that_is_told() -> None:
    layout = laid_out(document(crowded(1), page=low_page(61.0, 15.0)))
    keys = {note.key for note in layout.notes}
    assert keys >= {"layout.note.footnotes_cut", "layout.note.subtitle_cut"}


def test_a_page_of_usual_margins_keeps_all_its_texts() -> None:
    drawn = chart([step(0, symbol(0, 0))], subtitle="Bagan", footnotes=("Catatan",) * 3)
    layout = laid_out(document(drawn))
    assert layout.notes == ()
    assert len(charts_of(layout)[0].below[0].lines) == 3
