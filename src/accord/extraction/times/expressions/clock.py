"""Times of day: `10:35 a.m. Friday`, `noon`, `5 p.m. EST Nov. 9`."""

from __future__ import annotations

import re

from msgspec.structs import replace

from accord.extraction.times.expressions.calendar_dates import dated, day_in_month, resolve_date
from accord.extraction.times.expressions.calendar_points import Point, of
from accord.extraction.times.expressions.clock_spans import minutes_ahead, offset_between
from accord.extraction.times.expressions.meaning import Context, Groups, Meaning, at, with_part, words_of
from accord.extraction.times.expressions.relative import resolve_today, resolve_weekday, unit_from
from accord.extraction.times.expressions.years import digits_of

# So many words may stand before the time of day in a stamp ("Updated at").
_STAMP_WORDS = 2


def resolve_clock(groups: Groups, context: Context) -> Meaning | None:
    """A time of day, with its date when the expression or the report tells it."""
    hour, minute = _hour_and_minute(groups, context)
    if hour is None or not _is_clock(groups, context):
        return None
    day = _day_of(groups, context)
    value = f"{day.value}T{hour:02d}:{minute:02d}{_seconds(groups)}"
    mod = context.lexicon.words.clock_modifiers.get(words_of(groups.get("mod")))
    return replace(
        day, type="TIME", value=value, mod=mod, offset=_offset(60 * hour + minute, groups, context)
    )


def _offset(local: int, groups: Groups, context: Context) -> int | None:
    """How many minutes the clock is ahead of UTC, by its zone or by what another shows beside it."""
    zones = context.lexicon.words.zones
    told = groups.get("told") or groups.get("told2")
    if not told:
        return minutes_ahead(zones[groups["zone"] or ""]) if groups.get("zone") else None
    hours, _, minutes = (told if ":" in told else _with_colon(told)).partition(":")
    zone = minutes_ahead(zones[groups.get("zone2") or groups.get("zone3") or ""])
    if not hours or zone is None:
        return None
    return offset_between(local, 60 * int(hours) + int(minutes[:2]), zone)


def resolve_part_of(groups: Groups, context: Context) -> Meaning | None:
    """`the night of 11 June`, `dawn on 21 May`, `the morning of the 8th`."""
    if groups.get("dd"):
        day = day_in_month(digits_of(groups["dd"]), context)
    elif groups.get("wd"):
        day = resolve_weekday({"wd": groups["wd"]}, context)
    else:
        day = resolve_date(dated(groups), context)
    if day is None:
        return None
    return with_part(day, groups.get("part") or "morning", context)


def resolve_day_part(groups: Groups, context: Context) -> Meaning | None:
    """`by late afternoon`, `before dawn`, `the morning`: of the day before it, or of publication."""
    if context.word_before() not in context.lexicon.words.part_prepositions:
        return None
    return with_part(_day_of({}, context), groups.get("part") or groups.get("part2"), context)


def _is_clock(groups: Groups, context: Context) -> bool:
    """Whether digits are a time of day and not a score, a price or a ratio."""
    if groups.get("digits"):
        return bool(_with_colon(groups["digits"]))
    if groups.get("clock") is None:
        return True
    if any(groups.get(key) for key in ("ap", "zone", "day", "deixis", "m", "bm")):
        return True
    if ":" not in (groups["clock"] or ""):
        return False
    return bool(groups.get("mod")) or context.word_before() in context.lexicon.words.clock_prepositions


def _hour_and_minute(groups: Groups, context: Context) -> tuple[int | None, int]:
    if groups.get("word"):
        return (24 if groups["word"] == "midnight" else 12), 0
    written, _, minutes = (
        (groups.get("clock") or _with_colon(groups.get("digits"))).replace(".", ":").partition(":")
    )
    hour = int(written or groups.get("h2") or 0) or _hour(groups.get("h3"), context)
    half = _half_of_day(groups)
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return (hour if hour <= 24 else None), int(minutes[:2] or 0)


def _is_stamp(context: Context) -> bool:
    """Whether it stands on a line of its own, but for a word or two before it, as stamps of live pages do."""
    before = context.text[: context.start].rpartition("\n")[2]
    after = context.text[context.end :].partition("\n")[0]
    return context.published is not None and not after.strip() and len(before.split()) <= _STAMP_WORDS


def _seconds(groups: Groups) -> str:
    """`:05` of `11:20:05`, or nothing."""
    _, _, seconds = (groups.get("clock") or "").partition(":")[2].partition(":")
    return f":{seconds}" if seconds else ""


def _half_of_day(groups: Groups) -> str | None:
    """The half of the day ("a" or "p"), as written or by the part of the day; None where nothing tells."""
    half = (groups.get("ap") or groups.get("ap2") or "").strip()[:1]
    if half:
        return half
    part = (
        groups.get("part")
        or groups.get("part2")
        or groups.get("part3")
        or groups.get("part4")
        or groups.get("part5")
    )
    if groups.get("day") == "tonight":
        part = "night"
    return ("a" if part == "morning" else "p") if part else None


def _with_colon(digits: str | None) -> str:
    """`0200` as `02:00`, `7.30` as `7:30`; what is no time of day, as nothing."""
    if digits is not None and re.fullmatch(r"[012]?\d\.[0-5]\d", digits):
        return digits.replace(".", ":")
    if digits is None or len(digits) != 4 or digits[:2] > "24" or digits[2:] > "59":
        return ""
    return f"{digits[:2]}:{digits[2:]}"


def _hour(text: str | None, context: Context) -> int:
    return int(context.lexicon.numbers.read(text) or 0) if text else 0


def _day_of(groups: Groups, context: Context) -> Meaning:
    weekday = groups.get("date") or groups.get("wd")
    if groups.get("m") or groups.get("bm"):
        found = resolve_date(dated(groups), context)
    elif groups.get("day"):
        day = "today" if groups["day"] == "tonight" else groups["day"]
        found = resolve_today({"day": day}, context)
    elif weekday:
        found = resolve_weekday({"wd": weekday, "rel": groups.get("rel")}, context)
    elif groups.get("deixis") == "last":
        found = resolve_today({"day": "yesterday"}, context)
    elif groups.get("deixis"):
        found = unit_from("day", groups["deixis"] or "", context)
    else:
        mentioned = None if _is_stamp(context) else context.last_near("day")
        if mentioned:
            return at(mentioned.point, anchor=f"time:{mentioned.index}", how="on the day before it")
        found = at(of(context.published, "day") if context.published else Point("day"))
    return found or at(Point("day"))
