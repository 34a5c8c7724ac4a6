"""Why a table can't be read or written, in words for a person."""

from sopeditor.foundation.message import Message, UserError, message


class TableError(UserError):
    """A table that can't be understood: at which line and column, and what was expected.

    `line` counts from 1 in the text; 0 stands for the text as a whole. `column` is the
    caption as it stands in the header row, empty where the trouble is in the whole line.
    """

    def __init__(self, line: int, column: str, problem: Message) -> None:
        super().__init__(_located(line, column, problem))
        self.line = line
        self.column = column
        self.problem = problem


class UnwritableError(UserError):
    """A document that the notation can't express; says which row or actor and why."""


def _located(line: int, column: str, problem: Message) -> Message:
    if not line:
        return problem
    if not column:
        return message("tables.error.at_line", line=line, problem=problem)
    return message("tables.error.at_cell", line=line, column=column, problem=problem)


def excerpt(text: str) -> str:
    """Answer a text short enough for a message, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= 60 else f"{flat[:59]}…"
