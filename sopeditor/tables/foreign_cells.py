"""Cells as other programs put them on the clipboard: text with tabs, and HTML tables."""

import csv
import html
from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from io import StringIO

from sopeditor.foundation.message import message
from sopeditor.foundation.overriding import override
from sopeditor.tables.errors import TableError
from sopeditor.tables.notation import MAX_STEPS, MAX_TEXT, tidy

#: The rows of a table from top to bottom, each with its cells from left to right.
Cells = tuple[tuple[str, ...], ...]

#: A break that spreadsheets keep inside the cell.
_BREAK = '<br style="mso-data-placement:same-cell">'
_MAX_COLUMNS = 1_000


def cells_of_text(text: str) -> Cells:
    """Read rows parted by line ends and cells parted by tabs, quoted as spreadsheets do.

    Raises TableError for a text longer than any table.
    """
    _refuse_long(text)
    unified = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if "\t" not in unified and '"' not in unified:
        return tuple((tidy(line),) for line in unified.split("\n"))
    lines = (f"{line}\n" for line in unified.split("\n"))
    try:
        rows = [*csv.reader(lines, delimiter="\t", strict=True)]
    except csv.Error:  # a quotation mark of a plain text
        rows = [line.split("\t") for line in unified.split("\n")]
    return tuple(tuple(map(tidy, row)) for row in rows)


def text_of_cells(cells: Cells) -> str:
    """Answer cells as text with tabs; `cells_of_text` reads them back."""
    text = StringIO()
    csv.writer(text, delimiter="\t", lineterminator="\n").writerows(cells)
    return text.getvalue()


def cells_of_html(markup: str) -> Cells:
    """Read the first table of a page; no rows where it has none.

    A cell that spans several gives its text to the first of them. Raises TableError for a
    page longer than any table.
    """
    _refuse_long(markup)
    reader = _TableReader()
    reader.feed(markup)
    reader.close()
    return reader.cells()


def html_of_cells(cells: Cells) -> str:
    """Answer a table with borders, the first row as headings."""
    first, *others = cells or ((),)
    head = _row(first, "th")
    body = "".join(_row(row, "td") for row in others)
    return (
        '<meta charset="utf-8"><table border="1" style="border-collapse:collapse">'
        f"<thead>{head}</thead><tbody>{body}</tbody></table>"
    )


def _row(cells: Sequence[str], tag: str) -> str:
    marked = (html.escape(cell).replace("\n", _BREAK) for cell in cells)
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in marked)}</tr>"


def _refuse_long(text: str) -> None:
    if len(text) > MAX_TEXT:
        raise TableError(0, "", message("tables.problem.text_too_long", most=MAX_TEXT))


class _TableReader(HTMLParser):
    """Collects the cells of the first table; of one inside a cell only the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._rows: list[dict[int, str]] = []
        self._held: dict[int, int] = {}
        self._depth = 0
        self._done = False
        self._text: list[str] | None = None
        self._column = 0
        self._next = 0

    def cells(self) -> Cells:
        """Answer the rows, all of one width."""
        width = max((max(row, default=-1) + 1 for row in self._rows), default=0)
        return tuple(tuple(row.get(column, "") for column in range(width)) for row in self._rows)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "table":
            self._depth += 1
        if self._depth != 1 or self._done:
            return
        if tag == "tr":
            self._begin_row()
        elif tag in {"td", "th"} and self._rows:
            self._begin_cell(dict(attrs))
        elif tag in {"br", "p", "div", "li"} and self._text:
            self._text.append("\n")

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "table" and self._depth:
            self._depth -= 1
            if not self._depth:
                self._end_cell()
                self._done = True
        elif tag in {"td", "th", "tr"} and self._depth == 1:
            self._end_cell()

    @override
    def handle_data(self, data: str) -> None:
        if self._text is not None:
            # Line ends of the page are blanks; `<br>` breaks lines.
            self._text.append(" ".join(f".{data}.".split())[1:-1])

    def _begin_row(self) -> None:
        self._end_cell()
        if len(self._rows) > MAX_STEPS:
            raise TableError(0, "", message("tables.problem.too_many_steps", most=MAX_STEPS))
        self._rows.append({})
        self._held = {column: left - 1 for column, left in self._held.items() if left > 1}
        self._column = 0

    def _begin_cell(self, attributes: dict[str, str | None]) -> None:
        self._end_cell()
        while self._column in self._held:
            self._column += 1
        across, down = _span(attributes.get("colspan")), _span(attributes.get("rowspan"))
        if self._column + across > _MAX_COLUMNS:
            return
        if down > 1:
            self._held |= {self._column + step: down for step in range(across)}
        self._rows[-1] |= {self._column + step: "" for step in range(across)}
        self._text = []
        self._next = self._column + across

    def _end_cell(self) -> None:
        if self._text is None:
            return
        lines = "".join(self._text).split("\n")
        self._rows[-1][self._column] = tidy("\n".join(line.strip() for line in lines))
        self._column = self._next
        self._text = None


def _span(value: str | None) -> int:
    return min(int(value), _MAX_COLUMNS) if value and value.isdecimal() and int(value) else 1


def filled_rows(cells: Iterable[Sequence[str]]) -> Cells:
    """Answer the rows in which anything stands."""
    return tuple(tuple(row) for row in cells if any(row))
