"""Documents and files: loading, saving, and telling whether a file changed meanwhile.

Opening a file never changes it and needs no lock. Every writer of the program saves
through `write_atomically`.
"""

import os
import stat
from pathlib import Path

from sopeditor.model.document import Document
from sopeditor.storage.atomic import Fingerprint, fingerprint_of, write_atomically
from sopeditor.storage.errors import SaveFailed, unreadable
from sopeditor.storage.limits import FILE_BYTES, check_size
from sopeditor.storage.reader import read_document
from sopeditor.storage.system import System

__all__ = ["Fingerprint", "fingerprint", "load", "read_file", "save", "write_atomically"]

SUFFIX = ".sop"


def load(path: Path) -> tuple[Document, Fingerprint]:
    """Answer the document of a file and what the file was; raises UnreadableFile."""
    data, found = read_file(path)
    return read_document(data), found


def save(document: Document, path: Path, system: System | None = None) -> Fingerprint:
    """Save `document`, proved by reading it back; answer what the file is now.

    Raises SaveFailed; the file of before is untouched then.
    """
    # Late: a file is read before it is written.
    from sopeditor.storage.writer import write_document

    try:
        data = write_document(document)
    except SaveFailed as error:
        raise error.about(path) from error
    return write_atomically(path, data, system)


def fingerprint(path: Path) -> Fingerprint:
    """Answer what a file is at this moment; raises UnreadableFile."""
    return read_file(path)[1]


def read_file(path: Path) -> tuple[bytes, Fingerprint]:
    """Answer the content of an ordinary file of at most 25 MB; raises UnreadableFile."""
    try:
        status = path.stat()
        _refuse_strange(path, status)
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except FileNotFoundError as error:
        raise unreadable("missing", name=path.name) from error
    except PermissionError as error:
        raise unreadable("not_allowed", name=path.name) from error
    except (OSError, ValueError) as error:
        raise unreadable("device", name=path.name) from error
    check_size(len(data))
    return data, fingerprint_of(data, status.st_mtime_ns)


def _refuse_strange(path: Path, status: os.stat_result) -> None:
    """Raise for folders and devices: reading a pipe would wait for ever."""
    if stat.S_ISDIR(status.st_mode):
        raise unreadable("folder", name=path.name)
    if not stat.S_ISREG(status.st_mode):
        raise unreadable("no_file", name=path.name)
    check_size(status.st_size)
