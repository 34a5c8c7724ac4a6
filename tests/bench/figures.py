"""A measured figure beside its target, and what it was measured against in the same run."""

from dataclasses import dataclass

from typing_extensions import override


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One figure; `most` and `least` are the target, None where there is none on that side."""

    id: str
    what: str
    value: float
    most: float | None = None
    least: float | None = None
    beside: str = ""

    @property
    def holds(self) -> bool:
        """Whether the target is met."""
        above = self.most is None or self.value <= self.most
        return above and (self.least is None or self.value >= self.least)

    @override
    def __str__(self) -> str:
        target = f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}"
        verdict = "ok" if self.holds else "MISSED"
        return f"{self.id:4} {self.what:44} {self.value:9.4g}  {target:9} {verdict:7} {self.beside}"


def at(values: list[float], share: float) -> float:
    """Answer the value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def mean(values: list[float]) -> float:
    """Answer the mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0
