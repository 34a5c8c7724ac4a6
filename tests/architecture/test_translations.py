"""Both languages say everything the program asks for, and nothing else."""

import re
import string
from functools import cache

import pytest

from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue
from tests.architecture.keys import built_keys, literal_keys, literals, wordings

LANGUAGES = ("id", "en")

#: Keys whose last parts come from data (a profile, a file), not from a constant in the source.
FROM_DATA: tuple[str, ...] = ()

#: A sentence of so many words or more is not the same in both languages.
WORDS_OF_A_SENTENCE = 4

CATALOGUES = {name: Catalogue.read(resource("translations", name)) for name in LANGUAGES}
INDONESIAN = CATALOGUES["id"]
ALL = INDONESIAN.keys()
FILES = frozenset(key.split(".")[0] for key in ALL)


def placeholders(sentence: str) -> set[str]:
    """Answer the names in braces; raises ValueError when the braces do not match."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


def test_both_languages_have_the_same_files() -> None:
    names = [{path.name for path in resource("translations", n).glob("*")} for n in LANGUAGES]
    assert names[0] == names[1]


def test_both_languages_have_the_same_keys() -> None:
    assert INDONESIAN.keys() ^ CATALOGUES["en"].keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_has_words_and_whole_braces(language: str) -> None:
    catalogue = CATALOGUES[language]
    for key in sorted(catalogue.keys()):
        sentence = catalogue.text(key)
        assert sentence.strip(), key
        assert all(name.isidentifier() for name in placeholders(sentence)), key


def test_both_languages_name_the_same_values() -> None:
    english = CATALOGUES["en"]
    shared = INDONESIAN.keys() & english.keys()
    unequal = [
        key
        for key in sorted(shared)
        if placeholders(INDONESIAN.text(key)) != placeholders(english.text(key))
    ]
    assert unequal == []


def test_no_sentence_was_left_untranslated() -> None:
    english = CATALOGUES["en"]
    same = [
        key
        for key in sorted(INDONESIAN.keys() & english.keys())
        if INDONESIAN.text(key) == english.text(key)
        and len(re.findall(r"[A-Za-z]{2,}", INDONESIAN.text(key))) >= WORDS_OF_A_SENTENCE
    ]
    assert same == []


def test_every_key_in_the_source_has_a_sentence() -> None:
    asked = literal_keys(FILES) | {call.key for call in wordings() if call.certain}
    assert sorted(asked - ALL) == []


def test_every_key_built_in_the_source_can_meet_a_sentence() -> None:
    asked = [text for text in built_keys() if text.split(".")[0] in FILES]
    lost = [text for text in asked if not any(pattern(text).fullmatch(k) for k in ALL)]
    assert lost == []


def test_every_call_gives_a_sentence_the_values_it_names() -> None:
    wrong = [
        f"{call.place} {key}: gives {sorted(call.values)}, names {sorted(named)}"
        for call in wordings()
        if call.values is not None
        for key in resolved(call.key)
        if (named := placeholders(INDONESIAN.text(key))) != call.values
    ]
    assert wrong == []


def test_every_sentence_is_used() -> None:
    used = literal_keys(FILES) | {key for text in literals() for key in resolved(text)}
    idle = [key for key in sorted(ALL - used) if not key.startswith(FROM_DATA or " ")]
    assert [key for key in idle if not is_built(key)] == []


def pattern(built: str, more: str = "+") -> re.Pattern[str]:
    """Answer what a built key can become; holes take as much as they can, or little (`+?`)."""
    return re.compile(re.escape(built).replace(r"\{\}", rf"([A-Za-z0-9_.]{more})"))


def is_wrapper(built: str) -> bool:
    """Answer whether an f-string only puts its file before a key: `ui.{}`."""
    return re.fullmatch(r"[a-z0-9_]+\.\{\}", built) is not None and built[:-3] in FILES


def resolved(text: str) -> set[str]:
    """Answer the keys that a constant names, by itself or behind a wrapper's file."""
    return {prefix + text for prefix in prefixes()} & ALL


@cache
def prefixes() -> tuple[str, ...]:
    """Answer what can stand before a key in the source: nothing, or a wrapper's file."""
    return ("", *(built[:-2] for built in built_keys() if is_wrapper(built)))


@cache
def parts() -> frozenset[str]:
    """Answer the constants that can fill the hole of a built key."""
    return frozenset(text.lstrip("<>-+*#/ ").lower() for text in literals())


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Answer what the built keys of the source, and built parts of them, can become."""
    built = [text for text in built_keys() if not is_wrapper(text)]
    keys = [prefix + text for prefix in prefixes() for text in built]
    return tuple(pattern(key, more) for key in keys for more in ("+", "+?"))


def is_built(key: str, depth: int = 2) -> bool:
    """Answer whether some f-string becomes `key` with parts that the source holds or builds."""
    matches = (form.fullmatch(key) for form in patterns())
    return any(
        all(
            part.lower() in parts() or (depth > 1 and is_built(part, depth - 1))
            for part in match.groups()
        )
        for match in matches
        if match and match.groups() != (key,)
    )
