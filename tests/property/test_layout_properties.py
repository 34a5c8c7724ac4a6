"""What every layout keeps, whatever document it is given."""

from collections import Counter
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopeditor.foundation.geometry import Rect
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import TEXT_COLUMNS, Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.files import load_table
from tests.strategies import column_widths, documents
from tests.unit.layout.support import PROFILE, SAMPLES, HalfEm

words = st.sampled_from(
    ("Memeriksa", "berkas", "pertanggungjawaban", "barang/jasa", "undang-undang", "dan", "1")
)
sentences = st.lists(words, max_size=30).map(" ".join)


@st.composite
def steps(draw: st.DrawFn, number: int, lanes: int) -> Step:
    kinds = draw(st.lists(st.sampled_from(SymbolKind), max_size=3))
    actors = st.lists(st.sampled_from(range(lanes)), min_size=1, max_size=4, unique=True)
    return Step(
        id=f"s{number}",
        activity=draw(sentences),
        symbols=tuple(
            Symbol(
                id=f"y{number}.{place}",
                kind=kind,
                actors=tuple(f"a{lane}" for lane in draw(actors)),
            )
            for place, kind in enumerate(kinds)
        ),
        quality=QualityStandard(inputs=draw(sentences), duration=Duration(draw(words))),
        shared=draw(st.frozensets(st.sampled_from(TEXT_COLUMNS), max_size=2)),
        break_before=draw(st.integers(0, 9)) == 0,
    )


@st.composite
def procedures(draw: st.DrawFn) -> Document:
    """Answer documents that are larger and more like a procedure than `documents()`."""
    lanes, count = draw(st.integers(1, 13)), draw(st.integers(1, 25))
    rows = tuple(draw(steps(number, lanes)) for number in range(count))
    symbols = [symbol.id for row in rows for symbol in row.symbols]
    ends = st.sampled_from(symbols) if symbols else st.nothing()
    flows = tuple(
        Flow(
            id=f"f{number}",
            source=draw(ends),
            target=draw(ends),
            label=draw(st.sampled_from(("", "", "Ya", "Perlu perbaikan"))),
        )
        for number in range(draw(st.integers(0, count)) if symbols else 0)
    )
    chart = Chart(
        id="c1",
        lanes=tuple(f"a{lane}" for lane in range(lanes)),
        steps=rows,
        flows=flows,
        footnotes=draw(st.sampled_from(((), ("Catatan",) * 3))),
        widths=draw(column_widths),
    )
    return Document(
        actors=tuple(Actor(id=f"a{lane}", name=draw(sentences)) for lane in range(lanes)),
        charts=(chart,),
        page=PageSetup(
            paper=draw(st.sampled_from(Paper)),
            orientation=draw(st.sampled_from(Orientation)),
            font_size=draw(st.sampled_from((7.0, 8.0, 9.0, 12.0))),
        ),
    )


SAMPLE_FILES = sorted(SAMPLES.glob("S*.md"))


def check(document: Document) -> None:
    """Assert all that a layout promises."""
    layout = lay_out(document, PROFILE, HalfEm())
    assert layout == lay_out(document, PROFILE, HalfEm())
    check_layout(document, layout)


def check_layout(document: Document, layout: DocumentLayout) -> None:
    """Assert that all of a document stands on its pages, everything in its place."""
    for chart in document.charts:
        pages = layout.chart_pages(chart.id)
        assert pages
        _steps_stand_once(chart, pages)
        _flows_are_whole(chart, pages)
        for page in pages:
            _table_fits(page, layout)
            _cells_do_not_overlap(page)
            _symbols_stay_in_their_cells(page)
    _links_are_paired(layout)


def _steps_stand_once(chart: Chart, pages: tuple[ChartPage, ...]) -> None:
    shown = [row for page in pages for row in page.rows if row.step]
    order = [row.position for row in shown]
    assert order == sorted(order)
    assert list(dict.fromkeys(row.step for row in shown)) == [step.id for step in chart.steps]
    symbols = Counter(s.symbol for page in pages for s in page.symbols if not s.partner)
    assert set(symbols.values()) <= {1}
    drawn = {s.id for _, s in chart.symbols() if set(s.actors) & set(chart.lanes)}
    assert set(symbols) == drawn


