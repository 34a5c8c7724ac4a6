"""The keys of messages that the program's source names, found in its syntax trees."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tests.architecture.source import modules

#: Functions whose first argument is a key and whose named arguments fill its sentence.
WORDING = {"message", "text", "words"}

_KEY = re.compile(r"[a-z][a-z0-9_]*(\.[A-Za-z0-9_]+)+")


@dataclass(frozen=True)
class Wording:
    """A call that words a literal key: where, which key, and the names of its values."""

    place: str
    key: str
    values: frozenset[str] | None  # None: handed on with **, so not to be seen here
    certain: bool  # a call of `message`: its argument is a key, whatever it looks like


@cache
def literals() -> frozenset[str]:
    """Answer every string constant of the program; parts of f-strings are not among them."""
    inside = {id(part) for tree in modules().values() for part in _parts_of_f_strings(tree)}
    return frozenset(
        node.value
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in inside
    )


def literal_keys(files: frozenset[str]) -> set[str]:
    """Answer the constants that look like keys of one of the catalogue's `files`."""
    return {text for text in literals() if _KEY.fullmatch(text) and text.split(".")[0] in files}


@cache
def built_keys() -> frozenset[str]:
    """Answer the f-strings that look like keys or parts of keys, each hole as `{}`."""
    written = {
        "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
        for tree in modules().values()
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr)
    }
    return frozenset(
        text for text in written if re.fullmatch(r"(?=.*[a-z_])[A-Za-z0-9_.{}]+", text)
    )


def wordings() -> Iterator[Wording]:
    """Answer every call that words a literal key."""
    for module, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and (found := _wording(module, node)):
                yield found


def _wording(module: str, call: ast.Call) -> Wording | None:
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ast.unparse(call.func)
    first = call.args[0] if call.args else None
    if name not in WORDING or not isinstance(first, ast.Constant):
        return None
    key = first.value
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        return None
    names = {word.arg for word in call.keywords}
    values = None if None in names else frozenset(str(word) for word in names)
    return Wording(f"{module}:{call.lineno}", key, values, certain=name == "message")


def _parts_of_f_strings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from node.values
