"""Writing: what stands in the text, what spreadsheets see, what is refused."""

import csv

import pytest
from msgspec.structs import replace

from sopeditor.assets import resource
from sopeditor.foundation.message import Catalogue
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.flow import Flow, FlowHints, FlowKind, Side
from sopeditor.model.identity import Identity, Logo
from sopeditor.model.page import PageSetup, Paper
from sopeditor.model.quality import QualityStandard
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import Symbol, SymbolKind
from sopeditor.tables.errors import UnwritableError
from sopeditor.tables.omissions import left_out
from sopeditor.tables.reader import read_table
from sopeditor.tables.writer import write_markdown, write_table
from tests.unit.tables.building import flows, kinds, table

PROCESS, DECISION, TERMINATOR = SymbolKind.PROCESS, SymbolKind.DECISION, SymbolKind.TERMINATOR


def document(steps: tuple[Step, ...], *connections: Flow) -> Document:
    actors = (Actor(id="a1", code="A", name="Staf"), Actor(id="a2", code="B", name="Kepala"))
    chart = Chart(id="c1", lanes=("a1", "a2"), steps=steps, flows=connections)
    return Document(identity=Identity(title="Uji"), actors=actors, charts=(chart,))


def symbol(name: str, kind: SymbolKind, *actors: str) -> Symbol:
    return Symbol(id=name, kind=kind, actors=actors)


def test_separated_text_begins_with_the_head_and_goes_on_with_the_rows() -> None:
    found = table("1 | A | T | ", "2 | B+C | D | Ya>3; Tidak>1", r"3 | A\|B | T | ")
    titled = replace(found, identity=Identity(title="Surat, masuk", legal_bases=("UU 1", "PP 2")))
    assert write_table(titled).splitlines() == [
        '"Judul: Surat, masuk"',
        "Dasar Hukum: UU 1; PP 2",
        "Pelaksana: A = Staf; B = Kasubbag; C = Sekretaris; D = Kepala",
        "No,Kegiatan,Pelaksana,Simbol,Kelengkapan,Waktu,Output,Alur",
        "1,Melaksanakan,A,T,,,,2",
        "2,Melaksanakan,B+C,D,,,,Ya>3; Tidak>1",
        "3,Melaksanakan,A|B,T,,,,selesai",
    ]


def test_markdown_is_a_list_and_a_table() -> None:
    found = table("1 | A | T | ", r"2 | B\|C | P | ", "3 | D | T | ")
    assert write_markdown(found).splitlines() == [
        "- Pelaksana: A = Staf; B = Kasubbag; C = Sekretaris; D = Kepala",
        "",
        "| No | Kegiatan | Pelaksana | Simbol | Kelengkapan | Waktu | Output | Alur |",
        "|---|---|---|---|---|---|---|---|",
        "| 1 | Melaksanakan | A | T |  |  |  | 2 |",
        r"| 2 | Melaksanakan | B\|C | P |  |  |  | 3 |",
        "| 3 | Melaksanakan | D | T |  |  |  | selesai |",
    ]


