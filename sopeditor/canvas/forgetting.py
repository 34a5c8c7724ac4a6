"""Leaving lines to the router again."""

from sopeditor.canvas.courses import wishful
from sopeditor.editing.command import Command
from sopeditor.editing.compound import Compound
from sopeditor.editing.flows import SetFlowHints
from sopeditor.foundation.message import message
from sopeditor.model.document import Document
from sopeditor.model.flow import NO_HINTS


def forget_courses(document: Document, flows: frozenset[str]) -> Command | None:
    """Answer the command that leaves lines to the router again; None when all are."""
    wishing = [flow for flow in wishful(document) if flow.id in flows]
    commands = tuple(SetFlowHints(flow=flow.id, hints=NO_HINTS) for flow in wishing)
    if len(commands) < 2:
        return commands[0] if commands else None
    return Compound(name=message("canvas.name.forget_courses"), commands=commands)
