"""Damaged, foreign and hostile files, and which sentence each of them gets.

The keys are those of `storage.read`; OPENS marks what is odd but right.
"""

import codecs
import gzip
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

OPENS = ""
NS = "urn:sopeditor:document"
COMPLETE = (Path(__file__).parent / "complete.sop").read_bytes()
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'

Case = tuple[str, bytes, str]


def sop(inside: str = "", attributes: str = 'format="1.0"') -> bytes:
    """Answer a small file with `inside` as content of the root."""
    return f'{DECLARATION}\n<sop xmlns="{NS}" {attributes}>{inside}</sop>'.encode()


def chart(inside: str = "", steps: str = "", flows: str = "") -> bytes:
    """Answer a small file with one actor and one chart."""
    return sop(
        '<actors><actor id="a"/></actors><charts><chart id="c"><lanes><lane actor="a"/></lanes>'
        f"<steps>{steps}</steps><flows>{flows}</flows>{inside}</chart></charts>"
    )


def step(number: int, kind: str = "process") -> str:
    """Answer a step with one symbol."""
    return f'<step id="s{number}"><symbol id="y{number}" kind="{kind}" actors="a"/></step>'


def flow(number: int, source: int, target: int) -> str:
    """Answer a flow between the symbols of two steps."""
    return f'<flow id="f{number}" source="y{source}" target="y{target}"/>'


def cases() -> Iterator[Case]:
    """Answer name, content and expected sentence of every bad file."""
    yield from _damaged()
    yield from _encodings()
    yield from _attacks()
    yield from _versions_and_roots()
    yield from _values()
    yield from _structures()


def _archive() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