@pytest.mark.parametrize(
    "text", ["=1+1", "+ 1 jam", "-5", "@SUM(A1)", "'=1", "=cmd|' /C calc'!A0", "\n=1"]
)
def test_no_cell_begins_as_a_formula_does(text: str) -> None:
    quality = QualityStandard(inputs=text, output=text, duration=Duration(text))
    step = Step(id="s1", activity=text, remarks=text, quality=quality)
    written = write_table(document((step,)))
    cells = [cell for row in csv.reader(written.splitlines(keepends=True)) for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r") and cell != "-"]
    assert read_table(written).charts[0].steps[0].activity == text.strip()


def test_a_lone_dash_stays_as_it_is() -> None:
    step = Step(id="s1", quality=QualityStandard(output="-"))
    assert write_table(document((step,))).splitlines()[-1] == "1,,-,,,,-,"


def test_columns_for_tools_and_remarks_come_only_where_they_are_used() -> None:
    plain = Step(id="s1", activity="Mencatat")
    rich = replace(plain, remarks="SOP lain", quality=QualityStandard(tools="Komputer"))
    assert "Peralatan" not in write_table(document((plain,)))
    header = write_table(document((rich,))).splitlines()[2]
    assert (
        header == "No,Kegiatan,Pelaksana,Simbol,Kelengkapan,Peralatan,Waktu,Output,Keterangan,Alur"
    )


def test_a_box_of_several_actors_is_written_as_done_together() -> None:
    step = Step(id="s1", symbols=(symbol("y1", PROCESS, "a2", "a1"),))
    again = read_table(write_table(document((step,))))
    assert flows(again) == ["1B=1A"]


def test_joined_decisions_are_written_as_one() -> None:
    one, other = symbol("y1", DECISION, "a1"), symbol("y2", DECISION, "a2")
    joint = Flow(id="f1", source="y1", target="y2", kind=FlowKind.JOINT)
    away = Flow(id="f2", source="y1", target="y1", label="Tidak")
    again = read_table(write_table(document((Step(id="s1", symbols=(one, other)),), joint, away)))
    assert kinds(again) == "D"
    assert flows(again) == ["1AB>1AB:Tidak"]


def test_a_lane_is_added_to_a_target_that_would_mean_more() -> None:
    both = (symbol("y2", PROCESS, "a1"), symbol("y3", PROCESS, "a2"))
    steps = (
        Step(id="s1", symbols=(symbol("y1", TERMINATOR, "a1"),)),
        Step(id="s2", symbols=both),
    )
    flow = Flow(id="f1", source="y1", target="y3")
    assert write_table(document(steps, flow)).splitlines()[3].endswith(",2B")


def test_a_document_without_charts_has_a_header_row_all_the_same() -> None:
    empty = Document(identity=Identity(title="Kosong"))
    assert read_table(write_table(empty)).identity.title == "Kosong"


def test_control_characters_are_left_out() -> None:
    step = Step(id="s1", activity="Men\x00catat\x0bsurat")
    again = read_table(write_markdown(document((step,))))
    assert again.charts[0].steps[0].activity == "Mencatat\nsurat"


def _refused() -> dict[str, Document]:
    two = (Step(id="s1", label="1"), Step(id="s2", label="1"))
    twice = (symbol("y1", PROCESS, "a1"), symbol("y2", DECISION, "a1"))
    mixed = (symbol("y1", PROCESS, "a1"), symbol("y2", DECISION, "a2"))
    joint = Flow(id="f1", source="y1", target="y2", kind=FlowKind.JOINT)
    apart = (Step(id="s1", symbols=mixed[:1]), Step(id="s2", symbols=mixed[1:]))
    nameless = replace(document(()), actors=(Actor(id="a1", name=""), Actor(id="a2", name="B")))
    # A target "1A" would be the row 1A, not the symbol in lane A of row 1.
    clash = (
        Step(
            id="s1", label="1", symbols=(symbol("y1", PROCESS, "a1"), symbol("y2", PROCESS, "a2"))
        ),
        Step(id="s2", label="1A", symbols=(symbol("y3", PROCESS, "a2"),)),
        Step(id="s3", label="1 A", symbols=(symbol("y4", PROCESS, "a2"),)),
    )
    return {
        "double_label": document(two),
        "lane_twice": document((Step(id="s1", symbols=twice),)),
        "mixed_joint": document((Step(id="s1", symbols=mixed),), joint),
        "joint_apart": document(apart, joint),
        "unnamed_actor": nameless,
        "target": document(clash, Flow(id="f1", source="y3", target="y1")),
    }


@pytest.mark.parametrize(("name", "refused"), _refused().items(), ids=list(_refused()))
def test_what_would_have_two_meanings_is_refused_in_words(name: str, refused: Document) -> None:
    with pytest.raises(UnwritableError) as caught:
        write_table(refused)
    assert caught.value.words.key == f"tables.unwritable.{name}"
    for language in ("id", "en"):
        words = Catalogue.read(resource("translations", language)).word(caught.value.words)
        assert "{" not in words


def test_what_is_left_out_is_told() -> None:
    box = replace(symbol("y1", PROCESS, "a1"), caption="Setuju?")
    other = symbol("y2", PROCESS, "a2")
    step = Step(id="s1", symbols=(box, other), shared=frozenset({Column.OUTPUT}), break_before=True)
    hinted = Flow(
        id="f1",
        source="y1",
        target="y2",
        label="bersama",
        kind=FlowKind.JOINT,
        hints=FlowHints(source_side=Side.LEFT),
    )
    rich = replace(
        document((step,), hinted),
        identity=Identity(logo=Logo(b"png")),
        page=PageSetup(paper=Paper.A4),
        profile="own",
    )
    told = {one.key.removeprefix("tables.left_out.") for one in left_out(rich)}
    english = Catalogue.read(resource("translations", "en")).keys()
    worded = {
        key.removeprefix("tables.left_out.")
        for key in english
        if key.startswith("tables.left_out.")
    }
    assert told == worded
    assert left_out(table("1 | A | T | ", "2 | B | T | ")) == ()
