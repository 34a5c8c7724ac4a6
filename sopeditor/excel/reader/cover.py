"""The cover's fields: found by their captions, their values beside or below them."""

import re
from collections.abc import Iterator

from msgspec import Struct, field

from sopeditor.excel.reader.captions import cover_caption, is_title_of_paper, stands_over
from sopeditor.excel.reader.cells import SheetCells
from sopeditor.excel.recognition.cells import CellRange
from sopeditor.tables.notation import tidy

#: A list may have so many empty rows inside, and a signature so many rows below its caption.
_GAP = 1
_SIGNATURE_ROWS = 14
_BULLET = re.compile(r"\s*[-–•▪*·]\s+")
_MARK = re.compile(r"\s*(?:(\d{1,3})\s*[.)]|([a-z])\s*[.)])\s*", re.IGNORECASE)


class CoverField(Struct, frozen=True):
    """A field that was found: its text and the cell of its caption."""

    text: str
    place: tuple[int, int]


class CoverFields(Struct):
    """All fields of one cover; `block` is the text without caption at the upper left.

    `others` are cells with text that belong to nothing.
    """

    fields: dict[str, CoverField] = field(default_factory=dict)
    block: CoverField | None = None
    others: list[tuple[int, int]] = field(default_factory=list)

    def text(self, key: str) -> str:
        """Answer the text of a field; nothing where it was not found."""
        found = self.fields.get(key)
        return found.text if found else ""

    def items(self, key: str) -> tuple[str, ...]:
        """Answer the items of a list field."""
        return split_items(self.text(key))


def read_cover(cells: SheetCells, rows: range) -> CoverFields | None:
    """Answer the cover on some rows of a sheet; None where fewer than three captions stand."""
    captions = dict(_captions(cells, rows))
    if len(set(captions.values())) < 3:
        return None
    reader = _CoverReader(cells, rows, captions)
    return reader.read()


def _captions(cells: SheetCells, rows: range) -> Iterator[tuple[CellRange, str]]:
    seen: set[str] = set()
    for row in rows:
        for column, text in cells.in_row(row):
            head, _, _ = text.partition(":")
            key = cover_caption(text) or cover_caption(head)
            if key and key not in seen:
                seen.add(key)
                yield cells.block(row, column), key


