"""A template damaged anywhere is filled all the same or refused in a sentence."""

import random
import re
from functools import cache

import pytest

from sopeditor.foundation.message import UserError
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.support import changed
from tests.unit.excel.template.test_fill import a_filled_document, filled

_ATTRIBUTE = re.compile(rb'="([^"]*)"')
_WHOLE_ATTRIBUTE = re.compile(rb' \w+(="[^"]*")')
_TEXT = re.compile(rb">([^<]+)<")
_VALUES = (b"", b"abc", b"-1", b"99999999999", b"A0", b"ZZZ9", b"1.5", b"#REF!", b"$", b"A1:")
_DOCUMENT = a_filled_document("ABCDE", "(A) B C? D E C (A)")


@cache
def _second() -> bytes:
    return filled().workbook


def _damaged(seed: int) -> bytes:
    chance = random.Random(seed)

    def damage(parts: dict[str, bytes]) -> None:
        markup = sorted(name for name in parts if name.endswith((".xml", ".rels", ".vml")))
        for _ in range(chance.choice((1, 1, 3))):
            name = chance.choice(markup)
            found = list(chance.choice((_ATTRIBUTE, _TEXT, _WHOLE_ATTRIBUTE)).finditer(parts[name]))
            if found:
                place = chance.choice(found)
                content = parts[name]
                value = chance.choice(_VALUES)
                parts[name] = content[: place.start(1)] + value + content[place.end(1) :]

    return changed(office_template() if seed % 2 else _second(), damage)


def _fill(seeds: range) -> None:
    for seed in seeds:
        try:
            workbook = filled(_DOCUMENT, _damaged(seed)).workbook
        except UserError:
            continue
        assert workbook.startswith(b"PK"), seed


def test_damage_is_borne_or_told() -> None:
    _fill(range(40))


@pytest.mark.deep
def test_much_damage_is_borne_or_told() -> None:
    _fill(range(40, 400))
