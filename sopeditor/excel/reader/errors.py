"""Why a workbook can't be read, in words for a person."""

from sopeditor.foundation.message import UserError, message


class UnreadableWorkbook(UserError):
    """A workbook that gives no document at all; the sentence names the way out."""


def unreadable(key: str, **values: object) -> UnreadableWorkbook:
    """Answer the error of the sentence `excel_import.unreadable.<key>`."""
    return UnreadableWorkbook(message(f"excel_import.unreadable.{key}", **values))
