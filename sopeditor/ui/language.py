"""The program's language: its own sentences and those of Qt's dialogs."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue

#: The languages that can be chosen; the first is the default.
LANGUAGES = ("id", "en")


def known_language(*wishes: str | None) -> str:
    """Answer the first wish that is a language of the program, else the default."""
    return next((wish for wish in wishes if wish in LANGUAGES), LANGUAGES[0])


def read_catalogue(language: str) -> Catalogue:
    """Read the sentences of `language`."""
    return Catalogue.read(resource("translations", language))


class QtWords:
    """Holds the translation of Qt's own words that is installed in the application."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._installed: QTranslator | None = None

    def speak(self, language: str) -> None:
        """Let Qt's dialogs, key names and number formats speak `language`."""
        self.fall_silent()
        QLocale.setDefault(QLocale({"id": "id_ID"}.get(language, language)))
        translator = QTranslator()
        path = resource("translations", "qt", f"qtbase_{language}.qm")
        if path.is_file() and translator.load(str(path)):
            self._application.installTranslator(translator)
            self._installed = translator

    def fall_silent(self) -> None:
        """Take the translation out; one left installed can crash Qt at exit."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
