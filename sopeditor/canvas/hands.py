"""All with which a person works on the sheet: gestures, keys, drops, and the field over a text."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt

from sopeditor.canvas.actions import SelectionActions
from sopeditor.canvas.autoscroll import AutoScroll
from sopeditor.canvas.border_guide import BorderGuide
from sopeditor.canvas.column_fitting import ColumnFitting
from sopeditor.canvas.context_pad import ContextPad
from sopeditor.canvas.dropping import Dropping, PointerAt
from sopeditor.canvas.gestures import Gestures
from sopeditor.canvas.inline_editing import InlineEditing
from sopeditor.canvas.keyboard import Keyboard
from sopeditor.canvas.reason_label import ReasonLabel
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tips import tip_of
from sopeditor.canvas.tools.pan import PanTool
from sopeditor.canvas.zooming import ZoomingView
from sopeditor.foundation.message import Catalogue, Message
from sopeditor.model.symbol import SymbolKind


class Hands:
    """Made for a view when something is first done on it: a sheet can be read without."""

    def __init__(
        self,
        view: ZoomingView,
        stage: Stage,
        catalogue: Catalogue,
        *,
        pointer_at: PointerAt,
        scrolled: Callable[[QPoint], None],
        tell_kind: Callable[[SymbolKind | None], None],
    ) -> None:
        self._pointer_at = pointer_at
        self.editing = InlineEditing(view, stage, catalogue)
        self.on_selection = SelectionActions(stage, self.editing)
        self.gestures = Gestures(stage, PanTool(view), self.editing.open_label, tell_kind)
        self.keyboard = Keyboard(stage, self.on_selection)
        self.dropping = Dropping(stage, pointer_at)
        self.autoscroll = AutoScroll(view, scrolled)
        self.columns = ColumnFitting(stage)
        # Of the view, not of its viewport: over the frozen panes they are needed as well.
        self.reason = ReasonLabel(view)
        self.guide = BorderGuide(view)
        self.pad = ContextPad(view, stage, catalogue, self.on_selection.append)

    def tip_at(self, pixel: QPoint) -> Message | None:
        """Answer what to say about what lies under a pixel of the view, or None."""
        return tip_of(self._pointer_at(pixel, Qt.KeyboardModifier.NoModifier).hit)
