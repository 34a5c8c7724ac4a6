"""What offices call the columns of the step table and the fields of the cover.

Captions of the regulations and of signed documents: PermenPAN-RB 35/2012, its forerunner
of 2008, Permendagri 52/2011, Perka BPS 19/2013, and habits (Sumber Data, Input, Ket).
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sopeditor.model.step import Column

#: The caption over the quality columns; no column of its own.
QUALITY = "quality"

_HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        Column.NUMBER: ("no", "nomor", "no urut", "nomor urut"),
        Column.ACTIVITY: (
            "kegiatan", "uraian", "uraian kegiatan", "uraian prosedur", "uraian tugas",
            "uraian aktivitas", "uraian langkah", "aktivitas", "aktifitas", "langkah",
            "langkah langkah", "langkah kegiatan", "langkah kerja", "prosedur", "tahapan",
            "tahapan kegiatan", "rincian kegiatan", "kegiatan prosedur",
        ),
        Column.ACTORS: (
            "pelaksana", "pelaksana kegiatan", "aktor", "pelaku", "pelaksana aktor",
            "unit pelaksana", "penanggung jawab",
        ),
        QUALITY: ("mutu baku", "mutu buku", "baku mutu", "mutubaku"),
        Column.INPUTS: (
            "kelengkapan", "persyaratan", "syarat", "perlengkapan", "input", "sumber data",
            "persyaratan perlengkapan", "persyaratan kelengkapan", "kelengkapan persyaratan",
            "syarat perlengkapan", "syarat kelengkapan", "kelengkapan dan peralatan", "masukan",
        ),
        Column.TOOLS: ("peralatan", "alat", "peralatan perlengkapan", "sarana"),
        Column.DURATION: ("waktu", "durasi", "jangka waktu", "lama", "lama waktu"),
        Column.OUTPUT: ("output", "out put", "keluaran", "hasil", "produk", "keluaran output"),
        Column.REMARKS: ("keterangan", "ket", "catatan"),
    }
)  # fmt: skip

_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "sop_number": ("nomor sop", "no sop", "nomor", "no dokumen", "nomor dokumen"),
        "created_on": ("tanggal pembuatan", "tgl pembuatan", "tanggal penyusunan", "tgl dibuat"),
        "revised_on": ("tanggal revisi", "tgl revisi"),
        "effective_on": (
            "tanggal efektif", "tgl efektif", "tanggal pengesahan", "tgl pengesahan",
            "tanggal berlaku", "tgl berlaku", "tanggal ditetapkan",
        ),
        "approver": ("disahkan oleh", "disahkan", "ditetapkan oleh", "pengesahan"),
        "title": ("nama sop", "judul sop", "nama sop ap", "nama prosedur", "judul"),
        "legal_bases": ("dasar hukum", "landasan hukum", "dasar hukum sop"),
        "actor_qualifications": ("kualifikasi pelaksana", "kualifikasi pelaksana sop"),
        "related_sops": ("keterkaitan", "keterkaitan sop", "keterkaitan dengan sop lain"),
        "equipment": (
            "peralatan perlengkapan", "peralatan dan perlengkapan", "peralatan kelengkapan",
            "peralatan", "perlengkapan",
        ),
        "warnings": ("peringatan",),
        "records": (
            "pencatatan dan pendataan", "pencatatan pendataan", "pencatatan", "pendataan",
            "pencatatan dan penyimpanan",
        ),
        "unit": ("unit kerja", "unit organisasi"),
        "agency": ("instansi", "nama instansi", "perangkat daerah", "satuan kerja"),
    }
)  # fmt: skip

_BY_HEADING = {word: key for key, words in _HEADINGS.items() for word in words}
_BY_FIELD = {word: key for key, words in _FIELDS.items() for word in words}

_BRACKETED = re.compile(r"\([^)]*\)")
_NO_WORD = re.compile(r"[^0-9a-zà-öø-ÿ]+")
_SURE_LENGTH = 60


def plain(text: str) -> str:
    """Answer a caption's words in small letters, without marks, brackets and line breaks."""
    return _NO_WORD.sub(" ", _BRACKETED.sub(" ", text).lower()).strip()


def heading_of(text: str) -> str | None:
    """Answer the `Column` value, or QUALITY, that a heading is a caption of; None for none."""
    return _BY_HEADING.get(plain(text))


def likely_heading_of(text: str) -> str | None:
    """Answer the same for a heading that only begins with known words ("Waktu kerja")."""
    words = plain(text)
    if len(words) > _SURE_LENGTH:
        return None
    while words:
        if words in _BY_HEADING:
            return _BY_HEADING[words]
        words = words.rpartition(" ")[0]
    return None


def field_of(text: str) -> str | None:
    """Answer the field of `Identity` that a caption of the cover names; None for none."""
    return _BY_FIELD.get(plain(text))
