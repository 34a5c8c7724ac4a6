"""`python -m sopeditor`: the window, or a command when the first argument names one."""

import sys
from pathlib import Path


def main() -> int:
    """Start what the arguments ask for; answer the exit code."""
    arguments = sys.argv[1:]
    # Late: the window must not wait for what only commands need, nor the other way.
    if _for_command_line(arguments):
        from sopeditor.cli.main import run

        return run(arguments)
    from sopeditor.app import run as run_window

    return run_window(Path(arguments[0]) if arguments else None)


def _for_command_line(arguments: list[str]) -> bool:
    if not arguments:
        return False
    first = arguments[0]
    return first.startswith("-") or first in {"export", "import", "check", "layout"}


if __name__ == "__main__":
    sys.exit(main())
