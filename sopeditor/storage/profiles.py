"""Profiles of regulations: TOML files -> `Profile`; offices add their own files.

A profile is `<id>.toml`: `name`, `columns` from left to right, `symbols`, the switches
`column_numbers` and `strict`, and a table `[captions]` with every key of `CAPTIONS`.
"""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

import rtoml

from sopeditor.foundation.message import message
from sopeditor.foundation.text import clean_text
from sopeditor.model.document import Document
from sopeditor.model.profile import DEFAULT_PROFILE, Profile
from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind
from sopeditor.storage.errors import UnreadableFile, shortened
from sopeditor.storage.files import read_file

Choice = TypeVar("Choice", bound=StrEnum)

#: The fields of the cover that have a printed caption; their names are those of `Identity`.
COVER_CAPTIONS = (
    "title", "sop_number", "created_on", "revised_on", "effective_on", "approver",
    "legal_bases", "related_sops", "warnings", "actor_qualifications", "equipment", "records",
)  # fmt: skip
#: Every key that the captions of a profile must have.
CAPTIONS = (
    *Column, "quality", *COVER_CAPTIONS, "employee_id", "document_kind",
    "page_of", "sheet_cover", "sheet_chart",
)  # fmt: skip
_KEYS = frozenset(Profile.__struct_fields__) - {"id"}


def read_profiles(folder: Path) -> dict[str, Profile]:
    """Answer the profiles of a folder by their id; raises UnreadableFile."""
    return {path.stem: read_profile(path) for path in sorted(folder.glob("*.toml"))}


def profile_of(document: Document, profiles: Mapping[str, Profile]) -> Profile:
    """Answer the profile of a document; that of new ones where this machine lacks its own."""
    return profiles.get(document.profile, profiles[DEFAULT_PROFILE])


def read_profile(path: Path) -> Profile:
    """Answer the profile of a file; raises UnreadableFile that names file and key."""
    return _Table(path.name, _parsed(path)).profile(path.stem)


def _parsed(path: Path) -> Mapping[str, Any]:
    data, _ = read_file(path)
    try:
        return rtoml.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise _refused("not_toml", path.name, place=shortened(str(error))) from error


def _refused(sentence: str, file: str, **values: object) -> UnreadableFile:
    return UnreadableFile(message(f"storage.profile.{sentence}", name=file, **values))


class _Table:
    """The content of one profile file; every method refuses a wrong value in words."""

    def __init__(self, file: str, table: Mapping[str, Any]) -> None:
        self._file = file
        self._table = table

    def profile(self, profile_id: str) -> Profile:
        for key in self._table:
            if key not in _KEYS:
                raise _refused("unknown_key", self._file, entry=shortened(key))
        return Profile(
            id=profile_id,
            name=self._text(self._table, "name"),
            captions=self._captions(),
            columns=self._choices("columns", Column),
            symbols=frozenset(self._choices("symbols", SymbolKind)),
            column_numbers=self._switch("column_numbers"),
            strict=self._switch("strict"),
        )

    def _captions(self) -> Mapping[str, str]:
        table = self._table.get("captions")
        if not isinstance(table, dict):
            raise self._bad("captions")
        return {str(key): self._text(table, str(key)) for key in CAPTIONS}

    def _text(self, table: Mapping[str, Any], key: str) -> str:
        text = table.get(key)
        if not isinstance(text, str) or not text.strip():
            raise self._bad(key)
        return clean_text(text)

    def _choices(self, key: str, kind: type[Choice]) -> tuple[Choice, ...]:
        names = self._table.get(key, list(kind))
        if not isinstance(names, list) or not names:
            raise self._bad(key)
        try:
            found = tuple(kind(name) for name in names)
        except ValueError as error:
            raise self._bad(key) from error
        if len(set(found)) < len(found):
            raise self._bad(key)
        return found

    def _switch(self, key: str) -> bool:
        value = self._table.get(key, True)
        if not isinstance(value, bool):
            raise self._bad(key)
        return value

    def _bad(self, key: str) -> UnreadableFile:
        return _refused("bad_value", self._file, entry=key)
