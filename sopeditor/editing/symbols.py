"""Commands on symbols."""

from msgspec.structs import replace

from sopeditor.editing.cleaning import clean_symbol, typed_text
from sopeditor.editing.command import Command
from sopeditor.editing.naming import label_of_symbol, step_label
from sopeditor.editing.parts import (
    chart_of_symbol,
    refuse_taken,
    replaced,
    step_by_id,
    step_of_symbol,
    symbol_by_id,
    with_chart,
    with_step,
    with_symbol,
    without,
)
from sopeditor.editing.rules import may_add_symbol, may_move_symbol
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS
from sopeditor.model.symbol import Symbol, SymbolKind


class AddSymbol(Command, frozen=True, kw_only=True):
    """Put a symbol into a row."""

    step: str
    symbol: Symbol

    @override
    def named(self, document: Document) -> Message:
        return message(
            "editing.name.add_symbol",
            kind=message(f"editing.kind.{self.symbol.kind.value}"),
            step=step_label(document, self.step),
        )

    @override
    def apply(self, document: Document) -> Document:
        may_add_symbol(document, self.symbol.kind, self.step, self.symbol.actors).insist()
        refuse_taken(document, self.symbol.id)
        step = step_by_id(document, self.step)
        symbols = (*step.symbols, clean_symbol(self.symbol))
        return with_step(document, replace(step, symbols=symbols))


class MoveSymbol(Command, frozen=True, kw_only=True):
    """Move a symbol to lanes of a row of its chart; its flows stay tied to it.

    Wishes about the course of those flows are forgotten: they spoke of the old place.
    """

    symbol: str
    step: str
    actors: tuple[str, ...]

    @override
    def named(self, document: Document) -> Message:
        return message("editing.name.move_symbol")

    @override
    def apply(self, document: Document) -> Document:
        may_move_symbol(document, self.symbol, self.step, self.actors).insist()
        home = step_of_symbol(document, self.symbol)
        moved = replace(symbol_by_id(document, self.symbol), actors=self.actors)
        if home.id == self.step:
            moved_home = replace(home, symbols=replaced(home.symbols, moved))
            document = with_step(document, moved_home)
        else:
            left = replace(home, symbols=without(home.symbols, (self.symbol,)))
            target = step_by_id(document, self.step)
            document = with_step(document, left)
            document = with_step(document, replace(target, symbols=(*target.symbols, moved)))
        chart = chart_of_symbol(document, self.symbol)
        return with_chart(document, _without_hints(chart, self.symbol))


class DeleteSymbols(Command, frozen=True, kw_only=True):
    """Take symbols away; the flow is healed around them."""

    symbols: tuple[str, ...]

    @override
    def named(self, document: Document) -> Message:
        if len(self.symbols) == 1:
            label = label_of_symbol(document, self.symbols[0])
            return message("editing.name.delete_symbol", step=label)
        return message("editing.name.delete_symbols", count=len(self.symbols))

    @override
    def apply(self, document: Document) -> Document:
        for symbol_id in self.symbols:
            step = step_of_symbol(document, symbol_id)
            left = replace(step, symbols=without(step.symbols, (symbol_id,)))
            document = with_step(document, left)
        return document


class SetSymbolKind(Command, frozen=True, kw_only=True):
    """Make a symbol a kapsul, a kotak or a belah ketupat."""

    symbol: str
    kind: SymbolKind

    @override
    def named(self, document: Document) -> Message:
        return message(
            "editing.name.symbol_kind",
            kind=message(f"editing.kind.{self.kind.value}"),
            step=label_of_symbol(document, self.symbol),
        )

    @override
    def apply(self, document: Document) -> Document:
        symbol = symbol_by_id(document, self.symbol)
        return with_symbol(document, replace(symbol, kind=self.kind))


class SetSymbolCaption(Command, frozen=True, kw_only=True):
    """Write the short text inside a symbol."""

    symbol: str
    caption: str

    @property
    @override
    def merge_key(self) -> str:
        return f"caption {self.symbol}"

    @override
    def named(self, document: Document) -> Message:
        label = label_of_symbol(document, self.symbol)
        return message("editing.name.symbol_caption", step=label)

    @override
    def apply(self, document: Document) -> Document:
        symbol = symbol_by_id(document, self.symbol)
        return with_symbol(document, replace(symbol, caption=typed_text(self.caption)))


def _without_hints(chart: Chart, symbol_id: str) -> Chart:
    flows = tuple(
        replace(flow, hints=NO_HINTS) if symbol_id in {flow.source, flow.target} else flow
        for flow in chart.flows
    )
    return replace(chart, flows=flows)
