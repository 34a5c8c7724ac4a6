"""What each command does; every one answers an exit code."""

import json
import sys
from argparse import Namespace
from collections import Counter

from msgspec.structs import asdict

from sopeditor import assets
from sopeditor.checks.finding import Finding, Severity
from sopeditor.checks.registry import find
from sopeditor.checks.wording import read_wording
from sopeditor.cli.exits import Exit
from sopeditor.excel.flavour import Flavour
from sopeditor.export.formats import DATA_FORMATS, Format, Output, export, format_of
from sopeditor.foundation.message import Catalogue
from sopeditor.layout.placement import DocumentLayout
from sopeditor.layout.quality import drawn_charts
from sopeditor.model.document import Document
from sopeditor.model.drawn import DrawnChart
from sopeditor.model.profile import Profile
from sopeditor.storage.files import load
from sopeditor.storage.profiles import profile_of, read_profiles
from sopeditor.tables.omissions import left_out


def run_export(arguments: Namespace, words: Catalogue) -> Exit:
    """Write the document in the form that the output's ending asks for."""
    if arguments.template is not None:
        return _fill_template(arguments, words)
    kind = format_of(arguments.output)
    document, _ = load(arguments.file)
    layout = None if kind in DATA_FORMATS else _lay_out(document)
    flavour = Flavour(arguments.excel_flavour)
    profile, page = _profile(document), arguments.page
    output = Output(document, profile, layout, page, flavour, arguments.one_sheet)
    export(output, arguments.output)
    if kind is Format.CSV:
        _tell_left_out(document, words)
    return Exit.FINE


def _fill_template(arguments: Namespace, words: Catalogue) -> Exit:
    """Write the document into an office's own workbook; say what found no place."""
    # Late: text is measured with Qt, and a system may lack Qt's libraries.
    from sopeditor.cli.typesetting import offscreen_measurer
    from sopeditor.excel.template.fill import FillOptions
    from sopeditor.export.template import Filling, export_into

    document, _ = load(arguments.file)
    options = FillOptions(flavour=Flavour(arguments.excel_flavour))
    filling = Filling(document, _profile(document), offscreen_measurer(), options)
    for note in export_into(arguments.template, filling, arguments.output):
        sys.stderr.write(words.word(note) + "\n")
    return Exit.FINE


def _tell_left_out(document: Document, words: Catalogue) -> None:
    """Say what the table does not hold: whoever hands it over must know."""
    parts = ", ".join(words.word(part) for part in left_out(document))
    if parts:
        sys.stderr.write(words.text("cli.export.not_held", parts=parts) + "\n")


def run_check(arguments: Namespace, words: Catalogue) -> Exit:
    """Print what the regulation finds; answer FINDINGS when something must be mended."""
    document, _ = load(arguments.file)
    words_of_rules = read_wording(assets.resource("wording"))
    findings = find(document, _profile(document), words_of_rules, _drawn(document))
    if arguments.format == "json":
        _print(json.dumps([_plain(found, words) for found in findings], ensure_ascii=False))
    else:
        _print_findings(findings, words)
    return Exit.FINDINGS if _counted(findings)[Severity.ERROR] else Exit.FINE


def run_layout(arguments: Namespace, words: Catalogue) -> Exit:
    """Print symbols and lines of every page of every chart."""
    from sopeditor.layout.report import bench_pages

    document, _ = load(arguments.file)
    _print(json.dumps(bench_pages(_lay_out(document)), ensure_ascii=False))
    return Exit.FINE


def _drawn(document: Document) -> tuple[DrawnChart, ...]:
    try:
        return drawn_charts(_lay_out(document))
    except ImportError:
        # Without Qt's libraries nothing is drawn; all other rules can still be checked.
        return ()


def _lay_out(document: Document) -> DocumentLayout:
    # Late: only what has pages needs Qt, and a system may lack Qt's libraries.
    from sopeditor.cli.typesetting import lay_out_offscreen

    return lay_out_offscreen(document, _profile(document))


def _profile(document: Document) -> Profile:
    return profile_of(document, read_profiles(assets.resource("profiles")))


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")


def _counted(findings: tuple[Finding, ...]) -> Counter[Severity]:
    return Counter(found.severity for found in findings)


def _plain(found: Finding, words: Catalogue) -> dict[str, object]:
    return {
        "rule": found.rule,
        "severity": found.severity.value,
        "message": words.word(found.message),
        "basis": words.word(found.basis),
        "place": {name: value for name, value in asdict(found.place).items() if value},
    }


def _print_findings(findings: tuple[Finding, ...], words: Catalogue) -> None:
    if not findings:
        _print(words.text("cli.check_result.none"))
        return
    for found in findings:
        severity = words.text(f"checks.severity.{found.severity.value}")
        _print(f"{severity:<10} {found.rule}  {words.word(found.message)}")
    counted = _counted(findings)
    _print(
        words.text(
            "cli.check_result.count",
            errors=counted[Severity.ERROR],
            warnings=counted[Severity.WARNING],
            infos=counted[Severity.INFO],
        )
    )