class _CoverReader(Struct):
    """Reads one cover; `used` are the cells whose text has found its field."""

    cells: SheetCells
    rows: range
    captions: dict[CellRange, str]
    used: set[tuple[int, int]] = field(default_factory=set)

    def read(self) -> CoverFields:
        cover = CoverFields()
        for block, key in self.captions.items():
            self.used.add((block.top, block.left))
            text = self._own(block) or (
                self._list(block) if stands_over(key) else self._beside(block, key)
            )
            words = text if key == "approver" else tidy(text)
            cover.fields[key] = CoverField(words, (block.top, block.left))
        cover.block = self._corner()
        cover.others = [
            (row, column)
            for row in self.rows
            for column, text in self.cells.in_row(row)
            if (row, column) not in self.used and not is_title_of_paper(text)
        ]
        return cover

    def _own(self, block: CellRange) -> str:
        """Answer what follows the colon in the caption's own cell."""
        text = self.cells.texts[block.top, block.left]
        if cover_caption(text):
            return ""
        return text.partition(":")[2].strip()

    def _take(self, block: CellRange) -> str:
        text = self.cells.texts.get((block.top, block.left), "")
        self.used.add((block.top, block.left))
        return text

    def _is_free(self, block: CellRange) -> bool:
        return block not in self.captions and (block.top, block.left) not in self.used

    def _beside(self, caption: CellRange, key: str) -> str:
        """Answer what stands right of a caption; for the signature, down to the next one."""
        bottom = caption.bottom
        if key == "approver":
            bottom = self._next_caption(caption) - 1
        reach = range(caption.top, min(bottom + 1, self.rows.stop))
        lines = [self._right_of(caption, row) for row in reach]
        return "\n".join(lines).rstrip()

    def _right_of(self, caption: CellRange, row: int) -> str:
        pieces: list[str] = []
        for column, text in self.cells.in_row(row):
            block = self.cells.block(row, column)
            if column <= caption.right or not self._is_free(block):
                continue
            if any(
                c.top <= row <= c.bottom and caption.right < c.left < column for c in self.captions
            ):
                break
            self.used.add((row, column))
            pieces.append(re.sub(r"^\s*:\s*", "", text))
        return " ".join(piece for piece in pieces if piece.strip())

    def _next_caption(self, caption: CellRange) -> int:
        """Answer the row of the next caption below that shares a column with this one."""
        below = [
            other.top
            for other in self.captions
            if other.top > caption.bottom
            and other.left <= caption.right
            and caption.left <= other.right
        ]
        return min(below, default=caption.top + _SIGNATURE_ROWS)

    def _list(self, caption: CellRange) -> str:
        below = self._below(caption)
        if below.strip():
            return below
        lines = [self._right_of(caption, row) for row in range(caption.top, caption.bottom + 1)]
        return "\n".join(line for line in lines if line)

    def _below(self, caption: CellRange) -> str:
        """Answer the rows below a heading, up to the next heading's column.

        They end at a row that is merged across both halves: what stands there is no list.
        """
        beside = self._beside_edge(caption)
        right = caption.right if beside is None else beside - 1
        end = min(self._next_caption_within(caption, right), self.rows.stop)
        lines: list[str] = []
        empty = 0
        for row in range(caption.bottom + 1, end):
            blocks = [self.cells.block(row, column) for column, _ in self.cells.in_row(row)]
            mine = [
                block
                for block in blocks
                if caption.left <= block.left <= right and self._is_free(block)
            ]
            across = beside is not None and any(block.right >= beside for block in mine)
            empty = 0 if mine else empty + 1
            if across or (empty > _GAP and lines):
                break
            if mine:
                lines.append(" ".join(map(self._take, mine)))
        return "\n".join(lines)

    def _beside_edge(self, caption: CellRange) -> int | None:
        """Answer the column where the next heading on the same row begins, or None."""
        beside = [
            other.left
            for other in self.captions
            if other.left > caption.right
            and other.top <= caption.bottom
            and other.bottom >= caption.top
        ]
        return min(beside, default=None)

    def _next_caption_within(self, caption: CellRange, right: int) -> int:
        below = [
            other.top
            for other in self.captions
            if other.top > caption.bottom and other.left <= right and caption.left <= other.right
        ]
        return min(below, default=self.rows.stop)

    def _corner(self) -> CoverField | None:
        """Answer the texts left of the right half's captions: agency and unit."""
        rows = [block for block, key in self.captions.items() if not stands_over(key)]
        if not rows:
            return None
        left, bottom = min(block.left for block in rows), max(block.bottom for block in rows)
        lines: list[str] = []
        place = None
        for row in range(self.rows.start, bottom + 1):
            for column, text in self.cells.in_row(row):
                free = self._is_free(self.cells.block(row, column))
                if column < left and free and not is_title_of_paper(text):
                    place = place or (row, column)
                    lines.append(self._take(self.cells.block(row, column)))
        return CoverField(tidy("\n".join(lines)), place) if place else None


def split_items(text: str) -> tuple[str, ...]:
    """Answer the items of a list: parted where the numbering counts on, else by lines."""
    lines = text.split("\n")
    first = _MARK.match(lines[0]) if text.strip() else None
    if first is None or (first[1] or first[2].lower()) not in {"1", "a"}:
        return tuple(item for line in lines if (item := _BULLET.sub("", line, count=1).strip()))
    items: list[str] = []
    for line in lines:
        mark = _MARK.match(line)
        if mark and _counts_on(mark, len(items) + 1, letters=first[1] is None):
            items.append(line[mark.end() :])
        else:
            items[-1] += "\n" + line
    return tuple(item for item in map(tidy, items) if item)


def _counts_on(mark: re.Match[str], expected: int, *, letters: bool) -> bool:
    if letters:
        return (mark[2] or "").lower() == chr(96 + expected)
    return mark[1] == str(expected)
