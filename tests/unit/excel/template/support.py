"""Small surgery on workbooks for tests."""

import io
import zipfile
from collections.abc import Callable

from lxml import etree

from sopeditor.excel.names import SHEET


def changed(workbook: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Answer the workbook after `change` had its parts."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return data.getvalue()


def replaced(workbook: bytes, part: str, old: bytes, new: bytes) -> bytes:
    """Answer the workbook with other bytes in one part."""

    def change(parts: dict[str, bytes]) -> None:
        assert old in parts[part]
        parts[part] = parts[part].replace(old, new)

    return changed(workbook, change)


def with_text(workbook: bytes, part: str, cell: str, inline: str) -> bytes:
    """Answer the workbook with a cell in a new row at the end of a sheet."""

    def change(parts: dict[str, bytes]) -> None:
        root = etree.fromstring(parts[part])
        data = root.find(f"{{{SHEET}}}sheetData")
        assert data is not None
        number = "".join(letter for letter in cell if letter.isdigit())
        row = etree.SubElement(data, f"{{{SHEET}}}row", r=number)
        holder = etree.SubElement(row, f"{{{SHEET}}}c", r=cell, t="inlineStr")
        holder.append(etree.fromstring(inline.replace("<is>", f'<is xmlns="{SHEET}">')))
        parts[part] = etree.tostring(root)

    return changed(workbook, change)
