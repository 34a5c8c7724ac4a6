"""One chart laid out: planned, routed, and planned again where lines lack room."""

from collections.abc import Callable, Iterable, Sequence

from sopeditor.foundation.message import Message, message
from sopeditor.layout.advice import advice_for_lanes
from sopeditor.layout.chart_plan import NO_EXTRAS, ChartPlan, ChartPlanner, Extras
from sopeditor.layout.context import Context
from sopeditor.layout.frames import PageFrame, frames
from sopeditor.layout.pages import LinkNumbers, place_page
from sopeditor.layout.placement import ChartPage
from sopeditor.layout.routing.problem import Routing, RoutingProblem
from sopeditor.model.chart import Chart

#: Finds the lines of one page.
Router = Callable[[RoutingProblem], Routing]
#: A shortage below this is not worth another round, in points.
_LEAST_SHORTAGE = 0.5


class ChartBuilder:
    """Lays out the charts of one document; routes no page twice that did not change."""

    def __init__(self, context: Context, router: Router) -> None:
        self._context = context
        self._router = router
        self._routed: dict[RoutingProblem, Routing] = {}
        self._numbers = LinkNumbers()
        self._dropped: list[str] = []

    def build(self, chart: Chart, titled: bool) -> tuple[tuple[ChartPage, ...], list[Message]]:
        """Answer the pages of a chart and what did not fit."""
        extras = NO_EXTRAS
        planner = ChartPlanner(self._context, chart, titled)
        plan = planner.plan(extras)
        for _ in range(self._context.style.rounds):
            grown = _grown(extras, self._shortages(plan))
            if grown == extras:
                break
            extras = grown
            plan = planner.plan(extras)
        routed = [(frame, self._routing(frame)) for frame in frames(plan)]
        self._dropped += [flow for pair in routed for flow in _dropped_hints(*pair)]
        pages = tuple(place_page(frame, routing, self._numbers) for frame, routing in routed)
        return pages, _notes(plan)

    @property
    def dropped_hints(self) -> tuple[str, ...]:
        """The flows of all charts built whose wishes by hand could not be followed."""
        return tuple(dict.fromkeys(self._dropped))

    def _shortages(self, plan: ChartPlan) -> list[tuple[PageFrame, Routing]]:
        return [(frame, self._routing(frame)) for frame in frames(plan)]

    def _routing(self, frame: PageFrame) -> Routing:
        problem = frame.problem()
        if not problem.flows:
            return Routing(routes=())
        if problem not in self._routed:
            self._routed[problem] = self._router(problem)
        return self._routed[problem]


def _dropped_hints(frame: PageFrame, routing: Routing) -> list[str]:
    dropped = set(routing.dropped_hints)
    return [piece.flow for piece in frame.pieces if piece.id in dropped]


def _grown(extras: Extras, routed: Iterable[tuple[PageFrame, Routing]]) -> Extras:
    """Answer the extras with what the lines of all pages lacked added to them."""
    lanes, rows = dict(extras.lanes), dict(extras.rows)
    wanted: dict[int, float] = {}
    for frame, routing in routed:
        for lane, shortage in _worthwhile(routing.lane_shortage):
            wanted[lane] = max(wanted.get(lane, 0.0), shortage)
        for row, shortage in _worthwhile(routing.row_shortage):
            key = frame.slots[row].key
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
