"""Where in the workbook the parts of a document come from."""

from collections.abc import Iterable

from msgspec import Struct, field


class Origins(Struct):
    """The shapes that symbols and flows were read from, by sheet and order; rows of steps.

    A flow has all its pieces; one that nobody drew has none.
    """

    symbols: dict[str, tuple[str, int]] = field(default_factory=dict)
    flows: dict[str, tuple[str, tuple[int, ...]]] = field(default_factory=dict)
    steps: dict[str, tuple[str, int]] = field(default_factory=dict)

    def symbol_of(self, sheet: str, shapes: Iterable[int]) -> tuple[str, ...]:
        """Answer the ids of the symbols that shapes of a sheet became."""
        wanted = {(sheet, shape) for shape in shapes}
        return tuple(name for name, origin in self.symbols.items() if origin in wanted)

    def flows_of(self, sheet: str, shapes: Iterable[int]) -> tuple[str, ...]:
        """Answer the ids of the flows that lines of a sheet are pieces of."""
        wanted = frozenset(shapes)
        return tuple(
            name
            for name, (where, pieces) in self.flows.items()
            if where == sheet and not wanted.isdisjoint(pieces)
        )

    def step_at(self, sheet: str, row: int) -> str | None:
        """Answer the id of the step that begins in a row, or in the nearest one above."""
        above = [(own, name) for name, (where, own) in self.steps.items() if where == sheet]
        return max(((own, name) for own, name in above if own <= row), default=(0, None))[1]
