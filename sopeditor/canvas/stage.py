"""What all gestures work with: the session, the sheet as laid out, and what is pointed out."""

from PySide6.QtCore import QRectF

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.grips import Grip, Grips, end_radius, handles, labels_on, loose_ends
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
from sopeditor.canvas.items.placed_item import Emphasis
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.pages import LayOut, Pages
from sopeditor.canvas.places import Spot
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.sheet import Sheet
from sopeditor.canvas.wording import only_words_differ
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.geometry import Point, Rect
from sopeditor.foundation.message import Message
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedSymbol
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.painting.convert import qrect
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession


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
        self._pages = Pages(session.document, lay_out)
        self._hovered: Hit | None = None
        self._own_selection = False
        self._dragging = False
        self._project()
        self._pages.changed.connect(self._show_pages)
        session.document_changed.connect(self._follow_document)
        session.selection_changed.connect(self._follow_selection)

    @property
    def sheet(self) -> Sheet:
        """The pages as they are now."""
        return self._pages.sheet

    @property
    def waiting(self) -> bool:
        """Whether the pages follow after a pause in typing."""
        return self._pages.waiting

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
        self._pages.close()
        self.session.document_changed.disconnect(self._follow_document)
        self.session.selection_changed.disconnect(self._follow_selection)

    def lay_out_again(self) -> None:
        """Make a new layout, for another profile or style."""
        self._pages.make_again()

    def draft(self, command: Command | None) -> None:
        """Show soon what a text that is being typed would do; None: it is typed no longer."""
        self._pages.draft(command)

    def settle(self) -> None:
        """Let the pages follow at once what was typed."""
        self._pages.settle()

    def join_pages(self, *, endless: bool) -> None:
        """Show the pages as one endless sheet, or apart as they are printed."""
        self._pages.join(endless=endless)

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
        done = self.session.execute(command)
        self._pages.settle()
        return done

    def refusal(self, command: Command) -> Message | None:
        """Answer why a command would be refused now, or None."""
        try:
            command.apply(self.document)
        except Refused as refused:
            return refused.words
        return None

    def handles(self, symbol: str) -> dict[Side, Grip]:
        """Answer the handles around a symbol, on the sheet; none where it is not laid out."""
        found = self.sheet.symbol(symbol)
        return self._handles_around(*found) if found else {}

    def _handled(self) -> dict[str, tuple[int, PlacedSymbol]]:
        """Answer by placed id page and symbol of those that show handles."""
        shown: dict[str, tuple[int, PlacedSymbol]] = {}
        if self._dragging:
            return shown
        if isinstance(self._hovered, SymbolHit | HandleHit):
            shown[self._hovered.symbol.id] = (self._hovered.page, self._hovered.symbol)
        if len(self.selection.symbols) == 1:
            found = self.sheet.symbol(next(iter(self.selection.symbols)))
            if found is not None:
                shown[found[1].id] = found
        return shown

    def _handles_around(self, index: int, symbol: PlacedSymbol) -> dict[Side, Grip]:
        sheet, page = self.sheet, self.sheet.layout.pages[index]
        labels = labels_on(page) if isinstance(page, ChartPage) else ()
        rect = sheet.on_sheet(index, symbol.rect)
        moved = tuple(sheet.on_sheet(index, label) for label in labels)
        return handles(rect, self.pixel, moved)

    def _grips(self) -> list[Grip]:
        """Answer the handles of symbols and the ends of selected flows, on the sheet."""
        grips = [
            grip
            for index, symbol in self._handled().values()
            for grip in self._handles_around(index, symbol).values()
        ]
        for index, page in self.sheet.chart_pages():
            origin = self.sheet.origin(index)
            for _, _, end in loose_ends(page, self.selection.flows):
                place = Point(end.x + origin.x, end.y + origin.y)
                grips.append(Grip(place, end_radius(self.pixel)))
        return grips

    def _follow_document(self, before: Document, after: Document) -> None:
        if only_words_differ(before, after):
            self._pages.show_soon(after)
        else:
            self._pages.show(after)

    def _show_pages(self) -> None:
        self._project()
        self.laid_out.emit(self.sheet.layout)

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
        preview.show_grips(self._grips())
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
