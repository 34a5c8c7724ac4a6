"""What can't be filled is refused in one sentence."""

import io
import zipfile

import pytest
from openpyxl import load_workbook

from sopeditor import assets
from sopeditor.foundation.message import Catalogue, UserError
from tests.unit.excel.template.office import office_template
from tests.unit.excel.template.support import changed, replaced
from tests.unit.excel.template.test_fill import filled, parts

_TYPES = "[Content_Types].xml"
_MAIN = b"spreadsheetml.sheet.main+xml"


def _protected() -> bytes:
    book = load_workbook(io.BytesIO(office_template()))
    book["Bagan"].protection.sheet = True
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def _macros() -> bytes:
    kind = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    whole = b"application/vnd.openxmlformats-officedocument." + _MAIN
    return replaced(office_template(), _TYPES, whole, kind)


def _signed() -> bytes:
    def sign(content: dict[str, bytes]) -> None:
        content["_xmlsignatures/sig1.xml"] = b"<Signature/>"

    return changed(office_template(), sign)


def _strict() -> bytes:
    old = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return replaced(
        office_template(), "_rels/.rels", old, b"http://purl.oclc.org/ooxml/officeDocument"
    )


def _with_entity() -> bytes:
    old = b"<worksheet"
    return replaced(
        office_template(),
        "xl/worksheets/sheet2.xml",
        old,
        b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet',
    )


def _bomb() -> bytes:
    data = io.BytesIO(office_template())
    with zipfile.ZipFile(data, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet8.xml", b" " * 60_000_000)
    return data.getvalue()


def _hidden_macros() -> bytes:
    def add(content: dict[str, bytes]) -> None:
        content["xl/vbaProject.bin"] = b"\0"

    return changed(office_template(), add)


@pytest.mark.parametrize(
    ("make", "key"),
    [
        (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "excel_import.unreadable"),
        (lambda: b"No;Kegiatan\n1;x", "excel_import.unreadable"),
        (lambda: b"", "excel_import.unreadable"),
        (lambda: office_template()[:2000], "excel_import.unreadable.damaged"),
        (_bomb, "excel_import.unreadable.too_big"),
        (_protected, "excel_template.refused.protected"),
        (_macros, "excel_template.refused.macros"),
        (_hidden_macros, "excel_template.refused.macros"),
        (_signed, "excel_template.refused.signed"),
        (_strict, "excel_template.refused.strict"),
        (_with_entity, "excel_template.refused.damaged"),
    ],
)
def test_a_workbook_that_must_not_be_filled_is_refused(make: object, key: str) -> None:
    assert callable(make)
    with pytest.raises(UserError) as refusal:
        filled(template=make())
    assert refusal.value.words.key.startswith(key)
    for language in ("id", "en"):
        sentence = Catalogue.read(assets.resource("translations", language)).word(
            refusal.value.words
        )
        assert "{" not in sentence


def test_a_template_becomes_a_workbook() -> None:
    template = replaced(office_template(), _TYPES, _MAIN, b"spreadsheetml.template.main+xml")
    workbook = filled(template=template).workbook
    assert _MAIN in parts(workbook)[_TYPES]
    assert workbook == filled().workbook


def test_a_sheet_that_is_not_touched_may_be_protected() -> None:
    book = load_workbook(io.BytesIO(office_template()))
    book.create_sheet("Lain").protection.sheet = True
    data = io.BytesIO()
    book.save(data)
    assert "xl/worksheets/sheet3.xml" in parts(filled(template=data.getvalue()).workbook)
