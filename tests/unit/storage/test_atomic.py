"""A save leaves the old or the new file, complete, and nothing beside it."""

import errno
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typing_extensions import override

from sopeditor.storage.atomic import Fingerprint, write_atomically
from sopeditor.storage.errors import SaveFailed, SaveFailure
from sopeditor.storage.system import System
from tests.unit.storage.faults import FaultySystem
from tests.unit.storage.samples import sentence

OLD, NEW = b"lama" * 1_000, b"baru" * 5_000
ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT)
posix_only = pytest.mark.skipif(os.name != "posix", reason="permission bits and fork are of POSIX")


class SlowSystem(System):
    """Writes a few bytes at a time, as a nearly full disk or a share does."""

    @override
    def write(self, descriptor: int, data: memoryview) -> int:
        return super().write(descriptor, data[:999])


class BusyTarget(System):
    """Holds the target as another program does, for a number of tries."""

    def __init__(self, tries: int) -> None:
        self._tries = tries
        self.pauses: list[float] = []

    @override
    def replace(self, source: Path, target: Path) -> None:
        self._tries -= 1
        if self._tries >= 0:
            raise PermissionError(errno.EACCES, "held")
        super().replace(source, target)

    @override
    def sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)


class LyingDisk(System):
    """Gives back fewer bytes than were written, without an error."""

    @override
    def read(self, path: Path) -> bytes:
        return super().read(path)[:-1]


class Interrupted(System):
    """Is interrupted by the keyboard while flushing."""

    @override
    def flush(self, descriptor: int) -> None:
        raise KeyboardInterrupt


def failure(path: Path, system: System | None = None, data: bytes = NEW) -> SaveFailed:
    with pytest.raises(SaveFailed) as caught:
        write_atomically(path, data, system)
    for language in ("id", "en"):
        words = sentence(caught.value, language)
        assert words.endswith(".")
        assert path.name in words
    return caught.value


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "naskah.sop"
    path.write_bytes(OLD)
    return path


def test_a_new_file_gets_its_content_and_its_fingerprint(tmp_path: Path) -> None:
    path = tmp_path / "baru.sop"
    found = write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    status = path.stat()
    assert found == Fingerprint(len(NEW), status.st_mtime_ns, hash(NEW))
    assert names(tmp_path) == ["baru.sop"]


def test_an_old_file_is_replaced(target: Path) -> None:
    write_atomically(target, NEW)
    assert target.read_bytes() == NEW
    assert names(target.parent) == [target.name]


def test_an_empty_content_is_written_too(target: Path) -> None:
    assert write_atomically(target, b"").size == 0
    assert target.read_bytes() == b""


def test_short_writes_are_continued(target: Path) -> None:
    write_atomically(target, NEW, SlowSystem())
    assert target.read_bytes() == NEW


@posix_only
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_permission_bits_stay(target: Path, mode: int) -> None:
    target.chmod(mode)
    write_atomically(target, NEW)
    assert target.stat().st_mode & 0o777 == mode


@posix_only
def test_a_new_file_gets_the_usual_permission_bits(tmp_path: Path) -> None:
    usual = tmp_path / "biasa"
    usual.write_bytes(b"")
    path = tmp_path / "baru.sop"
    write_atomically(path, NEW)
    assert path.stat().st_mode == usual.stat().st_mode


def test_a_symbolic_link_stays_and_its_target_changes(target: Path) -> None:
    link = target.parent / "tautan.sop"
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("this system makes no symbolic links")
    write_atomically(link, NEW)
    assert link.is_symlink()
    assert target.read_bytes() == NEW


def test_another_hard_link_keeps_the_old_content(target: Path) -> None:
    other = target.parent / "lain.sop"
    os.link(target, other)
    write_atomically(target, NEW)
    assert other.read_bytes() == OLD


def test_a_read_only_file_is_refused_and_stays(target: Path) -> None:
    target.chmod(0o444)
    assert failure(target).kind is SaveFailure.READ_ONLY
    assert target.read_bytes() == OLD


def test_a_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "map.sop"
    folder.mkdir()
    assert failure(folder).kind is SaveFailure.NOT_A_FILE
    assert names(tmp_path) == ["map.sop"]


@posix_only
def test_a_device_is_refused() -> None:
    assert failure(Path("/dev/null")).kind is SaveFailure.NOT_A_FILE


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert failure(tmp_path / "tidak ada" / "x.sop").kind is SaveFailure.FOLDER_MISSING


@pytest.mark.parametrize("name", ["a\0b.sop", "n" * 300 + ".sop"])
def test_an_impossible_name_is_refused(tmp_path: Path, name: str) -> None:
    assert failure(tmp_path / name).kind is SaveFailure.BAD_NAME


