"""Imports run one way, as the contracts in pyproject.toml say."""

import importlib.util
import os
import subprocess
import sys

import pytest

from tests.architecture.source import ROOT


@pytest.mark.skipif(
    importlib.util.find_spec("importlinter") is None, reason="import-linter is not installed"
)
def test_every_import_keeps_the_contracts() -> None:
    command = "from importlinter.cli import lint_imports_command as run; run(['--no-cache'])"
    done = subprocess.run(
        [sys.executable, "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_widgets_are_imported_only_where_there_are_windows() -> None:
    allowed = {"canvas", "ui", "app.py"}
    strays = [
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "sopeditor").rglob("*.py")
        if path.relative_to(ROOT / "sopeditor").parts[0] not in allowed
        and "PySide6.QtWidgets" in path.read_text("utf-8")
    ]
    assert strays == []
