"""Hypothesis strategies: any valid document and the parts of one.

`documents()` gives documents that keep every promise of the model (unique ids, references
that lead somewhere) and that the file format gives back exactly: clean text, lengths on a
grid of 1/1000. `any_text` gives what a paste may bring, unclean characters included.
"""

from hypothesis import strategies as st

from sopeditor.foundation.geometry import Point
from sopeditor.foundation.text import clean_text
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.date import DateText
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints, FlowKind, Side
from sopeditor.model.identity import (
    Approver,
    Classification,
    Completeness,
    Genericity,
    Identity,
    Logo,
    Nature,
    Scope,
)
from sopeditor.model.page import Margins, Orientation, PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import TEXT_COLUMNS, Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.model.widths import AUTOMATIC_WIDTHS, LEAST_WIDTH, ColumnWidths

any_text = st.text(st.characters(), max_size=20)
texts = any_text.map(clean_text)
lists_of_text = st.lists(texts, max_size=3).map(tuple)
lengths = st.integers(0, 100_000).map(lambda thousandths: thousandths / 1000)
points = st.builds(
    lambda x, y: Point(x / 1000, y / 1000),
    st.integers(-2_000_000, 2_000_000),
    st.integers(-2_000_000, 2_000_000),
)

durations = st.builds(Duration, texts)
qualities = st.builds(QualityStandard, inputs=texts, tools=texts, duration=durations, output=texts)
classifications = st.builds(
    Classification,
    nature=st.none() | st.sampled_from(Nature),
    scope=st.none() | st.sampled_from(Scope),
    completeness=st.none() | st.sampled_from(Completeness),
    genericity=st.none() | st.sampled_from(Genericity),
)
approvers = st.builds(Approver, position=texts, name=texts, employee_id=texts, rank=texts)
dates = st.dates().map(lambda day: DateText(day.isoformat())) | texts.map(DateText)
logos = st.builds(Logo, st.binary(max_size=300))
identities = st.builds(
    Identity,
    title=texts,
    agency=texts,
    unit=texts,
    logo=st.none() | logos,
    sop_number=texts,
    created_on=dates,
    revised_on=dates,
    effective_on=dates,
    approver=approvers,
    legal_bases=lists_of_text,
    related_sops=lists_of_text,
    warnings=lists_of_text,
    actor_qualifications=lists_of_text,
    equipment=lists_of_text,
    records=lists_of_text,
    classification=classifications,
)
pages = st.builds(
    PageSetup,
    paper=st.sampled_from(Paper),
    orientation=st.sampled_from(Orientation),
    margins=st.builds(Margins, top=lengths, right=lengths, bottom=lengths, left=lengths),
    foot_zone=lengths,
    font_family=st.sampled_from(("Arial", "Bookman Old Style", "Noto Sans")),
    font_size=st.integers(5, 24).map(float),
)
#: From the least width to more than any paper has room for.
column_widths = st.just(AUTOMATIC_WIDTHS) | st.dictionaries(
    st.sampled_from(Column),
    st.integers(round(LEAST_WIDTH * 1000), 600_000).map(lambda thousandths: thousandths / 1000),
).map(ColumnWidths.of)
hints = st.just(NO_HINTS) | st.builds(
    FlowHints,
    source_side=st.none() | st.sampled_from(Side),
    target_side=st.none() | st.sampled_from(Side),
    way_points=st.lists(points, max_size=3).map(tuple),
    label_position=st.none() | points,
)


@st.composite
def steps(draw: st.DrawFn, step_id: str, lanes: tuple[str, ...]) -> Step:
    """Answer a step whose symbols stand in `lanes`; none when there are no lanes."""
    count = draw(st.integers(0, 2)) if lanes else 0
    symbols = tuple(
        Symbol(
            id=f"{step_id}-y{number}",
            kind=draw(st.sampled_from(SymbolKind)),
            actors=tuple(
                draw(st.lists(st.sampled_from(lanes), min_size=1, max_size=3, unique=True))
            ),
            caption=draw(texts),
        )
        for number in range(count)
    )
    return Step(
        id=step_id,
        activity=draw(texts),
        symbols=symbols,
        quality=draw(qualities),
        remarks=draw(texts),
        label=draw(st.just("") | texts),
        shared=draw(st.frozensets(st.sampled_from(TEXT_COLUMNS), max_size=3)),
        break_before=draw(st.booleans()),
    )


@st.composite
def charts(draw: st.DrawFn, chart_id: str, actor_ids: tuple[str, ...]) -> Chart:
    """Answer a chart that uses some of `actor_ids` as lanes."""
    lanes: tuple[str, ...] = ()
    if actor_ids:
        lanes = tuple(draw(st.lists(st.sampled_from(actor_ids), unique=True)))
    rows = tuple(
        draw(steps(f"{chart_id}-s{number}", lanes)) for number in range(draw(st.integers(0, 4)))
    )
    symbols = [symbol.id for row in rows for symbol in row.symbols]
    flow_count = draw(st.integers(0, 4)) if symbols else 0
    flows = tuple(
        Flow(
            id=f"{chart_id}-f{number}",
            source=draw(st.sampled_from(symbols)),
            target=draw(st.sampled_from(symbols)),
            label=draw(texts),
            kind=draw(st.sampled_from(FlowKind)),
            hints=draw(hints),
        )
        for number in range(flow_count)
    )
    return Chart(
        id=chart_id,
        subtitle=draw(texts),
        lanes=lanes,
        steps=rows,
        flows=flows,
        footnotes=draw(lists_of_text),
        widths=draw(column_widths),
    )


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Answer any valid document of up to four actors and two charts."""
    actors = tuple(
        Actor(id=f"a{number}", name=draw(texts), code=draw(texts), external=draw(st.booleans()))
        for number in range(draw(st.integers(0, 4)))
    )
    actor_ids = tuple(actor.id for actor in actors)
    return Document(
        identity=draw(identities),
        profile=draw(st.sampled_from(("permenpan_35_2012", "perpan_21_2008"))),
        actors=actors,
        charts=tuple(
            draw(charts(f"c{number}", actor_ids)) for number in range(draw(st.integers(0, 2)))
        ),
        page=draw(pages),
    )
