"""The command line's way from arguments to an exit code; all errors end here in words."""

import os
import sys
from argparse import Namespace
from collections.abc import Callable, Mapping

from sopeditor import assets
from sopeditor.cli import commands, importing
from sopeditor.cli.arguments import WrongUse, language_of, parse
from sopeditor.cli.exits import Exit
from sopeditor.export.errors import ExportFailed
from sopeditor.foundation.message import Catalogue, Message, UserError, message
from sopeditor.storage.errors import SaveFailed
from sopeditor.tables.errors import UnwritableError

_COMMANDS: Mapping[str, Callable[[Namespace, Catalogue], Exit]] = {
    "export": commands.run_export,
    "import": importing.run_import,
    "check": commands.run_check,
    "layout": commands.run_layout,
}


#: The exit code of each kind of failure; the first kind that fits counts.
_FAILURES: tuple[tuple[type[UserError], Exit], ...] = (
    (WrongUse, Exit.WRONG_USE),
    (ExportFailed, Exit.WRONG_USE),
    (SaveFailed, Exit.NOT_WRITTEN),
    (UnwritableError, Exit.NOT_WRITTEN),
    (UserError, Exit.UNREADABLE),
)


def run(arguments: list[str]) -> int:
    """Carry out one command; answer its exit code, after words on stderr if it failed."""
    words = Catalogue.read(assets.resource("translations", language_of(arguments)))
    try:
        parsed = parse(arguments, words)
        return _COMMANDS[parsed.command](parsed, words)
    except UserError as error:
        code = next(code for kind, code in _FAILURES if isinstance(error, kind))
        return _fail(words, error.words, code)
    except ImportError as error:
        detail = message("cli.error.missing_parts", detail=str(error).splitlines()[0])
        return _fail(words, detail, Exit.MISSING_PARTS)
    except BrokenPipeError:
        # The reader of our output went away, as `head` does: nothing is wrong.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FINE


def _fail(words: Catalogue, reason: Message, code: Exit) -> Exit:
    sys.stderr.write(words.word(reason) + "\n")
    return code
