"""Paper: all pages, in the size and the way the document lies."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter

from sopeditor.ui.printing import prepare, print_pages
from tests.gui.ui.conftest import Stand


def test_the_printer_gets_every_page_in_the_size_of_the_document(
    stand: Stand, tmp_path: Path
) -> None:
    layout = stand.window.sheet.layout_shown
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    prepare(printer, layout.paper, "Pengiriman Surat")
    print_pages(printer, layout, stand.document)
    written = (tmp_path / "kertas.pdf").read_bytes()
    assert written.count(b"/Type /Page\n") == len(layout.pages) == 2
    box = written.split(b"/MediaBox [")[1].split(b"]")[0].split()
    width, height = (float(side) for side in box[2:])
    assert abs(width - layout.paper.width) < 1.5
    assert abs(height - layout.paper.height) < 1.5


def test_a_range_of_pages_is_kept_to(stand: Stand, tmp_path: Path) -> None:
    layout = stand.window.sheet.layout_shown
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    prepare(printer, layout.paper, "")
    printer.setFromTo(2, 2)
    print_pages(printer, layout, stand.document)
    assert (tmp_path / "kertas.pdf").read_bytes().count(b"/Type /Page\n") == 1
