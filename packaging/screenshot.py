# ruff: noqa: E402, INP001 - a script that finds the program beside it, installed or not
"""Takes a picture of the window: `python packaging/screenshot.py OUT.png [FILE]`.

Uses the display that is there. Where there is none, it starts Xvfb for as long as it runs,
and where Xvfb is not installed, Qt paints without a display.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_ROOT))

from PySide6.QtCore import QDeadlineTimer, QEvent, QEventLoop, QSettings, QSize, QTimer
from PySide6.QtGui import QColor, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from sopeditor.app import Program, prepare
from sopeditor.canvas.places import Place, StepPlace, SymbolPlace
from sopeditor.model.chart import Chart
from sopeditor.model.document import Document
from sopeditor.model.symbol import SymbolKind
from sopeditor.ui.contrast import dress
from sopeditor.ui.language import LANGUAGES
from sopeditor.ui.main_window import MainWindow
from sopeditor.ui.panels.findings_panel import DELAY
from sopeditor.ui.settings import Settings

_EXAMPLE = _ROOT / "resources" / "examples" / "pelayanan-izin.sop"

#: The window is painted when it stays the same for one pause, longer than any of its own.
_PAUSE, _PATIENCE = DELAY + 150, 15_000

#: A dark desktop; Qt's own scheme needs the theme of a desktop, which a bare display lacks.
_DARK = {
    QPalette.ColorRole.Window: "#2b2d30",
    QPalette.ColorRole.WindowText: "#e6e6e6",
    QPalette.ColorRole.Base: "#1f2123",
    QPalette.ColorRole.AlternateBase: "#26282b",
    QPalette.ColorRole.Text: "#e6e6e6",
    QPalette.ColorRole.PlaceholderText: "#9a9da1",
    QPalette.ColorRole.Button: "#34373a",
    QPalette.ColorRole.ButtonText: "#e6e6e6",
    QPalette.ColorRole.Highlight: "#3d8fd1",
    QPalette.ColorRole.HighlightedText: "#ffffff",
    QPalette.ColorRole.Link: "#7ab8e8",
    QPalette.ColorRole.ToolTipBase: "#34373a",
    QPalette.ColorRole.ToolTipText: "#e6e6e6",
}
_DARK_DISABLED = "#7d8185"


class NoPicture(Exception):
    """The file can't be opened, or the picture not be written; the words say why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What to show and how: `size` of the window in logical pixels, `scale` of the display."""

    out: Path
    file: Path
    size: QSize
    scale: float
    dark: bool
    language: str
    panel: str


def parse(arguments: list[str]) -> Wish:
    """Answer what the command line wishes; ends the run when it has no sense."""
    parser = argparse.ArgumentParser(description="Take a picture of the window.")
    parser.add_argument("out", type=Path, metavar="OUT.png")
    parser.add_argument("file", type=Path, nargs="?", default=_EXAMPLE, metavar="FILE.sop")
    parser.add_argument("--size", type=_size, default=QSize(1366, 768), help="1366x768")
    parser.add_argument("--scale", type=float, default=1.0, help="of the display, such as 1.5")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--language", choices=LANGUAGES, default=LANGUAGES[0])
    parser.add_argument("--panel", default="step", help="the panel in front at the right")
    return Wish(**vars(parser.parse_args(arguments)))


def _size(text: str) -> QSize:
    width, height = (int(edge) for edge in text.lower().split("x"))
    return QSize(width, height)


def dark_palette() -> QPalette:
    """Answer the colours of a dark desktop."""
    palette = QPalette(QColor(_DARK[QPalette.ColorRole.Button]))
    for role, colour in _DARK.items():
        palette.setColor(role, QColor(colour))
    roles = QPalette.ColorRole
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_DARK_DISABLED))
    return palette


@contextmanager
def a_display(size: QSize) -> Iterator[None]:
    """Provide a display while within; `size` is what it must hold, in pixels."""
    given = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if not sys.platform.startswith("linux") or any(os.environ.get(name) for name in given):
        yield
    elif shutil.which("Xvfb") is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        yield
    else:
        with _xvfb(size) as name:
            os.environ.update({"DISPLAY": name, "QT_QPA_PLATFORM": "xcb"})
            yield


@contextmanager
def _xvfb(size: QSize) -> Iterator[str]:
    """Run an X server that draws into memory; answer the name of its display."""
    reader, writer = os.pipe()
    screen = f"{size.width()}x{size.height()}x24"
    command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", screen, "-nolisten", "tcp")
    server = subprocess.Popen(command, pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def take(wish: Wish) -> None:
    """Show the window as wished and write its picture; raises `NoPicture`."""
    os.environ["QT_SCALE_FACTOR"] = str(wish.scale)
    application = prepare(QApplication(sys.argv[:1]))
    if wish.dark:
        application.setPalette(dark_palette())
        dress(application)
    with tempfile.TemporaryDirectory() as folder:
        # Nobody's settings: the window as it is the first time.
        store = QSettings(str(Path(folder) / "settings.ini"), QSettings.Format.IniFormat)
        program = Program(application, Settings(store))
        program.show(wish.language)
        picture = _picture(program.window, wish)
    if not picture.save(str(wish.out)):
        raise NoPicture(f"can't write {wish.out}")
    program.window.leave_to_successor()
    # A window still alive when Qt ends would be torn down in no order.
    program.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _picture(window: MainWindow, wish: Wish) -> QPixmap:
    window.resize(wish.size)
    _let_paint(window)
    if not wish.file.is_file() or not window.files.open_path(wish.file):
        raise NoPicture(f"can't open {wish.file}")
    window.docks.show(wish.panel)
    place = worth_showing(window.sheet.stage.document)
    if place is not None:
        window.go_to(place)
    return _let_paint(window)


def worth_showing(document: Document) -> Place | None:
    """Answer the first decision, else the first step; None where there is none."""
    for chart in document.charts:
        for _, symbol in chart.symbols():
            if symbol.kind is SymbolKind.DECISION:
                return SymbolPlace(symbol.id)
    return _first_step(document.charts)


def _first_step(charts: tuple[Chart, ...]) -> StepPlace | None:
    return next((StepPlace(chart.steps[0].id) for chart in charts if chart.steps), None)


def _let_paint(window: MainWindow) -> QPixmap:
    """Wait until the window does not change any more; answer how it looks."""
    deadline = QDeadlineTimer(_PATIENCE)
    before, now = QPixmap(), window.grab()
    while before.toImage() != now.toImage() and not deadline.hasExpired():
        loop = QEventLoop()
        QTimer.singleShot(_PAUSE, loop.quit)
        loop.exec()
        before, now = now, window.grab()
    return now


def main(arguments: list[str]) -> int:
    """Take the picture that the command line wishes; answer the exit code."""
    wish = parse(arguments)
    with a_display(wish.size * wish.scale):
        try:
            take(wish)
        except NoPicture as reason:
            sys.stderr.write(f"{reason}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
