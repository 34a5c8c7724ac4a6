"""How soon the window is there, what its own imports cost, and how much memory it holds.

Every figure is a ratio to what Qt alone takes in the same run: a bare widget painted, the
import of QtWidgets, an application without a window. The first painting is that of the sheet
with the lines of its document, and needs no module beyond those that the program imports to
begin with; when all of the window is built is told beside. Memory counts once it is.
Processor time is compared, since a busy machine only lengthens the rest; the time on the
clock is printed beside it.
"""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from sopeditor.storage.files import save
from tests.bench.documents import document
from tests.bench.figures import Figure

_RUNS = 7
_STEPS = 40
_LARGE = 1000
_SCREEN = ("-screen", "0", "1920x1080x24", "-nolisten", "tcp")
_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|\s*(\S+)")
_FOREIGN = frozenset({"PySide6", "shiboken6", "shibokensupport"})


@dataclass(frozen=True, slots=True)
class Start:
    """What a started process took until it painted: processor and clock, in seconds."""

    processor: float
    clock: float
    resident: float


def figures() -> Iterator[Figure]:
    """Yield the figures of starting."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        small, large = folder / "small.sop", folder / "large.sop"
        save(document(_STEPS), small)
        save(document(_LARGE), large)
        yield _first_paint("offscreen", {"QT_QPA_PLATFORM": "offscreen"}, small, 1.4)
        if shutil.which("Xvfb"):
            with _display() as display:
                there = {"QT_QPA_PLATFORM": "xcb", "DISPLAY": display}
                yield _first_paint("xcb", there, small, 1.6)
        yield _imports()
        offscreen = {"QT_QPA_PLATFORM": "offscreen"}
        held, floor = _started("whole", offscreen, large), _started("application", offscreen)
        yield Figure(
            id="S4",
            what=f"resident memory, {_LARGE} steps / QApplication",
            value=held.resident / floor.resident,
            most=2.2,
            beside=f"{held.resident:.0f} / {floor.resident:.0f} MB",
        )


def _first_paint(platform: str, there: dict[str, str], path: Path, most: float) -> Figure:
    starts = [(_started("editor", there, path), _started("widget", there)) for _ in range(_RUNS)]
    editor = min(start.processor for start, _ in starts)
    widget = min(start.processor for _, start in starts)
    whole = min(_started("whole", there, path).processor for _ in range(_RUNS))
    clocks = [min(pair[place].clock for pair in starts) for place in (0, 1)]
    return Figure(
        id="S1",
        what=f"first paint, {_STEPS} steps / bare widget, {platform}",
        value=editor / widget,
        most=most,
        beside=f"{1000 * editor:.0f} / {1000 * widget:.0f} ms of processor, "
        f"{1000 * clocks[0]:.0f} / {1000 * clocks[1]:.0f} ms on the clock; "
        f"all of the window {whole / widget:.2f}",
    )


def _started(what: str, there: dict[str, str], *arguments: Path) -> Start:
    begun = time.time()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.started", what, *map(str, arguments)],
        env=_environment() | there,
        check=True,
        capture_output=True,
        text=True,
    )
    processor, painted, resident = map(float, done.stdout.split()[-3:])
    return Start(processor, painted - begun, resident)


def _environment() -> dict[str, str]:
    """Answer this environment; compiled modules are kept, as in an installed program."""
    return {k: value for k, value in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}


def _imports() -> Figure:
    own = min(_own_imports() for _ in range(_RUNS))
    floor = min(_import_times("PySide6.QtWidgets")["PySide6.QtWidgets"][1] for _ in range(_RUNS))
    return Figure(
        id="S2",
        what="own imports / import of QtWidgets",
        value=own / floor,
        most=0.3,
        beside=f"{own / 1000:.0f} / {floor / 1000:.0f} ms",
    )


def _own_imports() -> int:
    times = _import_times("sopeditor.app")
    outside = _FOREIGN | sys.stdlib_module_names
    return sum(own for name, (own, _) in times.items() if name.split(".")[0] not in outside)


def _import_times(module: str) -> dict[str, tuple[int, int]]:
    """Answer by module how long it took itself and with what it imports, in microseconds."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", f"import {module}"],
        env=_environment() | {"QT_QPA_PLATFORM": "offscreen"},
        check=True,
        capture_output=True,
        text=True,
    )
    found = _IMPORT.finditer(done.stderr)
    return {match[3]: (int(match[1]), int(match[2])) for match in found}


@contextmanager
def _display() -> Iterator[str]:
    """Run an X server on a free display while the context lasts."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), *_SCREEN]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()
