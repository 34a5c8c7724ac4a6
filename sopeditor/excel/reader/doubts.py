"""Collects what an import is not sure of, and words it with the cell where it stands."""

from collections.abc import Iterable

from sopeditor.excel.reader.cover import CoverFields
from sopeditor.excel.reader.edges import EdgeDoubt, Edges
from sopeditor.excel.reader.findings import Finding, FindingKind, finding
from sopeditor.excel.reader.labels import Label
from sopeditor.excel.reader.nodes import Node
from sopeditor.excel.reader.objects import DrawnObject, Sort
from sopeditor.excel.reader.sheet import ReadSheet
from sopeditor.excel.reader.table import StepTable
from sopeditor.foundation.geometry import Rect
from sopeditor.model.identity import Identity

_SHOWN = 40
_LOOSE = frozenset({EdgeDoubt.LOOSE, EdgeDoubt.ITSELF})


class Doubts:
    """The findings on one sheet."""

    def __init__(self, sheet: ReadSheet) -> None:
        self._sheet = sheet
        self.findings: list[Finding] = []

    def at(self, kind: FindingKind, place: tuple[int, int], key: str, **values: object) -> None:
        """Add a finding about a cell, row and column from 0."""
        self.findings.append(finding(kind, self._sheet.name, place, key, **values))

    def unused(self, drawn: DrawnObject) -> None:
        """Tell of a shape that stands outside the lanes."""
        self._over(FindingKind.UNUSED, drawn.box, "unused_shape", name=drawn.name[:_SHOWN])

    def strange(self, drawn: DrawnObject) -> None:
        """Tell of a shape whose form means nothing on a chart."""
        if drawn.sort is Sort.FRAME:
            self._over(FindingKind.UNUSED, drawn.box, "frame")
        elif drawn.looks.text and not drawn.looks.preset:
            self._over(FindingKind.UNUSED, drawn.box, "unused_text", text=_short(drawn.looks.text))
        else:
            preset = drawn.looks.preset or "-"
            self._over(FindingKind.UNKNOWN_PRESET, drawn.box, "strange_shape", preset=preset)

    def unknown_preset(self, node: Node) -> None:
        """Tell of a shape that was taken for a box."""
        preset = node.drawn.looks.preset
        if node.drawn.sort is Sort.PICTURE:
            self._over(FindingKind.GUESS, node.box, "picture_as_box")
        else:
            self._over(FindingKind.UNKNOWN_PRESET, node.box, "shape_as_box", preset=preset)

    def lines(self, found: Edges) -> None:
        """Tell of lines that are loose, joined of pieces or have two heads."""
        for doubt, drawn in found.doubts:
            self.line(doubt, drawn)

    def line(self, doubt: EdgeDoubt, drawn: DrawnObject) -> None:
        """Tell of one line."""
        kind = FindingKind.LOOSE_END if doubt in _LOOSE else FindingKind.GUESS
        self._over(kind, drawn.box, doubt.value)

    def labels(self, labels: Iterable[Label]) -> None:
        """Tell of labels that belong to no line."""
        for label in labels:
            self._over(FindingKind.UNUSED, label.box, "unused_text", text=_short(label.text))

    def lonely_link(self, drawn: DrawnObject) -> None:
        """Tell of a page link without its other end."""
        text = _short(drawn.looks.text) or "-"
        self._over(FindingKind.LOOSE_END, drawn.box, "lonely_link", text=text)

    def between_lanes(self, drawn: DrawnObject) -> None:
        """Tell of a symbol that stands between lanes: who is responsible is not drawn."""
        self._over(FindingKind.GUESS, drawn.box, "between_lanes")

    def between_rows(self, drawn: DrawnObject) -> None:
        """Tell of a symbol that stands in no step's row."""
        self._over(FindingKind.GUESS, drawn.box, "between_rows")

    def table(self, table: StepTable) -> None:
        """Tell of rows that were added to the step above, and of cells without a caption."""
        for step in table.steps:
            for row in step.grown:
                self.at(FindingKind.GUESS, (row, table.head.left), "row_continued")
        for place in table.sections:
            text = _short(self._sheet.cells.texts.get(place, ""))
            self.at(FindingKind.UNUSED, place, "unused_text", text=text)
        for place in table.head.strangers:
            text = _short(self._sheet.cells.texts.get(place, ""))
            self.at(FindingKind.UNUSED, place, "unknown_column", text=text)
        for guess in table.head.guesses:
            place = (guess.cells.top, guess.cells.left)
            self.at(FindingKind.GUESS, place, guess.doubt.value)
        rows = range(table.head.top, table.end)
        for place in sorted(self._sheet.cells.doubts):
            if place[0] in rows:
                self.at(FindingKind.GUESS, place, self._sheet.cells.doubts[place].value)

    def cover(self, cover: CoverFields, identity: Identity) -> None:
        """Tell of what a cover leaves open: one name for agency or unit, texts unused."""
        if cover.block and not (identity.agency and identity.unit):
            self.at(FindingKind.GUESS, cover.block.place, "agency_or_unit")
        for place in cover.others:
            text = _short(self._sheet.cells.texts.get(place, ""))
            self.at(FindingKind.UNUSED, place, "unused_text", text=text)

    def _over(self, kind: FindingKind, box: Rect, key: str, **values: object) -> None:
        self.at(kind, self._sheet.cell_of(box), key, **values)


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHOWN else f"{flat[: _SHOWN - 1]}…"
