"""What filling a template does, in sentences: shown before anything is written."""

from collections.abc import Iterator

from sopeditor.excel.template.fill import FilledTable
from sopeditor.excel.template.preview import SheetPreview
from sopeditor.excel.template.rehearsal import Rehearsal
from sopeditor.foundation.message import Message, message


def changes_of(rehearsal: Rehearsal) -> Iterator[Message]:
    """Answer the sentences: why it can't be filled, what moves, what is left out or in doubt."""
    if rehearsal.refusal is not None:
        yield rehearsal.refusal
    for table in rehearsal.filled.tables if rehearsal.filled else ():
        yield from _table_changes(table)
    for sheet in rehearsal.previews:
        yield from _sheet_changes(sheet)
    yield from rehearsal.filled.notes if rehearsal.filled else ()


def _table_changes(table: FilledTable) -> Iterator[Message]:
    before, after = table.rows
    place = {"sheet": table.sheet, "row": table.first_row + 1}
    if after > before:
        yield message("office_template.change.rows_added", count=after - before, **place)
    elif after < before:
        yield message("office_template.change.rows_gone", count=before - after, **place)
    else:
        yield message("office_template.change.rows_kept", count=after, **place)
    had, has = table.lanes
    if had != has:
        yield message("office_template.change.lanes", sheet=table.sheet, before=had, after=has)
    if table.pages > 1:
        yield message("office_template.change.pages", sheet=table.sheet, count=table.pages)


def _sheet_changes(sheet: SheetPreview) -> Iterator[Message]:
    if sheet.ours:
        yield message("office_template.change.ours", sheet=sheet.name, count=sheet.ours)
    if sheet.strangers:
        yield message("office_template.change.strangers", sheet=sheet.name, count=sheet.strangers)
