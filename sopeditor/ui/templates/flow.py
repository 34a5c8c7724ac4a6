"""The way into the office's own workbook: choose, look, fill, save, remember."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from sopeditor.assets import resource
from sopeditor.excel.template.fill import FillOptions
from sopeditor.excel.template.rehearsal import Rehearsal, Rehearsing
from sopeditor.export.template import check_ending, write_filled
from sopeditor.foundation.message import UserError
from sopeditor.foundation.progress import Cancelled
from sopeditor.painting.measuring import QtMeasurer
from sopeditor.storage.files import read_file
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.template.chooser import Offer
from sopeditor.ui.dialogs.template.dialog import Subject
from sopeditor.ui.file_names import filters, with_ending
from sopeditor.ui.templates.memory import RememberedTemplate, TemplateMemory, office_of

_ENDING = ".xlsx"
_PURPOSE = "template"


class TemplateExport:
    """One run; `name` is what the filled workbook is called at first."""

    def __init__(self, desk: Desk, name: str) -> None:
        self._desk = desk
        self._name = name
        self._memory = TemplateMemory(desk.settings)
        self._office = office_of(desk.session.document)

    def run(self) -> Path | None:
        """Let choose and look; answer the workbook written, None for none."""
        chosen = self._desk.questions.choose_template(
            self._offers(), self._browse, self._memory.forget
        )
        if chosen is None:
            return None
        options = FillOptions(corrections=self._memory.corrections_of(chosen))
        try:
            template, _ = read_file(chosen)
            redo = partial(self._rehearse, template, chosen.name)
            first = redo(options)
            return None if first is None else self._confirm(first, redo, chosen)
        except UserError as error:
            self._desk.questions.tell_error(error.words)
            return None

    def _offers(self) -> tuple[Offer, ...]:
        """Answer the templates of this office, of other ones, and ours, in this order."""
        kept = self._memory.all()
        own = self._office.casefold()
        ordered = sorted(kept, key=lambda template: template.office.casefold() != own)
        ours = sorted(resource("templates").glob("*.xlsx"), reverse=True)
        return (
            *(Offer(template.path, template.office) for template in ordered),
            *(Offer(path) for path in ours),
        )

    def _browse(self) -> Path | None:
        desk = self._desk
        folder = desk.settings.folder(_PURPOSE)
        path = desk.questions.choose_open(_PURPOSE, folder, filters(desk.catalogue, _PURPOSE))
        if path is not None:
            desk.settings.keep_folder(_PURPOSE, path.parent)
        return path

    def _rehearse(self, template: bytes, name: str, options: FillOptions) -> Rehearsal | None:
        desk = self._desk
        trial = Rehearsing(
            template=template,
            document=desk.session.document,
            profile=desk.profile,
            measurer=QtMeasurer(),
        )
        try:
            return desk.questions.wait_for(partial(trial.run, options), "template", name)
        except Cancelled:
            return None

    def _confirm(
        self,
        first: Rehearsal,
        redo: Callable[[FillOptions], Rehearsal | None],
        template: Path,
    ) -> Path | None:
        desk = self._desk
        subject = Subject(template.name, self._office)
        agreed, remember = desk.questions.confirm_template(first, redo, subject)
        if agreed is None or agreed.filled is None:
            return None
        suggestion = desk.settings.folder("export") / f"{self._name}{_ENDING}"
        chosen = desk.questions.choose_save("export", suggestion, filters(desk.catalogue, "xlsx"))
        if chosen is None:
            return None
        path = with_ending(chosen, _ENDING)
        check_ending(path)
        desk.settings.keep_folder("export", path.parent)
        write_filled(agreed.filled, template, path)
        if remember:
            kept = RememberedTemplate(self._office, template, agreed.options.corrections)
            self._memory.remember(kept)
        return path
