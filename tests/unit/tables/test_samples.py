"""Eighteen real procedures as step tables, and the figures that each must have."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

import pytest

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.integrity import broken_references
from sopeditor.model.step import Step
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.cast import Cast
from sopeditor.tables.outline import outline
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_markdown

SAMPLES = Path(__file__).parents[2] / "samples"

#: Of each sample: steps, lanes, decisions, flows back, joint steps, rows with parallel
#: flows, ends; and of the main path: minutes, times that can't be added up, its steps.
FIGURES = """
S01|  10|   5|   2|   0|   0|   0|   2|    550|   0| 1-2 4-10
S02|  13|   4|   3|   0|   1|   6|   3
S03|  11|   5|   1|   1|   0|   0|   1|    135|   1| 1-11
S04|   9|   5|   2|   2|   0|   0|   1|   1050|   0| 1-2 4-9
S06|  10|   6|   3|   2|   0|   0|   2|   1015|   0| 1-8 10
S07|   9|   6|   2|   2|   0|   0|   1|   6300|   0| 1-9
S08|  18|   8|   4|   4|   1|   1|   1|   1880|   0| 1-2 4-15 18
S10|   8|   4|   1|   0|   0|   0|   2|     45|   0| 1-6 8
S11|  11|   6|   2|   2|   0|   0|   1|    660|   0| 1-11
S13|  11|   6|   2|   2|   1|   1|   1|    780|   0| 1-4 6-11
S14|   9|   5|   1|   1|   1|   0|   1|  18260|   4| 1-9
S16|  14|   7|   4|   4|   0|   1|   2|   4620|   0| 1-5 7-13
S18|   9|   7|   3|   0|   1|   1|   2|    705|   1| 1-8
S21|  14|   4|   2|   2|   2|   0|   1|    450|  13| 1-14
S22|  30|   4|   7|   6|  10|   0|   2|  13560|   1| 1-18 21-22 24-26 29
S24|  31|  11|   7|   7|   2|   2|   1|  22380|   0| 1-9 11-13 15-19 21-27 30-31
S25|  16|   7|   4|   4|   3|   1|   1|  18255|   0| 1-5 7-13 15-16
S26|  40|  12|  12|  11|   4|   2|   1|  41910|   1| 1-22 24-27 29-38 40
"""


@dataclass(frozen=True)
class Figures:
    """What a sample holds, in the order of `FIGURES`."""

    steps: int
    lanes: int
    decisions: int
    loops: int
    joint: int
    parallel: int
    ends: int
    minutes: int | None = None
    unmeasured: int | None = None
    path: tuple[int, ...] = field(default=(), kw_only=True)


def _expected() -> Iterator[tuple[str, Figures]]:
    for line in FIGURES.strip().splitlines():
        name, *cells = (cell.strip() for cell in line.split("|"))
        path = [part.split("-") for part in cells[9].split()] if len(cells) > 9 else []
        steps = (range(int(part[0]), int(part[-1]) + 1) for part in path)
        yield name, Figures(*map(int, cells[:9]), path=tuple(chain.from_iterable(steps)))


EXPECTED = dict(_expected())


def _read(name: str) -> Document:
    return read_table((SAMPLES / f"{name}.md").read_text("utf-8"))


def _arrows(chart: Chart) -> Iterator[tuple[int, int, Flow]]:
    """Answer the arrows with the positions of the steps that they leave and enter."""
    symbols = chart.symbol_index()
    for flow in chart.flows:
        if flow.kind is FlowKind.FLOW:
            yield symbols[flow.source][0], symbols[flow.target][0], flow


def _main_path(chart: Chart) -> list[int]:
    """Answer the positions of the steps when the first flow is followed until it ends."""
    onward: dict[int, int] = {}
    for source, target, _ in _arrows(chart):
        onward.setdefault(source, target)
    path = [0]
    while path[-1] in onward:
        path.append(onward[path[-1]])
        assert len(path) <= len(chart.steps)
    return path


def _is_joint(chart: Chart, step: Step) -> bool:
    ids = {symbol.id for symbol in step.symbols}
    joined = any(flow.kind is FlowKind.JOINT and flow.source in ids for flow in chart.flows)
    return joined or any(len(symbol.actors) > 1 for symbol in step.symbols)


def _figures(document: Document) -> Figures:
    chart = document.charts[0]
    places = [place for _, place in outline(chart, Cast(document.actors)).rows]
    leads = [[group.lead for group in place.groups] for place in places]
    sources = {flow.source for _, _, flow in _arrows(chart)}
    # A row is parallel when it has several symbols of their own, or sends one flow two ways.
    spread = [
        len(one) > 1
        or (
            one[0].kind is not SymbolKind.DECISION
            and len({target for source, target, _ in _arrows(chart) if source == row}) > 1
        )
        for row, one in enumerate(leads)
    ]
    path = _main_path(chart)
    times = [chart.steps[row].quality.duration.minutes for row in path]
    return Figures(
        steps=len(chart.steps),
        lanes=len(chart.lanes),
        decisions=sum(one[0].kind is SymbolKind.DECISION for one in leads),
        loops=sum(target <= source for source, target, _ in _arrows(chart)),
        joint=sum(_is_joint(chart, step) for step in chart.steps),
        parallel=sum(spread),
        ends=sum(
            lead.kind is SymbolKind.TERMINATOR and lead.id not in sources
            for one in leads
            for lead in one
        ),
        minutes=int(sum(time for time in times if time is not None)),
        unmeasured=times.count(None),
        path=tuple(row + 1 for row in path),
    )


@pytest.mark.parametrize(("name", "expected"), EXPECTED.items())
def test_a_sample_has_its_figures(name: str, expected: Figures) -> None:
    found = _figures(_read(name))
    if expected.minutes is None:
        # Its rows 5a and 8a keep the labels of the original; it has no figures of a path.
        found = replace(found, minutes=None, unmeasured=None, path=())
    assert found == expected


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_is_sound_and_comes_back(name: str) -> None:
    document = _read(name)
    assert broken_references(document) == ()
    assert read_table(write_markdown(document)) == document


def test_every_sample_has_figures() -> None:
    assert {path.stem for path in SAMPLES.glob("S*.md")} == set(EXPECTED)
