"""What the program says to people: messages by key, worded in the language of choice.

Code never holds a sentence. It holds a `Message`: a key and the values that the
sentence names. A `Catalogue` of one language words it.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import rtoml
from msgspec import Struct


class Message(Struct, frozen=True):
    """A sentence to be worded: its key, such as `storage.not_xml`, and its values."""

    key: str
    values: tuple[tuple[str, object], ...] = ()


def message(key: str, /, **values: object) -> Message:
    """Answer a message; `values` fill the `{names}` of its sentence."""
    return Message(key, tuple(values.items()))


class UserError(Exception):
    """Something went wrong that a person can be told; carries the words as a message."""

    def __init__(self, words: Message) -> None:
        super().__init__(words.key)
        self.words = words


class Catalogue:
    """The sentences of one language: keys `file.table.name` from a folder of TOML files."""

    def __init__(
        self, language: str, sentences: Mapping[str, str], files: Iterable[Path] = ()
    ) -> None:
        self.language = language
        self._sentences = dict(sentences)
        #: The files that are not read yet, by the first part of their keys.
        self._unread = {path.stem: path for path in files}

    @classmethod
    def read(cls, folder: Path) -> "Catalogue":
        """Answer the sentences of every `*.toml` of `folder`, whose name is the language.

        A file is read when one of its sentences is asked for: the start needs few.
        """
        return cls(folder.name, {}, sorted(folder.glob("*.toml")))

    def keys(self) -> frozenset[str]:
        """Answer the keys of all sentences."""
        for name in [*self._unread]:
            self._read(name)
        return frozenset(self._sentences)

    def text(self, key: str, /, **values: object) -> str:
        """Answer the sentence of `key` with `values` filled in; raises KeyError if unknown."""
        sentence = self._sentences.get(key)
        if sentence is None:
            self._read(key.partition(".")[0])
            sentence = self._sentences[key]
        return sentence.format(**values) if values else sentence

    def word(self, words: Message) -> str:
        """Answer the sentence of a message; messages among its values are worded too."""
        values = {
            name: self.word(value) if isinstance(value, Message) else value
            for name, value in words.values
        }
        return self.text(words.key, **values)

    def _read(self, name: str) -> None:
        path = self._unread.pop(name, None)
        if path is not None:
            _flatten(name, rtoml.loads(path.read_text("utf-8")), self._sentences)


def _flatten(prefix: str, table: Mapping[str, Any], sentences: dict[str, str]) -> None:
    for name, value in table.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _flatten(key, value, sentences)
        else:
            sentences[key] = str(value)
