"""The cover's fields as the document's identity, and the profile whose captions it has."""

import re
from collections.abc import Iterable, Mapping

from sopeditor.excel.reader import limits
from sopeditor.excel.reader.book import Book
from sopeditor.excel.reader.cover import CoverFields
from sopeditor.excel.reader.errors import UnreadableWorkbook
from sopeditor.excel.reader.objects import Sort
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.reader.signature import read_approver
from sopeditor.excel.recognition.synonyms import plain
from sopeditor.model.date import DateText
from sopeditor.model.identity import Identity, Logo
from sopeditor.model.page import Orientation, PageSetup, Paper
from sopeditor.model.profile import DEFAULT_PROFILE, Profile

#: Words that begin the name of a body, not of a unit in it.
_BODY = re.compile(
    r"\s*(pemerintah|kementerian|kepolisian|kejaksaan|mahkamah|lembaga|komisi|sekretariat jenderal"
    r"|badan pusat|republik)\b",
    re.IGNORECASE,
)
_PAPERS = {"14": Paper.F4, "9": Paper.A4, "5": Paper.LEGAL, "1": Paper.LETTER}
#: Captions of the table and the cover by which regulations differ.
_TELLING = ("effective_on", "created_on", "activity", "inputs", "remarks", "approver")


def identity_of(cover: CoverFields, logo: Logo | None) -> Identity:
    """Answer the identity that a cover tells."""
    agency, unit = names_of(cover.block.text if cover.block else "")
    agency, unit = cover.text("agency") or agency, cover.text("unit") or unit
    return Identity(
        title=cover.text("title"),
        agency=agency,
        unit=unit,
        logo=logo,
        sop_number=cover.text("sop_number"),
        created_on=DateText.read(cover.text("created_on")),
        revised_on=DateText.read(cover.text("revised_on")),
        effective_on=DateText.read(cover.text("effective_on")),
        approver=read_approver(cover.text("approver")),
        legal_bases=cover.items("legal_bases"),
        related_sops=cover.items("related_sops"),
        warnings=cover.items("warnings"),
        actor_qualifications=cover.items("actor_qualifications"),
        equipment=cover.items("equipment"),
        records=cover.items("records"),
    )


def names_of(block: str) -> tuple[str, str]:
    """Answer agency and unit: the last line names the unit; one alone by its words."""
    lines = [line.strip() for line in block.split("\n") if line.strip()]
    if len(lines) == 1 and _BODY.match(lines[0]):
        return lines[0], ""
    return "\n".join(lines[:-1]), "".join(lines[-1:])


def logo_of(book: Book, sheet: ReadSheet, rows: range) -> Logo | None:
    """Answer the first picture on some rows, if it is a PNG of a size that an emblem has."""
    top, bottom = sheet.grid.rows.edge(rows.start), sheet.grid.rows.edge(rows.stop)
    parts = dict(sheet.images)
    for drawn in sheet.objects:
        is_here = drawn.sort is Sort.PICTURE and top <= drawn.box.centre.y < bottom
        if is_here and drawn.image in parts and (logo := _logo(book, parts[drawn.image])):
            return logo
    return None


def _logo(book: Book, part: str) -> Logo | None:
    try:
        logo = Logo(book.parts.content(part))
        fits = len(logo.png) <= limits.LOGO_BYTES and max(logo.pixels) <= limits.LOGO_SIDE
    except (UnreadableWorkbook, ValueError):
        return None
    return logo if fits and min(logo.pixels) > 0 else None


def page_of(sheet: ReadSheet) -> PageSetup:
    """Answer paper and orientation as a sheet prints."""
    return PageSetup(
        paper=_PAPERS.get(sheet.paper, Paper.F4),
        orientation=Orientation.LANDSCAPE if sheet.landscape else Orientation.PORTRAIT,
    )


def profile_named(sheets: Iterable[ReadSheet], profiles: Mapping[str, Profile]) -> str:
    """Answer the profile most of whose telling captions stand in the cells."""
    said = {plain(text) for sheet in sheets for text in sheet.cells.texts.values()}
    scores = {
        name: (
            sum(plain(profile.captions.get(key, "")) in said for key in _TELLING),
            name == DEFAULT_PROFILE,
        )
        for name, profile in profiles.items()
    }
    return max(scores, key=scores.__getitem__, default=DEFAULT_PROFILE)
