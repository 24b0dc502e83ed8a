"""Times of day: `10:35 a.m. Friday`, `noon`, `5 p.m. EST Nov. 9`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from accord.extract.times.meaning import Context, Meaning, at
from accord.extract.times.points import Point, of
from accord.extract.times.relative import resolve_today, resolve_weekday
from accord.extract.times.written import resolve_date

Groups = Mapping[str, str | None]

_AT = frozenset({"at", "by", "until", "till", "from", "around", "about", "before", "after", "since", "to"})
_DATE = re.compile(r"(?:(?P<wd>[a-z]+\.?),?\s+)?(?P<m>[a-z]+\.?)\s+(?P<d>\d{1,2})\w*(?:,?\s+(?P<y>\d{4}))?$")


def resolve_clock(groups: Groups, context: Context) -> Meaning | None:
    """A time of day, with its date when the expression or the report tells it."""
    hour, minute = _hour_and_minute(groups)
    if hour is None or not _is_clock(groups, context):
        return None
    day = _day_of(groups.get("date"), context)
    value = f"{day.value}T{hour:02d}:{minute:02d}"
    return replace(day, type="TIME", value=value, mod="APPROX" if groups.get("mod") else None)


def _is_clock(groups: Groups, context: Context) -> bool:
    """Whether digits are a time of day and not a score, a price or a ratio."""
    if groups.get("clock") is None:
        return True
    if groups.get("ap") or groups.get("zone"):
        return True
    return ":" in (groups["clock"] or "") and (bool(groups.get("mod")) or context.word_before() in _AT)


def _hour_and_minute(groups: Groups) -> tuple[int | None, int]:
    if groups.get("word"):
        return (24 if groups["word"] == "midnight" else 12), 0
    written, _, minutes = (groups.get("clock") or "").replace(".", ":").partition(":")
    hour = int(written or groups.get("h2") or groups.get("h3") or 0)
    half = (groups.get("ap") or groups.get("ap2") or "").strip()[:1] or None
    part = groups.get("part")
    if half is None and part:
        half = "a" if part == "morning" else "p"
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour if hour <= 24 else None), int(minutes[:2] or 0)


def _day_of(text: str | None, context: Context) -> Meaning:
    empty: dict[str, str | None] = {}
    if text in ("yesterday", "today", "tomorrow"):
        found = resolve_today({"day": text}, context)
    elif text and (match := _DATE.match(text)):
        found = resolve_date({**empty, **match.groupdict(), "rel": None}, context)
    elif text:
        found = resolve_weekday({"wd": text}, context)
    else:
        mentioned = context.last("day")
        if mentioned:
            return at(mentioned.point, anchor=f"time:{mentioned.index}", how="on the day before it")
        found = at(of(context.published, "day") if context.published else Point("day"))
    return found or at(Point("day"))
