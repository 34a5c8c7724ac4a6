"""The texts that a person edits in place: where they stand, what they say, what sets them."""

from abc import abstractmethod
from itertools import pairwise
from math import dist

from msgspec import Struct

from sopeditor.canvas.earlier import likely_texts
from sopeditor.canvas.hit import CellHit, EndHit, FlowHit, HeadingHit, Hit, SymbolHit
from sopeditor.canvas.navigation import spot_rect
from sopeditor.canvas.places import Spot
from sopeditor.canvas.sheet import Sheet
from sopeditor.editing.actors import RenameActor
from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import SetFlowLabel
from sopeditor.editing.steps import SetStepText
from sopeditor.editing.symbols import SetSymbolCaption
from sopeditor.foundation.geometry import Point, Rect, Size
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.layout.placement import PlacedFlow
from sopeditor.model.document import Document
from sopeditor.model.step import Column, Step
from sopeditor.model.symbol import SymbolKind

#: The box in which a label is typed that does not stand anywhere yet, in points.
_NEW_LABEL = Size(46.0, 13.0)


class EditedText(Struct, frozen=True):
    """A text of the document that an editor can be opened on."""

    @property
    def spot(self) -> Spot | None:
        """The cell of the table that it fills, from which Tab goes on."""
        return None

    @property
    def breaks_lines(self) -> bool:
        """Whether it may hold line breaks."""
        return False

    @property
    def centred(self) -> bool:
        """Whether its lines are centred."""
        return True

    def proposals(self, document: Document) -> tuple[Message, ...]:
        """Answer texts that are likely wanted."""
        return ()

    def completions(self, document: Document) -> tuple[str, ...]:
        """Answer texts of the document that complete what is typed, the likeliest first."""
        return ()

    @abstractmethod
    def rect(self, sheet: Sheet) -> Rect | None:
        """Answer its box on the sheet; None when it is not laid out."""
        ...

    @abstractmethod
    def text(self, document: Document) -> str:
        """Answer what it says; raises KeyError when its owner is gone."""
        ...

    @abstractmethod
    def command(self, document: Document, text: str) -> Command:
        """Answer the command that sets it."""
        ...


class CellText(EditedText, frozen=True):
    """A cell of the table; one that runs on over several rows holds the text of all."""

    step: str
    column: Column

    @property
    @override
    def spot(self) -> Spot | None:
        return Spot(self.step, self.column)

    @property
    @override
    def breaks_lines(self) -> bool:
        return True

    @property
    @override
    def centred(self) -> bool:
        return self.column is Column.DURATION

    @override
    def completions(self, document: Document) -> tuple[str, ...]:
        chart = document.chart_of_step(self.step)
        return likely_texts(chart, self.step, self.column)

    @override
    def rect(self, sheet: Sheet) -> Rect | None:
        return spot_rect(sheet, Spot(self.step, self.column))

    @override
    def text(self, document: Document) -> str:
        texts = (step.text(self.column) for step in self._run(document))
        return "\n".join(dict.fromkeys(text for text in texts if text.strip()))

    @override
    def command(self, document: Document, text: str) -> Command:
        first, *others = self._run(document)
        write = SetStepText(step=first.id, column=self.column, text=text)
        emptied = tuple(
            SetStepText(step=step.id, column=self.column, text="")
            for step in others
            if step.text(self.column)
        )
        if not emptied:
            return write
        return Compound(name=write.named(document), commands=(write, *emptied))

    def _run(self, document: Document) -> list[Step]:
        """Answer the steps that share the cell, this one alone where it is not shared."""
        steps = document.chart_of_step(self.step).steps
        run: list[Step] = []
        for step in steps:
            run.append(step)
            if self.column in step.shared and step is not steps[-1]:
                continue
            if any(member.id == self.step for member in run):
                break
            run.clear()
        return run


class ActorName(EditedText, frozen=True):
    """The name of an actor, in the heading of its lane on a page."""

    actor: str
    page: int | None = None

    @override
    def completions(self, document: Document) -> tuple[str, ...]:
        names = (actor.name for actor in document.actors if actor.id != self.actor)
        return tuple(dict.fromkeys(name for name in names if name.strip()))

    @override
    def rect(self, sheet: Sheet) -> Rect | None:
        found = sheet.heading(self.actor, self.page)
        return found and sheet.on_sheet(found[0], found[1].rect)

    @override
    def text(self, document: Document) -> str:
        return document.actor(self.actor).name

    @override
    def command(self, document: Document, text: str) -> Command:
        return RenameActor(actor=self.actor, name=text)


class SymbolCaption(EditedText, frozen=True):
    """The short text inside a symbol."""

    symbol: str

    @override
    def rect(self, sheet: Sheet) -> Rect | None:
        found = sheet.symbol(self.symbol)
        return found and sheet.on_sheet(found[0], found[1].rect)

    @override
    def text(self, document: Document) -> str:
        for chart in document.charts:
            if found := chart.symbol_index().get(self.symbol):
                return found[1].caption
        raise KeyError(self.symbol)

    @override
    def command(self, document: Document, text: str) -> Command:
        return SetSymbolCaption(symbol=self.symbol, caption=text)


class FlowLabel(EditedText, frozen=True):
    """The label of a flow; a branch of a decision is likely "Ya" or "Tidak"."""

    flow: str

    @override
    def proposals(self, document: Document) -> tuple[Message, ...]:
        for chart in document.charts:
            index = chart.symbol_index()
            for flow in chart.flows:
                if flow.id == self.flow and index[flow.source][1].kind is SymbolKind.DECISION:
                    return message("canvas.branch.yes"), message("canvas.branch.no")
        return ()

    @override
    def rect(self, sheet: Sheet) -> Rect | None:
        pieces = [
            (index, flow)
            for index, page in sheet.chart_pages()
            for flow in page.flows
            if flow.flow == self.flow
        ]
        if not pieces:
            return None
        for index, flow in pieces:
            if flow.label is not None:
                return sheet.on_sheet(index, flow.label.rect.grown(2))
        index, flow = pieces[0]
        return sheet.on_sheet(index, Rect.centred(_near_start(flow), _NEW_LABEL))

    @override
    def text(self, document: Document) -> str:
        for chart in document.charts:
            for flow in chart.flows:
                if flow.id == self.flow:
                    return flow.label
        raise KeyError(self.flow)

    @override
    def command(self, document: Document, text: str) -> Command:
        return SetFlowLabel(flow=self.flow, label=text)


def text_at(hit: Hit) -> EditedText | None:
    """Answer the text that a double click on `hit` edits, or None."""
    match hit:
        case CellHit(_, row, _):
            return CellText(row.step, hit.column)
        case HeadingHit(page, cell):
            return ActorName(cell.source, page)
        case SymbolHit(_, symbol):
            return SymbolCaption(symbol.symbol)
        case FlowHit(_, flow, _) | EndHit(_, flow, _) if flow.flow:
            return FlowLabel(flow.flow)
        case _:
            return None


def _near_start(flow: PlacedFlow) -> Point:
    """Answer the middle of the longer of the first two pieces: there a field hides least."""
    pieces = list(pairwise(flow.points))[:2]
    start, end = max(pieces, key=_length)
    return Point((start.x + end.x) / 2, (start.y + end.y) / 2)


def _length(piece: tuple[Point, Point]) -> float:
    return dist(*piece)
