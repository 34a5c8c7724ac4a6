"""A Pelaksana: who does a step (PermenPAN-RB 35/2012, II.B: the actor stands in a lane)."""

from msgspec import Struct

from sopeditor.model.foreign import NOTHING_FOREIGN, ForeignMarkup


class Actor(Struct, frozen=True, kw_only=True):
    """A lane: jabatan, short code for the step table, and whether it is a Pihak Luar."""

    id: str
    name: str
    code: str = ""
    external: bool = False
    foreign: ForeignMarkup = NOTHING_FOREIGN
