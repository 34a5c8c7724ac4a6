"""What all items share: a placement of the layout, painted as strokes, and an emphasis."""

from abc import abstractmethod
from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from sopeditor.canvas.colours import SheetColours
from sopeditor.drawing.strokes import PathStroke, Stroke, TextStroke
from sopeditor.drawing.theme import Theme
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.overriding import override
from sopeditor.painting.convert import qrect
from sopeditor.painting.painter import paint, whole_pixels

P = TypeVar("P")

#: Room around a placement for its emphasis, in points.
EMPHASIS_ROOM = 4.0

#: Pixels per point below which text is no more than dust: 8 points are 2 pixels high.
LEAST_TEXT_SCALE = 0.25

#: By how much a selected item rises within its kind.
RAISED = 0.5


class Look(Struct, frozen=True):
    """What items paint with."""

    theme: Theme
    colours: SheetColours


class Emphasis(Struct, frozen=True):
    """What is pointed out: ids of steps, symbols, flows and actors, selected or hovered.

    `in_cell` is the step of which keys act on one cell only: its row is not outlined.
    `foreseen` is what letting go would make new or different.
    """

    selected: frozenset[str] = frozenset()
    hovered: str = ""
    in_cell: str = ""
    foreseen: frozenset[str] = frozenset()


class PlacedItem(QGraphicsItem, Generic[P]):
    """An item at its placement, in coordinates of its page (its parent item).

    It is told what to show and answers nothing: whoever wants to know what lies where asks
    the layout (`canvas.hit`).
    """

    def __init__(self, placement: P, look: Look) -> None:
        super().__init__()
        self.placement = placement
        self._look = look
        self._picture: QPicture | None = None
        self._small: QPicture | None = None
        #: The pixels of every width of a line, as recorded.
        self._pixels: dict[float, int] = {}
        self._bounds: QRectF | None = None
        self._height = 0.0
        self.selected = False
        self.hovered = False
        self.foreseen = False
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def show_placement(self, placement: P) -> None:
        """Show another placement; nothing happens when it is equal."""
        if placement == self.placement:
            return
        self.prepareGeometryChange()
        self.placement = placement
        self._picture = self._small = self._bounds = None
        self.update()

    def stack(self, height: float) -> None:
        """Lie at a height above the paper; higher ones cover lower ones."""
        self._height = height
        self.setZValue(height)

    def show_look(self, look: Look) -> None:
        """Paint with another look."""
        self._look = look
        self._picture = self._small = None
        self.update()

    def show_emphasis(self, emphasis: Emphasis) -> None:
        """Be pointed out, or no longer."""
        shown = self.ids()
        selected = not shown.isdisjoint(emphasis.selected)
        hovered = emphasis.hovered in shown
        foreseen = not shown.isdisjoint(emphasis.foreseen)
        state = (selected, hovered, foreseen)
        if state != (self.selected, self.hovered, self.foreseen):
            self.selected, self.hovered, self.foreseen = state
            # An outline lies over the neighbours, whose edges are the same line.
            self.setZValue(self._height + (RAISED if selected or foreseen else 0.0))
            self.update()

    @override
    def boundingRect(self) -> QRectF:
        if self._bounds is None:
            self._bounds = qrect(self.bounds().grown(EMPHASIS_ROOM))
        return self._bounds

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem,
        widget: QWidget | None = None,
    ) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        picture = self._picture_at(scale, scale * painter.device().devicePixelRatioF())
        # Qt plays pictures as large as the machine's dots say; a point is a point here.
        across = picture.logicalDpiX() / painter.device().logicalDpiX()
        along = picture.logicalDpiY() / painter.device().logicalDpiY()
        painter.save()
        painter.scale(across, along)
        picture.play(painter)
        painter.restore()
        if self.selected or self.hovered or self.foreseen:
            self.paint_emphasis(painter)

    def ids(self) -> frozenset[str]:
        """Answer the ids of the document that this item stands for."""
        return frozenset()

    @abstractmethod
    def bounds(self) -> Rect:
        """Answer the box of the placement on its page."""

    @abstractmethod
    def draw(self) -> tuple[Stroke, ...]:
        """Answer the strokes of the placement; asked whenever they are recorded."""

    def _picture_at(self, scale: float, dots: float) -> QPicture:
        """Answer the strokes as recorded; text too small to be read is left out.

        `dots` are the pixels of a point: where lines become wider or narrower by a whole one,
        they are recorded anew.
        """
        if any(whole_pixels(width, dots) != count for width, count in self._pixels.items()):
            self._picture = self._small = None
        if scale < LEAST_TEXT_SCALE:
            if self._small is None:
                drawn = [stroke for stroke in self.draw() if not isinstance(stroke, TextStroke)]
                self._small = self._recorded(drawn, dots)
            return self._small
        if self._picture is None:
            self._picture = self._recorded(self.draw(), dots)
        return self._picture

    def _recorded(self, strokes: Sequence[Stroke], dots: float) -> QPicture:
        """Answer strokes as painted, to be painted again: 5 to 10 times as fast."""
        pens = [stroke.pen for stroke in strokes if isinstance(stroke, PathStroke)]
        self._pixels = {pen.width: whole_pixels(pen.width, dots) for pen in pens if pen}
        picture = QPicture()
        painter = QPainter(picture)
        paint(painter, strokes, self._look.theme, dots)
        painter.end()
        return picture

    def paint_emphasis(self, painter: QPainter) -> None:
        """Point the item out; over its strokes."""
