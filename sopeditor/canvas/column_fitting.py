"""The column at hand, and leaving its width to the layout again."""

from sopeditor.canvas.borders import Border, column_at, widths_after
from sopeditor.canvas.stage import Stage
from sopeditor.editing.widths import FitColumns
from sopeditor.foundation.geometry import Point
from sopeditor.layout.placement import ChartPage
from sopeditor.model.step import Column


class ColumnFitting:
    """Knows which heading a menu was opened on; else the cell that keys act on tells."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._pointed: tuple[str, Column] | None = None

    def point(self, point: Point) -> None:
        """Be told where on the sheet a menu is opened."""
        self._pointed = None
        index = self._stage.sheet.page_at(point)
        page = None if index is None else self._stage.sheet.layout.pages[index]
        if index is not None and isinstance(page, ChartPage):
            column = column_at(page, self._stage.sheet.on_page(index, point))
            self._pointed = (page.chart, column) if column else None

    def forget(self) -> None:
        """Be told that a menu is opened by key: the cell at hand tells the column."""
        self._pointed = None

    @property
    def on_heading(self) -> bool:
        """Whether the last menu was opened on the heading of a column."""
        return self._pointed is not None

    @property
    def chart(self) -> str:
        """The chart whose columns are at hand; empty without any."""
        if self._pointed is not None:
            return self._pointed[0]
        charts = self._stage.document.charts
        return self._stage.selection.chart or (charts[0].id if charts else "")

    @property
    def column(self) -> Column | None:
        """The column at hand, or None."""
        if self._pointed is not None:
            return self._pointed[1]
        if self._stage.spot is not None:
            return self._stage.spot.column
        return Column.ACTORS if self._stage.selection.actors else None

    def fit(self) -> None:
        """Leave the width of the column at hand to the layout."""
        if self.column is not None:
            self._stage.execute(FitColumns(chart=self.chart, columns=(self.column,)))

    def fit_all(self) -> None:
        """Leave the widths of all columns of the chart to the layout."""
        if self.chart:
            self._stage.execute(FitColumns(chart=self.chart))

    def fit_beside(self, index: int, border: Border) -> None:
        """Leave the columns to the layout that dragging a border would set."""
        page = self._stage.sheet.layout.pages[index]
        if isinstance(page, ChartPage):
            columns = tuple(column for column, _ in widths_after(page, border, 0.0))
            self._stage.execute(FitColumns(chart=page.chart, columns=columns))
