"""The palette "Simbol": the five symbols of PermenPAN-RB 35/2012, II.B.b.

Three are dragged onto the sheet, or clicked. The arrow is drawn from symbol to symbol and
the page link comes by itself; both stand here so that nobody has to look for them.
"""

from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from sopeditor.canvas.carrying import symbol_mime
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.model.symbol import SymbolKind
from sopeditor.ui.icons import Icons
from sopeditor.ui.panels.fields import small_label
from sopeditor.ui.panels.panel import fill_panel, scrolling

_ICON_EDGE = 30
_EXPLAINED = ("arrow", "page_link")


class Palette(QWidget):
    """Shows the symbols; a click holds one ready for the sheet, another puts it back.

    `kind_chosen` carries the `SymbolKind`, or None; `explained` why one can't be taken.
    """

    kind_chosen = Signal(object)
    explained = Signal(str)

    def __init__(self, catalogue: Catalogue, icons: Icons) -> None:
        super().__init__()
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(6, 8, 6, 8)
        layout.setSpacing(4)
        self._buttons = {kind: SymbolButton(kind, icons) for kind in SymbolKind}
        for kind, button in self._buttons.items():
            _word(button, kind.value, catalogue)
            button.chosen.connect(self.kind_chosen)
            layout.addWidget(button)
        for name in _EXPLAINED:
            layout.addWidget(self._explaining_button(name, catalogue, icons))
        layout.addWidget(small_label(catalogue.text("ui.palette.hint")))
        layout.addStretch(1)
        # A low window must not grow for the sake of the symbols.
        area = scrolling(content)
        area.setMinimumWidth(content.minimumSizeHint().width())
        fill_panel(self, area)

    def show_ready(self, ready: SymbolKind | None) -> None:
        """Show which symbol the next click on the sheet puts down."""
        for kind, button in self._buttons.items():
            button.setChecked(kind is ready)

    def _explaining_button(self, name: str, catalogue: Catalogue, icons: Icons) -> QToolButton:
        button = _button()
        picture = icons.faint_symbol(name)
        button.setIcon(picture)
        _word(button, name, catalogue)
        button.clicked.connect(partial(self.explained.emit, button.toolTip()))
        return button


class SymbolButton(QToolButton):
    """A symbol that can be clicked or dragged away; `chosen` carries its kind, or None."""

    chosen = Signal(object)

    def __init__(self, kind: SymbolKind, icons: Icons) -> None:
        super().__init__()
        _shape(self)
        self._kind = kind
        self._icons = icons
        self._pressed_at = QPoint()
        self.setIcon(icons.symbol(kind.value))
        self.setObjectName(f"symbol_{kind.value}")
        self.setCheckable(True)
        self.clicked.connect(self._tell)

    @override
    def mousePressEvent(self, e: QMouseEvent) -> None:
        self._pressed_at = e.position().toPoint()
        super().mousePressEvent(e)

    @override
    def mouseMoveEvent(self, e: QMouseEvent) -> None:
        moved = (e.position().toPoint() - self._pressed_at).manhattanLength()
        if e.buttons() & Qt.MouseButton.LeftButton and moved >= QApplication.startDragDistance():
            self.setDown(False)
            self._drag()
        else:
            super().mouseMoveEvent(e)

    def _tell(self, checked: bool) -> None:
        self.chosen.emit(self._kind if checked else None)

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(symbol_mime(self._kind))
        picture = self._icons.picture("symbols", self._kind.value, 40, self.devicePixelRatioF())
        drag.setPixmap(picture)
        drag.setHotSpot(QPoint(20, 20))
        drag.exec(Qt.DropAction.CopyAction)


def _button() -> QToolButton:
    button = QToolButton()
    _shape(button)
    return button


def _shape(button: QToolButton) -> None:
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
    button.setIconSize(QSize(_ICON_EDGE, _ICON_EDGE))
    button.setAutoRaise(True)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def _word(button: QToolButton, name: str, catalogue: Catalogue) -> None:
    button.setText(catalogue.text(f"ui.palette.{name}"))
    button.setToolTip(catalogue.text(f"ui.palette.{name}_tip"))
    button.setAccessibleName(catalogue.text(f"ui.palette.{name}"))
    button.setAccessibleDescription(button.toolTip())
