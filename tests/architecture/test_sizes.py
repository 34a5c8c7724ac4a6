"""The house stays habitable: small modules, functions and classes, each with its meaning told."""

import ast
import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from statistics import median

from tests.architecture.source import PACKAGE, ROOT, classes, functions, modules

MODULE_LINES, MEDIAN_MODULE_LINES = 400, 150
FUNCTION_LINES, MEDIAN_FUNCTION_LINES = 40, 12
CLASS_METHODS = 25
STARTER_LINES = 250

#: Names that say nothing of what is inside.
_EMPTY_NAMES = re.compile(r"(^|_)(utils?|helpers?|manager|misc|common|stuff)($|_)", re.IGNORECASE)


def _lines(path: str) -> int:
    return len((ROOT / path).read_text("utf-8").splitlines())


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Answer the lines of a function; decorators and the docstring are not counted."""
    body = node.body[1:] if ast.get_docstring(node) and len(node.body) > 1 else node.body
    return (node.end_lineno or node.lineno) - body[0].lineno + 1


def test_no_module_is_too_long() -> None:
    assert {path: n for path in modules() if (n := _lines(path)) > MODULE_LINES} == {}


def test_half_of_the_modules_are_short() -> None:
    lengths = [_lines(path) for path in modules() if not path.endswith("__init__.py")]
    assert median(lengths) <= MEDIAN_MODULE_LINES


def test_the_starter_stays_small() -> None:
    assert _lines("run.py") <= STARTER_LINES


def test_no_function_is_too_long() -> None:
    assert {at: n for at, node in functions() if (n := _length(node)) > FUNCTION_LINES} == {}


def test_half_of_the_functions_are_short() -> None:
    assert median(_length(node) for _, node in functions()) <= MEDIAN_FUNCTION_LINES


def test_no_class_has_too_many_methods() -> None:
    counts = {
        at: sum(isinstance(part, ast.FunctionDef) for part in node.body) for at, node in classes()
    }
    assert {at: n for at, n in counts.items() if n > CLASS_METHODS} == {}


def test_no_name_is_empty_of_meaning() -> None:
    names = [*(PurePosixPath(path).stem for path in modules()), *_folders()]
    assert [name for name in names if _EMPTY_NAMES.search(name)] == []
    assert [at for at, node in classes() if _EMPTY_NAMES.search(_words(node.name))] == []


def _folders() -> list[str]:
    return [path.name for path in PACKAGE.rglob("*") if path.is_dir()]


def _words(class_name: str) -> str:
    """FileManager -> File_Manager."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", class_name)


def test_every_module_and_every_public_name_is_explained() -> None:
    assert list(_unexplained()) == []


def _unexplained() -> Iterator[str]:
    for path, tree in modules().items():
        if ast.get_docstring(tree) is None:
            yield path
        yield from _unexplained_in(path, tree)


def _unexplained_in(path: str, scope: ast.Module | ast.ClassDef) -> Iterator[str]:
    for node in scope.body:
        if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if node.name.startswith("_") or _told_elsewhere(node):
            continue
        if ast.get_docstring(node) is None:
            yield f"{path}:{node.lineno} {node.name}"
        if isinstance(node, ast.ClassDef):
            yield from _unexplained_in(path, node)


def _told_elsewhere(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Answer whether the name is explained where it is declared: overrides and setters."""
    names = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
    return bool(names & {"override", "overload", "setter"})
