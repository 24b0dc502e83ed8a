"""Durations, sets and vague references: expressions that name no place in the calendar."""

from __future__ import annotations

from accord.extraction.times.expressions.calendar_points import duration_value
from accord.extraction.times.expressions.meaning import Context, Groups, Meaning, reference, words_of

_SIZES = ("TS", "TM", "TH", "D", "W", "M", "Y")


def resolve_duration(groups: Groups, context: Context) -> Meaning | None:
    """`over two decades`, `the past three months`, `a year and a half`."""
    if context.text[context.end :].lstrip(" -").lower().startswith("old"):
        return None
    unit = context.lexicon.unit(groups["u"] or "")
    if unit == "TS" and not (groups["u"] or "").endswith("s"):
        return None
    if unit == "WE":
        unit = "W"
    mod = context.lexicon.words.modifiers.get(words_of(groups.get("mod") or groups.get("mod2")))
    count = _count(groups["n"] or "", context)
    if count is None:
        return Meaning("DURATION", duration_value("X", unit), mod=mod, how="number not told")
    if groups.get("u2"):
        return _of_two(count, unit, groups, context)
    if groups.get("half"):
        return Meaning("DURATION", _and_a_half(count, unit), mod=mod, how="as written")
    if count != int(count):
        return Meaning("DURATION", _fraction(count, unit), mod=mod, how="as written")
    return Meaning("DURATION", duration_value(count, unit), mod=mod, how="as written")


def _of_two(count: float, unit: str, groups: Groups, context: Context) -> Meaning | None:
    """`a year and six months`, `24 hours and 39 minutes`."""
    lower, further = context.lexicon.unit(groups["u2"] or ""), _count(groups["n2"] or "", context)
    if further is None or not {unit, lower} <= set(_SIZES) or _SIZES.index(lower) >= _SIZES.index(unit):
        return None
    first, second = duration_value(count, unit), duration_value(further, lower)
    return Meaning("DURATION", first + second[2 if first[1] == "T" else 1 :], how="as written")


def resolve_year_ended(groups: Groups, context: Context) -> Meaning | None:
    """`the year`, before "ended": a year's length that something else dates."""
    return Meaning("DURATION", "P1Y", how="as written")


def resolve_between(groups: Groups, context: Context) -> Meaning | None:
    """`12 to 18 months`: the shorter length, as TIMEX3 has no ranges."""
    unit = context.lexicon.unit(groups["u"] or "")
    low, high = _count(groups["n"] or "", context), _count(groups["n2"] or "", context)
    if low is None or high is None or low >= high:
        return None
    return Meaning("DURATION", duration_value(low, unit), mod="EQUAL_OR_MORE", how="the shorter of a range")


def resolve_another(groups: Groups, context: Context) -> Meaning | None:
    """`another week`, `the full year`."""
    return Meaning("DURATION", duration_value(1, context.lexicon.unit(groups["u"] or "")), how="as written")


def resolve_long_unit(groups: Groups, context: Context) -> Meaning | None:
    """`day-long`, `decades-long`."""
    word = groups["u"] or ""
    count = _count(groups["n"] or "", context) if groups.get("n") else None
    length = count or ("X" if word.endswith("s") else 1)
    return Meaning("DURATION", duration_value(length, context.lexicon.unit(word)), how="as written")


def resolve_vague(groups: Groups, context: Context) -> Meaning | None:
    """`recent years`, `the next few days`."""
    relative = groups["rel"]
    unit = context.lexicon.unit(groups["u"] or "")
    if relative in ("few", "final", "early", "first"):
        return None
    return Meaning("DURATION", duration_value("X", unit), how="number not told")


def resolve_ahead(groups: Groups, context: Context) -> Meaning | None:
    """`for years`, `the weeks ahead`: a bare plural only where it is a stretch of time."""
    opened = context.word_before() in context.lexicon.words.length_openers
    if not groups.get("dir") and not opened and not _measures(context):
        return None
    return Meaning(
        "DURATION", duration_value("X", context.lexicon.unit(groups["u"] or "")), how="number not told"
    )


def _measures(context: Context) -> bool:
    """Whether a bare plural measures what follows it ("hours after the vote", "years of war")."""
    after = context.text[context.end : context.end + 10].split()
    return bool(after) and after[0] in context.lexicon.words.measured_by


def resolve_set(groups: Groups, context: Context) -> Meaning | None:
    """`every Thursday`, `each month`, `twice a week`."""
    words = context.lexicon.words
    count = _count(groups.get("n") or "", context) if groups.get("n") else None
    if groups.get("wd"):
        value = f"XXXX-WXX-{context.lexicon.weekday(groups['wd'] or '')}"
    elif groups.get("m"):
        value = f"XXXX-{context.lexicon.month(groups['m'] or ''):02d}"
    elif groups.get("s"):
        value = f"XXXX-{('SP', 'SU', 'FA', 'WI')[words.seasons[groups['s'] or ''] - 1]}"
    elif groups.get("part"):
        value = f"XXXX-XX-XX{words.day_parts[groups['part'] or '']}"
    else:
        unit = context.lexicon.unit(groups["u"] or "")
        value = duration_value((count or 1) * (2 if groups.get("other") else 1), unit)
    return Meaning("SET", value, how="recurring")


def resolve_set_word(groups: Groups, context: Context) -> Meaning | None:
    """`daily`, `annually`."""
    return Meaning("SET", context.lexicon.words.sets[groups["w"] or ""], how="recurring")


def resolve_weekdays(groups: Groups, context: Context) -> Meaning | None:
    """`Tuesdays`, `Monday nights`."""
    number = context.lexicon.weekday((groups.get("wd") or groups.get("wd2") or "").removesuffix("s"))
    part = context.lexicon.words.day_parts.get((groups.get("part") or "").removesuffix("s"), "")
    return Meaning("SET", f"XXXX-WXX-{number}{part}", how="recurring")


def resolve_reference(groups: Groups, context: Context) -> Meaning | None:
    """`now`, `recently`, `the near future`."""
    return reference(context.lexicon.words.references[words_of(groups["w"])], context.published)


def _count(text: str, context: Context) -> float | None:
    words = words_of(text)
    if words in ("a couple of", "a couple", "couple of"):
        return 2.0
    if words.startswith("half a"):
        return 0.5
    if "quarter" in words:
        return 0.25 if words.startswith("a ") else 0.75
    if words.endswith(("and a half", "and one half")):
        whole = context.lexicon.numbers.read(words.rsplit(" and ", 1)[0])
        return None if whole is None else whole + 0.5
    return context.lexicon.numbers.read(words)


def _fraction(count: float, unit: str) -> str:
    """A length that is no whole number of its units, in smaller ones where those fit."""
    months = count * 12
    if unit == "Y" and months == int(months):
        whole = int(count)
        return f"P{whole}Y{int(months) - 12 * whole}M" if whole else f"P{int(months)}M"
    minutes = count * 60
    if unit in ("TH", "TM") and minutes == int(minutes):
        whole, lower = int(count), "M" if unit == "TH" else "S"
        return (
            f"PT{whole}{unit[1]}{int(minutes) - 60 * whole}{lower}" if whole else f"PT{int(minutes)}{lower}"
        )
    return duration_value(count, unit)


def _and_a_half(count: float, unit: str) -> str:
    return _fraction(count + 0.5, unit)
