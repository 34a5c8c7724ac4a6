"""Every key of the program as data: the cheat sheet, to be shown, searched and printed."""

import html
from collections.abc import Mapping, Sequence

from msgspec import Struct
from PySide6.QtGui import QKeySequence

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.grid_actions import ACTIONS as GRID_ACTIONS
from sopeditor.ui.menus import MENU_BAR, SUBMENUS, plain

#: What is done on the sheet without an action; words are `ui.gesture.<key>[_keys]`.
_ON_SHEET = (
    "edit_cell", "type_over", "break_line", "move_about", "next_cell", "connect_by_key",
    "move_symbol", "move_rows", "select_range", "select_more", "context", "cancel",
)  # fmt: skip
_BY_MOUSE = (
    "place", "append", "open_row", "connect", "connect_new", "join", "parallel", "between_lanes",
    "bend", "move_label", "move_lane", "move_row",
    "column_width", "fit_column", "zoom", "pan",
)  # fmt: skip
_IN_SEARCH = ("hit", "hit_before", "replace_hit", "leave_search")

#: The keys of every action, by its key in the menus.
Shortcuts = Mapping[str, Sequence[QKeySequence]]


class KeyLine(Struct, frozen=True):
    """What is done, and by which keys."""

    does: str
    keys: str


class KeyGroup(Struct, frozen=True):
    """Lines that belong together under a heading."""

    title: str
    lines: tuple[KeyLine, ...]


def key_groups(catalogue: Catalogue, shortcuts: Shortcuts) -> tuple[KeyGroup, ...]:
    """Answer all keys: those of the menus in their order, then of sheet, table and search."""
    menus = [
        KeyGroup(plain(catalogue.text(f"ui.menu.{name}")), _menu_lines(catalogue, name, shortcuts))
        for name in MENU_BAR
    ]
    others = (
        KeyGroup(catalogue.text("ui.help.sheet"), _gestures(catalogue, _ON_SHEET)),
        KeyGroup(catalogue.text("ui.help.mouse"), _gestures(catalogue, _BY_MOUSE)),
        KeyGroup(catalogue.text("ui.help.table"), _grid_lines(catalogue)),
        KeyGroup(catalogue.text("ui.help.search"), _gestures(catalogue, _IN_SEARCH)),
    )
    return tuple(group for group in (*menus, *others) if group.lines)


def matching(groups: Sequence[KeyGroup], words: str) -> tuple[KeyGroup, ...]:
    """Answer the lines in which all of `words` stand, with the headings that still have some."""
    wanted = words.casefold().split()
    found = (
        KeyGroup(group.title, tuple(line for line in group.lines if _has(line, group, wanted)))
        for group in groups
    )
    return tuple(group for group in found if group.lines)


def printed(groups: Sequence[KeyGroup], title: str) -> str:
    """Answer the sheet as a page in two columns, about equally long."""
    total = sum(len(group.lines) + 2 for group in groups)
    columns: tuple[list[str], list[str]] = ([], [])
    length = 0
    for group in groups:
        columns[length * 2 >= total].append(_printed_group(group))
        length += len(group.lines) + 2
    cells = "".join(f'<td width="50%">{"".join(column)}</td>' for column in columns)
    return (
        f'<h2>{html.escape(title)}</h2><table width="100%" cellspacing="8"><tr>{cells}</tr></table>'
    )


def _printed_group(group: KeyGroup) -> str:
    rows = "".join(
        f"<tr><td>{html.escape(line.does)}</td><td><b>{html.escape(line.keys)}</b></td></tr>"
        for line in group.lines
    )
    return f'<h4>{html.escape(group.title)}</h4><table width="100%" cellpadding="1">{rows}</table>'


def _has(line: KeyLine, group: KeyGroup, wanted: Sequence[str]) -> bool:
    text = f"{group.title} {line.does} {line.keys}".casefold()
    return all(word in text for word in wanted)


def _menu_lines(catalogue: Catalogue, menu: str, shortcuts: Shortcuts) -> tuple[KeyLine, ...]:
    entries = [
        key
        for entry in MENU_BAR[menu]
        for key in (SUBMENUS[entry[1:]] if entry.startswith(">") else (entry,))
    ]
    return tuple(
        KeyLine(plain(catalogue.text(f"ui.action.{key}")), _told(shortcuts[key]))
        for key in entries
        if shortcuts.get(key)
    )


def _grid_lines(catalogue: Catalogue) -> tuple[KeyLine, ...]:
    return tuple(
        KeyLine(
            plain(catalogue.text(f"grid.action.{action.key}")),
            _told((QKeySequence(action.modifiers | action.pressed),)),
        )
        for action in GRID_ACTIONS
        if action
    )


def _gestures(catalogue: Catalogue, names: Sequence[str]) -> tuple[KeyLine, ...]:
    return tuple(
        KeyLine(catalogue.text(f"ui.gesture.{name}"), catalogue.text(f"ui.gesture.{name}_keys"))
        for name in names
    )


def _told(keys: Sequence[QKeySequence]) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(key.toString(native) for key in keys)
