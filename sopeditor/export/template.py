"""One document into an office's own workbook: from file to file."""

from pathlib import Path

from msgspec import Struct

from sopeditor.excel.template.fill import Filled, FillOptions, fill_template
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import Message, message
from sopeditor.layout.measure import TextMeasurer
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.files import read_file, write_atomically

_ENDING = ".xlsx"


class Filling(Struct, frozen=True):
    """What is filled in: a document with its profile, and how."""

    document: Document
    profile: Profile
    measurer: TextMeasurer
    options: FillOptions = FillOptions()


def export_into(template: Path, filling: Filling, path: Path) -> tuple[Message, ...]:
    """Write the filled template to `path`, atomically; answer what a person should know.

    The template stays as it is, unless `path` is its own: then it is kept as `….bak` beside.
    Raises `UserError`: `ExportFailed` for another ending, `SaveFailed`, or why the template
    can't be filled.
    """
    check_ending(path)
    data, _ = read_file(template)
    filled = fill_template(
        data, filling.document, filling.profile, filling.measurer, filling.options
    )
    write_filled(filled, template, path)
    return filled.notes


def check_ending(path: Path) -> None:
    """Raise `ExportFailed` for a path whose ending is not that of a workbook."""
    if path.suffix.lower() != _ENDING:
        raise ExportFailed(message("excel_template.only_xlsx", name=path.name))


def write_filled(filled: Filled, template: Path, path: Path) -> None:
    """Write a filled template; one written over itself is kept as `….bak`. Raises `SaveFailed`."""
    if path.exists() and template.exists() and path.samefile(template):
        write_atomically(path.with_name(f"{path.name}.bak"), read_file(template)[0])
    write_atomically(path, filled.workbook)
