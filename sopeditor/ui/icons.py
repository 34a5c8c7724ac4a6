"""The icon family: line drawings in SVG, tinted at run time with the palette's colours."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QByteArray, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

from sopeditor.assets import icon as icon_path
from sopeditor.foundation.overriding import override

#: Severities on light and on dark ground; each colour stands out 4.5 : 1 or better.
_LIGHT = {"error": "#b3261e", "warning": "#8a5300", "info": "#1f5fa8"}
_DARK = {"error": "#ff8a80", "warning": "#ffc266", "info": "#8ec5ff"}


class Icons:
    """Answers icons by name, in the colours of one palette."""

    def __init__(self, palette: QPalette) -> None:
        self._ink = palette.color(QPalette.ColorRole.WindowText)
        self._faint = palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText)
        self._severities = _DARK if is_dark(palette) else _LIGHT
        self._known: dict[str, QIcon] = {}

    def action(self, name: str) -> QIcon:
        """Answer the icon `actions/<name>.svg`."""
        return self._icon("actions", name)

    def symbol(self, name: str) -> QIcon:
        """Answer the icon `symbols/<name>.svg`."""
        return self._icon("symbols", name)

    def faint_symbol(self, name: str) -> QIcon:
        """Answer a symbol as it looks where it can't be taken."""
        return _drawn(_source("symbols", name), {QIcon.Mode.Normal: self._faint})

    def severity(self, name: str) -> QIcon:
        """Answer the coloured icon of a finding's severity: error, warning or info."""
        return _drawn(_source("actions", f"finding_{name}"), {QIcon.Mode.Normal: self._tint(name)})

    def picture(self, folder: str, name: str, edge: int, scale: float = 1.0) -> QPixmap:
        """Answer a drawing as a pixmap of `edge` logical pixels."""
        pixmap = _pixmap(_source(folder, name), self._ink, round(edge * scale))
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def _tint(self, severity: str) -> QColor:
        return QColor(self._severities[severity])

    def _icon(self, folder: str, name: str) -> QIcon:
        key = f"{folder}/{name}"
        if key not in self._known:
            inks = {QIcon.Mode.Normal: self._ink, QIcon.Mode.Disabled: self._faint}
            self._known[key] = _drawn(_source(folder, name), inks)
        return self._known[key]


def program_icon() -> QIcon:
    """Answer the icon of the program itself, which keeps its own colours."""
    return QIcon(str(icon_path("app", "sopeditor.svg")))


def is_dark(palette: QPalette) -> bool:
    """Answer whether text is lighter than the ground in `palette`."""
    text = palette.color(QPalette.ColorRole.WindowText)
    return text.lightness() > palette.color(QPalette.ColorRole.Window).lightness()


def _source(folder: str, name: str) -> Path:
    return icon_path(folder, f"{name}.svg")


class _Drawing(QIconEngine):
    """An icon drawn when it is painted, as large as that: most icons wait in closed menus."""

    #: WORKAROUND, PySide6 to 6.11: what `clone` answers is ended at once, though Qt keeps it.
    _clones: ClassVar[list[QIconEngine]] = []

    def __init__(self, source: Path, inks: dict[QIcon.Mode, QColor]) -> None:
        super().__init__()
        self._source, self._inks = source, inks
        self._known: dict[tuple[str, int], QPixmap] = {}

    @override
    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        ink = self._inks.get(mode) or self._inks[QIcon.Mode.Normal]
        key = ink.name(), min(size.width(), size.height())
        if key not in self._known:
            self._known[key] = _pixmap(self._source, ink, key[1])
        return self._known[key]

    @override
    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return self.pixmap(size * scale, mode, state)

    @override
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        size = rect.size() * painter.device().devicePixelRatioF()
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    @override
    def clone(self) -> QIconEngine:
        self._clones.append(_Drawing(self._source, self._inks))
        return self._clones[-1]


def _drawn(source: Path, inks: dict[QIcon.Mode, QColor]) -> QIcon:
    """Answer an icon with a drawing.

    WORKAROUND, PySide6 to 6.11: an engine belongs to the first object of Python that is its icon.
    When that is found as garbage, the engine may end with it, though buttons still show it: the
    program falls. Of the copy that is answered it is no part, so Qt alone ends it.
    """
    return QIcon(QIcon(_Drawing(source, inks)))


def _pixmap(source: Path, ink: QColor, edge: int) -> QPixmap:
    drawing = source.read_bytes().replace(b"currentColor", ink.name().encode("ascii"))
    pixmap = QPixmap(QSize(edge, edge))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing)).render(painter)
    painter.end()
    return pixmap
