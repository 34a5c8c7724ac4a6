"""Commands on charts, cover and paper, and those made of others."""

import pytest
from msgspec.structs import replace

from sopeditor.editing.charts import AddChart, RemoveChart, SetFootnotes, SetSubtitle
from sopeditor.editing.compound import Compound
from sopeditor.editing.deletion import DeleteSelection
from sopeditor.editing.identity import (
    DATE_FIELDS,
    LIST_FIELDS,
    TEXT_FIELDS,
    SetApprover,
    SetClassification,
    SetIdentityField,
    SetLogo,
)
from sopeditor.editing.page import SetPageSetup, SetProfile
from sopeditor.editing.starting import new_document
from sopeditor.editing.steps import DeleteSteps, SetStepLabel
from sopeditor.foundation.ids import numbered_ids
from sopeditor.foundation.message import message
from sopeditor.model.actor import Actor
from sopeditor.model.chart import Chart
from sopeditor.model.date import DateText
from sopeditor.model.identity import Approver, Classification, Logo, Nature
from sopeditor.model.integrity import broken_references
from sopeditor.model.page import PageSetup, Paper
from sopeditor.model.symbol import SymbolKind
from tests.builders import a_document, flow_pairs, row_ids
from tests.unit.editing.applying import changed, reason


def test_a_chart_is_added_and_removed_with_the_actors_of_no_other() -> None:
    document = a_document()
    document = replace(document, actors=(*document.actors, Actor(id="N", name="Notulis")))
    more = changed(document, AddChart(position=0, chart=Chart(id="new", lanes=("N",))))
    assert [chart.id for chart in more.charts] == ["new", "chart"]
    fewer = changed(more, RemoveChart(chart="new"))
    assert [actor.id for actor in fewer.actors] == ["A", "B"]


def test_a_chart_with_lanes_of_nobody_is_refused() -> None:
    command = AddChart(position=0, chart=Chart(id="new", lanes=("Z",)))
    assert reason(a_document(), command) == "editing.refused.unsound_chart"


def test_the_last_chart_stays() -> None:
    assert reason(a_document(), RemoveChart(chart="chart")) == "editing.refused.last_chart"


def test_subtitle_and_footnotes_are_written() -> None:
    document = changed(a_document(), SetSubtitle(chart="chart", text="A. Surat\nmasuk"))
    document = changed(document, SetFootnotes(chart="chart", footnotes=(" *) satu ", "", "dua")))
    assert document.charts[0].subtitle == "A. Surat masuk"
    assert document.charts[0].footnotes == ("*) satu", "dua")


@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_text_fields_of_the_cover_are_written(field: str) -> None:
    after = changed(a_document(), SetIdentityField(field=field, value="Isi\x02"))
    assert getattr(after.identity, field) == "Isi"


@pytest.mark.parametrize("field", DATE_FIELDS)
def test_dates_of_the_cover_are_read_as_an_office_writes_them(field: str) -> None:
    after = changed(a_document(), SetIdentityField(field=field, value="5 Maret 2026"))
    assert getattr(after.identity, field) == DateText("2026-03-05")
    again = changed(a_document(), SetIdentityField(field=field, value=DateText("2026-03-05")))
    assert again == after


@pytest.mark.parametrize("field", LIST_FIELDS)
def test_lists_of_the_cover_are_written_without_empty_items(field: str) -> None:
    after = changed(a_document(), SetIdentityField(field=field, value=(" satu", "  ", "dua")))
    assert getattr(after.identity, field) == ("satu", "dua")


@pytest.mark.parametrize(
    ("field", "value"),
    [("title", ("a", "b")), ("warnings", "a"), ("created_on", ("a",)), ("logo", "a"), ("x", "a")],
)
def test_a_value_of_the_wrong_kind_is_refused(field: str, value: str | tuple[str, ...]) -> None:
    command = SetIdentityField(field=field, value=value)
    assert reason(a_document(), command) == "editing.refused.wrong_field"


def test_approver_logo_and_kind_of_sop_are_set() -> None:
    approver = Approver(position="Kepala Dinas", name="Nama\n", employee_id=" 1 ", rank="IV/b")
    document = changed(a_document(), SetApprover(approver=approver))
    document = changed(document, SetLogo(logo=Logo(b"png")))
    kind = Classification(nature=Nature.TECHNICAL)
    document = changed(document, SetClassification(classification=kind))
    identity = document.identity
    assert (identity.approver.name, identity.approver.employee_id) == ("Nama", "1")
    assert (identity.logo, identity.classification) == (Logo(b"png"), kind)
    assert changed(document, SetLogo(logo=None)).identity.logo is None


def test_paper_and_profile_are_set() -> None:
    document = changed(a_document(), SetPageSetup(page=PageSetup(paper=Paper.A4)))
    document = changed(document, SetProfile(profile="daerah"))
    assert (document.page.paper, document.profile) == (Paper.A4, "daerah")


def test_a_compound_does_all_or_nothing() -> None:
    label = SetStepLabel(step="row1", label="x")
    done = Compound(name=message("editing.name.move_symbol"), commands=(label,))
    assert changed(a_document(), done).charts[0].steps[0].label == "x"
    broken = replace(done, commands=(label, DeleteSteps(steps=("gone",))))
    assert reason(a_document(), broken) == "editing.refused.gone"


def test_a_selection_is_deleted_at_once() -> None:
    document = a_document(rows="(A) B A B (A)")
    command = DeleteSelection(steps=("row2",), symbols=("2B", "3A"), flows=("4B-5A",))
    after = changed(document, command)
    assert row_ids(after) == ("row1", "row3", "row4", "row5")
    assert flow_pairs(after) == {"1A>4B"}


def test_selecting_the_lines_of_a_symbol_too_makes_no_difference() -> None:
    document = a_document()
    alone = DeleteSelection(symbols=("2B",))
    with_lines = DeleteSelection(symbols=("2B",), flows=("1A-2B", "2B-3A"))
    assert changed(document, with_lines) == changed(document, alone)


def test_a_selection_of_one_kind_is_called_by_that_kind() -> None:
    name = DeleteSelection(steps=("row2",)).named(a_document())
    assert name == DeleteSteps(steps=("row2",)).named(a_document())


def test_a_new_document_starts_in_the_leftmost_lane() -> None:
    document = new_document(("Pelaksana 1", "Pelaksana 2"), numbered_ids())
    chart = document.charts[0]
    assert [actor.name for actor in document.actors] == ["Pelaksana 1", "Pelaksana 2"]
    assert [(symbol.kind, symbol.actors) for _, symbol in chart.symbols()] == [
        (SymbolKind.TERMINATOR, chart.lanes[:1])
    ]
    assert broken_references(document) == ()
