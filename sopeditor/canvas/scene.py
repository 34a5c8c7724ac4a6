"""The scene of the sheet: pages projected from the layout, and previews above them."""

from PySide6.QtWidgets import QGraphicsScene

from sopeditor.canvas.colours import SheetColours
from sopeditor.canvas.items.placed_item import Look
from sopeditor.canvas.preview import Preview
from sopeditor.canvas.projector import Projector
from sopeditor.canvas.sheet import Sheet
from sopeditor.drawing.theme import Theme
from sopeditor.model.identity import Logo
from sopeditor.painting.convert import qrect


class SheetScene(QGraphicsScene):
    """Shows the pages of a layout; a unit is a point."""

    def __init__(self, theme: Theme, colours: SheetColours) -> None:
        super().__init__()
        self._theme = theme
        self.projector = Projector(self, Look(theme, colours))
        self.preview = Preview(self, colours)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.setBackgroundBrush(colours.ground)

    def show_sheet(self, sheet: Sheet, logo: Logo | None) -> None:
        """Show a layout, keeping every item whose placement is the same."""
        self.projector.project(sheet, logo)
        self.setSceneRect(qrect(sheet.bounds))

    def show_colours(self, colours: SheetColours) -> None:
        """Follow the palette of the desktop; paper stays as the theme has it."""
        self.setBackgroundBrush(colours.ground)
        self.preview.colours = colours
        self.projector.show_look(Look(self._theme, colours))
