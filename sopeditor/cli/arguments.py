"""The command line's grammar and its help in both languages."""

import argparse
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn, TypeAlias

from sopeditor import __version__
from sopeditor.excel.flavour import Flavour
from sopeditor.foundation.message import Catalogue, UserError, message
from sopeditor.foundation.overriding import override

LANGUAGES = ("id", "en")


class WrongUse(UserError):
    """The arguments make no sense; the words repeat them."""


class _Rejected(Exception):
    """Raised inside argparse, which would print English and exit by itself."""


class _Parser(argparse.ArgumentParser):
    """Leaves it to us to say what is wrong."""

    @override
    def error(self, message: str) -> NoReturn:
        raise _Rejected


def language_of(arguments: list[str], default: str = "id") -> str:
    """Answer the language asked for anywhere in the arguments; the first known one counts."""
    for name, value in zip(arguments, [*arguments[1:], ""], strict=True):
        asked = value if name == "--language" else name.removeprefix("--language=")
        if name.startswith("--language") and asked in LANGUAGES:
            return asked
    return default


def parse(arguments: list[str], words: Catalogue) -> argparse.Namespace:
    """Answer the parsed arguments; raises `WrongUse`; `--help` and `--version` exit 0."""
    try:
        return _parser(words).parse_args(arguments)
    except _Rejected:
        raise WrongUse(message("cli.error.wrong_use", arguments=" ".join(arguments))) from None


def _parser(words: Catalogue) -> argparse.ArgumentParser:
    parser = _Parser(
        prog="sopeditor",
        description=words.text("cli.description"),
        epilog=words.text("cli.see_help"),
        formatter_class=_formatter(words),
        add_help=False,
    )
    _add_common(parser, words)
    parser.add_argument(
        "--version",
        action="version",
        version=f"SOP Editor {__version__}",
        help=words.text("cli.option.version"),
    )
    commands = parser.add_subparsers(
        dest="command",
        # Left to itself, argparse would take the worded usage line for the program's name.
        prog="sopeditor",
        title=words.text("cli.commands"),
        metavar="",
        parser_class=_Parser,
        required=True,
    )
    _add_export(commands, words)
    _add_import(commands, words)
    _add_report(commands, words, "check", ("text", "json"))
    _add_report(commands, words, "layout", ("json",))
    return parser


def _formatter(words: Catalogue) -> type[argparse.HelpFormatter]:
    """Answer a help formatter whose usage line begins in our language."""

    class Formatter(argparse.HelpFormatter):
        @override
        def add_usage(
            self,
            usage: str | None,
            actions: Iterable[argparse.Action],
            groups: Iterable[argparse._MutuallyExclusiveGroup],
            prefix: str | None = None,
        ) -> None:
            super().add_usage(usage, actions, groups, f"{words.text('cli.usage')}: ")

    return Formatter


def _add_common(parser: argparse.ArgumentParser, words: Catalogue) -> None:
    # argparse names these groups in English and offers no setting for it.
    parser._positionals.title = words.text("cli.arguments")  # noqa: SLF001
    parser._optionals.title = words.text("cli.options")  # noqa: SLF001
    parser.add_argument("-h", "--help", action="help", help=words.text("cli.option.help"))
    parser.add_argument(
        "--language", choices=LANGUAGES, default="id", help=words.text("cli.option.language")
    )


_Commands: TypeAlias = "argparse._SubParsersAction[_Parser]"  # noqa: SLF001


def _add_command(commands: _Commands, words: Catalogue, name: str) -> argparse.ArgumentParser:
    about = words.text(f"cli.{name}.help")
    parser = commands.add_parser(
        name,
        help=about,
        description=about,
        formatter_class=_formatter(words),
        add_help=False,
    )
    _add_common(parser, words)
    return parser


def _add_export(commands: _Commands, words: Catalogue) -> None:
    parser = _add_command(commands, words, "export")
    parser.add_argument("file", type=Path, metavar="FILE", help=words.text("cli.option.file"))
    _add_output(parser, words.text("cli.export.output"))
    parser.add_argument("--page", type=int, metavar="N", help=words.text("cli.export.page"))
    flavours = tuple(flavour.value for flavour in Flavour)
    parser.add_argument(
        "--excel-flavour",
        choices=flavours,
        default=flavours[0],
        help=words.text("cli.export.flavour"),
    )
    parser.add_argument(
        "--one-sheet", action="store_true", help=words.text("excel_template.one_sheet")
    )
    parser.add_argument(
        "--template",
        type=Path,
        metavar="OFFICE.xlsx",
        help=words.text("excel_template.option"),
    )


def _add_import(commands: _Commands, words: Catalogue) -> None:
    parser = _add_command(commands, words, "import")
    parser.add_argument("file", type=Path, metavar="IN", help=words.text("cli.import.input"))
    _add_output(parser, words.text("cli.import.output"))
    parser.add_argument(
        "--report", type=Path, metavar="REPORT.json", help=words.text("cli.import.report")
    )
    parser.add_argument("--strict", action="store_true", help=words.text("cli.import.strict"))


def _add_output(parser: argparse.ArgumentParser, about: str) -> None:
    parser.add_argument("-o", "--output", type=Path, metavar="OUT", required=True, help=about)


def _add_report(commands: _Commands, words: Catalogue, name: str, forms: tuple[str, ...]) -> None:
    parser = _add_command(commands, words, name)
    parser.add_argument("file", type=Path, metavar="FILE", help=words.text("cli.option.file"))
    parser.add_argument(
        "--format", choices=forms, default=forms[0], help=words.text(f"cli.{name}.format")
    )
