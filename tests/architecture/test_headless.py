"""Whatever needs no window can be imported where Qt cannot."""

import subprocess
import sys
import tomllib

import pytest

from tests.architecture.source import PACKAGE, ROOT

#: Imports the packages named as arguments, with all their modules, in a Python without Qt.
IMPORT_WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"PySide6", "shiboken6"}:
            raise ModuleNotFoundError(f"{name} is out of bounds")

sys.meta_path.insert(0, NoQt())
count = 0
for name in sys.argv[1:]:
    found = importlib.import_module(name)
    inside = pkgutil.walk_packages(getattr(found, "__path__", []), name + ".")
    count += 1 + len([importlib.import_module(module.name) for module in inside])
print(count)
"""


def qt_free() -> list[str]:
    """Answer the packages that the contract `qt` in pyproject.toml keeps free of Qt."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    return [str(name) for name in next(c for c in contracts if c["id"] == "qt")["source_modules"]]


def import_without_qt(*names: str) -> "subprocess.CompletedProcess[str]":
    """Import `names` in another Python; it prints how many modules that were."""
    command = [sys.executable, "-c", IMPORT_WITHOUT_QT, *names]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", qt_free())
def test_a_package_of_the_contract_is_imported_without_qt(name: str) -> None:
    done = import_without_qt(name)
    assert done.returncode == 0, done.stderr
    folder = PACKAGE.parent.joinpath(*name.split("."))
    files = len(list(folder.rglob("*.py"))) if folder.is_dir() else 1
    assert int(done.stdout) == files


def test_the_block_is_real() -> None:
    assert "out of bounds" in import_without_qt("PySide6").stderr
