"""What the program remembers about a person's desk: language, recent files, window."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

#: How many files the menu of recent ones holds.
RECENT_LIMIT = 10


class Settings:
    """Typed access to the settings store; unreadable values count as never set."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def language(self) -> str:
        """The language of the program; empty when none was chosen."""
        return self._text("language")

    @language.setter
    def language(self, language: str) -> None:
        self._store.setValue("language", language)

    @property
    def view_mode(self) -> str:
        """Which views of the document were seen last; empty when none was chosen."""
        return self._text("view_mode")

    @view_mode.setter
    def view_mode(self, mode: str) -> None:
        self._store.setValue("view_mode", str(mode))

    @property
    def endless(self) -> bool:
        """Whether the pages are shown as one endless table."""
        return self._text("sheet/endless") == "yes"

    @endless.setter
    def endless(self, endless: bool) -> None:
        self._store.setValue("sheet/endless", "yes" if endless else "no")

    @property
    def minimap(self) -> bool:
        """Whether the map of the document is shown."""
        return self._text("sheet/minimap") == "yes"

    @minimap.setter
    def minimap(self, shown: bool) -> None:
        self._store.setValue("sheet/minimap", "yes" if shown else "no")

    @property
    def recent(self) -> tuple[Path, ...]:
        """The files last opened or saved, the newest first."""
        return tuple(Path(text) for text in self._texts("recent"))

    def remember(self, path: Path) -> None:
        """Put `path` on top of the recent files."""
        kept = [known for known in self.recent if known != path]
        self._write_recent([path, *kept][:RECENT_LIMIT])

    def remember_document(self, path: Path) -> None:
        """Begin the recent files with a document, and look for the next one beside it."""
        self.remember(path)
        self.keep_folder("documents", path.parent)

    def forget_recent(self) -> None:
        """Empty the list of recent files."""
        self._write_recent([])

    def folder(self, purpose: str) -> Path:
        """Answer the folder last used for `purpose`, else the home folder."""
        kept = self._text(f"folder/{purpose}")
        return Path(kept) if kept and Path(kept).is_dir() else Path.home()

    def keep_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for `purpose`."""
        self._store.setValue(f"folder/{purpose}", str(folder))

    def kept(self, name: str) -> str:
        """Answer what a part of the program kept under `name`; empty when it kept nothing."""
        return self._text(f"kept/{name}")

    def keep(self, name: str, text: str) -> None:
        """Keep `text` for a part of the program that knows its form."""
        self._store.setValue(f"kept/{name}", text)

    @property
    def geometry(self) -> QByteArray:
        """Place and size of the main window, as Qt encodes them; empty when unknown."""
        return self._bytes("window/geometry")

    @property
    def arrangement(self) -> QByteArray:
        """Where the panels and tool bars of the main window lie; empty when unknown."""
        return self._bytes("window/arrangement")

    def keep_window(self, geometry: QByteArray, arrangement: QByteArray) -> None:
        """Remember the main window."""
        self._store.setValue("window/geometry", geometry)
        self._store.setValue("window/arrangement", arrangement)

    def _write_recent(self, paths: list[Path]) -> None:
        self._store.setValue("recent", [str(path) for path in paths])

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""

    def _texts(self, key: str) -> tuple[str, ...]:
        value = self._store.value(key, [])
        if isinstance(value, str):  # an INI file gives a list of one back as text
            return (value,) if value else ()
        return tuple(str(item) for item in value) if isinstance(value, list) else ()

    def _bytes(self, key: str) -> QByteArray:
        value = self._store.value(key, QByteArray())
        return value if isinstance(value, QByteArray) else QByteArray()
