"""Bagian Identitas: the 13 fields of the cover (PermenPAN-RB 35/2012, II.C)."""

import struct
from enum import StrEnum

from msgspec import Struct

from sopeditor.model.date import NO_DATE, DateText
from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup

_PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


class Nature(StrEnum):
    """Sifat kegiatan."""

    TECHNICAL = "technical"
    ADMINISTRATIVE = "administrative"


class Scope(StrEnum):
    """Cakupan."""

    MACRO = "macro"
    MICRO = "micro"


class Completeness(StrEnum):
    """Kelengkapan of the product: final or parsial."""

    FINAL = "final"
    PARTIAL = "partial"


class Genericity(StrEnum):
    """Jenis: generik or spesifik."""

    GENERIC = "generic"
    SPECIFIC = "specific"


class Classification(Struct, frozen=True, kw_only=True):
    """The four axes of PermenPAN-RB 35/2012, II.A.4; each may be left open."""

    nature: Nature | None = None
    scope: Scope | None = None
    completeness: Completeness | None = None
    genericity: Genericity | None = None


class Approver(Struct, frozen=True, kw_only=True):
    """Disahkan oleh: jabatan, name, NIP and pangkat of the official who signs."""

    position: str = ""
    name: str = ""
    employee_id: str = ""
    rank: str = ""


class Logo(Struct, frozen=True):
    """The emblem of the body as PNG bytes."""

    png: bytes

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height by the picture's own header; raises ValueError if it is no PNG."""
        if self.png[:8] != _PNG_SIGNATURE or len(self.png) < 24:
            raise ValueError("not a PNG")
        width, height = struct.unpack(">II", self.png[16:24])
        return width, height


class Identity(Struct, frozen=True, kw_only=True):
    """The cover's fields; lists hold one item a line, without numbering."""

    title: str = ""
    agency: str = ""
    unit: str = ""
    logo: Logo | None = None
    sop_number: str = ""
    created_on: DateText = NO_DATE
    revised_on: DateText = NO_DATE
    effective_on: DateText = NO_DATE
    approver: Approver = Approver()
    legal_bases: tuple[str, ...] = ()
    related_sops: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    actor_qualifications: tuple[str, ...] = ()
    equipment: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    classification: Classification = Classification()
    foreign: ForeignMarkup = NOTHING_FOREIGN
