"""A Profil Peraturan: what a regulation fixes, so that no document holds a caption.

Profiles are data in `resources/profiles/`; `storage.profiles` reads them.
"""

from collections.abc import Mapping

from msgspec import Struct

from sopeditor.model.step import Column
from sopeditor.model.symbol import SymbolKind

#: The profile of new documents.
DEFAULT_PROFILE = "permenpan_35_2012"


class Profile(Struct, frozen=True, kw_only=True):
    """Captions and habits of one regulation.

    `captions` words every printed caption by key: the columns by their `Column` value,
    `actors`, `quality` (Mutu Baku), and the fields of the cover by their field name.
    `columns` gives the order from left to right; TOOLS is shown only where a chart uses it.
    """

    id: str
    name: str
    captions: Mapping[str, str]
    columns: tuple[Column, ...]
    symbols: frozenset[SymbolKind] = frozenset(SymbolKind)
    column_numbers: bool = True
    strict: bool = True
