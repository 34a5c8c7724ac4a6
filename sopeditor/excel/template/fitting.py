"""Text put into cells: wrapped where it must, and rows made high enough for it."""

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.metrics import grid_of, width_of
from sopeditor.excel.template.sheet import SheetCells
from sopeditor.excel.template.styles import CellStyles
from sopeditor.layout.lines import cell_lines, text_height, usable_width
from sopeditor.layout.style import HIGHEST_ROW
from sopeditor.layout.wrapping import Typesetter


class TextFitter:
    """Puts text into the cells of one sheet and remembers which rows may have to grow."""

    def __init__(self, cells: SheetCells, styles: CellStyles, setter: Typesetter) -> None:
        self._cells = cells
        self._styles = styles
        self._setter = setter
        self._grown: list[CellRange] = []

    def put(self, area: CellRange, text: str) -> None:
        """Put text into a cell or merged range."""
        self._cells.set_text(area.top, area.left, text)
        self.fit(area)

    def fit(self, area: CellRange) -> None:
        """Let the text that a cell holds now wrap where it is too long for one line."""
        cell = self._cells.ensure_cell(area.top, area.left)
        text = self._cells.cell_text(cell)
        if not text:
            return
        style = self._cells.style(area.top, area.left)
        font = self._styles.font(style)
        width = usable_width(width_of(grid_of(self._cells, self._styles.digit), *_columns(area)))
        too_long = "\n" in text or self._setter.width(text, font) > width
        if too_long or text[:1] in {"=", "+", "-", "@"}:
            self._cells.set_style(area.top, area.left, self._styles.for_text(style, text))
        self._grown.append(area)

    def grow_rows(self) -> None:
        """Make the rows of the texts put in as high as they need; none becomes lower."""
        merges = {(merge.top, merge.left): merge for merge in self._cells.merged.ranges()}
        for area in self._grown:
            self._grow(merges.get((area.top, area.left), area))
        self._grown.clear()

    def _grow(self, area: CellRange) -> None:
        cell = self._cells.ensure_cell(area.top, area.left)
        font = self._styles.font(self._cells.style(area.top, area.left))
        grid = grid_of(self._cells, self._styles.digit)
        width = width_of(grid, *_columns(area))
        lines = cell_lines(self._setter, self._cells.cell_text(cell), font, width)
        has = grid.rows.edge(area.bottom + 1) - grid.rows.edge(area.top)
        wants = text_height(len(lines), font)
        if wants > has:
            last = grid.rows.edge(area.bottom + 1) - grid.rows.edge(area.bottom)
            self._cells.set_height(area.bottom, min(HIGHEST_ROW, last + wants - has))


def _columns(area: CellRange) -> tuple[int, int]:
    return area.left, area.right
