"""Step tables and workbooks in, with a report of what was guessed."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from sopeditor import assets
from sopeditor.cli.exits import Exit
from sopeditor.excel.reader.files import ENDINGS, load_workbook
from sopeditor.excel.reader.findings import Finding
from sopeditor.excel.reader.reading import Imported
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import Catalogue, message
from sopeditor.storage.files import save, write_atomically
from sopeditor.storage.profiles import read_profiles
from sopeditor.tables.files import load_table


def run_import(arguments: Namespace, words: Catalogue) -> Exit:
    """Read a step table or a workbook and write it as a document.

    With `--strict` nothing is written where anything had to be guessed.
    """
    output: Path = arguments.output
    if output.suffix.lower() != ".sop":
        raise ExportFailed(message("cli.error.not_sop", name=output.name))
    imported = _read(arguments.file)
    if arguments.report is not None:
        write_atomically(arguments.report, _report(imported.findings, words))
    for found in imported.findings:
        sys.stderr.write(f"{found.sheet}!{found.cell}: {words.word(found.words)}\n")
    if arguments.strict and imported.doubtful:
        sys.stderr.write(
            words.text("cli.import.strict_failed", count=len(imported.doubtful)) + "\n"
        )
        return Exit.FINDINGS
    save(imported.document, output)
    return Exit.FINE


def _read(path: Path) -> Imported:
    if path.suffix.lower() in ENDINGS:
        return load_workbook(path, read_profiles(assets.resource("profiles")))
    return Imported(document=load_table(path), exact=True)


def _report(findings: tuple[Finding, ...], words: Catalogue) -> bytes:
    """Answer the report: a JSON list with an object for each finding, in the order of reading.

    The keys are stable; more may come, none goes:

    - `kind`: `guess`, `loose_end`, `unknown_preset`, `unused`, `missing` (the workbook itself
      does not say it) or `note` (nothing of the document is concerned)
    - `sheet` and `cell`: where to look, as Excel names them
    - `rule`: the name of what was found, such as `loose_line`, the same in every language
    - `message`: the sentence in the language of the program
    - `doubtful`: whether `--strict` fails on it; so it is but for `missing` and `note`

    A step table or an unchanged workbook of our own gives an empty list.
    """
    plain = [
        {
            "kind": found.kind.value,
            "sheet": found.sheet,
            "cell": found.cell,
            "rule": found.words.key.rpartition(".")[2],
            "message": words.word(found.words),
            "doubtful": found.doubtful,
        }
        for found in findings
    ]
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode("utf-8")
