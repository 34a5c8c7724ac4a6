"""Waktu: the text as an author types it, and its reading."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Duration:
    """The text of a Waktu cell."""

    text: str = ""
