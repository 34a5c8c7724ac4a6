"""Typing over cells: Enter, Tab, Escape, clicking elsewhere, pasting, scrolling."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication

from sopeditor.canvas.places import Spot, SymbolPlace
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import CoverPage
from sopeditor.model.step import Column
from sopeditor.session.selection import Selection
from tests.builders import a_document
from tests.gui.canvas.conftest import Hand, Show

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def _text(hand: Hand, step: str, column: Column) -> str:
    return hand.chart.step(step).text(column)


@pytest.mark.parametrize(
    "column", [Column.ACTIVITY, Column.INPUTS, Column.DURATION, Column.OUTPUT, Column.REMARKS]
)
def test_a_double_click_opens_every_text_column(show: Show, column: Column) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row2", column))
    hand.type("Teks baru")
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row2", column) == "Teks baru"
    assert hand.view.editing.editor is None
    assert hand.view.hasFocus()


def test_the_field_lies_exactly_over_its_cell(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row2", Column.OUTPUT))
    centre = hand.pixel(hand.cell("row2", Column.OUTPUT))
    assert hand.editor.geometry().contains(centre)
    width = hand.editor.width()
    hand.view.zoom_to(hand.view.zoom * 2)
    assert hand.editor.geometry().width() == pytest.approx(2 * width, abs=3)
    hand.bring(hand.cell("row2", Column.OUTPUT))
    before = hand.editor.y()
    bar = hand.view.verticalScrollBar()
    bar.setValue(bar.value() + 30)
    assert hand.editor.y() == before - 30


def test_the_field_grows_while_one_types(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.OUTPUT))
    height = hand.editor.height()
    for _ in range(6):
        hand.key(Qt.Key.Key_Return, SHIFT)
        hand.type("baris")
    assert hand.editor.height() > height


@pytest.mark.parametrize("modifier", [SHIFT, ALT])
def test_enter_with_shift_or_alt_breaks_the_line(show: Show, modifier: Qt.KeyboardModifier) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.REMARKS))
    hand.type("satu")
    hand.key(Qt.Key.Key_Return, modifier)
    hand.type("dua")
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row1", Column.REMARKS) == "satu\ndua"


def test_escape_gives_up(show: Show) -> None:
    hand = show(a_document())
    before = hand.session.document
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.type("Salah")
    hand.key(Qt.Key.Key_Escape)
    assert hand.session.document is before
    assert hand.view.editing.editor is None


def test_a_click_elsewhere_finishes(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.type("Menerima berkas")
    hand.click(hand.cell("row3", Column.OUTPUT))
    assert _text(hand, "row1", Column.ACTIVITY) == "Menerima berkas"
    assert hand.view.spot == Spot("row3", Column.OUTPUT)


def test_tab_goes_on_through_the_row_and_into_the_next(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.OUTPUT))
    hand.type("Surat")
    hand.key(Qt.Key.Key_Tab)
    hand.type("Catatan")
    hand.key(Qt.Key.Key_Tab)
    hand.type("Menelaah")
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row1", Column.OUTPUT) == "Surat"
    assert _text(hand, "row1", Column.REMARKS) == "Catatan"
    assert _text(hand, "row2", Column.ACTIVITY) == "Menelaah"


def test_shift_tab_goes_back(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row2", Column.ACTIVITY))
    hand.key(Qt.Key.Key_Tab, SHIFT)
    hand.type("Catatan")
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row1", Column.REMARKS) == "Catatan"


def test_tab_out_of_the_last_cell_finishes(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row3", Column.REMARKS))
    hand.type("Selesai")
    hand.key(Qt.Key.Key_Tab)
    assert _text(hand, "row3", Column.REMARKS) == "Selesai"
    assert hand.view.editing.editor is None


def test_a_commit_is_one_change_and_none_when_nothing_changed(show: Show) -> None:
    hand = show(a_document())
    before = hand.session.document
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.type("Menerima")
    hand.key(Qt.Key.Key_Return)
    hand.session.undo()
    assert hand.session.document is before
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.key(Qt.Key.Key_Return)
    assert hand.session.document is before


def test_pasted_text_is_plain_and_clean(show: Show) -> None:
    hand = show(a_document())
    data = QMimeData()
    data.setHtml("<b>Surat</b>")
    data.setText("Surat\x00 masuk\x1b\r\ndan keluar")
    QApplication.clipboard().setMimeData(data)
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.editor.paste()
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row1", Column.ACTIVITY) == "Surat masuk\ndan keluar"


def test_a_heading_renames_its_actor_in_one_line(show: Show) -> None:
    hand = show(a_document())
    found = hand.view.stage.sheet.heading("B")
    assert found is not None
    hand.double_click(hand.view.stage.sheet.on_sheet(found[0], found[1].rect).centre)
    data = QMimeData()
    data.setText("Kepala\nDinas")
    QApplication.clipboard().setMimeData(data)
    hand.editor.paste()
    hand.key(Qt.Key.Key_Return)
    assert hand.session.document.actor("B").name == "Kepala Dinas"


def test_a_symbol_takes_a_caption(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.symbol("1A"))
    hand.type("Mulai")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.symbol_index()["1A"][1].caption == "Mulai"


def test_a_label_is_edited_where_it_stands(show: Show) -> None:
    hand = show(a_document(rows="(A) B? (A)", flows="1>2 2>3:Ya"))
    sheet = hand.view.stage.sheet
    index, page = next(sheet.chart_pages())
    label = next(flow.label for flow in page.flows if flow.label)
    hand.double_click(sheet.on_sheet(index, label.rect).centre)
    hand.type("Sesuai")
    hand.key(Qt.Key.Key_Return)
    assert hand.chart.flow("2B-3A").label == "Sesuai"


def test_a_cell_that_vanishes_takes_its_field_with_it(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row2", Column.ACTIVITY))
    hand.session.replace(a_document(rows="(A)"))
    assert hand.view.editing.editor is None


def test_the_cover_asks_for_its_form(show: Show) -> None:
    hand = show(a_document())
    asked: list[str] = []
    hand.view.identity_requested.connect(asked.append)
    cover = hand.view.layout_shown.pages[0]
    assert isinstance(cover, CoverPage)
    cell = next(cell for cell in cover.cells if cell.field == "sop_number")
    hand.bring(cell.rect.centre)
    hand.double_click(cell.rect.centre)
    assert asked == ["sop_number"]


def test_finishing_from_outside_takes_over_what_was_typed(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.type("Menyimpan arsip")
    hand.view.finish_editing()
    assert _text(hand, "row1", Column.ACTIVITY) == "Menyimpan arsip"


def test_going_somewhere_finishes_what_is_typed(show: Show) -> None:
    hand = show(a_document())
    hand.double_click(hand.cell("row1", Column.ACTIVITY))
    hand.type("Menyimpan arsip")
    assert hand.view.go_to(SymbolPlace("3A"))
    assert _text(hand, "row1", Column.ACTIVITY) == "Menyimpan arsip"
    assert hand.session.selection.symbols == {"3A"}


def test_a_small_zoom_still_gives_a_readable_field(show: Show) -> None:
    hand = show(a_document())
    hand.view.zoom_to(0.33)
    hand.bring(hand.cell("row1", Column.ACTIVITY))
    hand.double_click(hand.cell("row1", Column.OUTPUT))
    assert hand.editor.font().pixelSize() >= 11
    assert hand.view.viewport().rect().contains(hand.editor.geometry())


def test_a_field_at_the_edge_of_the_view_is_brought_into_it(show: Show) -> None:
    hand = show(a_document(rows="(A) B A B A B A B A B A B A B (A)"))
    hand.view.zoom_to(3.0)
    hand.view.centerOn(0, 0)
    hand.view.go_to(SymbolPlace("8B"))
    hand.session.select(Selection.of_steps("chart", "row8"))
    assert hand.view.edit_selected()
    assert hand.view.viewport().rect().intersects(hand.editor.geometry())


def test_a_cell_of_several_rows_is_edited_as_one(show: Show) -> None:
    document = a_document(rows="(A) B A (A)")
    chart = document.charts[0]
    steps = tuple(
        replace(step, shared=frozenset({Column.DURATION})) if step.id in {"row2", "row3"} else step
        for step in chart.steps
    )
    hand = show(replace(document, charts=(replace(chart, steps=steps),)))
    hand.double_click(hand.cell("row2", Column.DURATION))
    assert hand.editor.toPlainText() == "2 jam\n3 jam\n4 jam"
    hand.type("1 hari")
    hand.key(Qt.Key.Key_Return)
    durations = [step.quality.duration.text for step in hand.chart.steps]
    assert durations == ["1 jam", "1 hari", "", ""]
    hand.session.undo()
    assert hand.chart.steps == steps


def test_tab_passes_over_rows_whose_cell_belongs_to_the_row_above(show: Show) -> None:
    document = a_document()
    chart = document.charts[0]
    first = replace(chart.steps[0], shared=frozenset({Column.ACTIVITY}))
    hand = show(replace(document, charts=(replace(chart, steps=(first, *chart.steps[1:])),)))
    hand.double_click(hand.cell("row1", Column.REMARKS))
    hand.key(Qt.Key.Key_Tab)
    hand.type("Formulir")
    hand.key(Qt.Key.Key_Return)
    assert _text(hand, "row2", Column.INPUTS) == "Formulir"


def test_the_unit_on_the_cover_asks_for_its_own_field(show: Show) -> None:
    document = a_document()
    identity = replace(document.identity, agency="Dinas Sosial", unit="Bidang Rehabilitasi")
    hand = show(replace(document, identity=identity))
    cover = hand.view.stage.sheet.layout.pages[0]
    assert isinstance(cover, CoverPage)
    asked: list[str] = []
    hand.view.identity_requested.connect(asked.append)
    for field in ("unit", "agency"):
        text = next(cell.text for cell in cover.cells if cell.field == field)
        assert text is not None
        place = hand.view.stage.sheet.on_sheet(0, text.rect)
        hand.bring(place.centre)
        hand.double_click(Point(place.centre.x, place.bottom - 2))
    assert asked == ["unit", "agency"]
