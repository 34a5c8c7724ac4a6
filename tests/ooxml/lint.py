"""What no schema sees: the 17 rules whose breach makes Excel repair or refuse a workbook."""

import io
import posixpath
import re
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree
from openpyxl.utils import range_boundaries

_XDR = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"

_TAIL = (
    "printOptions", "pageMargins", "pageSetup", "headerFooter", "rowBreaks", "colBreaks",
    "customProperties", "cellWatches", "ignoredErrors", "smartTags", "drawing",
    "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
    "webPublishItems", "tableParts", "extLst",
)  # fmt: skip

_SITES_OF_EIGHT = {"ellipse", "flowChartConnector"}
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_FORBIDDEN_IN_NAMES = set("[]:*?/\\")


class Book:
    """A workbook's parts, parsed once."""

    def __init__(self, workbook: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
            self.entries = archive.infolist()
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {
            name: etree.fromstring(content)
            for name, content in self.parts.items()
            if name.endswith((".xml", ".rels"))
        }

    def of_kind(self, folder: str) -> Iterator[tuple[str, etree._Element]]:
        """Answer the XML parts right below a folder."""
        for name, tree in self.trees.items():
            if posixpath.dirname(name) == folder:
                yield name, tree

    def relations(self, part: str) -> dict[str, etree._Element]:
        """Answer the relationships of a part by id."""
        folder, name = posixpath.split(part)
        tree = self.trees.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {str(r.get("Id")): r for r in tree} if tree is not None else {}


def lint(workbook: bytes) -> list[str]:
    """Answer every breach as `rule number: what and where`."""
    book = Book(workbook)
    rules = (
        _shape_ids, _glue, _anchors, _one_object, _content_types, _relations, _drawing_place,
        _control_characters, _cells, _styles, _defined_names, _lengths, _calc_chain,
        _sheet_names, _choices, _numbers, _zip,
    )  # fmt: skip
    return [f"{number}: {breach}" for number, rule in enumerate(rules, 1) for breach in rule(book)]


def _drawings(book: Book) -> Iterator[tuple[str, etree._Element]]:
    return book.of_kind("xl/drawings")


def _sheets(book: Book) -> Iterator[tuple[str, etree._Element]]:
    return book.of_kind("xl/worksheets")


def _shape_ids(book: Book) -> Iterator[str]:
    for name, tree in _drawings(book):
        ids = [
            str(shape.get("id"))
            for shape in tree.iter(f"{_XDR}cNvPr")
            if next(shape.iterancestors(f"{_MC}Fallback"), None) is None
        ]
        yield from (f"{name}: id {i} twice" for i, n in Counter(ids).items() if n > 1)
        yield from (f"{name}: id {i}" for i in ids if int(i) <= 0)
        for choice in tree.iter(f"{_MC}AlternateContent"):
            if len({e.get("id") for e in choice.iter(f"{_XDR}cNvPr")}) != 1:
                yield f"{name}: the branches of a choice have different ids"


def _glue(book: Book) -> Iterator[str]:
    for name, tree in _drawings(book):
        presets = {}
        for shape in tree.iter(f"{_XDR}sp"):
            number, preset = shape.find(f".//{_XDR}cNvPr"), shape.find(f".//{_A}prstGeom")
            if number is not None and preset is not None:
                presets[number.get("id")] = preset.get("prst")
        for end in (*tree.iter(f"{_A}stCxn"), *tree.iter(f"{_A}endCxn")):
            if end.get("idx") is None:
                yield f"{name}: glue without site"
            elif end.get("id") not in presets:
                yield f"{name}: glue to unknown shape {end.get('id')}"
            else:
                sites = 8 if presets[end.get("id")] in _SITES_OF_EIGHT else 4
                if not 0 <= int(str(end.get("idx"))) < sites:
                    yield f"{name}: site {end.get('idx')} of {end.get('id')}"


def _anchors(book: Book) -> Iterator[str]:
    for name, tree in _drawings(book):
        for anchor in tree.iter(f"{_XDR}twoCellAnchor"):
            start, end = (
                [int(str(anchor.findtext(f"{_XDR}{corner}/{_XDR}{part}"))) for part in parts]
                for corner in ("from", "to")
                for parts in [("col", "colOff", "row", "rowOff")]
            )
            if min(start + end) < 0 or max(start[0], end[0]) > 16383:
                yield f"{name}: anchor {start} {end} outside the sheet"
            if max(start[2], end[2]) > 1048575:
                yield f"{name}: anchor {start} {end} below the sheet"
            if start[:2] > end[:2] or start[2:] > end[2:]:
                yield f"{name}: anchor {start} ends before it begins {end}"


def _one_object(book: Book) -> Iterator[str]:
    objects = {"sp", "grpSp", "graphicFrame", "cxnSp", "pic", "contentPart"}
    for name, tree in _drawings(book):
        for anchor in tree:
            tags = [etree.QName(child) for child in anchor]
            count = sum(
                tag.localname in objects or tag.localname == "AlternateContent" for tag in tags
            )
            if count != 1 or [t.localname for t in tags].count("clientData") != 1:
                yield f"{name}: an anchor with {count} objects"


def _content_types(book: Book) -> Iterator[str]:
    types = book.trees["[Content_Types].xml"]
    overrides = Counter(str(o.get("PartName")) for o in types.findall(f"{_CT}Override"))
    defaults = Counter(str(d.get("Extension")) for d in types.findall(f"{_CT}Default"))
    for listed, times in (overrides + defaults).items():
        if times > 1:
            yield f"{listed} listed {times} times"
    for part in book.parts:
        if part != "[Content_Types].xml" and f"/{part}" not in overrides:
            extension = part.rsplit(".", 1)[-1]
            if extension not in defaults:
                yield f"{part} has no content type"
    for override in overrides:
        if override.removeprefix("/") not in book.parts:
            yield f"{override} has a content type but is no part"


def _relations(book: Book) -> Iterator[str]:
    for name, tree in book.trees.items():
        if name.endswith(".rels"):
            yield from _targets(book, name, tree)
            continue
        known = book.relations(name)
        for element in tree.iter("*"):
            for attribute, value in element.attrib.items():
                if str(attribute).startswith(_R) and str(value) not in known:
                    yield f"{name}: relationship {value!s} does not exist"


def _targets(book: Book, name: str, tree: etree._Element) -> Iterator[str]:
    ids = Counter(str(relation.get("Id")) for relation in tree)
    yield from (f"{name}: {i} twice" for i, times in ids.items() if times > 1)
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in tree:
        if relation.get("TargetMode") == "External":
            continue
        target = str(relation.get("Target"))
        path = posixpath.normpath(
            target[1:] if target.startswith("/") else posixpath.join(folder, target)
        )
        if path not in book.parts:
            yield f"{name}: {target} does not exist"


def _drawing_place(book: Book) -> Iterator[str]:
    for name, tree in _sheets(book):
        tags = [etree.QName(child).localname for child in tree]
        if tags.count("drawing") > 1:
            yield f"{name}: several drawings"
        tail = [_TAIL.index(tag) for tag in tags if tag in _TAIL]
        if tail != sorted(tail):
            yield f"{name}: the tail is out of order: {tags}"


def _control_characters(book: Book) -> Iterator[str]:
    for name, content in book.parts.items():
        if name.endswith((".xml", ".rels")) and _CONTROL.search(content.decode("utf-8")):
            yield f"{name}: control character"


def _cells(book: Book) -> Iterator[str]:
    for name, tree in _sheets(book):
        yield from _overlaps(name, tree)
        columns = [(int(str(c.get("min"))), int(str(c.get("max")))) for c in tree.iter(f"{_S}col")]
        ends = [edge for column in columns for edge in column]
        if ends != sorted(ends) or len({low for low, _ in columns}) != len(columns):
            yield f"{name}: columns overlap or are out of order"
        rows = [int(str(row.get("r"))) for row in tree.iter(f"{_S}row")]
        if rows != sorted(set(rows)):
            yield f"{name}: rows are out of order"
        for row in tree.iter(f"{_S}row"):
            at = [range_boundaries(str(c.get("r")))[0] or 0 for c in row.iter(f"{_S}c")]
            if at != sorted(set(at)):
                yield f"{name}: cells of row {row.get('r')} are out of order"


def _overlaps(name: str, tree: etree._Element) -> Iterator[str]:
    taken: set[tuple[int, int]] = set()
    for merge in tree.iter(f"{_S}mergeCell"):
        left, top, right, bottom = (int(v or 0) for v in range_boundaries(str(merge.get("ref"))))
        cells = {(x, y) for x in range(left, right + 1) for y in range(top, bottom + 1)}
        if taken & cells:
            yield f"{name}: merge {merge.get('ref')} overlaps another"
        taken |= cells


def _styles(book: Book) -> Iterator[str]:
    formats = book.trees["xl/styles.xml"].find(f"{_S}cellXfs")
    count = 0 if formats is None else len(formats)
    for name, tree in _sheets(book):
        for element in (*tree.iter(f"{_S}c"), *tree.iter(f"{_S}row"), *tree.iter(f"{_S}col")):
            style = element.get("s") or element.get("style") or "0"
            if int(style) >= count:
                yield f"{name}: style {style} of {count}"


def _defined_names(book: Book) -> Iterator[str]:
    tree = book.trees["xl/workbook.xml"]
    sheets = [str(sheet.get("name")) for sheet in tree.iter(f"{_S}sheet")]
    seen: Counter[tuple[str, str | None]] = Counter()
    for name in tree.iter(f"{_S}definedName"):
        scope = name.get("localSheetId")
        seen[str(name.get("name")), scope] += 1
        if scope is not None and not 0 <= int(scope) < len(sheets):
            yield f"{name.get('name')}: sheet {scope} does not exist"
        elif scope is not None:
            quoted = "'" + sheets[int(scope)].replace("'", "''") + "'!"
            if not str(name.text).startswith((quoted, f"{sheets[int(scope)]}!")):
                yield f"{name.get('name')}: {name.text} is not on its sheet"
    yield from (f"{key} defined {times} times" for key, times in seen.items() if times > 1)


def _lengths(book: Book) -> Iterator[str]:
    for name, tree in _sheets(book):
        for row in tree.iter(f"{_S}row"):
            if float(str(row.get("ht") or 0)) > 409.5:
                yield f"{name}: row {row.get('r')} is {row.get('ht')} pt high"
        for footer in (*tree.iter(f"{_S}oddFooter"), *tree.iter(f"{_S}oddHeader")):
            if len(footer.text or "") > 255:
                yield f"{name}: header or footer too long"


def _calc_chain(book: Book) -> Iterator[str]:
    if "xl/calcChain.xml" in book.parts:
        yield "a calculation chain is left"


def _sheet_names(book: Book) -> Iterator[str]:
    names = [str(s.get("name")) for s in book.trees["xl/workbook.xml"].iter(f"{_S}sheet")]
    for name, times in Counter(n.casefold() for n in names).items():
        if times > 1:
            yield f"{name} names {times} sheets"
    for name in names:
        if len(name) > 31 or set(name) & _FORBIDDEN_IN_NAMES or name.strip("'") != name:
            yield f"{name} is no sheet name"


def _choices(book: Book) -> Iterator[str]:
    for name, tree in book.trees.items():
        for both in tree.iter(f"{_MC}AlternateContent"):
            if both.find(f"{_MC}Fallback") is None:
                yield f"{name}: a choice without fallback"
            for choice in both.findall(f"{_MC}Choice"):
                for prefix in str(choice.get("Requires")).split():
                    if prefix not in choice.nsmap:
                        yield f"{name}: {prefix} is not declared"


def _numbers(book: Book) -> Iterator[str]:
    whole = ("x", "y", "cx", "cy", "rot", "id", "idx")
    for name, tree in _drawings(book):
        for element in tree.iter("*"):
            for attribute in whole:
                value = element.get(attribute)
                if value is not None and not re.fullmatch(r"-?\d+", value):
                    yield f"{name}: {attribute}={value}"
    for name, tree in _sheets(book):
        for row in tree.iter(f"{_S}row"):
            if not re.fullmatch(r"\d+(\.\d+)?", str(row.get("ht") or "0")):
                yield f"{name}: height {row.get('ht')}"


def _zip(book: Book) -> Iterator[str]:
    names = Counter(entry.filename for entry in book.entries)
    yield from (f"{name} twice in the zip" for name, times in names.items() if times > 1)
    if book.entries[0].filename != "[Content_Types].xml":
        yield "content types are not first"
    for entry in book.entries:
        if entry.filename.startswith("/") or "\\" in entry.filename:
            yield f"{entry.filename} is no part name"
        if entry.flag_bits & 1 or entry.compress_type not in {0, 8}:
            yield f"{entry.filename} is encrypted or packed otherwise"
