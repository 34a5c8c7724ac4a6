"""`{{judul}}` and its kin in cells and shapes: found, and replaced without losing formats."""

import re
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from sopeditor.excel.names import a
from sopeditor.excel.template.sheet import clean

_PLACEHOLDER = re.compile(r"\{\{\s*([A-Za-z_]\w*)\s*\}\}")

#: Words a placeholder; None leaves it as it is.
Wording = Callable[[str], str | None]


def words_in(text: str) -> list[str]:
    """Answer the words of all placeholders of a text, in small letters."""
    return [found[1].lower() for found in _PLACEHOLDER.finditer(text)]


def only_word(text: str) -> str | None:
    """Answer the word of a text that is one placeholder and nothing else."""
    found = _PLACEHOLDER.fullmatch(text.strip())
    return found[1].lower() if found else None


def replaced(texts: Sequence[str], wording: Wording) -> list[str]:
    """Answer the texts of runs with placeholders replaced.

    A placeholder may be split over several runs; its value goes to the run that it begins in.
    """
    whole = "".join(texts)
    starts = [0]
    for text in texts:
        starts.append(starts[-1] + len(text))
    result = list(texts)
    for found in reversed(list(_PLACEHOLDER.finditer(whole))):
        value = wording(found[1].lower())
        if value is None:
            continue
        for index in reversed(range(len(texts))):
            low = max(found.start(), starts[index]) - starts[index]
            high = min(found.end(), starts[index + 1]) - starts[index]
            if low >= high:
                continue
            begins = starts[index] <= found.start()
            result[index] = result[index][:low] + (value if begins else "") + result[index][high:]
    return result


def replace_in_elements(elements: Sequence[etree._Element], wording: Wording) -> bool:
    """Replace the placeholders in the texts of elements that belong together."""
    before = [element.text or "" for element in elements]
    after = replaced(before, wording)
    for element, text in zip(elements, after, strict=True):
        element.text = clean(text) if text else text
    return after != before


def replace_in_drawing(root: etree._Element, wording: Wording) -> bool:
    """Replace the placeholders in the text of all shapes of a drawing."""
    changed = False
    for paragraph in root.iter(a("p")):
        texts = [text for run in paragraph.findall(a("r")) for text in run.findall(a("t"))]
        if texts and replace_in_elements(texts, wording):
            changed = True
            _break_lines(paragraph)
    return changed


def words_in_drawing(root: etree._Element) -> Iterator[str]:
    """Answer the words of all placeholders in the shapes of a drawing."""
    for paragraph in root.iter(a("p")):
        texts = (t.text or "" for run in paragraph.findall(a("r")) for t in run.findall(a("t")))
        yield from words_in("".join(texts))


def _break_lines(paragraph: etree._Element) -> None:
    """Make a line break of every line end in a run, as shapes want it."""
    for run in paragraph.findall(a("r")):
        text = run.find(a("t"))
        if text is None or "\n" not in (text.text or ""):
            continue
        first, *others = (text.text or "").split("\n")
        text.text = first
        place = run
        for line in others:
            copy = deepcopy(run)
            copied = copy.find(a("t"))
            if copied is not None:
                copied.text = line
            end = etree.Element(a("br"))
            properties = run.find(a("rPr"))
            if properties is not None:
                end.append(deepcopy(properties))
            place.addnext(end)
            end.addnext(copy)
            place = copy
