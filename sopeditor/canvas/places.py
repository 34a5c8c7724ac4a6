"""Places of a document that a person can be brought to, and the cell that keys act on."""

from msgspec import Struct

from sopeditor.model.step import Column


class Spot(Struct, frozen=True):
    """A cell of the table: a column of a step; `lane` is its index where it is ACTORS."""

    step: str
    column: Column
    lane: int | None = None


class StepPlace(Struct, frozen=True):
    """A row, or one of its cells."""

    step: str
    column: Column | None = None


class SymbolPlace(Struct, frozen=True):
    """A symbol."""

    symbol: str


class FlowPlace(Struct, frozen=True):
    """A flow."""

    flow: str


class ActorPlace(Struct, frozen=True):
    """The heading of an actor's lane."""

    actor: str


class FieldPlace(Struct, frozen=True):
    """A field of the cover, by its name in `Identity`."""

    field: str


Place = StepPlace | SymbolPlace | FlowPlace | ActorPlace | FieldPlace
