#!/usr/bin/env python3
"""Start SOP Editor, or its tests, from a fresh clone: `python3 run.py`, `py run.py` on Windows.

Needs nothing but Python: makes `.venv` beside itself, installs the project there, looks
for the system libraries of Qt, and goes on. Later starts find all that done by a stamp.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the file must load on an old Python to say so
    print("SOP Editor memerlukan Python 3.11 atau lebih baru; ini Python", sys.version.split()[0])
    raise SystemExit(2)

import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NoReturn

ROOT = Path(__file__).resolve().parent
SAMPLE = ROOT / "resources" / "examples" / "pelayanan-izin.sop"
PYTHON = "{}.{}".format(*sys.version_info)

#: Exit codes: a failed installation, a wrong command or file, missing system packages.
NOT_INSTALLED, BAD_USE, PACKAGES_MISSING = 1, 2, 3
USAGE = "Pakai: python3 run.py [BERKAS]  atau  python3 run.py test [--deep] [ARGUMEN PYTEST]"

#: By the command that installs: the package of Python's venv, then those of Qt with a window.
PACKAGES = {
    "apt-get install -y --no-install-recommends": """python3-venv
        libgl1 libegl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0
        libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libx11-xcb1""",
    "dnf install -y": """python3
        mesa-libGL mesa-libEGL glib2 dbus-libs fontconfig libX11-xcb libxcb libxkbcommon-x11
        xcb-util-cursor xcb-util-wm xcb-util-keysyms""",
    "zypper --non-interactive install": """python3
        Mesa-libGL1 Mesa-libEGL1 libglib-2_0-0 libdbus-1-3 fontconfig libxkbcommon-x11-0
        libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libX11-xcb1""",
    "pacman -S --needed --noconfirm": """python
        libglvnd mesa glib2 dbus fontconfig libx11 libxcb libxkbcommon-x11 xcb-util-cursor
        xcb-util-wm xcb-util-keysyms""",
}

#: Loads every library it is given; ends with the name of the first one that the system lacks.
PROBE = """import ctypes, sys
try:
    [ctypes.CDLL(name) for name in sys.argv[1:]]
except OSError as missing:
    sys.exit(str(missing).split(":")[0])"""

#: What pip's words mean, most telling first: (part of the text, our sentence).
PIP_FAILURES = (
    ("CERTIFICATE_VERIFY", "sertifikat jaringan ditolak (atur PIP_CERT, atau isi wheelhouse/)"),
    ("No space left", "ruang disk habis"),
    ("ProxyError", "proxy jaringan menolak (atur HTTPS_PROXY, atau isi wheelhouse/)"),
    ("ConnectionError", "tidak ada jaringan (sambungkan, atau isi wheelhouse/)"),
)


def say(sentence: str) -> None:
    """Tell the person what happens, at once and apart from results."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str, code: int) -> NoReturn:
    """End the run with a sentence for the person."""
    say(sentence)
    raise SystemExit(code)


