"""What a test asks a cast: who is mentioned with which words."""

from __future__ import annotations

from accord.extraction.actors.cast import Cast


def actors(found: Cast, form: str | None = None) -> list[tuple[str, str]]:
    """The words and the actor of every mention, or of every one of a form."""
    return [(m.text, m.actor) for m in found.mentions if form in (None, m.form)]


def actor_of(found: Cast, text: str) -> str:
    """The actor that `text` stands for at its first mention."""
    return next(m.actor for m in found.mentions if m.text == text)


def last_of(found: Cast, text: str) -> tuple[str, str | None, str | None] | None:
    """Actor, code and sector that `text` stands for at its last mention."""
    mentions = [(m.actor, m.code, m.sector) for m in found.mentions if m.text == text]
    return mentions[-1] if mentions else None


def last_actor(found: Cast, text: str) -> str | None:
    """The actor that `text` stands for at its last mention."""
    last = last_of(found, text)
    return last[0] if last else None
