"""The sheet: the pages as they will be printed, to be edited where they lie."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsView

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.frozen import FrozenPanes
from sopeditor.canvas.gesture_view import GestureView
from sopeditor.canvas.going import Goal, goal_of, other_end
from sopeditor.canvas.hit import ColumnBorderHit, CoverHit, LaneHit, LinkHit
from sopeditor.canvas.minimap import Minimap
from sopeditor.canvas.pages import LayOut
from sopeditor.canvas.places import Place, Spot
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.selecting import spot_at
from sopeditor.canvas.stage import Stage
from sopeditor.drawing.theme import PAPER_THEME, Theme
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.symbol import SymbolKind
from sopeditor.painting.convert import point_of, qrect
from sopeditor.session.session import EditorSession


class SheetView(GestureView):
    """Shows and edits the document of a session.

    `lay_out` answers the layout of a document, `try_out` (see `Pages`) that of one that is
    only tried out; `theme` colours the paper, the palette of
    the desktop everything around it.
    """

    #: A new layout was made (`DocumentLayout`).
    layout_changed = Signal(object)
    #: A field of the cover is to be edited, by its name in `Identity`.
    identity_requested = Signal(str)

    def __init__(
        self,
        session: EditorSession,
        lay_out: LayOut,
        catalogue: Catalogue,
        theme: Theme = PAPER_THEME,
        try_out: LayOut | None = None,
    ) -> None:
        colours = SheetColours.of(QApplication.palette())
        scene = SheetScene(theme, colours)
        super().__init__(Stage(session, lay_out, scene, try_out), catalogue)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setAccessibleName(catalogue.text("canvas.view.name"))
        self.setAccessibleDescription(catalogue.text("canvas.view.description"))
        self.minimap = Minimap(self, self.stage, catalogue)
        self.panes = FrozenPanes(self, self.stage, theme)
        self.stage.laid_out.connect(self._tell_layout)
        self.zoom_changed.connect(self._follow_zoom)
        self.destroyed.connect(self.stage.close)
        self._follow_zoom()

    @property
    def layout_shown(self) -> DocumentLayout:
        """The layout that is shown."""
        return self.stage.sheet.layout

    @property
    def spot(self) -> Spot | None:
        """The cell that keys act on, or None."""
        return self.stage.spot

    def fit_page(self) -> None:
        """Show the whole page that is in the middle of the view."""
        self.fit(self._page_in_view(), whole=True)

    def fit_width(self) -> None:
        """Show the width of the page that is in the middle of the view."""
        self.fit(self._page_in_view(), whole=False)

    @property
    def endless(self) -> bool:
        """Whether the pages lie without gaps, as one table."""
        return self.stage.sheet.endless

    def show_endless(self, *, endless: bool) -> None:
        """Show the pages of a chart as one endless table, or apart as they are printed.

        What is in the middle of the view stays there as far as the sheet reaches.
        """
        middle = point_of(self.mapToScene(self.viewport().rect().center()))
        sheet = self.stage.sheet
        page = sheet.nearest_page(middle.y)
        place = sheet.on_page(page, middle)
        self.stage.pages.join(endless=endless)
        origin = self.stage.sheet.origin(page)
        self.centerOn(middle.x, origin.y + place.y)
        if not self.untouched:
            self.editing.follow()

    def go_to(self, place: Place) -> bool:
        """Scroll to a place and select it; answers whether it exists on a page."""
        self.finish_editing()
        goal = goal_of(self.stage.sheet, place)
        if goal is not None:
            self._go(goal)
        return goal is not None

    def set_tool_symbol(self, kind: SymbolKind | None) -> None:
        """Let the next click put down a symbol of a kind; None: select and move again."""
        if kind is not None or not self.untouched:
            self.gestures.choose_kind(kind)

    def delete_selection(self) -> None:
        """Delete what is selected; where keys act on one cell, empty it."""
        self.actions_on_selection.delete()

    def select_all(self) -> None:
        """Select everything of the chart."""
        self.actions_on_selection.select_all()

    def edit_selected(self) -> bool:
        """Open a field over the text of what is selected; answers whether it has one."""
        return self.actions_on_selection.edit()

    def lanes_beside(self, symbol: str) -> tuple[str, ...]:
        """Answer the actors who could do a symbol's step at the same time."""
        return self.actions_on_selection.lanes_beside(symbol)

    def split_parallel(self, symbol: str, actor: str) -> None:
        """Let another actor do a symbol's step at the same time, with the same flows."""
        self.actions_on_selection.split(symbol, actor)

    def forget_courses(self) -> None:
        """Leave the selected lines to the router again."""
        self.actions_on_selection.forget_courses()

    def finish_editing(self) -> None:
        """Take over what is being typed; before saving, exporting, closing."""
        if not self.untouched:
            self.editing.commit()
        self.stage.pages.settle()

    def lay_out_again(self) -> None:
        """Make a new layout, after `lay_out` came to know another profile or style."""
        self.stage.pages.make_again()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._bring(event.rect())
        super().paintEvent(event)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self.gestures.kind is not None:
            super().mousePressEvent(event)
            return
        hit = self._pointer(event).hit
        if isinstance(hit, CoverHit):
            self.identity_requested.emit(hit.cell.field)
        elif isinstance(hit, ColumnBorderHit):
            self.columns.fit_beside(hit.page, hit.border)
        elif isinstance(hit, LinkHit):
            end = other_end(self.stage.sheet, hit.link)
            if end is not None:
                self._go(end)
        elif isinstance(hit, LaneHit):
            self.stage.select(self.stage.selection, spot_at(hit))
            self.actions_on_selection.edit()
        else:
            self.editing.open_at(hit)
        event.accept()

    def _go(self, goal: Goal) -> None:
        self.stage.select(goal.selection, goal.spot)
        rect = qrect(goal.rect)
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if not seen.contains(rect) or self.panes.cover(goal.rect):
            self.centerOn(rect.center())

    def _bring(self, part: QRect) -> None:
        """Have what is seen in a part of the viewport made, before it is painted."""
        seen = self.mapToScene(part).boundingRect()
        self.stage.scene.projector.bring(seen.top(), seen.bottom())

    def _bring_seen(self) -> None:
        """Have all that is seen made at once: made only when painted, it is painted twice."""
        if self.isVisible():
            self._bring(self.viewport().rect())

    def _page_in_view(self) -> QRectF:
        centre = self.mapToScene(self.viewport().rect().center())
        sheet = self.stage.sheet
        return qrect(sheet.paper_rect(sheet.nearest_page(centre.y())))

    def _tell_layout(self, layout: DocumentLayout) -> None:
        self.layout_changed.emit(layout)

    def _follow_zoom(self) -> None:
        self._bring_seen()
        self.stage.set_pixel(1 / self.transform().m11())
        if not self.untouched:
            self.editing.follow()
