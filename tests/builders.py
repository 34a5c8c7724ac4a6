"""Readable documents for tests.

`a_document(lanes="AB", rows="(A) B? A+B (B)", flows="1>2 2>3:Ya 2>1:Tidak 3>4")` draws a chart:

- a row is named by its lanes: `A` kotak, `(A)` kapsul, `A?` belah ketupat; `A+B` done
  together with a joint line, `A|B` one symbol each, `A&B?` one symbol of both, `-` none
- a flow goes from row to row (`1>2`: first symbols) or symbol to symbol (`1A>2B`), with
  its label behind a colon; without `flows` each row with symbols goes on to the next such

Ids tell what they are: actor `A`, step `row1`, symbol `1A` (of two: `1A.B`), flow `1A-2B`,
joint line `3A--3B`.
"""

import re
from itertools import pairwise

from msgspec.structs import replace

from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind

_FLOW = re.compile(r"(\d+)([A-Z&]*)>(\d+)([A-Z&]*)(?::(.*))?")


def a_document(lanes: str = "AB", rows: str = "(A) B (A)", flows: str | None = None) -> Document:
    """Answer a document of one chart, with the id `chart`."""
    chart = a_chart(lanes, rows, flows)
    return Document(actors=some_actors(lanes), charts=(chart,))


def some_actors(lanes: str) -> tuple[Actor, ...]:
    """Answer an actor for each letter; the letter is its id and code."""
    return tuple(Actor(id=lane, name=f"Jabatan {lane}", code=lane) for lane in lanes)


def a_chart(lanes: str, rows: str, flows: str | None = None, name: str = "chart") -> Chart:
    """Answer a chart of the rows and flows that the text draws."""
    steps = tuple(a_step(number, row) for number, row in enumerate(rows.split(), start=1))
    bare = Chart(id=name, lanes=tuple(lanes), steps=steps)
    spelled = _straight(steps) if flows is None else flows
    drawn = tuple(_flow(bare, text) for text in spelled.split())
    joints = tuple(
        joint for step, row in zip(steps, rows.split(), strict=True) for joint in _joints(step, row)
    )
    return replace(bare, flows=(*drawn, *joints))


def a_step(number: int, row: str) -> Step:
    """Answer a step with the symbols of one row, and texts that say nothing amiss."""
    parts = [] if row == "-" else re.split(r"[+|]", row)
    return Step(
        id=f"row{number}",
        activity=f"Menyusun bahan {number}",
        symbols=tuple(_symbol(number, part) for part in parts),
        quality=QualityStandard(
            inputs=f"Bahan {number - 1}",
            duration=Duration(f"{number} jam"),
            output=f"Bahan {number}",
        ),
    )


def flow_pairs(document: Document) -> set[str]:
    """Answer the flows of the first chart as texts: `1A>2B`, `2B>1A:Tidak`, `3A=3B`."""
    return {_spelled(flow) for flow in document.charts[0].flows}


def row_ids(document: Document) -> tuple[str, ...]:
    """Answer the ids of the steps of the first chart, from top to bottom."""
    return tuple(step.id for step in document.charts[0].steps)


def _symbol(number: int, part: str) -> Symbol:
    lanes = part.strip("()?")
    kind = SymbolKind.PROCESS
    if part.startswith("("):
        kind = SymbolKind.TERMINATOR
    elif part.endswith("?"):
        kind = SymbolKind.DECISION
    return Symbol(
        id=f"{number}{lanes.replace('&', '.')}", kind=kind, actors=tuple(lanes.split("&"))
    )


def _straight(steps: tuple[Step, ...]) -> str:
    filled = [number for number, step in enumerate(steps, start=1) if step.symbols]
    return " ".join(f"{number}>{following}" for number, following in pairwise(filled))


def _flow(chart: Chart, text: str) -> Flow:
    found = _FLOW.fullmatch(text)
    assert found, f"no flow: {text}"
    source = _end(chart, found[1], found[2])
    target = _end(chart, found[3], found[4])
    label = (found[5] or "").replace("_", " ")
    return Flow(id=f"{source}-{target}", source=source, target=target, label=label)


def _end(chart: Chart, row: str, lane: str) -> str:
    return f"{row}{lane.replace('&', '.')}" if lane else chart.steps[int(row) - 1].symbols[0].id


def _joints(step: Step, row: str) -> tuple[Flow, ...]:
    if "+" not in row:
        return ()
    first, *others = (symbol.id for symbol in step.symbols)
    return tuple(
        Flow(id=f"{first}--{other}", source=first, target=other, kind=FlowKind.JOINT)
        for other in others
    )


def _spelled(flow: Flow) -> str:
    sign = "=" if flow.kind is FlowKind.JOINT else ">"
    return f"{flow.source}{sign}{flow.target}" + (f":{flow.label}" if flow.label else "")
