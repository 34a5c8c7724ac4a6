"""What copying puts on the clipboard.

Our own kinds hold a fragment in the file format; beside them lie a table as text and as
HTML and a picture, from which other programs take what they can use.
"""

from collections.abc import Collection

from PySide6.QtCore import QByteArray, QMimeData

from sopeditor.editing.fragment import rows_fragment, symbols_fragment
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.storage.writer import write_document
from sopeditor.ui.clipboard.picture import rows_picture

#: Whole rows, and symbols without the texts of their rows: a `.sop` of the fragment each.
STEPS_MIME = "application/x-sopeditor-steps"
SYMBOLS_MIME = "application/x-sopeditor-symbols"
#: Marks a text as that of one cell: its line breaks part no rows.
CELL_MIME = "application/x-sopeditor-cell"


def steps_contents(document: Document, steps: Collection[str], layout: DocumentLayout) -> QMimeData:
    """Answer rows for the clipboard; raises UserError when they can't be written."""
    data = _for_others(document, steps, layout)
    fragment = rows_fragment(document, steps)
    data.setData(STEPS_MIME, QByteArray(write_document(fragment)))
    return data


def symbols_contents(
    document: Document, symbols: Collection[str], layout: DocumentLayout
) -> QMimeData:
    """Answer symbols for the clipboard; others get the rows in which they stand."""
    rows = rows_of_symbols(document, symbols)
    data = _for_others(document, rows, layout)
    fragment = symbols_fragment(document, symbols)
    data.setData(SYMBOLS_MIME, QByteArray(write_document(fragment)))
    return data


def cell_contents(text: str) -> QMimeData:
    """Answer the text of one cell for the clipboard."""
    data = QMimeData()
    data.setText(text)
    data.setData(CELL_MIME, QByteArray(text.encode()))
    return data


def picture_contents(steps: Collection[str], layout: DocumentLayout) -> QMimeData:
    """Answer rows as a picture and nothing else, so that no program takes a table instead."""
    data = QMimeData()
    picture = rows_picture(layout, steps)
    if picture is not None:
        data.setImageData(picture)
    return data


def rows_of_symbols(document: Document, symbols: Collection[str]) -> tuple[str, ...]:
    """Answer the steps in which any of `symbols` stands."""
    return tuple(
        step.id
        for chart in document.charts
        for step in chart.steps
        if any(symbol.id in symbols for symbol in step.symbols)
    )


def _for_others(document: Document, steps: Collection[str], layout: DocumentLayout) -> QMimeData:
    # Late: nobody copies before the window is there.
    from sopeditor.tables.foreign_cells import html_of_cells, text_of_cells
    from sopeditor.tables.pasting import table_of

    fragment = rows_fragment(document, steps)
    cells = table_of(fragment, _labels(document, fragment), _going_on(document, fragment))
    data = picture_contents(steps, layout)
    data.setText(text_of_cells(cells))
    data.setHtml(html_of_cells(cells))
    return data


def _labels(document: Document, fragment: Document) -> tuple[str, ...]:
    """Answer what stands in the column No of the rows that were copied."""
    copied = fragment.charts[0].steps
    chart = document.chart_of_step(copied[0].id)
    labels = chart.row_labels()
    return tuple(labels[chart.step_position(step.id)] for step in copied)


def _going_on(document: Document, fragment: Document) -> frozenset[str]:
    """Answer the copied steps from which a flow leads to one that was not copied."""
    piece = fragment.charts[0]
    home = {symbol.id: step.id for step in piece.steps for symbol in step.symbols}
    chart = document.chart_of_step(piece.steps[0].id)
    return frozenset(
        home[flow.source] for flow in chart.flows if flow.source in home and flow.target not in home
    )
