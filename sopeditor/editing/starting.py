"""The document that "Baru" gives."""

from sopeditor.foundation.ids import IdSource, fresh_id
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.step import Step
from sopeditor.model.symbol import Symbol, SymbolKind


def new_document(actor_names: tuple[str, ...] = ("", ""), ids: IdSource = fresh_id) -> Document:
    """Answer one chart with a lane for each name and a first row that holds the start.

    The start stands in the leftmost lane, where a flow begins. The names are words of the
    user's language (`editing.starting.actor`, number), hence given.
    """
    actors = tuple(Actor(id=ids("actor"), name=name) for name in actor_names)
    lanes = tuple(actor.id for actor in actors)
    start = tuple(
        Symbol(id=ids("symbol"), kind=SymbolKind.TERMINATOR, actors=(lane,)) for lane in lanes[:1]
    )
    step = Step(id=ids("step"), symbols=start)
    return Document(actors=actors, charts=(Chart(id=ids("chart"), lanes=lanes, steps=(step,)),))
