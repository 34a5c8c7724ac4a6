"""How much a file may hold; more is a mistake or an attack, never an SOP."""

from collections import Counter

from sopeditor.storage.errors import unreadable, unreadable_at
from sopeditor.storage.schema import Element, qualified

FILE_BYTES = 25_000_000
ELEMENTS = 400_000
ATTRIBUTES_OF_ELEMENT = 500
FIELD_LENGTH = 100_000
FOREIGN_PARTS = 20_000
LOGO_BYTES = 8_000_000
#: Counted over all charts, by element name.
COUNTS = {"step": 5_000, "actor": 200, "flow": 20_000}


def check_size(size: int) -> None:
    """Raise UnreadableFile for more than `FILE_BYTES` bytes."""
    if size > FILE_BYTES:
        raise unreadable("too_big", megabytes=FILE_BYTES // 1_000_000)


def check_counts(root: Element) -> None:
    """Raise UnreadableFile for a tree with more elements or attributes than any SOP has."""
    found = Counter[str]()
    for number, element in enumerate(root.iter()):
        if number > ELEMENTS:
            raise unreadable("too_many_elements", limit=ELEMENTS)
        if len(element.attrib) > ATTRIBUTES_OF_ELEMENT:
            raise unreadable_at("too_many_attributes", element, limit=ATTRIBUTES_OF_ELEMENT)
        found[str(element.tag)] += 1
    for name, limit in COUNTS.items():
        if found[qualified(name)] > limit:
            raise unreadable(f"too_many_{name}s", limit=limit)


class Allowance:
    """How many unknown attributes and elements one file may still bring."""

    def __init__(self, parts: int = FOREIGN_PARTS) -> None:
        self._left = parts

    def spend(self, parts: int, element: Element) -> None:
        """Take `parts` off; raises UnreadableFile when there are too many."""
        self._left -= parts
        if self._left < 0:
            raise unreadable_at("too_much_unknown", element, limit=FOREIGN_PARTS)
