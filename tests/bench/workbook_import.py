"""How long a workbook of 500 steps and 12 lanes takes out and in again.

Run as `python -m tests.bench.workbook_import`. The floor is the time in which the workbook's
parts are merely unpacked and parsed; imports are told in multiples of it too.
"""

import resource
import time
from collections.abc import Callable

from sopeditor import assets
from sopeditor.cli.typesetting import lay_out_offscreen
from sopeditor.excel.reader.corrections import NO_CORRECTIONS, FieldSays
from sopeditor.excel.reader.parts import Parts
from sopeditor.excel.reader.reading import open_workbook, read_workbook
from sopeditor.excel.workbook import write_workbook
from sopeditor.model.document import Document
from sopeditor.storage.profiles import profile_of, read_profiles
from tests.builders import a_document
from tests.formats.workbooks import hands

STEPS, LANES = 500, "ABCDEFGHIJKL"
_ROUNDS = 3


def big_document() -> Document:
    """Answer a procedure whose every seventh step decides."""
    rows = [LANES[number * 5 % 12] + ("?" if number % 7 == 3 else "") for number in range(STEPS)]
    rows[0], rows[-1] = f"({rows[0]})", f"({rows[-1].strip('?')})"
    flows = []
    for number in range(1, STEPS):
        decides = rows[number - 1].endswith("?")
        flows.append(f"{number}>{number + 1}{':Ya' if decides else ''}")
        if decides:
            flows.append(f"{number}>{max(1, number - 3)}:Tidak")
    return a_document(LANES, " ".join(rows), " ".join(flows))


def best(action: Callable[[], object]) -> float:
    """Answer the shortest processor time of some runs, in seconds."""
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def parse_all(workbook: bytes) -> None:
    """Unpack a workbook and parse its parts."""
    parts = Parts(workbook)
    for name in parts.names():
        if name.endswith((".xml", ".rels")):
            parts.tree(name)


def main() -> None:
    """Print the times."""
    profiles = read_profiles(assets.resource("profiles"))
    document = big_document()
    profile = profile_of(document, profiles)
    layout = lay_out_offscreen(document, profile)
    written = write_workbook(document, layout, profile)
    bare = hands.without_copy(written)
    unglued = hands.with_drawings(bare, hands.without_glue)
    opened = open_workbook(bare)
    corrections = NO_CORRECTIONS.with_one(FieldSays("title", "Judul"))
    floor = best(lambda: parse_all(bare))
    print(f"floor (unpack and parse)  {floor:6.2f} s")
    for name, action in (
        ("export", lambda: write_workbook(document, layout, profile)),
        ("reopen our own", lambda: read_workbook(written, profiles)),
        ("import cells and shapes", lambda: read_workbook(bare, profiles)),
        ("import without glue", lambda: read_workbook(unglued, profiles)),
        ("read again as corrected", lambda: opened.understood(profiles, corrections)),
    ):
        taken = best(action)
        print(f"{name:25} {taken:6.2f} s  {taken / floor:5.1f} x")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
