"""`<identity>`: the 13 fields of the cover, the logo and the classification."""

import base64
import binascii
from typing import TYPE_CHECKING

from sopeditor.model.date import DateText
from sopeditor.model.identity import (
    Approver,
    Classification,
    Completeness,
    Genericity,
    Identity,
    Logo,
    Nature,
    Scope,
)
from sopeditor.storage.errors import unreadable_at
from sopeditor.storage.limits import LOGO_BYTES
from sopeditor.storage.taking import Taker

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker

#: Bytes of the logo in one element: a reader limits the length of a single text.
_PIECE_BYTES = 48_000


def read_identity(node: Taker) -> Identity:
    """Read `<identity>`."""
    return Identity(
        title=node.text("title"),
        agency=node.text("agency"),
        unit=node.text("unit"),
        logo=_read_logo(node.optional_child("logo")),
        sop_number=node.text("sop-number"),
        created_on=DateText(node.text("created-on")),
        revised_on=DateText(node.text("revised-on")),
        effective_on=DateText(node.text("effective-on")),
        approver=_read_approver(node.child("approver")),
        legal_bases=node.items("legal-bases"),
        related_sops=node.items("related-sops"),
        warnings=node.items("warnings"),
        actor_qualifications=node.items("actor-qualifications"),
        equipment=node.items("equipment"),
        records=node.items("records"),
        classification=_read_classification(node.child("classification")),
        foreign=node.rest(),
    )


def write_identity(node: "Maker", identity: Identity) -> None:
    """Fill `<identity>`."""
    node.text("title", identity.title)
    node.text("agency", identity.agency)
    node.text("unit", identity.unit)
    _write_logo(node, identity.logo)
    node.text("sop-number", identity.sop_number)
    node.text("created-on", identity.created_on.text)
    node.text("revised-on", identity.revised_on.text)
    node.text("effective-on", identity.effective_on.text)
    _write_approver(node.child("approver"), identity.approver)
    node.items("legal-bases", identity.legal_bases)
    node.items("related-sops", identity.related_sops)
    node.items("warnings", identity.warnings)
    node.items("actor-qualifications", identity.actor_qualifications)
    node.items("equipment", identity.equipment)
    node.items("records", identity.records)
    _write_classification(node.child("classification"), identity.classification)
    node.keep(identity.foreign)


def _read_approver(node: Taker) -> Approver:
    return Approver(
        position=node.text("position"),
        name=node.text("name"),
        employee_id=node.text("employee-id"),
        rank=node.text("rank"),
    )


def _write_approver(node: "Maker", approver: Approver) -> None:
    node.text("position", approver.position)
    node.text("name", approver.name)
    node.text("employee-id", approver.employee_id)
    node.text("rank", approver.rank)


def _read_classification(node: Taker) -> Classification:
    return Classification(
        nature=node.value("nature", Nature, None),
        scope=node.value("scope", Scope, None),
        completeness=node.value("completeness", Completeness, None),
        genericity=node.value("genericity", Genericity, None),
    )


def _write_classification(node: "Maker", classification: Classification) -> None:
    node.set("nature", classification.nature)
    node.set("scope", classification.scope)
    node.set("completeness", classification.completeness)
    node.set("genericity", classification.genericity)


def _read_logo(node: Taker | None) -> Logo | None:
    if node is None:
        return None
    text = "".join(piece.own_text() for piece in node.children("piece"))
    try:
        png = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise unreadable_at("bad_logo", node.element) from error
    if len(png) > LOGO_BYTES:
        raise unreadable_at("big_logo", node.element, megabytes=LOGO_BYTES // 1_000_000)
    return Logo(png)


def _write_logo(node: "Maker", logo: Logo | None) -> None:
    if logo is None:
        return
    holder = node.child("logo")
    for start in range(0, len(logo.png), _PIECE_BYTES):
        piece = logo.png[start : start + _PIECE_BYTES]
        holder.text("piece", base64.b64encode(piece).decode("ascii"))
