"""Layout -> items.

A new layout patches what is there: an item whose placement is equal stays untouched, one
that moved is moved, so that emphasis and focus survive.
"""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct
from PySide6.QtWidgets import QGraphicsScene

from sopeditor.canvas.items.flow_item import FlowItem, LabelItem
from sopeditor.canvas.items.link_item import LinkItem
from sopeditor.canvas.items.page_item import PageItem, PaperStrip, PlacedPaper, strip_of
from sopeditor.canvas.items.placed_item import Emphasis, Look, PlacedItem
from sopeditor.canvas.items.row_item import HeaderItem, PlacedHeader, RowItem
from sopeditor.canvas.items.symbol_item import SymbolItem
from sopeditor.canvas.sheet import Sheet
from sopeditor.layout.placement import ChartPage, CoverPage, Page
from sopeditor.model.identity import Logo

#: What keeps an item the same from layout to layout.
Key = tuple[str, ...]

#: From back to front within a page: headings and rows, lines, symbols, labels.
_TABLE, _LINES, _SYMBOLS, _LABELS = 1.0, 2.0, 3.0, 4.0


class Piece(Struct, frozen=True):
    """One item to be: its key, page, height in the stack, and what it shows."""

    key: Key
    page: int
    height: float
    make: Callable[[Any, Look], PlacedItem[Any]]
    placement: object


class Projector:
    """Keeps the items of a scene in step with a layout."""

    def __init__(self, scene: QGraphicsScene, look: Look) -> None:
        self._scene = scene
        self._look = look
        self._items: dict[Key, PlacedItem[Any]] = {}
        self._by_id: dict[str, list[PlacedItem[Any]]] = {}
        self._emphasis = Emphasis()

    def item(self, *key: str) -> PlacedItem[Any] | None:
        """Answer the item of a key, such as `("symbol", id)`, or None."""
        return self._items.get(key)

    def project(self, sheet: Sheet, logo: Logo | None) -> None:
        """Show a layout."""
        pieces = list(_pieces(sheet, logo))
        kept = {piece.key for piece in pieces}
        parents: dict[int, PlacedItem[Any]] = {}
        for piece in pieces:
            item = self._shown(piece)
            if piece.key[0] == "page":
                parents[piece.page] = item
                item.setPos(*sheet.origin(piece.page))
            elif item.parentItem() is not parents[piece.page]:
                item.setParentItem(parents[piece.page])
        self._remove({key: item for key, item in self._items.items() if key not in kept})
        self._by_id.clear()
        for item in self._items.values():
            for name in item.ids():
                self._by_id.setdefault(name, []).append(item)

    def show_look(self, look: Look) -> None:
        """Paint all items with another look."""
        self._look = look
        for item in self._items.values():
            item.show_look(look)

    def show_emphasis(self, emphasis: Emphasis) -> None:
        """Point out what is selected and hovered."""
        before, self._emphasis = self._emphasis, emphasis
        changed = before.selected ^ emphasis.selected
        changed |= before.foreseen ^ emphasis.foreseen
        changed |= {before.hovered, emphasis.hovered, before.in_cell, emphasis.in_cell}
        for item in {item for name in changed for item in self._by_id.get(name, ())}:
            item.show_emphasis(emphasis)

    def _shown(self, piece: Piece) -> PlacedItem[Any]:
        item = self._items.get(piece.key)
        if item is not None:
            item.show_placement(piece.placement)
            return item
        item = piece.make(piece.placement, self._look)
        item.stack(piece.height)
        item.show_emphasis(self._emphasis)
        self._items[piece.key] = item
        if piece.key[0] == "page":
            self._scene.addItem(item)
        return item

    def _remove(self, gone: dict[Key, PlacedItem[Any]]) -> None:
        # Pages go last: with a page, the scene would take away what lies on it.
        for key in sorted(gone, key=_pages_last):
            self._scene.removeItem(gone[key])
            del self._items[key]


def _pages_last(key: Key) -> bool:
    return key[0] == "page"


def _pieces(sheet: Sheet, logo: Logo | None) -> Iterator[Piece]:
    for index, page in enumerate(sheet.layout.pages):
        paper = _paper(sheet, index, page, logo)
        yield Piece(("page", str(index)), index, 0.0, PageItem, paper)
        if isinstance(page, ChartPage):
            yield from _table_pieces(index, page, headed=not sheet.strips[index].joined_above)
            yield from _diagram_pieces(index, page)


def _paper(sheet: Sheet, index: int, page: Page, logo: Logo | None) -> PlacedPaper:
    size, strip = sheet.layout.paper, sheet.strips[index]
    if isinstance(page, CoverPage):
        return PlacedPaper(number=index, size=size, strip=strip_of(size), cover=page, logo=logo)
    above = () if strip.joined_above else page.above
    below = () if strip.joined_below else page.below
    texts = (*above, *below) if sheet.endless else (*above, *below, *page.texts)
    part = PaperStrip(strip.top, strip.bottom, strip.joined_above, strip.joined_below)
    return PlacedPaper(number=index, size=size, strip=part, texts=texts)


def _table_pieces(index: int, page: ChartPage, *, headed: bool) -> Iterator[Piece]:
    if page.header and headed:
        header = PlacedHeader(page.header)
        yield Piece(("header", str(index)), index, _TABLE, HeaderItem, header)
    for count, row in enumerate(page.rows):
        key = ("row", row.step) if row.step else ("links", str(index), str(count))
        yield Piece(key, index, _TABLE, RowItem, row)


def _diagram_pieces(index: int, page: ChartPage) -> Iterator[Piece]:
    for flow in page.flows:
        yield Piece(("flow", flow.id, str(index)), index, _LINES, FlowItem, flow)
        if flow.label is not None:
            yield Piece(("label", flow.id, str(index)), index, _LABELS, LabelItem, flow)
    for symbol in page.symbols:
        yield Piece(("symbol", symbol.id), index, _SYMBOLS, SymbolItem, symbol)
    for link in page.links:
        yield Piece(("link", link.id, str(index)), index, _SYMBOLS, LinkItem, link)
