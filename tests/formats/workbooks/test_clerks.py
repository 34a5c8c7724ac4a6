"""Charts drawn by hand in many manners are read as what they mean."""

import pytest
from msgspec.structs import replace

from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from tests.builders import a_document
from tests.formats.workbooks import hands
from tests.formats.workbooks.clerks import (
    ACTIVITIES,
    FOREIGN,
    Manner,
    backwards,
    drawn,
    freeform,
    pieces,
    straight,
)
from tests.formats.workbooks.conftest import read

PROCEDURES = {
    "down one lane": a_document("AB", "(A) A B (B)"),
    "a return": a_document("ABC", "(A) B? C (A)", "1>2 2>3:Ya 2>1:Tidak 3>4"),
    "two returns": a_document(
        "ABCD", "(A) B C? D? B (A)", "1>2 2>3 3>4:Ya 3>2:Tidak 4>5:Setuju 4>2:Tidak 5>6"
    ),
}
MANNERS = {
    "glued": Manner(glued=True),
    "not glued": Manner(),
    "rows of many heights": Manner(rows=(44, 96, 60, 130), pull=3),
    "over the borders": Manner(rows=(34, 40), pull=7, seed=3),
    "pieces": Manner(lines=pieces, rows=(70,)),
    "free forms": Manner(lines=freeform, rows=(64, 90), pull=4),
    "drawn backwards": Manner(lines=backwards, rows=(64,)),
    "words inside": Manner(text_inside=True, lines=straight),
    "flowchart presets": Manner(
        presets=("flowChartTerminator", "flowChartProcess", "flowChartDecision"), lines=freeform
    ),
    "ovals": Manner(presets=("ellipse", "flowChartProcess", "flowChartDecision"), lines=freeform),
    "captions of another office": Manner(style=FOREIGN, lines=freeform),
    "no remarks": Manner(style=ACTIVITIES, lines=freeform, pull=2),
    "numbers with gaps": Manner(numbers=lambda number: f"{number * 2}."),
}


def said(document: Document) -> tuple[object, ...]:
    """Answer lanes, steps, symbols and flows by their places."""
    (chart,) = document.charts
    places = {
        symbol.id: (row, chart.lanes.index(symbol.actors[0])) for row, symbol in chart.symbols()
    }
    return (
        [document.actor(lane).name for lane in chart.lanes],
        [(step.activity, step.quality) for step in chart.steps],
        [(places[symbol.id], symbol.kind) for _, symbol in chart.symbols()],
        sorted((places[flow.source], places[flow.target], flow.label) for flow in chart.flows),
    )


@pytest.mark.parametrize("manner", MANNERS)
@pytest.mark.parametrize("procedure", PROCEDURES)
def test_what_is_drawn_is_what_is_read(procedure: str, manner: str) -> None:
    imported = read(drawn(PROCEDURES[procedure], MANNERS[manner]))

    assert said(imported.document) == said(PROCEDURES[procedure])
    assert broken_references(imported.document) == ()
    rules = {found.rule for found in imported.doubtful}
    assert rules <= {"no_cover", "joined_lines", "between_rows"}


def test_a_lost_flow_would_be_noticed() -> None:
    whole = PROCEDURES["a return"]
    (chart,) = whole.charts
    for flow in chart.flows:
        less = replace(chart, flows=tuple(other for other in chart.flows if other is not flow))

        imported = read(drawn(replace(whole, charts=(less,)), MANNERS["free forms"]))

        assert said(imported.document) != said(whole)


@pytest.mark.parametrize("procedure", PROCEDURES)
def test_symbols_may_be_pictures(procedure: str) -> None:
    document = PROCEDURES[procedure]
    imported = read(drawn(document, Manner(pictures=True, lines=freeform)))

    assert said(imported.document)[3] == said(document)[3]
    told = [found.rule for found in imported.findings]
    assert told.count("picture_as_box") == len(list(document.charts[0].symbols()))


@pytest.mark.parametrize("manner", MANNERS)
def test_names_of_shapes_are_not_needed(manner: str) -> None:
    workbook = drawn(PROCEDURES["a return"], MANNERS[manner])

    nameless = hands.with_drawings(workbook, hands.without_names)

    assert said(read(nameless).document) == said(read(workbook).document)
