"""A symbol of a step (PermenPAN-RB 35/2012, II.B.b: five symbols, three of them data).

Arrows are `Flow`s; the off-page pentagon is always derived by the layout.
"""

from enum import StrEnum

from msgspec import Struct

from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup


class SymbolKind(StrEnum):
    """What a symbol says."""

    TERMINATOR = "terminator"  # kapsul: mulai, selesai
    PROCESS = "process"  # kotak: proses
    DECISION = "decision"  # belah ketupat: keputusan


class Symbol(Struct, frozen=True, kw_only=True):
    """One symbol of a step, for one actor or, done by several at once, for several.

    `actors` holds actor ids, the responsible one first. A symbol of two neighbouring
    lanes stands between them. `caption` is the short text that some offices put inside.
    """

    id: str
    kind: SymbolKind
    actors: tuple[str, ...]
    caption: str = ""
    foreign: ForeignMarkup = NOTHING_FOREIGN
