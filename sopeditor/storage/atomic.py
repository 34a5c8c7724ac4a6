"""Writing a file so that at every moment the old or the new content is there, complete.

A temporary file in the same folder is written, flushed to the disk, read back and compared,
and only then takes the place of the old one. Opening the file itself for writing, as simple
programs do, leaves a torn file behind when the power fails or the disk is full.
"""

import logging
import os
import stat
from contextlib import suppress
from pathlib import Path

from msgspec import Struct

from sopeditor.storage.errors import SaveFailed, SaveFailure, save_failed
from sopeditor.storage.system import System

_LOG = logging.getLogger(__name__)

#: Seconds between tries while a virus scanner or a synchroniser holds the file open.
_PAUSES = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
#: Begins the name of every temporary file; `.tmp` ends it.
TEMPORARY_PREFIX = ".~"
_NAME_PART = 40
_NEW_FILE_MODE = 0o666
_PRIVATE_MODE = 0o600


class Fingerprint(Struct, frozen=True):
    """What a file was at one moment: size in bytes, time of change in ns, sum of its content.

    Only size and sum tell contents apart; some disks round times to two seconds. The sum is
    Python's own of bytes, 64 bits with a key of this process: it is never kept elsewhere, and
    SHA-256 would bring in OpenSSL, five milliseconds and three megabytes at the start.
    """

    size: int
    mtime_ns: int
    content: int

    def same_content(self, other: "Fingerprint") -> bool:
        """Answer whether both describe the same bytes."""
        return (self.size, self.content) == (other.size, other.content)


def fingerprint_of(data: bytes, mtime_ns: int) -> Fingerprint:
    """Answer the fingerprint of a file with this content."""
    return Fingerprint(len(data), mtime_ns, hash(data))


def write_atomically(path: Path, data: bytes, system: System | None = None) -> Fingerprint:
    """Make `data` the content of `path`; answer what the file is now.

    A symbolic link is followed, permission bits are kept, other hard links keep the old
    content. Raises SaveFailed; then the old file, if any, is untouched and nothing is left
    in the folder.
    """
    try:
        return _Replacement(path, data, system or System()).carried_out()
    except OSError as error:
        raise save_failed(error, path) from error
    except ValueError as error:  # a NUL in the name
        raise SaveFailed(SaveFailure.BAD_NAME, path) from error


class _Replacement:
    """One save: the target, its new content, and the temporary file on the way."""

    def __init__(self, path: Path, data: bytes, system: System) -> None:
        self._path = path
        self._data = data
        self._system = system
        self._target = Path(os.path.realpath(path))
        name = f"{TEMPORARY_PREFIX}{self._target.stem[:_NAME_PART]}.{os.urandom(6).hex()}.tmp"
        self._temporary = self._target.with_name(name)

    def carried_out(self) -> Fingerprint:
        """Do all steps; whatever goes wrong, the temporary file is removed."""
        mode = self._old_mode()
        try:
            self._write(_NEW_FILE_MODE if mode is None else _PRIVATE_MODE)
            written = self._proved()
            if mode is not None:
                with suppress(OSError):  # FAT and some shares know no permission bits
                    self._system.set_mode(self._temporary, mode)
            self._replace()
        except BaseException:
            with suppress(OSError):
                self._system.remove(self._temporary)
            raise
        self._flush_folder()
        return written

    def _old_mode(self) -> int | None:
        """Answer the permission bits of the file of before; None when there is none."""
        status = self._system.status(self._target)
        if status is None:
            return None
        if not stat.S_ISREG(status.st_mode):
            raise SaveFailed(SaveFailure.NOT_A_FILE, self._path)
        if not self._system.may_write(self._target, status):
            raise SaveFailed(SaveFailure.READ_ONLY, self._path)
        return stat.S_IMODE(status.st_mode)

    def _write(self, mode: int) -> None:
        descriptor = self._system.create(self._temporary, mode)
        try:
            left = memoryview(self._data)
            while left:
                left = left[self._system.write(descriptor, left) :]
            self._system.flush(descriptor)
        finally:
            self._system.close(descriptor)

    def _proved(self) -> Fingerprint:
        """Read back and compare; answer the fingerprint that renaming will not change."""
        found = self._system.read(self._temporary)
        status = self._system.status(self._temporary)
        if found != self._data or status is None:
            raise SaveFailed(SaveFailure.NOT_WRITTEN_RIGHTLY, self._path)
        return fingerprint_of(found, status.st_mtime_ns)

    def _replace(self) -> None:
        for pause in _PAUSES:
            try:
                return self._system.replace(self._temporary, self._target)
            except PermissionError:
                self._system.sleep(pause)
        try:
            self._system.replace(self._temporary, self._target)
        except PermissionError as error:
            raise SaveFailed(SaveFailure.IN_USE, self._path) from error

    def _flush_folder(self) -> None:
        """Flush the new name; the file is in its place, so a failure is no failed save."""
        try:
            self._system.flush_folder(self._target.parent)
        except OSError as error:
            _LOG.warning("folder not flushed: %s", error)
