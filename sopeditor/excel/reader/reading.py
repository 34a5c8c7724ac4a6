"""Any SOP workbook as a document, with everything that was guessed on the way.

Sheets are read in their order. Every table becomes a chart; the first cover gives the
identity. Workbooks of our own that nobody changed give back the very document. What a
person corrects is read along with the sheets: nothing is ever mended afterwards.
"""

import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from typing import ParamSpec, TypeVar

from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.charts import read_chart
from sopeditor.excel.reader.corrections import NO_CORRECTIONS, Confirmed, Corrections
from sopeditor.excel.reader.doubts import Doubts
from sopeditor.excel.reader.errors import UnreadableWorkbook, unreadable
from sopeditor.excel.reader.findings import Finding, FindingKind, Topic, finding
from sopeditor.excel.reader.header import TableHead
from sopeditor.excel.reader.identity import identity_of, logo_of, page_of, profile_named
from sopeditor.excel.reader.origins import Origins
from sopeditor.excel.reader.own_copy import copy_of, digest_of
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.roster import Roster
from sopeditor.excel.reader.sheet import ReadSheet, read_sheets
from sopeditor.excel.reader.split import SheetSplit, split_sheet
from sopeditor.excel.reader.told import Told, told_about
from sopeditor.excel.reader.told_fields import with_told_fields
from sopeditor.foundation.ids import numbered_ids
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.identity import Identity
from sopeditor.model.profile import Profile

_P = ParamSpec("_P")
_R = TypeVar("_R")


class Imported(Struct, frozen=True, kw_only=True):
    """A document from a workbook, what was guessed, and the sheets as they were read.

    `heads` are those of the tables, each with its sheet's name. `exact` tells that the
    workbook is one of ours, unchanged: there is nothing to confirm.
    """

    document: Document
    findings: tuple[Finding, ...] = ()
    sheets: tuple[ReadSheet, ...] = ()
    origins: Origins = field(default_factory=Origins)
    heads: tuple[tuple[str, TableHead], ...] = ()
    exact: bool = False

    @property
    def doubtful(self) -> tuple[Finding, ...]:
        """The findings that may have changed the document's meaning."""
        return tuple(found for found in self.findings if found.doubtful)


def _in_words(read: Callable[_P, _R]) -> Callable[_P, _R]:
    """Let nothing but UnreadableWorkbook out of a reading function."""

    @wraps(read)
    def worded(*args: _P.args, **kwargs: _P.kwargs) -> _R:
        try:
            return read(*args, **kwargs)
        except UnreadableWorkbook:
            raise
        except (
            etree.LxmlError, zipfile.BadZipFile, ValueError, OverflowError, MemoryError,
            RecursionError,
        ) as error:  # fmt: skip
            raise unreadable("damaged") from error

    return worded


class OpenWorkbook(Struct, frozen=True):
    """A workbook whose parts are read: it can be understood again and again, each time as told.

    `from_xls` tells that another program converted it from a format that may lose forms.
    """

    book: Book
    sheets: tuple[ReadSheet, ...]
    original: Document | None
    from_xls: bool = False

    @_in_words
    def understood(
        self, profiles: Mapping[str, Profile], corrections: Corrections = NO_CORRECTIONS
    ) -> Imported:
        """Answer the document; raises UnreadableWorkbook where no sheet holds a table."""
        if self.original is not None and all(isinstance(said, Confirmed) for said in corrections):
            told = tuple(_confirmed(self._macros(), corrections))
            return Imported(document=self.original, findings=told, sheets=self.sheets, exact=True)
        return _Import(self, profiles, corrections).read()

    def _macros(self) -> list[Finding]:
        """Answer what is to be told of programs that the workbook brings along."""
        if not self.book.has_macros:
            return []
        return [finding(FindingKind.NOTE, self.sheets[0].name, (0, 0), "macros")]


@_in_words
def open_workbook(data: bytes) -> OpenWorkbook:
    """Read the parts of a workbook; raises UnreadableWorkbook, in words, and nothing else."""
    book = Book(Parts(data))
    sheets = read_sheets(book)
    return OpenWorkbook(book, sheets, copy_of(book.parts, digest_of(sheets)))


def read_workbook(
    data: bytes, profiles: Mapping[str, Profile], corrections: Corrections = NO_CORRECTIONS
) -> Imported:
    """Read a workbook; raises UnreadableWorkbook, in words, and nothing else.

    `profiles` are those among which the captions choose. Every id is numbered, so that the
    same workbook gives the same document.
    """
    return open_workbook(data).understood(profiles, corrections)


