"""Mutu Baku: the standard input, time and result of a step (PermenPAN-RB 35/2012, II.C)."""

from dataclasses import dataclass

from sopeditor.model.duration import Duration


@dataclass(frozen=True, slots=True, kw_only=True)
class QualityStandard:
    """Kelengkapan, Peralatan (only some offices), Waktu and Output of one step."""

    inputs: str = ""
    tools: str = ""
    duration: Duration = Duration("")
    output: str = ""


NO_QUALITY = QualityStandard()
