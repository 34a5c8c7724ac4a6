"""A document being edited, with real files."""

from pathlib import Path

import pytest

from sopeditor.editing.identity import SetIdentityField
from sopeditor.editing.steps import DeleteSteps, SetStepText
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.session.selection import NOTHING_SELECTED, Selection
from sopeditor.session.session import EditorSession
from sopeditor.storage.errors import SaveFailed, UnreadableFile
from tests.builders import a_document, row_ids

TITLED = SetIdentityField(field="title", value="Pengelolaan Surat Masuk")


class Listener:
    """Writes down what a session tells."""

    def __init__(self, session: EditorSession) -> None:
        self.session = session
        self.heard: list[str] = []
        self.documents: list[tuple[Document, Document]] = []
        session.document_changed.connect(self._on_document)
        session.selection_changed.connect(self._on_selection)
        session.state_changed.connect(self._on_state)
        session.refused.connect(self._on_refused)

    def _on_document(self, before: Document, after: Document) -> None:
        assert after is self.session.document
        assert self.session.selection == self.session.selection.within(after)
        self.documents.append((before, after))
        self.heard.append("document")

    def _on_selection(self, selection: Selection) -> None:
        assert selection == self.session.selection
        self.heard.append("selection")

    def _on_state(self) -> None:
        self.heard.append("state")

    def _on_refused(self, words: object) -> None:
        self.heard.append("refused")


def test_a_command_changes_the_document_and_tells_before_and_after() -> None:
    document = a_document()
    session = EditorSession(document)
    listener = Listener(session)
    assert session.execute(DeleteSteps(steps=("row2",)))
    assert listener.documents == [(document, session.document)]
    assert listener.heard == ["document", "state"]
    assert row_ids(session.document) == ("row1", "row3")


def test_a_refused_command_leaves_everything_alone() -> None:
    session = EditorSession(a_document())
    listener = Listener(session)
    assert not session.execute(DeleteSteps(steps=("gone",)))
    assert listener.heard == ["refused"]
    assert not session.dirty
    assert session.undo_name is None


def test_a_command_that_changes_nothing_leaves_no_trace() -> None:
    session = EditorSession(a_document())
    listener = Listener(session)
    assert session.execute(SetIdentityField(field="title", value=""))
    assert "document" not in listener.heard
    assert session.undo_name is None


def test_undo_and_redo_walk_and_tell() -> None:
    document = a_document()
    session = EditorSession(document)
    session.execute(TITLED)
    titled = session.document
    listener = Listener(session)
    session.undo()
    session.redo()
    session.redo()
    assert listener.documents == [(titled, document), (document, titled)]
    assert session.undo_name == TITLED.named(document)
    assert session.redo_name is None


def test_a_name_speaks_of_the_document_before_the_change() -> None:
    session = EditorSession(a_document())
    session.execute(DeleteSteps(steps=("row3",)))
    assert session.undo_name is not None
    assert dict(session.undo_name.values) == {"step": "3"}


def test_selecting_tells_once_and_only_what_exists() -> None:
    session = EditorSession(a_document())
    listener = Listener(session)
    session.select(Selection.of_steps("chart", "row1", "gone"))
    session.select(Selection.of_steps("chart", "row1"))
    assert session.selection == Selection.of_steps("chart", "row1")
    assert listener.heard == ["selection"]


def test_what_vanishes_is_selected_no_longer() -> None:
    session = EditorSession(a_document())
    session.select(Selection.of_steps("chart", "row2", "row3"))
    listener = Listener(session)
    session.execute(DeleteSteps(steps=("row2",)))
    assert session.selection == Selection.of_steps("chart", "row3")
    assert listener.heard == ["document", "selection", "state"]


def test_saving_makes_clean_and_undo_past_it_dirty(tmp_path: Path) -> None:
    session = EditorSession(a_document())
    session.execute(TITLED)
    assert session.dirty
    path = tmp_path / "surat.sop"
    session.save(path)
    assert (session.path, session.dirty) == (path, False)
    session.undo()
    assert session.dirty
    session.redo()
    assert not session.dirty


def test_an_opened_file_is_the_saved_document(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    EditorSession(a_document()).save(path)
    session = EditorSession.open(path)
    assert session.document == a_document()
    assert (session.path, session.dirty) == (path, False)
    session.execute(TITLED)
    session.save()
    assert EditorSession.open(path).document.identity.title == "Pengelolaan Surat Masuk"


def test_opening_what_is_no_document_raises(tmp_path: Path) -> None:
    path = tmp_path / "teks.sop"
    path.write_text("bukan SOP")
    with pytest.raises(UnreadableFile):
        EditorSession.open(path)


def test_a_failed_save_leaves_session_and_file_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    session = EditorSession(a_document())
    session.save(path)
    session.execute(TITLED)
    with pytest.raises(SaveFailed):
        session.save(tmp_path / "tidak-ada" / "surat.sop")
    assert (session.path, session.dirty) == (path, True)
    assert EditorSession.open(path).document == a_document()


def test_saving_without_a_path_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="path"):
        EditorSession(a_document()).save()


def test_a_change_by_another_program_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "surat.sop"
    session = EditorSession(a_document())
    assert not session.changed_on_disk()
    session.save(path)
    assert not session.changed_on_disk()
    other = EditorSession.open(path)
    other.execute(TITLED)
    other.save()
    assert session.changed_on_disk()
    session.save()
    assert not session.changed_on_disk()
    path.unlink()
    assert session.changed_on_disk()


def test_another_document_comes_without_a_past() -> None:
    session = EditorSession(a_document())
    session.execute(TITLED)
    session.select(Selection.of_steps("chart", "row2"))
    listener = Listener(session)
    session.replace(a_document(rows="(A)"), Path("lain.sop"))
    assert listener.heard == ["document", "selection", "state"]
    assert session.selection == Selection.of_steps("chart")
    assert (session.path, session.dirty, session.undo_name) == (Path("lain.sop"), False, None)


def test_a_document_brought_back_after_a_crash_is_dirty() -> None:
    session = EditorSession(a_document())
    session.replace(a_document(rows="(A)"), saved=False)
    assert session.dirty
    assert session.selection == NOTHING_SELECTED


def test_typing_undoes_as_one_until_saved(tmp_path: Path) -> None:
    session = EditorSession(a_document())
    for text in ("S", "Su", "Sur"):
        session.execute(SetStepText(step="row1", column=Column.ACTIVITY, text=text))
    session.save(tmp_path / "surat.sop")
    session.execute(SetStepText(step="row1", column=Column.ACTIVITY, text="Surat"))
    session.undo()
    assert session.document.charts[0].steps[0].activity == "Sur"
    session.undo()
    assert session.document == a_document()


def test_going_to_a_state_is_told_once_with_the_way_back_open() -> None:
    first = a_document()
    session = EditorSession(first)
    for row in ("row1", "row2", "row3"):
        session.execute(SetStepText(step=row, column=Column.OUTPUT, text=f"hasil {row}"))
    last = session.document
    listener = Listener(session)
    session.go_to(0)
    assert listener.documents == [(last, first)]
    assert (session.position, len(session.change_names)) == (0, 3)
    session.go_to(3)
    assert session.document is last
    session.go_to(3)
    assert listener.heard == ["document", "state", "document", "state", "state"]


def test_another_document_is_announced_before_it_is_told() -> None:
    session = EditorSession(a_document())
    listener = Listener(session)
    session.replaced.connect(lambda: listener.heard.append("replaced"))
    session.execute(TITLED)
    session.replace(a_document(lanes="ABC"))
    assert listener.heard == ["document", "state", "replaced", "document", "state"]
