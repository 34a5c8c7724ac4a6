"""How fast the sheet follows a person: dragging, building, painting, typing.

Run as `python -m tests.bench.canvas [STEPS ...]`. Every figure is a ratio to a floor of the
same run: a repaint of the view, or a table of Qt's own text items. Milliseconds are printed
beside it. The targets are C1 (drag frame: 1.5 repaints at 100 steps, 3 at 1000), C2 (build:
0.25 of the naive table) and C3 (whole document in view: 5 repaints at 100 steps).
"""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QGraphicsScene

from sopeditor.app import prepare
from sopeditor.assets import resource
from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.sheet import Sheet
from sopeditor.canvas.view import SheetView
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.editing.steps import SetStepText
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Catalogue
from sopeditor.layout.engine import lay_out
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedText
from sopeditor.model.document import Document
from sopeditor.model.step import Column
from sopeditor.painting.convert import qrect
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.builders import a_document

LANES = "ABCDEF"
_VIEW = (1280, 800)
_FRAMES = 60
_RUNS = 5


@dataclass(frozen=True)
class Figure:
    """One measured ratio with its times in milliseconds."""

    name: str
    ratio: float
    spent: float
    floor: float
    target: float | None

    def line(self) -> str:
        aim = "" if self.target is None else f"  target <= {self.target:g}"
        return f"{self.name:44} {self.ratio:7.2f}  {self.spent:9.2f} / {self.floor:.2f} ms{aim}"


def document(steps: int) -> Document:
    """Answer a procedure of so many steps, with a loop back from every fifth."""
    rows, flows = ["(A)"], []
    for number in range(2, steps):
        lane = LANES[number * 5 % len(LANES)]
        rows.append(f"{lane}?" if number % 5 == 0 else lane)
    rows.append("(F)")
    for number in range(1, steps):
        flows.append(f"{number}>{number + 1}" + (":Ya" if number % 5 == 0 else ""))
        if number % 5 == 0:
            flows.append(f"{number}>{number - 2}:Tidak")
    return a_document(lanes=LANES, rows=" ".join(rows), flows=" ".join(flows))


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1_000 * (time.perf_counter() - start)


def best(act: Callable[[], object]) -> float:
    return min(milliseconds(act) for _ in range(_RUNS))


def p95(times: list[float]) -> float:
    return sorted(times)[round(0.95 * (len(times) - 1))]


