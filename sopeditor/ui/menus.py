"""The menu bar and the tool bar as data.

An entry is the key of an action, `-` for a separator, or the name of a submenu with a
leading `>`; submenus whose entries are only known at run time are filled by their owner.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.icons import Icons

MENU_BAR: Mapping[str, tuple[str, ...]] = {
    "file": (
        "new", "open", ">recent", ">examples", "-", "save", "save_as", "-",
        "import_table", ">export", "print", "-", "quit",
    ),
    "edit": (
        "undo", "redo", "-", "cut", "copy", "copy_picture", "paste", "-",
        "edit_text", "delete", "select_all", "duplicate", "-",
        "route_auto", "route_all", ">columns", "-",
        "find", "find_next", "find_previous", "replace", "rename_actor",
    ),
    "insert": (
        "step_below", "step_above", "-", "terminator", "process", "decision", ">parallel", "-",
        "targets", "-", "actor", "-", "chart_add", "chart_rename", "chart_remove",
    ),
    "view": (
        "view_sheet", "view_table", "view_both", "-", "view_endless", "view_minimap", "-",
        "zoom_in", "zoom_out", "zoom_actual", "fit_width", "fit_page", "-",
        "panel_symbols", "panel_step", "panel_identity", "panel_actors", "panel_page",
        "panel_findings", "panel_history", "-", "next_area", "previous_area", "-", ">language",
    ),
    "help": ("shortcuts", "about"),
}  # fmt: skip

SUBMENUS: Mapping[str, tuple[str, ...]] = {
    "columns": ("fit_column", "fit_all_columns", "column_widths"),
    "recent": (),
    "examples": (),
    "export": (
        "export_excel",
        "export_template",
        "-",
        "export_pdf",
        "export_png",
        "export_svg",
        "export_csv",
    ),
    "language": (),
    "parallel": (),
}

#: Entries of the tool bar; those after `+` show their text beside the icon.
TOOL_BAR = (
    "new", "open", "save", "-", "undo", "redo", "-",
    "+step_below", "+actor", "-", "zoom_out", "zoom_in", "fit_width", "fit_page", "-",
    "+export_excel", "+export_pdf", "print",
)  # fmt: skip

#: Entries of the context menu by what is selected.
CONTEXT_MENU: Mapping[str, tuple[str, ...]] = {
    "steps": ("cut", "copy", "copy_picture", "paste", "-", "edit_text", "-",
              "step_below", "step_above", "duplicate", "targets", "-",
              "delete"),
    "symbols": ("cut", "copy", "copy_picture", "paste", "-", "edit_text", "-",
                "step_below", "step_above", "parallel", "targets", "-", "delete"),
    "flows": ("edit_text", "route_auto", "-", "delete"),
    "actors": ("edit_text", "rename_actor", "actor", "-", "delete", "-",
               "fit_column", "fit_all_columns", "column_widths"),
    "columns": ("fit_column", "fit_all_columns", "column_widths"),
    "charts": ("chart_add", "chart_rename", "chart_remove"),
    "actor_list": ("rename_actor", "actor", "-", "delete", "-",
                   "fit_column", "fit_all_columns", "column_widths"),
    "finding_list": ("panel_findings",),
    "history_list": ("undo", "redo", "-", "save", "-", "panel_history"),
    "palette": ("terminator", "process", "decision", "-", "step_below", "step_above", "-",
                "actor"),
    "minimap": ("fit_width", "fit_page", "zoom_actual", "-", "view_endless", "view_minimap"),
    "status": ("zoom_in", "zoom_out", "zoom_actual", "-", "fit_width", "fit_page", "-",
               "view_endless", "view_minimap"),
    "": ("paste", "-", "step_below", "actor", "-", "select_all", "-", "chart_add", "chart_rename",
         "chart_remove"),
}  # fmt: skip


def build_menus(
    bar: QMenuBar, actions: Mapping[str, QAction], catalogue: Catalogue, icons: Icons
) -> dict[str, QMenu]:
    """Fill the menu bar and answer its menus and submenus by name."""
    menus: dict[str, QMenu] = {}
    for name, entries in MENU_BAR.items():
        menus[name] = bar.addMenu(catalogue.text(f"ui.menu.{name}"))
        for entry in entries:
            if entry.startswith(">"):
                submenu = menus[name].addMenu(catalogue.text(f"ui.menu.{entry[1:]}"))
                submenu.setIcon(icons.action(entry[1:]))
                menus[entry[1:]] = submenu
                fill(submenu, SUBMENUS[entry[1:]], actions)
            else:
                fill(menus[name], (entry,), actions)
    return menus


def fill(menu: QMenu, entries: tuple[str, ...], actions: Mapping[str, QAction]) -> None:
    """Add actions and separators to `menu`."""
    for entry in entries:
        if entry == "-":
            menu.addSeparator()
        else:
            menu.addAction(actions[entry])


def fill_tool_bar(bar: QToolBar, actions: Mapping[str, QAction]) -> None:
    """Add the entries of `TOOL_BAR`; buttons get an accessible name without mnemonic."""
    for entry in TOOL_BAR:
        if entry == "-":
            bar.addSeparator()
            continue
        action = actions[entry.removeprefix("+")]
        bar.addAction(action)
        button = bar.widgetForAction(action)
        if isinstance(button, QToolButton):
            button.setAccessibleName(plain(action.text()))
            if entry.startswith("+"):
                button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def plain(text: str) -> str:
    """Answer a menu text without its mnemonic and dots."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
