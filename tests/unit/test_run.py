import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import run


def test_without_words_the_sample_is_opened(monkeypatch: pytest.MonkeyPatch, file: Path) -> None:
    monkeypatch.setattr(run, "SAMPLE", file)
    assert run.choose([], screen=True) == run.Plan("open", file)


def test_without_a_screen_the_file_is_exported(file: Path) -> None:
    assert run.choose([str(file)], screen=False) == run.Plan("export", file)


def test_a_file_named_from_another_folder_is_found(
    monkeypatch: pytest.MonkeyPatch, file: Path
) -> None:
    monkeypatch.chdir(file.parent)
    assert run.choose([file.name], screen=True).file == file


def test_testing_hands_all_other_words_to_pytest() -> None:
    plan = run.choose(["test", "--deep", "-k", "signal"], screen=False)
    assert plan == run.Plan("test", deep=True, pytest=("-k", "signal"))
    assert not run.choose(["test", "tests/unit"], screen=True).deep


@pytest.mark.parametrize(
    ("words", "code"), [(["--help"], 0), (["a", "b"], 2), (["--tset"], 2), (["none.sop"], 2)]
)
def test_senseless_words_end_the_run_with_one_line(
    words: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as end:
        run.choose(words, screen=True)
    assert end.value.code == code
    assert len(capsys.readouterr().err.splitlines()) == 1


@pytest.mark.parametrize(
    ("environment", "linux", "screen"),
    [
        ({}, True, False),
        ({"DISPLAY": ""}, True, False),
        ({"DISPLAY": ":0"}, True, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, True),
        ({}, False, True),
    ],
)
def test_only_linux_can_lack_a_screen(
    environment: dict[str, str], linux: bool, screen: bool
) -> None:
    assert run.has_screen(environment, linux) is screen


def test_the_stamp_depends_on_requirements_python_and_place(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    for folder in (here, there):
        folder.mkdir()
        (folder / "pyproject.toml").write_text("x = 1", "utf-8")
    stamp = run.stamp_of(here, "3.11")
    assert stamp == run.stamp_of(here, "3.11")
    assert stamp != run.stamp_of(here, "3.12")
    assert stamp != run.stamp_of(there, "3.11")
    (here / "pyproject.toml").write_text("x = 2", "utf-8")
    assert stamp != run.stamp_of(here, "3.11")


@pytest.mark.parametrize("manager", ["apt-get", "dnf", "zypper", "pacman"])
def test_each_package_manager_has_one_line_for_qt_and_one_for_python(manager: str) -> None:
    line = run.package_line(manager.__eq__)
    assert line.startswith(manager)
    assert re.search(r"xcb-?(util-)?cursor", line)
    assert re.search(r"gl", line, re.IGNORECASE)
    assert "  " not in line
    assert "\n" not in line
    python = run.package_line(manager.__eq__, python=True)
    assert python.startswith(manager)
    assert "python" in python
    assert "cursor" not in python


def test_the_line_for_debian_names_every_library_that_a_bare_system_lacks() -> None:
    packages = run.package_line("apt-get".__eq__).split()
    assert {"libgl1", "libegl1", "libglib2.0-0", "libdbus-1-3", "libfontconfig1"} < set(packages)
    assert {"libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-xkb1"} < set(packages)
    assert packages[:3] == ["apt-get", "install", "-y"]


def test_without_a_known_package_manager_there_is_no_line() -> None:
    assert run.package_line("emerge".__eq__) == ""


@pytest.mark.parametrize(
    ("output", "part"),
    [
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'", "PIP_CERT"),
        ("WARNING: Retrying ... NewConnectionError: ...\nERROR: No matching", "jaringan"),
        ("OSError: [Errno 28] No space left on device", "ruang disk"),
        ("ERROR: one\nERROR: No matching distribution found for lxml>=9", "lxml>=9"),
        ("  FileNotFoundError: no icons\nerror: metadata-generation-failed", "no icons"),
        ("", "pip berhenti"),
    ],
)
def test_a_failure_of_pip_is_told_in_one_sentence(output: str, part: str) -> None:
    sentence = run.explain_pip(output)
    assert part in sentence
    assert "\n" not in sentence


def test_an_installation_with_a_fresh_stamp_calls_pip_no_more(tmp_path: Path) -> None:
    environment = run.Environment(tmp_path)  # has no Python: calling pip would fail
    stamp = tmp_path / "sopeditor-program.stamp"
    stamp.write_text(run.stamp_of(run.ROOT, sys.version), "utf-8")
    environment.install()
    stamp.write_text("of another day", "utf-8")
    with pytest.raises(FileNotFoundError):
        environment.install()


@pytest.mark.skipif(os.name != "posix", reason="the probe is for Linux")
def test_the_probe_names_the_library_that_is_missing() -> None:
    done = run.quietly(sys.executable, "-c", run.PROBE, "libtidakada.so.7")
    assert done.stderr.strip() == "libtidakada.so.7"
    assert done.returncode == 1
    assert run.quietly(sys.executable, "-c", run.PROBE).stderr == ""


@pytest.mark.skipif(os.name != "posix", reason="the packages are of Linux")
def test_a_missing_library_without_root_ends_with_the_exact_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tool = tmp_path / "apt-get"
    tool.write_text("#!/bin/sh\nexit 1\n", "utf-8")
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    with pytest.raises(SystemExit) as end:
        run.install_packages("Pustaka sistem libEGL.so.1 belum ada.")
    assert end.value.code == run.PACKAGES_MISSING
    told = capsys.readouterr().err
    assert "libEGL.so.1" in told
    assert f"sudo {run.package_line('apt-get'.__eq__)}" in told


def test_an_old_python_is_told_which_one_is_needed() -> None:
    source = Path(run.__file__).read_text("utf-8").replace("(3, 11)", "(9, 0)")
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Python 3.11" in done.stdout
    assert len(done.stdout.splitlines()) == 1


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "surat masuk.sop"
    path.write_text("<sop/>", "utf-8")
    return path
