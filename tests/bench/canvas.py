"""How fast the sheet follows a person: dragging, building, painting, typing.

Every figure but one is a ratio to a floor of the same run: a repaint of the view, a table of
Qt's own text items, a layout without memory.
"""

import math
import os
import time
from collections.abc import Callable, Iterator, Mapping

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QGraphicsScene

from sopeditor.app import made_application
from sopeditor.assets import resource
from sopeditor.canvas.cell_editor import CellEditor
from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.places import StepPlace
from sopeditor.canvas.scene import SheetScene
from sopeditor.canvas.sheet import Sheet
from sopeditor.canvas.view import SheetView
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.editing.steps import SetStepText
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Catalogue
from sopeditor.layout.engine import lay_out
from sopeditor.layout.memory import LayoutMemory
from sopeditor.layout.placement import ChartPage, DocumentLayout, PlacedText
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column
from sopeditor.painting.convert import qrect
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.session.session import EditorSession
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.bench.documents import LANES, document
from tests.bench.figures import Figure, at

_VIEW = (1280, 800)
_FRAMES = 60
_RUNS = 5
_STEPS = (100, 1000)
#: A key must be seen within a frame of the screen, in milliseconds.
_ONE_FRAME = 16.0


def figures() -> Iterator[Figure]:
    """Yield the figures of the sheet, of a procedure of 100 steps and of one of 1000."""
    application()
    for steps in _STEPS:
        bench = Bench(steps)
        yield from bench.figures()
        bench.view.stage.close()


def application() -> QApplication:
    """Answer the application, prepared as the program prepares it."""
    running = QApplication.instance()
    return running if isinstance(running, QApplication) else made_application()


def first_layout(
    document: Document, profiles: Mapping[str, Profile], measurer: QtMeasurer
) -> DocumentLayout:
    return lay_out(document, profile_of(document, profiles), measurer)


def milliseconds(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return 1_000 * (time.perf_counter() - start)


def best(act: Callable[[], object]) -> float:
    return min(milliseconds(act) for _ in range(_RUNS))


class Bench:
    """A shown view on a document of so many steps."""

    def __init__(self, steps: int) -> None:
        profiles, measurer = read_profiles(resource("profiles")), QtMeasurer()
        memory = LayoutMemory()

        def pages(document: Document) -> DocumentLayout:
            return lay_out(document, profile_of(document, profiles), measurer, memory=memory)

        def tried(document: Document) -> DocumentLayout:
            with memory.aside():
                return pages(document)

        self.steps = steps
        self.session = EditorSession(document(steps))
        self.laying = best(lambda: first_layout(self.session.document, profiles, measurer))
        self.step = self.session.document.charts[0].steps[steps // 2].id
        words = Catalogue.read(resource("translations", "id"))
        self.view = SheetView(self.session, pages, words, try_out=tried)
        self.view.resize(*_VIEW)
        self.view.show()
        self.symbol = self.session.document.charts[0].steps[steps // 2].symbols[0].id
        self.view.centerOn(*self.place())
        QApplication.processEvents()
        self.repaint()

    def figures(self) -> Iterator[Figure]:
        floor = best(self.repaint)
        # What a frame costs is the least of its runs: a busy machine only ever adds.
        drag = [min(times) for times in zip(*(self.drag() for _ in range(_RUNS)), strict=True)]
        yield self._figure("C1", "drag frame, p95 / repaint", at(drag, 0.95), floor, self._most)
        runs = [self.foresee() for _ in range(_RUNS)]
        pairs = [[*zip(*run, strict=True)] for run in runs]
        shown = [min(times) for times in zip(*(pair[0] for pair in pairs), strict=True)]
        worked_out = [min(times) for times in zip(*(pair[1] for pair in pairs), strict=True)]
        what = "frame over a preview, p95 / repaint"
        yield self._figure("C1", what, at(shown, 0.95), floor, self._most)
        what = "a preview / a first layout"
        yield self._figure("C1", what, at(worked_out, 0.5), self.laying, 1)
        yield self._figure("C2", "build / naive table", best(self.build), best(self.naive), 0.25)
        if self.steps == _STEPS[0]:
            yield self._figure("C3", "whole document / repaint", self.whole(), floor, 5)
            keys = [min(times) for times in zip(*(self.type() for _ in range(_RUNS)), strict=True)]
            yield self._figure("T1", "key in place to repaint, ms", at(keys, 0.95), 1, _ONE_FRAME)
        edits = [self.edit(number) for number in range(_RUNS)]
        yield self._figure("T1", "an edit laid out / a first layout", min(edits), self.laying, 0.5)

    @property
    def _most(self) -> float:
        return 1.5 if self.steps == _STEPS[0] else 3.0

    def _figure(self, name: str, what: str, spent: float, floor: float, most: float) -> Figure:
        return Figure(
            id=name,
            what=f"{what}, {self.steps} steps",
            value=spent / floor,
            most=most,
            beside=f"{spent:.2f} / {floor:.2f} ms",
        )

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

    def foresee(self) -> list[tuple[float, float]]:
        """Answer the frames of a drag with a preview in every cell, and the previews' times.

        A frame is a move within the cell whose preview is on the sheet. The preview itself
        is made at once in short documents, and where the pointer rests in long ones.
        """
        start, spent = self.place(), []
        foresight = self.view.stage.foresight
        self.mouse(QEvent.Type.MouseButtonPress, start)
        for frame in range(_FRAMES // 4):
            lane = frame % len(LANES)
            self.move(self.cell(lane, 0))
            foresight.work_out()
            QApplication.processEvents()
            made = foresight.spent_ms
            to = self.cell(lane, 1 + frame % 3)
            spent.append((milliseconds(lambda to=to: self.move(to)), made))  # type: ignore[misc]
        self.view.gestures.cancel()
        QApplication.processEvents()
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

    def type(self) -> list[float]:
        """Answer the times of keys typed into a cell on the sheet, taken back afterwards."""
        self.view.go_to(StepPlace(self.step, Column.REMARKS))
        self.view.edit_selected()
        QApplication.processEvents()
        field = self.view.editing.editor
        assert field is not None
        spent = [milliseconds(lambda: self.key(field)) for _ in range(_FRAMES // 2)]
        self.view.editing.cancel()
        QApplication.processEvents()
        return spent

    def key(self, field: CellEditor) -> None:
        QTest.keyClick(field, Qt.Key.Key_X)
        QApplication.processEvents()

    def edit(self, number: int) -> float:
        """Answer the time from an edit of a cell to its repaint."""
        command = SetStepText(step=self.step, column=Column.OUTPUT, text="Berkas " * number)

        def act() -> None:
            self.view.stage.execute(command)
            QApplication.processEvents()

        return milliseconds(act)

    def build(self) -> None:
        scene = SheetScene(PAPER_THEME, SheetColours.of(QApplication.palette()))
        scene.show_sheet(Sheet(self.view.layout_shown), None)
        scene.projector.bring(-math.inf, math.inf)

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
