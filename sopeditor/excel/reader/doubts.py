"""Collects what an import is not sure of, and words it with the cell where it stands."""

from collections.abc import Iterable

from sopeditor.excel.reader.cover import CoverFields
from sopeditor.excel.reader.edges import Edge, EdgeDoubt, Edges, LineDoubt
from sopeditor.excel.reader.findings import Finding, FindingKind, Topic, finding
from sopeditor.excel.reader.labels import Label
from sopeditor.excel.reader.nodes import Node, is_line
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.reader.table import StepTable
from sopeditor.excel.reader.told import NOTHING_TOLD, Told
from sopeditor.foundation.geometry import Rect
from sopeditor.model.identity import Identity

_SHOWN = 40
_LOOSE = frozenset({EdgeDoubt.LOOSE, EdgeDoubt.ITSELF})


class Doubts:
    """The findings on one sheet; what a person has told about it is no doubt any more."""

    def __init__(self, sheet: ReadSheet, told: Told = NOTHING_TOLD) -> None:
        self._sheet = sheet
        self._told = told
        self.findings: list[Finding] = []

    def at(
        self,
        kind: FindingKind,
        place: tuple[int, int],
        key: str,
        topic: Topic = Topic.NOTHING,
        **values: str,
    ) -> None:
        """Add a finding about a cell, row and column from 0."""
        self.findings.append(finding(kind, self._sheet.name, place, key, topic, (), **values))

    def unused(self, drawn: DrawnObject) -> None:
        """Tell of a shape that stands outside the lanes."""
        self._over(FindingKind.UNUSED, drawn, "unused_shape", Topic.SYMBOL, name=_short(drawn.name))

    def strange(self, drawn: DrawnObject) -> None:
        """Tell of a shape whose form means nothing on a chart."""
        if drawn.sort is Sort.FRAME:
            self._over(FindingKind.UNUSED, drawn, "frame", Topic.SYMBOL)
        elif drawn.looks.text and not drawn.looks.preset:
            text = _short(drawn.looks.text)
            self._over(FindingKind.UNUSED, drawn, "unused_text", Topic.SYMBOL, text=text)
        else:
            preset = drawn.looks.preset or "-"
            self._over(
                FindingKind.UNKNOWN_PRESET, drawn, "strange_shape", Topic.SYMBOL, preset=preset
            )

    def unknown_preset(self, node: Node) -> None:
        """Tell of a shape that was taken for a box."""
        kind, drawn, topic = FindingKind.UNKNOWN_PRESET, node.drawn, Topic.SYMBOL
        if drawn.sort is Sort.PICTURE:
            self._over(FindingKind.GUESS, drawn, "picture_as_box", topic)
        else:
            self._over(kind, drawn, "shape_as_box", topic, preset=drawn.looks.preset or "-")

    def lines(self, found: Edges) -> None:
        """Tell of lines that are loose, joined of pieces or have two heads."""
        for line in found.doubts:
            self.line(line)

    def line(self, line: LineDoubt) -> None:
        """Tell of one line."""
        kind = FindingKind.LOOSE_END if line.doubt in _LOOSE else FindingKind.GUESS
        self._over(kind, line.drawn, line.doubt.value, Topic.LINE, line.pieces)

    def unlabelled(self, edge: Edge) -> None:
        """Tell of a way out of a decision that says nothing, beside others."""
        self._over(FindingKind.MISSING, edge.drawn, "unlabelled_exit", Topic.LINE, edge.pieces)

    def labels(self, labels: Iterable[Label]) -> None:
        """Tell of labels that belong to no line."""
        for label in labels:
            text = _short(label.text)
            self._over(FindingKind.UNUSED, label.drawn, "unused_text", Topic.LABEL, text=text)

    def approximate(self, drawn: DrawnObject) -> None:
        """Tell of a shape in a turned or mirrored group: its place is only near."""
        topic = Topic.LINE if is_line(drawn) else Topic.SYMBOL
        self._over(FindingKind.GUESS, drawn, "turned_group", topic)

    def chart_picture(self, drawn: DrawnObject) -> None:
        """Tell of a picture that shows several steps at once, which nobody can read."""
        self._over(FindingKind.UNUSED, drawn, "chart_picture", Topic.SYMBOL)

    def lonely_link(self, drawn: DrawnObject) -> None:
        """Tell of a page link without its other end."""
        text = _short(drawn.looks.text) or "-"
        self._over(FindingKind.LOOSE_END, drawn, "lonely_link", Topic.LINK, text=text)

    def between_lanes(self, drawn: DrawnObject) -> None:
        """Tell of a symbol that stands between lanes: who is responsible is not drawn."""
        self._over(FindingKind.GUESS, drawn, "between_lanes", Topic.SYMBOL)

    def between_rows(self, drawn: DrawnObject) -> None:
        """Tell of a symbol that stands in no step's row."""
        self._over(FindingKind.GUESS, drawn, "between_rows", Topic.SYMBOL)

    def table(self, table: StepTable) -> None:
        """Tell of rows that were added to the step above, and of cells without a caption."""
        for step in table.steps:
            for row in step.grown:
                self.at(FindingKind.GUESS, (row, table.head.left), "row_continued", Topic.ROW)
            if self._is_hidden(step.first):
                place = (step.first, table.head.left)
                self.at(FindingKind.GUESS, place, "hidden_row", Topic.ROW)
        for place in table.sections:
            self._unused_text(place, Topic.ROW)
        for place in table.head.strangers:
            text = _short(self._sheet.cells.texts.get(place, ""))
            self.at(FindingKind.UNUSED, place, "unknown_column", Topic.TABLE, text=text)
        for guess in table.head.guesses:
            place = (guess.cells.top, guess.cells.left)
            self.at(FindingKind.GUESS, place, guess.doubt.value, Topic.TABLE)
        self._cells(range(table.head.top, table.end))

    def _is_hidden(self, row: int) -> bool:
        rows = self._sheet.grid.rows
        told = row in self._told.rows
        return not told and rows.edge(row + 1) - rows.edge(row) <= 0

    def _cells(self, rows: range) -> None:
        for place in sorted(self._sheet.cells.doubts):
            if place[0] in rows:
                value = self._sheet.cells.doubts[place].value
                self.at(FindingKind.GUESS, place, value, Topic.CELL)

    def cover(self, cover: CoverFields, identity: Identity, rows: range) -> None:
        """Tell of what a cover leaves open: one name for agency or unit, texts unused."""
        if cover.block and not (identity.agency and identity.unit):
            self.at(FindingKind.GUESS, cover.block.place, "agency_or_unit", Topic.FIELD)
        for place in cover.others:
            if place not in self._told.fields:
                self._unused_text(place, Topic.FIELD)
        self._cells(rows)

    def _unused_text(self, place: tuple[int, int], topic: Topic) -> None:
        text = _short(self._sheet.cells.texts.get(place, ""))
        self.at(FindingKind.UNUSED, place, "unused_text", topic, text=text)

    def _over(
        self,
        kind: FindingKind,
        drawn: DrawnObject,
        key: str,
        topic: Topic,
        shapes: tuple[int, ...] = (),
        **values: object,
    ) -> None:
        """Add a finding about a shape, at the cell under its middle."""
        box: Rect = drawn.box
        self.findings.append(
            finding(
                kind,
                self._sheet.name,
                self._sheet.cell_of(box),
                key,
                topic,
                shapes or (drawn.order,),
                **values,
            )
        )


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
