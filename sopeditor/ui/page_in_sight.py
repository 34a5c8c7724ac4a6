"""Tells the status bar which page and which zoom the sheet shows, and zooms it from there."""

from PySide6.QtCore import QObject

from sopeditor.canvas.view import SheetView
from sopeditor.ui.status import StatusBar


class PageInSight(QObject):
    """Follows scrolling, zooming and new layouts of `sheet`."""

    def __init__(self, sheet: SheetView, status: StatusBar) -> None:
        super().__init__(sheet)
        self._sheet, self._status = sheet, status
        sheet.verticalScrollBar().valueChanged.connect(self._show_page)
        sheet.layout_changed.connect(self._show_page)
        sheet.zoom_changed.connect(status.show_zoom)
        status.zoom_asked.connect(sheet.zoom_to)
        self._show_page()

    def _show_page(self) -> None:
        centre = self._sheet.mapToScene(self._sheet.viewport().rect().center())
        pages = self._sheet.stage.sheet
        page = pages.nearest_page(centre.y())
        self._status.show_page(page + 1, len(pages.layout.pages))
