"""A workbook under review: what is corrected so far, and the document that comes of it."""

from collections.abc import Callable, Iterable, Mapping

from sopeditor.excel.reader.corrections import (
    NO_CORRECTIONS,
    Confirmed,
    Correction,
    Corrections,
)
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.findings import Finding, FindingKind
from sopeditor.excel.reader.reading import Imported, OpenWorkbook, confirmation_of
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.foundation.message import Message
from sopeditor.foundation.signal import Signal
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile


class ImportReview:
    """Reads a workbook anew with every correction; `changed` tells when that was done.

    `reading` tells before, since it may take a moment. `imported` and `layout` are None while
    no document comes of it; `trouble` says why.
    """

    def __init__(
        self,
        workbook: OpenWorkbook,
        profiles: Mapping[str, Profile],
        lay_out: Callable[[Document], DocumentLayout],
    ) -> None:
        self.reading: Signal[[]] = Signal()
        self.changed: Signal[[]] = Signal()
        self.imported: Imported | None = None
        self.layout: DocumentLayout | None = None
        self.trouble: Message | None = None
        self.corrections = NO_CORRECTIONS
        #: The list of choices in which the latest change was made, or None.
        self._by: object = None
        self._workbook = workbook
        self._profiles = profiles
        self._lay_out = lay_out
        self._before: list[Corrections] = []
        self._after: list[Corrections] = []
        self._read()

    @property
    def sheets(self) -> tuple[ReadSheet, ...]:
        """The sheets, as corrected where a document comes of them."""
        return self.imported.sheets if self.imported else self._workbook.sheets

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What is to be looked at, what was confirmed included."""
        return self.imported.findings if self.imported else ()

    @property
    def open(self) -> tuple[Finding, ...]:
        """The findings that nobody has confirmed yet; what is only told needs no confirming."""
        return tuple(
            found
            for found in self.findings
            if not found.confirmed and found.kind is not FindingKind.NOTE
        )

    @property
    def made(self) -> tuple[Correction, ...]:
        """The corrections in their order, confirmations left out."""
        return tuple(said for said in self.corrections if not isinstance(said, Confirmed))

    @property
    def can_take_back(self) -> bool:
        """Whether there is a correction or confirmation to be taken back."""
        return bool(self._before)

    @property
    def can_repeat(self) -> bool:
        """Whether one was taken back."""
        return bool(self._after)

    def say(self, *said: Correction, drop: Iterable[Correction] = (), by: object = None) -> None:
        """Correct something, all at one go; what it makes void is dropped.

        What is said `by` the same list of choices as the change before is one change with it.
        """
        corrections = self.corrections
        for void in drop:
            corrections = corrections.without(void)
        self._turn_to(corrections.with_all(*said), by)

    def confirm(self, *findings: Finding) -> None:
        """Say that findings are right as they were guessed."""
        self.say(*(confirmation_of(found) for found in findings if not found.confirmed))

    def forget(self, said: Correction) -> None:
        """Take one correction back, wherever in their order it stands."""
        self._turn_to(self.corrections.without(said))

    def take_back(self) -> None:
        """Take the latest change back."""
        self._by = None
        if self._before:
            self._after.append(self.corrections)
            self.corrections = self._before.pop()
            self._read_and_tell()

    def repeat(self) -> None:
        """Do again what was taken back."""
        self._by = None
        if self._after:
            self._before.append(self.corrections)
            self.corrections = self._after.pop()
            self._read_and_tell()

    def _turn_to(self, corrections: Corrections, by: object = None) -> None:
        if corrections != self.corrections:
            if by is None or by != self._by:
                self._before.append(self.corrections)
            self._by = by
            self._after.clear()
            self.corrections = corrections
            self._read_and_tell()

    def _read_and_tell(self) -> None:
        self.reading.emit()
        self._read()
        self.changed.emit()

    def _read(self) -> None:
        before = self.imported.document if self.imported else None
        try:
            self.imported = self._workbook.understood(self._profiles, self.corrections)
            # Confirming changes no document: what was laid out stays.
            if self.layout is None or self.imported.document != before:
                self.layout = self._lay_out(self.imported.document)
            self.trouble = None
        except UnreadableWorkbook as error:
            self.imported = self.layout = None
            self.trouble = error.words
