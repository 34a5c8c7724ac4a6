"""The cell styles of a template: fonts to measure with, and kin of a style that wrap."""

from copy import deepcopy

from lxml import etree

from sopeditor.excel.reader.styles import NO_STYLES, read_styles
from sopeditor.excel.template.book import Book, s
from sopeditor.excel.template.numbers import length, whole
from sopeditor.layout.measure import Font

_USUAL = Font("Calibri", 11.0)


class CellStyles:
    """Looks styles up by number and adds new ones to the template's style sheet."""

    def __init__(self, book: Book) -> None:
        self._book = book
        parts = book.related(book.workbook_part, "styles")
        self._part = parts[0] if parts else ""
        self._root = book.tree(self._part) if parts else etree.Element(s("styleSheet"))
        self._formats = self._root.find(s("cellXfs"))
        self._fonts = self._root.findall(f"{s('fonts')}/{s('font')}")
        self._kin: dict[tuple[int, bool], int] = {}
        #: The widest digit of the normal font in pixels: the measure of column widths.
        self.digit = read_styles(self._root).digit if parts else NO_STYLES.digit

    def font(self, style: int) -> Font:
        """Answer the typeface of a style."""
        form = self._format(style)
        index = whole(form.get("fontId") or 0) if form is not None else 0
        if index >= len(self._fonts):
            return _USUAL
        font = self._fonts[index]
        name, size, bold = (font.find(s(tag)) for tag in ("name", "sz", "b"))
        return Font(
            _USUAL.family if name is None else str(name.get("val")),
            _USUAL.size if size is None else length(size.get("val")),
            bold=bold is not None and bold.get("val") not in {"0", "false"},
        )

    def wraps(self, style: int) -> bool:
        """Answer whether text in a style is broken into lines."""
        alignment = self._alignment(style)
        return alignment is not None and alignment.get("wrapText") in {"1", "true"}

    def for_text(self, style: int, text: str) -> int:
        """Answer a style like this one in which `text` wraps and stays text when it is edited."""
        form = self._format(style)
        quoted = text[:1] in {"=", "+", "-", "@"}
        if form is None or (self.wraps(style) and not quoted):
            return style
        if (style, quoted) not in self._kin:
            self._kin[style, quoted] = self._add(form, quoted=quoted)
        return self._kin[style, quoted]

    def _add(self, form: etree._Element, *, quoted: bool) -> int:
        kin = deepcopy(form)
        alignment = kin.find(s("alignment"))
        if alignment is None:
            alignment = etree.Element(s("alignment"))
            kin.insert(0, alignment)
        alignment.set("wrapText", "1")
        kin.set("applyAlignment", "1")
        if quoted:
            kin.set("quotePrefix", "1")
        return self._place(kin)

    def _place(self, kin: etree._Element) -> int:
        """Answer the number of a style: that of an equal one, if a run before made it."""
        if self._formats is None:
            raise ValueError("a style sheet with styles but without their list")
        wanted = etree.tostring(kin, method="c14n")
        for number, other in enumerate(self._formats):
            if etree.tostring(other, method="c14n") == wanted:
                return number
        self._formats.append(kin)
        self._formats.set("count", str(len(self._formats)))
        self._book.touch(self._part)
        return len(self._formats) - 1

    def _format(self, style: int) -> etree._Element | None:
        formats = self._formats
        return formats[style] if formats is not None and style < len(formats) else None

    def _alignment(self, style: int) -> etree._Element | None:
        form = self._format(style)
        return form.find(s("alignment")) if form is not None else None
