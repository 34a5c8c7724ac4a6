"""What the tests of the layout share: a simple measurer, a profile, small documents."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.assembly import assemble
from sopeditor.layout.context import Context
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import ChartPage, CoverPage, DocumentLayout
from sopeditor.layout.routing.problem import Route, Routing, RoutingProblem
from sopeditor.layout.sheet import sheet_of
from sopeditor.layout.style import DEFAULT_STYLE, Fonts
from sopeditor.layout.wrapping import Typesetter
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow
from sopeditor.model.profile import Profile
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind

SAMPLES = Path(__file__).parents[2] / "samples"

PROFILE = Profile(
    id="test",
    name="Test",
    captions={
        **{column.value: column.value.title() for column in Column},
        "quality": "Mutu Baku",
        "title": "Nama SOP",
        "sop_number": "Nomor SOP",
        "created_on": "Tanggal Pembuatan",
        "revised_on": "Tanggal Revisi",
        "effective_on": "Tanggal Efektif",
        "approver": "Disahkan oleh",
        "employee_id": "NIP.",
        "legal_bases": "Dasar Hukum",
        "related_sops": "Keterkaitan",
        "warnings": "Peringatan",
        "actor_qualifications": "Kualifikasi Pelaksana",
        "equipment": "Peralatan/Perlengkapan",
        "records": "Pencatatan dan Pendataan",
        "page_of": "Halaman {page} dari {pages}",
    },
    columns=tuple(Column),
)

TERMINATOR, PROCESS, DECISION = SymbolKind.TERMINATOR, SymbolKind.PROCESS, SymbolKind.DECISION


class HalfEm:
    """Every character is half an em wide; counts how often it is asked."""

    def __init__(self) -> None:
        self.asked = 0

    def width(self, text: str, font: Font) -> float:
        self.asked += 1
        return len(text) * font.size / 2


def straight(problem: RoutingProblem) -> Routing:
    """Answer lines from outline to outline with at most two bends, and nothing wanting."""
    rects = {symbol.id: symbol.rect for symbol in problem.symbols}
    return Routing(
        routes=tuple(
            Route(
                flow=flow.id,
                points=_elbow(rects[flow.source], rects[flow.target]),
                label=Rect(
                    rects[flow.source].right,
                    rects[flow.source].bottom,
                    flow.label[0],
                    flow.label[1],
                )
                if flow.label
                else None,
            )
            for flow in problem.flows
        )
    )


def _elbow(source: Rect, target: Rect) -> tuple[Point, ...]:
    start = Point(source.centre.x, source.bottom)
    end = Point(target.centre.x, target.top)
    middle = (start.y + end.y) / 2
    points = (start, Point(start.x, middle), Point(end.x, middle), end)
    return tuple(a for a, b in pairwise((*points, Point(-1, -1))) if a != b)


def context_of(document: Document, profile: Profile = PROFILE) -> Context:
    return Context(
        document=document,
        profile=profile,
        sheet=sheet_of(document.page),
        style=DEFAULT_STYLE,
        fonts=Fonts.of(document.page),
        setter=Typesetter(HalfEm()),
    )


def laid_out(document: Document, profile: Profile = PROFILE) -> DocumentLayout:
    """Lay `document` out with lines that are not routed around anything."""
    return assemble(document, profile, HalfEm(), DEFAULT_STYLE, straight)


def charts_of(layout: DocumentLayout) -> list[ChartPage]:
    return [page for page in layout.pages if isinstance(page, ChartPage)]


def cover_of(layout: DocumentLayout) -> CoverPage:
    page = layout.pages[0]
    assert isinstance(page, CoverPage)
    return page


def symbol(number: int, *lanes: int, kind: SymbolKind = PROCESS, caption: str = "") -> Symbol:
    actors = tuple(f"a{lane}" for lane in lanes)
    return Symbol(id=f"y{number}", kind=kind, actors=actors, caption=caption)


def step(number: int, *symbols: Symbol, activity: str = "Memeriksa berkas", **more: object) -> Step:
    quality = QualityStandard(inputs="Berkas", duration=Duration("5 menit"), output="Berkas sah")
    made = Step(id=f"s{number}", activity=activity, symbols=symbols, quality=quality)
    return _with(made, more)


def _with(made: Step, more: dict[str, object]) -> Step:
    values = {name: getattr(made, name) for name in ("id", "activity", "symbols", "quality")}
    return Step(**{**values, **more})


def flow(number: int, source: int, target: int, label: str = "") -> Flow:
    return Flow(id=f"f{number}", source=f"y{source}", target=f"y{target}", label=label)


def chart(
    steps: Sequence[Step], flows: Sequence[Flow] = (), lanes: int = 3, **more: object
) -> Chart:
    return Chart(
        id="c1",
        lanes=tuple(f"a{lane}" for lane in range(lanes)),
        steps=tuple(steps),
        flows=tuple(flows),
        **more,  # type: ignore[arg-type]
    )


def document(*charts: Chart, lanes: int = 14, **more: object) -> Document:
    actors = tuple(Actor(id=f"a{lane}", name=f"Kepala Bidang {lane}") for lane in range(lanes))
    return Document(actors=actors, charts=charts, **more)  # type: ignore[arg-type]


def procedure(count: int, lanes: int = 3) -> Chart:
    """Answer a chart of `count` steps, each handing on to the next, lane after lane."""
    steps = [step(n, symbol(n, n % lanes)) for n in range(count)]
    return chart(steps, [flow(n, n, n + 1) for n in range(count - 1)], lanes)
