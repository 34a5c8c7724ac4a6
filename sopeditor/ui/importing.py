"""What a chosen file becomes: a step table at once, a workbook after a look at both."""

from pathlib import Path

from sopeditor.foundation.message import UserError
from sopeditor.model.document import Document
from sopeditor.ui.desk import Desk


def imported_document(path: Path, desk: Desk) -> Document | None:
    """Answer the document in a table or workbook; None when cancelled or told unreadable."""
    # Late: a table needs no reader of workbooks, nor the other way.
    from sopeditor.tables.files import ENDINGS, load_table

    if path.suffix.lower() not in ENDINGS and _is_workbook(path):
        from sopeditor.ui.workbook_import import document_from_workbook

        return document_from_workbook(path, desk)
    try:
        return load_table(path)
    except UserError as error:
        desk.questions.tell_error(error.words)
        return None


def _is_workbook(path: Path) -> bool:
    from sopeditor.excel.reader.files import ENDINGS

    return path.suffix.lower() in ENDINGS
