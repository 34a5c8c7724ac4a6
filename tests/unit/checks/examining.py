"""Running the checks as the program does, with its own profile and word lists."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from sopeditor.assets import resource
from sopeditor.checks.finding import Finding
from sopeditor.checks.registry import find
from sopeditor.checks.wording import Wording, read_wording
from sopeditor.model.document import Document
from sopeditor.model.duration import Duration
from sopeditor.model.profile import DEFAULT_PROFILE, Profile
from sopeditor.model.step import Step
from sopeditor.storage.profiles import read_profiles
from sopeditor.tables.reader import read_table
from tests.builders import a_document

SAMPLES = Path(__file__).parents[2] / "samples"


@cache
def words() -> Wording:
    """Answer the word lists that the program brings."""
    return read_wording(resource("wording"))


@cache
def profiles() -> Mapping[str, Profile]:
    """Answer the profiles that the program brings."""
    return read_profiles(resource("profiles"))


def findings(document: Document) -> tuple[Finding, ...]:
    """Answer what the checks find under the strict profile."""
    return find(document, profiles()[DEFAULT_PROFILE], words())


def rules(document: Document) -> set[str]:
    """Answer the ids of the rules that are not kept."""
    return {finding.rule for finding in findings(document)}


def steps_of(document: Document, rule: str) -> list[str]:
    """Answer where a rule is not kept: the values `step` of its messages."""
    return [
        str(dict(finding.message.values).get("step", ""))
        for finding in findings(document)
        if finding.rule == rule
    ]


@cache
def sample(name: str) -> Document:
    """Answer one of the sample procedures."""
    return read_table((SAMPLES / f"{name}.md").read_text("utf-8"))


def with_step(document: Document, number: int, **fields: object) -> Document:
    """Answer the document with other fields in the row `number`, counted from 1."""
    chart = document.charts[0]
    steps = list(chart.steps)
    steps[number - 1] = _with_fields(steps[number - 1], fields)
    return replace(document, charts=(replace(chart, steps=tuple(steps)),))


def with_activity(text: str, rows: str = "(A) B (A)") -> Document:
    """Answer a sound document whose second activity is `text`."""
    return with_step(a_document(rows=rows), 2, activity=text)


def with_identity(**fields: object) -> Document:
    """Answer a sound document with other fields on its cover."""
    document = a_document()
    identity = replace(document.identity, **{"title": "Pengelolaan Surat Masuk", **fields})
    return replace(document, identity=identity)


def _with_fields(step: Step, fields: Mapping[str, object]) -> Step:
    quality = {name: value for name, value in fields.items() if name in {"inputs", "output"}}
    if "duration" in fields:
        quality["duration"] = Duration(str(fields["duration"]))
    own = {name: value for name, value in fields.items() if name in Step.__struct_fields__}
    return replace(step, quality=replace(step.quality, **quality), **own)
