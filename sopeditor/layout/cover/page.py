"""The identity page, in the form that 348 signed SOPs share (domain: left to right 57:43).

Left the emblem with agency and unit; right the rows from Nomor SOP to NAMA SOP; below
three pairs of a heading and a numbered list. Type shrinks until all of it fits one page;
room that is left makes the rows higher, so that the page is filled evenly.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sopeditor.foundation.geometry import Rect
from sopeditor.foundation.message import Message, message
from sopeditor.layout.context import Context
from sopeditor.layout.cover.blocks import (
    PAIRS,
    RIGHT_FIELDS,
    Block,
    numbered_lines,
    right_lines,
)
from sopeditor.layout.cover.emblem import emblem_block
from sopeditor.layout.cover.signature import signature_height, signature_texts, signature_words
from sopeditor.layout.lines import lines_in, placed, text_height, usable_width
from sopeditor.layout.measure import Font
from sopeditor.layout.placement import (
    Align,
    CellRole,
    CoverPage,
    PlacedCell,
    PlacedText,
    VerticalAlign,
)
from sopeditor.layout.style import GRID, grid_down
from sopeditor.layout.wrapping import Wrapped

#: Free at the left and right of text, beyond the edges of every cell.
_PADDING = 1.5
_LEFT_SHARE = 0.57
#: The share of the right half that its captions take.
_CAPTION_SHARE = 0.42
#: Type of the cover, from large to small.
_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0, 5.5, 5.0, 4.5, 4.0)
#: Smaller type is taken, down to this, rather than rows lower than that.
_COMFORTABLE_SIZE = 8.5
_COMFORTABLE_ROW = 21.0
#: Above the first line of a list.
_LIST_GAP = 3.0
#: How high rows become, at most, when there is room, before the lists get the rest.
_ROOMY_ROW = 27.0
_ROOMY_SIGNATURE = 126.0
_ROOMY_HEADING = 21.0


class _Heights(Struct):
    """The heights of the cover's rows; they grow into the room that is left."""

    right: dict[str, float]
    heading: float
    lists: list[float]

    @property
    def total(self) -> float:
        """The height of the whole cover."""
        return sum(self.right.values()) + len(self.lists) * self.heading + sum(self.lists)

    @property
    def comfortable(self) -> float:
        """The height of the whole cover when none of its right rows is cramped."""
        return self.total + sum(max(0.0, _COMFORTABLE_ROW - own) for own in self.right.values())

    def raise_rows(self, spare: float) -> None:
        """Raise the lowest rows of the right half, all alike, by `spare` points in all."""
        while lowest := self._lowest(spare):
            for name in lowest:
                self.right[name] += GRID
            spare -= GRID * len(lowest)

    def _lowest(self, spare: float) -> list[str]:
        rows = {name: own for name, own in self.right.items() if name != "approver"}
        least = min(rows.values())
        names = [name for name, own in rows.items() if own == least]
        return names if least < _ROOMY_ROW and spare >= GRID * len(names) else []


def lay_out_cover(context: Context) -> tuple[tuple[CoverPage, ...], list[Message]]:
    """Answer the cover's page and what did not fit."""
    body = context.sheet.body
    cover, fits = _Cover(context, _SIZES[0]), False
    for size in _SIZES:
        cover = _Cover(context, size)
        heights = cover.heights
        needed = heights.comfortable if size > _COMFORTABLE_SIZE else heights.total
        if fits := needed <= body.height:
            break
    notes = [] if fits else [message("layout.note.cover_cut")]
    if not fits:
        cover.squeeze(body.height)
    cover.fill(body.height)
    return (cover.page(),), notes


