"""Step tables as files."""

from pathlib import Path

from sopeditor.foundation.message import UserError, message
from sopeditor.model.document import Document
from sopeditor.tables.reader import read_table

#: The endings of files that hold a step table.
ENDINGS = (".csv", ".tsv", ".md")

#: Larger files are no step tables.
_MOST_BYTES = 25_000_000


class UnreadableTable(UserError):
    """The file can't be read as a step table, with the reason in words."""


def load_table(path: Path) -> Document:
    """Read a step table; raises `UnreadableTable`, and `TableError` for what it says."""
    if path.suffix.lower() not in ENDINGS:
        raise UnreadableTable(message("table_files.not_a_table", name=path.name))
    return read_table(_text(path))


def _text(path: Path) -> str:
    try:
        if not path.is_file():
            raise UnreadableTable(message("table_files.missing", name=path.name))
        if path.stat().st_size > _MOST_BYTES:
            raise UnreadableTable(message("table_files.too_large", name=path.name))
        return path.read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableTable(message("table_files.not_utf8", name=path.name)) from None
    except OSError as error:
        reason = error.strerror or str(error)
        raise UnreadableTable(
            message("table_files.no_access", name=path.name, reason=reason)
        ) from None
