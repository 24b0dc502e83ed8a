"""The commands that look after a store: whether it is whole, what can be made again, and a copy of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from accord.options import DEFAULT_STORE, StorePlace, with_settings
from accord.records import Problem
from accord.settings import Settings
from accord.store_commands import opened
from accord.terminal import CommandRun, tell

if TYPE_CHECKING:
    from accord.store.checking import Damage

_REPAIR = "run accord repair, which makes again what can be"


def check(store: StorePlace = DEFAULT_STORE) -> None:
    """Tell whether a store is whole: its file, each row of it, and what is searched."""
    run = CommandRun(Settings())
    with opened(store) as place:
        found = place.check()
    for one in found:
        run.keep(_problem(one, _REPAIR))
    if not found:
        tell(f"{store} is whole")
    run.finish(nothing="the rest is whole")


@with_settings
def repair(store: StorePlace = DEFAULT_STORE, *, settings: Settings) -> None:
    """Make again what of a store is damaged, as far as that can be done."""
    run = CommandRun(settings)
    with opened(store) as place:
        lost = place.repair(settings, run.keep)
    for one in lost:
        run.keep(_problem(one, "it is lost; add the input again, or put back a copy of the store"))
    if not lost:
        tell(f"{store} is whole")
    run.finish(nothing="the rest is whole")


def backup(
    target: Annotated[Path, typer.Argument(metavar="FILE", help="The copy; it must not be there yet.")],
    store: StorePlace = DEFAULT_STORE,
) -> None:
    """Copy a store to another file, also while it is written to."""
    with opened(store) as place:
        place.backup(target)
    tell(f"{store} was copied to {target}")


def _problem(one: Damage, advice: str) -> Problem:
    return Problem(one.kind, one.what, advice)