def _damaged() -> Iterator[Case]:
    pointer = b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n"
    conflict = COMPLETE.replace(b"  <page", b"<<<<<<< HEAD\n  <page", 1)
    yield "1 empty", b"", "empty"
    yield "2 blanks", b" \n\t ", "empty"
    yield "3 zeros", bytes(4096), "zeroed"
    yield "4 zeros at the end", COMPLETE + bytes(512), "damaged"
    for percent in (10, 50, 90, 99):
        yield f"5 cut at {percent} %", COMPLETE[: len(COMPLETE) * percent // 100], "damaged"
    cut = sop("<identity><title>é").split(b"\xc3")[0] + b"\xc3"
    yield "6 cut in a character", cut, "damaged"
    yield "8 two documents", COMPLETE + COMPLETE, "damaged"
    yield "9 junk before", b"junk" + COMPLETE, "damaged"
    yield "9 blank before the declaration", b" " + COMPLETE, "damaged"
    yield "10 conflict", conflict, "is_git_conflict"
    yield "11 pointer", pointer, "is_git_pointer"
    yield "12 login page", b"<!DOCTYPE html>\n<html><body><br></html>", "is_web_page"
    yield "12 web page in XML", b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "is_web_page"
    yield "13 workbook", _archive(), "is_workbook"
    yield "13 gzip", gzip.compress(COMPLETE, mtime=0), "damaged"
    yield "14 old Office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "is_old_office"
    yield "15 PDF", b"%PDF-1.7\n", "is_pdf"
    yield "16 PNG", b"\x89PNG\r\n\x1a\n" + bytes(20), "is_picture"
    yield "16 JPEG", b"\xff\xd8\xff\xe0", "is_picture"
    yield "17 draw.io", b'<mxfile host="app"><diagram/></mxfile>', "is_drawing"
    bpmn = b'<b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'
    yield "17 BPMN", bpmn, "is_drawing"


def _encodings() -> Iterator[Case]:
    text = sop("<identity><title>Biaya é €</title></identity>").decode()
    bare = text.removeprefix(DECLARATION + "\n")
    yield "21 BOM", codecs.BOM_UTF8 + text.encode(), OPENS
    yield "22 UTF-16 LE", codecs.BOM_UTF16_LE + bare.encode("utf-16-le"), OPENS
    yield "22 UTF-16 BE", codecs.BOM_UTF16_BE + bare.encode("utf-16-be"), OPENS
    yield "23 UTF-16 without mark", bare.encode("utf-16-le"), "damaged"
    yield "24 cp1252 called UTF-8", text.encode("cp1252"), "damaged"
    yield "25 unknown encoding", text.replace("UTF-8", "bogus-9").encode(), "damaged"
    mislabelled = codecs.BOM_UTF8 + text.replace("UTF-8", "UTF-16").encode()
    yield "26 BOM and UTF-16 declared", mislabelled, "damaged|"
    yield "27 XML 1.1", text.replace('"1.0" enc', '"1.1" enc').encode(), OPENS
    yield "28 XML 9.9", text.replace('"1.0" enc', '"9.9" enc').encode(), "damaged"
    yield (
        "29 overlong",
        sop("<identity><title>X</title></identity>").replace(b"X", b"\xc0\xaf"),
        "damaged",
    )
    yield "30 CESU", sop("X").replace(b"X", b"\xed\xa0\xbd\xed\xb8\x80"), "damaged"
    yield (
        "31 mixed line ends",
        COMPLETE.replace(b"</title>\n", b"</title>\r\n").replace(b"</unit>\n", b"</unit>\r"),
        OPENS,
    )


def _with_doctype(declarations: str, inside: str = "", attributes: str = "") -> bytes:
    doctype = f"<!DOCTYPE sop [{declarations}]>"
    root = f'<sop xmlns="{NS}" format="1.0" {attributes}>{inside}</sop>'
    return f"{DECLARATION}{doctype}{root}".encode()


def _laughs() -> str:
    first = '<!ENTITY l0 "ha">'
    return first + "".join(
        f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">' for level in range(1, 10)
    )


def _attacks() -> Iterator[Case]:
    title = "<identity><title>&x;</title></identity>"
    hidden = _with_doctype("").decode().replace("UTF-8", "UTF-16")
    include = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/passwd"/>'
    long_text = "a" * 11_000_000
    yield "32 external file", _with_doctype('<!ENTITY x SYSTEM "/etc/passwd">', title), "doctype"
    yield "33 external page", _with_doctype('<!ENTITY x SYSTEM "http://x/">', title), "doctype"
    outside = f'<!DOCTYPE sop SYSTEM "sop.dtd"><sop xmlns="{NS}" format="1.0"/>'
    yield "34 external DTD", outside.encode(), "doctype"
    yield "35 parameter entity", _with_doctype('<!ENTITY % p SYSTEM "/etc/passwd">%p;'), "doctype"
    yield "36 laughs in text", _with_doctype(_laughs(), "&l9;"), "doctype"
    yield "37 laughs in a value", _with_doctype(_laughs(), "", 'profile="&l9;"'), "doctype"
    quadratic = _with_doctype(f'<!ENTITY x "{"a" * 50_000}">', "&x;" * 5_000)
    yield "38 quadratic", quadratic, "doctype"
    yield "39 hidden doctype", codecs.BOM_UTF16_LE + hidden.encode("utf-16-le"), "doctype"
    yield "40 XInclude", sop(include), OPENS
    style = COMPLETE.replace(b"?>\n", b'?>\n<?xml-stylesheet href="file:///x"?>\n', 1)
    yield "41 stylesheet", style, OPENS
    for depth in (300, 100_000):
        yield f"42 depth {depth}", sop("<a>" * depth + "</a>" * depth), "damaged"
    yield "43 a million elements", sop("<a/>" * 1_000_000), "too_many_elements"
    yield "43 unknown elements", sop("<a/>" * 300_000), "too_much_unknown"
    many = " ".join(f'n{number}="1"' for number in range(50_000))
    yield "44 attributes", sop(f"<identity {many}/>"), "too_many_attributes"
    yield "45 long text", sop(f"<identity><title>{long_text}</title></identity>"), "damaged"
    yield (
        "45 long field",
        sop(f"<identity><title>{long_text[:100_001]}</title></identity>"),
        ("too_long"),
    )
    logo = f"<identity><logo><piece>{long_text}</piece></logo></identity>"
    yield "46 long logo", sop(logo), "damaged"
    pieces = f"<piece>{'A' * 100_000}</piece>" * 120
    yield "46 big logo", sop(f"<identity><logo>{pieces}</logo></identity>"), "big_logo"
    yield "47 namespace redefined", sop('<identity xmlns="urn:other"><title/></identity>'), OPENS
    yield (
        "48 CDATA",
        sop("<identity><title><![CDATA[a]]]]><![CDATA[>b]]></title></identity>"),
        OPENS,
    )
    commented = COMPLETE.replace(b">\n", b"><!-- x --><?y z?>\n").replace(
        b"Surat", b"Su<!--x-->rat"
    )
    yield "49 comments", commented.replace(b"?><!-- x --><?y z?>", b"?>", 1), OPENS
    clashing = " ".join(f'a{"Aa" * (n % 2)}{"BB" * (1 - n % 2)}{n}="1"' for n in range(400))
    yield "50 alike names", sop(f"<identity {clashing}/>"), OPENS
    yield "too big", sop("<a/>") + b" " * 25_000_000, "too_big"


def _versions_and_roots() -> Iterator[Case]:
    yield "51 no version", sop(attributes=""), "version_missing"
    for version in ("0", "0.9", "-1", "abc", "1.0.0.0", "", " 1.0", "1.", "١.0"):
        yield f"52 version {version}", sop(attributes=f'format="{version}"'), "version_unknown"
    for version in ("2.0", "999", "9999.9999"):
        yield f"52 version {version}", sop(attributes=f'format="{version}"'), "too_new"
    yield "52 newer minor version", sop("<new/>", 'format="1.99" new="x"'), OPENS
    yield "53 wrong root", f'<note xmlns="{NS}"/>'.encode(), "not_sop"
    yield "54 foreign root", b'<sop xmlns="urn:other" format="1.0"/>', "not_sop"
    yield "54 no namespace", b'<sop format="1.0"/>', "not_sop"


def _values() -> Iterator[Case]:
    yield "55 no id", chart(steps="<step/>"), "attribute_missing"
    yield (
        "55 no kind",
        chart(steps='<step id="s"><symbol id="y" actors="a"/></step>'),
        ("attribute_missing"),
    )
    odd = ("12,5", "١٢", "1_000", "1e3", "NaN", "inf", "", " ", "1" + "0" * 30, " 5", "+5", "0x5")
    for text in odd:
        yield f"56 number {text!r}", sop(f'<page foot-zone="{text}"/>'), "bad_value"
    yield "57 negative edge", sop('<page><margins top="-1"/></page>'), "bad_value"
    yield "57 negative type", sop('<page font-size="-8"/>'), "bad_value"
    for text in ("0", "1000000000 menit", "5 windu", "-3 jam"):
        quality = f"<quality><duration>{text}</duration></quality>"
        yield f"58 time {text}", chart(steps=f'<step id="s">{quality}</step>'), OPENS
    for text in ("0", "11.9", "1001", "NaN", "-60", "60 pt"):
        asked = f'<charts><chart id="c"><widths output="{text}"/></chart></charts>'
        yield f"58 width {text}", sop(asked), "bad_value"
    yield "59 colour, which the format has not", sop('<page colour="#zzz"/>'), OPENS
    yield "60 flag", chart(steps='<step id="s" break-before="ya"/>'), "bad_value"
    for text in ("31-02-2026", "0000", "99999-01-01"):
        cover = f"<identity><created-on>{text}</created-on></identity>"
        yield f"61 date {text}", sop(cover), OPENS
    for text in ("NaN", "1e308", "9999999"):
        hints = f'<hints><way-point x="{text}" y="0"/></hints>'
        bent = f'<flow id="f" source="y1" target="y1">{hints}</flow>'
        yield f"62 coordinate {text}", chart(steps=step(1), flows=bent), "bad_value"
    for text in ("", "a b", "x" * 10_000, "é", "-a"):
        yield f"64 id {text[:9]!r}", chart(steps=f'<step id="{text}"/>'), "bad_value"
    for kind in ("circle", "", "Process"):
        yield f"69 kind {kind!r}", chart(steps=step(1, kind)), "bad_value"
    yield "72 page number, which the format has not", chart(steps='<step id="s" page="-1"/>'), OPENS
    yield (
        "shared with an unknown column",
        chart(steps='<step id="s" shared="actors"/>'),
        ("bad_value"),
    )
    yield "logo no base64", sop("<identity><logo><piece>?!</piece></logo></identity>"), "bad_logo"


def _structures() -> Iterator[Case]:
    twice = "<identity/><identity/>"
    rows = "".join(map(step, range(2_000)))
    lanes = "".join(f'<actor id="b{number}"/>' for number in range(200))
    yield "63 id twice", chart(steps=step(1) + step(1)), "inconsistent"
    yield "65 flow to nowhere", chart(steps=step(1), flows=flow(1, 1, 2)), "inconsistent"
    yield "66 flow to itself", chart(steps=step(1), flows=flow(1, 1, 1)), OPENS
    yield "67 circle", chart(steps=step(1) + step(2), flows=flow(1, 1, 2) + flow(2, 2, 1)), OPENS
    stranger = '<step id="s"><symbol id="y" kind="process" actors="z"/></step>'
    yield "68 unknown actor", chart(steps=stranger), "inconsistent"
    unlisted = '<charts><chart id="c"><lanes><lane actor="z"/></lanes></chart></charts>'
    yield "68 unknown lane", sop(unlisted), "inconsistent"
    yield "70 two starts", chart(steps=step(1, "terminator") + step(2, "terminator")), OPENS
    for exits in (0, 1, 5):
        flows = "".join(flow(number, 1, 2) for number in range(exits))
        asked = chart(steps=step(1, "decision") + step(2), flows=flows)
        yield f"71 decision with {exits} exits", asked, OPENS
    yield "73 unknown markup", sop('<x:y xmlns:x="urn:x" a="1">t</x:y><z b="2"/>'), OPENS
    yield "74 twice where one belongs", sop(twice), "repeated"
    yield (
        "74 lane twice",
        sop(
            '<actors><actor id="a"/></actors><charts><chart id="c">'
            '<lanes><lane actor="a"/><lane actor="a"/></lanes></chart></charts>'
        ),
        "lane_repeated",
    )
    yield "75 no steps", chart(), OPENS
    yield "75 nothing at all", sop(), OPENS
    yield "76 2,000 steps", chart(steps=rows), OPENS
    yield "76 5,001 steps", chart(steps='<step id="s"/>' * 5_001), "too_many_steps"
    yield "76 20,001 flows", chart(flows=flow(1, 1, 1) * 20_001), "too_many_flows"
    yield "77 200 actors", sop(f"<actors>{lanes}</actors>"), OPENS
    yield "77 201 actors", sop(f'<actors>{lanes}<actor id="c"/></actors>'), "too_many_actors"
    yield "text between elements", sop("<identity>teks<title/></identity>"), "stray_text"
    yield (
        "text after an element in a text",
        sop("<identity><title>a<b/>c</title></identity>"),
        "stray_text",
    )
