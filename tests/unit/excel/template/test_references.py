"""Rows and columns come and go: every reference means the same cells afterwards."""

import pytest

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.references import (
    Along,
    Shift,
    absolute_name,
    shifted_formula,
    shifted_range,
    shifted_ranges,
)

#: Rows 12 to 14 get five more; columns D to F lose the last.
_MORE = Shift(Along.ROWS, 11, 13, 5)
_FEWER = Shift(Along.COLUMNS, 3, 5, -1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A11", "A11"),
        ("$A$15+A14", "$A$20+A14"),
        ("SUM(I12:I14)", "SUM(I12:I19)"),
        ("SUM($I$12:$I$14)", "SUM($I$12:$I$19)"),
        ("SUM(I13:I14)", "SUM(I13:I14)"),
        ("SUM(I1:I20)", "SUM(I1:I25)"),
        ('IF(A15="A15:A16",B20,"")', 'IF(A20="A15:A16",B25,"")'),
        ("SUM(15:15)", "SUM(20:20)"),
        ("SUM(A:A)", "SUM(A:A)"),
        ("Lain!A15+'Bagan Alur'!A15", "Lain!A15+'Bagan Alur'!A20"),
        ("[1]Bagan!A15", "[1]Bagan!A15"),
        ("LOG10(A15)+PAJAK2020", "LOG10(A20)+PAJAK2020"),
        ("Tabel1[[#This Row],[Waktu]]", "Tabel1[[#This Row],[Waktu]]"),
        ("A15:INDEX(B:B,3)", "A20:INDEX(B:B,3)"),
        ("A 15:", "A 15:"),
        ("ZZZ15+TAX15+A0", "ZZZ15+TAX20+A0"),
        ("SUM(A2:A1048576)", "SUM(A2:A1048576)"),
    ],
)
def test_formulas_follow_inserted_rows(before: str, after: str) -> None:
    assert shifted_formula(before, _MORE, "Bagan Alur", "Bagan Alur") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("C1+F1+G1", "C1+#REF!+F1"),
        ("SUM(D2:F2)", "SUM(D2:E2)"),
        ("SUM(F2:F9)", "SUM(#REF!)"),
        ("SUM(F:H)", "SUM(F:G)"),
        ("SUM($A$1:$K$1)", "SUM($A$1:$J$1)"),
    ],
)
def test_formulas_follow_removed_columns(before: str, after: str) -> None:
    assert shifted_formula(before, _FEWER, "S", "S") == after


def test_formulas_of_other_sheets_follow_only_what_names_the_sheet() -> None:
    assert shifted_formula("A15+S!A15+s!A15", _MORE, "S", "T") == "A15+S!A20+s!A20"


def test_a_formula_inside_the_block_does_not_grow() -> None:
    assert shifted_formula("SUM(B12:F14)", _MORE, "S", "S", grows=False) == "SUM(B12:F14)"


def test_lists_of_ranges_lose_what_goes() -> None:
    assert shifted_ranges("F1:F9 A1 G2", _FEWER, grows=True) == "A1 F2"
    assert shifted_ranges("F1", _FEWER, grows=True) == ""


def test_one_row_grows_only_where_it_is_asked_to() -> None:
    one = Shift(Along.ROWS, 11, 11, 3)
    assert shifted_range("B12:C12", one, grows=True) == "B12:C15"
    assert shifted_range("B12:C12", one, grows=False) == "B12:C12"


def test_names_quote_the_sheet() -> None:
    assert absolute_name("Kepala's", CellRange(1, 0, 1, 2)) == "'Kepala''s'!$A$2:$C$2"