class _Import:
    """Reads the sheets of one workbook."""

    def __init__(
        self, workbook: OpenWorkbook, profiles: Mapping[str, Profile], corrections: Corrections
    ) -> None:
        self._book = workbook.book
        self._from_xls = workbook.from_xls
        self._said = corrections
        self._told = {sheet.name: told_about(sheet.name, corrections) for sheet in workbook.sheets}
        self._sheets = tuple(_as_told(sheet, self._told[sheet.name]) for sheet in workbook.sheets)
        self._profiles = profiles
        self._ids = numbered_ids()
        self._roster = Roster(self._ids)
        self._identity: Identity | None = None
        self._charts: list[Chart] = []
        self._findings: list[Finding] = []
        self._origins = Origins()
        self._heads: list[tuple[str, TableHead]] = []

    def read(self) -> Imported:
        """Answer the document; raises UnreadableWorkbook where no sheet holds a table."""
        page = None
        for sheet in self._sheets:
            if self._told[sheet.name].is_out:
                continue
            split = split_sheet(sheet, self._told[sheet.name])
            self._read_sheet(sheet, split)
            if split.charts and page is None:
                page = page_of(sheet)
        if not self._charts or page is None:
            raise unreadable("no_table")
        self._check_size()
        document = Document(
            identity=with_told_fields(self._identity or Identity(), self._said),
            profile=profile_named(self._sheets, self._profiles),
            actors=self._roster.actors,
            charts=tuple(self._charts),
            page=page,
        )
        document = self._with_title(document)
        self._tell_of_the_whole()
        return Imported(
            document=document,
            findings=tuple(_confirmed(self._findings, self._said)),
            sheets=self._sheets,
            origins=self._origins,
            heads=tuple(self._heads),
        )

    def _read_sheet(self, sheet: ReadSheet, split: SheetSplit) -> None:
        doubts = Doubts(sheet, self._told[sheet.name])
        self._read_covers(sheet, split, doubts)
        for source in split.charts:
            doubts.table(source.table)
            self._heads += [(sheet.name, head) for head in source.table.heads]
            chart = read_chart(source, self._roster, self._ids, doubts, self._origins)
            self._charts.append(chart)
        if split.charts and sheet.other_drawings:
            doubts.at(FindingKind.NOTE, (0, 0), "other_drawings")
        self._findings += doubts.findings

    def _read_covers(self, sheet: ReadSheet, split: SheetSplit, doubts: Doubts) -> None:
        for rows, cover in split.covers:
            place = next(iter(cover.fields.values())).place
            if self._identity is not None:
                doubts.at(FindingKind.GUESS, place, "another_cover", Topic.FIELD)
                continue
            self._identity = identity_of(cover, logo_of(self._book, sheet, rows))
            doubts.cover(cover, with_told_fields(self._identity, self._said), rows)

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
        self._findings.append(finding(FindingKind.GUESS, name, place, "no_cover", Topic.FIELD))
        if len(document.charts) > 1 or not first.subtitle or document.identity.title:
            return document
        return replace(
            document,
            identity=replace(document.identity, title=first.subtitle),
            charts=(replace(first, subtitle=""),),
        )

    def _tell_of_the_whole(self) -> None:
        name = self._sheets[0].name
        for is_so, key, kind in (
            (self._from_xls, "from_xls", FindingKind.GUESS),
            (self._book.has_macros, "macros", FindingKind.NOTE),
            (self._book.is_protected, "protected_book", FindingKind.NOTE),
        ):
            if is_so:
                self._findings.append(finding(kind, name, (0, 0), key))
        for sheet in self._sheets:
            if sheet.is_protected and not self._told[sheet.name].is_out:
                words = finding(FindingKind.NOTE, sheet.name, (0, 0), "protected_sheet")
                self._findings.append(words)


def _as_told(sheet: ReadSheet, told: Told) -> ReadSheet:
    return replace(sheet, cells=sheet.cells.saying(told.cells)) if told.cells else sheet


def _confirmed(findings: Iterable[Finding], corrections: Corrections) -> Iterable[Finding]:
    """Answer the findings, those marked that a person confirmed."""
    right = {said for said in corrections if isinstance(said, Confirmed)}
    for found in findings:
        yield replace(found, confirmed=True) if confirmation_of(found) in right else found


def confirmation_of(found: Finding) -> Confirmed:
    """Answer the correction that says that a finding is right as it is."""
    return Confirmed(found.sheet, found.cell, found.rule, found.shapes)
