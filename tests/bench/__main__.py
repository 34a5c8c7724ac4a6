"""Lists and runs the measurements.

`python -m tests.bench` measures figure by figure beside its target; with ids (`R6 C1`) only
the parts that hold those; with the name of a module here it runs that one. Milliseconds are
of this machine: only ratios within one run count.
"""

import runpy
import sys
from collections.abc import Callable, Iterator

from tests.bench import (
    canvas,
    routing_quality,
    routing_speed,
    routing_stability,
    start,
    step_table,
    workbook,
)
from tests.bench import routing_corpus as corpus
from tests.bench.figures import Figure

#: What each part measures, the figures it gives, and how.
_PARTS: tuple[tuple[str, tuple[str, ...], Callable[[], Iterator[Figure]]], ...] = (
    ("quality of lines", ("R1", "R2", "R3", "R4"), routing_quality.figures),
    ("speed of routing", ("R5", "R6", "R7", "R8"), routing_speed.figures),
    ("stability after edits", ("R9", "R10"), routing_stability.figures),
    ("the sheet under one's hands", ("C1", "C2", "C3", "T1"), canvas.figures),
    ("the step table", ("T2",), step_table.figures),
    ("start and memory", ("S1", "S2", "S4"), start.figures),
    ("workbooks out and in", ("X1", "X2", "X3"), workbook.figures),
)
_MODULES = ("routing_corpus", "workbook_import")


def main(words: list[str]) -> int:
    """Run what is asked for; answer 1 when a target is missed."""
    if words and words[0] in _MODULES:
        sys.argv = words
        runpy.run_module(f"tests.bench.{words[0]}", run_name="__main__")
        return 0
    for name, ids, _ in _PARTS:
        print(f"{', '.join(ids)}: {name}")
    print(f"elsewhere: {', '.join(_MODULES)}")
    if not corpus.is_present():
        print(f"no corpus in {corpus.FOLDER}: a small one of its own is used")
    missed = 0
    for _, ids, figures in _PARTS:
        if words and not set(words) & set(ids):
            continue
        for figure in figures():
            if not words or figure.id in words:
                print(figure, flush=True)
                missed += not figure.holds
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
