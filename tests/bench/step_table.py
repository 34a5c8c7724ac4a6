"""How long pasting into the step table and typing there take, until sheet and table show it.

Processor time, at 300 steps and 10 lanes; a paste of 100 rows may take 300 ms.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sopeditor.app import open_window
from sopeditor.storage.files import save
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.ui.grid.panel import StepGrid
from sopeditor.ui.grid.views import ViewMode
from sopeditor.ui.main_window import MainWindow
from tests.bench.canvas import application
from tests.bench.figures import Figure

_STEPS, _LANES, _PASTED, _ROUNDS = 300, 10, 100, 5
_HEADINGS = "No\tKegiatan\tPelaksana\tSimbol\tKelengkapan\tWaktu\tOutput\tAlur"


def table(steps: int) -> str:
    """Answer a step table in which every sixth step decides."""
    return "\n".join([_HEADINGS, *(_row(number, steps) for number in range(1, steps + 1))])


def _row(number: int, steps: int) -> str:
    lane = chr(65 + number * 7 % _LANES)
    kind, flow = "P", str(number + 1)
    if number in {1, steps}:
        kind, flow = "T", "selesai" if number == steps else "2"
    elif number % 6 == 0:
        kind, flow = "D", f"Ya>{number + 1}; Tidak>{number - 4}"
    return (
        f"{number}\tMelaksanakan kegiatan nomor {number} menurut pedoman\t{lane}\t{kind}"
        f"\tBerkas {number - 1} dan disposisi\t{number} menit\tBerkas {number}\t{flow}"
    )


def figures() -> Iterator[Figure]:
    """Yield the figures of the step table, in a window that shows the sheet as well."""
    running = application()
    lanes = "; ".join(f"{chr(65 + lane)} = Jabatan {lane}" for lane in range(_LANES))
    with TemporaryDirectory() as name:
        path = Path(name) / "table.sop"
        save(read_table(f"Pelaksana: {lanes}\n\n{table(_STEPS)}"), path)
        settings = QSettings(str(Path(name) / "bench.ini"), QSettings.Format.IniFormat)
        window = open_window(running, settings, path).window
        window.finish_building()
        window.views.choose(ViewMode.BOTH)
        QApplication.processEvents()
        QGuiApplication.clipboard().setText(table(_PASTED))
        yield from _measured(window)
        QGuiApplication.clipboard().clear()
        window.leave_to_successor()


def _measured(window: MainWindow) -> Iterator[Figure]:
    grid, undo = window.views.grid, window.actions_by_key["undo"].trigger
    for what, row in (("over others", _STEPS // 2), ("at the end", _STEPS - 1)):
        grid.view.go_to(row, Field.NUMBER)
        yield _figure(f"paste {_PASTED} rows {what}, ms", grid.commands.paste, undo, 300)
    for field, text in ((Field.OUTPUT, "Hasil"), (Field.ACTORS, "B|C"), (Field.FLOW, "30")):
        yield _figure(
            f"type {field.value} into the table, ms", _typing(grid, field, text), undo, 300
        )


def _figure(
    what: str, act: Callable[[], object], back: Callable[[], object], most: float
) -> Figure:
    """Answer the least time from an act to what is seen of it, taken back each time."""
    clock, processor = [], []
    for _ in range(_ROUNDS):
        begun, used = time.perf_counter(), time.process_time()
        act()
        QApplication.processEvents()
        clock.append(1000 * (time.perf_counter() - begun))
        processor.append(1000 * (time.process_time() - used))
        back()
        QApplication.processEvents()
    return Figure(
        id="T2",
        what=what,
        value=min(processor),
        most=most,
        beside=f"{min(clock):.0f} ms on the clock, {_STEPS} steps x {_LANES} lanes",
    )


def _typing(grid: StepGrid, field: Field, text: str) -> Callable[[], object]:
    def act() -> object:
        model = grid.view.model()
        return model.setData(model.index(20, list(Field).index(field)), text)

    return act
