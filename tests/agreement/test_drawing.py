"""The samples are drawn as a careful person would: by our own figures and by the corpus's."""

import importlib
import sys
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from types import ModuleType

import pytest

from sopeditor.export.formats import Output
from sopeditor.foundation.geometry import Polyline, Rect
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.layout.quality import (
    count_branches_together,
    count_through_symbols,
    drawn_charts,
    most_bends,
)
from sopeditor.layout.report import bench_pages

METRICS = Path(__file__).parents[3] / "shared" / "bench" / "route_metrics.py"
#: A label is read with a line no further away, in points.
NEAR = 3.0
#: No chart has more crossings, those with lines of joint work counted too. S22 has a
#: decision with four exits, two loops back to it, and two more from the next page.
MOST_CROSSINGS = 3
MOST_OF_S22 = 14


@pytest.fixture(scope="module")
def metrics() -> ModuleType:
    """Answer the corpus's own judge of lines."""
    if not METRICS.is_file():
        pytest.skip(f"{METRICS} is not here")
    sys.path.append(str(METRICS.parent))
    return importlib.import_module("route_metrics")


def layout_of(output: Output) -> DocumentLayout:
    assert output.layout is not None
    return output.layout


def chart_pages(output: Output) -> list[ChartPage]:
    return [page for page in layout_of(output).pages if isinstance(page, ChartPage)]


def test_no_line_has_a_defect(output: Output) -> None:
    for page in chart_pages(output):
        assert count_through_symbols(page) == 0
        assert count_branches_together(page) == 0
        assert most_bends(page) <= 4
    crossings = sum(chart.crossings for chart in drawn_charts(layout_of(output)))
    assert crossings <= (
        MOST_OF_S22 if "Kontrak" in output.document.identity.title else MOST_CROSSINGS
    )


def test_the_judge_of_the_corpus_finds_no_defect(output: Output, metrics: ModuleType) -> None:
    for page in bench_pages(layout_of(output)):
        score = metrics.score(page)
        found = {name: score[name] for name in metrics.DEFECTS if score[name]}
        assert found == {}, page["name"]


def test_every_label_stands_beside_its_own_line(output: Output) -> None:
    for page in chart_pages(output):
        for flow in page.flows:
            if flow.label is not None:
                assert is_near(flow.label.rect, flow.points), flow.label.raw


def test_page_links_come_in_pairs(output: Output) -> None:
    ends = defaultdict(list)
    for number, page in enumerate(chart_pages(output)):
        for link in page.links:
            ends[link.number].append((link, number))
    assert sorted(ends) == list(range(1, len(ends) + 1))
    for (link, number), (other, another) in ends.values():
        assert (link.flow, link.lane) == (other.flow, other.lane)
        assert link.outgoing != other.outgoing
        assert number != another


def test_no_page_but_the_last_is_nearly_empty(output: Output) -> None:
    by_chart = defaultdict(list)
    for page in chart_pages(output):
        by_chart[page.chart].append(page)
    room = layout_of(output).printable.height
    for pages in by_chart.values():
        for page in pages[:-1]:
            rows = sum(row.rect.height for row in page.rows)
            assert rows >= room / 3


def is_near(label: Rect, line: Polyline) -> bool:
    around = label.grown(NEAR)
    return any(
        around.intersects(
            Rect.spanning(min(a.x, b.x), min(a.y, b.y), max(a.x, b.x), max(a.y, b.y)).grown(0.01)
        )
        for a, b in pairwise(line)
    )
