"""What a person sets right goes before what is recognised; all else stays."""

import io

import pytest
from msgspec.structs import replace
from openpyxl import Workbook, load_workbook

from sopeditor.excel.recognition.cells import CellRange
from sopeditor.excel.template.corrections import Corrections
from sopeditor.excel.template.errors import TemplateRefused
from sopeditor.excel.template.fill import FilledTable, FillOptions, fill_template
from sopeditor.excel.template.preview import examine_template
from sopeditor.excel.template.rehearsal import Rehearsing
from sopeditor.foundation.progress import Cancelled, WatchedProgress
from sopeditor.model.profile import Profile
from sopeditor.model.step import Column
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.test_fill import A_PROFILE, a_filled_document
from tests.unit.layout.support import HalfEm

_HEADS = ("No", "Uraian Kegiatan", "Pelaksana", None, None, "Kelengkapan", "Waktu", "Output", "Ket")
_LANES = (None, None, "Staf", "Kasi", "Kadis", None, None, None, None)


def a_form(*, recognisable: bool = True) -> bytes:
    """Answer a form without placeholders: two captions, then a table in rows 5 and below."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "SOP"
    heads = _HEADS if recognisable else ("#", "Apa", "Siapa", None, None, "x", "y", "z", "w")
    for row in (
        ("Nama SOP", None, None, None, None, "Nomor SOP"),
        (None,),
        heads,
        _LANES,
        (None,),
        ("bawah",),
    ):
        sheet.append(row)
    sheet.merge_cells("C3:E3")
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def texts(workbook: bytes) -> dict[str, object]:
    sheet = load_workbook(io.BytesIO(workbook)).worksheets[0]
    return {c.coordinate: c.value for row in sheet.iter_rows() for c in row if c.value is not None}


def fill(template: bytes, corrections: Corrections) -> dict[str, object]:
    options = FillOptions(corrections={"SOP": corrections})
    document = a_filled_document()
    return texts(fill_template(template, document, A_PROFILE, HalfEm(), options).workbook)


def test_a_field_goes_to_the_cell_that_a_person_gave() -> None:
    title = a_filled_document().identity.title
    assert fill(a_form(), Corrections())["B1"] == title
    moved = fill(a_form(), Corrections(fields={"title": CellRange.cell(1, 3)}))
    assert moved["D2"] == title
    assert "B1" not in moved


def test_a_field_that_nothing_tells_can_be_given_a_cell() -> None:
    given = fill(a_form(), Corrections(fields={"approver": CellRange.cell(1, 6)}))
    assert str(given["G2"]).startswith("Kepala Dinas")


def test_a_corrected_field_is_filled_even_where_captions_do_not_count() -> None:
    options = FillOptions(
        by_captions=False,
        corrections={"SOP": Corrections(fields={"title": CellRange.cell(1, 3)})},
    )
    filled = fill_template(a_form(), a_filled_document(), A_PROFILE, HalfEm(), options)
    told = texts(filled.workbook)
    assert told["D2"] == "Pelayanan Izin"
    assert "G1" not in told


def test_a_field_can_be_left_out() -> None:
    assert "B1" not in fill(a_form(), Corrections(fields={"title": None}))


def test_columns_can_change_places_and_be_left_out() -> None:
    document = a_filled_document()
    chart = document.charts[0]
    steps = tuple(
        replace(step, quality=replace(step.quality, output="Berkas"), remarks="Catatan")
        for step in chart.steps
    )
    document = replace(document, charts=(replace(chart, steps=steps),))
    corrections = Corrections(columns={Column.OUTPUT: (8, 8), Column.REMARKS: None})
    options = FillOptions(corrections={"SOP": corrections})
    told = texts(fill_template(a_form(), document, A_PROFILE, HalfEm(), options).workbook)
    assert told["I5"] == "Berkas"
    assert "H5" not in told
    assert "Catatan" not in told.values()


def test_a_table_that_was_not_recognised_can_be_shown() -> None:
    form = a_form(recognisable=False)
    assert all(sheet.table is None for sheet in examine_template(form))
    shown = Corrections(
        first_row=4,
        columns={Column.NUMBER: (0, 0), Column.ACTIVITY: (1, 1), Column.ACTORS: (2, 4)},
    )
    told = fill(form, shown)
    activities = [step.activity for step in a_filled_document().charts[0].steps]
    assert [told[f"B{5 + n}"] for n in range(len(activities))] == activities
    assert told["C4"] == a_filled_document().actors[0].name
    assert told[f"A{5 + len(activities)}"] == "bawah"  # what stood below moved down


def test_half_a_correction_makes_no_table() -> None:
    form = a_form(recognisable=False)
    half = Corrections(columns={Column.ACTIVITY: (1, 1)})
    assert examine_template(form, {"SOP": half})[0].table is None


def test_steps_can_begin_in_another_row() -> None:
    told = fill(a_form(), Corrections(first_row=5))
    assert told["B6"] == a_filled_document().charts[0].steps[0].activity


def test_corrections_show_in_the_preview_as_recognised() -> None:
    corrections = Corrections(fields={"title": CellRange.cell(1, 3)}, columns={Column.OUTPUT: None})
    sheet = examine_template(a_form(), {"SOP": corrections})[0]
    assert ("title", CellRange.cell(1, 3)) in sheet.fields
    assert sheet.table is not None
    assert Column.OUTPUT not in sheet.table.columns


def rehearsing(template: bytes, profile: Profile = A_PROFILE) -> Rehearsing:
    return Rehearsing(
        template=template, document=a_filled_document(), profile=profile, measurer=HalfEm()
    )


def test_a_rehearsal_answers_the_very_bytes_that_filling_writes() -> None:
    template, document = office_template(), a_filled_document()
    rehearsal = rehearsing(template).run(FillOptions())
    assert rehearsal.filled is not None
    assert rehearsal.filled == fill_template(template, document, A_PROFILE, HalfEm())
    assert [sheet.name for sheet in rehearsal.before] == ["Bagan", "Rekap"]
    assert rehearsal.after[0].cells.text(12, 1) == document.charts[0].steps[0].activity
    assert rehearsal.before[0].cells.text(8, 1) == "{{uraian}}"


def test_a_rehearsal_tells_what_moves() -> None:
    filled = rehearsing(office_template()).run(FillOptions()).filled
    assert filled is not None
    steps = len(a_filled_document().charts[0].steps)
    assert filled.tables == (FilledTable("Bagan", 12, (1, steps), (3, 3), 1),)


def test_a_second_filling_tells_what_the_first_named() -> None:
    first = rehearsing(office_template()).run(FillOptions()).filled
    assert first is not None
    words = dict(examine_template(first.workbook)[0].named)
    assert words["nomor_sop"] == CellRange(1, 2, 1, 3)
    assert "baris" not in words


def test_a_rehearsal_of_a_form_with_nothing_keeps_the_look() -> None:
    blank = io.BytesIO()
    Workbook().save(blank)
    rehearsal = rehearsing(blank.getvalue()).run(FillOptions())
    assert rehearsal.filled is None
    assert rehearsal.refusal is not None
    assert rehearsal.refusal.key == "excel_template.refused.nothing_found"
    assert len(rehearsal.before) == 1


def test_a_rehearsal_of_no_workbook_is_refused() -> None:
    from sopeditor.foundation.message import UserError

    with pytest.raises(UserError):
        rehearsing(b"PK\x03\x04").run(FillOptions())
    assert issubclass(TemplateRefused, UserError)


def test_filling_stops_when_it_is_cancelled() -> None:
    progress = WatchedProgress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fill_template(
            office_template(), a_filled_document(), A_PROFILE, HalfEm(), FillOptions(), progress
        )
