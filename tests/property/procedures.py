"""Procedures with everything that a chart may hold: generated whole, like those of offices."""

from collections import Counter
from collections.abc import Iterator, Sequence

from hypothesis import strategies as st

from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind

#: More lines than that find no room on the outline of a symbol.
_MOST_ENDS = 5
_WORDS = ("Memeriksa", "berkas", "dan", "undang-undang", "surat/nota", "pertanggungjawaban", "1")
_BRANCHES = ("Ya", "Tidak", "Perlu perbaikan", "Ditolak")
sentences = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=14).map(" ".join)
#: How symbols stand in a row: alone, in two lanes, in three, several of them, two in a cell.
_STANDINGS = ("one",) * 5 + ("joint", "distant", "several", "tied", "cell")


@st.composite
def whole_procedures(draw: st.DrawFn) -> Document:
    """Answer a document with joint, parallel, merging, branching and returning flows."""
    lanes, count = draw(st.integers(2, 9)), draw(st.integers(2, 18))
    actors = tuple(Actor(id=f"a{n}", name=draw(st.sampled_from(_NAMES))) for n in range(lanes))
    rows = [draw(_steps(number, lanes)) for number in range(count)]
    flows = _limited([*_ties(rows), *draw(_flows(rows))])
    chart = Chart(
        id="c1",
        lanes=tuple(actor.id for actor in actors),
        steps=tuple(step for step, _ in rows),
        flows=tuple(flows),
    )
    page = PageSetup(
        paper=draw(st.sampled_from(Paper)),
        orientation=draw(st.sampled_from((*Orientation, Orientation.LANDSCAPE))),
        font_size=draw(st.sampled_from((7.0, 8.0, 8.0, 9.0, 10.0))),
    )
    return Document(actors=actors, charts=(chart,), page=page)


_NAMES = ("Kepala", "Kepala Seksi", "Sekretaris", "Tim Teknis", "Bendahara Pengeluaran")


@st.composite
def _steps(draw: st.DrawFn, number: int, lanes: int) -> tuple[Step, bool]:
    """Answer a step, and whether its symbols are tied by a plain line."""
    standing = draw(st.sampled_from(_STANDINGS))
    places = draw(st.permutations(range(lanes)))
    first = draw(st.integers(0, lanes - 2))
    stands: dict[str, list[Sequence[int]]] = {
        "one": [places[:1]],
        "joint": [(first, first + 1)],
        "distant": [places[:3]],
        "several": [[place] for place in places[:3]],
        "tied": [[place] for place in places[:2]],
        "cell": [places[:1], places[:1]],
    }
    groups = stands[standing]
    kinds = [draw(st.sampled_from(_KINDS)) for _ in groups]
    step = Step(
        id=f"s{number}",
        activity=draw(sentences),
        symbols=tuple(
            Symbol(id=f"y{number}.{n}", kind=kind, actors=tuple(f"a{lane}" for lane in group))
            for n, (kind, group) in enumerate(zip(kinds, groups, strict=True))
        ),
        quality=QualityStandard(inputs=draw(sentences), duration=Duration("5 menit")),
        break_before=draw(st.integers(0, 11)) == 11,
    )
    return step, standing == "tied"


_KINDS = (SymbolKind.PROCESS,) * 3 + (SymbolKind.DECISION,) * 2 + (SymbolKind.TERMINATOR,)


def _ties(rows: list[tuple[Step, bool]]) -> Iterator[Flow]:
    """Answer the plain lines of the rows whose symbols are done together."""
    for step, tied in rows:
        if tied and len(step.symbols) == 2:
            source, target = (symbol.id for symbol in step.symbols)
            yield Flow(id=f"{step.id}-tie", source=source, target=target, kind=FlowKind.JOINT)


@st.composite
def _flows(draw: st.DrawFn, rows: list[tuple[Step, bool]]) -> list[Flow]:
    """Answer arrows: on to the next row, further on, back, and to where others go too."""
    found: list[Flow] = []
    everything = [symbol for step, _ in rows for symbol in step.symbols]
    for place, (step, _) in enumerate(rows):
        following = rows[place + 1][0].symbols if place + 1 < len(rows) else ()
        for symbol in step.symbols:
            is_decision = symbol.kind is SymbolKind.DECISION
            targets = [s.id for s in following[: draw(st.integers(1, 3))]]
            more = draw(st.integers(1, 3)) if is_decision else draw(st.integers(0, 4)) // 4
            targets += [draw(st.sampled_from(everything)).id for _ in range(more)]
            for number, target in enumerate(dict.fromkeys(targets)):
                label = _BRANCHES[number % len(_BRANCHES)] if is_decision else ""
                if target != symbol.id:
                    name = f"f{len(found)}"
                    found.append(Flow(id=name, source=symbol.id, target=target, label=label))
    return found


def _limited(flows: list[Flow]) -> list[Flow]:
    """Answer the flows that find room at both of their symbols."""
    ends: Counter[str] = Counter()
    kept = []
    for flow in flows:
        if ends[flow.source] < _MOST_ENDS and ends[flow.target] < _MOST_ENDS:
            ends.update((flow.source, flow.target))
            kept.append(flow)
    return kept