def quietly(*command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command and keep what it prints."""
    return subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")


@dataclass(frozen=True)
class Plan:
    """What to do: open a file, export it because there is no screen, or test."""

    action: Literal["open", "export", "test"]
    file: Path = SAMPLE
    deep: bool = False
    pytest: tuple[str, ...] = ()


def choose(arguments: Sequence[str], screen: bool) -> Plan:
    """Answer the plan for the words of the command line; ends the run when it has no sense."""
    if arguments and arguments[0] == "test":
        rest = tuple(word for word in arguments[1:] if word != "--deep")
        return Plan("test", deep="--deep" in arguments, pytest=rest)
    if arguments and (len(arguments) > 1 or arguments[0].startswith("-")):
        stop(USAGE, 0 if arguments[0] in {"-h", "--help"} else BAD_USE)
    file = Path(arguments[0]) if arguments else SAMPLE
    if not file.is_file():
        stop(f"Berkas tidak ditemukan: {file}", BAD_USE)
    return Plan("open" if screen else "export", file.resolve())


def has_screen(environment: Mapping[str, str], linux: bool = sys.platform == "linux") -> bool:
    """Answer whether a window can be shown; only Linux can lack a screen."""
    return not linux or any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


def stamp_of(project: Path, python: str) -> str:
    """Answer what an installation depends on, as one hash: requirements, Python, place."""
    parts = ((project / "pyproject.toml").read_bytes(), python.encode(), str(project).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def explain_pip(output: str) -> str:
    """Answer pip's failure in one sentence."""
    known = [sentence for part, sentence in PIP_FAILURES if part in output]
    errors = re.findall(r"(?m)^ *\w*(?:ERROR|Error): (.+)", output)
    return (known or errors[-1:] or ["pip berhenti"])[0]


def package_line(found: Callable[[str], object], *, python: bool = False) -> str:
    """Answer the command that installs Qt's packages, or Python's venv, by the tool `found`."""
    for command, packages in PACKAGES.items():
        if found(command.split()[0]):
            of_venv, *of_qt = packages.split()
            return " ".join([command, of_venv] if python else [command, *of_qt])
    return ""


def root_words() -> list[str] | None:
    """Answer the words before a command that needs root; None when that takes a password."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    free = shutil.which("sudo") and quietly("sudo", "-n", "true").returncode == 0
    return ["sudo", "-n"] if free else None


def install_packages(lack: str, *, python: bool = False) -> None:
    """Install system packages where we may; otherwise end the run with the exact line."""
    line, words = package_line(shutil.which, python=python), root_words()
    if not line:
        stop(f"{lack} Pasang lewat pengelola paket sistem ini.", PACKAGES_MISSING)
    if words is None:
        stop(f"{lack} Jalankan:\n  sudo {line}", PACKAGES_MISSING)
    say(f"{lack} Memasang:\n  {line}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if line.startswith("apt-get"):
        quietly(*words, "apt-get", "update")
    if quietly(*words, *line.split()).returncode:
        stop(f"Pemasangan gagal. Jalankan sendiri:\n  sudo {line}", PACKAGES_MISSING)


class Environment:
    """The virtual environment of the project in one folder."""

    def __init__(self, folder: Path) -> None:
        windows = os.name == "nt"
        self.folder = folder
        self.python = folder / ("Scripts/python.exe" if windows else "bin/python")
        self.packages = folder / ("Lib" if windows else f"lib/python{PYTHON}") / "site-packages"

    def make(self) -> None:
        """Make it unless it is there whole; one of another Python is emptied first."""
        if self.python.exists() and (self.packages / "pip").is_dir():
            return
        if importlib.util.find_spec("ensurepip") is None:
            install_packages("Python ini belum memiliki venv.", python=True)
        say(f"Menyiapkan lingkungan Python di {self.folder} (sekali saja) ...")
        # Never empty a folder that only happens to bear the name.
        old = (self.folder / "pyvenv.cfg").is_file()
        venv.create(self.folder, with_pip=True, clear=old, symlinks=os.name != "nt")

    def install(self, extra: str = "") -> None:
        """Install the project, with the extra if named, unless the stamp of that is fresh."""
        stamp = self.folder / f"sopeditor-{extra or 'program'}.stamp"
        wanted = stamp_of(ROOT, sys.version)
        if stamp.is_file() and stamp.read_text("utf-8") == wanted:
            return
        say("Memasang pustaka program (unduhan sekitar 100 MB) ...")
        house = ROOT / "wheelhouse"
        source = ["--no-index", "--find-links", str(house)] if house.is_dir() else []
        project = f"{ROOT}[{extra}]" if extra else str(ROOT)
        done = quietly(str(self.python), "-m", "pip", "install", *source, "-e", project)
        if done.returncode:
            log = self.folder / "pip-gagal.txt"
            log.write_text(done.stdout + done.stderr, "utf-8")
            reason = explain_pip(done.stdout + done.stderr)
            stop(f"Pemasangan gagal: {reason}. Catatan lengkap: {log}", NOT_INSTALLED)
        stamp.write_text(wanted, "utf-8")

    def missing_library(self) -> str:
        """Answer the first system library that Qt lacks, "" when all are there."""
        names = ["lib/libQt6Widgets.so.6", "plugins/platforms/libqoffscreen.so"]
        window = "xcb" if os.environ.get("DISPLAY") else "wayland"
        names += [f"plugins/platforms/libq{window}.so"] if has_screen(os.environ) else []
        paths = [self.packages / "PySide6" / "Qt" / name for name in names]
        present = [str(path) for path in paths if path.exists()]  # on Linux only
        return quietly(str(self.python), "-c", PROBE, *present).stderr.strip()

    def provide_libraries(self) -> None:
        """See that Qt finds the system's libraries; install them or end the run."""
        if self.missing_library():
            install_packages(f"Pustaka sistem {self.missing_library()} belum ada.")
            if self.missing_library():
                stop(f"Pustaka {self.missing_library()} tetap tidak ada.", PACKAGES_MISSING)

    def call(self, *words: str, **environment: str) -> int:
        """Run this Python with `words`; answer its exit code."""
        return subprocess.call([str(self.python), *words], env={**os.environ, **environment})


def run_tests(python: Environment, plan: Plan) -> int:
    """Run pytest on two processes, without a screen unless told; answer its exit code."""
    os.chdir(ROOT)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    words = ["-m", "pytest", "-n", "2", "--max-worker-restart=4"]
    words += [] if plan.deep else ["-m", "not deep"]
    return python.call(*words, *plan.pytest, HYPOTHESIS_PROFILE="deep" if plan.deep else "quick")


def export(python: Environment, file: Path) -> int:
    """Write the file as workbook, PDF and picture into `hasil/`; answer 0 if all is well."""
    results = ROOT / "hasil"
    results.mkdir(exist_ok=True)
    say(f"Tidak ada layar; {file.name} diekspor ke folder {results}")
    codes = []
    for ending in (".xlsx", ".pdf", ".png"):
        words = ("export", str(file), "-o", str(results / f"{file.stem}{ending}"))
        codes.append(python.call("-m", "sopeditor", *words, QT_QPA_PLATFORM="offscreen"))
    return 1 if any(codes) else 0


def main(arguments: Sequence[str]) -> int:
    """Prepare what the command line asks for, then do it; answer the exit code."""
    plan = choose(arguments, has_screen(os.environ))
    python = Environment(Path(os.environ.get("SOPEDITOR_VENV") or ROOT / ".venv").absolute())
    python.make()
    python.install("test" if plan.action == "test" else "")
    python.provide_libraries()
    if plan.action == "test":
        return run_tests(python, plan)
    if plan.action == "export":
        return export(python, plan.file)
    return python.call("-m", "sopeditor", str(plan.file))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
