"""What a person set right of what was recognised in a template; all else stays as it was."""

from collections.abc import Mapping

from msgspec import Struct, field
from msgspec.structs import replace

from sopeditor.excel.recognition.cells import CellRange, SheetText
from sopeditor.excel.recognition.cover import LIST_FIELDS, FoundField, Side, find_cover
from sopeditor.excel.template.finding import Means, Stretch, TablePlace, last_blank, split_lanes
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.model.step import Column


class Corrections(Struct, frozen=True, kw_only=True):
    """The corrections of one sheet.

    `fields` and `columns` lead to the place that a person gave instead, or to None where
    nothing is to be filled. `columns[Column.ACTORS]` is the area of all lanes. `first_row` is
    where the steps begin, from 0.
    """

    fields: Mapping[str, CellRange | None] = field(default_factory=dict)
    columns: Mapping[Column, Stretch | None] = field(default_factory=dict)
    first_row: int | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was corrected."""
        return not self.fields and not self.columns and self.first_row is None


#: Everything as recognised.
NO_CORRECTIONS = Corrections()


def corrected_cover(sheet: SheetText, corrections: Corrections) -> tuple[FoundField, ...]:
    """Answer the fields that captions tell, those corrected at their given places."""
    found = {place.field: place for place in find_cover(sheet)}
    for name, area in corrections.fields.items():
        caption = found.pop(name, None)
        if area is not None:
            side = Side.BELOW if name in LIST_FIELDS else Side.BESIDE
            own = caption.caption if caption else area
            found[name] = FoundField(name, own, area, side)
    return tuple(found.values())


def corrected_place(
    cells: SheetCells, place: TablePlace | None, corrections: Corrections
) -> TablePlace | None:
    """Answer the table with its corrected columns; a new one where none was recognised.

    None when it lacks the activity or the lanes: without them there is no table.
    """
    if not corrections.columns and corrections.first_row is None:
        return place
    columns = dict(place.columns) if place else {}
    lanes = place.lanes if place else ()
    first = corrections.first_row
    if first is None and place is not None:
        first = place.first_row
    for column, stretch in corrections.columns.items():
        if column is Column.ACTORS:
            above = max(0, (first or 0) - 1)
            lanes = () if stretch is None else split_lanes(cells.text(), above, stretch)
        elif stretch is None:
            columns.pop(column, None)
        else:
            columns[column] = stretch
    if first is None or not lanes or Column.ACTIVITY not in columns:
        return None
    if place is None or first != place.first_row:
        return _begun_at(cells, place, first, columns, lanes)
    return replace(place, columns=columns, lanes=lanes)


def _begun_at(
    cells: SheetCells,
    place: TablePlace | None,
    first: int,
    columns: Mapping[Column, Stretch],
    lanes: tuple[Stretch, ...],
) -> TablePlace:
    """Answer a table whose steps begin in another row; the row above it names the lanes."""
    above = place.heads if place and place.heads is not None and place.heads < first else None
    heads = above if above is not None or first == 0 else first - 1
    top = place.header[0] if place and place.header and place.header[0] < first else heads
    begun = TablePlace(
        means=place.means if place else Means.HEADINGS,
        first_row=first,
        last_row=first,
        columns=columns,
        lanes=lanes,
        heads=heads,
        header=None if top is None else (top, first - 1),
    )
    return replace(begun, last_row=last_blank(cells, cells.text(), begun))
