"""Disahkan oleh: jabatan, name, pangkat and NIP, told apart by their lines."""

import re

from sopeditor.model.identity import Approver

_NIP = re.compile(r"\s*(?:NIP|NRP|NIK)\b[\s.:]*(.*)", re.IGNORECASE)
_RANK = re.compile(r"\b(pembina|penata|pengatur|juru)\b|\b[IV]{1,3}\s*/\s*[a-e]\b", re.IGNORECASE)
#: Lines that the room for the signature takes in workbooks of our own.
_ROOM = 3


def read_approver(text: str) -> Approver:
    """Answer the official whose signature cell says `text`."""
    lines = [line.rstrip() for line in text.split("\n")]
    number = ""
    for index, line in enumerate(lines):
        found = _NIP.fullmatch(line)
        if found:
            number, lines = found[1].strip(), [*lines[:index], *lines[index + 1 :]]
            break
    above, room, below = _parted(lines)
    # An empty jabatan leaves a line of its own above the room.
    usual = _ROOM if above else _ROOM + 1
    rank = ""
    if len(below) > 1 or (len(below) == 1 and (room > usual or _RANK.search(below[0]))):
        rank = "\n".join(below[1:] if len(below) > 1 else below)
        below = below[:1] if len(below) > 1 else []
    return Approver(
        position="\n".join(above).strip(),
        name="".join(below).strip(),
        rank=rank.strip(),
        employee_id=number,
    )


def _parted(lines: list[str]) -> tuple[list[str], int, list[str]]:
    """Answer the lines above the signature's room, its height in lines, and those below."""
    empty = [index for index, line in enumerate(lines) if not line.strip()]
    if not empty:
        # Written without room: the first line is the jabatan.
        return lines[:1], 0, [line for line in lines[1:] if line.strip()]
    start = empty[0]
    end = next((i for i in range(start, len(lines)) if lines[i].strip()), len(lines))
    return lines[:start], end - start, [line for line in lines[end:] if line.strip()]
