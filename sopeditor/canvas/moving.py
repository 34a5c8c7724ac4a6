"""Moving rows and lanes by key: one place on, as far as the table goes."""

from sopeditor.editing.actors import MoveLane
from sopeditor.editing.command import Command
from sopeditor.editing.steps import MoveSteps
from sopeditor.model.document import Document
from sopeditor.session.selection import Selection


def moved_selection(
    document: Document, selection: Selection, rows: int, lanes: int
) -> Command | None:
    """Answer what moves the selected rows by `rows`, or the one selected lane by `lanes`.

    None where nothing is selected that goes this way.
    """
    if selection.steps and rows:
        return _moved_steps(document, selection, rows)
    if len(selection.actors) == 1 and lanes:
        return _moved_lane(document, selection, next(iter(selection.actors)), lanes)
    return None


def _moved_steps(document: Document, selection: Selection, by: int) -> Command:
    """Answer what moves the rows together: past the row above the first, or below the last."""
    steps = document.chart(selection.chart).steps
    places = [place for place, step in enumerate(steps) if step.id in selection.steps]
    position = max(0, places[0] - 1) if by < 0 else places[-1] + 2
    return MoveSteps(steps=tuple(steps[place].id for place in places), position=position)


def _moved_lane(document: Document, selection: Selection, actor: str, by: int) -> Command | None:
    lanes = document.chart(selection.chart).lanes
    if actor not in lanes:
        return None
    place = lanes.index(actor)
    position = max(0, place - 1) if by < 0 else place + 2
    return MoveLane(chart=selection.chart, actor=actor, position=position)
