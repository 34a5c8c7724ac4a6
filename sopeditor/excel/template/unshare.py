"""Shared formulas written out: each cell gets its own, so that cells can part company."""

from lxml import etree
from openpyxl.formula.translate import Translator

from sopeditor.excel.template.book import s


def unshare(root: etree._Element) -> bool:
    """Write out the shared formulas of a worksheet; answer whether there were any."""
    masters: dict[str, tuple[str, str]] = {}
    shared = [
        (str(cell.get("r")), formula)
        for cell in root.iter(s("c"))
        for formula in cell.findall(s("f"))
        if formula.get("t") == "shared"
    ]
    for place, formula in shared:
        if formula.text:
            masters[str(formula.get("si"))] = (place, formula.text)
    for place, formula in shared:
        origin, text = masters.get(str(formula.get("si")), (place, ""))
        if not formula.text and text:
            moved = Translator(f"={text}", origin).translate_formula(place)
            formula.text = moved.removeprefix("=")
        for attribute in ("t", "si", "ref"):
            formula.attrib.pop(attribute, "")
    return bool(shared)
