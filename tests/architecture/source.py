"""The project's files as the tests of this folder look at them."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "sopeditor"

#: A function, of either kind.
Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def modules() -> dict[str, ast.Module]:
    """Answer the syntax tree of every module of the program by its path from the root."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {name(path): ast.parse(path.read_text("utf-8")) for path in paths}


def name(path: Path) -> str:
    """Answer a path from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()


def functions() -> Iterator[tuple[str, Function]]:
    """Answer every function and method with the place where it stands."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, Function):
                yield f"{module}:{node.lineno} {node.name}", node


def classes() -> Iterator[tuple[str, ast.ClassDef]]:
    """Answer every class with the place where it stands."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                yield f"{module}:{node.lineno} {node.name}", node


@cache
def tracked_files() -> tuple[str, ...]:
    """Answer the files under version control; skips the test where there is none."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("not a checkout under git")
    command = [git, "-c", "safe.directory=*", "ls-files", "-z"]
    listing = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    names = listing.stdout.decode("utf-8").split("\0")
    return tuple(file for file in names if file and (ROOT / file).is_file())
