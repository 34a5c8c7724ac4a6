"""Any SOP workbook as a document, with everything that was guessed on the way.

Sheets are read in their order. Every table becomes a chart; the first cover gives the
identity. Workbooks of our own that nobody changed give back the very document.
"""

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace

from lxml import etree

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.charts import read_chart
from sopeditor.excel.reader.doubts import Doubts
from sopeditor.excel.reader.errors import UnreadableWorkbook, unreadable
from sopeditor.excel.reader.findings import Finding, FindingKind, finding
from sopeditor.excel.reader.identity import identity_of, logo_of, page_of, profile_named
from sopeditor.excel.reader.own_copy import copy_of, digest_of
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.roster import Roster
from sopeditor.excel.reader.sheet import ReadSheet, read_sheets
from sopeditor.excel.reader.split import SheetSplit, split_sheet
from sopeditor.foundation.ids import numbered_ids
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.identity import Identity
from sopeditor.model.profile import Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A document from a workbook, what was guessed, and the sheets as they were read.

    `exact` tells that the workbook is one of ours, unchanged: there is nothing to confirm.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    sheets: tuple[ReadSheet, ...] = ()
    exact: bool = False

    @property
    def doubtful(self) -> tuple[Finding, ...]:
        """The findings that may have changed the document's meaning."""
        return tuple(found for found in self.findings if found.doubtful)


def read_workbook(data: bytes, profiles: Mapping[str, Profile]) -> Imported:
    """Read a workbook; raises UnreadableWorkbook, in words, and nothing else.

    `profiles` are those among which the captions choose. Every id is numbered, so that the
    same workbook gives the same document.
    """
    try:
        return _read(data, profiles)
    except UnreadableWorkbook:
        raise
    except (
        etree.LxmlError, zipfile.BadZipFile, ValueError, OverflowError, MemoryError,
        RecursionError,
    ) as error:  # fmt: skip
        raise unreadable("damaged") from error


def _read(data: bytes, profiles: Mapping[str, Profile]) -> Imported:
    book = Book(Parts(data))
    sheets = read_sheets(book)
    original = copy_of(book.parts, digest_of(sheets))
    if original is not None:
        return Imported(document=original, sheets=sheets, exact=True)
    return _Import(book, sheets, profiles).read()


class _Import:
    """Reads the sheets of one workbook."""

    def __init__(
        self, book: Book, sheets: tuple[ReadSheet, ...], profiles: Mapping[str, Profile]
    ) -> None:
        self._book = book
        self._sheets = sheets
        self._profiles = profiles
        self._ids = numbered_ids()
        self._roster = Roster(self._ids)
        self._identity: Identity | None = None
        self._charts: list[Chart] = []
        self._findings: list[Finding] = []

    def read(self) -> Imported:
        """Answer the document; raises UnreadableWorkbook where no sheet holds a table."""
        page = None
        for sheet in self._sheets:
            split = split_sheet(sheet)
            self._read_sheet(sheet, split)
            if split.charts and page is None:
                page = page_of(sheet)
        if not self._charts or page is None:
            raise unreadable("no_table")
        self._check_size()
        document = Document(
            identity=self._identity or Identity(),
            profile=profile_named(self._sheets, self._profiles),
            actors=self._roster.actors,
            charts=tuple(self._charts),
            page=page,
        )
        document = self._with_title(document)
        self._tell_of_the_whole()
        return Imported(document=document, findings=tuple(self._findings), sheets=self._sheets)

    def _read_sheet(self, sheet: ReadSheet, split: SheetSplit) -> None:
        doubts = Doubts(sheet)
        self._read_covers(sheet, split, doubts)
        for source in split.charts:
            doubts.table(source.table)
            self._charts.append(read_chart(source, self._roster, self._ids, doubts))
        if split.charts and sheet.other_drawings:
            doubts.at(FindingKind.NOTE, (0, 0), "other_drawings")
        self._findings += doubts.findings

    def _read_covers(self, sheet: ReadSheet, split: SheetSplit, doubts: Doubts) -> None:
        for rows, cover in split.covers:
            place = next(iter(cover.fields.values())).place
            if self._identity is not None:
                doubts.at(FindingKind.GUESS, place, "another_cover")
                continue
            self._identity = identity_of(cover, logo_of(self._book, sheet, rows))
            doubts.cover(cover, self._identity)

    def _check_size(self) -> None:
        if sum(len(chart.steps) for chart in self._charts) > limits.STEPS:
            raise unreadable("too_many_steps", limit=limits.STEPS)

    def _with_title(self, document: Document) -> Document:
        """Without a cover, the line above the only table is the title."""
        if self._identity is not None:
            return document
        first = document.charts[0]
        place = (0, 0)
        name = self._sheets[0].name
        self._findings.append(finding(FindingKind.GUESS, name, place, "no_cover"))
        if len(document.charts) > 1 or not first.subtitle:
            return document
        return replace(
            document,
            identity=Identity(title=first.subtitle),
            charts=(replace(first, subtitle=""),),
        )

    def _tell_of_the_whole(self) -> None:
        if self._book.has_macros:
            name = self._sheets[0].name
            self._findings.append(finding(FindingKind.NOTE, name, (0, 0), "macros"))
