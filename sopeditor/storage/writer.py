"""Document -> bytes of a `.sop` file, proved by reading them back."""

from enum import Enum
from typing import Any

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Point
from sopeditor.foundation.message import message
from sopeditor.foundation.text import clean_text
from sopeditor.model.document import Document
from sopeditor.model.foreign import ForeignElement, ForeignMarkup
from sopeditor.storage.codec.document import write_root
from sopeditor.storage.errors import SaveFailed, SaveFailure, UnreadableFile
from sopeditor.storage.foreign import in_place, settled
from sopeditor.storage.making import Maker
from sopeditor.storage.reader import read_document
from sopeditor.storage.values import NUMBER_DECIMALS


def write_document(document: Document) -> bytes:
    """Answer the file of `document`: the same document gives the same bytes.

    The bytes are read back and compared first. Raises SaveFailed of the kind DOCUMENT when
    a reader would refuse them or find another document in them.
    """
    try:
        data = _encoded(document)
        found = read_document(data)
    except UnreadableFile as error:
        raise SaveFailed(SaveFailure.DOCUMENT, None, error.words) from error
    except (etree.LxmlError, ValueError) as error:
        raise SaveFailed(SaveFailure.DOCUMENT, None, message("storage.save.unwritable")) from error
    if found != document and as_stored(found) != as_stored(document):
        raise SaveFailed(SaveFailure.DOCUMENT, None, message("storage.save.differs"))
    return data


def _encoded(document: Document) -> bytes:
    root = Maker.root()
    write_root(root, document)
    return root.finished()


def as_stored(value: Any) -> Any:
    """Answer a value of the model as the format holds it, for comparing.

    Texts are clean, lengths rounded. Of foreign markup only what it is counts, not where:
    its place moves when the siblings before it are edited.
    """
    if isinstance(value, str) and not isinstance(value, Enum):
        return clean_text(value)
    if isinstance(value, float):
        return round(value, NUMBER_DECIMALS)
    if isinstance(value, ForeignMarkup):
        return _placeless(value)
    if isinstance(value, tuple):
        parts = tuple(as_stored(part) for part in value)
        return Point(*parts) if isinstance(value, Point) else parts
    if isinstance(value, Struct):
        parts_of = {name: as_stored(getattr(value, name)) for name in value.__struct_fields__}
        return replace(value, **parts_of)
    return value


def _placeless(markup: ForeignMarkup) -> ForeignMarkup:
    elements = tuple(ForeignElement(0, settled(each.xml)) for each in in_place(markup.elements))
    return ForeignMarkup(markup.attributes, elements)
