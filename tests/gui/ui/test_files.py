"""New, open, save, import, export: nothing unsaved is lost without a question."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from sopeditor.assets import resource
from sopeditor.session.session import EditorSession
from sopeditor.storage.files import load, save
from sopeditor.ui.dialogs.questions import Answer
from sopeditor.ui.file_names import suggested_name, with_ending
from sopeditor.ui.menu_lists import ExamplesMenu, RecentMenu
from tests.gui.ui.conftest import MakeStand, Stand, small_document


def change(stand: Stand) -> None:
    stand.select_step(0)
    stand.act("step_below")
    assert stand.session.dirty


def test_a_saved_document_opens_again_as_it_was(stand: Stand, tmp_path: Path) -> None:
    change(stand)
    stand.answers.path = tmp_path / "surat"
    stand.act("save")
    saved = tmp_path / "surat.sop"
    assert load(saved)[0] == stand.document
    assert not stand.session.dirty
    assert not stand.window.isWindowModified()
    assert stand.window.windowTitle() == "surat.sop[*] — SOP Editor"
    before = stand.document
    stand.act("new")
    assert stand.document != before
    stand.answers.path = saved
    stand.act("open")
    assert stand.document == before
    assert stand.desk.settings.recent == (saved,)


def test_the_title_tells_of_changes(stand: Stand) -> None:
    assert stand.window.windowTitle() == "SOP Baru[*] — SOP Editor"
    change(stand)
    assert stand.window.isWindowModified()


@pytest.mark.parametrize("answer", list(Answer))
def test_unsaved_changes_are_asked_about(stand: Stand, tmp_path: Path, answer: Answer) -> None:
    change(stand)
    before = stand.document
    stand.answers.save = answer
    stand.answers.path = tmp_path / "surat.sop"
    stand.act("new")
    assert stand.answers.asked[0] == ("save", "SOP Baru")
    assert (stand.document == before) is (answer is Answer.CANCEL)
    assert (tmp_path / "surat.sop").exists() is (answer is Answer.SAVE)


def test_closing_is_called_off_when_saving_is(stand: Stand) -> None:
    change(stand)
    stand.answers.save = Answer.SAVE
    stand.answers.path = None
    assert not stand.window.close()
    assert stand.window.isVisible()


def test_a_file_that_changed_meanwhile_is_asked_about(stand: Stand, tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    save(small_document(), path)
    assert stand.window.files.open_path(path)
    change(stand)
    path.write_bytes(path.read_bytes() + b"\n")
    foreign = path.read_bytes()
    assert not stand.window.files.save()
    assert path.read_bytes() == foreign
    stand.answers.agree = True
    assert stand.window.files.save()
    assert load(path)[0] == stand.document


def test_a_damaged_file_is_told_in_one_sentence_and_changes_nothing(
    stand: Stand, tmp_path: Path
) -> None:
    path = tmp_path / "rusak.sop"
    path.write_bytes(b"<sop")
    before = stand.document
    assert not stand.window.files.open_path(path)
    assert stand.document is before
    assert len(stand.answers.errors) == 1
    assert stand.desk.catalogue.word(stand.answers.errors[0])


def test_a_document_dropped_onto_the_window_opens(stand: Stand, tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    save(small_document(), path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(10, 10), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(stand.window, enter)
    drop = QDropEvent(QPointF(10, 10), Qt.DropAction.CopyAction, mime, left, none)
    QApplication.sendEvent(stand.window, drop)
    assert enter.isAccepted()
    assert stand.session.path == path


def test_a_table_becomes_an_unsaved_document(stand: Stand) -> None:
    stand.answers.path = Path("tests/samples/S01.md")
    stand.act("import_table")
    assert stand.answers.errors == []
    assert stand.document.identity.title == "Pengelolaan Surat Masuk"
    assert stand.session.path is None
    assert stand.session.dirty


@pytest.mark.parametrize("kind", ["excel", "pdf", "png", "svg", "csv"])
def test_every_export_writes_its_file(stand: Stand, tmp_path: Path, kind: str) -> None:
    ending = ".xlsx" if kind == "excel" else f".{kind}"
    stand.answers.path = tmp_path / "surat"
    stand.act(f"export_{kind}")
    written = tmp_path / f"surat{ending}"
    assert stand.answers.errors == []
    assert written.stat().st_size > 100
    assert stand.answers.asked[-1] == ("exported", written)
    assert stand.answers.asked[-2][1] == Path.home() / f"Pengiriman Surat{ending}"


def test_an_export_that_fails_is_told(stand: Stand, tmp_path: Path) -> None:
    stand.answers.path = tmp_path / "tidak-ada" / "surat.pdf"
    stand.act("export_pdf")
    assert len(stand.answers.errors) == 1
    assert QApplication.overrideCursor() is None


def test_recent_files_are_ten_and_missing_ones_are_greyed(stand: Stand, tmp_path: Path) -> None:
    settings = stand.desk.settings
    paths = [tmp_path / f"{number}.sop" for number in range(12)]
    for path in paths:
        settings.remember(path)
    save(small_document(), paths[11])
    assert settings.recent == tuple(reversed(paths[2:]))
    menu = QMenu()
    recent = RecentMenu(menu, stand.desk, stand.window.files.open_path)
    recent.fill()
    entries = menu.actions()[:10]
    assert [entry.isEnabled() for entry in entries] == [True, *[False] * 9]
    entries[0].trigger()
    assert stand.session.path == paths[11]


def test_examples_are_offered_by_title_and_open_as_copies(stand: Stand) -> None:
    menu = QMenu()
    examples = ExamplesMenu(menu, stand.window.files.open_example)
    examples.fill()
    examples.fill()
    titles = [action.text() for action in menu.actions()]
    assert len(titles) == len(set(titles)) == len([*resource("examples").glob("*.sop")])
    menu.actions()[0].trigger()
    assert stand.document.identity.title == titles[0]
    assert stand.session.path is None


def test_settings_survive_one_recent_file(stand: Stand, tmp_path: Path) -> None:
    stand.desk.settings.remember(tmp_path / "satu.sop")
    assert stand.desk.settings.recent == (tmp_path / "satu.sop",)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Pengelolaan Surat Masuk", "Pengelolaan Surat Masuk"),
        ("Surat: masuk/keluar?", "Surat masuk keluar"),
        ("  ", "SOP Baru"),
        ("CON", "SOP Baru"),
        ("lpt1.surat", "SOP Baru"),
        ("Surat. . ", "Surat"),
        ("a\u202eb", "a b"),
    ],
)
def test_suggested_names_are_accepted_everywhere(title: str, name: str) -> None:
    assert suggested_name(title, "SOP Baru") == name


def test_endings_are_added_once() -> None:
    assert with_ending(Path("a.b"), ".sop") == Path("a.b.sop")
    assert with_ending(Path("a.SOP"), ".sop") == Path("a.SOP")


def test_a_window_on_a_saved_session_carries_its_name(
    make_stand: MakeStand, tmp_path: Path
) -> None:
    path = tmp_path / "surat.sop"
    save(small_document(), path)
    stand = make_stand(EditorSession.open(path))
    assert stand.window.windowTitle() == "surat.sop[*] — SOP Editor"
