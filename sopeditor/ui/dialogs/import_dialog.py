"""Confirming an import: the sheet as read beside the pages that it becomes, and all guesses."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSlider,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from sopeditor.drawing.pages import draw_document
from sopeditor.excel.reader.reading import Imported
from sopeditor.foundation.message import Catalogue
from sopeditor.layout.placement import ChartPage, DocumentLayout
from sopeditor.ui.dialogs.import_findings import FindingList
from sopeditor.ui.dialogs.import_pictures import PagesPicture, ScaledPicture, SheetPicture
from sopeditor.ui.dialogs.import_places import place_of

#: Percent of true size that the pictures can be shown at.
_SMALLEST, _USUAL, _LARGEST = 40, 70, 200
#: The heights of pictures and list when the dialog opens, in pixels.
_PICTURES, _LIST = 480, 130


class ImportDialog(QDialog):
    """Shows what was read and what comes of it; accepting it makes the document."""

    def __init__(
        self,
        imported: Imported,
        layout: DocumentLayout,
        catalogue: Catalogue,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._imported = imported
        self._catalogue = catalogue
        self.setWindowTitle(self._words("title"))
        self.resize(1180, 680)
        self.sheets = QComboBox()
        self.sheets.setAccessibleName(self._words("sheet"))
        self.sheets.addItems([sheet.name for sheet in imported.sheets])
        self._sheet_area, self._pages_area = QScrollArea(), QScrollArea()
        self.picture: SheetPicture | None = None
        self.pages = PagesPicture(draw_document(layout, imported.document.identity.logo))
        self._pages_area.setWidget(self.pages)
        self._first_chart = next(
            (n for n, page in enumerate(layout.pages) if isinstance(page, ChartPage)), 0
        )
        self.findings = FindingList(imported.findings, catalogue)
        self.zoom = self._zoom_slider()
        self._arrange()
        self.sheets.currentIndexChanged.connect(self._show_sheet)
        self.findings.currentItemChanged.connect(self._show_finding)
        self.zoom.valueChanged.connect(self._rescale)
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
        panes.addWidget(_titled(self._words("as_read"), self._sheet_area, self.sheets))
        panes.addWidget(_titled(self._words("result"), self._pages_area, self.zoom))
        panes.setChildrenCollapsible(False)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(panes)
        whole.addWidget(_titled(self._summary(), self.findings))
        whole.setStretchFactor(0, 1)
        whole.setSizes([_PICTURES, _LIST])
        layout = QVBoxLayout(self)
        layout.addWidget(whole, 1)
        layout.addLayout(self._buttons())

    def _summary(self) -> str:
        count = len(self._imported.findings)
        return self._words("summary", count=count) if count else self._words("nothing_guessed")

    def _buttons(self) -> QHBoxLayout:
        make, cancel = QPushButton(self._words("make")), QPushButton(self._words("cancel"))
        make.setDefault(True)
        make.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        hint = QLabel(self._words("hint"))
        hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(hint, 1)
        row.addWidget(make)
        row.addWidget(cancel)
        return row

    def _show_first(self) -> None:
        """Begin with the sheet of the first chart: covers are seldom in doubt."""
        sheets = self._imported.sheets
        most = max(range(len(sheets)), key=lambda index: len(sheets[index].objects), default=-1)
        self.sheets.setCurrentIndex(most)
        if self.picture is None and sheets:
            self._show_sheet(max(most, 0))
        self._rescale(self.zoom.value())
        bar = self._pages_area.verticalScrollBar()
        bar.setRange(0, self.pages.height())
        bar.setValue(round(self.pages.top_of(self._first_chart)))

    def _show_sheet(self, index: int) -> None:
        self.picture = SheetPicture(self._imported.sheets[index])
        self._sheet_area.setWidget(self.picture)
        self._rescale(self.zoom.value())

    def _show_finding(self) -> None:
        found = self.findings.current()
        names = [sheet.name for sheet in self._imported.sheets]
        if found is None or found.sheet not in names:
            return
        self.sheets.setCurrentIndex(names.index(found.sheet))
        if self.picture is not None:
            box = self.picture.mark(*place_of(found.cell))
            middle = box.center().toPoint()
            area = self._sheet_area.viewport()
            self._sheet_area.ensureVisible(
                middle.x(), middle.y(), area.width() // 3, area.height() // 3
            )

    def _rescale(self, percent: int) -> None:
        pixels = self.logicalDpiX() / 72 * percent / 100
        for area in (self._sheet_area, self._pages_area):
            picture = area.widget()
            if isinstance(picture, ScaledPicture):
                picture.set_scale(pixels)


def _titled(title: str, content: QWidget, beside: QWidget | None = None) -> QWidget:
    label, holder, row = QLabel(title), QWidget(), QHBoxLayout()
    label.setTextFormat(Qt.TextFormat.PlainText)
    row.addWidget(label, 1)
    if beside is not None:
        row.addWidget(beside)
    layout = QVBoxLayout(holder)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addLayout(row)
    layout.addWidget(content, 1)
    return holder
