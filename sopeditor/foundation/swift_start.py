"""Importing it first makes what follows quicker: plain imports, and fewer searches for garbage.

WORKAROUND, PySide6 6.4 to 6.11 (PYSIDE-2029): PySide puts an import of its own in the place of
Python's. To serve `from __feature__ import snake_case`, it reads the source of every module
imported after it, in search of its own name, and `linecache` keeps each line. That takes a sixth
of the time until the first painting and six megabytes, for a feature that is not used here.

Garbage means rings of objects here; all else goes at once. Records that never change form none,
so that Python, which looks after every 700 new objects, would search a whole layout in vain.
"""

import builtins
import gc

#: New objects after which the young ones are searched for garbage.
_YOUNG = 20_000

_plain_import = getattr(builtins, "__orig_import__", None)
if _plain_import is not None:
    builtins.__import__ = _plain_import
gc.set_threshold(_YOUNG)
