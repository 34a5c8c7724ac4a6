"""A document that uses every part of the format, and words for what went wrong."""

from functools import cache

from msgspec.structs import replace

from sopeditor.assets import resource
from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import Catalogue, UserError
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.date import DateText
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow, FlowHints, FlowKind, Side
from sopeditor.model.identity import (
    Approver,
    Classification,
    Completeness,
    Genericity,
    Identity,
    Logo,
    Nature,
    Scope,
)
from sopeditor.model.page import Margins, Orientation, PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.model.widths import ColumnWidths

_IDENTITY = Identity(
    title="Pengelolaan Surat Masuk",
    agency="Pemerintah Kabupaten Contoh",
    unit="Bagian Umum",
    logo=Logo(b"\x89PNG\r\n\x1a\n" + bytes(range(40))),
    sop_number="065/12/SOP/2026",
    created_on=DateText("2026-03-05"),
    revised_on=DateText("menunggu reviu"),
    effective_on=DateText("2026-04-01"),
    approver=Approver(
        position="Kepala Bagian Umum", name="Nama Pejabat, S.Sos.", employee_id="-", rank="IV/a"
    ),
    legal_bases=("Undang-Undang Nomor 43 Tahun 2009", "Peraturan Bupati"),
    related_sops=("SOP Disposisi",),
    warnings=("Jika surat terlambat dicatat, maka tindak lanjut tertunda.",),
    actor_qualifications=("Memahami tata naskah dinas",),
    equipment=("Komputer", "Buku agenda"),
    records=("Buku agenda surat masuk",),
    classification=Classification(
        nature=Nature.ADMINISTRATIVE,
        scope=Scope.MICRO,
        completeness=Completeness.FINAL,
        genericity=Genericity.GENERIC,
    ),
)

_STEPS = (
    Step(
        id="s1",
        activity="Menerima surat dan mencatatnya",
        symbols=(Symbol(id="y1", kind=SymbolKind.TERMINATOR, actors=("a1",), caption="Mulai"),),
        quality=QualityStandard(
            inputs="Surat masuk", tools="Buku", duration=Duration("10 menit"), output="Agenda"
        ),
        remarks="SOP Agenda",
        shared=frozenset({Column.OUTPUT, Column.INPUTS}),
    ),
    Step(
        id="s2",
        label="1a",
        activity="Memeriksa kelengkapan surat",
        symbols=(
            Symbol(id="y2", kind=SymbolKind.DECISION, actors=("a1", "a2")),
            Symbol(id="y3", kind=SymbolKind.PROCESS, actors=("a2",)),
        ),
        break_before=True,
    ),
)

_FLOWS = (
    Flow(id="f1", source="y1", target="y2"),
    Flow(
        id="f2",
        source="y2",
        target="y1",
        label="Tidak",
        hints=FlowHints(
            source_side=Side.LEFT,
            target_side=Side.TOP,
            way_points=(Point(-40.5, 0.0), Point(-40.5, -60.25)),
            label_position=Point(-20.0, -5.0),
        ),
    ),
    Flow(id="f3", source="y2", target="y3", kind=FlowKind.JOINT),
)


def sample_document() -> Document:
    """Answer a document with something in every field, and no line break in any text."""
    return Document(
        identity=_IDENTITY,
        profile="bps_perka_19_2013",
        actors=(
            Actor(id="a1", name="Pengadministrasi Umum", code="PU"),
            Actor(id="a2", name="Pemohon", external=True),
        ),
        charts=(
            Chart(
                id="c1",
                subtitle="Surat biasa",
                lanes=("a1", "a2"),
                widths=ColumnWidths(
                    tuple((column, 40.5 + place) for place, column in enumerate(Column))
                ),
                steps=_STEPS,
                flows=_FLOWS,
                footnotes=("*) hari kerja",),
            ),
            Chart(id="c2"),
        ),
        page=PageSetup(
            paper=Paper.A4,
            orientation=Orientation.PORTRAIT,
            margins=Margins(top=10.0, right=11.5, bottom=12.25, left=13.0),
            foot_zone=18.0,
            font_family="Bookman Old Style",
            font_size=9.5,
        ),
    )


def titled(title: str) -> Document:
    """Answer the sample document under another title."""
    document = sample_document()
    return replace(document, identity=replace(document.identity, title=title))


def sentence(error: UserError, language: str = "id") -> str:
    """Answer the words of an error."""
    return _catalogue(language).word(error.words)


@cache
def _catalogue(language: str) -> Catalogue:
    return Catalogue.read(resource("translations", language))
