"""The style sheet, as far as reading needs it: digit width of the normal font, dates."""

import re

from lxml import etree
from msgspec import Struct

from sopeditor.excel.names import SHEET

#: Widest digit in whole pixels where Excel's hinting decides (measured in Excel's files).
_DIGITS = {
    ("calibri", 11.0): 7,
    ("arial", 8.0): 6,
    ("arial", 10.0): 7,
    ("arial", 11.0): 8,
    ("arial", 12.0): 9,
    ("arial", 14.0): 11,
    ("arial", 16.0): 12,
}
#: Width of a digit in ems, for other sizes and typefaces.
_EMS = {
    "calibri": 0.507,
    "arial": 0.556,
    "arial narrow": 0.456,
    "times new roman": 0.5,
    "cambria": 0.554,
    "tahoma": 0.546,
    "verdana": 0.636,
    "bookman old style": 0.62,
    "aptos narrow": 0.5,
}
_USUAL_EM = 0.53
_PIXELS_PER_POINT = 96 / 72

#: Built-in number formats that show a date.
_DATE_FORMATS = frozenset((*range(14, 18), 22, *range(27, 32), 36, *range(50, 59)))
_NOT_FORMAT = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Styles(Struct, frozen=True):
    """Width of the widest digit of the normal font in pixels; cell styles that are dates."""

    digit: int
    dates: frozenset[int]


NO_STYLES = Styles(7, frozenset())


def read_styles(root: etree._Element) -> Styles:
    """Answer what a style sheet says; what it leaves out is Excel's default."""
    return Styles(_digit_width(root), frozenset(_date_styles(root)))


def _digit_width(root: etree._Element) -> int:
    fonts = root.findall(f"{{{SHEET}}}fonts/{{{SHEET}}}font")
    normal = _number(_normal_format(root), "fontId")
    if not 0 <= normal < len(fonts):
        return NO_STYLES.digit
    size, name = (fonts[normal].find(f"{{{SHEET}}}{tag}") for tag in ("sz", "name"))
    if size is None or name is None:
        return NO_STYLES.digit
    family = str(name.get("val")).casefold()
    try:
        points = float(str(size.get("val")))
    except ValueError:
        return NO_STYLES.digit
    return _digit_of(family, points)


def _digit_of(family: str, points: float) -> int:
    if not 1 <= points <= 100:
        return NO_STYLES.digit
    known = _DIGITS.get((family, points))
    return known or max(1, round(points * _PIXELS_PER_POINT * _EMS.get(family, _USUAL_EM)))


def _normal_format(root: etree._Element) -> etree._Element | None:
    formats = root.findall(f"{{{SHEET}}}cellStyleXfs/{{{SHEET}}}xf")
    for style in root.iterfind(f"{{{SHEET}}}cellStyles/{{{SHEET}}}cellStyle"):
        index = _number(style, "xfId")
        if style.get("builtinId") == "0" and 0 <= index < len(formats):
            return formats[index]
    return formats[0] if formats else None


def _date_styles(root: etree._Element) -> list[int]:
    own = {
        _number(form, "numFmtId"): str(form.get("formatCode"))
        for form in root.iterfind(f"{{{SHEET}}}numFmts/{{{SHEET}}}numFmt")
    }
    styles = root.findall(f"{{{SHEET}}}cellXfs/{{{SHEET}}}xf")
    return [index for index, style in enumerate(styles) if _is_date(style, own)]


def _is_date(style: etree._Element, own: dict[int, str]) -> bool:
    number = _number(style, "numFmtId")
    if number not in own:
        return number in _DATE_FORMATS
    letters = _NOT_FORMAT.sub("", own[number]).lower()
    return "y" in letters or "d" in letters or "mmm" in letters


def _number(element: etree._Element | None, name: str) -> int:
    text = str(element.get(name)) if element is not None else ""
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else 0
