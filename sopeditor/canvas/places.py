"""Places of a document that a person can be brought to, and the cell that keys act on."""

from dataclasses import dataclass

from sopeditor.model.step import Column


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the table: a column of a step; `lane` is its index where it is ACTORS."""

    step: str
    column: Column
    lane: int | None = None


@dataclass(frozen=True, slots=True)
class StepPlace:
    """A row, or one of its cells."""

    step: str
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class SymbolPlace:
    """A symbol."""

    symbol: str


@dataclass(frozen=True, slots=True)
class FlowPlace:
    """A flow."""

    flow: str


@dataclass(frozen=True, slots=True)
class ActorPlace:
    """The heading of an actor's lane."""

    actor: str


@dataclass(frozen=True, slots=True)
class FieldPlace:
    """A field of the cover, by its name in `Identity`."""

    field: str


Place = StepPlace | SymbolPlace | FlowPlace | ActorPlace | FieldPlace
