"""A template filled on trial: what was found, what becomes of it, nothing written yet."""

from msgspec import Struct

from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.sheet import ReadSheet, read_sheets
from sopeditor.excel.template.fill import Filled, FillOptions, fill_template
from sopeditor.excel.template.preview import SheetPreview, examine_template
from sopeditor.foundation.message import Message, UserError
from sopeditor.foundation.progress import UNWATCHED, Progress
from sopeditor.layout.measure import TextMeasurer
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile

#: The shares of the work after which the template is read and filled.
_READ, _FILLED = 0.3, 0.85


class Rehearsal(Struct, frozen=True, kw_only=True):
    """A template before and after; `filled` is None where `refusal` says why it can't be.

    What is refused for want of a table or field may be mended by corrections.
    """

    options: FillOptions
    previews: tuple[SheetPreview, ...]
    before: tuple[ReadSheet, ...]
    after: tuple[ReadSheet, ...] = ()
    filled: Filled | None = None
    refusal: Message | None = None


class Rehearsing(Struct, frozen=True, kw_only=True):
    """A template and what goes into it."""

    template: bytes
    document: Document
    profile: Profile
    measurer: TextMeasurer

    def run(self, options: FillOptions, progress: Progress = UNWATCHED) -> Rehearsal:
        """Fill on trial; raises `UserError` where not even a look is possible, `Cancelled`."""
        previews = examine_template(self.template, options.corrections)
        progress.reach(_READ / 2)
        before = read_sheets(Book(Parts(self.template)))
        progress.reach(_READ)
        filled, refusal = self._fill(options, progress.part(_READ, _FILLED))
        after = _read_again(filled) if filled else ()
        progress.reach(1.0)
        return Rehearsal(
            options=options,
            previews=previews,
            before=before,
            after=after,
            filled=filled,
            refusal=refusal,
        )

    def _fill(
        self, options: FillOptions, progress: Progress
    ) -> tuple[Filled | None, Message | None]:
        given = (self.document, self.profile, self.measurer, options, progress)
        try:
            return fill_template(self.template, *given), None
        except UserError as error:
            return None, error.words


def _read_again(filled: Filled) -> tuple[ReadSheet, ...]:
    try:
        return read_sheets(Book(Parts(filled.workbook)))
    except UnreadableWorkbook:
        # Larger than what is read of others' workbooks: it can be written, not shown.
        return ()
