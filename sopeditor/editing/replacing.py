"""Finding words in all texts of a document, and putting others in their place."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from sopeditor.editing.actors import RenameActor
from sopeditor.editing.command import Command, Refused
from sopeditor.editing.parts import actor_by_id
from sopeditor.editing.texts import ActorText, TextPlace, texts_of
from sopeditor.foundation.message import Message, message
from sopeditor.foundation.overriding import override
from sopeditor.model.document import Document


class Search(Struct, frozen=True):
    """What is looked for; a blank in `text` stands for any blanks and line breaks."""

    text: str
    match_case: bool = False
    whole_word: bool = False

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Answer start and end of every hit in `text`, none of them overlapping."""
        if self.text.strip():
            for found in _pattern(self).finditer(text):
                yield found.span()


class Match(Struct, frozen=True):
    """One hit: the text in which it is and the characters from `start` up to `end`."""

    place: TextPlace
    start: int
    end: int


def find(document: Document, search: Search) -> tuple[Match, ...]:
    """Answer every hit, in the order of reading."""
    return tuple(
        Match(place, start, end)
        for place, text in texts_of(document)
        for start, end in search.spans(text)
    )


def mentions(document: Document, actor_id: str, new_name: str) -> tuple[Match, ...]:
    """Answer where texts name an actor, the headings of the lanes aside.

    A hit inside a longer name is no mention: "Sekretaris" does not mean the Sekretaris
    Daerah, whether that is another actor or the name to come.
    """
    name = actor_by_id(document, actor_id).name
    longer = [
        Search(other, whole_word=True)
        for other in {new_name, *(actor.name for actor in document.actors)}
        if len(other) > len(name)
    ]
    return tuple(
        Match(place, *span)
        for place, text in texts_of(document)
        if not isinstance(place, ActorText)
        for span in Search(name, whole_word=True).spans(text)
        if not _within_longer(text, span, longer)
    )


class ReplaceAll(Command, frozen=True, kw_only=True):
    """Put `replacement` in the place of every hit."""

    search: Search
    replacement: str

    @override
    def named(self, document: Document) -> Message:
        return message("replace.name.all", count=len(find(document, self.search)))

    @override
    def apply(self, document: Document) -> Document:
        found = find(document, self.search)
        if not found:
            raise Refused(message("replace.refused.nothing"))
        return _replaced(document, found, self.replacement)


class ReplaceMatch(Command, frozen=True, kw_only=True):
    """Put `replacement` in the place of one hit."""

    search: Search
    match: Match
    replacement: str

    @override
    def named(self, document: Document) -> Message:
        return message("replace.name.one")

    @override
    def apply(self, document: Document) -> Document:
        if self.match not in find(document, self.search):
            raise Refused(message("editing.refused.gone"))
        return _replaced(document, (self.match,), self.replacement)


class RenameEverywhere(Command, frozen=True, kw_only=True):
    """Give an actor another name, and write it wherever texts mention the actor."""

    actor: str
    name: str

    @override
    def named(self, document: Document) -> Message:
        old = actor_by_id(document, self.actor).name
        return message("replace.name.rename", old=old, new=self.name)

    @override
    def apply(self, document: Document) -> Document:
        found = mentions(document, self.actor, self.name)
        renamed = RenameActor(actor=self.actor, name=self.name).apply(document)
        return _replaced(renamed, found, self.name)


def _replaced(document: Document, found: tuple[Match, ...], replacement: str) -> Document:
    spans: dict[TextPlace, list[Match]] = {}
    for match in found:
        spans.setdefault(match.place, []).append(match)
    for place, text in tuple(texts_of(document)):
        for match in reversed(spans.get(place, [])):
            text = text[: match.start] + replacement + text[match.end :]  # noqa: PLW2901
        if place in spans:
            document = place.setting(document, text).apply(document)
    return document


def _within_longer(text: str, span: tuple[int, int], longer: list[Search]) -> bool:
    return any(
        start <= span[0] and span[1] <= end
        for search in longer
        for start, end in search.spans(text)
    )


@lru_cache(maxsize=64)
def _pattern(search: Search) -> re.Pattern[str]:
    words = r"\s+".join(map(re.escape, re.split(r"\s+", search.text)))
    if search.whole_word:
        words = rf"(?<!\w){words}(?!\w)"
    return re.compile(words, 0 if search.match_case else re.IGNORECASE)
