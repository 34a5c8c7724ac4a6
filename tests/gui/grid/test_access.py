"""The table for eyes, ears and menus: names of cells, mnemonics, words in both languages."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from sopeditor.tables.notation import Field
from sopeditor.ui.grid.columns import FIELDS
from sopeditor.ui.language import LANGUAGES
from tests.gui.grid.conftest import Sit, Typist, sample
from tests.gui.ui.conftest import MakeStand

ROLE = Qt.ItemDataRole


def told(typist: Typist, row: int, field: Field, role: ROLE = ROLE.AccessibleTextRole) -> str:
    model = typist.grid.view.model()
    return str(model.index(row, FIELDS.index(field)).data(role))


def test_every_cell_says_where_it_is_and_what_stands_in_it(sit: Sit) -> None:
    typist = sit(sample("S08"))
    assert told(typist, 1, Field.ACTIVITY) == ("Kegiatan, langkah 2: Memeriksa kelengkapan berkas")
    assert told(typist, 1, Field.REMARKS) == "Keterangan, langkah 2: kosong"
    assert told(typist, 1, Field.FLOW) == (
        "Alur, langkah 2: Lengkap\u00a0→\u00a04\nTidak lengkap\u00a0→\u00a03"
    )
    assert told(typist, 7, Field.ACTORS, ROLE.AccessibleDescriptionRole) == (
        "Tim Teknis, Petugas Pengolahan"
    )


def test_a_screen_reader_finds_the_table_with_its_cells(typist: Typist) -> None:
    view = typist.grid.view
    access = QAccessible.queryAccessibleInterface(view)
    assert access.text(QAccessible.Text.Name) == "Tabel langkah"
    names = {
        access.child(place).text(QAccessible.Text.Name) for place in range(access.childCount())
    }
    assert "Kegiatan, langkah 2: Memeriksa konsep" in names
    assert "Alur" in names


def test_the_field_is_named_after_its_cell(typist: Typist) -> None:
    typist.at(1, Field.INPUTS).type("x")
    assert typist.editor.accessibleName() == "Kelengkapan, langkah 2"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_menu_has_words_tips_and_unique_mnemonics(make_stand: MakeStand, language: str) -> None:
    grid = make_stand(language=language).window.views.grid
    actions = [action for action in grid.menu().actions() if not action.isSeparator()]
    letters = Counter(
        found[1].lower() if (found := re.search("&([^&])", action.text())) else ""
        for action in actions
    )
    assert letters.most_common(1)[0][1] == 1, letters
    assert "" not in letters
    assert all(action.statusTip() for action in actions)


@pytest.mark.parametrize("language", LANGUAGES)
def test_columns_have_headings_and_help(make_stand: MakeStand, language: str) -> None:
    model = make_stand(language=language).window.views.grid.view.model()
    across = Qt.Orientation.Horizontal
    for column in range(model.columnCount()):
        assert model.headerData(column, across, ROLE.DisplayRole)
        assert model.headerData(column, across, ROLE.ToolTipRole)


def test_a_program_for_access_can_write_cells(typist: Typist) -> None:
    model = typist.grid.view.model()
    assert model.setData(model.index(0, FIELDS.index(Field.OUTPUT)), "Konsep")
    assert typist.cell(0, Field.OUTPUT) == "Konsep"
    assert not model.setData(model.index(0, FIELDS.index(Field.FLOW)), "99")


def test_the_focus_is_seen(typist: Typist) -> None:
    typist.at(1, Field.OUTPUT)
    view = typist.grid.view
    box = view.visualRect(view.currentIndex())
    with_focus = view.viewport().grab(box).toImage()
    typist.stand.window.menuBar().setFocus()
    assert view.viewport().grab(box).toImage() != with_focus
