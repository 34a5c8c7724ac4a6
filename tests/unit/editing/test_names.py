"""What every command is called, in words."""

import pytest

from sopeditor.assets import resource
from sopeditor.editing.actors import (
    AddActor,
    MoveLane,
    RemoveActor,
    RenameActor,
    SetActorCode,
    SetExternal,
)
from sopeditor.editing.charts import AddChart, RemoveChart, SetFootnotes, SetSubtitle
from sopeditor.editing.command import Command
from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.flows import Connect, DeleteFlows, Reattach, SetFlowHints, SetFlowLabel
from sopeditor.editing.identity import (
    DATE_FIELDS,
    LIST_FIELDS,
    TEXT_FIELDS,
    SetApprover,
    SetClassification,
    SetIdentityField,
    SetLogo,
)
from sopeditor.editing.inserting import insert_step_after
from sopeditor.editing.page import SetPageSetup, SetProfile
from sopeditor.editing.steps import (
    DeleteSteps,
    DuplicateSteps,
    InsertStep,
    MoveSteps,
    SetPageBreak,
    SetShared,
    SetStepLabel,
    SetStepText,
)
from sopeditor.editing.symbols import (
    AddSymbol,
    DeleteSymbols,
    MoveSymbol,
    SetSymbolCaption,
    SetSymbolKind,
)
from sopeditor.editing.widths import FitColumns, SetColumnWidths
from sopeditor.foundation.ids import numbered_ids
from sopeditor.foundation.message import Catalogue
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.flow import NO_HINTS, Flow, FlowHints, FlowKind, Side
from sopeditor.model.identity import Approver, Classification, Logo
from sopeditor.model.page import PageSetup
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from tests.builders import a_document

DOCUMENT = a_document(rows="(A) B A+B (A)")
NEW = Symbol(id="new", kind=SymbolKind.DECISION, actors=("A",))
BACK = Flow(id="new", source="4A", target="1A")
JOINT = Flow(id="new", source="3A", target="3B", kind=FlowKind.JOINT)

