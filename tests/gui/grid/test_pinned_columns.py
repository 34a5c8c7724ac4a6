"""No and Kegiatan stay in sight while the table is scrolled across, and work as before."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView

from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS
from tests.gui.grid.conftest import NO_KEY, SHIFT, Sit, Typist, sample

LEFT = Qt.MouseButton.LeftButton
ACTIVITY, FLOW = FIELDS.index(Field.ACTIVITY), FIELDS.index(Field.FLOW)


@pytest.fixture
def typist(sit: Sit) -> Typist:
    """Answer a person at a table that is scrolled to its right end."""
    typist = sit(sample("S08"))
    typist.stand.window.resize(1024, 700)
    QTest.qWait(1)
    view = typist.grid.view
    for column in range(len(FIELDS)):
        view.setColumnWidth(column, max(view.columnWidth(column), 70))
    view.setColumnWidth(ACTIVITY, 150)
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.pinned == (0, 1)
    return typist


def scrolled(typist: Typist) -> int:
    return typist.grid.view.horizontalScrollBar().value()


def middle(typist: Typist, row: int, field: Field) -> QPoint:
    view = typist.grid.view
    return view.visualRect(view.model().index(row, FIELDS.index(field))).center()


def test_a_kept_cell_lies_where_it_would_without_scrolling(typist: Typist) -> None:
    view = typist.grid.view
    rect = view.visualRect(view.model().index(2, ACTIVITY))
    assert rect.left() == view.columnWidth(0)
    assert view.indexAt(rect.center()) == view.model().index(2, ACTIVITY)


def test_nothing_is_kept_while_everything_is_in_sight(typist: Typist) -> None:
    view = typist.grid.view
    view.horizontalScrollBar().setValue(0)
    assert view.pinned == ()
    assert view.pinned_width == 0


def test_panes_leave_half_of_a_narrow_view_free(typist: Typist) -> None:
    view = typist.grid.view
    view.setColumnWidth(ACTIVITY, view.viewport().width())
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    assert view.pinned == (0,)


def test_what_is_kept_is_really_painted(typist: Typist) -> None:
    """The picture of a kept cell is that of the cell before scrolling."""
    view = typist.grid.view
    typist.at(0, Field.FLOW)
    box = view.visualRect(view.model().index(3, ACTIVITY)).adjusted(2, 2, -4, -4)
    kept = view.viewport().grab(box).toImage()
    view.horizontalScrollBar().setValue(0)
    assert view.viewport().grab(box).toImage() == kept
    inks = {QColor(kept.pixel(x, y)).lightness() < 100 for x in range(9, 60) for y in range(30)}
    assert inks == {True, False}


def test_a_click_selects_the_kept_cell_and_does_not_scroll(typist: Typist) -> None:
    before = scrolled(typist)
    view = typist.grid.view
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, middle(typist, 4, Field.ACTIVITY))
    assert typist.here == (4, Field.ACTIVITY)
    assert scrolled(typist) == before
    assert typist.session.selection.steps == {typist.grid.table.step(4).id}


def test_shift_and_a_click_select_from_a_kept_cell_to_one_beside_it(typist: Typist) -> None:
    view = typist.grid.view
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, middle(typist, 1, Field.ACTIVITY))
    QTest.mouseClick(view.viewport(), LEFT, SHIFT, middle(typist, 3, Field.OUTPUT))
    fields = view.visible_fields()
    wanted = fields[fields.index(Field.ACTIVITY) : fields.index(Field.OUTPUT) + 1]
    assert view.selected_cells() == dict.fromkeys((1, 2, 3), wanted)


def test_a_double_click_opens_the_field_over_the_kept_cell(typist: Typist) -> None:
    view = typist.grid.view
    place = middle(typist, 4, Field.ACTIVITY)
    QTest.mouseClick(view.viewport(), LEFT, NO_KEY, place)
    QTest.mouseDClick(view.viewport(), LEFT, NO_KEY, place)
    assert typist.editor.geometry().contains(place)
    assert view.viewport().childAt(place) in {typist.editor, typist.editor.viewport()}
    typist.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    typist.enter("Memeriksa berkas")
    assert typist.cell(4, Field.ACTIVITY) == "Memeriksa berkas"


def test_going_by_keys_never_leaves_a_cell_under_the_panes(typist: Typist) -> None:
    view = typist.grid.view
    typist.at(2, Field.FLOW)
    seen = set()
    while typist.here[1] is not Field.ACTIVITY:
        typist.press(Qt.Key.Key_Backtab, SHIFT)
        row, field = typist.here
        rect = view.visualRect(view.model().index(row, FIELDS.index(field)))
        seen.add(field)
        assert rect.left() >= (0 if field is Field.ACTIVITY else view.pinned_width)
        assert rect.right() <= view.viewport().width()
    assert {Field.SYMBOL, Field.ACTORS} <= seen
    assert scrolled(typist) < view.horizontalScrollBar().maximum()


def test_going_to_a_kept_cell_leaves_the_rest_where_it_is(typist: Typist) -> None:
    before = scrolled(typist)
    typist.at(5, Field.ACTIVITY)
    assert scrolled(typist) == before


def test_suggestions_stand_under_the_kept_cell(typist: Typist) -> None:
    typist.at(3, Field.NUMBER).type("5a")
    view = typist.grid.view
    assert typist.editor.geometry().left() == 0
    typist.press(Qt.Key.Key_Escape)
    typist.at(3, Field.FLOW).type("k")
    assert typist.editor.geometry().left() >= view.pinned_width


def heading(typist: Typist) -> QHeaderView:
    headers = typist.grid.view.findChildren(QHeaderView)
    own = {typist.grid.view.horizontalHeader(), typist.grid.view.verticalHeader()}
    return next(header for header in headers if header not in own)


def test_the_kept_headings_select_and_resize_their_columns(typist: Typist) -> None:
    view, kept = typist.grid.view, heading(typist)
    assert kept.isVisible()
    place = QPoint(view.columnWidth(0) + 40, kept.height() // 2)
    QTest.mouseClick(kept.viewport(), LEFT, NO_KEY, place)
    assert view.selectionModel().isColumnSelected(ACTIVITY)
    kept.resizeSection(ACTIVITY, 180)
    assert view.columnWidth(ACTIVITY) == 180
    assert view.pinned_width == view.columnWidth(0) + 180
    view.horizontalScrollBar().setValue(0)
    assert not kept.isVisible()
