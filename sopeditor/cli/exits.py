"""What a command tells its caller by its exit code."""

from enum import IntEnum


class Exit(IntEnum):
    """The exit codes of `sopeditor`."""

    FINE = 0
    FINDINGS = 1
    WRONG_USE = 2
    MISSING_PARTS = 3
    UNREADABLE = 4
    NOT_WRITTEN = 5
