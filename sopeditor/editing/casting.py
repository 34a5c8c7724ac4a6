"""Who does a fragment's work in another document: actors met by name, else brought along."""

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.editing.actors import AddActor
from sopeditor.editing.fragment import piece_of
from sopeditor.editing.parts import chart_by_id
from sopeditor.model.actor import Actor
from sopeditor.model.document import Document


class Cast(Struct, frozen=True):
    """A document whose chart has all lanes that are needed, and who takes whose part."""

    document: Document
    parts: dict[str, str]


def cast_for(
    document: Document, chart_id: str, fragment: Document, new_ids: dict[str, str]
) -> Cast:
    """Answer `document` with a lane in a chart for every actor of `fragment`.

    One of the same name takes the part, best one with a lane there. Else the actor comes
    along under its new id, with a lane beside the one that was its neighbour at the left.
    """
    parts: dict[str, str] = {}
    for lane in piece_of(fragment).lanes:
        stranger = fragment.actor(lane)
        found = _namesake(document, chart_id, stranger, frozenset(parts.values()))
        actor = found or replace(stranger, id=new_ids[stranger.id])
        lanes = chart_by_id(document, chart_id).lanes
        if actor.id not in lanes:
            position = _beside(lanes, [*parts.values()])
            added = AddActor(chart=chart_id, position=position, actor=actor)
            document = added.apply(document)
        parts[lane] = actor.id
    return Cast(document, parts)


def _namesake(
    document: Document, chart_id: str, stranger: Actor, taken: frozenset[str]
) -> Actor | None:
    """Answer who has the name of `stranger`; the nameless are only known by their id."""
    lanes = chart_by_id(document, chart_id).lanes
    name = _folded(stranger.name)
    known = [
        actor
        for actor in document.actors
        if actor.id not in taken
        and _folded(actor.name) == name
        and (name or actor.id == stranger.id)
    ]
    ranked = sorted(known, key=lambda actor: (actor.id not in lanes, actor.id != stranger.id))
    return ranked[0] if ranked else None


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _beside(lanes: tuple[str, ...], placed: list[str]) -> int:
    """Answer the place right of the actor that was placed last, else that at the end."""
    return lanes.index(placed[-1]) + 1 if placed else len(lanes)
