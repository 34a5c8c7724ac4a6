"""Menus, tool bar and the words on screen."""

import re
from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QToolButton,
    QWidget,
)

from sopeditor.assets import icon
from sopeditor.ui.actions import ACTIONS
from sopeditor.ui.language import LANGUAGES, read_catalogue
from sopeditor.ui.menus import MENU_BAR, SUBMENUS, plain
from tests.gui.ui.conftest import MakeStand, Stand

PANELS = ("step", "identity", "actors", "page", "findings", "history")
#: Words that only an English sentence has.
ENGLISH = {
    "the", "of", "and", "open", "save", "close", "new", "undo", "redo", "delete", "select", "all",
    "insert", "view", "help", "step", "symbol", "arrow", "page", "actor", "findings", "identity",
    "cancel", "show", "hide", "zoom", "fit", "width", "print", "quit", "import", "recent",
    "language", "text", "apply", "yes", "no", "ok",
}  # fmt: skip


def mnemonic(text: str) -> str:
    found = re.search(r"&([^&])", text.replace("&&", ""))
    return found[1].lower() if found else ""


def menu_entries(name: str, language: str) -> list[str]:
    entries = MENU_BAR.get(name, ()) or SUBMENUS[name]
    catalogue = read_catalogue(language)
    return [
        catalogue.text(f"ui.menu.{entry[1:]}" if entry[0] == ">" else f"ui.action.{entry}")
        for entry in entries
        if entry != "-"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [*MENU_BAR, "export"])
def test_mnemonics_are_there_and_unique_in_every_menu(name: str, language: str) -> None:
    counted = Counter(map(mnemonic, menu_entries(name, language)))
    assert counted.most_common(1)[0][1] == 1, counted
    assert "" not in counted


@pytest.mark.parametrize("language", LANGUAGES)
def test_mnemonics_of_a_panel_collide_neither_there_nor_with_the_menu_bar(
    make_stand: MakeStand, language: str
) -> None:
    stand = make_stand(language=language)
    stand.select_step(1)
    bar = [mnemonic(action.text()) for action in stand.window.menuBar().actions()]
    for name in PANELS:
        stand.show_panel(name)
        shown = [label.text() for label in stand.window.findChildren(QLabel) if label.isVisible()]
        shown += [
            button.text()
            for button in stand.window.findChildren(QAbstractButton)
            if button.isVisible() and not isinstance(button, QToolButton)
        ]
        letters = Counter(filter(None, [*bar, *map(mnemonic, shown)]))
        assert letters.most_common(1)[0][1] == 1, (name, letters)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_action_has_words_icon_and_tips(make_stand: MakeStand, language: str) -> None:
    stand = make_stand(language=language)
    for key, action in stand.window.actions_by_key.items():
        assert not action.icon().isNull(), key
        assert action.statusTip(), key
        assert action.toolTip().startswith(action.statusTip()), key
        shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        assert shortcut in action.toolTip(), key


def test_no_shortcut_is_given_twice() -> None:
    counted = Counter(shortcut for spec in ACTIONS for shortcut in spec.shortcuts)
    assert counted.most_common(1)[0][1] == 1, counted


def test_every_action_stands_in_a_menu() -> None:
    in_menus = {entry for entries in (*MENU_BAR.values(), *SUBMENUS.values()) for entry in entries}
    assert {spec.key for spec in ACTIONS} <= in_menus


def test_undo_and_redo_say_what_they_would_do(stand: Stand) -> None:
    undo = stand.window.actions_by_key["undo"]
    assert not undo.isEnabled()
    stand.select_step(0)
    stand.act("step_below")
    assert undo.isEnabled()
    name = stand.session.undo_name
    assert name is not None
    assert stand.desk.catalogue.word(name) in plain(undo.text())


def test_icons_of_one_family_share_grid_stroke_and_colour() -> None:
    drawings = sorted(icon().glob("actions/*.svg")) + sorted(icon().glob("symbols/*.svg"))
    assert len(drawings) > 50
    for path in drawings:
        root = ET.parse(path).getroot()
        assert root.get("viewBox") == "0 0 24 24", path.name
        assert root.get("stroke") == "currentColor", path.name
        assert root.get("stroke-width") == "1.75", path.name
        assert root.get("stroke-linecap") == "round", path.name


def test_fields_and_icon_buttons_have_accessible_names(stand: Stand) -> None:
    stand.select_step(1)
    kinds = (QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox, QToolButton)
    checked = 0
    for name in PANELS:
        stand.show_panel(name)
        for kind in kinds:
            for widget in stand.window.findChildren(kind):
                if widget.isVisible() and not _inner(widget):
                    checked += 1
                    named = widget.accessibleName() or getattr(widget, "text", str)()
                    assert named, (name, widget)
    assert checked > 60


def test_nothing_english_is_on_the_indonesian_window(stand: Stand) -> None:
    stand.select_step(1)
    texts = {action.text() for action in stand.window.findChildren(QAction)}
    texts |= {action.toolTip() for action in stand.window.findChildren(QAction)}
    texts |= {menu.title() for menu in stand.window.findChildren(QMenu)}
    for name in PANELS:
        stand.show_panel(name)
        for widget in stand.window.findChildren(QWidget):
            texts |= _texts(widget)
    texts -= {action.text() for action in stand.window.findChildren(QAction, "language_en")}
    texts -= {"Times New Roman"}
    assert len(texts) > 200
    assert not [text for text in texts if _words(text) & ENGLISH]


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_languages_word_the_same(language: str) -> None:
    keys = {name: read_catalogue(name).keys() for name in LANGUAGES}
    own = {key for key in keys[language] if key.startswith("ui.")}
    assert own == {key for key in keys[LANGUAGES[0]] if key.startswith("ui.")}


def _words(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+", text.replace("&", "").lower()))


def _inner(widget: QWidget) -> bool:
    """Answer whether the widget is a part of another one: its name is that one's."""
    parent = widget.parentWidget()
    qt_own = widget.objectName().startswith("qt_")
    return qt_own or isinstance(parent, QAbstractSpinBox | QComboBox)


def _texts(widget: QWidget) -> set[str]:
    found = {widget.toolTip(), widget.statusTip(), widget.accessibleName(), widget.windowTitle()}
    if isinstance(widget, QLabel | QAbstractButton):
        found.add(widget.text())
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found.add(widget.placeholderText())
    if isinstance(widget, QComboBox):
        found |= {widget.itemText(index) for index in range(widget.count())}
    return found
