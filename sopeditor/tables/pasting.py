"""Tables that come and go by the clipboard: rows of cells <-> a document of steps."""

import csv
import re
from io import StringIO

from msgspec.structs import replace

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.foreign_cells import Cells, filled_rows, text_of_cells
from sopeditor.tables.notation import END, NOBODY, Field, HeadKey, column_of, head_key_of
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_table

#: Headings stand in one of the first rows, below a title at most.
_HEADINGS_WITHIN = 20
#: What numbers the items of a list: `1.`, `a)`, `-`, a bullet.
_ITEM_MARK = re.compile(r"(?:\(?\d{1,3}[.)]|[a-z][.)]|[-–•*·▪‣o])\s+(?=\S)")


def table_of(
    fragment: Document, labels: tuple[str, ...], going_on: frozenset[str] = frozenset()
) -> Cells:
    """Answer the steps of a fragment as a table with headings, for other programs.

    `labels` are what stood in the column No; the steps `going_on` lead out of the fragment,
    so their Alur does not say that they end. Actors go by their names, not their codes.
    Where the notation has no words for the flow, symbols and flows are left out.
    """
    chart = fragment.charts[0]
    steps = tuple(
        replace(step, label=label) for step, label in zip(chart.steps, labels, strict=True)
    )
    actors = tuple(replace(actor, code="") for actor in fragment.actors)
    worded = Document(actors=actors, charts=(replace(chart, steps=steps),))
    try:
        cells = _written(worded)
        return _unended(cells, [step.id in going_on for step in steps])
    except UnwritableError:
        bare = tuple(replace(step, symbols=()) for step in steps)
        chart = Chart(id=chart.id, steps=bare)
        return _without(_written(Document(charts=(chart,))), {Field.ACTORS, Field.SYMBOL})


def document_of(cells: Cells) -> Document | None:
    """Read a table with headings that are known; None where it has none.

    The column Pelaksana may be missing: nobody does the steps yet. Numbers are the
    document's own affair and are not taken over, "5a" is. Raises TableError.
    """
    rows = filled_rows(cells)
    at = _headings(rows)
    if at is None:
        return None
    head = tuple(row for row in rows[:at] if _is_told(row))
    rows, at = (*head, *rows[at:]), len(head)
    if Field.ACTORS not in {column_of(caption) for caption in rows[at]}:
        rows = _with_nobody(rows, at)
    document = read_table(text_of_cells(rows))
    charts = tuple(replace(chart, steps=_renumbered(chart)) for chart in document.charts[:1])
    return replace(document, charts=charts)


def activities_of(cells: Cells) -> tuple[str, ...]:
    """Answer one activity for each row of a table without headings, or line of a text.

    Numbers and bullets before them go; cells of a row are joined by blanks.
    """
    rows = filled_rows(cells)
    return tuple(activity for row in rows if (activity := _activity(row)))


def _activity(row: tuple[str, ...]) -> str:
    words = [cell for cell in row if cell]
    if len(words) > 1 and words[0].rstrip(".)").isdecimal():
        words = words[1:]
    text = " ".join(words)
    mark = _ITEM_MARK.match(text)
    return text[mark.end() :] if mark else text


def _headings(rows: Cells) -> int | None:
    for index, row in enumerate(rows[:_HEADINGS_WITHIN]):
        known = {column_of(caption) for caption in row} - {None}
        if len(known) > 1 and Field.ACTIVITY in known:
            return index
    return None


def _is_told(row: tuple[str, ...]) -> bool:
    """Answer whether a line above the headings tells who takes part; titles are left aside."""
    words, colon, _ = row[0].partition(":")
    return bool(colon) and head_key_of(words) in {HeadKey.ACTORS, HeadKey.EXTERNAL}


def _with_nobody(rows: Cells, at: int) -> Cells:
    width = len(rows[at])
    widened = [(*row, *("",) * (width - len(row))) for row in rows]
    return (
        *rows[:at],
        (*widened[at], Field.ACTORS.value),
        *((*row[:width], NOBODY, *row[width:]) for row in widened[at + 1 :]),
    )


def _renumbered(chart: Chart) -> tuple[Step, ...]:
    return tuple(
        replace(step, label="") if step.label.isdecimal() else step for step in chart.steps
    )


def _written(document: Document) -> Cells:
    """Answer header row and rows of a document; its head has one cell a line."""
    lines = csv.reader(StringIO(write_table(document, "\t")), delimiter="\t")
    return tuple(tuple(row) for row in lines if len(row) > 1)


def _unended(cells: Cells, going_on: list[bool]) -> Cells:
    """Answer the cells without the word for the end where the flow goes on elsewhere."""
    rows = zip(cells[1:], going_on, strict=True)
    return (
        cells[0],
        *((*row[:-1], "") if leads_out and row[-1] == END else row for row, leads_out in rows),
    )


def _without(cells: Cells, fields: set[Field]) -> Cells:
    kept = [index for index, caption in enumerate(cells[0]) if caption not in fields]
    return tuple(tuple(row[index] for index in kept) for row in cells)
