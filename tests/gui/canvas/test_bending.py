"""Leading lines by hand: a piece dragged aside, a label moved, and back to automatic."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGraphicsItem

from sopeditor.canvas.courses import passes
from sopeditor.canvas.preview import PinsItem
from sopeditor.foundation.geometry import Point, Polyline, Rect
from sopeditor.model.flow import NO_HINTS, Flow
from sopeditor.session.selection import Selection
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show


def _line(hand: Hand, flow: str) -> Polyline:
    sheet = hand.view.stage.sheet
    for index, page in sheet.chart_pages():
        origin = sheet.origin(index)
        for placed in page.flows:
            if placed.flow == flow:
                return tuple(Point(x + origin.x, y + origin.y) for x, y in placed.points)
    raise AssertionError(f"no line {flow}")


def _label(hand: Hand, flow: str) -> Rect:
    sheet = hand.view.stage.sheet
    for index, page in sheet.chart_pages():
        for placed in page.flows:
            if placed.flow == flow and placed.label:
                return sheet.on_sheet(index, placed.label.rect)
    raise AssertionError(f"no label {flow}")


def _flow(hand: Hand, flow: str) -> Flow:
    return hand.chart.flow(flow)


def _longest(line: Polyline, *, level: bool) -> Point:
    pieces = [(a, b) for a, b in pairwise(line) if (a.y == b.y) is level]
    a, b = max(pieces, key=lambda piece: abs(piece[0].x - piece[1].x + piece[0].y - piece[1].y))
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def _pins(hand: Hand) -> list[QGraphicsItem]:
    return [item for item in hand.view.stage.scene.items() if isinstance(item, PinsItem)]


def _bend(hand: Hand) -> Point:
    """Drag the upright piece of the line from row 1 to row 4 over to the third lane."""
    start = _longest(_line(hand, "1A-4A"), level=False)
    to = _border(hand, start)
    hand.drag(start, to)
    return to


def _border(hand: Hand, start: Point) -> Point:
    """Answer the border of the second and third lane beside a point."""
    return Point((hand.lane("row3", 1).x + hand.lane("row3", 2).x) / 2, start.y)


def _loop(show: Show) -> Hand:
    return show(a_document(lanes="ABC", rows="(A) B B A", flows="1>2 2>3 3>4 1A>4A"))


def test_a_dragged_piece_leads_the_line_through_there(show: Show) -> None:
    hand = _loop(show)
    to = _bend(hand)
    assert _flow(hand, "1A-4A").hints.way_points
    assert passes(_line(hand, "1A-4A"), to)
    assert hand.session.selection.flows == {"1A-4A"}


def test_the_line_is_shown_before_it_is_let_go(show: Show) -> None:
    hand = _loop(show)
    before = hand.session.document
    start = _longest(_line(hand, "1A-4A"), level=False)
    hand.press(start)
    hand.drag_to(_border(hand, start))
    assert hand.session.document is before
    assert hand.cursor == Qt.CursorShape.SizeHorCursor
    hand.key(Qt.Key.Key_Escape)
    hand.release(start)
    assert hand.session.document is before


def test_a_line_led_by_hand_is_marked_until_it_is_automatic_again(show: Show) -> None:
    hand = _loop(show)
    automatic = _line(hand, "1A-4A")
    assert _pins(hand) == []
    _bend(hand)
    assert len(_pins(hand)) == 1
    hand.view.forget_courses()
    assert _flow(hand, "1A-4A").hints == NO_HINTS
    assert _line(hand, "1A-4A") == automatic
    assert _pins(hand) == []


def test_a_line_led_by_hand_comes_back_by_undo(show: Show) -> None:
    hand = _loop(show)
    automatic = _line(hand, "1A-4A")
    _bend(hand)
    hand.session.undo()
    assert _line(hand, "1A-4A") == automatic


def test_a_press_on_a_line_only_selects_it(show: Show) -> None:
    hand = _loop(show)
    before = hand.session.document
    hand.click(_longest(_line(hand, "1A-4A"), level=False))
    assert hand.session.selection == Selection.of_flows("chart", "1A-4A")
    assert hand.session.document is before


def test_the_cursor_tells_which_way_a_piece_goes(show: Show) -> None:
    hand = _loop(show)
    shapes = []
    for flow, level in (("1A-4A", False), ("1A-2B", True)):
        hand.hover(_longest(_line(hand, flow), level=level))
        shapes.append(hand.cursor)
    assert shapes == [Qt.CursorShape.SizeHorCursor, Qt.CursorShape.SizeVerCursor]


def test_a_label_is_dragged_where_it_hides_nothing(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    label = _label(hand, "2B-3A").centre
    to = Point(hand.lane("row2", 2).x, hand.lane("row2", 2).y)
    hand.drag(label, to)
    assert _flow(hand, "2B-3A").hints.label_position is not None
    moved = _label(hand, "2B-3A").centre
    assert abs(moved.x - to.x) < 3
    assert abs(moved.y - to.y) < 3
    assert len(_pins(hand)) == 1


def test_a_label_is_not_dropped_on_a_symbol(show: Show) -> None:
    hand = show(a_document(lanes="ABC", rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    before = hand.session.document
    hand.press(_label(hand, "2B-3A").centre)
    hand.drag_to(hand.symbol("1A"))
    assert hand.reason
    assert hand.cursor == Qt.CursorShape.ForbiddenCursor
    hand.release(hand.symbol("1A"))
    assert hand.session.document is before


def test_a_line_that_leaves_its_page_is_not_bent(show: Show) -> None:
    rows = " ".join(["(A)", *["B", "C"] * 12, "(A)"])
    hand = show(a_document(lanes="ABC", rows=rows, flows="1>2 1>25"))
    before = hand.session.document
    start = max(
        (piece for piece in pairwise(_line(hand, "1A-25C"))),
        key=lambda piece: abs(piece[0].x - piece[1].x) + abs(piece[0].y - piece[1].y),
    )
    middle = Point((start[0].x + start[1].x) / 2, (start[0].y + start[1].y) / 2)
    hand.bring(middle)
    hand.press(middle)
    hand.drag_to(Point(middle.x + 30, middle.y + 30))
    assert hand.reason
    hand.release(middle)
    assert hand.session.document is before
