"""Layout -> items.

A new layout patches what is there: an item whose placement is equal stays untouched, one
that moved is moved, so that emphasis and focus survive. What lies on pages that nobody has
looked at yet has no items.
"""

from collections.abc import Callable, Iterable, Iterator
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
    """One item to be: its key, height in the stack, and what it shows."""

    key: Key
    height: float
    make: Callable[[Any, Look], PlacedItem[Any]]
    placement: object


class Projector:
    """Keeps the items of a scene in step with a layout.

    Of every page there is the paper; what stands on it is made when the page is first `bring`ed
    in sight, or an item of it is asked for.
    """

    def __init__(self, scene: QGraphicsScene, look: Look) -> None:
        self._scene = scene
        self._look = look
        self._sheet: Sheet | None = None
        self._seen: set[int] = set()
        self._items: dict[Key, PlacedItem[Any]] = {}
        self._by_id: dict[str, list[PlacedItem[Any]]] = {}
        self._emphasis = Emphasis()

    def item(self, *key: str) -> PlacedItem[Any] | None:
        """Answer the item of a key, such as `("symbol", id)`, or None."""
        if key not in self._items and self._sheet is not None:
            for index, page in enumerate(self._sheet.layout.pages):
                if any(piece.key == key for piece in _pieces(self._sheet, index, page)):
                    self._see(self._sheet, index)
        return self._items.get(key)

    def project(self, sheet: Sheet, logo: Logo | None) -> None:
        """Show a layout."""
        self._sheet = sheet
        kept: set[Key] = set()
        for index, page in enumerate(sheet.layout.pages):
            paper = Piece(_paper_key(index), 0.0, PageItem, _paper(sheet, index, page, logo))
            self._shown(paper).setPos(*sheet.origin(index))
            kept.add(paper.key)
            if index in self._seen:
                kept.update(self._stand(sheet, index))
        self._remove({key: item for key, item in self._items.items() if key not in kept})
        self._by_id.clear()
        self._list(self._items.values())

    def bring(self, top: float, bottom: float) -> None:
        """Make what stands on the pages between two heights of the sheet."""
        if self._sheet is not None:
            for page in self._sheet.pages_between(top, bottom):
                self._see(self._sheet, page)

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

    def _see(self, sheet: Sheet, page: int) -> None:
        """Make what stands on a page, unless it is there already."""
        if page not in self._seen:
            self._seen.add(page)
            self._list([self._items[key] for key in self._stand(sheet, page)])

    def _stand(self, sheet: Sheet, page: int) -> list[Key]:
        """Let the items of a page stand on its paper; answers their keys."""
        paper = self._items[_paper_key(page)]
        keys = []
        for piece in _pieces(sheet, page, sheet.layout.pages[page]):
            item = self._shown(piece)
            if item.parentItem() is not paper:
                item.setParentItem(paper)
            keys.append(piece.key)
        return keys

    def _list(self, items: Iterable[PlacedItem[Any]]) -> None:
        """Find items by the ids that they show."""
        for item in items:
            for name in item.ids():
                self._by_id.setdefault(name, []).append(item)

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


def _paper_key(page: int) -> Key:
    return ("page", str(page))


def _pieces(sheet: Sheet, index: int, page: Page) -> Iterator[Piece]:
    """Answer what stands on the paper of a page."""
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
        yield Piece(("header", str(index)), _TABLE, HeaderItem, header)
    for count, row in enumerate(page.rows):
        key = ("row", row.step) if row.step else ("links", str(index), str(count))
        yield Piece(key, _TABLE, RowItem, row)


def _diagram_pieces(index: int, page: ChartPage) -> Iterator[Piece]:
    for flow in page.flows:
        yield Piece(("flow", flow.id, str(index)), _LINES, FlowItem, flow)
        if flow.label is not None:
            yield Piece(("label", flow.id, str(index)), _LABELS, LabelItem, flow)
    for symbol in page.symbols:
        yield Piece(("symbol", symbol.id), _SYMBOLS, SymbolItem, symbol)
    for link in page.links:
        yield Piece(("link", link.id, str(index)), _SYMBOLS, LinkItem, link)
