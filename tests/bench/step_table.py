"""Measures the step table at 300 steps and 10 lanes: pasting 100 rows, typing into cells.

Run as `python -m tests.bench.step_table`. Layout and painting of the sheet are not in it. The
aim is 300 ms for the paste.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSettings
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from sopeditor.app import prepare
from sopeditor.session.session import EditorSession
from sopeditor.tables.notation import Field
from sopeditor.tables.reader import read_table
from sopeditor.ui.checking import Checker
from sopeditor.ui.desk import Desk
from sopeditor.ui.dialogs.questions import Questions
from sopeditor.ui.grid.panel import StepGrid
from sopeditor.ui.icons import Icons
from sopeditor.ui.language import read_catalogue
from sopeditor.ui.settings import Settings

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


def grid_of(folder: Path) -> tuple[StepGrid, EditorSession]:
    """Answer a shown table of 300 steps."""
    lanes = "; ".join(f"{chr(65 + lane)} = Jabatan {lane}" for lane in range(_LANES))
    session = EditorSession(read_table(f"Pelaksana: {lanes}\n\n{table(_STEPS)}"))
    catalogue = read_catalogue("id")
    desk = Desk(
        session=session,
        catalogue=catalogue,
        icons=Icons(QApplication.palette()),
        questions=Questions(catalogue),
        settings=Settings(QSettings(str(folder / "bench.ini"), QSettings.Format.IniFormat)),
        profiles={},
        checker=Checker(),
    )
    grid = StepGrid(desk)
    grid.resize(1000, 600)
    grid.show()
    QApplication.processEvents()
    return grid, session


def measured(name: str, act: Callable[[], object], back: Callable[[], object]) -> None:
    """Print the median time of an act, taken back after each round."""
    times = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        act()
        times.append(time.perf_counter() - start)
        back()
        QApplication.processEvents()
    sys.stdout.write(f"{name}: {median(times) * 1000:.0f} ms\n")


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = prepare(QApplication([]))
    with TemporaryDirectory() as folder:
        grid, session = grid_of(Path(folder))
        QGuiApplication.clipboard().setText(table(_PASTED))
        for name, row in (("paste 100 rows over others", 150), ("paste 100 rows at the end", 299)):
            grid.view.go_to(row, Field.NUMBER)
            measured(name, grid.commands.paste, session.undo)
        for field, text in ((Field.OUTPUT, "Hasil"), (Field.ACTORS, "B|C"), (Field.FLOW, "30")):
            measured(f"type {field}", _typing(grid, 20, field, text), session.undo)
        QGuiApplication.clipboard().clear()
        grid.detach()
    application.quit()


def _typing(grid: StepGrid, row: int, field: Field, text: str) -> Callable[[], object]:
    def act() -> object:
        model = grid.view.model()
        return model.setData(model.index(row, list(Field).index(field)), text)

    return act


if __name__ == "__main__":
    main()
