"""What is selected: ids of one chart, never the parts themselves."""

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.model.document import Document


class Selection(Struct, frozen=True, kw_only=True):
    """Selected rows, symbols, flows and actors (lanes) of the chart `chart`."""

    chart: str = ""
    steps: frozenset[str] = frozenset()
    symbols: frozenset[str] = frozenset()
    flows: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()

    @classmethod
    def of_steps(cls, chart: str, *steps: str) -> "Selection":
        """Answer the selection of nothing but these rows."""
        return cls(chart=chart, steps=frozenset(steps))

    @classmethod
    def of_symbols(cls, chart: str, *symbols: str) -> "Selection":
        """Answer the selection of nothing but these symbols."""
        return cls(chart=chart, symbols=frozenset(symbols))

    @classmethod
    def of_flows(cls, chart: str, *flows: str) -> "Selection":
        """Answer the selection of nothing but these flows."""
        return cls(chart=chart, flows=frozenset(flows))

    @classmethod
    def of_actors(cls, chart: str, *actors: str) -> "Selection":
        """Answer the selection of nothing but these lanes."""
        return cls(chart=chart, actors=frozenset(actors))

    def __bool__(self) -> bool:
        """Answer whether anything is selected."""
        return bool(self.ids)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of everything selected."""
        return self.steps | self.symbols | self.flows | self.actors

    def toggled(self, other: "Selection") -> "Selection":
        """Answer this selection with what `other` names added, or taken out where it was in.

        Another chart begins anew: a selection lies in one chart.
        """
        if self.chart != other.chart:
            return other
        return replace(
            self,
            steps=self.steps ^ other.steps,
            symbols=self.symbols ^ other.symbols,
            flows=self.flows ^ other.flows,
            actors=self.actors ^ other.actors,
        )

    def united(self, other: "Selection") -> "Selection":
        """Answer this selection with what `other` names added; another chart begins anew."""
        if self.chart != other.chart:
            return other
        return replace(
            self,
            steps=self.steps | other.steps,
            symbols=self.symbols | other.symbols,
            flows=self.flows | other.flows,
            actors=self.actors | other.actors,
        )

    def within(self, document: Document) -> "Selection":
        """Answer what of this selection `document` still holds."""
        for chart in document.charts:
            if chart.id == self.chart:
                return Selection(
                    chart=chart.id,
                    steps=self.steps & {step.id for step in chart.steps},
                    symbols=self.symbols & {symbol.id for _, symbol in chart.symbols()},
                    flows=self.flows & {flow.id for flow in chart.flows},
                    actors=self.actors & set(chart.lanes),
                )
        return NOTHING_SELECTED


NOTHING_SELECTED = Selection()
