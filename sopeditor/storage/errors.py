"""What goes wrong while reading and saving, in words for a person."""

import errno
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from sopeditor.foundation.message import Message, UserError, message
from sopeditor.storage.schema import Element, local_name

#: Longer values are cut where a sentence names them.
_SHOWN_LENGTH = 40


class UnreadableFile(UserError):
    """A file cannot be opened; the sentence names the place and the way out."""


class SaveFailure(StrEnum):
    """Why a save failed; each has a sentence `storage.save.<value>` with a way out."""

    DISK_FULL = "disk_full"
    NOT_ALLOWED = "not_allowed"
    READ_ONLY = "read_only"
    IN_USE = "in_use"
    FOLDER_MISSING = "folder_missing"
    NOT_A_FILE = "not_a_file"
    BAD_NAME = "bad_name"
    DEVICE = "device"
    NOT_WRITTEN_RIGHTLY = "not_written_rightly"
    DOCUMENT = "document"


class SaveFailed(UserError):
    """A file could not be written; the file of before, if any, is untouched."""

    def __init__(self, kind: SaveFailure, path: Path | None, reason: Message | None = None) -> None:
        name = path.name if path else ""
        super().__init__(message(f"storage.save.{kind}", name=name, reason=reason or ""))
        self.kind = kind
        self.path = path
        self._reason = reason

    def about(self, path: Path) -> "SaveFailed":
        """Answer this failure for a file that the failing part did not know."""
        return SaveFailed(self.kind, path, self._reason)


_KINDS: Mapping[int | None, SaveFailure] = {
    errno.ENOSPC: SaveFailure.DISK_FULL,
    errno.EDQUOT: SaveFailure.DISK_FULL,
    errno.EFBIG: SaveFailure.DISK_FULL,
    errno.EACCES: SaveFailure.NOT_ALLOWED,
    errno.EPERM: SaveFailure.NOT_ALLOWED,
    errno.EROFS: SaveFailure.NOT_ALLOWED,
    errno.ENOENT: SaveFailure.FOLDER_MISSING,
    errno.ENOTDIR: SaveFailure.FOLDER_MISSING,
    errno.EISDIR: SaveFailure.NOT_A_FILE,
    errno.ELOOP: SaveFailure.BAD_NAME,
    errno.ENAMETOOLONG: SaveFailure.BAD_NAME,
    errno.EINVAL: SaveFailure.BAD_NAME,
    errno.EBUSY: SaveFailure.IN_USE,
    errno.ETXTBSY: SaveFailure.IN_USE,
}


def save_failed(error: OSError, path: Path) -> SaveFailed:
    """Answer the failure for an error of the operating system."""
    return SaveFailed(_KINDS.get(error.errno, SaveFailure.DEVICE), path)


def unreadable(key: str, **values: object) -> UnreadableFile:
    """Answer the error of the sentence `storage.read.<key>`."""
    return UnreadableFile(message(f"storage.read.{key}", **values))


def unreadable_at(key: str, element: Element, **values: object) -> UnreadableFile:
    """Answer the error of a sentence that names `element` and its line."""
    place = {"element": shortened(local_name(str(element.tag))), "line": element.sourceline or 0}
    return unreadable(key, **place, **values)


def shortened(value: str) -> str:
    """Answer `value` on one line and short enough for a sentence."""
    flat = " ".join(value[: 2 * _SHOWN_LENGTH].split())
    return flat if len(flat) <= _SHOWN_LENGTH else flat[:_SHOWN_LENGTH] + "…"
