import struct

import pytest
from msgspec.structs import replace

from sopeditor.layout.measure import Font
from sopeditor.layout.placement import CellRole, CoverPage, DocumentLayout
from sopeditor.model.date import DateText
from sopeditor.model.identity import Approver, Identity, Logo
from sopeditor.model.page import Orientation, PageSetup, Paper
from tests.unit.layout.support import HalfEm, cover_of, document, laid_out

IDENTITY = Identity(
    title="Pengelolaan Surat Masuk",
    agency="Dinas Contoh",
    unit="Sekretariat",
    sop_number="01/SOP/2026",
    created_on=DateText("2026-03-05"),
    approver=Approver(
        position="Kepala Dinas", name="Nama Pejabat", employee_id="000", rank="Pembina"
    ),
    legal_bases=("Undang-Undang tentang Pelayanan Publik yang panjang judulnya " * 3, "Peraturan"),
    warnings=("Terlambat",),
)


def made(identity: Identity = IDENTITY, page: PageSetup | None = None) -> DocumentLayout:
    return laid_out(document(identity=identity, page=page or PageSetup()))


def words(cover: CoverPage, field: str, role: CellRole) -> str:
    texts = [c.text for c in cover.cells if (c.field, c.role) == (field, role)]
    return "\n".join(line for text in texts if text for line in text.lines)


def test_the_fields_stand_beside_their_captions() -> None:
    cover = cover_of(made())
    assert words(cover, "sop_number", CellRole.COVER_CAPTION) == "Nomor SOP"
    assert words(cover, "sop_number", CellRole.COVER_VALUE) == "01/SOP/2026"
    assert words(cover, "created_on", CellRole.COVER_VALUE) == "5 Maret 2026"
    assert words(cover, "title", CellRole.COVER_VALUE) == "Pengelolaan Surat Masuk"
    assert words(cover, "agency", CellRole.COVER_LOGO) == "Dinas Contoh"
    assert words(cover, "unit", CellRole.FREE) == "Sekretariat"


def test_the_right_rows_come_in_the_order_of_the_regulation() -> None:
    captions = [c.field for c in cover_of(made()).cells if c.role is CellRole.COVER_CAPTION]
    assert captions == [
        "sop_number", "created_on", "revised_on", "effective_on", "approver", "title",
    ]  # fmt: skip


