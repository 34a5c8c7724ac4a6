"""Names and endings of the files that the program offers."""

import re
from pathlib import Path

from sopeditor.foundation.message import Catalogue

_FORBIDDEN = r'[<>:"/\\|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]+'
_RESERVED = r"(?i)(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|COM\d|LPT\d)(?:\..*)?"
_LONGEST = 80


def suggested_name(title: str, fallback: str) -> str:
    """Answer a file name without ending, made of `title`, that every system accepts."""
    name = " ".join(re.sub(_FORBIDDEN, " ", title).split())[:_LONGEST].strip(" .")
    return fallback if not name or re.fullmatch(_RESERVED, name) else name


def with_ending(path: Path, ending: str) -> Path:
    """Answer `path` with `ending`, added unless it is there already in any case."""
    return path if path.suffix.lower() == ending else path.with_name(path.name + ending)


def filters(catalogue: Catalogue, *kinds: str) -> str:
    """Answer the file filters `ui.filter.<kind>` as Qt's dialogs take them."""
    return ";;".join(catalogue.text(f"ui.filter.{kind}") for kind in kinds)
