"""What is pointed out on the sheet: what the pointer is over, and the grips that show there."""

from sopeditor.canvas.grips import AROUND, Grip, Grips, end_radius, handles, labels_on, loose_ends
from sopeditor.canvas.hit import (
    EndHit,
    FlowHit,
    HandleHit,
    HeadingHit,
    Hit,
    LinkHit,
    NumberHit,
    SymbolHit,
    hit_at,
)
from sopeditor.canvas.sheet import Sheet
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import ChartPage, PlacedSymbol
from sopeditor.model.flow import Side
from sopeditor.session.selection import Selection

#: Page index and symbol.
_OnPage = tuple[int, PlacedSymbol]


class Pointing:
    """Knows where the pointer is and answers what lies there.

    `pixel` is the size of a pixel of the screen in points; while `dragging`, handles would
    only be in the way.
    """

    def __init__(self) -> None:
        self.pixel = 1.0
        self.hovered: Hit | None = None
        self.dragging = False

    def still_at(self, sheet: Sheet, hit: Hit, point: Point) -> bool:
        """Answer whether a pointer on the ground is still beside the symbol that it was over.

        Handles stand off their symbol: on the way to one they must not go.
        """
        hovered = self.hovered
        if not isinstance(hovered, SymbolHit | HandleHit) or isinstance(hit, SymbolHit | HandleHit):
            return False
        corner = sheet.origin(hovered.page)
        around = hovered.symbol.rect.moved(corner.x, corner.y).grown(AROUND * self.pixel)
        return around.contains(point)

    def hit(self, sheet: Sheet, selection: Selection, point: Point) -> Hit:
        """Answer what lies under a point of the sheet."""
        grips = Grips(frozenset(self._handled(sheet, selection)), selection.flows)
        return hit_at(sheet, point, self.pixel, grips)

    def handles_around(self, sheet: Sheet, index: int, symbol: PlacedSymbol) -> dict[Side, Grip]:
        """Answer the handles around a symbol of a page, on the sheet."""
        page = sheet.layout.pages[index]
        labels = labels_on(page) if isinstance(page, ChartPage) else ()
        moved = tuple(sheet.on_sheet(index, label) for label in labels)
        return handles(sheet.on_sheet(index, symbol.rect), self.pixel, moved)

    def grips(self, sheet: Sheet, selection: Selection) -> list[Grip]:
        """Answer the handles of symbols and the ends of selected flows, on the sheet."""
        grips = [
            grip
            for index, symbol in self._handled(sheet, selection).values()
            for grip in self.handles_around(sheet, index, symbol).values()
        ]
        for index, page in sheet.chart_pages():
            origin = sheet.origin(index)
            for _, _, end in loose_ends(page, selection.flows):
                place = Point(end.x + origin.x, end.y + origin.y)
                grips.append(Grip(place, end_radius(self.pixel)))
        return grips

    @property
    def hovered_id(self) -> str:
        """The id of the document that the pointer is over, or nothing."""
        match self.hovered:
            case SymbolHit(_, symbol) | HandleHit(_, symbol, _):
                return symbol.symbol
            case FlowHit(_, flow, _) | EndHit(_, flow, _):
                return flow.flow
            case LinkHit(_, link):
                return link.flow
            case NumberHit(_, row):
                return row.step
            case HeadingHit(_, cell):
                return cell.source
            case _:
                return ""

    def _handled(self, sheet: Sheet, selection: Selection) -> dict[str, _OnPage]:
        """Answer by placed id page and symbol of those that show handles."""
        shown: dict[str, _OnPage] = {}
        if self.dragging:
            return shown
        if isinstance(self.hovered, SymbolHit | HandleHit):
            shown[self.hovered.symbol.id] = (self.hovered.page, self.hovered.symbol)
        if len(selection.symbols) == 1:
            found = sheet.symbol(next(iter(selection.symbols)))
            if found is not None:
                shown[found[1].id] = found
        return shown
