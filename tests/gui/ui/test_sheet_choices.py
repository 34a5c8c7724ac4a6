"""How the sheet is shown, and what the menus do with lines and parallel work."""

from PySide6.QtWidgets import QMenu

from sopeditor.canvas.courses import wishful
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.geometry import Point
from sopeditor.model.flow import FlowHints
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession
from tests.builders import a_document
from tests.gui.ui.conftest import MakeStand, Stand

LONG = " ".join(["(A)", *["B", "C"] * 12, "(A)"])


def _parallel(stand: Stand) -> QMenu:
    menu = stand.window.actions_by_key["parallel"].menu()
    assert isinstance(menu, QMenu)
    return menu


def test_pages_are_joined_and_parted_from_the_menu(make_stand: MakeStand) -> None:
    stand = make_stand(EditorSession(a_document(lanes="ABC", rows=LONG)))
    stand.act("view_endless")
    assert stand.window.sheet.endless
    stand.act("view_endless")
    assert not stand.window.sheet.endless


def test_the_map_is_shown_from_the_menu_and_remembered(make_stand: MakeStand) -> None:
    stand = make_stand()
    stand.act("view_minimap")
    stand.act("view_endless")
    assert stand.window.sheet.minimap.isVisible()
    another = make_stand()
    assert another.window.sheet.minimap.isVisible()
    assert another.window.sheet.endless


def test_a_line_led_by_hand_is_made_automatic_from_the_menu(stand: Stand) -> None:
    action = stand.window.actions_by_key["route_auto"]
    stand.session.select(Selection.of_flows("c1", "f3"))
    assert not action.isEnabled()
    hints = FlowHints(label_position=Point(60, 0))
    stand.session.execute(SetFlowHints(flow="f3", hints=hints))
    assert action.isEnabled()
    stand.act("route_auto")
    assert wishful(stand.document) == ()
    assert not action.isEnabled()


def test_a_step_is_split_for_another_lane_from_the_menu(stand: Stand) -> None:
    menu = _parallel(stand)
    stand.session.select(Selection.of_symbols("c1", "n2"))
    menu.aboutToShow.emit()
    entries = [entry for entry in menu.actions() if entry.isEnabled()]
    assert [entry.text() for entry in entries] == ["Sekretaris"]
    entries[0].trigger()
    symbols = stand.chart.steps[1].symbols
    assert [symbol.actors for symbol in symbols] == [("a2",), ("a1",)]
    new = symbols[1].id
    assert {(f.source, f.target, f.label) for f in stand.chart.flows} >= {
        ("n1", new, ""),
        (new, "n3", "Ya"),
        (new, "n1", "Tidak"),
    }


def test_nothing_is_offered_to_split_without_one_symbol(stand: Stand) -> None:
    menu = _parallel(stand)
    stand.session.select(Selection.of_steps("c1", "s1"))
    menu.aboutToShow.emit()
    assert [entry.isEnabled() for entry in menu.actions()] == [False]


def test_all_lines_are_found_anew_from_the_menu(make_stand: MakeStand) -> None:
    stand = make_stand(EditorSession(a_document(lanes="ABC", rows=LONG)))
    asked: list[bool] = []
    stand.window.lines_forgotten.connect(lambda: asked.append(True))
    before = stand.window.sheet.layout_shown
    stand.act("route_all")
    assert asked == [True]
    assert stand.window.sheet.layout_shown is not before
    assert stand.session.undo_name is None
