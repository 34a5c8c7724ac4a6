"""Handing over: Excel, PDF, pictures, tables and paper."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sopeditor.foundation.message import UserError
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.ui.desk import Desk
from sopeditor.ui.file_names import filters, suggested_name, with_ending


class Exports:
    """The slots of the menu "Ekspor"; `layout` answers the pages as the sheet shows them."""

    def __init__(self, desk: Desk, layout: Callable[[], DocumentLayout]) -> None:
        self.done: Signal[[Path]] = Signal()
        self._desk = desk
        self._layout = layout

    def to_excel(self) -> None:
        """Write a workbook with native shapes, after asking how."""
        # Late: few need the options, and everybody starts the program.
        from sopeditor.ui.excel_options import ExcelOptions

        desk = self._desk
        options = desk.questions.ask_excel_options(ExcelOptions.kept(desk.settings))
        if options is not None:
            options.keep(desk.settings)
            self._choose("xlsx")

    def to_pdf(self) -> None:
        """Write a PDF."""
        self._choose("pdf")

    def to_png(self) -> None:
        """Write a picture."""
        self._choose("png")

    def to_svg(self) -> None:
        """Write a vector picture."""
        self._choose("svg")

    def to_csv(self) -> None:
        """Write the step table."""
        self._choose("csv")

    def to_template(self) -> None:
        """Fill an office's own workbook, after a look at what becomes of it."""
        # Late: few have one, and everybody starts the program.
        from sopeditor.ui.templates.flow import TemplateExport

        self._layout()  # what is being typed is taken over
        path = TemplateExport(self._desk, self._name()).run()
        if path is not None:
            self.done.emit(path)
            self._desk.questions.tell_exported(path)

    def print(self) -> None:
        """Let choose a printer and print."""
        # Late: loading the print system takes time that only printing should pay.
        from sopeditor.ui.printing import print_layout

        document = self._desk.session.document
        print_layout(self._layout(), document, self._desk.catalogue)

    def write(self, path: Path) -> bool:
        """Write the document to `path` by its ending; tell what went wrong, if anything."""
        # Late: the writers are heavy and the start is not theirs.
        from sopeditor.export.formats import Output, export
        from sopeditor.foundation.progress import Cancelled
        from sopeditor.ui.excel_options import ExcelOptions

        layout, options = self._layout(), ExcelOptions.kept(self._desk.settings)
        output = Output(
            self._desk.session.document,
            self._desk.profile,
            layout,
            flavour=options.flavour,
            one_sheet=options.one_sheet,
        )
        questions = self._desk.questions
        try:
            questions.wait_for(partial(export, output, path), "export", path.name)
        except UserError as error:
            questions.tell_error(error.words)
        except Cancelled:
            pass
        else:
            return True
        return False

    def _choose(self, kind: str) -> None:
        desk, ending = self._desk, f".{kind}"
        suggestion = desk.settings.folder("export") / f"{self._name()}{ending}"
        chosen = desk.questions.choose_save("export", suggestion, filters(desk.catalogue, kind))
        if chosen is None:
            return
        path = with_ending(chosen, ending)
        desk.settings.keep_folder("export", path.parent)
        if self.write(path):
            self.done.emit(path)
            desk.questions.tell_exported(path)

    def _name(self) -> str:
        session = self._desk.session
        if session.path is not None:
            return session.path.stem
        fallback = self._desk.catalogue.text("ui.file.untitled")
        return suggested_name(session.document.identity.title, fallback)
