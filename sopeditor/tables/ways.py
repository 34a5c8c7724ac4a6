"""Alur: the grammar of the cell that says where the flow goes."""

import re

from msgspec import Struct

from sopeditor.foundation.message import Message, message
from sopeditor.tables.errors import excerpt
from sopeditor.tables.notation import END, split, unescape

_ARROWS = re.compile(r"(\\.)|->|=>|→", re.DOTALL)


class WayError(Exception):
    """An Alur that can't be understood; carries the problem in words."""

    def __init__(self, problem: Message) -> None:
        super().__init__(problem.key)
        self.problem = problem


class Way(Struct, frozen=True):
    """One entry of Alur: `Ya>4 & 5` has the prefix Ya and the targets 4 and 5."""

    prefix: tuple[str, ...]
    targets: tuple[str, ...]

    @property
    def ends(self) -> bool:
        """Whether the flow ends here."""
        return any(target.casefold() == END for target in self.targets)


def read_ways(cell: str) -> tuple[Way, ...]:
    """Read an Alur cell; entries are parted by `;` or a line break. Raises WayError."""
    arrows = _ARROWS.sub(_arrow, cell)
    ways = tuple(_read_way(entry) for entry in split(arrows, ";\n") if entry)
    for way in ways:
        if way.ends and len(way.targets) > 1:
            raise WayError(message("tables.problem.end_and_more"))
    return ways


def _read_way(entry: str) -> Way:
    *prefix, aims = split(entry, ">")
    targets = tuple(unescape(target) for target in split(aims, "&"))
    if not all(targets):
        raise WayError(message("tables.problem.no_target", text=excerpt(entry)))
    return Way(tuple(unescape(part) for part in prefix), targets)


def _arrow(found: re.Match[str]) -> str:
    return found[1] or ">"
