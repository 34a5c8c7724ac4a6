"""`<sop>`: the root element, and `<actor>`."""

from typing import TYPE_CHECKING

from sopeditor.model.actor import Actor
from sopeditor.model.document import Document
from sopeditor.model.profile import DEFAULT_PROFILE
from sopeditor.storage.codec.chart import read_chart, write_chart
from sopeditor.storage.codec.identity import read_identity, write_identity
from sopeditor.storage.codec.page import read_page, write_page
from sopeditor.storage.migrations import CURRENT
from sopeditor.storage.schema import FORMAT
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import flag, flag_text, identifier, plain

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker


def read_root(node: Taker) -> Document:
    """Read `<sop>` of the current version."""
    node.required(FORMAT, plain)
    return Document(
        profile=node.value("profile", plain, DEFAULT_PROFILE),
        identity=read_identity(node.child("identity")),
        page=read_page(node.child("page")),
        actors=tuple(_read_actor(actor) for actor in node.child("actors").children("actor")),
        charts=tuple(read_chart(chart) for chart in node.child("charts").children("chart")),
        foreign=node.rest(),
    )


def write_root(node: "Maker", document: Document) -> None:
    """Fill `<sop>`."""
    node.set(FORMAT, str(CURRENT))
    node.set("profile", document.profile)
    write_identity(node.child("identity"), document.identity)
    write_page(node.child("page"), document.page)
    actors = node.child("actors")
    for actor in document.actors:
        _write_actor(actors.child("actor"), actor)
    charts = node.child("charts")
    for chart in document.charts:
        write_chart(charts.child("chart"), chart)
    node.keep(document.foreign)


def _read_actor(node: Taker) -> Actor:
    return Actor(
        id=node.required("id", identifier),
        name=node.value("name", plain, ""),
        code=node.value("code", plain, ""),
        external=node.value("external", flag, default=False),
        foreign=node.rest(),
    )


def _write_actor(node: "Maker", actor: Actor) -> None:
    node.set("id", actor.id)
    node.set("name", actor.name)
    node.set("code", actor.code or None)
    node.set("external", flag_text(actor.external))
    node.keep(actor.foreign)