class Bench:
    """A shown view on a document of so many steps."""

    def __init__(self, steps: int) -> None:
        profiles, measurer = read_profiles(resource("profiles")), QtMeasurer()

        def pages(document: Document) -> DocumentLayout:
            return lay_out(document, profile_of(document, profiles), measurer)

        self.steps = steps
        self.session = EditorSession(document(steps))
        self.laying = milliseconds(lambda: pages(self.session.document))
        self.view = SheetView(self.session, pages, Catalogue.read(resource("translations", "id")))
        self.view.resize(*_VIEW)
        self.view.show()
        self.symbol = self.session.document.charts[0].steps[steps // 2].symbols[0].id
        self.view.centerOn(*self.place())
        QApplication.processEvents()
        self.repaint()

    def figures(self) -> list[Figure]:
        floor = best(self.repaint)
        known = self.steps in (100, 1000)
        # What a frame costs is the least of its runs: a busy machine only ever adds.
        drag = [min(times) for times in zip(*(self.drag() for _ in range(_RUNS)), strict=True)]
        keys = [min(times) for times in zip(*(self.type() for _ in range(_RUNS)), strict=True)]
        drop = self.drop()
        build, naive = best(self.build), best(self.naive)
        aim = {100: 1.5, 1000: 3.0}.get(self.steps)
        return [
            self._figure("C1 drag frame, p95 / repaint", p95(drag), floor, aim),
            self._figure("   its median / repaint", median(drag), floor),
            self._figure("   drop: layout and paint / one layout", drop, self.laying),
            self._figure("   key in a panel, p95 / repaint", p95(keys), floor),
            self._figure("C2 build / naive table", build, naive, 0.25 if known else None),
            self._figure(
                "C3 whole document / repaint", self.whole(), floor, 5 if self.steps == 100 else None
            ),
        ]

    def _figure(self, name: str, spent: float, floor: float, target: float | None = None) -> Figure:
        return Figure(f"{self.steps:5} {name}", spent / floor, spent, floor, target)

    def place(self) -> Point:
        found = self.view.stage.sheet.symbol(self.symbol)
        assert found is not None
        return self.view.stage.sheet.on_sheet(found[0], found[1].rect).centre

    def repaint(self) -> None:
        self.view.viewport().repaint()

    def drag(self) -> list[float]:
        """Answer the frames of a drag over all lanes, called off at the end."""
        start, frames = self.place(), []
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for frame in range(_FRAMES):
            to = self.cell(frame % len(LANES), frame % 7)
            frames.append(milliseconds(lambda to=to: self.move(to)))  # type: ignore[misc]
        self.view.gestures.cancel()
        QApplication.processEvents()
        return frames

    def drop(self) -> float:
        """Answer the time of a drop in another lane, taken back afterwards."""
        start = self.place()
        to = next(to for lane in (0, 3) if (to := self.cell(lane, 0)).x != start.x)
        self.mouse(QEvent.Type.MouseButtonPress, start)
        self.move(to)
        spent = milliseconds(lambda: self.release(to))
        self.session.undo()
        return spent

    def cell(self, lane: int, beside: float) -> Point:
        """Answer a place in a lane of the symbol's row."""
        found = self.view.stage.sheet.symbol(self.symbol)
        assert found is not None
        rect = self.view.stage.sheet.lane_cell(found[1].step, lane, lane)
        assert rect is not None
        return Point(rect.centre.x + beside, rect.centre.y)

    def move(self, to: Point) -> None:
        self.mouse(QEvent.Type.MouseMove, to)
        QApplication.processEvents()

    def release(self, to: Point) -> None:
        self.mouse(QEvent.Type.MouseButtonRelease, to)
        QApplication.processEvents()

    def type(self) -> list[float]:
        """Answer the times of keys that a panel hands on."""
        step = self.session.document.charts[0].steps[self.steps // 2].id
        return [
            milliseconds(lambda count=count: self.key(step, "x" * count))  # type: ignore[misc]
            for count in range(1, 31)
        ]

    def key(self, step: str, text: str) -> None:
        self.session.execute(SetStepText(step=step, column=Column.REMARKS, text=text))
        QApplication.processEvents()

    def build(self) -> None:
        scene = SheetScene(PAPER_THEME, SheetColours.of(QApplication.palette()))
        scene.show_sheet(Sheet(self.view.layout_shown), None)

    def naive(self) -> None:
        """Build the same tables of Qt's text and line items."""
        scene = QGraphicsScene()
        for page in self.view.layout_shown.pages:
            for row in page.rows if isinstance(page, ChartPage) else ():
                for cell in row.cells:
                    rect = qrect(cell.rect)
                    for start, end in ((rect.topLeft(), rect.topRight()), _left(rect)):
                        scene.addLine(start.x(), start.y(), end.x(), end.y())
                    if cell.text is not None:
                        _add_text(scene, cell.text)

    def whole(self) -> float:
        """Answer the time to paint the whole document into the view."""
        picture = QPixmap(*_VIEW)
        transform = self.view.transform()
        self.view.fitInView(self.view.sceneRect(), Qt.AspectRatioMode.KeepAspectRatio)
        self.view.viewport().render(picture)
        spent = best(self.repaint)
        self.view.setTransform(transform)
        return spent

    def mouse(self, kind: QEvent.Type, place: Point) -> None:
        pixel = QPointF(self.view.mapFromScene(QPointF(place.x, place.y)))
        held = Qt.MouseButton.LeftButton
        moving = kind is QEvent.Type.MouseMove
        event = QMouseEvent(
            kind,
            pixel,
            pixel,
            Qt.MouseButton.NoButton if moving else held,
            Qt.MouseButton.NoButton if kind is QEvent.Type.MouseButtonRelease else held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(self.view.viewport(), event)


def _left(rect: QRectF) -> tuple[QPointF, QPointF]:
    return rect.topLeft(), rect.bottomLeft()


def _add_text(scene: QGraphicsScene, text: PlacedText) -> None:
    item = scene.addText(text.raw)
    item.setTextWidth(text.rect.width)
    item.setPos(text.rect.x, text.rect.y)


def main() -> None:
    prepare(QApplication(sys.argv[:1]))
    for steps in [int(word) for word in sys.argv[1:]] or [40, 100, 1000]:
        bench = Bench(steps)
        print(f"{steps:5} one layout {bench.laying:.1f} ms")
        for figure in bench.figures():
            print(figure.line())


if __name__ == "__main__":
    main()
