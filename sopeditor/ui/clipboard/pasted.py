"""What pasting does with what lies on the clipboard: one command, or why not."""

from PySide6.QtCore import QMimeData

from sopeditor.canvas.texts import CellText
from sopeditor.editing.clipboard import paste_steps, paste_symbols
from sopeditor.editing.command import Command
from sopeditor.editing.fragment import activities_fragment
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import UserError, message
from sopeditor.model.document import Document
from sopeditor.model.step import TEXT_COLUMNS, Column
from sopeditor.storage.errors import UnreadableFile
from sopeditor.storage.reader import read_document
from sopeditor.tables.double_heads import with_one_head
from sopeditor.tables.foreign_cells import Cells, cells_of_html, cells_of_text
from sopeditor.tables.notation import MAX_FIELD, MAX_STEPS
from sopeditor.tables.pasting import activities_of, document_of
from sopeditor.ui.clipboard.contents import CELL_MIME, STEPS_MIME, SYMBOLS_MIME
from sopeditor.ui.clipboard.target import Target


def paste_command(data: QMimeData, document: Document, target: Target) -> Command:
    """Answer what puts the content of `data` at `target`; raises UserError in words."""
    if data.hasFormat(STEPS_MIME):
        return _rows(document, target, _fragment(data, STEPS_MIME))
    if data.hasFormat(SYMBOLS_MIME):
        return _symbols(document, target, _fragment(data, SYMBOLS_MIME))
    if data.hasFormat(CELL_MIME) and _in_text_cell(target):
        return _cell(document, target, data.text())
    return _foreign(data, document, target)


def _fragment(data: QMimeData, kind: str) -> Document:
    """Read one of our own kinds; another program may have put anything there."""
    try:
        fragment = read_document(bytes(data.data(kind).data()))
    except UnreadableFile as error:
        raise UserError(message("clipboard.refused.damaged")) from error
    if len(fragment.charts) != 1 or not fragment.charts[0].steps:
        raise UserError(message("clipboard.refused.damaged"))
    return fragment


def _rows(document: Document, target: Target, fragment: Document) -> Command:
    _refuse_masses(document, len(fragment.charts[0].steps))
    return paste_steps(document, target.chart.id, target.position, fragment, fresh_id)


def _symbols(document: Document, target: Target, fragment: Document) -> Command:
    if not target.step:
        return _rows(document, target, fragment)
    spot = target.spot
    lane = target.chart.lanes[spot.lane] if spot and spot.lane is not None else ""
    return paste_symbols(document, target.step, fragment, fresh_id, lane)


def _foreign(data: QMimeData, document: Document, target: Target) -> Command:
    cells = _cells(data)
    if not any(map(any, cells)):
        raise UserError(message("clipboard.refused.nothing"))
    if (text := _text_for_cell(cells, target)) is not None:
        return _cell(document, target, text)
    table = document_of(cells)
    if table is not None and table.charts[0].steps:
        return _rows(document, target, table)
    activities = activities_of(cells)
    if max(map(len, activities)) > MAX_FIELD:
        raise UserError(message("tables.problem.field_too_long", most=MAX_FIELD))
    lane = tuple(actor for actor in document.actors if actor.id == target.lane)
    fragment = activities_fragment(activities, Document(actors=lane), fresh_id)
    return _rows(document, target, fragment)


def _cells(data: QMimeData) -> Cells:
    found = cells_of_html(data.html()) if data.hasHtml() else ()
    if not found and data.hasText():
        found = cells_of_text(data.text())
    return with_one_head(found)


def _text_for_cell(cells: Cells, target: Target) -> str | None:
    """Answer the text that goes into the one cell that keys act on; None: it makes rows.

    Several lines go into one cell too, but for Kegiatan: there they are several steps.
    """
    if not _in_text_cell(target) or any(len(row) > 1 for row in cells):
        return None
    lines = [row[0] if row else "" for row in cells]
    several = len(lines) > 1 and target.spot is not None
    if several and target.spot and target.spot.column is Column.ACTIVITY:
        return None
    return "\n".join(lines)


def _in_text_cell(target: Target) -> bool:
    return target.spot is not None and target.spot.column in TEXT_COLUMNS


def _cell(document: Document, target: Target, text: str) -> Command:
    if target.spot is None:
        raise UserError(message("clipboard.refused.nothing"))
    if len(text) > MAX_FIELD:
        raise UserError(message("tables.problem.field_too_long", most=MAX_FIELD))
    return CellText(target.spot.step, target.spot.column).command(document, text)


def _refuse_masses(document: Document, more: int) -> None:
    """Raise when the document would hold more steps than its file may."""
    there = sum(len(chart.steps) for chart in document.charts)
    if there + more > MAX_STEPS:
        raise UserError(message("tables.problem.too_many_steps", most=MAX_STEPS))