def png(width: int, height: int) -> bytes:
    """Answer the head of a picture of so many pixels."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)


@pytest.mark.parametrize(("width", "height"), [(60, 70), (800, 100), (10, 900)])
def test_the_emblem_keeps_its_shape_above_the_agency(width: int, height: int) -> None:
    cover = cover_of(made(replace(IDENTITY, logo=Logo(png(width, height)))))
    block = next(c for c in cover.cells if c.role is CellRole.COVER_LOGO)
    assert cover.logo
    assert block.text
    assert block.rect.encloses(cover.logo)
    assert cover.logo.width / cover.logo.height == pytest.approx(width / height)
    assert cover.logo.bottom <= block.text.rect.bottom - len(block.text.lines) * block.text.pitch
    assert cover.logo.centre.x == pytest.approx(block.rect.centre.x)


@pytest.mark.parametrize("logo", [None, Logo(b"no picture"), Logo(png(0, 9))])
def test_without_a_picture_there_is_no_emblem(logo: Logo | None) -> None:
    assert cover_of(made(replace(IDENTITY, logo=logo))).logo is None


def test_headings_stand_in_pairs() -> None:
    cover = cover_of(made())
    headings = [c for c in cover.cells if c.role is CellRole.COVER_HEADING]
    assert [c.field for c in headings] == [
        "legal_bases", "actor_qualifications", "related_sops", "equipment", "warnings", "records",
    ]  # fmt: skip
    for left, right in zip(headings[::2], headings[1::2], strict=True):
        assert (left.rect.top, left.rect.bottom) == (right.rect.top, right.rect.bottom)
        assert left.rect.right == right.rect.left


def test_left_and_right_are_as_57_to_43() -> None:
    cover = cover_of(made())
    left = next(c for c in cover.cells if c.field == "legal_bases").rect.width
    assert left / cover.frame.width == pytest.approx(0.57, abs=0.01)


def test_lists_are_numbered_with_hanging_lines() -> None:
    lines = words(cover_of(made()), "legal_bases", CellRole.COVER_VALUE).split("\n")
    assert lines[0].startswith("1. Undang-")
    assert lines[1].startswith("   ")
    assert lines[-1] == "2. Peraturan"


def test_the_signature_has_room_between_position_and_name() -> None:
    cover = cover_of(made())
    cell = next(c for c in cover.cells if c.field == "approver" and c.role is CellRole.COVER_VALUE)
    position, name, below = cover.texts[:3]
    assert (position.lines, name.lines) == (("Kepala Dinas",), ("Nama Pejabat",))
    assert below.lines == ("Pembina", "NIP. 000")
    assert name.font.bold
    assert name.rect.top - position.rect.bottom >= 30
    assert all(cell.rect.encloses(text.rect) for text in (position, name, below))


def test_a_workbook_gets_the_parts_of_a_cell_as_one_text() -> None:
    cover = cover_of(made())
    raw = {(c.field, c.role): c.text.raw for c in cover.cells if c.text}
    assert raw["agency", CellRole.COVER_LOGO] == "Dinas Contoh"
    assert raw["unit", CellRole.FREE] == "Sekretariat"
    approver = raw["approver", CellRole.COVER_VALUE].split("\n")
    assert (approver[0], approver[-3:]) == ("Kepala Dinas", ["Nama Pejabat", "Pembina", "NIP. 000"])
    assert raw["warnings", CellRole.COVER_VALUE] == "1. Terlambat"


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_the_cover_fills_the_page_above_the_foot_zone(
    paper: Paper, orientation: Orientation
) -> None:
    layout = made(page=PageSetup(paper=paper, orientation=orientation))
    cover = cover_of(layout)
    assert layout.printable.encloses(cover.frame)
    assert 0 <= layout.foot_zone.top - cover.frame.bottom < 6
    assert all(cover.frame.encloses(c.rect) for c in cover.cells)
    bordered = [c.rect for c in cover.cells if c.role is not CellRole.FREE]
    area = sum(rect.width * rect.height for rect in bordered)
    assert area == cover.frame.width * cover.frame.height
    assert all(rect.width % 3 == rect.height % 3 == 0 for rect in bordered)


def test_type_shrinks_until_everything_fits() -> None:
    many = Identity(legal_bases=tuple(f"Peraturan nomor {n}" for n in range(26)))
    layout = made(many)
    cover = cover_of(layout)
    text = next(
        c.text for c in cover.cells if c.field == "legal_bases" and c.role is CellRole.COVER_VALUE
    )
    assert text
    assert len(text.lines) == 26
    assert text.font.size < 10
    assert len(text.lines) * text.pitch <= text.rect.height
    assert layout.notes == ()


def test_lists_that_fit_in_no_type_are_cut_with_a_note() -> None:
    layout = made(Identity(legal_bases=tuple(f"Peraturan {n}" for n in range(900))))
    assert [note.key for note in layout.notes] == ["layout.note.cover_cut"]
    assert layout.foot_zone.top >= cover_of(layout).frame.bottom


def test_no_line_of_the_cover_is_wider_than_its_cell() -> None:
    measurer = HalfEm()
    for cell in cover_of(made()).cells:
        if cell.text:
            font: Font = cell.text.font
            for line in cell.text.lines:
                assert measurer.width(line, font) <= cell.text.rect.width


@pytest.mark.parametrize("size", [Paper.F4, Paper.A4, Paper.LETTER])
@pytest.mark.parametrize("bases", [0, 6, 12])
def test_the_rows_of_the_right_half_are_equal_while_their_text_allows(
    size: Paper, bases: int
) -> None:
    identity = replace(IDENTITY, legal_bases=("Undang-Undang tentang Pelayanan Publik",) * bases)
    cover = cover_of(made(identity, PageSetup(paper=size)))
    heights = [
        cell.rect.height
        for cell in cover.cells
        if cell.role is CellRole.COVER_CAPTION and cell.field not in {"approver", "title"}
    ]
    assert len(set(heights)) == 1
    assert heights[0] >= 18


def test_lists_keep_away_from_their_headings() -> None:
    cover = cover_of(made())
    lists = [
        cell
        for cell in cover.cells
        if cell.field == "legal_bases" and cell.role is CellRole.COVER_VALUE
    ]
    assert lists[0].text
    assert lists[0].text.rect.top - lists[0].rect.top >= 3
    assert lists[0].text.rect.left - lists[0].rect.left >= 4
