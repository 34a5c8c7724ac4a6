"""A step table as a document: all of it, or an error that says where and why not."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from sopeditor.foundation.ids import IdSource, numbered_ids
from sopeditor.foundation.message import message
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow, FlowKind
from sopeditor.model.symbol import Symbol
from sopeditor.tables.columns import Columns
from sopeditor.tables.drafts import Draft, read_drafts
from sopeditor.tables.errors import TableError
from sopeditor.tables.flows import Route, routes_of, routes_onward
from sopeditor.tables.grid import Section, read_sections
from sopeditor.tables.head import HeadValues, identity_of, list_of, read_head
from sopeditor.tables.kinds import goes_on
from sopeditor.tables.legend import Legend
from sopeditor.tables.notation import MAX_FLOWS, MAX_STEPS, Field, HeadKey
from sopeditor.tables.plan import Plan
from sopeditor.tables.ways import WayError


def read_table(text: str) -> Document:
    """Read a step table, separated or Markdown, with its head.

    The same text gives the same document, ids included. Raises TableError, which names
    line and column, for whatever can't be understood.
    """
    sections = read_sections(text)
    heads = [read_head(section.head) for section in sections]
    told = heads[0].document
    _check_steps(sections)
    ids = numbered_ids()
    legend = Legend(ids, told.get(HeadKey.ACTORS))
    charts = tuple(
        _read_chart(section, head.chart, legend, ids)
        for section, head in zip(sections, heads, strict=True)
    )
    return Document(
        identity=identity_of(told),
        actors=legend.with_external(told.get(HeadKey.EXTERNAL)),
        charts=charts,
    )


def _check_steps(sections: Sequence[Section]) -> None:
    rows = [record for section in sections for record in section.rows]
    if len(rows) > MAX_STEPS:
        problem = message("tables.problem.too_many_steps", most=MAX_STEPS)
        raise TableError(rows[MAX_STEPS].line, "", problem)


def _read_chart(section: Section, head: HeadValues, legend: Legend, ids: IdSource) -> Chart:
    chart_id = ids("c")
    lanes = legend.lanes(head.get(HeadKey.ACTORS))
    rows = Columns(section.header).rows(section.rows)
    drafts = tuple(read_drafts(rows, lanes, ids))
    plan = Plan((draft.place for draft in drafts), lanes.cast)
    subtitle = head.get(HeadKey.CHART)
    return Chart(
        id=chart_id,
        subtitle=subtitle.text if subtitle else "",
        lanes=lanes.actor_ids,
        steps=tuple(draft.step for draft in drafts),
        flows=_flows(drafts, plan, ids),
        footnotes=list_of(head, HeadKey.FOOTNOTES),
    )


def _flows(drafts: Sequence[Draft], plan: Plan, ids: IdSource) -> tuple[Flow, ...]:
    flows: list[Flow] = []
    for draft, following in zip_longest(drafts, drafts[1:]):
        for group in draft.place.groups:
            for one, other in pairwise(group.symbols):
                flows.append(_joint(one, other, ids))
        for route in _routes(draft, following, plan):
            flows.append(_flow(route, ids))
            if len(flows) > MAX_FLOWS:
                problem = message("tables.problem.too_many_flows", most=MAX_FLOWS)
                raise draft.row.error(Field.FLOW, problem)
    return tuple(flows)


def _routes(draft: Draft, following: Draft | None, plan: Plan) -> Iterator[Route]:
    """Answer the flows that leave a row; a trouble names the row."""
    try:
        if draft.ways:
            yield from routes_of(draft.place, draft.ways, plan)
        elif following:
            onward = [group for group in draft.place.groups if goes_on(draft.row, group.lead.kind)]
            yield from routes_onward(onward, following.place)
    except WayError as error:
        raise draft.row.error(Field.FLOW, error.problem) from error


def _joint(one: Symbol, other: Symbol, ids: IdSource) -> Flow:
    return Flow(id=ids("f"), source=one.id, target=other.id, kind=FlowKind.JOINT)


def _flow(route: Route, ids: IdSource) -> Flow:
    return Flow(id=ids("f"), source=route.source.id, target=route.target.id, label=route.label)
