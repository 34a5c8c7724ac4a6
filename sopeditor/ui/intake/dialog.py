"""Confirming an import: the sheet as read beside the pages that it becomes, and all guesses."""

from itertools import pairwise

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sopeditor.drawing.pages import draw_document
from sopeditor.excel.reader.corrections import SheetIsOut
from sopeditor.excel.reader.findings import Topic
from sopeditor.excel.reader.objects import DrawnObject
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.ui.intake.buttons import ReviewButtons
from sopeditor.ui.intake.correction_panel import CorrectionPanel
from sopeditor.ui.intake.finding_list import FindingList
from sopeditor.ui.intake.pictures import PagesPicture, ScaledPicture, SheetPicture
from sopeditor.ui.intake.review import ImportReview
from sopeditor.ui.intake.subject import Subject, subject_at, subject_of, subject_of_correction
from sopeditor.ui.sizing import open_with_size

#: Percent of true size that the pictures can be shown at.
_SMALLEST, _USUAL, _LARGEST = 40, 70, 200
_SIZE = QSize(1180, 700)
#: The heights of pictures and list, the widths of list and form when the dialog opens.
_PICTURES, _LIST = 405, 255
_WIDE, _FORM = 680, 560
#: Between panes beside each other, in pixels.
_GAP = 12
#: What each pane keeps when others grow, in pixels.
_NARROWEST = 260
#: Free room before the beginning of a row that is brought into sight, in pixels.
_BEFORE = 12


