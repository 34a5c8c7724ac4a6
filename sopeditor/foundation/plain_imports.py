"""Importing it makes imports plain again: PySide puts its own in the place of Python's.

WORKAROUND, PySide6 6.4 to 6.11 (PYSIDE-2029): to serve `from __feature__ import snake_case`,
PySide reads the source of every module imported after it, in search of its own name, and
`linecache` keeps each line. That takes a sixth of the time until the first painting and six
megabytes, for a feature that is not used here.
"""

import builtins

_plain = getattr(builtins, "__orig_import__", None)
if _plain is not None:
    builtins.__import__ = _plain
