"""Bytes of a `.sop` file -> document: parse, migrate, limit, decode, prove references."""

from lxml import etree

from sopeditor.model.document import Document
from sopeditor.model.integrity import broken_references
from sopeditor.storage.codec.document import read_root
from sopeditor.storage.errors import UnreadableFile, unreadable
from sopeditor.storage.limits import check_counts
from sopeditor.storage.migrations import migrate
from sopeditor.storage.parsing import parse
from sopeditor.storage.schema import ROOT, qualified
from sopeditor.storage.taking import Taker


def read_document(data: bytes) -> Document:
    """Answer the document in `data`; raises UnreadableFile, in words, and nothing else."""
    try:
        return _read(data)
    except UnreadableFile:
        raise
    except (etree.LxmlError, ValueError, MemoryError, RecursionError) as error:
        raise unreadable("not_understood") from error


def _read(data: bytes) -> Document:
    root = parse(data)
    if root.tag != qualified(ROOT):
        raise unreadable("not_sop")
    check_counts(root)
    migrate(root)
    document = read_root(Taker(root))
    for reason in broken_references(document)[:1]:
        raise unreadable("inconsistent", reason=reason)
    return document
