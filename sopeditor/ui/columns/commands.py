"""What the menus do with the widths of columns."""

from PySide6.QtWidgets import QWidget

from sopeditor.canvas.view import SheetView
from sopeditor.ui.desk import Desk


class ColumnCommands:
    """The slots of the menu "Lebar Kolom"."""

    def __init__(self, desk: Desk, sheet: SheetView, window: QWidget) -> None:
        self._desk, self._sheet, self._window = desk, sheet, window

    def fit(self) -> None:
        """Leave the width of the column at hand to the layout."""
        self._sheet.finish_editing()
        self._sheet.columns.fit()

    def fit_all(self) -> None:
        """Leave the widths of all columns of the chart to the layout."""
        self._sheet.finish_editing()
        self._sheet.columns.fit_all()

    def choose(self) -> None:
        """Show the widths in millimetres, to be typed and reset."""
        # Late: few set a width by its number, and everybody starts the program.
        from sopeditor.ui.columns.dialog import ColumnWidthsDialog

        self._sheet.finish_editing()
        session, chart = self._desk.session, self._sheet.columns.chart
        pages = self._sheet.layout_shown.chart_pages(chart) if chart else ()
        if not pages:
            return
        shown = pages[0].columns
        dialog = ColumnWidthsDialog(
            session.document.chart(chart), shown, self._desk.catalogue, self._window
        )
        if dialog.exec() == ColumnWidthsDialog.DialogCode.Accepted:
            session.execute(dialog.command())
