"""Paper: the pages of the layout onto a printer that a person chooses."""

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.theme import PAPER_THEME
from sopeditor.foundation.geometry import Size
from sopeditor.foundation.message import Catalogue
from sopeditor.foundation.units import POINTS_PER_INCH
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.painting.painter import paint


def print_layout(layout: DocumentLayout, document: Document, catalogue: Catalogue) -> bool:
    """Ask for a printer and print; answer False when it was cancelled."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    prepare(printer, layout.paper, document.identity.title)
    dialog = QPrintDialog(printer)
    dialog.setWindowTitle(catalogue.text("ui.choose.print"))
    dialog.setMinMax(1, len(layout.pages))
    if dialog.exec() != QPrintDialog.DialogCode.Accepted:
        return False
    print_pages(printer, layout, document)
    return True


def prepare(printer: QPrinter, paper: Size, title: str) -> None:
    """Tell the printer the paper of the document, edge to edge: margins are in the layout."""
    landscape = paper.width > paper.height
    short, long = sorted(paper)
    # Exact: otherwise Qt takes F4 for the Folio of the printer, which is wider.
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Point, "", exact)
    lies = QPageLayout.Orientation.Landscape if landscape else QPageLayout.Orientation.Portrait
    page_layout = QPageLayout(size, lies, QMarginsF())
    page_layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(page_layout)
    printer.setFullPage(True)
    printer.setDocName(title)


def print_pages(printer: QPrinter, layout: DocumentLayout, document: Document) -> None:
    """Paint the pages that the printer was asked for."""
    first, last = printer.fromPage() or 1, printer.toPage() or len(layout.pages)
    painter = QPainter(printer)
    scale = printer.resolution() / POINTS_PER_INCH
    for number, page in enumerate(layout.pages[first - 1 : last]):
        if number:
            printer.newPage()
        painter.save()
        painter.scale(scale, scale)
        drawing = draw_page(page, layout.paper, document.identity.logo)
        paint(painter, drawing.strokes, PAPER_THEME)
        painter.restore()
    painter.end()
