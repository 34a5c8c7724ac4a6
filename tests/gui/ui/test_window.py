"""The window as a whole: languages, arrangement, palette, charts, findings, crashes."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from types import TracebackType

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray, QRect, QSettings, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QLineEdit,
    QListWidget,
    QMenu,
    QPlainTextEdit,
    QTabBar,
    QTableWidget,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
)
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sopeditor.app import Program
from sopeditor.canvas.places import FieldPlace
from sopeditor.checks.finding import Finding
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import UserError, message
from sopeditor.model.document import Document
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.flow import FlowHints
from sopeditor.model.identity import Identity
from sopeditor.model.profile import Profile
from sopeditor.model.symbol import SymbolKind
from sopeditor.session.selection import Selection
from sopeditor.ui.checking import Checker
from sopeditor.ui.crash import CrashHook
from sopeditor.ui.dialogs.boxes import WordedBox
from sopeditor.ui.dialogs.help import AboutDialog
from sopeditor.ui.dialogs.shortcuts import ShortcutsDialog
from sopeditor.ui.icons import Icons
from sopeditor.ui.language import known_language
from sopeditor.ui.menus import plain
from sopeditor.ui.panels.findings_panel import FindingsPanel
from sopeditor.ui.panels.identity_panel import IdentityPanel
from sopeditor.ui.placement import LEAST, centred_in
from sopeditor.ui.settings import Settings
from tests.gui.ui.conftest import MakeStand, Stand


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path) -> Iterator[Program]:
    store = QSettings(str(tmp_path / "program.ini"), QSettings.Format.IniFormat)
    program = Program(qapp, Settings(store))
    program.show("id")
    yield program
    program.window.leave_to_successor()
    program.window.deleteLater()
    QTest.qWait(1)


def menu_titles(program: Program) -> list[str]:
    return [action.text() for action in program.window.menuBar().actions()]


def test_another_language_keeps_the_document_its_past_and_is_remembered(
    program: Program, tmp_path: Path
) -> None:
    program.window.actions_by_key["step_below"].trigger()
    before = program.window
    assert menu_titles(program)[0] == "&Berkas"
    program.window.language_chosen.emit("en")
    assert program.window is not before
    assert menu_titles(program)[0] == "&File"
    assert not before.isVisible()
    QTest.qWait(5)  # the window before is gone now, and must hear of nothing any more
    undo = program.window.actions_by_key["undo"]
    assert undo.isEnabled()
    undo.trigger()
    assert not undo.isEnabled()
    store = QSettings(str(tmp_path / "program.ini"), QSettings.Format.IniFormat)
    assert Settings(store).language == "en"


def test_a_language_nobody_knows_gives_indonesian() -> None:
    assert known_language(None, "", "xx") == "id"
    assert known_language("en", "id") == "en"


def test_the_first_step_is_ready_to_be_filled_in(program: Program, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: program.window.built)
    activity = program.window.findChild(QPlainTextEdit, "step_activity")
    assert activity is not None
    qtbot.waitUntil(activity.isVisible)


def test_the_window_fits_a_small_screen(stand: Stand) -> None:
    # 1366 x 768 at 150 %, with a task bar below and a title bar above.
    stand.act("view_both")
    stand.act("replace")
    QTest.qWait(1)
    for need in (stand.window.minimumSizeHint(), LEAST):
        assert need.width() <= 910
        assert need.height() <= 512 - 48 - 32


def test_a_window_left_off_every_screen_comes_back(make_stand: MakeStand) -> None:
    first = make_stand()
    first.window.move(90_000, 90_000)
    first.window.leave_to_successor()
    again = make_stand()
    screen = QApplication.primaryScreen().availableGeometry()
    assert screen.intersects(again.window.frameGeometry())


def test_spoilt_settings_do_no_harm(make_stand: MakeStand, tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("window/geometry", QByteArray(b"nonsense"))
    store.setValue("window/arrangement", "text")
    store.setValue("recent", 5)
    store.sync()
    stand = make_stand()
    assert stand.window.isVisible()
    assert stand.desk.settings.recent == ()


def test_the_window_fills_a_screen_smaller_than_its_first_size() -> None:
    assert centred_in(QRect(0, 0, 1024, 600)) == QRect(0, 0, 1024, 600)


def test_a_click_in_the_palette_holds_a_symbol_ready(stand: Stand) -> None:
    button = stand.find(QToolButton, "symbol_decision")
    button.click()
    assert stand.window.sheet.gestures.kind is SymbolKind.DECISION
    assert button.isChecked()
    button.click()
    assert stand.window.sheet.gestures.kind is None
    assert not button.isChecked()


def test_what_cannot_be_taken_is_explained(stand: Stand) -> None:
    stand.named(QToolButton, stand.words("palette.arrow")).click()
    assert stand.window.statusBar().currentMessage() == stand.words("palette.arrow_tip")


@pytest.mark.parametrize("kind", list(SymbolKind))
def test_a_symbol_goes_into_an_empty_step_and_is_reached(stand: Stand, kind: SymbolKind) -> None:
    stand.act("chart_add")
    assert [step.symbols for step in stand.document.charts[1].steps] == [()]
    stand.act(kind.value)
    chart = stand.document.charts[1]
    assert [symbol.kind for _, symbol in chart.symbols()] == [kind]
    assert len(chart.steps) == 1
    stand.act("process")
    chart = stand.document.charts[1]
    assert len(chart.steps) == 2
    assert [(flow.source, flow.target) for flow in chart.flows] == [
        (chart.steps[0].symbols[0].id, chart.steps[1].symbols[0].id)
    ]


def test_steps_are_added_above_and_below_and_selected(stand: Stand) -> None:
    stand.select_step(1)
    stand.act("step_below")
    assert stand.session.selection.steps == {stand.chart.steps[2].id}
    stand.select_step(0)
    stand.act("step_above")
    assert [step.id for step in stand.chart.steps][1] == "s1"
    assert stand.session.selection.steps == {stand.chart.steps[0].id}


def test_steps_are_duplicated(stand: Stand) -> None:
    stand.select_step(1)
    stand.act("duplicate")
    copied = stand.chart.steps[2]
    assert copied.activity == "Memeriksa konsep"
    assert copied.id != "s2"
    assert stand.session.selection.steps == {copied.id}


def test_a_lane_is_deleted_from_the_menu_only_after_a_question(stand: Stand) -> None:
    stand.session.select(Selection.of_actors("c1", "a1"))
    stand.act("delete")
    assert stand.answers.asked == [("Sekretaris", 2)]
    assert stand.chart.lanes == ("a1", "a2")


def test_the_delete_key_acts_where_the_focus_is(stand: Stand, qtbot: QtBot) -> None:
    tree = stand.named(QTreeWidget, stand.words("findings.list"))
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    stand.select_step(1)
    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert len(stand.chart.steps) == 3
    stand.window.sheet.setFocus()
    QTest.keyClick(stand.window.sheet, Qt.Key.Key_Delete)
    assert len(stand.chart.steps) == 2


def test_the_delete_key_in_the_list_of_actors_asks_about_the_actor(stand: Stand) -> None:
    stand.show_panel("actors")
    names = stand.named(QListWidget, stand.words("actors.list"))
    names.setCurrentRow(1)
    names.setFocus()
    QTest.keyClick(names, Qt.Key.Key_Delete)
    assert stand.answers.asked == [("Kepala Dinas", 1)]


def test_the_menu_of_a_tab_is_about_its_chart(stand: Stand) -> None:
    stand.act("chart_add")
    QTest.qWait(1)
    tabs = stand.named(QTabBar, stand.words("charts.tabs"))
    tabs.customContextMenuRequested.emit(tabs.tabRect(0).center())
    assert stand.session.selection.chart == "c1"
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    names = [action.objectName() for action in menu.actions()]
    menu.close()
    assert names == ["action_chart_add", "action_chart_rename", "action_chart_remove"]


def test_tabs_appear_with_the_second_chart(stand: Stand) -> None:
    tabs = stand.named_hidden(QTabBar, stand.words("charts.tabs"))
    assert not tabs.isVisible()
    stand.act("chart_add")
    QTest.qWait(1)
    assert tabs.isVisible()
    assert (tabs.count(), tabs.currentIndex()) == (2, 1)
    tabs.tabBarClicked.emit(0)
    assert stand.session.selection.chart == "c1"
    stand.answers.text = "Pengiriman lewat surel"
    stand.act("chart_rename")
    assert stand.chart.subtitle == "Pengiriman lewat surel"
    assert tabs.tabText(0) == "Pengiriman lewat surel"
    stand.answers.agree = True
    stand.act("chart_remove")
    assert len(stand.document.charts) == 1
    assert not tabs.isVisible()


def children(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    found = [item.child(row) for row in range(item.childCount())]
    return [child for child in found if child is not None]


def test_findings_are_listed_counted_and_lead_to_their_place(stand: Stand, qtbot: QtBot) -> None:
    tree = stand.named(QTreeWidget, stand.words("findings.list"))
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)
    groups = children(tree.invisibleRootItem())
    worst = groups[0]
    assert worst.text(0).startswith("Wajib (")
    assert not worst.icon(0).isNull()
    of_step = next(item for item in children(worst) if item.text(1) == "Langkah 2")
    assert of_step.text(2)
    tree.itemActivated.emit(of_step, 0)
    selected = stand.session.selection
    assert "s2" in selected.steps or "n2" in selected.symbols
    dock = stand.window.findChild(QDockWidget, "dock_findings")
    assert isinstance(dock, QDockWidget)
    total = sum(group.childCount() for group in groups)
    assert dock.windowTitle() == f"Temuan ({total})"
    assert dock.toggleViewAction().text() == stand.words("action.panel_findings")


def test_findings_follow_an_edit_after_a_pause(stand: Stand, qtbot: QtBot) -> None:
    tree = stand.named(QTreeWidget, stand.words("findings.list"))
    qtbot.waitUntil(lambda: tree.topLevelItemCount() > 0)

    def texts() -> set[str]:
        groups = children(tree.invisibleRootItem())
        return {item.text(0) for group in groups for item in children(group)}

    before = texts()
    stand.show_panel("identity")
    number = stand.find(QLineEdit, "identity_sop_number")
    number.setFocus()
    QTest.keyClicks(number, "065/12/ORG/2026")
    assert texts() == before
    qtbot.waitUntil(lambda: texts() != before)


def test_a_wish_that_no_line_can_follow_is_told_among_the_findings(
    stand: Stand, qtbot: QtBot
) -> None:
    flow = stand.chart.flows[0]
    far = FlowHints(way_points=(Point(5_000.0, 5_000.0),))
    stand.session.execute(SetFlowHints(flow=flow.id, hints=far))
    tree = stand.named(QTreeWidget, stand.words("findings.list"))

    def told() -> bool:
        groups = children(tree.invisibleRootItem())
        texts = [item.text(0) for group in groups for item in children(group)]
        return any("ditata ulang otomatis" in text for text in texts)

    qtbot.waitUntil(told)
    stand.act("undo")
    qtbot.waitUntil(lambda: not told())


class SpoiltChecker(Checker):
    @override
    def find(
        self, document: Document, profile: Profile, charts: tuple[DrawnChart, ...] = ()
    ) -> tuple[Finding, ...]:
        raise UserError(message("ui.findings.none_short"))


def test_spoilt_word_lists_are_told_in_place_of_findings(stand: Stand) -> None:
    desk, window = replace(stand.desk, checker=SpoiltChecker()), stand.window
    panel = FindingsPanel(desk, window.go_to, partial(getattr, window.sheet, "layout_shown"))
    panel.check()
    panel.show()
    assert stand.words("findings.none_short") in {x.text() for x in panel.findChildren(QLabel)}
    panel.detach()
    panel.close()


def test_a_finding_of_the_cover_opens_its_field(stand: Stand) -> None:
    stand.window.go_to(FieldPlace("unit"))
    unit = stand.find(QLineEdit, "identity_unit")
    assert unit.isVisible()
    assert unit.hasFocus()


@pytest.mark.parametrize("field", sorted({*Identity.__struct_fields__} - {"foreign"}))
def test_every_field_of_the_cover_can_be_gone_to(stand: Stand, field: str) -> None:
    stand.show_panel("identity")
    panel = stand.window.findChild(IdentityPanel)
    assert isinstance(panel, IdentityPanel)
    assert panel.go_to(field)


def test_the_status_bar_tells_page_and_zoom(stand: Stand) -> None:
    texts = {label.text() for label in stand.window.statusBar().findChildren(QLabel)}
    assert any(text.startswith("Halaman ") and text.endswith(" dari 2") for text in texts)
    stand.act("zoom_actual")
    assert stand.window.sheet.zoom == pytest.approx(1.0)
    stand.named(QToolButton, "Perbesaran 100 %")


def test_help_windows_list_every_key(stand: Stand) -> None:
    shortcuts = {key: action.shortcuts() for key, action in stand.window.actions_by_key.items()}
    dialog = ShortcutsDialog(stand.desk.catalogue, shortcuts, stand.window)
    table = dialog.findChild(QTableWidget)
    assert isinstance(table, QTableWidget)
    keys = [table.item(row, 1) for row in range(table.rowCount())]
    shown = {item.text() for item in keys if item is not None}
    assert {"Ctrl+S", "F1", "Ctrl+Y, Ctrl+Shift+Z"} <= shown
    about = AboutDialog(stand.desk.catalogue, stand.window)
    assert any("SOP Editor" in label.text() for label in about.findChildren(QLabel))


def test_boxes_have_our_words_and_destroy_nothing_by_enter(stand: Stand) -> None:
    saving = WordedBox(stand.desk.catalogue, "warning", ("save", "discard", "cancel"))
    texts = {plain(button.text()) for button in saving.buttons()}
    assert texts == {"Simpan", "Jangan Simpan", "Batal"}
    assert plain(saving.defaultButton().text()) == "Simpan"
    removing = WordedBox(stand.desk.catalogue, "warning", ("remove", "cancel"))
    assert removing.defaultButton().text() == "Batal"
    assert removing.textFormat() is Qt.TextFormat.PlainText


def test_icons_take_the_colour_of_the_text() -> None:
    dark = QPalette(QColor("#303030"))
    for palette in (QPalette(QColor("#f0f0f0")), dark):
        image = Icons(palette).action("save").pixmap(24, 24, QIcon.Mode.Normal).toImage()
        colours = {
            image.pixelColor(x, y).name()
            for x in range(24)
            for y in range(24)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert colours == {palette.color(QPalette.ColorRole.WindowText).name()}


def test_a_crash_is_told_once_and_logged_without_its_text(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "crash.log"
    told: list[Path] = []

    def tell(path: Path) -> None:
        told.append(path)
        hook(*caught("a second one while telling"))

    hook = CrashHook(log, tell)
    hook(*caught("isi dokumen rahasia"))
    text = log.read_text("utf-8")
    assert told == [log]
    assert text.count("\nValueError\n") == 2
    assert "test_window.py" in text
    assert "rahasia" not in text


def test_a_crash_without_a_place_for_the_log_is_told(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    told: list[Path] = []
    CrashHook(blocked / "crash.log", told.append)(*caught("x"))
    assert told


def caught(text: str) -> tuple[type[BaseException], BaseException, TracebackType | None]:
    try:
        fail(text)
    except ValueError as error:
        return type(error), error, error.__traceback__
    raise AssertionError("nothing was raised")


def fail(text: str) -> None:
    raise ValueError(text)
