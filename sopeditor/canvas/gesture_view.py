"""The view that turns Qt's events into pointers for gestures, keys, drops and tips."""

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.handled_view import HandledView
from sopeditor.canvas.stage import Stage
from sopeditor.canvas.tools.tool import Pointer
from sopeditor.foundation.message import Catalogue, Message
from sopeditor.foundation.overriding import override


class GestureView(HandledView):
    """Hands every event to whoever deals with it; decides nothing itself."""

    #: A menu is wanted at this point of the screen; what it is about is selected already.
    context_requested = Signal(QPoint)

    def __init__(self, stage: Stage, catalogue: Catalogue) -> None:
        super().__init__(stage, catalogue)
        self._pressed = QPoint()
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.editing.commit()
        self.hands.pad.leave()
        pointer = self._pointer(event)
        self._pressed = pointer.pixel
        if event.button() is Qt.MouseButton.RightButton:
            self._press_right(pointer)
        elif event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            pans = event.button() is Qt.MouseButton.MiddleButton
            self.gestures.press(pointer, pans=pans)
            self.show_state(pointer)
        event.accept()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        pointer = self._pointer(event)
        self.gestures.move(pointer)
        far = (pointer.pixel - self._pressed).manhattanLength()
        if self.gestures.scrolls and far >= QApplication.startDragDistance():
            self.hands.autoscroll.follow(pointer.pixel)
        if self.gestures.idle:
            self.hands.pad.follow(pointer.hit, pointer.pixel)
        self.show_state(pointer)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.autoscroll.stop()
        self.gestures.release(self._pointer(event))
        self.show_state(self._pointer(event))
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.hands.pad.leave()
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.gestures.grabbing = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self._call_off():
            event.accept()
        elif not self.gestures.running and self.hands.keyboard.press(event):
            self._show_selected()
            event.accept()
        else:
            super().keyPressEvent(event)

    @override
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self.gestures.grabbing = False
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        super().keyReleaseEvent(event)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        # Space may be let go of elsewhere; nobody would tell.
        if not self.untouched:
            self.gestures.grabbing = False
        super().focusOutEvent(event)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        # Tab goes on within the sheet as long as something is selected there.
        here = self.stage.spot is not None or bool(self.stage.selection.symbols)
        return not here and super().focusNextPrevChild(next)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            selected = self.stage.selected_rect()
            inside = self.viewport().rect()
            place = self.mapFromScene(selected.center()) if selected else inside.center()
            self.columns.forget()
            self.context_requested.emit(self.viewport().mapToGlobal(place))
        else:
            self.context_requested.emit(event.globalPos())
        event.accept()

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._follow_drag(event)
        if self.hands.dropping.takes(event):
            # Qt tells nothing more of a drag whose entry was refused, and its first point
            # is seldom one that takes the symbol.
            event.accept()

    @override
    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._follow_drag(event)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.hands.autoscroll.stop()
        self.hands.dropping.leave()
        self._say(None, QPoint())

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self.hands.autoscroll.stop()
        self.hands.dropping.drop(event)
        self._say(None, QPoint())
        self.setFocus()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        if not self.untouched:
            self.hands.pad.leave()
            self.gestures.leave()
        super().leaveEvent(event)

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            self.stage.show_colours(SheetColours.of(self.palette()))
        super().changeEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            tip = self.hands.tip_at(event.pos())
            QToolTip.showText(event.globalPos(), self.catalogue.word(tip) if tip else "", self)
            return True
        return super().viewportEvent(event)

    def _pointer(self, event: QMouseEvent) -> Pointer:
        return self.pointer_at(event.position().toPoint(), event.modifiers())

    def _press_right(self, pointer: Pointer) -> None:
        """Call a gesture off; otherwise select what the menu will be about."""
        if self.gestures.cancel():
            self.show_state(pointer)
        else:
            self.columns.point(pointer.point)
            self.stage.select_for_menu(pointer.hit)

    def _call_off(self) -> bool:
        """End what Escape ends before it clears the selection."""
        placing = self.gestures.kind is not None
        self.hands.autoscroll.stop()
        called_off = self.gestures.cancel()
        self.gestures.choose_kind(None)
        self._say(None, QPoint())
        self.hands.guide.show_at(None)
        return called_off or placing

    def _follow_drag(self, event: QDropEvent) -> None:
        self.hands.dropping.follow(event)
        if self.hands.dropping.running:
            self.hands.autoscroll.follow(event.position().toPoint())
        self._say(self.hands.dropping.reason, event.position().toPoint())

    def show_state(self, pointer: Pointer) -> None:
        """Let cursor, words and a guide tell what the gesture would do."""
        self.viewport().setCursor(self.gestures.cursor_on(pointer))
        self._say(self.gestures.words, pointer.pixel)
        guide = self.gestures.guide
        away = 0.0 if guide is None else (guide - pointer.point.x) * self.transform().m11()
        self.hands.guide.show_at(None if guide is None else pointer.pixel.x() + round(away))

    def _say(self, reason: Message | None, pixel: QPoint) -> None:
        self.hands.reason.say(self.catalogue.word(reason) if reason else "", pixel)

    def _show_selected(self) -> None:
        rect = self.stage.selected_rect()
        if rect is not None:
            self.reveal(rect, 24)
