import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.foundation import units

LENGTHS = st.floats(-100_000, 100_000, allow_nan=False)


def test_an_inch_is_the_same_in_every_unit() -> None:
    assert units.mm_to_pt(25.4) == pytest.approx(72)
    assert units.pt_to_mm(72) == pytest.approx(25.4)
    assert units.pt_to_px(72) == pytest.approx(96)
    assert units.px_to_pt(96) == pytest.approx(72)
    assert units.pt_to_emu(72) == 914_400
    assert units.pt_to_inch(72) == pytest.approx(1)


def test_a_pixel_has_the_emu_that_drawings_reckon_with() -> None:
    assert units.pt_to_emu(units.px_to_pt(1)) == units.EMU_PER_PIXEL


def test_emu_are_whole() -> None:
    assert units.pt_to_emu(1 / 3) == 4_233


@given(LENGTHS)
def test_there_and_back_again_is_where_we_were(length: float) -> None:
    assert units.pt_to_mm(units.mm_to_pt(length)) == pytest.approx(length)
    assert units.px_to_pt(units.pt_to_px(length)) == pytest.approx(length)
