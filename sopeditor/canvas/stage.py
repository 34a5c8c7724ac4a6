"""What all gestures work with: the session, the sheet as laid out, and what is pointed out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.hit import (
    EndHit,
    FlowHit,
    Grips,
    HandleHit,
    HeadingHit,
    Hit,
    LinkHit,
    NumberHit,
    SymbolHit,
    handle_points,
    hit_at,
    loose_ends,
)
from sopeditor.canvas.items.placed_item import Emphasis
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.places import Spot
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.message import Message
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.painting.convert import qrect
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession

LayOut = Callable[[Document], DocumentLayout]


class Stage:
    """Keeps scene, layout and session in step; tools ask it and command through it.

    `pixel` is the size of a pixel of the screen in points.
    """

    def __init__(self, session: EditorSession, lay_out: LayOut, scene: SheetScene) -> None:
        self.session = session
        self.scene = scene
        self.pixel = 1.0
        self.spot: Spot | None = None
        self.laid_out: Signal[[DocumentLayout]] = Signal()
        self._lay_out = lay_out
        self._hovered: Hit | None = None
        self._own_selection = False
        self._dragging = False
        self.sheet = Sheet(lay_out(session.document))
        self._project()
        session.document_changed.connect(self._follow_document)
        session.selection_changed.connect(self._follow_selection)

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.session.document

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.session.selection

    def close(self) -> None:
        """Listen to the session no longer."""
        self.session.document_changed.disconnect(self._follow_document)
        self.session.selection_changed.disconnect(self._follow_selection)

    def lay_out_again(self) -> None:
        """Make a new layout, for another profile or style."""
        self.sheet = Sheet(self._lay_out(self.document))
        self._project()
        self.laid_out.emit(self.sheet.layout)

    def set_pixel(self, pixel: float) -> None:
        """Be told the size of a pixel of the screen in points, after zooming."""
        self.pixel = pixel
        self._point_out()

    def show_colours(self, colours: SheetColours) -> None:
        """Follow the palette of the desktop."""
        self.scene.show_colours(colours)
        self._point_out()

    def selected_rect(self) -> QRectF | None:
        """Answer the box of what keys act on, to keep it in view; None: nothing."""
        if self.spot is not None:
            rect = spot_rect(self.sheet, self.spot)
            return qrect(rect) if rect else None
        for symbol in self.selection.symbols:
            found = self.sheet.symbol(symbol)
            if found is not None:
                return qrect(self.sheet.on_sheet(found[0], found[1].rect))
        return None

    def hit(self, point: Point) -> Hit:
        """Answer what lies under a point of the sheet."""
        grips = Grips(frozenset(self._handled()), self.selection.flows)
        return hit_at(self.sheet, point, self.pixel, grips)

    def hover(self, hit: Hit | None) -> None:
        """Point out what is under the pointer."""
        if hit != self._hovered:
            self._hovered = hit
            self._point_out()

    def set_dragging(self, *, dragging: bool) -> None:
        """Be told that a symbol is being dragged: handles would only be in the way."""
        if dragging is not self._dragging:
            self._dragging = dragging
            self._point_out()

    def select(self, selection: Selection, spot: Spot | None = None) -> None:
        """Select; `spot` is the cell that keys act on from now on."""
        self.spot = spot
        self._own_selection = True
        try:
            self.session.select(selection)
        finally:
            self._own_selection = False
        self._point_out()

    def execute(self, command: Command) -> bool:
        """Carry out a command; answers whether it was allowed."""
        return self.session.execute(command)

    def refusal(self, command: Command) -> Message | None:
        """Answer why a command would be refused now, or None."""
        try:
            command.apply(self.document)
        except Refused as refused:
            return refused.words
        return None

    def _handled(self) -> dict[str, Rect]:
        """Answer placed ids and boxes on the sheet of the symbols that show handles."""
        shown: dict[str, Rect] = {}
        if self._dragging:
            return shown
        if isinstance(self._hovered, SymbolHit | HandleHit):
            symbol = self._hovered.symbol
            shown[symbol.id] = self.sheet.on_sheet(self._hovered.page, symbol.rect)
        if len(self.selection.symbols) == 1:
            found = self.sheet.symbol(next(iter(self.selection.symbols)))
            if found is not None:
                shown[found[1].id] = self.sheet.on_sheet(found[0], found[1].rect)
        return shown

    def _grip_points(self) -> list[Point]:
        """Answer the handles of symbols and the ends of selected flows, on the sheet."""
        points = [
            point
            for rect in self._handled().values()
            for point in handle_points(rect, self.pixel).values()
        ]
        for index, page in self.sheet.chart_pages():
            origin = self.sheet.origin(index)
            for _, _, end in loose_ends(page, self.selection.flows):
                points.append(Point(end.x + origin.x, end.y + origin.y))
        return points

    def _follow_document(self, before: Document, after: Document) -> None:
        self.lay_out_again()

    def _follow_selection(self, selection: Selection) -> None:
        if not self._own_selection:
            if self.spot is not None and selection.steps != {self.spot.step}:
                self.spot = None
            self._point_out()

    def _project(self) -> None:
        # What is under the pointer may have moved away; the next move of it tells.
        self._hovered = None
        self.scene.show_sheet(self.sheet, self.document.identity.logo)
        self._point_out()

    def _point_out(self) -> None:
        hovered = _hovered_id(self._hovered)
        in_cell = self.spot.step if self.spot else ""
        self.scene.projector.show_emphasis(Emphasis(self.selection.ids, hovered, in_cell))
        preview = self.scene.preview
        preview.show_grips(self._grip_points(), self.pixel)
        preview.show_frame(self._spot_rect())

    def _spot_rect(self) -> Rect | None:
        return None if self.spot is None else spot_rect(self.sheet, self.spot)


def _hovered_id(hit: Hit | None) -> str:
    match hit:
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
