"""An X display of the test's own, and parts played on it in a process of their own.

The display is never the one that a person or another test looks at: mouse and keyboard are
one per display.
"""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[3]

#: The most usual small screen.
_SCREEN = "1366x768x24"

#: How long the display may take to come up and a part to be played, in seconds.
_DISPLAY_TIME, _PLAY_TIME = 20, 90

#: Plays a part by its name.
Play = Callable[[str], None]


@pytest.fixture(scope="session")
def display() -> Iterator[str]:
    """Answer the name of a fresh X display; skip where there can't be one."""
    reason = _hindrance()
    if reason:
        pytest.skip(reason)
    reader, writer = os.pipe()
    command = ("Xvfb", "-displayfd", str(writer), "-screen", "0", _SCREEN, "-nolisten", "tcp")
    server = subprocess.Popen(
        command, pass_fds=(writer,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if not number:
            pytest.fail(f"Xvfb ended with {server.wait(_DISPLAY_TIME)}")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait(_DISPLAY_TIME)


@pytest.fixture
def play(display: str, tmp_path: Path) -> Play:
    """Answer what plays a part and fails with what went wrong."""
    environment = os.environ | {
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_QPA_PLATFORMTHEME": "",  # Qt's own dialogs, which can be typed into
        "PYTHONFAULTHANDLER": "1",
    }
    environment.pop("WAYLAND_DISPLAY", None)

    def played(part: str) -> None:
        command = [sys.executable, "-m", "tests.gui.journey.player", part, str(tmp_path)]
        done = subprocess.run(
            command,
            cwd=_ROOT,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=_PLAY_TIME,
        )
        if done.returncode:
            pytest.fail(f"{done.stderr}\nended with {done.returncode}; see {tmp_path}")

    return played


def _hindrance() -> str:
    """Answer why no window can be shown and worked here; empty when one can."""
    if not sys.platform.startswith("linux"):
        return "needs X11"
    for program in ("Xvfb", "xdotool"):
        if shutil.which(program) is None:
            return f"needs {program}"
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        return "needs PySide6"
    plugin = Path(found.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    probe = (sys.executable, "-c", "import ctypes, sys; ctypes.CDLL(sys.argv[1])", str(plugin))
    loaded = subprocess.run(probe, capture_output=True, text=True, check=False)
    return f"Qt can't use X11: {loaded.stderr.splitlines()[-1]}" if loaded.returncode else ""
