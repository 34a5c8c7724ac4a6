import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopeditor.foundation.toml import read_toml
from tests.architecture.source import ROOT

FILES = sorted((ROOT / "resources").rglob("*.toml"))
#: Lines that are plain, nearly plain, or wrong.
LINES = (
    "", "# words", "# \x01", "[a]", "[b]", "[a.b]", "[[a]]", " [a]", "[a] # words", "[]",
    'a = "x"', 'b = "é, \\" y"', 'b="x"', 'a = "x" # y', "a = 'x'", 'a = "x', 'a = "\t"',
    "a = true", "b = false", "a = True", "a = 1", "b = 1979-05-27", 'a = ["x"]', "a = []",
    'a = ["x", "y"]', 'a = ["x","y"]', 'a = ["x", "y",]', 'a = [", "]', '"a" = "x"',
    r'a = "\n\\n\" \\"', r'a = "\\', r'a = "\t"', 'a = ""', r'a = ["\"x", "\""]',
    'a.b = "x"', 'b = """x', 'y"""', "b = {x = 1}", 'a = "x"\r', 'a = "\x85 \u2028"',
)  # fmt: skip


def _by_python(text: str) -> object:
    try:
        return tomllib.loads(text)
    except ValueError:
        return ValueError


def _by_us(text: str) -> object:
    try:
        return read_toml(text)
    except ValueError:
        return ValueError


@pytest.mark.parametrize("path", FILES, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_file_of_ours_is_read_as_python_reads_it(path: Path) -> None:
    text = path.read_text("utf-8")
    assert read_toml(text) == tomllib.loads(text)


@given(st.lists(st.sampled_from(LINES), max_size=6).map("\n".join))
def test_whatever_is_not_plain_is_left_to_python(text: str) -> None:
    assert _by_us(text) == _by_python(text)


def test_a_table_does_not_hide_a_value_of_its_name() -> None:
    for text in ('a = "x"\n[a]', '[a]\nb = "x"\n[a]\nb = "y"', '[a]\nb = "x"\nb = "y"'):
        with pytest.raises(ValueError, match="at "):
            read_toml(text)