class ImportDialog(QDialog):
    """Shows what was read and what comes of it; accepting it makes the document."""

    def __init__(
        self, review: ImportReview, catalogue: Catalogue, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, on=True)
        self._review = review
        self._catalogue = catalogue
        self._subject: Subject | None = None
        self._shown: DocumentLayout | None = None
        self.setWindowTitle(self._words("title"))
        open_with_size(self, _SIZE)
        self.sheets, self.is_in = QComboBox(), QCheckBox(self._words("take_sheet"))
        self.sheets.setAccessibleName(self._words("sheet"))
        self.sheets.addItems([sheet.name for sheet in review.sheets])
        self._sheet_area, self._pages_area = QScrollArea(), QScrollArea()
        self.picture: SheetPicture | None = None
        self.pages: PagesPicture | None = None
        self.findings = FindingList(review.findings, catalogue)
        self.panel = CorrectionPanel(review, catalogue)
        self.summary = QLabel()
        self.buttons = ReviewButtons(review, self.findings, catalogue, self)
        self.zoom = self._zoom_slider()
        self._arrange()
        self._connect()
        self._show_first()

    def _words(self, name: str, **values: object) -> str:
        return self._catalogue.text(f"excel_import.dialog.{name}", **values)

    def _zoom_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setAccessibleName(self._words("zoom"))
        slider.setRange(_SMALLEST, _LARGEST)
        slider.setPageStep(10)
        slider.setValue(_USUAL)
        slider.setFixedWidth(160)
        return slider

    def _arrange(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        as_read, result = QLabel(self._words("as_read")), QLabel(self._words("result"))
        panes.addWidget(_titled(as_read, self._sheet_area, self.is_in, self.sheets))
        panes.addWidget(_titled(result, self._pages_area, self.zoom))
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(_GAP)
        panes.setSizes([_WIDE, _WIDE])
        below = QSplitter(Qt.Orientation.Horizontal)
        below.addWidget(_titled(self.summary, self.findings, *self.buttons.beside_list))
        below.addWidget(self.panel)
        _level(self.panel.title)
        below.setChildrenCollapsible(False)
        below.setHandleWidth(_GAP)
        below.setSizes([_WIDE, _FORM])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(panes)
        whole.addWidget(below)
        # In proportion: on a low screen the pictures alone would have to give way.
        for place, share in enumerate((_PICTURES, _LIST)):
            whole.setStretchFactor(place, share)
        whole.setSizes([_PICTURES, _LIST])
        layout = QVBoxLayout(self)
        layout.addWidget(whole, 1)
        layout.addLayout(self.buttons.at_the_end)
        self._order_keys()

    def _order_keys(self) -> None:
        """Let Tab go from the pictures to the list, what it offers, the form and the end."""
        buttons = self.buttons
        pictures = (self.is_in, self.sheets, self._sheet_area, self.zoom, self._pages_area)
        end = (self.panel.area, buttons.make, buttons.cancel)
        for before, after in pairwise((*pictures, self.findings, *buttons.beside_list, *end)):
            self.setTabOrder(before, after)

    def _connect(self) -> None:
        self._review.reading.connect(self._show_reading)
        self._review.changed.connect(self._show_change)
        self.sheets.currentIndexChanged.connect(self._show_sheet)
        self.is_in.clicked.connect(self._take_sheet)
        self.findings.currentItemChanged.connect(self._show_finding)
        self.zoom.valueChanged.connect(self._rescale)
        self.buttons.make.clicked.connect(self.accept)
        self.buttons.cancel.clicked.connect(self.reject)

    @override
    def done(self, result: int) -> None:
        # The review may live on; the dialog does not.
        self._review.reading.disconnect(self._show_reading)
        self._review.changed.disconnect(self._show_change)
        super().done(result)

    def _show_first(self) -> None:
        """Begin with the sheet of the first chart: covers are seldom in doubt."""
        sheets = self._review.sheets
        most = max(range(len(sheets)), key=lambda index: len(sheets[index].objects), default=-1)
        self.sheets.setCurrentIndex(most)
        self._show_sheet(max(most, 0))
        self._show_pages()
        self._show_summary()
        self.findings.look_at_open(0)
        self.findings.setFocus()
        if self.findings.current() is None:
            self._scroll_to_chart()
        if self._review.imported is None:
            self._look_at(Subject(self.sheets.currentText(), Topic.TABLE))
        # Only what is laid out can be scrolled to.
        QTimer.singleShot(0, self, self._look_again)

    def _look_again(self) -> None:
        if self._subject is not None:
            self._look_at(self._subject)

    def _show_reading(self) -> None:
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)

    def _show_change(self) -> None:
        """Show what was read anew; a finding just confirmed gives way to the next one.

        What was just corrected stays in sight, since more may be said about it.
        """
        bar = self._pages_area.verticalScrollBar()
        before = bar.value()
        review = self._review
        self.findings.show_all(review.findings, review.made, review.sheets)
        self._show_sheet(max(self.sheets.currentIndex(), 0))
        self._show_pages()
        bar.setRange(0, max(0, self.pages.height() if self.pages else 0))
        bar.setValue(before)
        self._show_summary()
        self._go_on()
        self.buttons.refresh()
        QGuiApplication.restoreOverrideCursor()

    def _go_on(self) -> None:
        subject = self._subject
        same = [n for n, f in enumerate(self._review.findings) if subject_of(f) == subject]
        if same and self._review.findings[same[0]].confirmed:
            self.findings.look_at_open(same[0])
        elif same:
            self.findings.look_at(same[0])
        elif subject is not None:
            self._look_at(subject)

    def _show_summary(self) -> None:
        if self._review.trouble is not None:
            self.summary.setText(self._catalogue.word(self._review.trouble))
        elif self._review.open:
            self.summary.setText(self._words("summary", count=len(self._review.open)))
        elif self._review.corrections.made:
            self.summary.setText(self._words("all_settled"))
        else:
            self.summary.setText(self._words("nothing_guessed"))

    def _show_sheet(self, index: int) -> None:
        sheet = self._review.sheets[index]
        bars = self._sheet_area.horizontalScrollBar(), self._sheet_area.verticalScrollBar()
        places = [bar.value() for bar in bars]
        self.picture = SheetPicture(sheet)
        self.picture.clicked.connect(self._look_at_click)
        self._sheet_area.setWidget(self.picture)
        self._rescale(self.zoom.value())
        for bar, place in zip(bars, places, strict=True):
            bar.setValue(place)
        self.is_in.setChecked(SheetIsOut(sheet.name) not in self._review.corrections.made)

    def _take_sheet(self, is_in: bool) -> None:
        said = SheetIsOut(self.sheets.currentText())
        if is_in:
            self._review.forget(said)
        else:
            self._review.say(said)

    def _show_pages(self) -> None:
        imported, layout = self._review.imported, self._review.layout
        if layout is not None and layout is self._shown:
            return
        self._shown = layout
        if imported is None or layout is None:
            self.pages = None
            nothing = QLabel(self._words("no_document"))
            nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._pages_area.setWidget(nothing)
            return
        self.pages = PagesPicture(layout, draw_document(layout, imported.document.identity.logo))
        self._pages_area.setWidget(self.pages)
        self._rescale(self.zoom.value())

    def _scroll_to_chart(self) -> None:
        layout = self._review.layout
        if layout is not None and self.pages is not None:
            charts = (n for n, page in enumerate(layout.pages) if isinstance(page, ChartPage))
            bar = self._pages_area.verticalScrollBar()
            bar.setRange(0, self.pages.height())
            bar.setValue(round(self.pages.top_of(next(charts, 0))))

    def _show_finding(self) -> None:
        found = self.findings.current()
        self.buttons.refresh()
        said = self.findings.current_correction()
        if found is not None:
            self._look_at(subject_of(found))
        elif said is not None:
            self._look_at(subject_of_correction(said, self._review.sheets))

    def _look_at_click(self, drawn: DrawnObject | None, place: tuple[int, int]) -> None:
        sheet = self.sheets.currentText()
        self.findings.look_away()
        self.buttons.refresh()
        self._look_at(subject_at(self._review.imported, sheet, drawn, place))

    def _look_at(self, subject: Subject) -> None:
        """Mark a thing on both sides and offer what can be said about it."""
        self._subject = subject
        index = self.sheets.findText(subject.sheet)
        if index >= 0 and index != self.sheets.currentIndex():
            self.sheets.setCurrentIndex(index)
        if self.picture is not None:
            _bring_into_sight(self._sheet_area, self.picture.mark(*subject.place, subject.shapes))
        self._mark_pages(subject)
        self.panel.look_at(subject)

    def _mark_pages(self, subject: Subject) -> None:
        imported = self._review.imported
        if imported is None or self.pages is None:
            return
        origins, sheet = imported.origins, subject.sheet
        names = origins.symbol_of(sheet, subject.shapes)
        names += origins.flows_of(sheet, subject.shapes)
        step = origins.step_at(sheet, subject.place[0])
        if not names and step is not None and subject.topic is not Topic.TABLE:
            names = (step,)
        box = self.pages.mark(names)
        if box is not None:
            _bring_into_sight(self._pages_area, box)

    def _rescale(self, percent: int) -> None:
        pixels = self.logicalDpiX() / 72 * percent / 100
        for area in (self._sheet_area, self._pages_area):
            picture = area.widget()
            if isinstance(picture, ScaledPicture):
                picture.set_scale(pixels)


def _bring_into_sight(area: QScrollArea, box: QRectF) -> None:
    middle = box.center().toPoint()
    seen = area.viewport()
    if box.width() > seen.width():
        # Of a row that is too long, its beginning tells which one it is.
        area.horizontalScrollBar().setValue(round(box.left()) - _BEFORE)
        middle.setX(area.horizontalScrollBar().value() + seen.width() // 2)
    area.ensureVisible(middle.x(), middle.y(), seen.width() // 3, seen.height() // 3)


def _titled(title: QLabel, content: QWidget, *beside: QWidget) -> QWidget:
    holder, row = QWidget(), QHBoxLayout()
    title.setTextFormat(Qt.TextFormat.PlainText)
    title.setWordWrap(True)
    row.addWidget(title, 1)
    for widget in beside:
        row.addWidget(widget)
    holder.setMinimumWidth(_NARROWEST)
    _level(title)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row)
    layout.addWidget(content, 1)
    return holder


def _level(title: QLabel) -> None:
    """Let titles stand level, whatever is beside them, and whether they take one line or two."""
    lines = 2 * title.fontMetrics().lineSpacing()
    title.setMinimumHeight(max(QComboBox().sizeHint().height(), lines))
