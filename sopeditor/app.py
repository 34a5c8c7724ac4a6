"""The program with its window: wires application, settings, languages, session and window."""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, QStandardPaths, QTimer
from PySide6.QtGui import QImageReader
from PySide6.QtWidgets import QApplication

import sopeditor.foundation.swift_start  # noqa: F401 - before all that is imported below
from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue, Message, UserError
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.painting.fonts import load_fonts
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.ui.checking import Checker
from sopeditor.ui.contrast import begun_application, dress
from sopeditor.ui.crash import CrashHook
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Questions
from sopeditor.ui.file_flow import first_document
from sopeditor.ui.garbage import GarbageRounds
from sopeditor.ui.icons import Icons, program_icon
from sopeditor.ui.language import QtWords, known_language, read_catalogue
from sopeditor.ui.main_window import MainWindow
from sopeditor.ui.settings import Settings

NAME = "SOP Editor"
ORGANISATION = "sopeditor"

#: Pictures that would take more memory than this, in megabytes, are not decoded.
_PICTURE_LIMIT = 64


class Program(QObject):
    """One session and the window on it; another language gets another window."""

    def __init__(self, application: QApplication, settings: Settings) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._qt_words = QtWords(application)
        self._measurer = QtMeasurer()
        self._profiles: dict[str, Profile] = read_profiles(resource("profiles"))
        self._checker = Checker()
        self._session: EditorSession | None = None
        self._layouts = LayoutMemory()
        self._window: MainWindow | None = None
        application.aboutToQuit.connect(self._qt_words.fall_silent)
        application.styleHints().colorSchemeChanged.connect(self._follow_scheme)

    @property
    def window(self) -> MainWindow:
        """The window; there is one from `show` on."""
        if self._window is None:
            raise RuntimeError("the program has no window yet")
        return self._window

    def show(self, language: str) -> None:
        """Show a window that speaks `language`, in the place of the one before."""
        self._qt_words.speak(language)
        desk = self._desk(read_catalogue(language))
        before, self._window = self._window, MainWindow(desk, self._lay_out, self._try_out)
        self._window.language_chosen.connect(self._choose_language)
        self._window.lines_forgotten.connect(self._forget_layouts)
        if before is not None:
            before.leave_to_successor()
            before.deleteLater()
            self._window.apply_placement()
        # Before it is painted: nobody sees the sheet in a size that does not last.
        self._window.shown.connect(self._window.show_start)
        self._window.show()
        # Again: a window manager may give it another size, and the sheet fits the window.
        QTimer.singleShot(0, self._window, self._window.show_start)

    def begin_with(self, path: Path) -> Message | None:
        """Take a file for the first document, before there is a window; answer why not.

        The window then lays out this document alone, and none that is put away at once.
        """
        try:
            self._work_on(EditorSession.open(path.resolve()))
        except UserError as error:
            return error.words
        self._settings.remember_document(path.resolve())
        return None

    def tell_crash(self, log: Path) -> None:
        """Tell that the program failed; let the document be saved under another name."""
        window = self.window
        if window.questions.ask_rescue(log):
            window.files.save_as()

    def _follow_scheme(self) -> None:
        # Later: the palette changes after the scheme has.
        QTimer.singleShot(0, self, self._show_again)

    def _show_again(self) -> None:
        """Follow the desktop from light to dark or back: icons are tinted per window."""
        if self._window is not None:
            dress(self._application)
            self.show(self._window.language)

    def _choose_language(self, language: str) -> None:
        self._settings.language = language
        self.show(language)

    def _desk(self, catalogue: Catalogue) -> Desk:
        if self._session is None:
            self._session = self._work_on(EditorSession(first_document(catalogue)))
        return Desk(
            session=self._session,
            catalogue=catalogue,
            icons=Icons(QApplication.palette()),
            questions=Questions(catalogue),
            settings=self._settings,
            profiles=self._profiles,
            checker=self._checker,
        )

    def _work_on(self, session: EditorSession) -> EditorSession:
        session.replaced.connect(self._forget_layouts)
        self._session = session
        return session

    def _lay_out(self, document: Document) -> DocumentLayout:
        profile = profile_of(document, self._profiles)
        return lay_out(document, profile, self._measurer, memory=self._layouts)

    def _try_out(self, document: Document) -> DocumentLayout:
        with self._layouts.aside():
            return self._lay_out(document)

    def _forget_layouts(self) -> None:
        """Let no line stay for the sake of those before: the document is another, or asked to."""
        self._layouts = LayoutMemory()


def run(path: Path | None, language: str | None = None) -> int:
    """Show the window, with `path` open if given; answer the exit code."""
    application = made_application()
    GarbageRounds(application)
    open_window(application, QSettings(), path, language)
    return application.exec()


def made_application() -> QApplication:
    """Answer the application, prepared."""
    return prepare(begun_application(sys.argv[:1]))


def open_window(
    application: QApplication, kept: QSettings, path: Path | None, language: str | None = None
) -> Program:
    """Show the window of a prepared application, with `path` open if given."""
    settings = Settings(kept)
    program = Program(application, settings)
    CrashHook(_crash_log(), program.tell_crash).install()
    trouble = program.begin_with(path) if path is not None else None
    program.show(known_language(language, settings.language))
    if trouble is not None:
        program.window.questions.tell_error(trouble)
    return program


def prepare(application: QApplication) -> QApplication:
    """Give the application its name, style, icon and typefaces."""
    application.setOrganizationName(ORGANISATION)
    application.setApplicationName(ORGANISATION)
    application.setApplicationDisplayName(NAME)
    application.setWindowIcon(program_icon())
    dress(application)
    QImageReader.setAllocationLimit(_PICTURE_LIMIT)
    load_fonts()
    return application


def _crash_log() -> Path:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation)
    return Path(folder) / "crash.log"
