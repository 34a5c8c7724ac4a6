"""The menu "Lebar Kolom" and its dialog on the real window."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QMenu, QPushButton, QWidget

from sopeditor.canvas.places import Spot
from sopeditor.editing.widths import SetColumnWidths
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.units import mm_to_pt
from sopeditor.model.step import Column
from sopeditor.session.selection import Selection
from sopeditor.ui.columns.dialog import ColumnWidthsDialog
from sopeditor.ui.menus import plain
from sopeditor.ui.panels.fields import NumberField
from tests.gui.ui.conftest import Stand


def _set(stand: Stand, **widths: float) -> None:
    pairs = tuple((Column[name.upper()], points) for name, points in widths.items())
    assert stand.session.execute(SetColumnWidths(chart="c1", widths=pairs))


def _named(dialog: QWidget, kind: type[QWidget], name: str) -> QWidget:
    return next(w for w in dialog.findChildren(kind) if w.accessibleName() == name)


def _press(dialog: QWidget, text: str) -> None:
    button = next(b for b in dialog.findChildren(QPushButton) if plain(b.text()) == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _type_output(millimetres: int) -> None:
    """Work the open dialog by key: a width for Output, then Enter."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnWidthsDialog)
    field = _named(dialog, NumberField, "Lebar kolom Output")
    assert isinstance(field, NumberField)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, str(millimetres))
    QTest.keyClick(field, Qt.Key.Key_Return)
    automatic = _named(dialog, QCheckBox, "Lebar otomatis kolom Output")
    assert isinstance(automatic, QCheckBox)
    assert not automatic.isChecked()
    assert not dialog.isVisible()


def _reset() -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ColumnWidthsDialog)
    _press(dialog, "Semua Otomatis")
    _press(dialog, "Terapkan")


def test_a_width_is_typed_in_millimetres_and_the_others_stay_automatic(stand: Stand) -> None:
    QTimer.singleShot(0, partial(_type_output, 30))
    stand.act("column_widths")
    assert stand.chart.widths.by_hand == ((Column.OUTPUT, round(mm_to_pt(30), 3)),)
    assert stand.desk.catalogue.word(stand.session.change_names[-1]) == "Atur lebar kolom"
    stand.act("undo")
    assert not stand.chart.widths


def test_the_dialog_leads_all_columns_back(stand: Stand) -> None:
    _set(stand, output=90.0, actors=60.0)
    QTimer.singleShot(0, _reset)
    stand.act("column_widths")
    assert not stand.chart.widths


def test_a_dialog_in_which_nothing_is_changed_changes_nothing(stand: Stand) -> None:
    _set(stand, output=91.7, actors=60.0)
    before = stand.document
    shown = stand.window.sheet.layout_shown.chart_pages("c1")[0].columns
    dialog = ColumnWidthsDialog(stand.chart, shown, stand.desk.catalogue, stand.window)
    stand.session.execute(dialog.command())
    assert stand.document is before


def test_the_menu_fits_the_column_of_the_cell_at_hand(stand: Stand) -> None:
    _set(stand, output=90.0, activity=150.0)
    stage = stand.window.sheet.stage
    stage.select(Selection.of_steps("c1", "s1"), Spot("s1", Column.OUTPUT))
    stand.act("fit_column")
    assert stand.chart.widths.by_hand == ((Column.ACTIVITY, 150.0),)
    stand.act("fit_all_columns")
    assert not stand.chart.widths


def test_fitting_can_be_chosen_only_where_a_column_is_set_by_hand(stand: Stand) -> None:
    fitting = [stand.window.actions_by_key[key] for key in ("fit_column", "fit_all_columns")]
    assert not any(action.isEnabled() for action in fitting)
    _set(stand, output=90.0)
    assert all(action.isEnabled() for action in fitting)


def test_the_menu_of_a_heading_fits_its_column(stand: Stand) -> None:
    _set(stand, output=90.0, activity=150.0)
    sheet = stand.window.sheet
    index, page = next(iter(sheet.stage.sheet.chart_pages()))
    column = next(c for c in page.columns if c.column is Column.ACTIVITY)
    corner = sheet.stage.sheet.origin(index)
    place = Point(corner.x + column.left + 20, corner.y + page.body.top - 5)
    sheet.centerOn(place.x, place.y)
    pixel = sheet.mapFromScene(place.x, place.y)
    QTest.mouseClick(
        sheet.viewport(), Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, pixel
    )
    sheet.context_requested.emit(sheet.viewport().mapToGlobal(pixel))
    menu = next(m for m in stand.window.findChildren(QMenu) if m.isVisible() and m.actions())
    texts = [action.text().replace("&", "") for action in menu.actions()]
    assert texts == ["Lebar Otomatis", "Semua Kolom Otomatis", "Atur Lebar Kolom…"]
    QTest.mouseClick(
        menu,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        menu.actionGeometry(menu.actions()[0]).center() + QPoint(0, 0),
    )
    assert stand.chart.widths.by_hand == ((Column.OUTPUT, 90.0),)
