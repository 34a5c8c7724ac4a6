"""Alur as people write it: `ke 3`, `Ya 5; Tidak 3`, `4 dan 5` beside the notation's own form.

The words belong to the notation, like its own, and are not translated.
"""

import re

from sopeditor.tables.notation import END, split

_TARGETS = r"(?P<targets>\d\w*(?:\s*(?:&|dan)\s*\d\w*)*)"
_GO = r"(?:(?:lanjut|kembali)\s+)?(?:ke|menuju)\s+(?:(?:langkah|baris|nomor|no\.?)\s+)?"
_SPOKEN = re.compile(
    rf"(?:(?P<label>.*?\S)\s*[:,]?\s+)??(?:{_GO}|langkah\s+)?{_TARGETS}", re.IGNORECASE | re.DOTALL
)
#: Between label and target; its blanks keep them on one line.
_ARROW = "\u00a0→\u00a0"
_AND = re.compile(r"\s*(?:&|\bdan\b)\s*", re.IGNORECASE)
_WRITTEN = re.compile(r"\\.|[>→]|->|=>", re.DOTALL)


def as_notation(cell: str) -> str:
    """Answer an Alur cell in the notation; what is no spoken form stays as it is."""
    entries = (part for entry in split(cell, ";\n") for part in _parts(entry))
    return "; ".join(_entry(entry) for entry in entries if entry)


def told_flow(cell: str) -> str:
    """Answer an Alur cell as it is shown; `as_notation` reads it back."""
    entries = (_ARROW.join(split(entry, ">")) for entry in split(cell, ";") if entry)
    return "\n".join(entries)


def _parts(entry: str) -> list[str]:
    """Answer the branches that someone parted by commas: `Ya ke 5, Tidak ke 3`."""
    parts = [part.strip() for part in entry.split(",")]
    found = [_SPOKEN.fullmatch(part) for part in parts]
    told = all(one and one["label"] for one in found) and not _WRITTEN.search(entry)
    return parts if told else [entry]


def _entry(entry: str) -> str:
    if _WRITTEN.search(entry) or entry.casefold() == END:
        return entry
    found = _SPOKEN.fullmatch(entry)
    if found is None:
        return entry
    targets = _AND.sub(" & ", found["targets"])
    label = (found["label"] or "").rstrip(" :,")
    return f"{label}>{targets}" if label else targets
