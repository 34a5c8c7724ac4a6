"""What every test gets: folders of its own, no screen, and no dialog that waits for ever.

Qt is looked at only when a test has loaded it, so that tests of the Qt-free packages
run without it.
"""

import gc
import os
import sys
from collections.abc import Generator, Iterator
from pathlib import Path

import hypothesis
import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

hypothesis.settings.register_profile(
    "quick",
    deadline=None,
    max_examples=40,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile(
    "deep",
    deadline=None,
    max_examples=1_000,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

#: The variables by which Linux and Windows name a person's folders.
_FOLDERS = {
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_CACHE_HOME": "cache",
    "XDG_STATE_HOME": "state",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "localappdata",
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test empty folders for settings, data and cache; answer the one around them."""
    home = tmp_path_factory.mktemp("person")
    for variable, name in _FOLDERS.items():
        (home / name).mkdir()
        monkeypatch.setenv(variable, str(home / name))
    _direct_qt_settings(home / "config")
    return home


def _direct_qt_settings(folder: Path) -> None:
    """Turn Qt, if loaded, to `folder`: it reads the variables only once."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None:
        return
    # The test mode would write below the real home on Linux, past the variables.
    core.QStandardPaths.setTestModeEnabled(not sys.platform.startswith("linux"))
    for form in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
        core.QSettings.setPath(form, core.QSettings.Scope.UserScope, str(folder))


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Search for garbage between tests of the window, as the program does between events."""
    if "qapp" not in getattr(item, "fixturenames", ()):
        return (yield)
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Fail a test that leaves a modal dialog waiting; needs the application of the test."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return (yield)
    from tests.modal import ModalWatch  # only now: it loads Qt

    watch = ModalWatch()
    try:
        result = yield
    finally:
        found = watch.finish()
    if found:
        pytest.fail(f"{item.name}: unexpected dialog: {'; '.join(found)}")
    return result


@pytest.fixture(autouse=True, scope="session")
def empty_clipboard() -> Iterator[None]:
    """Empty the clipboard at the end.

    WORKAROUND: Qt 6.8 to 6.11 crash at exit on the offscreen platform when the clipboard
    still holds data that Python made.
    """
    yield
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()