def _flows_are_whole(chart: Chart, pages: tuple[ChartPage, ...]) -> None:
    """Every flow between two different symbols is drawn, whole or in two halves."""
    standing = {s.symbol for page in pages for s in page.symbols}
    pieces = Counter(f.flow for page in pages for f in page.flows if f.flow)
    links = {link.flow for page in pages for link in page.links}
    for flow in chart.flows:
        is_drawn = flow.source != flow.target and {flow.source, flow.target} <= standing
        assert pieces[flow.id] == (2 if flow.id in links else 1) * is_drawn
    labels = Counter(f.flow for page in pages for f in page.flows if f.label)
    assert all(times == 1 for times in labels.values())


def _table_fits(page: ChartPage, layout: DocumentLayout) -> None:
    assert layout.printable.encloses(page.table, 0.001)
    assert page.table.bottom <= layout.foot_zone.top + 0.001
    assert all(text.rect.bottom <= layout.foot_zone.top for text in (*page.above, *page.below))
    assert all(column.width > 0 and column.width % 3 == 0 for column in page.columns)
    assert all(row.rect.height > 0 and row.rect.height % 3 == 0 for row in page.rows)
    assert all(row.rect.height <= 409.5 for row in page.rows)
    edges = [page.body.top, *(row.rect.bottom for row in page.rows)]
    assert [row.rect.top for row in page.rows] == edges[:-1]
    assert edges[-1] == page.body.bottom == page.table.bottom


def _cells_do_not_overlap(page: ChartPage) -> None:
    """Cells tile the table: their areas add up and they lie inside it."""
    cells = [*page.header, *(cell for row in page.rows for cell in row.cells)]
    assert all(page.table.encloses(cell.rect) for cell in cells)
    area = sum(cell.rect.width * cell.rect.height for cell in cells)
    assert area == pytest.approx(page.table.width * page.table.height)
    for cell in cells:
        if cell.text:
            assert cell.rect.encloses(cell.text.rect, 0.001)
            height = len(cell.text.lines) * cell.text.pitch
            assert height <= cell.rect.height + 0.001


def _symbols_stay_in_their_cells(page: ChartPage) -> None:
    lanes = {column.lane: column for column in page.columns if column.lane is not None}
    by_row: dict[int, list[Rect]] = {}
    for symbol in page.symbols:
        row = page.rows[symbol.row]
        assert row.step == symbol.step
        left, right = lanes[symbol.first_lane].left, lanes[symbol.last_lane].right
        cell = Rect.spanning(left, row.rect.top, right, row.rect.bottom)
        assert cell.encloses(symbol.rect)
        by_row.setdefault(symbol.row, []).append(symbol.rect)
    for link in page.links:
        row, lane = page.rows[link.row], lanes[link.lane]
        assert row.step == ""
        assert Rect(lane.left, row.rect.top, lane.width, row.rect.height).encloses(link.rect)
        by_row.setdefault(link.row, []).append(link.rect)
    for rects in by_row.values():
        assert not any(one.intersects(other) for one, other in combinations(rects, 2))


def _links_are_paired(layout: DocumentLayout) -> None:
    pages = [page for page in layout.pages if isinstance(page, ChartPage)]
    links = [link for page in pages for link in page.links]
    pairs: dict[int, list[tuple[str, bool]]] = {}
    for link in links:
        pairs.setdefault(link.number, []).append((link.flow, link.outgoing))
    assert sorted(pairs) == list(range(1, len(pairs) + 1))
    for both in pairs.values():
        assert len(both) == 2
        assert both[0][0] == both[1][0]
        assert {outgoing for _, outgoing in both} == {True, False}


def _fill(page: ChartPage, layout: DocumentLayout) -> float:
    """Answer which share of the room for rows the steps of a page take."""
    steps = sum(row.rect.height for row in page.rows if row.step)
    return steps / (layout.foot_zone.top - page.body.top)


@settings(max_examples=60, deadline=None)
@given(procedures())
def test_any_procedure_is_laid_out_properly(document: Document) -> None:
    check(document)


@settings(max_examples=60, deadline=None)
@given(documents())
def test_any_document_is_laid_out_properly(document: Document) -> None:
    check(document)


@pytest.mark.skipif(not SAMPLE_FILES, reason="the sample tables are not here")
@pytest.mark.parametrize("path", SAMPLE_FILES, ids=lambda path: path.stem)
def test_every_sample_is_laid_out_properly(path: Path) -> None:
    document = load_table(path)
    check(document)
    layout = lay_out(document, PROFILE, HalfEm())
    assert layout.notes == ()
    pages = layout.chart_pages(document.charts[0].id)
    assert all(_fill(page, layout) >= 1 / 3 for page in pages[:-1])
    assert sum(bool(row.step) for row in pages[-1].rows) > 1
    assert {c.column for c in pages[0].columns} == set(Column) - {Column.TOOLS}
