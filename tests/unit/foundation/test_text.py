"""Text is cleaned of what no XML file can hold, and of nothing else."""

import pytest

from sopeditor.foundation.text import clean_text


@pytest.mark.parametrize(
    "unclean", ["\0", "\x07", "\x08", "\f", "\x0e", "\x1b", "\x1f", "\ufffe", "\uffff", "\ud83d"]
)
def test_what_xml_cannot_hold_is_dropped(unclean: str) -> None:
    assert clean_text(f"a{unclean}b") == "ab"


def test_a_vertical_tab_becomes_a_line_break() -> None:
    assert clean_text("a\vb") == "a\nb"


@pytest.mark.parametrize(
    "text",
    ["", "  a\tb\r\nc ", "\x7f\x85\u2028\ufdd0\ufeff", "\u202egnalab", "😀 é e\u0301", "]]>&<\"'"],
)
def test_everything_else_stays(text: str) -> None:
    assert clean_text(text) == text
