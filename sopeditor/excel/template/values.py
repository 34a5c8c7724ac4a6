"""What stands for what: placeholders and defined names -> the document's fields."""

from collections.abc import Mapping
from types import MappingProxyType

from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column

#: The placeholders of the columns; the first of each is the one that we write.
COLUMN_WORDS: Mapping[str, Column] = MappingProxyType(
    {
        "no": Column.NUMBER,
        "uraian": Column.ACTIVITY,
        "kegiatan": Column.ACTIVITY,
        "pelaksana": Column.ACTORS,
        "kelengkapan": Column.INPUTS,
        "persyaratan": Column.INPUTS,
        "peralatan_langkah": Column.TOOLS,
        "waktu": Column.DURATION,
        "output": Column.OUTPUT,
        "keterangan": Column.REMARKS,
    }
)

#: The defined names of the columns of the sample row.
COLUMN_NAMES: Mapping[str, Column] = MappingProxyType(
    {
        "SOP_NO": Column.NUMBER,
        "SOP_URAIAN": Column.ACTIVITY,
        "SOP_PELAKSANA": Column.ACTORS,
        "SOP_KELENGKAPAN": Column.INPUTS,
        "SOP_PERALATAN_LANGKAH": Column.TOOLS,
        "SOP_WAKTU": Column.DURATION,
        "SOP_OUTPUT": Column.OUTPUT,
        "SOP_KETERANGAN": Column.REMARKS,
    }
)
#: What the defined names begin with that mark the places of placeholders.
NAME_PREFIX = "SOP_"
ROWS_NAME = "SOP_BARIS"
LANE_HEADS_NAME = "SOP_JUDUL_PELAKSANA"
LOGO_WORD = "logo"

#: Placeholders of the fields of the cover; some have a second word.
_ALIASES: Mapping[str, str] = MappingProxyType(
    {
        "nama_sop": "judul",
        "no_sop": "nomor_sop",
        "tanggal_pengesahan": "tanggal_efektif",
        "unit": "unit_kerja",
        "perlengkapan": "peralatan",
        "pejabat": "nama_pejabat",
    }
)

#: Fields of `Identity` -> the placeholder that holds them.
FIELD_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "title": "judul",
        "sop_number": "nomor_sop",
        "created_on": "tanggal_pembuatan",
        "revised_on": "tanggal_revisi",
        "effective_on": "tanggal_efektif",
        "approver": "disahkan_oleh",
        "agency": "instansi",
        "unit": "unit_kerja",
        "legal_bases": "dasar_hukum",
        "related_sops": "keterkaitan",
        "warnings": "peringatan",
        "actor_qualifications": "kualifikasi_pelaksana",
        "equipment": "peralatan",
        "records": "pencatatan",
    }
)

Values = Mapping[str, str | tuple[str, ...]]


def values_of(document: Document, chart: Chart | None, profile: Profile) -> Values:
    """Answer the values of all placeholders but those of the table; lists as tuples.

    `chart` gives what belongs to one chart: its subtitle and footnotes.
    """
    identity, approver = document.identity, document.identity.approver
    caption = profile.captions.get("employee_id", "")
    number = f"{caption} {approver.employee_id}".strip() if approver.employee_id else ""
    signature = (approver.position, "", "", "", approver.name, approver.rank, number)
    values: dict[str, str | tuple[str, ...]] = {
        "judul": identity.title,
        "nomor_sop": identity.sop_number,
        "tanggal_pembuatan": identity.created_on.printed,
        "tanggal_revisi": identity.revised_on.printed,
        "tanggal_efektif": identity.effective_on.printed,
        "instansi": identity.agency,
        "unit_kerja": identity.unit,
        "jabatan_pejabat": approver.position,
        "nama_pejabat": approver.name,
        "pangkat": approver.rank,
        "nip": approver.employee_id,
        "disahkan_oleh": "\n".join(signature).strip("\n"),
        "dasar_hukum": identity.legal_bases,
        "keterkaitan": identity.related_sops,
        "peringatan": identity.warnings,
        "kualifikasi_pelaksana": identity.actor_qualifications,
        "peralatan": identity.equipment,
        "pencatatan": identity.records,
        "subjudul": chart.subtitle if chart else "",
        "catatan": "\n".join(chart.footnotes) if chart else "",
    }
    return values | {alias: values[word] for alias, word in _ALIASES.items()}


def numbered(items: tuple[str, ...]) -> tuple[str, ...]:
    """Answer the items of a list as "1. ..."; blank ones are left out."""
    filled = [item.strip() for item in items if item.strip()]
    return tuple(f"{number}. {item}" for number, item in enumerate(filled, start=1))


def as_text(value: str | tuple[str, ...]) -> str:
    """Answer a value as one text, lists as numbered lines."""
    return value if isinstance(value, str) else "\n".join(numbered(value))


def main_word(word: str) -> str:
    """Answer the first word of those that mean the same field."""
    return _ALIASES.get(word, word)
