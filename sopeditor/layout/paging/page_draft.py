"""A page of a chart as its lines need to know it, recalled where nothing on it changed."""

from collections.abc import Hashable, Mapping

from msgspec import Struct

from sopeditor.layout.paging.chart_plan import ChartPlan, link_rows
from sopeditor.layout.paging.frames import PageFrame, frame_of
from sopeditor.layout.paging.links import FlowEnds, LinkEnd
from sopeditor.layout.paging.pages import LinkNumbers, place_page
from sopeditor.layout.paging.pagination import Span
from sopeditor.layout.placement import ChartPage
from sopeditor.layout.routing.problem import Routing, RoutingProblem


class PageDraft(Struct, frozen=True, eq=False):
    """What is asked of the router for a page, and what its answer speaks of.

    `slots` are the keys of the rows, `flows` the ids of flows by those of their pieces,
    `linked` the flows of the page links in the order in which they are numbered; `unheeded`
    the flows whose wishes by hand the page does not even ask for.
    """

    problem: RoutingProblem
    slots: tuple[str, ...]
    flows: Mapping[str, str]
    linked: tuple[str, ...]
    unheeded: tuple[str, ...] = ()

    @classmethod
    def of(cls, frame: PageFrame) -> "PageDraft":
        """Answer the draft of a page; equal pages ask the same object of the router."""
        links = [s.what for s in frame.standing if isinstance(s.what, LinkEnd)]
        return cls(
            problem=frame.plan.context.recall.same("problem", frame.problem()),
            slots=tuple(slot.key for slot in frame.slots),
            flows={piece.id: piece.flow for piece in frame.pieces},
            linked=tuple(end.flow.id for end in links),
            unheeded=tuple(piece.flow for piece in frame.pieces if piece.unheeded),
        )


def drafts(plan: ChartPlan) -> list[tuple[Span | None, PageDraft]]:
    """Answer the pages of a chart; a chart without rows has one with its head alone."""
    return [(span, _draft(plan, span)) for span in plan.spans or (None,)]


def placed_page(
    plan: ChartPlan, span: Span | None, draft: PageDraft, routing: Routing, numbers: LinkNumbers
) -> ChartPage:
    """Answer the finished page of a draft with its lines."""
    recall = plan.context.recall
    numbered = tuple(numbers.number(flow) for flow in draft.linked)
    return recall.answer(
        ("placed", id(draft), id(routing), numbered),
        lambda: place_page(frame_of(plan, span), routing, numbers),
        draft,
        routing,
    )


def _draft(plan: ChartPlan, span: Span | None) -> PageDraft:
    rows = plan.rows.rows[span.first : span.last + 1] if span else ()
    touching = plan.links.touching(span.first, span.last) if span else []
    return plan.context.recall.answer(
        _key(plan, span, touching),
        lambda: PageDraft.of(frame_of(plan, span)),
        plan.ground.header,
        rows,
        [ends.flow for ends in touching],
    )


def _key(plan: ChartPlan, span: Span | None, touching: list[FlowEnds]) -> Hashable:
    """Answer all that a page depends on; rows and flows by their identity."""
    common = ("draft", plan.chart.id, id(plan.ground.header))
    if span is None:
        return (*common, plan.above, plan.below)
    first, last = span.first, span.last
    final = last == len(plan.rows.rows) - 1
    return (
        *common,
        plan.above if first == 0 else None,
        plan.below if final else None,
        tuple(map(id, plan.rows.rows[first : last + 1])),
        tuple(_course(ends, first, last) for ends in touching),
        link_rows(plan, span),
        tuple(
            (run.column, *run.piece(first, last), run.first >= first, run.text, lines)
            for run, lines in plan.rows.runs_among(first, last)
        ),
        first if plan.rows.runs else 0,
    )


def _course(ends: FlowEnds, first: int, last: int) -> tuple[int, int, int]:
    """Answer a flow and the rows of its ends, counted from the page; -1 elsewhere."""
    rows = (ends.source_row, ends.target_row)
    source, target = (row - first if first <= row <= last else -1 for row in rows)
    return id(ends.flow), source, target
