"""`<page>`: paper, edges and type."""

from typing import TYPE_CHECKING

from sopeditor.model.page import Margins, Orientation, PageSetup, Paper
from sopeditor.storage.taking import Taker
from sopeditor.storage.values import number_between, number_text, plain

if TYPE_CHECKING:
    from sopeditor.storage.making import Maker

_EDGE_MM = number_between(0.0, 200.0)
_TYPE_POINTS = number_between(1.0, 72.0)


def read_page(node: Taker) -> PageSetup:
    """Read `<page>`; what is absent is as in a new document."""
    usual = PageSetup()
    return PageSetup(
        paper=node.value("paper", Paper, usual.paper),
        orientation=node.value("orientation", Orientation, usual.orientation),
        foot_zone=node.value("foot-zone", _EDGE_MM, usual.foot_zone),
        font_family=node.value("font-family", plain, usual.font_family),
        font_size=node.value("font-size", _TYPE_POINTS, usual.font_size),
        margins=_read_margins(node.child("margins"), usual.margins),
        foreign=node.rest(),
    )


def write_page(node: "Maker", page: PageSetup) -> None:
    """Fill `<page>`."""
    node.set("paper", page.paper)
    node.set("orientation", page.orientation)
    node.set("foot-zone", number_text(page.foot_zone))
    node.set("font-family", page.font_family)
    node.set("font-size", number_text(page.font_size))
    _write_margins(node.child("margins"), page.margins)
    node.keep(page.foreign)


def _read_margins(node: Taker, usual: Margins) -> Margins:
    return Margins(
        top=node.value("top", _EDGE_MM, usual.top),
        right=node.value("right", _EDGE_MM, usual.right),
        bottom=node.value("bottom", _EDGE_MM, usual.bottom),
        left=node.value("left", _EDGE_MM, usual.left),
    )


def _write_margins(node: "Maker", margins: Margins) -> None:
    node.set("top", number_text(margins.top))
    node.set("right", number_text(margins.right))
    node.set("bottom", number_text(margins.bottom))
    node.set("left", number_text(margins.left))
