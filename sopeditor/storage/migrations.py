"""Versions of the format and the numbered steps that lift an old tree to the present one.

A version is `major.minor`. The minor number grows when something is added that an older
program can keep as unknown markup: such files open without a step, in both directions.
The major number grows when known markup changes its meaning; then a step lifts the tree of
a file from one major number to the next. A file of a newer major number is refused.
"""

import re
from collections.abc import Callable, Mapping

from msgspec import Struct

from sopeditor.foundation.overriding import override
from sopeditor.storage.errors import shortened, unreadable
from sopeditor.storage.schema import FORMAT, Element

_VERSION = re.compile(r"([1-9][0-9]{0,3})(?:\.([0-9]{1,4}))?", re.ASCII)

#: Changes a tree of one major version into one of the next, in place.
Migration = Callable[[Element], None]


class FormatVersion(Struct, frozen=True, order=True):
    """A version of the format."""

    major: int
    minor: int

    @override
    def __str__(self) -> str:
        """Answer `major.minor`."""
        return f"{self.major}.{self.minor}"


#: 1.1 added the widths of columns.
CURRENT = FormatVersion(1, 1)

#: By the major version that a step starts from; there is one for each below the current.
MIGRATIONS: Mapping[int, Migration] = {}


def read_version(root: Element) -> FormatVersion:
    """Answer the version of a tree; raises UnreadableFile when it is missing or no version."""
    text = root.get(FORMAT)
    if text is None:
        raise unreadable("version_missing")
    found = _VERSION.fullmatch(text)
    if not found:
        raise unreadable("version_unknown", version=shortened(text))
    return FormatVersion(int(found[1]), int(found[2] or 0))


def migrate(
    root: Element,
    current: FormatVersion = CURRENT,
    steps: Mapping[int, Migration] = MIGRATIONS,
) -> None:
    """Lift the tree to `current`, in place; raises UnreadableFile for a newer major version."""
    version = read_version(root)
    if version.major > current.major:
        raise unreadable("too_new", version=str(version), known=str(current))
    for major in range(version.major, current.major):
        steps[major](root)
        root.set(FORMAT, str(FormatVersion(major + 1, 0)))
