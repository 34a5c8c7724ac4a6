"""Every call to the operating system that saving makes, so that a test can fail each."""

import os
import stat
import time
from pathlib import Path


class System:
    """The operating system as saving sees it; each method raises OSError as its own does."""

    def status(self, path: Path) -> os.stat_result | None:
        """Answer size, kind and times of a file; None where there is none."""
        try:
            return path.stat()
        except FileNotFoundError:
            return None

    def may_write(self, path: Path, status: os.stat_result) -> bool:
        """Answer whether the file may be changed; renaming would ask nobody."""
        return bool(status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH)) and os.access(
            path, os.W_OK
        )

    def create(self, path: Path, mode: int) -> int:
        """Create a file that must not exist yet; answer its descriptor."""
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        return os.open(path, flags, mode)

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some of `data`; answer how many bytes went in."""
        return os.write(descriptor, data)

    def flush(self, descriptor: int) -> None:
        """Wait until what was written lies on the disk."""
        os.fsync(descriptor)

    def close(self, descriptor: int) -> None:
        """Close a descriptor."""
        os.close(descriptor)

    def read(self, path: Path) -> bytes:
        """Answer the whole content of a file."""
        return path.read_bytes()

    def set_mode(self, path: Path, mode: int) -> None:
        """Set the permission bits."""
        path.chmod(mode)

    def replace(self, source: Path, target: Path) -> None:
        """Put `source` in the place of `target` in one act."""
        source.replace(target)

    def flush_folder(self, folder: Path) -> None:
        """Wait until the names in `folder` lie on the disk; nothing on Windows."""
        if os.name != "posix":
            return
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def remove(self, path: Path) -> None:
        """Remove a file."""
        path.unlink(missing_ok=True)

    def sleep(self, seconds: float) -> None:
        """Wait."""
        time.sleep(seconds)
