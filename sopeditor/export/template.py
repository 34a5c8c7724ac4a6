"""One document into an office's own workbook: from file to file."""

from dataclasses import dataclass
from pathlib import Path

from sopeditor.excel.template.fill import FillOptions, fill_template
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import Message, message
from sopeditor.layout.measure import TextMeasurer
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.files import read_file, write_atomically

_ENDING = ".xlsx"


@dataclass(frozen=True, slots=True)
class Filling:
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
    if path.suffix.lower() != _ENDING:
        raise ExportFailed(message("excel_template.only_xlsx", name=path.name))
    data, _ = read_file(template)
    filled = fill_template(
        data, filling.document, filling.profile, filling.measurer, filling.options
    )
    if path.exists() and path.samefile(template):
        write_atomically(path.with_name(f"{path.name}.bak"), data)
    write_atomically(path, filled.workbook)
    return filled.notes
