"""A workbook of 500 steps and 12 lanes: how long out and in again, and how much memory.

Seconds are of processor time; beside each stands its ratio to a floor of the same run: cells
alone by openpyxl, and the parts merely unpacked and parsed. Memory is that of a process of its
own that lays out, exports and imports, beside one that only lays out; it is read from `/proc`.
"""

import io
import subprocess
import sys
from collections.abc import Iterator
from copy import copy
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import Cell

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.excel.reader.reading import read_workbook
from sopeditor.excel.workbook import write_workbook
from sopeditor.layout.placement import DocumentLayout
from sopeditor.model.document import Document
from sopeditor.model.profile import Profile
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.bench.figures import Figure
from tests.bench.workbook_import import best, big_document, parse_all
from tests.formats.workbooks import hands

#: Targets on two cores: seconds out, seconds in, megabytes.
_OUT, _IN, _MEMORY = 3.0, 5.0, 300.0


def figures() -> Iterator[Figure]:
    """Measure time out and in, and memory."""
    document, profile, layout = _big()
    written = write_workbook(document, layout, profile)
    taken, floor = best(lambda: write_workbook(document, layout, profile)), _cells_alone(written)
    beside = f"{taken / floor:.1f} x openpyxl writing the same cells ({floor:.2f} s)"
    what = "500 steps x 12 lanes out, s"
    yield Figure(id="X1", what=what, value=taken, most=_OUT, beside=beside)
    bare, profiles = hands.without_copy(written), read_profiles(assets.resource("profiles"))
    taken, floor = best(lambda: read_workbook(bare, profiles)), best(lambda: parse_all(bare))
    beside = f"{taken / floor:.1f} x unpacking and parsing ({floor:.2f} s)"
    what = "the same in, its hidden copy removed, s"
    yield Figure(id="X2", what=what, value=taken, most=_IN, beside=beside)
    most, idle = _most_memory("work"), _most_memory("idle")
    beside = f"{most / idle:.1f} x laying out alone ({idle:.0f} MB)"
    what = "memory at its highest, out and in, MB"
    yield Figure(id="X3", what=what, value=most, most=_MEMORY, beside=beside)


def _big() -> tuple[Document, Profile, DocumentLayout]:
    document = big_document()
    profile = profile_of(document, read_profiles(assets.resource("profiles")))
    return document, profile, lay_out_offscreen(document, profile)


def _cells_alone(written: bytes) -> float:
    """Answer the seconds in which openpyxl writes the cells of a workbook, styles copied."""
    source = load_workbook(io.BytesIO(written))
    cells = [
        [
            (c.row, c.column, c.value, copy(c.border), copy(c.font), copy(c.alignment))
            for row in sheet
            for c in row
            if isinstance(c, Cell)
        ]
        for sheet in source.worksheets
    ]

    def write() -> None:
        book = Workbook()
        for own in cells:
            sheet = book.create_sheet()
            for row, column, value, border, font, alignment in own:
                cell = sheet.cell(row, column, value)
                cell.border, cell.font, cell.alignment = border, font, alignment
        book.save(io.BytesIO())

    return best(write)


def _most_memory(kind: str) -> float:
    """Answer the highest memory, in megabytes, of a process that does the work or only starts."""
    words = (sys.executable, "-m", "tests.bench.workbook", kind)
    told = subprocess.run(words, check=True, capture_output=True, text=True)
    return float(told.stdout.split()[-1])


def main(kind: str) -> None:
    """Do the work once, or only what comes before; print the highest memory in megabytes."""
    document, profile, layout = _big()
    if kind == "work":
        bare = hands.without_copy(write_workbook(document, layout, profile))
        read_workbook(bare, read_profiles(assets.resource("profiles")))
    print(_highest())


def _highest() -> float:
    """Answer the most megabytes that this process held; `ru_maxrss` would count its parent's."""
    status = Path("/proc/self/status").read_text("ascii")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return float(line.split()[1]) / 1024


if __name__ == "__main__":
    main(sys.argv[1])