@pytest.mark.parametrize(
    "name", ["n" * 251 + ".sop", "surat ü %20 & é.sop", "-x.sop", ".x", "😀.sop"]
)
def test_any_possible_name_can_be_saved(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    write_atomically(path, OLD)
    write_atomically(path, NEW)
    assert path.read_bytes() == NEW
    assert names(tmp_path) == [name]


def test_a_file_held_for_a_moment_is_waited_for(target: Path) -> None:
    system = BusyTarget(tries=3)
    write_atomically(target, NEW, system)
    assert target.read_bytes() == NEW
    assert system.pauses == [0.05, 0.1, 0.2]


def test_a_file_held_for_long_is_reported_after_six_waits(target: Path) -> None:
    system = BusyTarget(tries=99)
    assert failure(target, system).kind is SaveFailure.IN_USE
    assert system.pauses == [0.05, 0.1, 0.2, 0.4, 0.8, 1.6]
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_what_reads_back_differently_never_replaces_the_old_file(target: Path) -> None:
    assert failure(target, LyingDisk()).kind is SaveFailure.NOT_WRITTEN_RIGHTLY
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def test_an_interruption_leaves_the_old_file_and_nothing_else(target: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        write_atomically(target, NEW, Interrupted())
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "from then on"])
@pytest.mark.parametrize("error_number", ERRORS)
def test_whichever_call_fails_the_file_is_old_or_new(
    target: Path, error_number: int, for_ever: bool
) -> None:
    failed: set[str] = set()
    for number in range(1, 100):
        target.write_bytes(OLD)
        system = FaultySystem(number, error_number, for_ever=for_ever)
        try:
            write_atomically(target, NEW, system)
        except SaveFailed:
            assert target.read_bytes() == OLD
        else:
            assert target.read_bytes() == NEW
        assert names(target.parent) == [target.name]
        failed.update(system.failed)
        if not system.failed:
            break
    assert failed == {
        "status", "may_write", "create", "write", "flush", "close", "read", "set_mode",
        "replace", "flush_folder",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("error_number", "kind"),
    [
        (errno.ENOSPC, SaveFailure.DISK_FULL),
        (errno.EDQUOT, SaveFailure.DISK_FULL),
        (errno.EIO, SaveFailure.DEVICE),
        (errno.EACCES, SaveFailure.NOT_ALLOWED),
    ],
)
def test_each_error_of_the_system_has_its_own_words(
    target: Path, error_number: int, kind: SaveFailure
) -> None:
    creating = 3
    assert failure(target, FaultySystem(creating, error_number)).kind is kind


def test_a_folder_that_cannot_be_flushed_is_no_failed_save(target: Path) -> None:
    class Unflushable(System):
        @override
        def flush_folder(self, folder: Path) -> None:
            raise OSError(errno.EIO, "made to fail")

    write_atomically(target, NEW, Unflushable())
    assert target.read_bytes() == NEW


_LIMITED = """
import resource, sys
from pathlib import Path
from sopeditor.storage.atomic import write_atomically
from sopeditor.storage.errors import SaveFailed
resource.setrlimit(resource.RLIMIT_FSIZE, (9_000, 9_000))
try:
    write_atomically(Path(sys.argv[1]), b"x" * 20_000)
except SaveFailed as error:
    print(error.kind)
"""


@posix_only
def test_a_real_limit_on_the_size_of_files_leaves_the_old_file(target: Path) -> None:
    command = [sys.executable, "-c", _LIMITED, str(target)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == SaveFailure.DISK_FULL
    assert target.read_bytes() == OLD
    assert names(target.parent) == [target.name]


def killed(target: Path, way: str, rounds: int) -> dict[str, int]:
    """Save in a loop and kill it, `rounds` times; count what was found afterwards."""
    command = [sys.executable, "-m", "tests.unit.storage.killing", str(target), way, str(rounds)]
    root = Path(__file__).parents[3]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    found: dict[str, int] = json.loads(done.stdout)
    assert sum(found.values()) == rounds
    return found


@posix_only
def test_a_killed_save_leaves_the_old_or_the_new_document(tmp_path: Path) -> None:
    found = killed(tmp_path / "naskah.sop", "atomic", 25)
    assert found["torn"] == 0
    assert found["first"] + found["second"] == 25


@posix_only
@pytest.mark.deep
def test_a_save_killed_a_hundred_times_leaves_the_old_or_the_new_document(tmp_path: Path) -> None:
    found = killed(tmp_path / "naskah.sop", "atomic", 100)
    assert found["torn"] == 0
    assert min(found["first"], found["second"]) > 0


@posix_only
def test_the_killing_does_tear_a_file_that_is_written_in_place(tmp_path: Path) -> None:
    assert killed(tmp_path / "naskah.sop", "in place", 25)["torn"] > 0
