"""A walk over everything that a person can reach: named, in a menu, and in one language."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTableWidget,
    QWidget,
)

from sopeditor.session.selection import Selection
from sopeditor.ui.columns.dialog import ColumnWidthsDialog
from sopeditor.ui.dialogs.help import AboutDialog
from sopeditor.ui.dialogs.shortcuts import ShortcutsDialog
from sopeditor.ui.language import LANGUAGES
from sopeditor.ui.menus import CONTEXT_MENU, fill
from sopeditor.ui.search.rename_actor import RenameActorDialog
from tests.gui.ui.conftest import MakeStand, Stand
from tests.gui.ui.test_actions_and_menus import ENGLISH, PANELS, mnemonic

#: Menus whose entries are titles of documents, names of files and jabatan.
_OF_NAMES = {"ui.menu.examples", "ui.menu.recent", "ui.menu.parallel"}
#: Names, units and keys that are alike in every language.
_NAMES = re.compile(
    r"SOP Editor|SIL Open Font License|MIT|Times New Roman|English|"
    r"\b(Ctrl|Shift|Alt|Page Up|Page Down|Home|End|Insert|Del|Esc|Enter|Tab)\b"
)


def menus_of(stand: Stand) -> dict[str, QMenu]:
    """Answer every menu of the bar and its submenus by title."""
    found: dict[str, QMenu] = {}
    pending = [action.menu() for action in stand.window.menuBar().actions()]
    while pending:
        menu = pending.pop()
        assert isinstance(menu, QMenu)
        found[menu.title()] = menu
        pending.extend(action.menu() for action in menu.actions() if action.menu())
    return found


def entries(menu: QMenu) -> list[QAction]:
    return [action for action in menu.actions() if not action.isSeparator()]


def shown_everything(stand: Stand) -> Iterator[QWidget]:
    """Show one panel after the other, the search bar and both views; answer what is seen."""
    stand.select_step(1)
    stand.act("replace")
    stand.act("view_both")
    for name in PANELS:
        stand.show_panel(name)
        for widget in stand.window.findChildren(QWidget):
            if widget.isVisible():
                yield widget


def dialogs(stand: Stand) -> list[QDialog]:
    actions = stand.window.actions_by_key
    shortcuts = {key: action.shortcuts() for key, action in actions.items()}
    return [
        AboutDialog(stand.desk.catalogue, stand.window),
        ShortcutsDialog(stand.desk.catalogue, shortcuts, stand.window),
        ColumnWidthsDialog(
            stand.document.charts[0],
            stand.window.sheet.layout_shown.chart_pages(stand.document.charts[0].id)[0].columns,
            stand.desk.catalogue,
            stand.window,
        ),
        RenameActorDialog(stand.document, "a1", stand.desk.catalogue, stand.window),
    ]


def spoken_name(widget: QWidget) -> str:
    """Answer the name that a screen reader says for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def _inner(widget: QWidget) -> bool:
    """Answer whether the widget is a part of another one, which has the name."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QLineEdit | QAbstractSpinBox):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def said(widget: QWidget) -> set[str]:
    """Answer everything that a widget says in words."""
    words = {widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.windowTitle()}
    if isinstance(widget, QLabel | QAbstractButton):
        words.add(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        words.add(widget.placeholderText())
    if isinstance(widget, QComboBox):
        words |= {widget.itemText(index) for index in range(widget.count())}
    if isinstance(widget, QTableWidget):
        cells = (widget.item(row, column) for row in range(widget.rowCount()) for column in (0, 1))
        words |= {cell.text() for cell in cells if cell is not None}
    return words


def english_in(words: set[str]) -> list[str]:
    bare = {text: _NAMES.sub("", text.replace("&", "")) for text in words}
    return sorted(
        text for text, rest in bare.items() if set(re.findall(r"[a-z]+", rest.lower())) & ENGLISH
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_every_menu_has_a_letter_of_its_own(
    make_stand: MakeStand, language: str
) -> None:
    stand = make_stand(language=language)
    stand.select_step(1)
    of_names = {stand.desk.catalogue.text(key) for key in _OF_NAMES}
    checked = 0
    for title, menu in menus_of(stand).items():
        if title in of_names:
            continue
        letters = Counter(mnemonic(action.text()) for action in entries(menu))
        assert "" not in letters, (title, [action.text() for action in entries(menu)])
        assert letters.most_common(1)[0][1] == 1, (title, letters)
        checked += len(letters)
    assert checked > 60


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", list(CONTEXT_MENU))
def test_letters_are_unique_in_context_menus_too(
    make_stand: MakeStand, language: str, kind: str
) -> None:
    stand = make_stand(language=language)
    menu = QMenu(stand.window)
    fill(menu, CONTEXT_MENU[kind], stand.window.actions_by_key)
    letters = Counter(mnemonic(action.text()) for action in entries(menu))
    assert letters.most_common(1)[0][1] == 1, letters


def test_every_action_can_be_reached_from_the_menu_bar(stand: Stand) -> None:
    reached = {action for menu in menus_of(stand).values() for action in menu.actions()}
    lost = [key for key, action in stand.window.actions_by_key.items() if action not in reached]
    assert lost == []


def test_whatever_takes_the_focus_says_its_name(stand: Stand) -> None:
    checked: set[QWidget] = set()
    nameless: set[str] = set()
    for widget in shown_everything(stand):
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget in checked:
            continue
        if _inner(widget) or widget.focusProxy() is not None:
            continue
        checked.add(widget)
        if not spoken_name(widget):
            nameless.add(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    assert len(checked) > 60
    assert nameless == set()


def test_dialogs_name_their_parts(stand: Stand) -> None:
    for dialog in dialogs(stand):
        for widget in dialog.findChildren(QWidget):
            if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not _inner(widget):
                assert spoken_name(widget), (type(dialog).__name__, widget)


def test_nothing_english_is_left_anywhere(stand: Stand) -> None:
    words: set[str] = set()
    for widget in shown_everything(stand):
        words |= said(widget)
    for dialog in dialogs(stand):
        words |= said(dialog).union(*(said(child) for child in dialog.findChildren(QWidget)))
    for action in stand.window.findChildren(QAction):
        words |= {action.text(), action.toolTip(), action.statusTip()}
    assert len(words) > 300
    assert english_in(words) == []


def test_the_look_for_english_finds_it(stand: Stand) -> None:
    assert english_in({"Salin", "Find and replace", "Tekan Insert", stand.words("tip.copy")}) == [
        "Find and replace"
    ]


@pytest.mark.parametrize("kind", ["steps", "symbols", "flows", "actors"])
def test_the_context_menu_of_what_is_selected_opens_by_key(stand: Stand, kind: str) -> None:
    selections = {
        "steps": Selection.of_steps("c1", "s2"),
        "symbols": Selection.of_symbols("c1", "n2"),
        "flows": Selection.of_flows("c1", "f1"),
        "actors": Selection.of_actors("c1", "a1"),
    }
    stand.session.select(selections[kind])
    sheet = stand.window.sheet
    sheet.context_requested.emit(sheet.mapToGlobal(sheet.rect().center()))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    shown = {action.objectName() for action in entries(menu)}
    wanted = {f"action_{key}" for key in CONTEXT_MENU[kind] if key != "-"}
    menu.close()
    assert {name for name in wanted if "parallel" not in name} <= shown
