"""Reading short Indonesian texts word by word."""

import re
from collections.abc import Iterable, Mapping

from sopeditor.checks.wording import Wording

_WORD = re.compile(r"[^\W_]+(?:[-/'][^\W_]+)*")
_DASHES = frozenset({"-", "–", "—"})


def words_of(text: str) -> tuple[str, ...]:
    """Answer the words in lower case."""
    return tuple(_WORD.findall(text.lower()))


def first_word(text: str) -> str:
    """Answer the first word in lower case, or nothing."""
    return next(iter(words_of(text)), "")


def is_blank(text: str) -> bool:
    """Answer whether a cell says nothing: empty, or a dash."""
    return text.strip() in {"", *_DASHES}


def phrase_in(text: str, phrases: Iterable[str]) -> str:
    """Answer the longest of `phrases` that occurs in `text` as whole words, or nothing."""
    padded = f" {' '.join(words_of(text))} "
    hits = [phrase for phrase in phrases if f" {' '.join(words_of(phrase))} " in padded]
    return max(hits, key=len, default="")


def is_active_verb(word: str, words: Wording) -> bool:
    """Answer whether a word is an active verb (me-, or one of the list)."""
    if word in words.active_verbs:
        return True
    return word not in words.not_active and word.startswith(words.active_prefixes) and len(word) > 4


def is_passive_verb(word: str, words: Wording) -> bool:
    """Answer whether a word is a passive verb (di- written in one word)."""
    return word.startswith(words.passive_prefix) and len(word) > 5 and word not in words.not_passive


def spelled_out(text: str, abbreviations: Mapping[str, str]) -> tuple[str, ...]:
    """Answer the words with their abbreviations written in full."""
    return tuple(part for word in words_of(text) for part in abbreviations.get(word, word).split())
