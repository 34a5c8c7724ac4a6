"""Deleting whatever is selected."""

from sopeditor.editing.command import Command
from sopeditor.editing.flows import DeleteFlows
from sopeditor.editing.parts import chart_of_flow, step_by_id, step_of_symbol
from sopeditor.editing.steps import DeleteSteps
from sopeditor.editing.symbols import DeleteSymbols
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document


class DeleteSelection(Command, frozen=True, kw_only=True):
    """Take away rows, symbols and flows together.

    A selected flow that ends at a symbol which goes too is left to the healing: selecting
    a symbol with its lines and selecting it alone have the same result.
    """

    steps: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    flows: tuple[str, ...] = ()

    @override
    def named(self, document: Document) -> Message:
        commands = self._commands(document)
        if len(commands) == 1:
            return commands[0].named(document)
        return message("editing.name.delete_selection")

    @override
    def apply(self, document: Document) -> Document:
        for command in self._commands(document):
            document = command.apply(document)
        return document

    def _commands(self, document: Document) -> tuple[Command, ...]:
        rows = {symbol.id for step in self.steps for symbol in step_by_id(document, step).symbols}
        symbols = tuple(
            symbol
            for symbol in self.symbols
            if step_of_symbol(document, symbol) and symbol not in rows
        )
        going = rows.union(symbols)
        flows = tuple(flow for flow in self.flows if going.isdisjoint(_ends(document, flow)))
        commands: list[Command] = []
        if flows:
            commands.append(DeleteFlows(flows=flows))
        if symbols:
            commands.append(DeleteSymbols(symbols=symbols))
        if self.steps:
            commands.append(DeleteSteps(steps=self.steps))
        return tuple(commands)


def _ends(document: Document, flow_id: str) -> tuple[str, str]:
    flow = chart_of_flow(document, flow_id).flow(flow_id)
    return flow.source, flow.target
