"""Looking at a template before it is filled: what was found, what becomes of it, corrections."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.corrections import Corrections
from sopeditor.excel.template.fill import FillOptions
from sopeditor.excel.template.rehearsal import Rehearsal
from sopeditor.foundation.message import Catalogue
from sopeditor.ui.dialogs.template.changes import changes_of
from sopeditor.ui.dialogs.template.choices import FillChoices
from sopeditor.ui.dialogs.template.correcting import as_found, corrected_names, left_out, moved
from sopeditor.ui.dialogs.template.found_list import FoundList
from sopeditor.ui.dialogs.template.lines import lines_of
from sopeditor.ui.dialogs.template.picture import TemplatePicture
from sopeditor.ui.intake.pictures import ScaledPicture, SheetPicture
from sopeditor.ui.sizing import open_with_size

#: Fills anew with other options; None when a person cancelled that.
Redo = Callable[[FillOptions], Rehearsal | None]

_SIZE = QSize(1180, 720)
#: Between panes beside each other, in pixels.
_GAP = 12
_PICTURE, _FINDINGS, _CHANGES = 640, 470, 110
#: Pixels per point of the pictures, as a share of those of the screen.
_SCALE = 0.8


class Subject(Struct, frozen=True):
    """Which template is filled, and whose document: its office, empty for nobody's."""

    template: str
    office: str


