"""The options that commands share, each said once, and the Settings that those of reading make."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from inspect import Signature, signature
from pathlib import Path
from typing import Annotated, Any

import typer
from msgspec.structs import replace

from accord.settings import DEFAULT_PIPELINE, Settings

DEFAULT_STORE = "accord.db"

Inputs = Annotated[
    list[str],
    typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
]
MaybeInputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT", help="Files, folders, or - for standard input.", show_default=False),
]
Lines = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where the lines go (JSONL).")
]
StorePlace = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="STORE",
        envvar="ACCORD_STORE",
        help="The store: a file, or postgresql://user@host/database.",
        rich_help_panel="Store",
    ),
]
Known = Annotated[
    str | None,
    typer.Option(
        metavar="DAY",
        help="As far as was known at the end of that day (YYYY-MM-DD).",
        rich_help_panel="Store",
    ),
]

Timed = Annotated[
    bool,
    typer.Option(
        "--timings", help="Tell the seconds and items of each stage at the end.", rich_help_panel="Reading"
    ),
]


def reading_settings(
    pipeline: Annotated[
        str,
        typer.Option(metavar="NAME", help="An installed spaCy English pipeline.", rich_help_panel="Reading"),
    ] = DEFAULT_PIPELINE,
    vocabulary: Annotated[
        str | None,
        typer.Option(
            metavar="FOLDER",
            envvar="ACCORD_VOCABULARY",
            help="Words of your own: files laid over the vocabulary's.",
            rich_help_panel="Reading",
        ),
    ] = None,
    max_bytes: Annotated[
        int,
        typer.Option(
            metavar="BYTES", min=1, help="The largest report that is read.", rich_help_panel="Reading"
        ),
    ] = Settings().max_bytes,
    workers: Annotated[
        int,
        typer.Option(
            metavar="N",
            min=0,
            help="Processes that extract; 0: as many as are worth it.",
            rich_help_panel="Reading",
        ),
    ] = 0,
    vectors: Annotated[
        bool,
        typer.Option(
            " /--no-vectors",
            help="Compare sentences by their words alone, without the model of what they mean.",
            rich_help_panel="Reading",
            show_default=False,
        ),
    ] = Settings().vectors,
) -> Settings:
    """What the options of reading make."""
    return Settings(
        pipeline=pipeline, vocabulary=vocabulary, max_bytes=max_bytes, workers=workers, vectors=vectors
    )


def with_settings(command: Callable[..., None]) -> Callable[..., None]:
    """A command with the options of reading in the place of its parameter `settings`, which they make."""
    shared = signature(reading_settings, eval_str=True).parameters
    own = [each for each in signature(command, eval_str=True).parameters.values() if each.name != "settings"]

    @wraps(command)
    def run(**told: Any) -> None:
        settings = reading_settings(**{name: told.pop(name) for name in shared})
        command(**told, settings=settings)

    # This is what the command line is made from.
    shown: Any = run
    shown.__signature__ = Signature([*own, *shared.values()])
    shown.__annotations__ = {each.name: each.annotation for each in (*own, *shared.values())}
    return run


def leaving_out(settings: Settings, paths: Iterable[str | Path | None]) -> Settings:
    """Settings of a run that takes neither `paths`, its own outputs, nor its vocabulary for reports.

    A folder of inputs may hold them, left there by an earlier run.

    Raises:
        VocabularyError: the folder of the vocabulary cannot be read, or holds a file that fits none.
    """
    words = (file.path for file in settings.load_vocabulary().own)
    return replace(settings, left_out=(*(str(path) for path in paths if path is not None), *words))
