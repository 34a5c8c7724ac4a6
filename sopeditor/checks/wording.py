"""The word lists of the checks: data in `resources/wording/`, which offices may edit."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import rtoml
from msgspec import Struct

from sopeditor.foundation.message import UserError, message


class UnreadableWording(UserError):
    """A word list that is missing, or is not what its readers expect."""


class ReplacedRegulation(Struct, frozen=True):
    """A regulation no longer in force: how it is cited, and what took its place."""

    old: str
    new: str
    cited: re.Pattern[str]


class Wording(Struct, frozen=True, kw_only=True):
    """Words by what they tell; all in lower case."""

    active_prefixes: tuple[str, ...]
    active_verbs: frozenset[str]
    not_active: frozenset[str]
    passive_prefix: str
    not_passive: frozenset[str]
    checking_verbs: frozenset[str]
    deciding_verbs: frozenset[str]
    verb_of_noun: Mapping[str, str]
    conditions: frozenset[str]
    when_needed: frozenset[str]
    start_end: frozenset[str]
    vague: frozenset[str]
    time_units: frozenset[str]
    deadlines: frozenset[str]
    sop_words: frozenset[str]
    tools: frozenset[str]
    generic_actors: frozenset[str]
    not_actors: frozenset[str]
    academic_titles: frozenset[str]
    abbreviations: Mapping[str, str]
    replaced: tuple[ReplacedRegulation, ...]


def read_wording(folder: Path) -> Wording:
    """Read the word lists of a folder; raises UnreadableWording that names the file."""
    activities = _List(folder / "activities.toml")
    phrases = _List(folder / "phrases.toml")
    actors = _List(folder / "actors.toml")
    return Wording(
        active_prefixes=tuple(sorted(activities.words("active_prefixes"))),
        active_verbs=activities.words("active_verbs"),
        not_active=activities.words("not_active"),
        passive_prefix=activities.text("passive_prefix"),
        not_passive=activities.words("not_passive"),
        checking_verbs=activities.words("checking_verbs"),
        deciding_verbs=activities.words("deciding_verbs"),
        verb_of_noun=activities.pairs("verb_of_noun"),
        conditions=phrases.words("conditions"),
        when_needed=phrases.words("when_needed"),
        start_end=phrases.words("start_end"),
        vague=phrases.words("vague"),
        time_units=phrases.words("time_units"),
        deadlines=phrases.words("deadlines"),
        sop_words=phrases.words("sop_words"),
        tools=phrases.words("tools"),
        generic_actors=actors.words("generic"),
        not_actors=actors.words("not_actors"),
        academic_titles=actors.words("academic_titles"),
        abbreviations=actors.pairs("abbreviations"),
        replaced=_List(folder / "regulations.toml").regulations(),
    )


class _List:
    """One file of word lists."""

    def __init__(self, path: Path) -> None:
        self._name = path.name
        try:
            self._table: Mapping[str, Any] = rtoml.loads(path.read_text("utf-8-sig"))
        except (OSError, ValueError) as error:
            raise self._unreadable("") from error

    def text(self, key: str) -> str:
        """Answer a text."""
        value = self._table.get(key)
        if not isinstance(value, str):
            raise self._unreadable(key)
        return value.lower()

    def words(self, key: str) -> frozenset[str]:
        """Answer a list of texts."""
        value = self._table.get(key)
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self._unreadable(key)
        return frozenset(item.lower() for item in value)

    def pairs(self, key: str) -> Mapping[str, str]:
        """Answer a table of texts."""
        value = self._table.get(key)
        if not isinstance(value, dict) or not all(isinstance(v, str) for v in value.values()):
            raise self._unreadable(key)
        return {word.lower(): meaning.lower() for word, meaning in value.items()}

    def regulations(self) -> tuple[ReplacedRegulation, ...]:
        """Answer the regulations that were replaced."""
        try:
            kinds = {kind.lower(): names for kind, names in self._table["kinds"].items()}
            return tuple(
                ReplacedRegulation(row["old"], row["new"], _citation(row["old"], kinds))
                for row in self._table["replaced"]
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise self._unreadable("replaced") from error

    def _unreadable(self, key: str) -> UnreadableWording:
        return UnreadableWording(message("checks.wording.unreadable", file=self._name, entry=key))


def _citation(regulation: str, kinds: Mapping[str, list[str]]) -> re.Pattern[str]:
    """Answer what finds `UU 32/2004` as `Undang-Undang Nomor 32 Tahun 2004` too."""
    parts = re.fullmatch(r"(\S+) (\d+)/(\d{4})", regulation)
    if parts is None or parts[1].lower() not in kinds:
        return re.compile(rf"(?<!\w){re.escape(regulation)}(?!\w)", re.IGNORECASE)
    names = "|".join(re.escape(name) for name in kinds[parts[1].lower()])
    between = r"\s*(?:Republik\s+Indonesia|RI)?\s*(?:Nomor|No\.?)?\s*"
    return re.compile(
        rf"(?<!\w)(?:{names}){between}{parts[2]}\s*(?:/|Tahun)\s*{parts[3]}(?!\w)", re.IGNORECASE
    )
