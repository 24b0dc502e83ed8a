"""The command line: inputs in, data to standard output or a file, messages to standard error."""

from __future__ import annotations

import logging
import signal
import sys
from typing import Annotated

import typer

from accord import commands, maintenance_commands, store_commands
from accord.errors import AccordError
from accord.run.threads import use_one_thread
from accord.terminal import EXIT_COULD_NOT_RUN, named, tell

app = typer.Typer(
    name="accord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Several reports of the same happenings in, [b]one cited record[/b] out: who did what to whom "
    "and when, who said so, what the reports agree on, and where they contradict each other.\n\n"
    "[b]Try:[/b]  accord dossier reports/ --output dossier.html",
    epilog="[b]Inputs:[/b] files, folders (read recursively) or - for standard input; text, Markdown, HTML "
    "or JSONL. Data goes to standard output or to --output, messages to standard error.\n\n"
    "[b]Exit status:[/b] 0 done; 1 done, but some input failed (each is named, with what to do); "
    "2 could not run.",
)


def _show_version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"accord {version('accord')}")
        raise typer.Exit


@app.callback()
def start(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Take the options that stand before a command."""


for command in (
    *(commands.dossier, commands.extract, commands.stories, commands.ledger),
    *(store_commands.add, store_commands.watch, store_commands.search, store_commands.withdraw),
    *(store_commands.problems, store_commands.changes),
    *(maintenance_commands.check, maintenance_commands.repair, maintenance_commands.backup),
):
    app.command()(command)


def _is_no_text(word: str) -> bool:
    """Whether an argument had bytes that are no characters."""
    return any("\ud800" <= character <= "\udfff" for character in word)


def main() -> None:
    """Run the command line."""
    use_one_thread()
    logging.basicConfig(level=logging.CRITICAL)
    # Being told to end is no reason to leave half a file or a worker process behind.
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        app()
    except AccordError as error:
        tell(str(error))
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
    except Exception as error:
        if isinstance(error, UnicodeEncodeError) and any(_is_no_text(word) for word in sys.argv):
            tell("an argument holds bytes that are not UTF-8; write it in UTF-8")
            raise SystemExit(EXIT_COULD_NOT_RUN) from None
        if sys.flags.dev_mode:
            raise
        tell(
            f"this is a fault in Accord ({named(error)}); "
            "please report it with what it says under PYTHONDEVMODE=1"
        )
        raise SystemExit(EXIT_COULD_NOT_RUN) from None
