"""How wide text is, by Qt."""

from PySide6.QtGui import QFontMetricsF

from sopeditor.foundation.overriding import override
from sopeditor.layout.measure import Font, TextMeasurer
from sopeditor.painting.fonts import TEXT_SCALE, scaled_font


class QtMeasurer(TextMeasurer):
    """Measures unhinted and unkerned advances; remembers what it measured."""

    def __init__(self) -> None:
        self._metrics: dict[Font, QFontMetricsF] = {}
        self._widths: dict[tuple[str, Font], float] = {}

    @override
    def width(self, text: str, font: Font) -> float:
        """Answer the advance width of `text` in points."""
        key = (text, font)
        known = self._widths.get(key)
        if known is None:
            known = self._metrics_of(font).horizontalAdvance(text) / TEXT_SCALE
            self._widths[key] = known
        return known

    def _metrics_of(self, font: Font) -> QFontMetricsF:
        metrics = self._metrics.get(font)
        if metrics is None:
            metrics = QFontMetricsF(scaled_font(font))
            self._metrics[font] = metrics
        return metrics
