"""Running all rules, and wording what they find."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopeditor.assets import resource
from sopeditor.checks.finding import Basis, Severity
from sopeditor.checks.registry import find
from sopeditor.checks.wording import UnreadableWording, read_wording
from sopeditor.editing.starting import new_document
from sopeditor.foundation.message import Catalogue
from sopeditor.model.document import Document
from tests.builders import a_document
from tests.unit.checks.examining import SAMPLES, findings, profiles, sample, with_identity, words

FLAWED = a_document(lanes="ABC", rows="A B? (C) A", flows="1>2 2>3:Ya")


def documents() -> Iterator[Document]:
    yield FLAWED
    yield new_document(("", ""))
    yield Document()
    yield with_identity(title="", legal_bases=("UU 32/2004",), related_sops=("Ketua Tim",))
    if SAMPLES.is_dir():
        yield from (sample(path.stem) for path in sorted(SAMPLES.glob("S*.md")))


@pytest.mark.parametrize("language", ["id", "en"])
def test_every_finding_is_worded(language: str) -> None:
    catalogue = Catalogue.read(resource("translations", language))
    for document in documents():
        for finding in findings(document):
            said = catalogue.word(finding.message)
            assert said
            assert "{" not in said
            assert catalogue.word(finding.basis)
            assert catalogue.text(f"checks.severity.{finding.severity.value}")


def test_both_languages_word_the_same_findings_with_the_same_values() -> None:
    one, other = (Catalogue.read(resource("translations", language)) for language in ("id", "en"))
    keys = _keys(one, "checks.")
    assert keys == _keys(other, "checks.")
    for key in keys:
        values = [set(re.findall(r"{(\w+)}", c.text(key))) for c in (one, other)]
        assert values[0] == values[1], key
    assert {f"checks.basis.{basis.value}" for basis in Basis} <= keys


def test_every_worded_finding_belongs_to_a_rule_in_the_code() -> None:
    catalogue = Catalogue.read(resource("translations", "id"))
    code = "".join(path.read_text("utf-8") for path in _sources())
    worded = {key.split(".")[2] for key in _keys(catalogue, "checks.finding.")}
    known = set(re.findall(r'Rule\("([A-Z]{2}\d\d)"', code))
    assert {key.split("_")[0] for key in worded} == known
    for key in worded:
        _, _, variant = key.partition("_")
        assert not variant or f'"{variant}"' in code, key


def _keys(catalogue: Catalogue, prefix: str) -> set[str]:
    all_keys = catalogue.keys()
    return {key for key in all_keys if key.startswith(prefix)}


def _sources() -> list[Path]:
    return sorted((Path(__file__).parents[3] / "sopeditor" / "checks").glob("*.py"))


def test_what_must_be_mended_comes_first_and_the_cover_before_the_rows() -> None:
    found = findings(FLAWED)
    weights = [list(Severity).index(finding.severity) for finding in found]
    assert weights == sorted(weights)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    rows = [FLAWED.charts[0].step_position(f.place.step) for f in errors if f.place.step]
    assert rows == sorted(rows)


def test_the_same_document_gives_the_same_findings() -> None:
    assert findings(FLAWED) == findings(FLAWED)


def test_a_profile_that_is_not_strict_only_advises() -> None:
    relaxed = next(profile for profile in profiles().values() if not profile.strict)
    found = find(FLAWED, relaxed, words())
    assert {finding.severity for finding in found} == {Severity.WARNING, Severity.INFO}
    assert len(found) == len(findings(FLAWED))


def test_every_place_is_in_the_document() -> None:
    for document in documents():
        charts = {chart.id: chart for chart in document.charts}
        for finding in findings(document):
            place = finding.place
            if place.chart:
                chart = charts[place.chart]
                assert not place.step or chart.step(place.step)
                assert not place.symbol or place.symbol in chart.symbol_index()
            else:
                assert place.field or place.actor


def test_a_word_list_that_is_missing_or_broken_is_named(tmp_path: Path) -> None:
    for path in resource("wording").glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    assert read_wording(tmp_path) == read_wording(tmp_path)
    (tmp_path / "phrases.toml").write_text("conditions = 3", "utf-8")
    with pytest.raises(UnreadableWording) as caught:
        read_wording(tmp_path)
    assert dict(caught.value.words.values) == {"file": "phrases.toml", "entry": "conditions"}
    (tmp_path / "actors.toml").unlink()
    with pytest.raises(UnreadableWording) as caught:
        read_wording(tmp_path)
    assert dict(caught.value.words.values)["file"] == "actors.toml"


@pytest.mark.parametrize("broken", ["replaced = 3\n[kinds]", "[[replaced]]\nold = 3\n[kinds]"])
def test_a_broken_table_of_regulations_is_named(tmp_path: Path, broken: str) -> None:
    for path in resource("wording").glob("*.toml"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    (tmp_path / "regulations.toml").write_text(broken, "utf-8")
    with pytest.raises(UnreadableWording):
        read_wording(tmp_path)
