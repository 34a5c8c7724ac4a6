"""Laying out that can be stopped: it measures text all the time, so it is asked there."""

from sopeditor.foundation.overriding import override
from sopeditor.foundation.progress import Progress
from sopeditor.layout.measure import Font, TextMeasurer


class WatchedMeasurer(TextMeasurer):
    """Measures as another does, and raises `Cancelled` when the work is to stop."""

    def __init__(self, measurer: TextMeasurer, progress: Progress) -> None:
        self._measurer = measurer
        self._progress = progress

    @override
    def width(self, text: str, font: Font) -> float:
        """Answer the advance width of `text` in points."""
        self._progress.reach(0.0)
        return self._measurer.width(text, font)
