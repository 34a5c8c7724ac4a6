"""Widths of columns set by hand; a column without one is as wide as the layout finds best."""

from collections.abc import Mapping

from msgspec import Struct

from sopeditor.model.step import Column

#: No column is set narrower or wider by hand, in points (just below 5 mm and above 352 mm).
LEAST_WIDTH = 12.0
MOST_WIDTH = 1000.0

_ORDER = {column: place for place, column in enumerate(Column)}


class ColumnWidths(Struct, frozen=True):
    """The widths by hand of a chart's table, in points, in the order of `Column`.

    ACTORS stands for every single lane: lanes are equally wide, but for the room that their
    lines need. What is set is a wish: the layout keeps to it as far as the paper has room
    and every word stays whole.
    """

    by_hand: tuple[tuple[Column, float], ...] = ()

    @classmethod
    def of(cls, widths: Mapping[Column, float]) -> "ColumnWidths":
        """Answer the widths that a mapping holds, in their order."""
        return cls(tuple(sorted(widths.items(), key=_place)))

    def __bool__(self) -> bool:
        """Answer whether any column is set by hand."""
        return bool(self.by_hand)

    def __contains__(self, column: Column) -> bool:
        """Answer whether a column is set by hand."""
        return any(known is column for known, _ in self.by_hand)

    def get(self, column: Column) -> float | None:
        """Answer the width of a column in points, or None where it is automatic."""
        return next((width for known, width in self.by_hand if known is column), None)

    def changed(self, widths: Mapping[Column, float]) -> "ColumnWidths":
        """Answer these widths with some of them set anew."""
        return ColumnWidths.of(dict(self.by_hand) | dict(widths))

    def without(self, *columns: Column) -> "ColumnWidths":
        """Answer these widths with some columns automatic again."""
        return ColumnWidths(tuple(pair for pair in self.by_hand if pair[0] not in columns))


#: Every column is as wide as the layout finds best.
AUTOMATIC_WIDTHS = ColumnWidths()


def is_width(points: float) -> bool:
    """Answer whether a column may be set to a width."""
    return LEAST_WIDTH <= points <= MOST_WIDTH


def _place(pair: tuple[Column, float]) -> int:
    return _ORDER[pair[0]]