class _Cover:
    """The cover in type of one size."""

    def __init__(self, context: Context, size: float) -> None:
        self._context = context
        self._font = Font(context.fonts.body.family, size)
        self._bold = replace(self._font, bold=True)
        body = context.sheet.body
        self._left = grid_down(body.width * _LEFT_SHARE)
        self._right = body.width - self._left
        self._caption = grid_down(self._right * _CAPTION_SHARE)
        self._value = self._right - self._caption
        self._blocks = [
            (self._block(left, self._left), self._block(right, self._right))
            for left, right in PAIRS
        ]
        self.heights = self._least_heights()

    def squeeze(self, height: float) -> None:
        """Take height from the longest lists until the cover is no higher than `height`."""
        while self.heights.total > height and max(self.heights.lists) > 4 * GRID:
            longest = self.heights.lists.index(max(self.heights.lists))
            self.heights.lists[longest] -= GRID

    def fill(self, height: float) -> None:
        """Give the room that is left: first to rows that look cramped, then to the lists."""
        heights = self.heights
        heights.raise_rows(max(0.0, height - heights.total))
        spare = max(0.0, height - heights.total)
        signature = heights.right["approver"]
        heights.right["approver"] += grid_down(min(spare, max(0.0, _ROOMY_SIGNATURE - signature)))
        spare = max(0.0, height - heights.total) / len(heights.lists)
        heights.heading += grid_down(min(spare, max(0.0, _ROOMY_HEADING - heights.heading)))
        self._fill_lists(grid_down(height - heights.total))

    def _fill_lists(self, spare: float) -> None:
        lists = self.heights.lists
        while spare >= GRID:
            lists[lists.index(min(lists))] += GRID
            spare -= GRID

    def page(self) -> CoverPage:
        """Answer the page."""
        body, heights = self._context.sheet.body, self.heights
        frame = Rect(body.left, body.top, body.width, heights.total)
        head = sum(heights.right.values())
        logo = Rect(frame.left, frame.top, self._left, head)
        emblem = emblem_block(self._context, logo, self._bold)
        return CoverPage(
            cells=(
                *emblem.cells,
                *self._right_rows(logo.right, frame.top),
                *self._pairs(frame.left, frame.top + head),
            ),
            frame=frame,
            texts=signature_texts(self._context, self._signature_rect(logo), self._font),
            logo=emblem.emblem,
        )

    def _least_heights(self) -> _Heights:
        right = {
            name: text_height(max(1, len(self._value_lines(name))), self._font)
            for name in RIGHT_FIELDS
        }
        right["approver"] = signature_height(self._context, self._value, self._font)
        lists = [
            text_height(max(1, len(left.words.lines), len(right_block.words.lines)), self._font)
            + _LIST_GAP
            for left, right_block in self._blocks
        ]
        headings = [block.heading_lines for pair in self._blocks for block in pair]
        return _Heights(right, text_height(max(1, *headings), self._bold), lists)

    @staticmethod
    def _usable(width: float) -> float:
        return usable_width(width - 2 * _PADDING)

    def _block(self, field: str, width: float) -> Block:
        setter = self._context.setter
        usable = self._usable(width)
        items = getattr(self._context.document.identity, field)
        words = self._context.caption(field)
        caption = Wrapped(setter.lines(words, self._bold, usable), words)
        return Block(field, caption, numbered_lines(setter, items, self._font, usable))

    def _value_lines(self, name: str) -> tuple[str, ...]:
        width = self._usable(self._value)
        font = self._bold if name == "title" else self._font
        own = right_lines(self._context.document.identity, name)
        lines = self._context.setter.lines(own, font, width)
        captions = self._caption_words(name).lines
        return lines if len(lines) >= len(captions) else captions

    def _caption_words(self, name: str) -> Wrapped:
        width, words = self._usable(self._caption), self._context.caption(name)
        return Wrapped(self._context.setter.lines(words, self._bold, width), words)

    def _text(
        self,
        rect: Rect,
        words: Wrapped,
        font: Font,
        align: Align = Align.LEFT,
        valign: VerticalAlign = VerticalAlign.MIDDLE,
    ) -> PlacedText | None:
        """Answer lines in a cell, a little in from its edge."""
        lines = self._context.setter.cut(words.lines, lines_in(rect.height, font))
        shown = Wrapped(lines, words.raw)
        box = (
            rect
            if align is Align.CENTRE
            else Rect(rect.x + _PADDING, rect.y, rect.width - 2 * _PADDING, rect.height)
        )
        return placed(box, shown, font, self._context.style.pitch, align, valign)

    def _right_rows(self, left: float, top: float) -> Iterator[PlacedCell]:
        for name, height in self.heights.right.items():
            caption = Rect(left, top, self._caption, height)
            value = Rect(caption.right, top, self._value, height)
            yield PlacedCell(
                rect=caption,
                role=CellRole.COVER_CAPTION,
                field=name,
                text=self._text(caption, self._caption_words(name), self._bold),
            )
            yield PlacedCell(
                rect=value,
                role=CellRole.COVER_VALUE,
                field=name,
                text=self._value_text(name, value),
            )
            top += height

    def _value_text(self, name: str, value: Rect) -> PlacedText | None:
        pitch = self._context.style.pitch
        if name == "approver":
            return placed(value, signature_words(self._context), self._font, pitch, Align.CENTRE)
        font = self._bold if name == "title" else self._font
        own = right_lines(self._context.document.identity, name)
        width = self._usable(value.width)
        words = Wrapped(self._context.setter.lines(own, font, width), own)
        return self._text(value, words, font)

    def _list_text(self, content: Rect, block: Block) -> PlacedText | None:
        gap = min(_LIST_GAP, content.height)
        below = Rect(content.x, content.y + gap, content.width, content.height - gap)
        return self._text(below, block.words, self._font, Align.LEFT, VerticalAlign.TOP)

    def _signature_rect(self, logo: Rect) -> Rect:
        top = logo.top
        for name, height in self.heights.right.items():
            if name == "approver":
                return Rect(logo.right + self._caption, top, self._value, height)
            top += height
        raise KeyError("approver")

    def _pairs(self, left: float, top: float) -> Iterator[PlacedCell]:
        middle = left + self._left
        for pair, height in zip(self._blocks, self.heights.lists, strict=True):
            bottom = top + self.heights.heading
            for block, x, width in ((pair[0], left, self._left), (pair[1], middle, self._right)):
                heading = Rect(x, top, width, self.heights.heading)
                content = Rect(x, bottom, width, height)
                yield PlacedCell(
                    rect=heading,
                    role=CellRole.COVER_HEADING,
                    field=block.field,
                    text=self._text(heading, block.caption, self._bold),
                )
                yield PlacedCell(
                    rect=content,
                    role=CellRole.COVER_VALUE,
                    field=block.field,
                    text=self._list_text(content, block),
                )
            top = bottom + height
