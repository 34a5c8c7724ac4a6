"""The sheet is painted before the rest of the window is built, and nobody has to know."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from sopeditor.app import Program
from sopeditor.canvas.places import FieldPlace
from sopeditor.session.session import EditorSession
from sopeditor.storage.files import save
from sopeditor.ui.grid.views import ViewMode
from sopeditor.ui.settings import Settings
from tests.gui.ui.conftest import Stand, small_document, stand_on

#: Prints which modules of the program are there when the sheet is painted for the first time.
_PAINTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from sopeditor.app import made_application, open_window
from sopeditor.canvas.view import SheetView

paint = SheetView.paintEvent

def painted(sheet, event):
    paint(sheet, event)
    SheetView.paintEvent = paint
    lines = [flow for page in sheet.layout_shown.pages for flow in getattr(page, "flows", ())]
    print(len(lines), *sorted(sys.modules), flush=True)
    QApplication.postEvent(application, QEvent(QEvent.Type.Quit))

from PySide6.QtCore import QEvent
SheetView.paintEvent = painted
application = made_application()
settings = QSettings(sys.argv[2], QSettings.Format.IniFormat)
program = open_window(application, settings, Path(sys.argv[1]))
application.exec()
"""


@pytest.fixture
def bare(qapp: QApplication, tmp_path: Path) -> Iterator[Stand]:
    """Answer a window that was made, but not shown and not furnished."""
    stand = stand_on(EditorSession(small_document()), "id", tmp_path / "settings.ini")
    yield stand
    stand.window.leave_to_successor()
    stand.window.deleteLater()
    QTest.qWait(1)


def test_the_first_painting_shows_the_lines_and_waits_for_no_panel(tmp_path: Path) -> None:
    path = tmp_path / "small.sop"
    save(small_document(), path)
    done = subprocess.run(
        [sys.executable, "-c", _PAINTED, str(path), str(tmp_path / "settings.ini")],
        check=True,
        capture_output=True,
        text=True,
    )
    lines, *modules = done.stdout.splitlines()[0].split()
    assert int(lines) == 3
    late = (
        *("ui.furnishing", "ui.panels", "ui.grid.panel", "ui.search", "canvas.hands", "tables"),
        *("editing.behaviours", "editing.starting", "storage.writer", "storage.foreign"),
        *("canvas.borders", "canvas.outlook", "canvas.tips", "ui.dialogs.boxes", "ui.importing"),
    )
    assert not {f"sopeditor.{name}" for name in late} & {*modules}
    assert not {"openpyxl", "fontTools", "tomllib", "sopeditor.checks.registry"} & {*modules}


def test_no_source_is_read_for_the_sake_of_an_import() -> None:
    script = "import linecache, sopeditor.app; print(*linecache.cache, sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    read = [line for line in done.stdout.splitlines() if "sopeditor" in Path(line).parts]
    assert {Path(line).parent.name for line in read} <= {"sopeditor", "foundation"}


def test_the_rest_comes_by_itself_once_the_sheet_is_painted(bare: Stand, qtbot: QtBot) -> None:
    assert not bare.window.built
    bare.window.show()
    qtbot.waitUntil(lambda: bare.window.built)
    assert isinstance(bare.window.findChild(QLineEdit, "identity_unit"), QLineEdit)


def test_nothing_moves_when_the_rest_comes(bare: Stand, qtbot: QtBot) -> None:
    bare.window.resize(1366, 738)
    bare.window.show()
    before = bare.window.sheet.geometry(), bare.window.views.geometry()
    qtbot.waitUntil(lambda: bare.window.built)
    QTest.qWait(1)
    assert (bare.window.sheet.geometry(), bare.window.views.geometry()) == before


@pytest.mark.parametrize(
    "ask",
    [
        lambda stand: stand.act("step_below"),
        lambda stand: stand.window.docks.show("history"),
        lambda stand: stand.window.go_to(FieldPlace("unit")),
        lambda stand: stand.act("find"),
    ],
    ids=["action", "dock", "field", "search"],
)
def test_what_is_asked_for_sooner_is_built_at_once(
    bare: Stand, ask: Callable[[Stand], None]
) -> None:
    ask(bare)
    assert bare.window.built


def test_a_row_can_be_added_before_anything_was_painted(bare: Stand) -> None:
    bare.act("step_below")
    assert len(bare.chart.steps) == 4


def test_the_table_is_there_at_once_where_it_was_seen_last(bare: Stand) -> None:
    bare.window.views.choose(ViewMode.TABLE)
    assert len(bare.window.views.grid.table) == 3


def test_a_window_that_is_left_is_not_built_on(bare: Stand) -> None:
    bare.window.show()
    bare.window.leave_to_successor()
    QTest.qWait(50)
    assert not bare.window.built


def test_a_file_is_begun_with_or_it_is_told_why_not(qapp: QApplication, tmp_path: Path) -> None:
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    program = Program(qapp, Settings(store))
    trouble = program.begin_with(tmp_path / "missing.sop")
    assert trouble is not None
    assert trouble.key.startswith("storage.")
    path = tmp_path / "small.sop"
    save(small_document(), path)
    assert program.begin_with(path) is None
    assert Settings(store).recent == (path,)
    program.deleteLater()
