r"""The words and marks of the step table.

They belong to the notation, as keywords do to a file format, and are not translated.

Head, before the header row: lines `Kunci: nilai`, keys in `HeadKey`; list values are parted
by `;`. `Pelaksana: A = Pengadministrasi Umum; B = Sekretaris` gives the lanes and codes.
Beyond the plain form of one table: `Jenis` holds the four axes of the classification,
`Pangkat` that of the official, `Pihak Luar` the actors from outside, `Catatan Kaki` the
footnotes of a chart. Further charts follow after a blank line and a line `Bagan: subjudul`,
each with a header row of its own; after `Bagan` a line `Pelaksana` gives the lanes of that
chart alone.

Columns: `Field`, in any order. Pelaksana: `B+C` together, `B|C` one symbol each, `-` nobody.
Simbol: one word for the row, or one for each part of `B|C`, as in `T|P`.

Alur: `5`, `4 & 5`, `Ya>5; Tidak>3`, `5C`, `C>6; D>7`, `selesai`; `C>Ya>6` names lane and
label. A backslash takes the meaning from the mark that follows it: `\;`.
"""

import re
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import TypeVar

from sopeditor.foundation.text import clean_text
from sopeditor.model.identity import (
    Completeness,
    Genericity,
    Nature,
    Scope,
)
from sopeditor.model.symbol import SymbolKind

#: Beyond these a text is no procedure but a mistake or an attack.
MAX_TEXT = 20_000_000
MAX_STEPS = 5_000
MAX_LANES = 200
MAX_FLOWS = 20_000
MAX_FIELD = 100_000

#: Written in Pelaksana where nobody does the step yet.
NOBODY = "-"
#: Written in Alur where the flow ends.
END = "selesai"


class Field(StrEnum):
    """A column; its value is the caption that the writer gives it."""

    NUMBER = "No"
    ACTIVITY = "Kegiatan"
    ACTORS = "Pelaksana"
    SYMBOL = "Simbol"
    INPUTS = "Kelengkapan"
    TOOLS = "Peralatan"
    DURATION = "Waktu"
    OUTPUT = "Output"
    REMARKS = "Keterangan"
    FLOW = "Alur"


class HeadKey(StrEnum):
    """A key of the head, as the writer words it."""

    TITLE = "Judul"
    NUMBER = "Nomor"
    AGENCY = "Instansi"
    UNIT = "Unit"
    CREATED = "Tanggal Pembuatan"
    REVISED = "Tanggal Revisi"
    EFFECTIVE = "Tanggal Efektif"
    POSITION = "Disahkan Oleh"
    OFFICIAL = "Nama Pejabat"
    EMPLOYEE_ID = "NIP"
    RANK = "Pangkat"
    LEGAL_BASES = "Dasar Hukum"
    RELATED = "Keterkaitan"
    WARNINGS = "Peringatan"
    QUALIFICATIONS = "Kualifikasi Pelaksana"
    EQUIPMENT = "Peralatan"
    RECORDS = "Pencatatan"
    CLASSIFICATION = "Jenis"
    ACTORS = "Pelaksana"
    EXTERNAL = "Pihak Luar"
    CHART = "Bagan"
    FOOTNOTES = "Catatan Kaki"


#: Keys that belong to a chart; all others belong to the document.
CHART_KEYS = frozenset({HeadKey.CHART, HeadKey.ACTORS, HeadKey.FOOTNOTES})


def plain(caption: str) -> str:
    """Answer a caption for comparing: small letters, single blanks, no ornament around it."""
    bare = " ".join(clean_text(caption).strip(" \t\n.:*_").casefold().split())
    return re.sub(r" ?/ ?", "/", re.sub(r"\btgl\b\.?", "tanggal", bare))


_Thing = TypeVar("_Thing", bound=StrEnum)


def _by_word(words: Mapping[_Thing, Iterable[str]]) -> dict[str, _Thing]:
    """Answer the thing that each word means, its own value included."""
    known = {plain(thing.value): thing for thing in words}
    return known | {word: thing for thing, others in words.items() for word in others}


_COLUMN_WORDS = {
    Field.NUMBER: ("nomor", "no urut", "nr", "#"),
    Field.ACTIVITY: (
        "uraian kegiatan", "aktivitas", "aktivitas/kegiatan", "kegiatan/aktivitas",
        "uraian aktivitas", "uraian prosedur", "uraian", "prosedur", "langkah",
        "langkah kegiatan", "tahapan", "activity",
    ),
    Field.ACTORS: ("pelaku", "aktor", "pelaksana kegiatan", "actor"),
    Field.SYMBOL: ("symbol", "bentuk"),
    Field.INPUTS: (
        "persyaratan", "perlengkapan", "persyaratan/perlengkapan", "persyaratan/kelengkapan",
        "kelengkapan/persyaratan", "kelengkapan dan peralatan", "input", "masukan",
        "sumber data", "inputs",
    ),
    Field.TOOLS: ("alat", "peralatan/perlengkapan", "tools"),
    Field.DURATION: ("durasi", "waktu penyelesaian", "jangka waktu", "duration", "time"),
    Field.OUTPUT: ("keluaran", "hasil", "output/keluaran"),
    Field.REMARKS: ("ket", "remarks"),
    Field.FLOW: ("aliran", "arah", "flow"),
}  # fmt: skip

