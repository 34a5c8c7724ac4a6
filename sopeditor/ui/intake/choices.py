"""What a person can choose among while correcting: symbols, lines, steps, lanes, columns."""

from collections.abc import Iterator

from msgspec import Struct

from sopeditor.excel.reader.findings import column_name
from sopeditor.excel.reader.header import TableHead
from sopeditor.excel.reader.reading import Imported
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.model.chart import Chart
from sopeditor.model.flow import FlowKind

_SHOWN = 34


class Course(Struct, frozen=True):
    """Where lines lead now: pairs of shapes by their order, plain or not, and the label."""

    pieces: tuple[int, ...]
    pairs: tuple[tuple[int, int], ...] = ()
    joint: bool = False
    label: str = ""


class Choices:
    """The choices on one sheet of an import."""

    def __init__(self, imported: Imported, sheet: ReadSheet) -> None:
        self._imported = imported
        self.sheet = sheet
        self.charts = tuple(
            chart
            for chart in imported.document.charts
            if any(self._row_of(step.id) is not None for step in chart.steps)
        )

    def symbols(self) -> list[tuple[int, str]]:
        """Answer the shapes that are symbols, each with step, lane and activity."""
        found = []
        for chart in self.charts:
            labels = chart.row_labels()
            for index, symbol in chart.symbols():
                origin = self._imported.origins.symbols.get(symbol.id)
                if origin and origin[0] == self.sheet.name:
                    lane = self._imported.document.actor(symbol.actors[0]).name
                    activity = chart.steps[index].activity
                    found.append((origin[1], f"{labels[index]} · {lane} · {shortened(activity)}"))
        return found

    def lines(self) -> list[tuple[int, str]]:
        """Answer the lines that are flows by their first piece, each with its ends."""
        names = {order: text.rpartition(" · ")[0] for order, text in self.symbols()}
        found: dict[int, str] = {}
        for chart in self.charts:
            for flow in chart.flows:
                _, pieces = self._imported.origins.flows.get(flow.id, ("", ()))
                ends = self._ends(flow.source, flow.target)
                if pieces and ends and all(end in names for end in ends):
                    words = f"{names[ends[0]]} → {names[ends[1]]}"
                    found.setdefault(pieces[0], words)
        return sorted(found.items())

    def course_of(self, shapes: tuple[int, ...]) -> Course:
        """Answer where lines lead now; the lines alone where they lead nowhere."""
        origins = self._imported.origins
        names = origins.flows_of(self.sheet.name, shapes)
        flows = [flow for chart in self.charts for flow in chart.flows if flow.id in names]
        pairs = tuple(
            ends for flow in flows if (ends := self._ends(flow.source, flow.target)) is not None
        )
        pieces = dict.fromkeys(shapes)
        for name in names:
            pieces |= dict.fromkeys(origins.flows[name][1])
        return Course(
            pieces=tuple(pieces),
            pairs=pairs,
            joint=any(flow.kind is FlowKind.JOINT for flow in flows),
            label=flows[0].label if flows else "",
        )

    def steps(self) -> list[tuple[int, str]]:
        """Answer the sheet rows at which steps begin, each with label and activity."""
        found = []
        for chart in self.charts:
            for label, step in zip(chart.row_labels(), chart.steps, strict=True):
                row = self._row_of(step.id)
                if row is not None:
                    found.append((row, f"{label} · {shortened(step.activity)}"))
        return found

    def place_of(self, shape: int) -> tuple[int, tuple[int, ...]] | None:
        """Answer the sheet row and the lanes of a symbol now, or None for no symbol."""
        for chart in self.charts:
            for index, symbol in chart.symbols():
                if self._imported.origins.symbols.get(symbol.id) == (self.sheet.name, shape):
                    row = self._row_of(chart.steps[index].id)
                    lanes = tuple(map(chart.lanes.index, symbol.actors))
                    return None if row is None else (row, lanes)
        return None

    def lanes(self, row: int) -> list[str]:
        """Answer the names of the lanes of the chart that a sheet row belongs to."""
        chart = self._chart_at(row)
        if chart is None:
            return []
        return [self._imported.document.actor(lane).name for lane in chart.lanes]

    def heads(self) -> list[TableHead]:
        """Answer the heads of the sheet's tables, from top to bottom."""
        return [head for name, head in self._imported.heads if name == self.sheet.name]

    def _chart_at(self, row: int) -> Chart | None:
        name = self._imported.origins.step_at(self.sheet.name, row)
        charts = (c for c in self.charts if any(step.id == name for step in c.steps))
        return next(charts, self.charts[0] if self.charts else None)

    def _row_of(self, step: str) -> int | None:
        where, row = self._imported.origins.steps.get(step, ("", 0))
        return row if where == self.sheet.name else None

    def _ends(self, source: str, target: str) -> tuple[int, int] | None:
        symbols = self._imported.origins.symbols
        if source in symbols and target in symbols:
            return symbols[source][1], symbols[target][1]
        return None


def columns_of(sheet: ReadSheet, rows: range) -> Iterator[tuple[int, str]]:
    """Answer the used columns of a sheet: each with its letter and the words in some rows."""
    last = max((column for _, column in sheet.cells.texts), default=0)
    for column in range(last + 1):
        words = [sheet.cells.texts.get((row, column), "") for row in rows]
        text = shortened(" ".join(word for word in words if word))
        letter = column_name(column)
        yield column, f"{letter} · {text}" if text else letter


def shortened(text: str) -> str:
    """Answer a text on one line, cut where it is long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
