"""Attribute values <-> Python values, strictly: what is not exactly right is refused.

Python's own `int` and `float` also take `1_000`, Arabic digits, `nan` and `1e400`. Every
reader here raises ValueError for a text that the schema does not allow.
"""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)

_IDENTIFIER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-]{0,63}", re.ASCII)
_NUMBER = re.compile(r"-?[0-9]{1,7}(\.[0-9]{1,6})?", re.ASCII)
#: Lengths are kept to a millionth of their unit.
NUMBER_DECIMALS = 6


def plain(text: str) -> str:
    """Answer a text attribute as it stands."""
    return text


def identifier(text: str) -> str:
    """Answer an id: a letter, digit or underscore, then up to 63 of those, dots, hyphens."""
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(text)
    return text


def identifiers(text: str) -> tuple[str, ...]:
    """Answer ids divided by single blanks, none of them twice."""
    names = tuple(identifier(name) for name in text.split(" "))
    if len(set(names)) < len(names):
        raise ValueError(text)
    return names


def flag(text: str) -> bool:
    """Answer `true` or `false`."""
    return {"true": True, "false": False}[_known(text, ("true", "false"))]


def number_between(low: float, high: float) -> Callable[[str], float]:
    """Answer a reader of decimal numbers from `low` to `high`."""

    def read(text: str) -> float:
        if not _NUMBER.fullmatch(text):
            raise ValueError(text)
        number = float(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return read


def choices_of(allowed: tuple[Choice, ...]) -> Callable[[str], frozenset[Choice]]:
    """Answer a reader of several of `allowed` divided by single blanks, none twice."""
    by_value = {choice.value: choice for choice in allowed}

    def read(text: str) -> frozenset[Choice]:
        names = text.split(" ")
        if len(set(names)) < len(names):
            raise ValueError(text)
        return frozenset(by_value[_known(name, tuple(by_value))] for name in names)

    return read


def flag_text(value: bool) -> str | None:
    """Answer `true`, or nothing for the usual case `false`."""
    return "true" if value else None


def number_text(value: float) -> str:
    """Answer `value` in plain decimals, without an exponent and without idle zeros."""
    text = f"{value:.{NUMBER_DECIMALS}f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _known(text: str, allowed: tuple[str, ...]) -> str:
    if text not in allowed:
        raise ValueError(text)
    return text