_HEAD_WORDS = {
    HeadKey.TITLE: ("nama sop", "judul sop", "nama prosedur"),
    HeadKey.NUMBER: ("nomor sop", "no sop", "no. sop", "no"),
    HeadKey.AGENCY: ("nama instansi", "perangkat daerah", "skpd"),
    HeadKey.UNIT: ("unit kerja", "nama unit kerja", "satuan kerja"),
    HeadKey.CREATED: (),
    HeadKey.REVISED: (),
    HeadKey.EFFECTIVE: ("tanggal pengesahan",),
    HeadKey.POSITION: ("ditetapkan oleh", "jabatan"),
    HeadKey.OFFICIAL: ("nama",),
    HeadKey.EMPLOYEE_ID: (),
    HeadKey.RANK: ("pangkat/golongan",),
    HeadKey.LEGAL_BASES: (),
    HeadKey.RELATED: ("keterkaitan sop",),
    HeadKey.WARNINGS: (),
    HeadKey.QUALIFICATIONS: ("kualifikasi",),
    HeadKey.EQUIPMENT: (
        "peralatan/perlengkapan", "peralatan dan perlengkapan", "perlengkapan",
    ),
    HeadKey.RECORDS: ("pencatatan dan pendataan", "pencatatan/pendataan"),
    HeadKey.CLASSIFICATION: (),
    HeadKey.ACTORS: (),
    HeadKey.EXTERNAL: (),
    HeadKey.CHART: (),
    HeadKey.FOOTNOTES: (),
}  # fmt: skip

_COLUMNS = _by_word(_COLUMN_WORDS)
_HEAD_KEYS = _by_word(_HEAD_WORDS)

#: Letters first: the writer uses them.
_SYMBOL_WORDS = {
    SymbolKind.TERMINATOR: ("t", "kapsul", "mulai", "selesai", "mulai/selesai"),
    SymbolKind.PROCESS: ("p", "kotak", "proses"),
    SymbolKind.DECISION: ("d", "belah ketupat", "keputusan"),
}
_SYMBOLS = _by_word(_SYMBOL_WORDS)

#: The words of the four axes (PermenPAN-RB 35/2012, II.A.4).
AXES: Mapping[str, Nature | Scope | Completeness | Genericity] = {
    "teknis": Nature.TECHNICAL,
    "administratif": Nature.ADMINISTRATIVE,
    "makro": Scope.MACRO,
    "mikro": Scope.MICRO,
    "final": Completeness.FINAL,
    "parsial": Completeness.PARTIAL,
    "generik": Genericity.GENERIC,
    "spesifik": Genericity.SPECIFIC,
}


def column_of(caption: str) -> Field | None:
    """Answer the column that a caption means, or None."""
    return _COLUMNS.get(plain(caption))


def head_key_of(words: str) -> HeadKey | None:
    """Answer the key that the words before the colon mean, or None."""
    return _HEAD_KEYS.get(plain(words))


def symbol_of(word: str) -> SymbolKind | None:
    """Answer the kind of symbol that a letter or word means, or None."""
    return _SYMBOLS.get(plain(word))


def symbol_letter(kind: SymbolKind) -> str:
    """Answer the letter of a kind of symbol: T, P or D."""
    return _SYMBOL_WORDS[kind][0].upper()


_MARKS = "\\;>&|+=\n→"
_ESCAPED = re.compile(rf"\\([{re.escape(_MARKS)}])")
_TO_ESCAPE = re.compile(rf"[{re.escape(_MARKS)}]")
_TOKEN = re.compile(r"\\.|.", re.DOTALL)


def escape(text: str) -> str:
    """Answer `text` with a backslash before every mark."""
    return _TO_ESCAPE.sub(r"\\\g<0>", text)


def unescape(text: str) -> str:
    """Answer the text that `escape` was given; other backslashes stay."""
    return _ESCAPED.sub(r"\1", text)


def split(text: str, marks: str, times: int = -1) -> list[str]:
    """Answer the trimmed pieces between unescaped `marks`, still escaped; at most `times` cuts."""
    pieces: list[list[str]] = [[]]
    for token in _TOKEN.findall(text):
        if token in marks and times != len(pieces) - 1:
            pieces.append([])
        else:
            pieces[-1].append(token)
    return ["".join(piece).strip() for piece in pieces]


def tidy(text: str) -> str:
    """Answer a text as cells hold it: clean, one kind of line end, nothing blank around it."""
    return clean_text(text.replace("\r\n", "\n").replace("\r", "\n")).strip()
