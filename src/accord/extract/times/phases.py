"""What narrows an expression: "early", "the end of", "around", a part of the day."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from accord.extract.times.meaning import Context, Meaning, clip

Groups = Mapping[str, str | None]


def words_of(text: str | None) -> str:
    """`text` with single spaces, or ""."""
    return " ".join((text or "").split())


def phased(meaning: Meaning, phase: str, context: Context) -> Meaning:
    """Apply a phase or modifier before the expression ("early", "around", "the end of")."""
    word = " ".join(phase.replace("-", " ").split())
    if not word:
        return meaning
    words = context.lexicon.words
    return clip(meaning, words.phases.get(word) or words.modifiers.get(word), context.published)


def phased_groups(meaning: Meaning, groups: Groups, context: Context) -> Meaning:
    """Apply what stands in the group "phase"."""
    return phased(meaning, groups.get("phase") or "", context)


def with_part(meaning: Meaning, part: str | None, context: Context) -> Meaning:
    """Add a part of the day ("Friday morning")."""
    if not part:
        return meaning
    return replace(meaning, type="TIME", value=meaning.value + context.lexicon.words.day_parts[part])
