"""What earlier rows say that a later one is likely to say again."""

from collections.abc import Iterator

from sopeditor.canvas.lists import item_of
from sopeditor.model.chart import Chart
from sopeditor.model.step import Column

#: Columns whose texts come again in later rows as they are.
_REPEATED = (Column.TOOLS, Column.DURATION, Column.REMARKS)


def likely_texts(chart: Chart, step: str, column: Column) -> tuple[str, ...]:
    """Answer the texts that complete a cell of a step, the nearest row's first.

    What a step needs (Kelengkapan) is what earlier steps put out; other short columns are
    completed from their own earlier cells. Items of a list are offered one by one.
    """
    own = chart.step_position(step)
    if column is Column.INPUTS:
        source = Column.OUTPUT
    elif column in _REPEATED:
        source = column
    else:
        return ()
    earlier = reversed(chart.steps[:own])
    texts = (text for row in earlier for text in _items(row.text(source)))
    return tuple(dict.fromkeys(texts))


def _items(text: str) -> Iterator[str]:
    for line in text.splitlines():
        item = item_of(line)
        words = (item.text if item else line).strip()
        if words:
            yield words
