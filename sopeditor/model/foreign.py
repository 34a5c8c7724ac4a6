"""Markup that this version does not know, kept where it was found and written back."""

from msgspec import Struct


class ForeignElement(Struct, frozen=True):
    """One unknown child element: its XML text and how many known siblings precede it."""

    after: int
    xml: str


class ForeignMarkup(Struct, frozen=True):
    """All unknown attributes (name in Clark notation, value) and children of one element.

    `inner` holds those of known elements inside that have no object of their own in the
    model, by their path from here: `approver[1]/name[1]`.
    """

    attributes: tuple[tuple[str, str], ...] = ()
    elements: tuple[ForeignElement, ...] = ()
    inner: tuple[tuple[str, "ForeignMarkup"], ...] = ()

    def __bool__(self) -> bool:
        """Answer whether there is any."""
        return bool(self.attributes or self.elements or self.inner)


NOTHING_FOREIGN = ForeignMarkup()
