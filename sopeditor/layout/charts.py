"""One chart laid out: planned, routed, and planned again where lines lack room."""

from collections.abc import Callable, Iterable, Sequence

from sopeditor.foundation.message import Message, message
from sopeditor.layout.advice import advice_for_lanes
from sopeditor.layout.context import Context
from sopeditor.layout.paging.chart_plan import NO_EXTRAS, ChartPlan, ChartPlanner, Extras
from sopeditor.layout.paging.page_draft import PageDraft, drafts, placed_page
from sopeditor.layout.paging.pages import LinkNumbers
from sopeditor.layout.paging.pagination import Span
from sopeditor.layout.placement import ChartPage
from sopeditor.layout.routing.memory import RoutingMemory
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from sopeditor.model.chart import Chart

#: Finds the lines of one page.
Router = Callable[[RoutingProblem], Routing]
NO_LINES = Routing(routes=())
#: A shortage below this is not worth another round, in points.
_LEAST_SHORTAGE = 0.5


class ChartBuilder:
    """Lays out the charts of one document; makes no page that is known from before.

    `router` tells how much room the lines of a page need. `memory`, if there is one, draws
    them; rows and lanes stand where they would without it.
    """

    def __init__(self, context: Context, router: Router, memory: RoutingMemory | None) -> None:
        self._context = context
        self._router = router
        self._memory = memory
        self._numbers = LinkNumbers()
        self._dropped: list[str] = []

    def build(self, chart: Chart, titled: bool) -> tuple[tuple[ChartPage, ...], list[Message]]:
        """Answer the pages of a chart and what did not fit."""
        extras = NO_EXTRAS
        planner = ChartPlanner(self._context, chart, titled)
        plan = planner.plan(extras)
        drawn = drafts(plan)
        for _ in range(self._context.style.rounds):
            grown = _grown(extras, [(draft, self._room(draft)) for _, draft in drawn])
            if grown == extras:
                break
            extras = grown
            plan = planner.plan(extras)
            drawn = drafts(plan)
        pages = tuple(self._page(plan, span, draft) for span, draft in drawn)
        return pages, _notes(plan)

    @property
    def dropped_hints(self) -> tuple[str, ...]:
        """The flows of all charts built whose wishes by hand could not be followed."""
        return tuple(dict.fromkeys(self._dropped))

    def _page(self, plan: ChartPlan, span: Span | None, draft: PageDraft) -> ChartPage:
        routing = self._room(draft)
        if self._memory is not None and draft.problem.flows:
            routing = self._memory(draft.problem, routing)
        dropped = set(routing.dropped_hints)
        self._dropped += draft.unheeded
        self._dropped += [flow for piece, flow in draft.flows.items() if piece in dropped]
        return placed_page(plan, span, draft, routing, self._numbers)

    def _room(self, draft: PageDraft) -> Routing:
        """Answer the lines of a page as they are found without looking at those before."""
        problem = draft.problem
        if not problem.flows:
            return NO_LINES
        return self._context.recall.answer(
            ("room", id(problem)), lambda: self._router(problem), problem
        )


def _grown(extras: Extras, routed: Iterable[tuple[PageDraft, Routing]]) -> Extras:
    """Answer the extras with what the lines of all pages lacked added to them."""
    lanes, rows = dict(extras.lanes), dict(extras.rows)
    wanted: dict[int, float] = {}
    for draft, routing in routed:
        for lane, shortage in _worthwhile(routing.lane_shortage):
            wanted[lane] = max(wanted.get(lane, 0.0), shortage)
        for row, shortage in _worthwhile(routing.row_shortage):
            key = draft.slots[row]
            rows[key] = rows.get(key, 0.0) + shortage
    for lane, shortage in wanted.items():
        lanes[lane] = lanes.get(lane, 0.0) + shortage
    return Extras(lanes, rows)


def _worthwhile(shortages: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    return [(index, points) for index, points in shortages if points >= _LEAST_SHORTAGE]


def _notes(plan: ChartPlan) -> list[Message]:
    notes = []
    if plan.columns.too_narrow:
        notes.append(advice_for_lanes(plan.context, plan.chart))
    notes.extend(message("layout.note.row_continued", step=label) for label in plan.rows.continued)
    notes.extend(message("layout.note.symbols_crowded", step=label) for label in plan.rows.crowded)
    if plan.columns.hands_cut:
        notes.append(message("layout.note.hands_cut"))
    if plan.above.cut:
        notes.append(message("layout.note.subtitle_cut"))
    if plan.below.cut:
        notes.append(message("layout.note.footnotes_cut"))
    return notes
