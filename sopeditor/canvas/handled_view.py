"""The view with hands on it, which are made when something is first done there."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal

from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.canvas.zooming import ZoomingView
from sopeditor.foundation.message import Catalogue
from sopeditor.painting.convert import point_of

if TYPE_CHECKING:
    from sopeditor.canvas.actions import SelectionActions
    from sopeditor.canvas.column_fitting import ColumnFitting
    from sopeditor.canvas.gestures import Gestures
    from sopeditor.canvas.hands import Hands
    from sopeditor.canvas.inline_editing import InlineEditing


class HandledView(ZoomingView):
    """Holds the stage and what works on it."""

    #: The symbol that a click puts down from now on (`SymbolKind`), or None.
    tool_symbol_changed = Signal(object)

    def __init__(self, stage: Stage, catalogue: Catalogue) -> None:
        super().__init__(stage.scene)
        self.stage = stage
        self.catalogue = catalogue
        self._hands: Hands | None = None

    @property
    def hands(self) -> "Hands":
        """What works on the sheet; made when it is first asked for."""
        if self._hands is None:
            # Late: the sheet is painted before anything can be done on it.
            from sopeditor.canvas.hands import Hands

            self._hands = Hands(
                self,
                self.stage,
                self.catalogue,
                pointer_at=self.pointer_at,
                scrolled=self._scrolled,
                tell_kind=self.tool_symbol_changed.emit,
            )
        return self._hands

    def make_ready(self) -> None:
        """Make what works on the sheet before it is needed, so that no one waits for it."""
        _ = self.hands

    @property
    def untouched(self) -> bool:
        """Whether nothing was done on the sheet yet, so that nothing is under way."""
        return self._hands is None

    @property
    def editing(self) -> "InlineEditing":
        """The field over a text of the sheet."""
        return self.hands.editing

    @property
    def gestures(self) -> "Gestures":
        """What the pointer does."""
        return self.hands.gestures

    @property
    def columns(self) -> "ColumnFitting":
        """What gives columns their width."""
        return self.hands.columns

    @property
    def actions_on_selection(self) -> "SelectionActions":
        """What menus and keys do with what is selected."""
        return self.hands.on_selection

    def pointer_at(
        self, pixel: QPoint, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> Pointer:
        """Answer the pointer at a pixel of the view, with the keys that are held."""
        point = point_of(self.mapToScene(pixel))
        return Pointer(
            point,
            pixel,
            self.stage.hit(point),
            toggle=bool(held & Qt.KeyboardModifier.ControlModifier),
            extend=bool(held & Qt.KeyboardModifier.ShiftModifier),
        )

    def _scrolled(self, pixel: QPoint) -> None:
        if self.hands.dropping.running:
            self.hands.dropping.move(pixel)
        else:
            self.gestures.move(self.pointer_at(pixel))
