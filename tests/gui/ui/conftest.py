"""A shown main window on a real session, with questions that are answered beforehand."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from sopeditor.app import prepare
from sopeditor.assets import resource
from sopeditor.excel.template.rehearsal import Rehearsal
from sopeditor.foundation.message import Catalogue, Message
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import Flow
from sopeditor.model.identity import Identity
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.ui.checking import Checker
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Answer, Questions
from sopeditor.ui.dialogs.template.chooser import Browse, Forget, Offer
from sopeditor.ui.dialogs.template.dialog import Redo, Subject
from sopeditor.ui.excel_options import ExcelOptions
from sopeditor.ui.icons import Icons
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.language import QtWords, read_catalogue
from sopeditor.ui.main_window import MainWindow
from sopeditor.ui.settings import Settings

W = TypeVar("W", bound=QWidget)


class ReadyAnswers(Questions):
    """Answers at once what it was told to, and keeps what it was asked and told."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(catalogue)
        self.asked: list[tuple[str, object]] = []
        self.errors: list[Message] = []
        self.save = Answer.CANCEL
        self.agree = False
        self.path: Path | None = None
        self.text: str | None = None
        self.excel_options: ExcelOptions | None = ExcelOptions()
        self.offers: tuple[Offer, ...] = ()
        self.remember = False
        self.rehearsal: Rehearsal | None = None

    @override
    def ask_save(self, name: str) -> Answer:
        self.asked.append(("save", name))
        return self.save

    @override
    def ask_overwrite_changed(self, name: str) -> bool:
        self.asked.append(("overwrite", name))
        return self.agree

    @override
    def ask_remove_actor(self, name: str, symbols: int) -> bool:
        self.asked.append((name, symbols))
        return self.agree

    @override
    def ask_remove_chart(self, name: str, steps: int) -> bool:
        self.asked.append((name, steps))
        return self.agree

    @override
    def ask_text(self, key: str, text: str) -> str | None:
        self.asked.append((key, text))
        return self.text

    @override
    def tell_error(self, words: Message) -> None:
        self.errors.append(words)

    @override
    def tell_exported(self, path: Path) -> None:
        self.asked.append(("exported", path))

    @override
    def confirm_import(self, review: ImportReview) -> bool:
        self.asked.append(("confirm_import", review))
        return self.agree

    @override
    def ask_excel_options(self, options: ExcelOptions) -> ExcelOptions | None:
        self.asked.append(("excel_options", options))
        return self.excel_options

    @override
    def choose_template(
        self, offers: tuple[Offer, ...], browse: Browse, forget: Forget
    ) -> Path | None:
        self.offers = offers
        usable = [offer.path for offer in offers if offer.path.is_file() and offer.office]
        return usable[0] if usable else browse()

    @override
    def confirm_template(
        self, rehearsal: Rehearsal, redo: Redo, subject: Subject
    ) -> tuple[Rehearsal | None, bool]:
        self.asked.append(("confirm_template", subject))
        self.rehearsal = rehearsal
        return (rehearsal if self.agree else None), self.remember

    @override
    def choose_open(self, purpose: str, folder: Path, filters: str) -> Path | None:
        self.asked.append((purpose, folder))
        return self.path

    @override
    def choose_save(self, purpose: str, suggestion: Path, filters: str) -> Path | None:
        self.asked.append((purpose, suggestion))
        return self.path


