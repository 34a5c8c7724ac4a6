"""Drawing: placements become the strokes that every surface paints."""

from msgspec.structs import replace

from sopeditor.drawing.cells import draw_cells
from sopeditor.drawing.flows import ARROW_LENGTH, HOP_RADIUS, draw_flow
from sopeditor.drawing.strokes import (
    Close,
    CurveTo,
    Ink,
    LineTo,
    MoveTo,
    PathStroke,
    Stroke,
    TextStroke,
)
from sopeditor.drawing.symbols import draw_symbol, link_path, symbol_path
from sopeditor.drawing.text import ASCENT, DESCENT, draw_text
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import (
    Align,
    CellRole,
    PlacedCell,
    PlacedFlow,
    PlacedSymbol,
    PlacedText,
    VerticalAlign,
)
from sopeditor.model.flow import FlowKind
from sopeditor.model.symbol import SymbolKind

BOX = Rect(10, 20, 40, 18)


def a_text(
    *lines: str, align: Align = Align.LEFT, valign: VerticalAlign = VerticalAlign.MIDDLE
) -> PlacedText:
    return PlacedText(
        rect=BOX, lines=lines, font=Font("Arial", 8), pitch=10, align=align, valign=valign
    )


def a_flow(kind: FlowKind, *points: Point, label: PlacedText | None = None) -> PlacedFlow:
    return PlacedFlow(
        id="f", flow="f", kind=kind, source="a", target="b", points=points, label=label
    )


def points_of(stroke: PathStroke) -> list[Point]:
    return [part.to for part in stroke.parts if isinstance(part, MoveTo | LineTo)]


def test_lines_of_text_stand_a_pitch_apart_and_the_block_in_the_middle() -> None:
    first, second = draw_text(a_text("satu", "dua"))

    assert second.origin.y - first.origin.y == 10
    top, bottom = first.origin.y - ASCENT * 8, second.origin.y + DESCENT * 8
    assert abs((top + bottom) / 2 - BOX.centre.y) < 1e-9


def test_text_hangs_where_its_alignment_says() -> None:
    assert draw_text(a_text("x", align=Align.CENTRE))[0].origin.x == BOX.centre.x
    assert draw_text(a_text("x", align=Align.RIGHT))[0].origin.x == BOX.right
    assert draw_text(a_text("x", valign=VerticalAlign.TOP))[0].origin.y == BOX.top + ASCENT * 8


def test_blank_lines_take_room_but_draw_nothing() -> None:
    strokes = draw_text(a_text("satu", " ", "tiga"))

    assert [stroke.text for stroke in strokes] == ["satu", "tiga"]
    assert strokes[1].origin.y - strokes[0].origin.y == 20


def a_cell(rect: Rect, role: CellRole = CellRole.HEADER) -> PlacedCell:
    return PlacedCell(rect=rect, role=role, field="", text=a_text("No"))


def lines_of(stroke: Stroke) -> set[tuple[Point, Point]]:
    assert isinstance(stroke, PathStroke)
    points = points_of(stroke)
    return set(zip(points[::2], points[1::2], strict=True))


def test_a_heading_has_a_fill_then_edges_then_its_text() -> None:
    fill, grid, text = draw_cells([a_cell(BOX)])

    assert isinstance(fill, PathStroke)
    assert (fill.fill, fill.pen) == (Ink.HEADER_FILL, None)
    assert len(lines_of(grid)) == 4
    assert isinstance(text, TextStroke)


def test_cells_side_by_side_share_their_edges() -> None:
    neighbour = BOX.moved(BOX.width, 0)
    *_, grid, _, _ = draw_cells([a_cell(BOX), a_cell(neighbour)])

    lines = lines_of(grid)
    assert len([line for line in lines if line[0].x == line[1].x]) == 3
    across = [line for line in lines if line[0].y == line[1].y]
    assert {line[0].y for line in across} == {BOX.top, BOX.bottom}
    assert all(line[1].x - line[0].x > 2 * BOX.width for line in across)


def test_cells_below_others_leave_out_their_upper_edge() -> None:
    grid = draw_cells([a_cell(BOX, CellRole.BODY)], below_others=True)[0]

    assert all(line[0].y != BOX.top or line[1].y != BOX.top for line in lines_of(grid))


def test_cells_apart_keep_edges_of_their_own() -> None:
    far = BOX.moved(3 * BOX.width, 0)
    grid = draw_cells([a_cell(BOX, CellRole.BODY), a_cell(far, CellRole.BODY)])[0]

    assert len(lines_of(grid)) == 8


def test_free_text_has_no_border() -> None:
    strokes = draw_cells([a_cell(BOX, CellRole.FREE)])

    assert all(isinstance(stroke, TextStroke) for stroke in strokes)


def test_every_symbol_fills_its_box() -> None:
    for parts in (*(symbol_path(kind, BOX) for kind in SymbolKind), link_path(BOX)):
        ends = [part.to for part in parts if not isinstance(part, Close)]
        assert min(p.x for p in ends) == BOX.left
        assert max(p.x for p in ends) == BOX.right
        assert min(p.y for p in ends) == BOX.top
        assert max(p.y for p in ends) == BOX.bottom


def test_a_symbol_shows_its_caption() -> None:
    symbol = PlacedSymbol(
        id="s", symbol="s", step="1", kind=SymbolKind.DECISION, rect=BOX, row=0,
        first_lane=0, last_lane=0, caption=a_text("Setuju?"),
    )  # fmt: skip

    assert [type(stroke) for stroke in draw_symbol(symbol)] == [PathStroke, TextStroke]


def test_an_arrow_ends_in_a_filled_head_at_the_target() -> None:
    line, head = draw_flow(a_flow(FlowKind.FLOW, Point(0, 0), Point(0, 30), Point(40, 30)))

    assert isinstance(line, PathStroke)
    assert isinstance(head, PathStroke)
    assert points_of(line)[-1] == Point(40 - ARROW_LENGTH, 30)
    assert points_of(head)[0] == Point(40, 30)
    assert head.fill is Ink.LINE


def test_a_joint_line_has_no_head() -> None:
    (line,) = draw_flow(a_flow(FlowKind.JOINT, Point(0, 0), Point(40, 0)))

    assert isinstance(line, PathStroke)
    assert points_of(line) == [Point(0, 0), Point(40, 0)]


def test_a_label_lies_on_a_patch_of_paper() -> None:
    flow = a_flow(FlowKind.FLOW, Point(0, 0), Point(0, 30), label=a_text("Ya"))
    patch, text = draw_flow(flow)[-2:]

    assert isinstance(patch, PathStroke)
    assert patch.fill is Ink.PAPER
    assert isinstance(text, TextStroke)
    assert text.text == "Ya"


def test_a_line_hops_over_another_with_a_bow() -> None:
    flow = replace(
        a_flow(FlowKind.JOINT, Point(40, 30), Point(0, 30)), hops=(Point(20, 30), Point(39, 30))
    )
    (line,) = draw_flow(flow)

    assert isinstance(line, PathStroke)
    (bow,) = [part for part in line.parts if isinstance(part, CurveTo)]
    # One bow, against the reading direction as the line runs; none too near to the end.
    assert bow.to == Point(20 - HOP_RADIUS, 30)
    assert bow.first.y < 30
