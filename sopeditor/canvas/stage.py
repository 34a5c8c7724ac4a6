"""What all gestures work with: the session, the sheet as laid out, and what is pointed out."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.courses import pins
from sopeditor.canvas.foresight import Foresight
from sopeditor.canvas.grips import Grip
from sopeditor.canvas.hit import Hit
from sopeditor.canvas.items.placed_item import Emphasis
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.pages import LayOut, Pages
from sopeditor.canvas.places import Spot
from sopeditor.canvas.pointing import Pointing
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.selecting import selection_at, spot_at
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.command import Command, Refused
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Message
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.flow import Side
from sopeditor.painting.convert import qrect
from sopeditor.session.selection import Selection
from sopeditor.session.session import EditorSession

if TYPE_CHECKING:
    from sopeditor.canvas.outlook import Outlook


class Stage:
    """Keeps scene, layout and session in step; tools ask it and command through it."""

    def __init__(
        self,
        session: EditorSession,
        lay_out: LayOut,
        scene: SheetScene,
        try_out: LayOut | None = None,
    ) -> None:
        self.session = session
        self.scene = scene
        self.pages = Pages(session.document, lay_out, try_out)
        self.foresight = Foresight(
            self.pages, self.would_be, self._foresee, scene.preview.outdate_outlook
        )
        self.spot: Spot | None = None
        self.laid_out: Signal[[DocumentLayout]] = Signal()
        self._pointing = Pointing()
        self._own_selection = False
        self._closed = False
        self._project()
        self.pages.changed.connect(self._show_pages)
        session.document_changed.connect(self._follow_document)
        session.selection_changed.connect(self._follow_selection)

    @property
    def sheet(self) -> Sheet:
        """The pages as they are now."""
        return self.pages.sheet

    @property
    def pixel(self) -> float:
        """The size of a pixel of the screen in points."""
        return self._pointing.pixel

    @property
    def document(self) -> Document:
        """The document as it is now."""
        return self.session.document

    @property
    def selection(self) -> Selection:
        """What is selected."""
        return self.session.selection

    def close(self) -> None:
        """Listen to the session no longer; once is enough."""
        if self._closed:
            return
        self._closed = True
        self.pages.close()
        self.foresight.overtaken()
        self.session.document_changed.disconnect(self._follow_document)
        self.session.selection_changed.disconnect(self._follow_selection)

    def set_pixel(self, pixel: float) -> None:
        """Be told the size of a pixel of the screen in points, after zooming."""
        self._pointing.pixel = pixel
        self._point_out()

    def show_colours(self, colours: SheetColours) -> None:
        """Follow the palette of the desktop."""
        self.scene.show_colours(colours)
        self.scene.preview.show_pins(pins(self.sheet, self.document))
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
        return self._pointing.hit(self.sheet, self.selection, point)

    def handles(self, symbol: str) -> dict[Side, Grip]:
        """Answer the handles around a symbol, on the sheet; none where it is not laid out."""
        found = self.sheet.symbol(symbol)
        return self._pointing.handles_around(self.sheet, *found) if found else {}

    def hover(self, hit: Hit | None, point: Point | None = None) -> None:
        """Point out what is under the pointer, which is at a point of the sheet."""
        if hit and point and self._pointing.still_at(self.sheet, hit, point):
            return
        if hit != self._pointing.hovered:
            self._pointing.hovered = hit
            self._point_out()

    def set_dragging(self, *, dragging: bool) -> None:
        """Be told that a symbol is being dragged: handles would only be in the way."""
        if dragging is not self._pointing.dragging:
            self._pointing.dragging = dragging
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

    def select_for_menu(self, hit: Hit) -> None:
        """Select what a menu on a hit is about; several that it belongs to stay selected."""
        found = selection_at(self.sheet, hit)
        if not found.ids <= self.selection.ids or not found:
            self.select(found, spot_at(hit))

    def execute(self, command: Command) -> bool:
        """Carry out a command; answers whether it was allowed."""
        done = self.session.execute(command)
        self.pages.settle()
        return done

    def would_be(self, command: Command) -> Document:
        """Answer the document after a command; raises `Refused`."""
        return self.session.would_be(command)

    def layout_after(self, command: Command) -> DocumentLayout:
        """Answer the layout that a command would lead to; raises `Refused`."""
        return self.pages.try_out(self.would_be(command))

    def refusal(self, command: Command) -> Message | None:
        """Answer why a command would be refused now, or None."""
        try:
            command.apply(self.document)
        except Refused as refused:
            return refused.words
        return None

    def _follow_document(self, before: Document, after: Document) -> None:
        # Late: a document is shown before it is changed.
        from sopeditor.canvas.wording import only_words_differ

        if only_words_differ(before, after):
            self.pages.show_soon(after)
        else:
            self.pages.show(after)

    def _show_pages(self) -> None:
        self._project()
        self.laid_out.emit(self.sheet.layout)

    def _follow_selection(self, selection: Selection) -> None:
        if not self._own_selection:
            if self.spot is not None and selection.steps != {self.spot.step}:
                self.spot = None
            self._point_out()

    def _foresee(self, outlook: "Outlook | None") -> None:
        """Show what a gesture would do, or the sheet as it is."""
        document, sheet = self.document, self.sheet
        if outlook is not None:
            document, sheet = outlook.document, outlook.sheet
        self.scene.projector.project(sheet, document.identity.logo)
        self.scene.preview.show_outlook(outlook)
        self.scene.preview.show_pins(pins(sheet, document))
        self._point_out()

    def _project(self) -> None:
        self.foresight.overtaken()
        self.scene.preview.show_outlook(None)
        # What is under the pointer may have moved away; the next move of it tells.
        self._pointing.hovered = None
        self.scene.show_sheet(self.sheet, self.document.identity.logo)
        self.scene.preview.show_pins(pins(self.sheet, self.document))
        self._point_out()

    def _point_out(self) -> None:
        in_cell = self.spot.step if self.spot else ""
        outlook, preview = self.foresight.shown, self.scene.preview
        foreseen = outlook.ids if outlook else frozenset()
        emphasis = Emphasis(self.selection.ids, self._pointing.hovered_id, in_cell, foreseen)
        self.scene.projector.show_emphasis(emphasis)
        if outlook is not None and outlook.shifted:
            # Where they were there is something else now.
            preview.show_grips(())
            preview.show_frame(None)
            return
        preview.show_grips(self._pointing.grips(self.sheet, self.selection))
        preview.show_frame(spot_rect(self.sheet, self.spot) if self.spot else None)
