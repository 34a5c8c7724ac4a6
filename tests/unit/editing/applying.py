"""What the session does with a command, without a session."""

from sopeditor.editing.behaviours import with_behaviours
from sopeditor.editing.command import Command, Refused
from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references


def changed(document: Document, command: Command) -> Document:
    """Answer the document after a command and its consequences; it must be sound."""
    after = with_behaviours(document, command.apply(document))
    assert broken_references(after) == ()
    return after


def reason(document: Document, command: Command) -> str:
    """Answer the key of the reason for which a command is refused; empty when it isn't."""
    try:
        command.apply(document)
    except Refused as refusal:
        return refusal.words.key
    return ""
