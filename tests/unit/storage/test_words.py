"""Every failure of reading and saving has words in both languages, with the same values."""

import re
import string
from pathlib import Path

import pytest

import sopeditor.storage
from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue
from sopeditor.storage.errors import SaveFailure

SOURCES = "\n".join(
    path.read_text("utf-8")
    for path in sorted(Path(sopeditor.storage.__file__).parent.rglob("*.py"))
)


def sentences(language: str) -> dict[str, str]:
    catalogue = Catalogue.read(resource("translations", language))
    own = (key for key in sorted(catalogue.keys()) if key.startswith("storage."))
    return {key: catalogue.text(key) for key in own}


def names_in(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_both_languages_have_the_same_sentences_with_the_same_values() -> None:
    indonesian, english = sentences("id"), sentences("en")
    assert indonesian.keys() == english.keys()
    for key, sentence in indonesian.items():
        assert names_in(sentence) == names_in(english[key]), key


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_sentence_that_the_code_names_exists(language: str) -> None:
    known = sentences(language)
    named = re.findall(r'unreadable(?:_at)?\(\s*"(\w+)"', SOURCES)
    assert len(named) > 15
    for name in named:
        assert f"storage.read.{name}" in known
    for name in re.findall(r'_refused\("(\w+)"', SOURCES):
        assert f"storage.profile.{name}" in known
    for kind in SaveFailure:
        assert f"storage.save.{kind}" in known


def test_no_sentence_is_left_over() -> None:
    for key in sentences("id"):
        name = key.rpartition(".")[2]
        stem = re.sub(r"^(is|too_many)_", "", name).rstrip("s")
        assert f'"{name}"' in SOURCES or stem in SOURCES, key