@dataclass
class Stand:
    """A window and what it works with."""

    window: MainWindow
    desk: Desk
    answers: ReadyAnswers
    settings_file: Path
    others: list[MainWindow] = field(default_factory=list)

    @property
    def session(self) -> EditorSession:
        return self.desk.session

    @property
    def document(self) -> Document:
        return self.desk.session.document

    @property
    def chart(self) -> Chart:
        return self.document.charts[0]

    def find(self, kind: type[W], name: str) -> W:
        found = self.window.findChild(kind, name)
        assert isinstance(found, kind), f"no {kind.__name__} {name}"
        return found

    def named(self, kind: type[W], accessible_name: str) -> W:
        """Answer the visible widget with this accessible name."""
        for widget in self.window.findChildren(kind):
            if widget.accessibleName() == accessible_name and widget.isVisible():
                return widget
        raise AssertionError(f"no visible {kind.__name__} called {accessible_name}")

    def named_hidden(self, kind: type[W], accessible_name: str) -> W:
        """Answer the widget with this accessible name, seen or not."""
        found = [w for w in self.window.findChildren(kind) if w.accessibleName() == accessible_name]
        assert len(found) == 1, accessible_name
        return found[0]

    def words(self, key: str, **values: object) -> str:
        return self.desk.catalogue.text(f"ui.{key}", **values)

    def select_step(self, position: int) -> None:
        self.session.select(Selection.of_steps(self.chart.id, self.chart.steps[position].id))
        QTest.qWait(1)  # cards just made are shown once the event loop runs

    def act(self, key: str) -> None:
        self.window.actions_by_key[key].trigger()

    def show_panel(self, name: str) -> None:
        self.window.docks.show(name)
        QTest.qWait(1)


def small_document() -> Document:
    """Answer three steps in two lanes: start, decision, end."""
    actors = (Actor(id="a1", name="Sekretaris"), Actor(id="a2", name="Kepala Dinas"))
    steps = (
        Step(
            id="s1",
            activity="Menyusun konsep surat",
            symbols=(Symbol(id="n1", kind=SymbolKind.TERMINATOR, actors=("a1",)),),
        ),
        Step(
            id="s2",
            activity="Memeriksa konsep",
            symbols=(Symbol(id="n2", kind=SymbolKind.DECISION, actors=("a2",)),),
        ),
        Step(
            id="s3",
            activity="Mengirim surat",
            symbols=(Symbol(id="n3", kind=SymbolKind.TERMINATOR, actors=("a1",)),),
        ),
    )
    flows = (
        Flow(id="f1", source="n1", target="n2"),
        Flow(id="f2", source="n2", target="n3", label="Ya"),
        Flow(id="f3", source="n2", target="n1", label="Tidak"),
    )
    chart = Chart(id="c1", lanes=("a1", "a2"), steps=steps, flows=flows)
    return Document(identity=Identity(title="Pengiriman Surat"), actors=actors, charts=(chart,))


def stand_on(session: EditorSession, language: str, settings_file: Path) -> Stand:
    """Make a window that speaks `language`."""
    profiles = read_profiles(resource("profiles"))
    measurer, memory = QtMeasurer(), LayoutMemory()

    def pages(document: Document) -> DocumentLayout:
        profile = profile_of(document, profiles)
        return lay_out(document, profile, measurer, memory=memory)

    catalogue = read_catalogue(language)
    answers = ReadyAnswers(catalogue)
    desk = Desk(
        session=session,
        catalogue=catalogue,
        icons=Icons(QApplication.palette()),
        questions=answers,
        settings=Settings(QSettings(str(settings_file), QSettings.Format.IniFormat)),
        profiles=profiles,
        checker=Checker(),
    )
    return Stand(MainWindow(desk, pages), desk, answers, settings_file)


MakeStand = Callable[..., Stand]


@pytest.fixture(scope="session", autouse=True)
def _prepared(qapp: QApplication) -> None:
    prepare(qapp)


@pytest.fixture
def make_stand(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MakeStand]:
    """Answer a maker of shown windows: on a session, in a language."""
    stands: list[Stand] = []
    qt_words = QtWords(qapp)

    def make(session: EditorSession | None = None, language: str = "id") -> Stand:
        qt_words.speak(language)
        session = session or EditorSession(small_document())
        stand = stand_on(session, language, tmp_path / "settings.ini")
        stand.window.resize(1366, 738)
        with qtbot.waitActive(stand.window):
            stand.window.show()
            stand.window.activateWindow()
        stand.window.finish_building()
        stands.append(stand)
        return stand

    yield make
    for stand in stands:
        stand.window.leave_to_successor()
        stand.window.deleteLater()
    qt_words.fall_silent()
    QTest.qWait(1)


@pytest.fixture
def stand(make_stand: MakeStand) -> Stand:
    """Answer a shown Indonesian window on a small document."""
    return make_stand()