class TemplateDialog(QDialog):
    """Shows a template as it is and as it becomes; accepting it agrees to the filling shown."""

    def __init__(
        self,
        rehearsal: Rehearsal,
        redo: Redo,
        subject: Subject,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rehearsal = rehearsal
        self._redo = redo
        self._catalogue = catalogue
        self.setWindowTitle(self._words("title", name=subject.template))
        open_with_size(self, _SIZE)
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(self._words("sheet"))
        self.sheets.addItems([sheet.name for sheet in rehearsal.previews])
        self.tabs = QTabWidget()
        self._areas = (QScrollArea(), QScrollArea())
        for area, name in zip(self._areas, ("as_is", "as_filled"), strict=True):
            area.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            self.tabs.addTab(area, self._words(name))
        self.picture: TemplatePicture | None = None
        self.found = FoundList(catalogue)
        self.changes = QListWidget()
        self.changes.setAccessibleName(self._words("changes"))
        self.changes.setWordWrap(True)
        self.choices = FillChoices(rehearsal, subject.office, catalogue)
        self.fill_button = QPushButton(self._words("fill"))
        self._arrange()
        self._connect()
        self._show_first()

    @property
    def remembers(self) -> bool:
        """Whether the template is to be remembered for the office."""
        return self.choices.remembers

    def _words(self, key: str, /, **values: object) -> str:
        return self._catalogue.text(f"office_template.{key}", **values)

    def _arrange(self) -> None:
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setChildrenCollapsible(False)
        panes.setHandleWidth(_GAP)
        panes.addWidget(_headed(self._words("sheet_label"), self.sheets, self.tabs))
        panes.addWidget(_headed(self._words("found_label"), None, self.found))
        panes.setSizes([_PICTURE, _FINDINGS])
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setChildrenCollapsible(False)
        whole.addWidget(panes)
        whole.addWidget(_headed(self._words("changes_label"), None, self.changes))
        whole.setStretchFactor(0, 1)
        whole.setSizes([_PICTURE, _CHANGES])
        cancel = QPushButton(self._words("cancel"))
        cancel.clicked.connect(self.reject)
        self.fill_button.setDefault(True)
        foot = QHBoxLayout()
        foot.addWidget(self.choices, 1)
        foot.addWidget(self.fill_button, 0, Qt.AlignmentFlag.AlignBottom)
        foot.addWidget(cancel, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.addWidget(whole, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.sheets.currentIndexChanged.connect(self._show_sheet)
        self.found.chosen.connect(self._show_place)
        self.found.moved.connect(self._move)
        self.found.left_out.connect(self._leave_out)
        self.found.restored.connect(self._restore)
        self.choices.changed.connect(self._choose)
        self.fill_button.clicked.connect(self.accept)

    def _show_first(self) -> None:
        """Begin with the sheet of the table, which needs the closest look."""
        previews = self.rehearsal.previews
        index = next((n for n, sheet in enumerate(previews) if sheet.table), 0)
        self._show_changes()
        self.sheets.setCurrentIndex(index)
        self._show_sheet()

    def _show_changes(self) -> None:
        self.changes.clear()
        sentences = [self._catalogue.word(words) for words in changes_of(self.rehearsal)]
        self.changes.addItems(sentences or [self._words("change.nothing")])
        self.fill_button.setEnabled(self.rehearsal.filled is not None)

    def _show_sheet(self) -> None:
        name = self.sheets.currentText()
        pixels = self.logicalDpiX() / 72 * _SCALE
        self.picture = None
        for sheet in self.rehearsal.before:
            if sheet.name == name:
                self.picture = TemplatePicture(sheet)
                self.picture.cells_clicked.connect(self._offer)
                _show(self._areas[0], self.picture, pixels)
        after = [sheet for sheet in self.rehearsal.after if sheet.name == name]
        if after:
            _show(self._areas[1], SheetPicture(after[0]), pixels)
        else:
            self._areas[1].takeWidget()
        self.tabs.setTabEnabled(1, bool(after))
        self._show_lines()

    def _show_lines(self) -> None:
        previews = self.rehearsal.previews
        if not previews:
            return
        sheet = previews[max(0, self.sheets.currentIndex())]
        lines = lines_of(sheet, previews, corrected_names(self._corrections()))
        if self.picture is not None:
            self.picture.show_found(tuple(line.area for line in lines if line.area is not None))
        self.found.show_lines(lines)

    def _show_place(self) -> None:
        line = self.found.current()
        if self.picture is None or line is None:
            return
        box = self.picture.choose(line.area)
        if box is not None:
            middle = box.center().toPoint()
            self._areas[0].ensureVisible(middle.x(), middle.y(), 120, 90)

    def _offer(self, top: int, left: int, bottom: int, right: int) -> None:
        self.found.offer(CellRange(top, left, bottom, right))

    def _corrections(self) -> Corrections:
        return self.rehearsal.options.corrections_of(self.sheets.currentText())

    def _move(self, words: str) -> None:
        line = self.found.current()
        corrections = moved(self._corrections(), line, words) if line else None
        if corrections is not None:
            self._correct(corrections)

    def _leave_out(self) -> None:
        if line := self.found.current():
            self._correct(left_out(self._corrections(), line))

    def _restore(self) -> None:
        if line := self.found.current():
            self._correct(as_found(self._corrections(), line))

    def _correct(self, corrections: Corrections) -> None:
        options = self.rehearsal.options
        by_sheet = {**options.corrections, self.sheets.currentText(): corrections}
        self._try(replace(options, corrections=by_sheet))

    def _choose(self) -> None:
        self._try(self.choices.options(self.rehearsal.options))

    def _try(self, options: FillOptions) -> None:
        rehearsal = self._redo(options)
        if rehearsal is not None:
            self.rehearsal = rehearsal
        self.choices.show_options(self.rehearsal.options)
        self._show_changes()
        self._show_sheet()


def _show(area: QScrollArea, picture: ScaledPicture, scale: float) -> None:
    places = area.horizontalScrollBar().value(), area.verticalScrollBar().value()
    picture.set_scale(scale)
    area.setWidget(picture)
    area.horizontalScrollBar().setValue(places[0])
    area.verticalScrollBar().setValue(places[1])


def _headed(title: str, beside: QWidget | None, content: QWidget) -> QWidget:
    holder, row, label = QWidget(), QHBoxLayout(), QLabel(title)
    label.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(label)
    if beside is not None:
        label.setBuddy(beside)
        row.addWidget(beside)
    row.addStretch(1)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row)
    layout.addWidget(content, 1)
    return holder
