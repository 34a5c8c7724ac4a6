"""The buttons beside a symbol that the pointer rests on: what may follow it, one click away."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QFrame, QGraphicsView, QHBoxLayout, QToolButton

from sopeditor.canvas.appending import why_not_append
from sopeditor.canvas.hit import HandleHit, Hit, SymbolHit
from sopeditor.canvas.stage import Stage
from sopeditor.drawing.symbols import symbol_path
from sopeditor.editing.command import Refused
from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.message import Catalogue, Message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedSymbol
from sopeditor.model.symbol import SymbolKind
from sopeditor.painting.convert import painter_path, qrect

#: How long the pointer rests before the pad shows, in milliseconds.
DWELL_MS = 300
#: How far from symbol and pad the pointer may go without the pad leaving, in pixels.
_SLACK = 14
#: Between the symbol and the pad: room for the handles, in pixels.
_AWAY = 15
_ICON = QSize(20, 14)

#: Told the symbol that a step is to follow, and the kind of that step's symbol.
Append = Callable[[str, SymbolKind], None]

_KINDS = (SymbolKind.PROCESS, SymbolKind.DECISION, SymbolKind.TERMINATOR)


class ContextPad(QFrame):
    """A row of buttons; it shows after a moment, and goes when the pointer leaves."""

    def __init__(
        self, view: QGraphicsView, stage: Stage, catalogue: Catalogue, append: Append
    ) -> None:
        super().__init__(view.viewport())
        self._view, self._stage, self._catalogue = view, stage, catalogue
        self._append = append
        self._symbol: PlacedSymbol | None = None
        self._zone = QRect()
        self._buttons: dict[SymbolKind, QToolButton] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DWELL_MS)
        self._timer.timeout.connect(self.appear)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setAccessibleName(catalogue.text("canvas.pad.name"))
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._fill()
        self.hide()
        stage.laid_out.connect(self._forget)
        view.verticalScrollBar().valueChanged.connect(self.leave)
        view.horizontalScrollBar().valueChanged.connect(self.leave)

    def follow(self, hit: Hit, pixel: QPoint) -> None:
        """Be told what the free pointer is over."""
        if isinstance(hit, SymbolHit | HandleHit):
            if self._symbol is None or hit.symbol.id != self._symbol.id:
                self.leave()
                self._symbol = hit.symbol
                self._zone = self._pixels(hit.page, hit.symbol.rect)
                self._timer.start()
        elif not self._reaches(pixel):
            self.leave()

    def leave(self) -> None:
        """Go away."""
        self._timer.stop()
        self._symbol = None
        self.hide()

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.PaletteChange:
            for kind, button in self._buttons.items():
                button.setIcon(_icon(kind, self.palette()))
        super().changeEvent(event)

    def _fill(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(1)
        for kind in _KINDS:
            button = QToolButton(self)
            button.setObjectName(f"append_{kind.value}")
            button.setAutoRaise(True)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setIconSize(_ICON)
            button.setIcon(_icon(kind, self.palette()))
            button.setAccessibleName(self._catalogue.text(f"canvas.pad.{kind.value}"))
            button.clicked.connect(self._choose)
            row.addWidget(button)
            self._buttons[kind] = button
        self.adjustSize()

    def appear(self) -> None:
        """Show what may follow the symbol that the pointer rests on, if there is one."""
        symbol = self._symbol
        if symbol is None:
            return
        for kind, button in self._buttons.items():
            reason = self._reason(symbol.symbol, kind)
            button.setEnabled(reason is None)
            tip = self._catalogue.text(f"canvas.pad.{kind.value}")
            button.setToolTip(self._catalogue.word(reason) if reason else tip)
        place = pad_place(self._zone, self.size(), self._view.viewport().rect(), self._taken())
        self.move(place)
        self.show()
        self.raise_()

    def _reason(self, symbol: str, kind: SymbolKind) -> Message | None:
        try:
            return why_not_append(self._stage.document, symbol, kind)
        except Refused as gone:
            return gone.words

    def _choose(self) -> None:
        symbol, sender = self._symbol, self.sender()
        self.leave()
        for kind, button in self._buttons.items():
            if button is sender and symbol is not None:
                self._append(symbol.symbol, kind)

    def _forget(self, layout: DocumentLayout) -> None:
        self.leave()

    def _reaches(self, pixel: QPoint) -> bool:
        """Answer whether the pointer is on its way between symbol and pad."""
        zone = self._zone.united(self.geometry()) if self.isVisible() else self._zone
        slack = _SLACK
        return zone.adjusted(-slack, -slack, slack, slack).contains(pixel)

    def _taken(self) -> list[QRect]:
        """Answer the labels and other symbols in sight, which the pad should not hide."""
        taken: list[QRect] = []
        for index, page in self._stage.sheet.chart_pages():
            taken += [self._pixels(index, rect) for rect in _things(page, self._symbol)]
        return taken

    def _pixels(self, page: int, rect: Rect) -> QRect:
        on_sheet = qrect(self._stage.sheet.on_sheet(page, rect))
        return self._view.mapFromScene(on_sheet).boundingRect()


def pad_place(symbol: QRect, pad: QSize, view: QRect, taken: Sequence[QRect]) -> QPoint:
    """Answer where the pad stands: at the corner of the symbol where it hides least."""
    right, left = symbol.right() + _AWAY, symbol.left() - _AWAY - pad.width()
    above, below = symbol.top() - pad.height() + 2, symbol.bottom() - 2
    corners = [QPoint(x, y) for x in (right, left) for y in (above, below)]
    boxes = [QRect(corner, pad) for corner in corners]
    costs = [_hidden(box, taken) + 100 * (not view.contains(box)) for box in boxes]
    best = corners[costs.index(min(costs))]
    x = max(view.left(), min(best.x(), view.right() - pad.width()))
    return QPoint(x, max(view.top(), min(best.y(), view.bottom() - pad.height())))


def _hidden(box: QRect, taken: Iterable[QRect]) -> int:
    return sum(box.intersects(other) for other in taken)


def _things(page: ChartPage, but: PlacedSymbol | None) -> list[Rect]:
    labels = [flow.label.rect for flow in page.flows if flow.label]
    return labels + [symbol.rect for symbol in page.symbols if symbol is not but]


def _icon(kind: SymbolKind, palette: QPalette) -> QIcon:
    """Answer a small outline of a symbol, in the colour of text."""
    icon = QIcon()
    for mode, group in (
        (QIcon.Mode.Normal, QPalette.ColorGroup.Normal),
        (QIcon.Mode.Disabled, QPalette.ColorGroup.Disabled),
    ):
        pixmap = QPixmap(_ICON * 4)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(4, 4)
        pen = painter.pen()
        pen.setColor(palette.color(group, QPalette.ColorRole.ButtonText))
        pen.setWidthF(1.2)
        painter.setPen(pen)
        inside = Rect(0, 0, _ICON.width(), _ICON.height()).grown(-1)
        painter.drawPath(painter_path(symbol_path(kind, inside)))
        painter.end()
        icon.addPixmap(pixmap, mode)
    return icon
