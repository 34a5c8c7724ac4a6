"""How commands call the parts of a document in the undo menu."""

from collections.abc import Sequence

from sopeditor.editing.parts import chart_of_step, step_of_symbol
from sopeditor.foundation.message import Message, message
from sopeditor.model.document import Document
from sopeditor.model.step import Column


def step_label(document: Document, step_id: str) -> str:
    """Answer what stands in the column No of a step."""
    chart = chart_of_step(document, step_id)
    return chart.row_labels()[chart.step_position(step_id)]


def label_of_symbol(document: Document, symbol_id: str) -> str:
    """Answer what stands in the column No of the step of a symbol."""
    return step_label(document, step_of_symbol(document, symbol_id).id)


def column_name(column: Column) -> Message:
    """Answer the word for a column."""
    return message(f"editing.column.{column.value}")


def steps_message(document: Document, key: str, steps: Sequence[str]) -> Message:
    """Answer `editing.name.<key>_step` (label) for one step, else `..._steps` (count)."""
    if len(steps) == 1:
        return message(f"editing.name.{key}_step", step=step_label(document, steps[0]))
    return message(f"editing.name.{key}_steps", count=len(steps))
