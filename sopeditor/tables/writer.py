"""A document as a step table; what `reader` reads back.

What the notation has no words for is left out, see `omissions`; a document whose flow it
can't express without a double meaning is refused.
"""

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.message import message
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.tables.aims import flow_cell
from sopeditor.tables.cast import Cast
from sopeditor.tables.cells import actors_cell, symbol_cell
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.grid import guarded, to_markdown
from sopeditor.tables.head import identity_lines, list_text
from sopeditor.tables.notation import NOBODY, Field, HeadKey, escape, tidy
from sopeditor.tables.outline import Outline, outline
from sopeditor.tables.plan import Place


def write_table(document: Document, separator: str = ",") -> str:
    """Answer the document as separated text: `,`, `;` or a tab between quoted cells.

    No cell can be taken for a formula by a spreadsheet. A file of it should begin with a
    byte order mark, or Excel misreads its UTF-8. Raises UnwritableError.
    """
    text = StringIO()
    table = csv.writer(text, delimiter=separator, lineterminator="\n")
    for number, block in enumerate(_blocks(document)):
        if number:
            text.write("\n")
        table.writerows([f"{key}: {words}".rstrip()] for key, words in block.head)
        table.writerows([guarded(cell) for cell in row] for row in block.rows)
    return text.getvalue()


def write_markdown(document: Document) -> str:
    """Answer the document as Markdown: a list for the head, a pipe table for the steps.

    Raises UnwritableError.
    """
    return "\n".join(_markdown(block) for block in _blocks(document))


class _Block(Struct, frozen=True):
    """One table: the lines of its head, and its rows, the header row first."""

    head: tuple[tuple[HeadKey, str], ...]
    rows: tuple[tuple[str, ...], ...]


def _markdown(block: _Block) -> str:
    head = [f"- {key}: {to_markdown(words)}".rstrip() for key, words in block.head]
    header, *rows = (f"| {' | '.join(map(to_markdown, row))} |" for row in block.rows)
    rule = "|---" * len(block.rows[0]) + "|"
    gap = [""] if head else []
    return "\n".join([*head, *gap, header, rule, *rows, ""])


def _blocks(document: Document) -> Iterator[_Block]:
    cast = _cast(document.actors)
    everyone = tuple(actor.id for actor in cast.actors)
    head = [(key, tidy(words)) for key, words in identity_lines(document.identity)]
    if cast.actors:
        head.append((HeadKey.ACTORS, "; ".join(map(_legend_item, cast.actors))))
    if outside := [_words(actor) for actor in cast.actors if actor.external]:
        head.append((HeadKey.EXTERNAL, list_text(outside)))
    # A document without charts still has a header row: without one it is no table.
    for chart in document.charts or (Chart(id="", lanes=everyone),):
        several = len(document.charts) > 1
        head.extend(_chart_lines(chart, cast, named=several or chart.lanes != everyone))
        lanes = Cast(actor for actor in cast.actors if actor.id in chart.lanes)
        yield _Block(tuple(head), tuple(_rows(chart, lanes)))
        head = []


def _cast(actors: Sequence[Actor]) -> Cast:
    """Answer the actors with tidy names; raises UnwritableError where one can't be named."""
    cast = Cast(replace(one, name=tidy(one.name), code=tidy(one.code)) for one in actors)
    for position, actor in enumerate(cast.actors, 1):
        if _words(actor) == NOBODY or cast.find(_words(actor)) != actor:
            raise UnwritableError(message("tables.unwritable.unnamed_actor", position=position))
    return cast


def _words(actor: Actor) -> str:
    return actor.code or actor.name


def _legend_item(actor: Actor) -> str:
    name = escape(actor.name)
    return f"{escape(actor.code)} = {name}".rstrip() if actor.code else name


def _chart_lines(chart: Chart, cast: Cast, *, named: bool) -> Iterator[tuple[HeadKey, str]]:
    if named or tidy(chart.subtitle):
        yield HeadKey.CHART, tidy(chart.subtitle)
    if chart.lanes != tuple(actor.id for actor in cast.actors):
        words = {actor.id: _words(actor) for actor in cast.actors}
        yield HeadKey.ACTORS, list_text(words[lane] for lane in chart.lanes)
    if footnotes := list_text(map(tidy, chart.footnotes)):
        yield HeadKey.FOOTNOTES, footnotes


#: Columns that a table has only where a step fills them.
_OPTIONAL = frozenset({Field.TOOLS, Field.REMARKS})


def _rows(chart: Chart, cast: Cast) -> Iterator[tuple[str, ...]]:
    rows = outline(chart, cast)
    cells = [_cells(step, place, rows) for step, place in rows.rows]
    used = [field for field in Field if field not in _OPTIONAL or any(row[field] for row in cells)]
    yield tuple(used)
    for row in cells:
        yield tuple(row[field] for field in used)


def _cells(step: Step, place: Place, rows: Outline) -> dict[Field, str]:
    quality = step.quality
    texts = {
        Field.NUMBER: place.label,
        Field.ACTIVITY: step.activity,
        Field.ACTORS: actors_cell(place, rows),
        Field.SYMBOL: symbol_cell(place),
        Field.INPUTS: quality.inputs,
        Field.TOOLS: quality.tools,
        Field.DURATION: quality.duration.text,
        Field.OUTPUT: quality.output,
        Field.REMARKS: step.remarks,
        Field.FLOW: flow_cell(place, rows),
    }
    return {field: tidy(text) for field, text in texts.items()}
