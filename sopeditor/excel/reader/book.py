"""The workbook as a whole: its sheets, shared texts, number formats and digit width."""

from collections.abc import Iterator

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import SHEET, R
from sopeditor.excel.reader import limits
from sopeditor.excel.reader.errors import unreadable
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.styles import NO_STYLES, Styles, read_styles
from sopeditor.excel.reader.texts import joined_text

_WORKBOOK = "workbook"
#: What may be locked about the workbook as a whole; reading needs no leave.
_LOCKS = ("lockStructure", "lockWindows")
_APPLICATION_PART = "docProps/app.xml"
_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"


class SheetEntry(Struct, frozen=True):
    """A worksheet that the workbook lists: its name and its part."""

    name: str
    part: str


class Book:
    """What all sheets of a workbook share; raises UnreadableWorkbook for damage."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.part = _workbook_part(parts)
        root = parts.tree(self.part)
        if root.tag != f"{{{SHEET}}}{_WORKBOOK}":
            raise unreadable("not_a_workbook")
        setting = root.find(f"{{{SHEET}}}workbookPr")
        self.from_1904 = setting is not None and setting.get("date1904") in {"1", "true"}
        self.sheets = tuple(self._sheets(root))
        if not self.sheets or len(self.sheets) > limits.SHEETS:
            raise unreadable("no_sheets" if not self.sheets else "too_big")
        protection = root.find(f"{{{SHEET}}}workbookProtection")
        self.is_protected = protection is not None and any(
            protection.get(lock) in {"1", "true"} for lock in _LOCKS
        )
        self.texts = tuple(self._shared_texts())
        self.styles = self._styles()

    @property
    def by_libreoffice(self) -> bool:
        """Whether LibreOffice wrote the file last."""
        if _APPLICATION_PART not in self.parts:
            return False
        told = self.parts.tree(_APPLICATION_PART).findtext(f"{{{_PROPERTIES}}}Application", "")
        return told.startswith("LibreOffice")

    @property
    def has_macros(self) -> bool:
        """Whether the workbook brings programs along; they are never looked at."""
        return any(name.endswith("vbaproject.bin") for name in self.parts.names())

    def _sheets(self, root: etree._Element) -> Iterator[SheetEntry]:
        relations = self.parts.relations(self.part)
        for element in root.iter(f"{{{SHEET}}}sheet"):
            relation = relations.get(str(element.get(f"{{{R}}}id")))
            visible = element.get("state", "visible") == "visible"
            if relation and relation.kind == "worksheet" and visible:
                yield SheetEntry(str(element.get("name")), relation.target)

    def _shared_texts(self) -> Iterator[str]:
        for part in self.parts.related(self.part, "sharedStrings")[:1]:
            for item in self.parts.tree(part).iter(f"{{{SHEET}}}si"):
                yield joined_text(item)

    def _styles(self) -> Styles:
        for part in self.parts.related(self.part, "styles"):
            return read_styles(self.parts.tree(part))
        return NO_STYLES


def _workbook_part(parts: Parts) -> str:
    for target in parts.related("", "officeDocument"):
        return target
    if "xl/workbook.xml" in parts:
        return "xl/workbook.xml"
    raise unreadable("not_a_workbook")
