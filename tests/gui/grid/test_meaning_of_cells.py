"""What an entry means: what it would mean in the table, everything else as it was."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from msgspec.structs import replace

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.foundation.ids import fresh_id
from sopeditor.foundation.message import message
from sopeditor.model.document import Document
from sopeditor.model.flow import FlowHints, FlowKind, Side
from sopeditor.model.integrity import broken_references
from sopeditor.model.symbol import SymbolKind
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_table
from sopeditor.ui.grid.entries import CellRefused, Entries
from sopeditor.ui.grid.rewriting import Rewriting
from sopeditor.ui.grid.spoken import as_notation, told_flow
from sopeditor.ui.grid.table import StepTable
from tests.gui.grid.conftest import SAMPLES, sample

PARALLEL = """Pelaksana: A = Camat; B = Sekretaris; C = Kasi; D = Staf

No,Kegiatan,Pelaksana,Simbol,Alur
1,Mulai,A,T,2
2,Memeriksa,B|C,P,B>3; C>4
3,Menyusun,B,P,5
4,Mengetik,D,P,5
5,Menilai,A,D,Ya>6; Tidak>3
6,Mengirim,A,T,selesai
"""


def rewritten(
    document: Document, entries: Entries, aliases: Mapping[str, int] | None = None
) -> Document:
    table = StepTable(document, document.charts[0], frozenset({"Pelaksana 1", "Pelaksana 2"}))
    rewriting = Rewriting(table, entries, fresh_id, aliases)
    after = with_behaviours(document, rewriting.command(message("x")).apply(document))
    assert broken_references(after) == ()
    return after


def cells(document: Document) -> StepTable:
    return StepTable(document, document.charts[0])


def column(document: Document, field: Field) -> list[str]:
    table = cells(document)
    return [table.cells(row)[field] for row in range(len(table))]


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_writing_what_a_cell_says_changes_nothing(path: Path) -> None:
    document = sample(path.stem)
    table = cells(document)
    for row in range(len(table)):
        for field in Field:
            assert rewritten(document, {row: {field: table.cells(row)[field]}}) == document


@pytest.mark.parametrize("name", ["S04", "S08", "S22"])
def test_an_entry_is_the_table_with_that_cell_changed(name: str) -> None:
    document = sample(name)
    label = cells(document).place(2).label
    after = rewritten(document, {0: {Field.FLOW: label}})
    lines = write_table(document).split("\n")
    row = next(i for i, line in enumerate(lines) if line.startswith(("1,", '"1",')))
    changed = lines[row].rsplit(",", 1)[0] + f",{label}"
    assert write_table(after).split("\n") == [*lines[:row], changed, *lines[row + 1 :]]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ke 3", "3"),
        ("ke langkah 3", "3"),
        ("kembali ke 3", "3"),
        ("Ya 5; Tidak 3", "Ya>5; Tidak>3"),
        ("Ya ke 5, Tidak ke 3", "Ya>5; Tidak>3"),
        ("Ya: 5\nTidak: 3", "Ya>5; Tidak>3"),
        ("Tidak lengkap 3", "Tidak lengkap>3"),
        ("4 dan 5", "4 & 5"),
        ("C 6; D 7", "C>6; D>7"),
        ("5C", "5C"),
        ("5 Sekretaris", "5 Sekretaris"),
        ("selesai", "selesai"),
        ("Ya > 5; Tidak > 3", "Ya > 5; Tidak > 3"),
    ],
)
def test_alur_is_understood_as_people_write_it(typed: str, meant: str) -> None:
    assert as_notation(typed) == meant


@pytest.mark.parametrize("path", sorted(SAMPLES.glob("*.md")), ids=lambda path: path.stem)
def test_alur_as_it_is_shown_can_be_typed(path: Path) -> None:
    document = sample(path.stem)
    table = cells(document)
    for row in range(len(table)):
        shown = told_flow(table.cells(row)[Field.FLOW])
        assert rewritten(document, {row: {Field.FLOW: shown}}) == document


def test_a_box_with_branches_becomes_a_decision() -> None:
    after = rewritten(read_table(PARALLEL), {2: {Field.FLOW: "Ya 5; Tidak 1"}})
    assert cells(after).cells(2)[Field.SYMBOL] == "D"
    assert cells(after).cells(2)[Field.FLOW] == "Ya>5; Tidak>1"


def test_a_box_that_ends_becomes_a_kapsul() -> None:
    after = rewritten(read_table(PARALLEL), {3: {Field.FLOW: "selesai"}})
    assert cells(after).cells(3)[Field.SYMBOL] == "T"


def test_a_symbol_that_is_written_with_the_flow_is_obeyed() -> None:
    after = rewritten(read_table(PARALLEL), {3: {Field.SYMBOL: "proses", Field.FLOW: "selesai"}})
    assert cells(after).cells(3)[Field.SYMBOL] == "P"


def test_an_empty_alur_leads_to_the_next_row() -> None:
    after = rewritten(read_table(PARALLEL), {2: {Field.FLOW: ""}})
    assert cells(after).cells(2)[Field.FLOW] == "4"


def test_a_row_that_gets_a_second_lane_is_entered_there_too() -> None:
    after = rewritten(read_table(PARALLEL), {2: {Field.ACTORS: "C|D"}})
    assert column(after, Field.FLOW)[4] == "Ya>6; Tidak>3"
    lanes = {flow.target for flow in after.charts[0].flows if flow.label == "Tidak"}
    assert len(lanes) == 2


def test_the_flow_is_healed_where_a_lane_of_a_row_goes() -> None:
    after = rewritten(read_table(PARALLEL), {1: {Field.ACTORS: "B"}})
    assert column(after, Field.FLOW)[:2] == ["2", "3"]


def test_a_row_of_nobody_is_led_around() -> None:
    after = rewritten(read_table(PARALLEL), {3: {Field.ACTORS: "-"}})
    assert column(after, Field.ACTORS)[3] == "-"
    assert column(after, Field.FLOW)[1:4] == ["B>3; C>5", "5", ""]


def test_together_is_one_line_and_a_joint_decision_one_symbol() -> None:
    together = rewritten(read_table(PARALLEL), {2: {Field.ACTORS: "B+D"}})
    kinds = [flow.kind for flow in together.charts[0].flows]
    assert kinds.count(FlowKind.JOINT) == 1
    decided = rewritten(together, {2: {Field.SYMBOL: "D"}})
    step = decided.charts[0].steps[2]
    assert [symbol.kind for symbol in step.symbols] == [SymbolKind.DECISION]
    assert len(step.symbols[0].actors) == 2
    assert FlowKind.JOINT not in [flow.kind for flow in decided.charts[0].flows]


def test_symbols_and_courses_of_lines_outlive_a_change_beside_them() -> None:
    document = read_table(PARALLEL)
    chart = document.charts[0]
    wished = FlowHints(source_side=Side.LEFT)
    flow = next(flow for flow in chart.flows if flow.label == "Tidak")
    bent = replace(flow, hints=wished)
    flows = tuple(bent if other is flow else other for other in chart.flows)
    document = replace(document, charts=(replace(chart, flows=flows),))
    after = rewritten(document, {4: {Field.FLOW: "Ya>6; Tidak>3; Ragu>2B"}})
    assert [f.hints for f in after.charts[0].flows if f.id == flow.id] == [wished]


def test_a_new_name_makes_a_lane_and_a_code_with_it() -> None:
    after = rewritten(read_table(PARALLEL), {3: {Field.ACTORS: "E = Arsiparis"}})
    assert [(actor.code, actor.name) for actor in after.actors][-1] == ("E", "Arsiparis")
    assert after.charts[0].lanes[-1] == after.actors[-1].id
    assert cells(after).cells(3)[Field.ACTORS] == "E"


def test_an_unnamed_lane_is_taken_by_the_first_new_name() -> None:
    document = read_table(
        "Pelaksana: Camat; Pelaksana 2\n\nKegiatan,Pelaksana\nMulai,Camat\nIsi,Camat"
    )
    after = rewritten(document, {1: {Field.ACTORS: "Arsiparis"}})
    assert [actor.name for actor in after.actors] == ["Camat", "Arsiparis"]
    assert len(after.charts[0].lanes) == 2


def test_a_target_beyond_the_last_row_makes_the_rows_up_to_it() -> None:
    document = read_table("Kegiatan,Pelaksana,Simbol,Alur\nMulai,Camat,T,2\nMenilai,Camat,D,Ya>1")
    after = rewritten(document, {1: {Field.FLOW: "Ya 5; Tidak 1"}})
    assert column(after, Field.FLOW) == ["2", "Ya>5; Tidak>1", "4", "5", ""]


@pytest.mark.parametrize(
    ("row", "field", "text", "key"),
    [
        (2, Field.FLOW, "99", "tables.problem.unknown_target"),
        (2, Field.FLOW, "Ya>", "tables.problem.no_target"),
        (2, Field.FLOW, "3", "editing.refused.to_itself"),
        (0, Field.FLOW, "Ya>2; Tidak>3", "tables.problem.label_without_decision"),
        (2, Field.SYMBOL, "bulat", "tables.problem.unknown_symbol"),
        (2, Field.ACTORS, "B+B", "tables.problem.actor_twice"),
        (2, Field.ACTORS, "A = Lurah", "tables.problem.double_actor"),
        (2, Field.NUMBER, "5", "tables.problem.double_label"),
        (1, Field.SYMBOL, "P|T|D", "tables.problem.symbol_count"),
    ],
)
def test_what_cannot_be_understood_is_refused_at_its_cell(
    row: int, field: Field, text: str, key: str
) -> None:
    with pytest.raises(CellRefused) as caught:
        rewritten(read_table(PARALLEL), {row: {field: text}})
    assert (caught.value.row, caught.value.field, caught.value.words.key) == (row, field, key)
