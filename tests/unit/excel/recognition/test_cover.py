"""The cover's fields are found by their captions."""

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.cover import Side, find_cover


def test_values_stand_beside_their_captions_behind_a_colon() -> None:
    sheet = SheetText.of({(0, 3): "NOMOR SOP", (0, 4): ":", (0, 5): "001", (1, 3): "Tgl. Revisi"})
    number, revised = find_cover(sheet)
    assert (number.field, number.value, number.side) == (
        "sop_number", CellRange.cell(0, 5), Side.BESIDE,
    )  # fmt: skip
    assert (revised.field, revised.value) == ("revised_on", CellRange.cell(1, 4))


def test_lists_stand_below_their_captions() -> None:
    merge = CellRange(1, 0, 4, 3)
    (found,) = find_cover(SheetText.of({(0, 0): "Dasar Hukum:"}, (merge,)))
    assert (found.field, found.value, found.side) == ("legal_bases", merge, Side.BELOW)


def test_a_value_may_stand_in_the_cell_of_its_caption() -> None:
    (found,) = find_cover(SheetText.of({(2, 1): "Nama SOP : Pelayanan Izin"}))
    assert (found.field, found.side) == ("title", Side.WITHIN)


def test_the_first_caption_of_a_field_counts() -> None:
    (found,) = find_cover(SheetText.of({(5, 0): "Peringatan", (9, 0): "PERINGATAN"}))
    assert found.caption == CellRange.cell(5, 0)
