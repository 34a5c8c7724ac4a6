"""Mutu Baku: the standard input, time and result of a step (PermenPAN-RB 35/2012, II.C)."""

from msgspec import Struct

from sopeditor.model.duration import Duration


class QualityStandard(Struct, frozen=True, kw_only=True):
    """Kelengkapan, Peralatan (only some offices), Waktu and Output of one step."""

    inputs: str = ""
    tools: str = ""
    duration: Duration = Duration("")
    output: str = ""


NO_QUALITY = QualityStandard()
