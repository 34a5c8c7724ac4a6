"""TOML -> dict; quickly where it is as plain as our own files, which the start waits for.

Python's own reader goes letter by letter and needs longer to be imported than all files of
the first painting to be read. Here lines are taken whole; a text with any line that is not
of the plain kind, right or wrong, is left to Python's reader.
"""

from typing import Any

_SWITCHES = {"true": True, "false": False}


class _NotPlainError(Exception):
    """A line is not of the plain kind."""


def read_toml(text: str) -> dict[str, Any]:
    """Answer what `tomllib.loads` answers; raises ValueError as it does."""
    try:
        return _read(text)
    except _NotPlainError:
        # Late: no file of the first painting needs it.
        import tomllib

        return tomllib.loads(text)


def _read(text: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    table = found
    for line in text.split("\n"):
        if not line:
            continue
        if line[0] == "#" and line.isprintable():
            continue
        if line[0] == "[" and line[-1] == "]":
            table = _put(found, line[1:-1], {})
        else:
            key, _, value = line.partition(" = ")
            _put(table, key, _value(value))
    return found


def _put(table: dict[str, Any], key: str, value: Any) -> Any:
    """Put a value into a table, once; answers it."""
    if key in table or not (key.isascii() and key.replace("_", "").isalnum()):
        raise _NotPlainError
    table[key] = value
    return value


def _value(text: str) -> str | bool | list[str]:
    if text[:1] == '"':
        return _string(text)
    if text[:2] == '["' and text[-2:] == '"]':
        return [_string(f'"{item}"') for item in text[2:-2].split('", "')]
    if text in _SWITCHES:
        return _SWITCHES[text]
    raise _NotPlainError


def _string(text: str) -> str:
    """Answer a text between quotation marks, of whose escapes only new lines are plain."""
    inner = text[1:-1]
    breaks = inner.count("\\")
    plain = text[-1] == '"' and len(text) > 1 and '"' not in inner and inner.isprintable()
    if not plain or breaks != inner.count("\\n"):
        raise _NotPlainError
    return inner.replace("\\n", "\n") if breaks else inner
