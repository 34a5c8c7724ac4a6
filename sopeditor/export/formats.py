"""One document out, in the form that the file's name asks for."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path

from msgspec import Struct

from sopeditor import assets
from sopeditor.drawing.pages import draw_page
from sopeditor.drawing.strokes import Drawing
from sopeditor.excel.flavour import Flavour
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import message
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.files import write_atomically
from sopeditor.storage.writer import write_document
from sopeditor.tables.writer import write_table


class Format(StrEnum):
    """What a document can be written as; the value is the file's ending."""

    XLSX = "xlsx"
    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    CSV = "csv"
    SOP = "sop"


#: Formats that hold the data alone and need no pages.
DATA_FORMATS = frozenset({Format.CSV, Format.SOP})


class Output(Struct, frozen=True):
    """What is written: a document, its profile and, for formats with pages, its layout.

    `page` counts from 1 and picks one page of a picture or PDF; None means all. `one_sheet`
    puts cover and chart on one sheet of a workbook.
    """

    document: Document
    profile: Profile
    layout: DocumentLayout | None = None
    page: int | None = None
    flavour: Flavour = Flavour.EXCEL
    one_sheet: bool = False

    def drawings(self, progress: Progress = UNWATCHED) -> tuple[Drawing, ...]:
        """Answer the drawings of the pages asked for; raises `ExportFailed`, `Cancelled`."""
        layout = self.laid_out()
        pages = layout.pages
        if self.page is not None:
            if not 1 <= self.page <= len(pages):
                raise ExportFailed(message("export.no_such_page", page=self.page, pages=len(pages)))
            pages = (pages[self.page - 1],)
        logo = self.document.identity.logo
        return tuple(draw_page(page, layout.paper, logo) for page in progress.over(pages))

    def laid_out(self) -> DocumentLayout:
        """Answer the layout; raises ValueError when a format with pages was given none."""
        if self.layout is None:
            raise ValueError("this format needs a layout")
        return self.layout


def format_of(path: Path) -> Format:
    """Answer the format that the ending of `path` asks for; raises `ExportFailed`."""
    try:
        return Format(path.suffix.lower().removeprefix("."))
    except ValueError:
        endings = ", ".join(f".{kind.value}" for kind in Format)
        raise ExportFailed(
            message("export.unknown_format", name=path.name, endings=endings)
        ) from None


def encode(output: Output, kind: Format, progress: Progress = UNWATCHED) -> bytes:
    """Answer the file's bytes; raises `ExportFailed` and, when stopped, `Cancelled`."""
    return _ENCODERS[kind](output, progress)


def export(output: Output, path: Path, progress: Progress = UNWATCHED) -> None:
    """Write `output` to `path` by its ending, atomically.

    Raises `ExportFailed`, `SaveFailed` and, when stopped before anything was written,
    `Cancelled`.
    """
    data = encode(output, format_of(path), progress)
    progress.settle()
    write_atomically(path, data)


#: The share of a picture or PDF that making its strokes takes; painting them is the rest.
_DRAWN = 0.2


def _workbook(output: Output, progress: Progress) -> bytes:
    # Late: openpyxl is slow to import and only this format needs it.
    from sopeditor.excel.workbook import write_workbook

    return write_workbook(
        output.document,
        output.laid_out(),
        output.profile,
        output.flavour,
        one_sheet=output.one_sheet,
        progress=progress,
    )


def _pdf(output: Output, progress: Progress) -> bytes:
    from sopeditor.export.pdf import write_pdf

    drawings = output.drawings(progress.part(0.0, _DRAWN))
    return write_pdf(drawings, output.document.identity.title, progress.part(_DRAWN, 1.0))


def _svg(output: Output, progress: Progress) -> bytes:
    from sopeditor.export.svg import write_svg

    upright, italic = assets.font_files()
    drawings = output.drawings(progress.part(0.0, _DRAWN))
    title = output.document.identity.title
    return write_svg(drawings, title, (upright, italic), progress.part(_DRAWN, 1.0))


def _png(output: Output, progress: Progress) -> bytes:
    from sopeditor.export.png import write_png

    drawings = output.drawings(progress.part(0.0, _DRAWN))
    return write_png(drawings, progress=progress.part(_DRAWN, 1.0))


def _csv(output: Output, _progress: Progress) -> bytes:
    # With the mark, Excel opens the file as UTF-8.
    return write_table(output.document).encode("utf-8-sig")


def _sop(output: Output, _progress: Progress) -> bytes:
    return write_document(output.document)


_ENCODERS: Mapping[Format, Callable[[Output, Progress], bytes]] = {
    Format.XLSX: _workbook,
    Format.PDF: _pdf,
    Format.SVG: _svg,
    Format.PNG: _png,
    Format.CSV: _csv,
    Format.SOP: _sop,
}