CALLED: list[tuple[Command, str]] = [
    (InsertStep(chart="chart", position=0, step=Step(id="new")), "Sisipkan langkah"),
    (
        insert_step_after(DOCUMENT, "chart", 0, "A", SymbolKind.PROCESS, numbered_ids()),
        "Sisipkan langkah",
    ),
    (DeleteSteps(steps=("row3",)), "Hapus langkah 3"),
    (DeleteSteps(steps=("row1", "row2")), "Hapus 2 langkah"),
    (MoveSteps(steps=("row2",), position=0), "Pindahkan langkah 2"),
    (DuplicateSteps(steps=("row2",), new_ids=()), "Gandakan langkah 2"),
    (SetStepText(step="row2", column=Column.ACTIVITY, text=""), "Ubah Kegiatan langkah 2"),
    (SetStepLabel(step="row2", label="1a"), "Ubah nomor langkah 2"),
    (SetPageBreak(step="row2", broken=True), "Mulai halaman baru pada langkah 2"),
    (SetPageBreak(step="row2", broken=False), "Hapus pemisah halaman pada langkah 2"),
    (
        SetShared(step="row2", column=Column.DURATION, shared=True),
        "Gabungkan Waktu langkah 2 dengan baris berikutnya",
    ),
    (AddSymbol(step="row2", symbol=NEW), "Tambah simbol Keputusan di langkah 2"),
    (MoveSymbol(symbol="2B", step="row1", actors=("A",)), "Pindahkan simbol"),
    (DeleteSymbols(symbols=("2B",)), "Hapus simbol di langkah 2"),
    (DeleteSymbols(symbols=("2B", "3A")), "Hapus 2 simbol"),
    (SetSymbolKind(symbol="2B", kind=SymbolKind.PROCESS), "Jadikan simbol langkah 2 Proses"),
    (SetSymbolCaption(symbol="2B", caption=""), "Ubah teks simbol langkah 2"),
    (Connect(chart="chart", flow=BACK), "Hubungkan langkah 4 ke 1"),
    (Connect(chart="chart", flow=JOINT), "Satukan simbol di langkah 3"),
    (DeleteFlows(flows=("1A-2B",)), "Hapus panah dari langkah 1 ke 2"),
    (DeleteFlows(flows=("1A-2B", "2B-3A")), "Hapus 2 panah"),
    (SetFlowLabel(flow="1A-2B", label=""), "Ubah label panah dari langkah 1 ke 2"),
    (
        SetFlowHints(flow="1A-2B", hints=FlowHints(source_side=Side.LEFT)),
        "Ubah jalur panah dari langkah 1 ke 2",
    ),
    (
        SetFlowHints(flow="1A-2B", hints=NO_HINTS),
        "Kembalikan jalur otomatis panah dari langkah 1 ke 2",
    ),
    (Reattach(flow="1A-2B", target="3A"), "Pindahkan ujung panah: langkah 1 ke 3"),
    (
        AddActor(chart="chart", position=0, actor=Actor(id="C", name="Camat")),
        "Tambah pelaksana Camat",
    ),
    (RenameActor(actor="A", name=""), "Ubah nama pelaksana Jabatan A"),
    (SetActorCode(actor="A", code=""), "Ubah kode pelaksana Jabatan A"),
    (SetExternal(actor="A", external=True), "Jadikan Jabatan A pihak luar"),
    (SetExternal(actor="A", external=False), "Jadikan Jabatan A bukan pihak luar"),
    (MoveLane(chart="chart", actor="A", position=1), "Pindahkan kolom Jabatan A"),
    (RemoveActor(actor="A"), "Hapus pelaksana Jabatan A"),
    (AddChart(position=0, chart=Chart(id="new")), "Tambah bagan"),
    (RemoveChart(chart="chart"), "Hapus bagan"),
    (SetSubtitle(chart="chart", text=""), "Ubah subjudul bagan"),
    (SetFootnotes(chart="chart", footnotes=()), "Ubah catatan kaki"),
    (
        SetColumnWidths(chart="chart", widths=((Column.ACTIVITY, 90.0), (Column.INPUTS, 60.0))),
        "Atur lebar kolom Kegiatan",
    ),
    (
        FitColumns(chart="chart", columns=(Column.ACTORS,)),
        "Otomatiskan lebar kolom Pelaksana",
    ),
    (FitColumns(chart="chart"), "Otomatiskan lebar semua kolom"),
    (SetIdentityField(field="title", value=""), "Ubah Nama SOP"),
    (SetApprover(approver=Approver()), "Ubah Disahkan oleh"),
    (SetClassification(classification=Classification()), "Ubah Jenis SOP"),
    (SetLogo(logo=Logo(b"")), "Ganti logo"),
    (SetLogo(logo=None), "Hapus logo"),
    (SetPageSetup(page=PageSetup()), "Atur halaman"),
    (SetProfile(profile=""), "Ganti profil peraturan"),
    (DeleteSelection(steps=("row2",), flows=("3A-4A",)), "Hapus pilihan"),
]


@pytest.mark.parametrize(("command", "name"), CALLED)
def test_a_command_is_called_what_it_does(command: Command, name: str) -> None:
    assert Catalogue.read(resource("translations", "id")).word(command.named(DOCUMENT)) == name


def test_every_command_is_called_something_in_english_too() -> None:
    catalogue = Catalogue.read(resource("translations", "en"))
    assert all("{" not in catalogue.word(command.named(DOCUMENT)) for command, _ in CALLED)


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_column_field_and_kind_has_a_word(language: str) -> None:
    catalogue = Catalogue.read(resource("translations", language))
    keys = [
        *(f"editing.column.{column.value}" for column in Column),
        *(f"editing.field.{field}" for field in (*TEXT_FIELDS, *DATE_FIELDS, *LIST_FIELDS)),
        *(f"editing.kind.{kind.value}" for kind in SymbolKind),
    ]
    assert all(catalogue.text(key) for key in keys)
