"""A parser of command lines that speaks the person's language."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NoReturn

from kommune_desktop.texts import LANGUAGES, Texts

EXIT_USAGE = 2


class Parser(argparse.ArgumentParser):
    """A parser that speaks the person's language."""

    def __init__(self, words: Texts, **options: Any) -> None:  # noqa: ANN401 - passed on to argparse
        super().__init__(add_help=False, **options)
        self.words = words
        self._positionals.title = words("cli.arguments")
        self._optionals.title = words("cli.arguments")
        self.add_argument("-h", "--help", action="help", help=words("cli.help.help"))

    def format_usage(self) -> str:
        """The line that says how a command is called."""
        return super().format_usage().replace("usage: ", self.words("cli.usage"), 1)

    def format_help(self) -> str:
        """The help of a command."""
        return super().format_help().replace("usage: ", self.words("cli.usage"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong with a call, and leave."""
        self.print_usage(sys.stderr)
        print(self.words("cli.wrong_usage", detail=message), file=sys.stderr)
        raise SystemExit(EXIT_USAGE)


class Commands:
    """The commands of the program or of one of its commands, added one by one."""

    def __init__(self, parser: argparse.ArgumentParser, words: Texts) -> None:
        self.words = words
        self._added = parser.add_subparsers(title=words("cli.commands"), required=True, metavar="")

    def add(self, name: str, key: str, run: Any = None) -> Command:  # noqa: ANN401 - a function
        """A command; without one to run it has commands of its own."""
        text = self.words(f"cli.help.{key}")
        added = self._added.add_parser(name, help=text, description=text, words=self.words)
        if run is not None:
            added.set_defaults(run=run)
        return Command(added, self.words)


class Command:
    """One command and what it takes."""

    def __init__(self, parser: argparse.ArgumentParser, words: Texts) -> None:
        self._parser, self._words = parser, words

    def commands(self) -> Commands:
        """Its own commands."""
        return Commands(self._parser, self._words)

    def takes(self, name: str, key: str, **more: Any) -> None:  # noqa: ANN401 - argparse's
        """An argument or an option, under one or more names."""
        self._parser.add_argument(*name.split(), help=self._words(f"cli.help.{key}"), **more)

    def takes_file(self) -> None:
        """The store."""
        self.takes("file", "file", type=Path, metavar="FILE")

    def takes_round(self) -> None:
        """The store and a round of it."""
        self.takes_file()
        self.takes("--round", "round_id", required=True, metavar="ID|latest")

    def takes_pdf(self, language_key: str) -> None:
        """The PDF to write and its language."""
        self.takes("-o --output", "output", required=True, type=Path, metavar="OUT.pdf")
        self.takes("--lang", language_key, choices=LANGUAGES, default="de")
