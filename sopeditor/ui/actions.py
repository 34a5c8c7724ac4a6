"""The program's actions as data, and their making into `QAction`s.

Texts live in the translations: `ui.action.<key>` (with mnemonic) and `ui.tip.<key>`.
"""

from collections.abc import Callable
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QWidget

from sopeditor.foundation.message import Catalogue
from sopeditor.ui.icons import Icons

#: Answers the object that a slot names before its dot.
Receiver = Callable[[str], object]


class ActionSpec(Struct, frozen=True):
    """One action: `slot` names receiver and method, such as `files.save`.

    `symbol` says that the icon is one of the five symbols. The first of `shortcuts` is shown.
    The keys of an action `on_sheet` work where the sheet has the focus: in a list or a tree,
    Del must not delete what is selected elsewhere.
    """

    key: str
    icon: str
    slot: str
    shortcuts: tuple[str, ...] = ()
    symbol: bool = False
    on_sheet: bool = False


ACTIONS = (
    ActionSpec("new", "new", "files.new", ("Ctrl+N",)),
    ActionSpec("open", "open", "files.open", ("Ctrl+O",)),
    ActionSpec("save", "save", "files.save", ("Ctrl+S",)),
    ActionSpec("save_as", "save_as", "files.save_as", ("Ctrl+Shift+S",)),
    ActionSpec("import_table", "import_table", "files.import_table"),
    ActionSpec("export_excel", "export_excel", "exports.to_excel", ("Ctrl+E",)),
    ActionSpec("export_template", "export_template", "exports.to_template", ("Ctrl+Alt+E",)),
    ActionSpec("export_pdf", "export_pdf", "exports.to_pdf", ("Ctrl+Shift+E",)),
    ActionSpec("export_png", "export_png", "exports.to_png"),
    ActionSpec("export_svg", "export_svg", "exports.to_svg"),
    ActionSpec("export_csv", "export_csv", "exports.to_csv"),
    ActionSpec("print", "print", "exports.print", ("Ctrl+P",)),
    ActionSpec("quit", "quit", "window.close", ("Ctrl+Q",)),
    ActionSpec("undo", "undo", "commands.undo", ("Ctrl+Z",)),
    ActionSpec("redo", "redo", "commands.redo", ("Ctrl+Y", "Ctrl+Shift+Z")),
    ActionSpec("cut", "cut", "exchange.cut", ("Ctrl+X",), on_sheet=True),
    ActionSpec("copy", "copy", "exchange.copy", ("Ctrl+C",), on_sheet=True),
    ActionSpec(
        "copy_picture", "copy_picture", "exchange.copy_picture", ("Ctrl+Shift+C",), on_sheet=True
    ),
    ActionSpec("paste", "paste", "exchange.paste", ("Ctrl+V",), on_sheet=True),
    ActionSpec("find", "find", "search.open_find", ("Ctrl+F",)),
    ActionSpec("find_next", "find_next", "search.find_next", ("F3",)),
    ActionSpec("find_previous", "find_previous", "search.find_previous", ("Shift+F3",)),
    ActionSpec("replace", "replace", "search.open_replace", ("Ctrl+H",)),
    ActionSpec("rename_actor", "rename_actor", "commands.rename_actor"),
    ActionSpec("edit_text", "edit", "views.edit_selected", ("F2",), on_sheet=True),
    ActionSpec("delete", "delete", "commands.delete", ("Del",), on_sheet=True),
    ActionSpec("select_all", "select_all", "views.select_all", ("Ctrl+A",), on_sheet=True),
    ActionSpec("duplicate", "duplicate", "insertion.duplicate_steps", ("Ctrl+D",)),
    ActionSpec("route_auto", "route_auto", "sheet.forget_courses"),
    ActionSpec("fit_column", "fit_column", "columns.fit"),
    ActionSpec("fit_all_columns", "fit_all_columns", "columns.fit_all"),
    ActionSpec("column_widths", "column_widths", "columns.choose"),
    ActionSpec("route_all", "route_all", "commands.route_all"),
    ActionSpec("step_below", "step_below", "insertion.step_below", ("Ctrl+Return",)),
    ActionSpec("step_above", "step_above", "insertion.step_above", ("Ctrl+Shift+Return",)),
    ActionSpec("terminator", "terminator", "insertion.terminator", ("Ctrl+1",), symbol=True),
    ActionSpec("process", "process", "insertion.process", ("Ctrl+2",), symbol=True),
    ActionSpec("decision", "decision", "insertion.decision", ("Ctrl+3",), symbol=True),
    ActionSpec("targets", "arrow", "targets.ask", ("Ctrl+T",), symbol=True),
    ActionSpec("actor", "actor_add", "insertion.actor", ("Ctrl+Shift+P",)),
    ActionSpec("chart_add", "chart_add", "charts.add"),
    ActionSpec("chart_rename", "chart_rename", "charts.rename"),
    ActionSpec("chart_remove", "chart_remove", "charts.remove"),
    ActionSpec("zoom_in", "zoom_in", "sheet.zoom_in", ("Ctrl++", "Ctrl+=")),
    ActionSpec("zoom_out", "zoom_out", "sheet.zoom_out", ("Ctrl+-",)),
    ActionSpec("zoom_actual", "zoom_actual", "commands.zoom_actual", ("Ctrl+0",)),
    ActionSpec("fit_width", "fit_width", "sheet.fit_width", ("Ctrl+8",)),
    ActionSpec("fit_page", "fit_page", "sheet.fit_page", ("Ctrl+9",)),
    ActionSpec("next_area", "next", "areas.next", ("F6",)),
    ActionSpec("previous_area", "previous", "areas.previous", ("Shift+F6",)),
    ActionSpec("shortcuts", "shortcuts", "commands.show_shortcuts", ("F1",)),
    ActionSpec("about", "about", "commands.show_about"),
)


def build_actions(
    sheet: QWidget, receiver: Receiver, catalogue: Catalogue, icons: Icons
) -> dict[str, QAction]:
    """Answer the actions by key, owned by `sheet`, wired to the methods that they name.

    Who carries an action out is asked of `receiver` when it is triggered: most are never used.
    """
    actions: dict[str, QAction] = {}
    for spec in ACTIONS:
        action = QAction(_icon(spec, icons), catalogue.text(f"ui.action.{spec.key}"), sheet)
        action.setObjectName(f"action_{spec.key}")
        action.setShortcuts([QKeySequence(shortcut) for shortcut in spec.shortcuts])
        explain(action, catalogue, f"ui.tip.{spec.key}")
        action.triggered.connect(partial(_carry_out, receiver, spec.slot))
        if spec.on_sheet:
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sheet.addAction(action)
        actions[spec.key] = action
    return actions


def explain(action: QAction, catalogue: Catalogue, key: str) -> None:
    """Give `action` the tip of `key`, in the status bar and, with its shortcut, as tool tip."""
    tip = catalogue.text(key)
    action.setStatusTip(tip)
    shortcut = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    if shortcut:
        tip = catalogue.text("ui.pattern.tip_with_shortcut", tip=tip, shortcut=shortcut)
    action.setToolTip(tip)


def _icon(spec: ActionSpec, icons: Icons) -> QIcon:
    return icons.symbol(spec.icon) if spec.symbol else icons.action(spec.icon)


def _carry_out(receiver: Receiver, slot: str, _checked: bool = False) -> None:
    name, _, method = slot.partition(".")
    getattr(receiver(name), method)()
