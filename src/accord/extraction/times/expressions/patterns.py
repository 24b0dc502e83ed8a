"""The grammar of time expressions: rules over words, tried in order at every word.

In a rule a word stands for itself, capitals name a class or part, and white space means nothing.
A rule's named groups are what its resolver reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct

from accord.extraction.times.expressions.time_words import TimeLexicon
from accord.extraction.times.expressions.token_classes import Alphabet, Lettered, literals, starts

PARTS: tuple[tuple[str, str], ...] = (
    ("MONTH", r"(?:MONTHNAME|MONTHABBR\.?)"),
    ("WEEKDAY", r"(?:WEEKDAYNAME|WEEKDAYABBR\.?)"),
    ("DAYNUM", r"[HOUR DAYDIGITS ORDINAL]"),
    ("SMALL", r"(?:TEN(?:-?ONE)?|ONE)"),
    ("RANK", r"(?:TEN-)?ORDWORD"),
    ("DAY", r"(?:[HOUR DAYDIGITS ORDINAL]|(?:TEN-)?ORDWORD)"),
    ("SPELLED", r"(?:(?:eighteen|nineteen|twenty)-?(?:TEN(?:-?ONE)?|TEEN|oh-?ONE|hundred)"
     r"|two thousand(?: and? ONE)?)"),
    ("ERAYEAR", r"(?:[HOUR DAYDIGITS DIGITS YEAR4](?:bc|bce|ce|ad)|ad[HOUR DAYDIGITS DIGITS YEAR4])"),
    ("YEAR", r"(?:ERAYEAR|YEAR4|SHORTYEAR|SPELLED)"),
    ("CARDINAL", r"(?:[HOUR DAYDIGITS DIGITS YEAR4]"
     r"|SMALL(?:(?:and? (?:hundred|thousand))(?:and? SMALL)?){0,4})(?:million|billion)?"),
    ("NUM", r"(?:CARDINAL(?:and (?:a|one) half)?|(?:a quarter|three-?quarters)of(?:a|an)|half(?:a|an)?"
     r"|(?:a|an)(?:half)?(?:hundred|thousand)?|VAGUE)"),
    ("DEIXIS", r"(?:this(?:past|coming|same)?"
     r"|the(?:current|previous|preceding|prior|following|very?next|very?same|latest|coming|past|last)"
     r"|that same?|(?:later|earlier)that|last|next|current|previous|past|coming|following)"),
    ("TAIL", r"(?:,?(?:of|in)?(?P<y>YEAR)|,?(?:of|in)?"
     r"(?P<ofyear>last|this|next|that|the (?:same|following|next|previous|preceding))year)"),
    ("NUMERAL", r"[HOUR DAYDIGITS DIGITS YEAR4]"),
    ("JOINED", r"(?:-|and|or|to|through|until)"),
    ("DATED", r"(?:WEEKDAY,?\(?)?(?:(?P<m>MONTH)the?(?P<d>DAYNUM)"
     r"|the?(?P<bd>DAYNUM|RANK)(?:-DAYNUM)?of?(?P<bm>MONTH))"
     r"(?:,?(?P<y>YEAR))?"),
    ("PHASED", r"(?:(?P<phase>PHASE|CALMOD)-?)?"),
    ("INNER", r"(?:(?P<inner>early|mid|late)-?)?"),
)  # fmt: skip
"""Named parts of rules, in the order they build on each other."""

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<all>ISO)(?:,?(?P<clock>CLOCK)(?P<zone>ZONE)?)?"),
    (
        "clock",
        r"(?:(?P<d>DAYNUM)-(?P<m>MONTH)|(?P<bm>MONTH)-(?P<bd>DAYNUM))-(?P<y2>NUMERAL)"
        r",?(?P<clock>CLOCK)(?P<ap>AMPM)?(?P<zone>ZONE)?",
    ),
    ("date", r"(?P<d>DAYNUM)-(?P<m>MONTH)-(?P<y2>NUMERAL)(?!-)"),
    ("date", r"(?P<m>MONTH)-(?P<d>DAYNUM)-(?P<y2>NUMERAL)(?!-)"),
    (
        "nth",
        r"the?(?P<n>RANK|ORDINAL|last|final)(?:(?P<wd>WEEKDAY)|(?P<u>day|week|weekend))(?:of|in)"
        r"(?:(?P<m>MONTH)(?:TAIL)?|(?P<rel>the|this|last|next)month)",
    ),
    (
        "weekof",
        r"the week(?:of|beginning|starting|ending)(?:on)?DATED",
    ),
    ("slash", r"(?P<all>SLASHED)"),
    (
        "clock",
        r"(?:(?P<clock>CLOCK)|(?P<digits>DIGITS)|(?P<h3>HOUR|ONE)(?:o'clock)?)"
        r"(?:on|in)the(?P<part>morning|afternoon|evening|night)ofDATED",
    ),
    (
        "clock",
        r"(?:DATED|(?P<rel>last|this|next|that)?(?P<date>WEEKDAY)|(?P<day>yesterday|today|tomorrow)),?at"
        r"(?P<mod>CLOCKMOD)?(?:(?P<clock>CLOCK)(?P<ap>AMPM)?|(?P<h2>HOUR)(?P<ap2>AMPM)"
        r"|(?P<word>noon|midnight|midday))(?:,?(?P<zone>ZONE))?",
    ),
    (
        "clock",
        r"(?P<mod>CLOCKMOD)?(?:(?P<clock>CLOCK)(?P<ap>AMPM)?|(?P<h2>HOUR)(?P<ap2>AMPM)"
        r"|(?P<word>noon|midnight|midday)"
        r"|(?P<h3>HOUR|ONE)(?:o'clock(?:in the (?P<part>morning|afternoon|evening))?"
        r"|in the (?P<part2>morning|afternoon|evening)|(?=this PART)))"
        r"(?:,?\(?(?P<zone>ZONE)\)?|local time)?"
        r"(?:\(?(?P<told>CLOCK|DIGITS|YEAR4)(?P<zone2>ZONE)\)|/(?P<told2>CLOCK|DIGITS|YEAR4)(?P<zone3>ZONE))?"
        r"(?:,?(?:on|of)?(?:DATED\)?|(?P<rel>last|this|next|that)?(?P<date>WEEKDAY)(?P<part4>PART)?"
        r"|(?P<day>yesterday|today|tomorrow|tonight)(?P<part5>PART)?"
        r"|(?P<deixis>this|that|the next|the following|the same|last(?=night))(?P<part3>PART)))?",
    ),
    (
        "clock",
        r"(?P<digits>DIGITS|YEAR4)(?:hours)?(?P<zone>ZONE)"
        r"(?:,?on?(?:DATED\)?|(?P<rel>last|this|next|that)?(?P<date>WEEKDAY)|(?P<day>yesterday|today|tomorrow)))?",
    ),
    (
        "partof",
        r"the?(?:(?:early|late|mid)-?)?(?:(?P<part>PART)|(?:early|small|first)(?P<hours>hours))"
        r"(?:of|on)(?:DATED(?:-DAYNUM(?:,(?P<y2>YEAR4))?)?|(?P<wd>WEEKDAY)|the(?P<dd>DAYNUM|RANK)(?!-?century))",
    ),
    (
        "dayand",
        r"(?:(?P<wd>WEEKDAY),?the?)?(?P<d>DAYNUM)(?=(?:,(?:WEEKDAY)?DAYNUM){0,4},?JOINED(?:WEEKDAY,?)?"
        r"the?DAYNUM of?(?P<m>MONTH)(?:,?(?P<y>YEAR))?)",
    ),
    ("dayand", r"(?P<m>MONTH)(?P<d>DAYNUM)(?=JOINED DAYNUM(?:,?(?P<y>YEAR)))"),
    (
        "daytail",
        r"(?<=MONTHNAME DAYNUM JOINED)(?P<d>DAYNUM)(?:,?(?P<y>YEAR))?(?!-?UNIT)",
    ),
    (
        "daytail",
        r"(?<=MONTHABBR DAYNUM JOINED)(?P<d>DAYNUM)(?:,?(?P<y>YEAR))?(?!-?UNIT)",
    ),
    (
        "daytail",
        r"(?<=MONTHNAME DAYNUM,)(?P<d>DAYNUM)(?=(?:,DAYNUM)?,?(?:and|or)DAYNUM)",
    ),
    (
        "daytail",
        r"(?<=MONTHNAME DAYNUM,DAYNUM JOINED)(?P<d>DAYNUM)(?:,?(?P<y>YEAR))?(?!-?UNIT)",
    ),
    (
        "date",
        r"PHASED(?:(?:this coming)?(?P<wd>WEEKDAY),?the?)?(?P<m>MONTH)the?(?P<d>DAY)(?:TAIL)?(?P<part>PART)?",
    ),
    (
        "date",
        r"PHASED(?:(?P<wd>WEEKDAY),?)?the?(?P<d>DAYNUM|RANK)(?:day)?of?-?(?P<m>MONTH)(?:TAIL|-(?P<y2>YEAR4))?",
    ),
    ("month", r"PHASED(?P<m>MONTH)(?:-(?P<y2>YEAR4)|TAIL)"),
    ("months", r"the?(?P<m>MONTH)-(?P<m2>MONTH)(?:quarter|period)(?:TAIL)?"),
    ("month", r"PHASED(?P<rel>DEIXIS)?(?P<m>MONTH)(?!DAYNUM)"),
    (
        "set",
        r"the?(?:RANK|ORDINAL|last)(?:and(?:RANK|ORDINAL|last))?(?P<wdof>WEEKDAY|WEEKDAYPLURAL)"
        r"(?:of|in)(?:each|every)(?P<u>UNIT)",
    ),
    ("weekdate", r"(?P<wd>WEEKDAY)(?=,?\(DATED\))"),
    ("weekon", r"(?P<wd>WEEKDAYNAME)week(?!-|UNIT)|(?P<day>yesterday|today|tomorrow)week(?!-)"),
    ("weekon", r"a week(?P<from>on|from)(?P<wd>WEEKDAYNAME)"),
    (
        "weekday",
        r"(?:(?P<phase>early|late)(?:-|on)?)?(?P<rel>DEIXIS)?(?P<wd>WEEKDAY)(?:-?(?P<part>PART))?"
        r"(?:of?(?P<week>last|this|next|the same|that)week)?",
    ),
    ("weekdays", r"(?P<wd>WEEKDAYPLURAL)|(?P<wd2>WEEKDAYNAME)(?P<part>PARTPLURAL)"),
    (
        "today",
        r"(?:(?P<phase>early|late|earlier|later|mid?-?PART)-?)?"
        r"(?P<day>the day before yesterday|the day after tomorrow"
        r"|yesterday|today|tomorrow|tonight)(?P<part>PART)?",
    ),
    ("night", r"PHASED(?P<rel>DEIXIS)(?P<part>PART)"),
    (
        "daypart",
        r"(?:the(?:early|late|mid)?-?|(?:early|late|mid)-?)(?P<part>morning|afternoon|evening|night)"
        r"|(?:the)?(?P<part2>EDGE)",
    ),
    ("overnight", r"overnight"),
    (
        "quarter",
        r"PHASED(?:the(?!ORDWORD-quarter))?(?:(?P<rel>this|last|next)year POSS|(?P<y1>YEAR4)POSS?)?"
        r"(?:latest|current|comparable|corresponding|full|flat)?(?P<ago>year-?(?:ago|earlier))?"
        r"(?:fiscal-?)?(?P<q>first|second|third|fourth|ORDINAL|final|opening|last(?=-?(?:quarter|half)(?:of|in)))-?(?P<unit>quarter|half)"
        r"(?!-?FINALS|of the GAME|of the?INNER(?:RANK|ORDINAL)-?century)"
        r"(?:,?(?:of|in)?the?fiscal?year?(?P<y>YEAR)|(?:of|in)?(?P<rel2>last|this|next|the)year"
        r"|(?P<past>a year(?:ago|earlier)))?",
    ),
    (
        "quarter",
        r"the(?P<q>first|last|final|opening)(?P<unit>three months)"
        r"of(?:(?P<rel2>last|this|next|the)year|(?P<y>YEAR4))",
    ),
    ("quarter", r"(?P<q>QUARTER)(?P<unit>)(?:of)?(?:(?P<fy>FISCAL)|fiscal?(?:year)?(?P<y>YEAR)?)"),
    ("quarter", r"(?:(?P<fy>FISCAL)|(?P<y1>YEAR4))-?(?P<q>QUARTER)(?P<unit>)"),
    ("fiscal", r"(?P<fy>FISCAL)"),
    (
        "period",
        r"(?:the|its)?(?:comparable|corresponding|same|like)?(?P<ago>year-?(?:ago|earlier))"
        r"(?P<unit>quarter|period|half)?",
    ),
    (
        "period",
        r"the(?:comparable|corresponding|same|like)(?P<unit>quarter|period|half)"
        r"(?:(?:of|in)?(?P<rel>last)year|a year(?:ago|earlier)|of(?P<y>YEAR4))?",
    ),
    ("period", r"the(?P<y>YEAR4)(?P<unit>quarter|period|half)"),
    (
        "period",
        r"(?P<now>the latest|the current|the|this|that|last year POSS)fiscal?(?P<unit>quarter)"
        r"(?P<past>a year(?:ago|earlier))?(?!-?FINALS)",
    ),
    ("period", r"(?P<now>the latest)(?P<unit>period)"),
    ("yearended", r"(?:the|its)(?:fiscal)?year(?=ended|ending)"),
    (
        "fiscal",
        r"(?:(?P<phase>PHASE))?(?:the|its)?fiscal-?year?(?P<y>YEAR)"
        r"|(?P<latest>(?:the|its)(?:latest|current)fiscal year)",
    ),
    ("decade", r"PHASEDthe?INNER(?P<digits>DECADE)"),
    ("decade", r"PHASEDtheINNER(?P<name>DECADENAME)"),
    ("century", r"PHASEDthe?INNER(?P<n>RANK|ORDINAL)-?century(?P<era>bc|bce)?"),
    ("years", r"(?P<y>YEAR4)/(?P<y2>NUMERAL)(?!-)"),
    ("yearfrom", r"(?P<y>YEAR4)(?=-(?P<y2>NUMERAL)(?!-))"),
    (
        "yearfrom",
        r"(?P<y>NUMERAL)(?=(?:-|to|and|until)NUMERAL(?P<era>bc|bce|ce|ad))",
    ),
    ("yeartail", r"(?<=YEAR4-)(?P<y2>NUMERAL)(?!-)"),
    ("season", r"PHASED(?P<rel>DEIXIS|the)?INNER(?P<s>SEASON)(?:TAIL(?:-NUMERAL)?)?"),
    ("holiday", r"(?P<rel>DEIXIS)?(?P<h>HOLIDAY)(?:,?(?P<y>YEAR4))?"),
    (
        "ago",
        r"(?P<n>NUM)(?P<u>UNIT)POSS(?P<dir>time)",
    ),
    (
        "ago",
        r"(?P<mod>MOD)?(?:(?P<n>NUM)(?:(?:or|to|(?<!TEN)-)(?P<n2>NUM))?(?:full|more|short|long)?-?)?"
        r"(?P<u>UNIT)(?P<half>and a half)?(?:or(?:so|two|more))?,?"
        r"(?P<dir>ago|earlier|later|from now|hence|afterwards|afterward|previously"
        r"|(?:before|after|prior)(?=STOP|\Z))(?!than)",
    ),
    ("adjacent", r"the day(?P<dir>before|after)(?=STOP|\Z)"),
    (
        "set",
        r"(?:(?:once|twice|CARDINAL times)(?:a|an|per|each|every)"
        r"|(?P<mod>MOD)?(?:every|each)(?:of the (?:past|last|next))?(?P<other>other)?(?P<n>CARDINAL)?|per)"
        r"(?:(?P<u>UNIT)|(?P<wd>WEEKDAYNAME)|(?P<m>MONTHNAME)|(?P<part>PART)|(?P<s>SEASON))",
    ),
    ("setword", r"(?P<w>SETWORD)"),
    ("longunit", r"(?:(?P<n>NUM)-)?(?P<u>UNIT)-long"),
    (
        "between",
        r"(?:(?P<mod>FIRM)?the?(?P<rel>past|last|next|first|coming|previous)|(?P<mod2>MOD))?"
        r"(?P<n>NUM)(?:(?<!TEN)-|to|or)(?P<n2>CARDINAL)-?(?P<u>UNIT)",
    ),
    (
        "duration",
        r"(?:(?P<mod>FIRM)?the?(?P<rel>past|last|next|first|latest|coming|previous|preceding|following|final|initial"
        r"|full|additional|another)|(?P<mod2>MOD)|the(?!NUM-)|these|those|an additional)?"
        r"(?P<n>NUM)(?:EXTENT|full|more|long|fiscal)?-?(?P<u>UNIT)"
        r"(?P<half>and(?:a|one)half)?(?:(?:,and?|and)(?P<n2>CARDINAL)(?P<u2>UNIT))?(?:or(?:so|two|more))?"
        r"long?(?!-?(?:old|ago|earlier|of age)|-long)",
    ),
    ("another", r"(?:another|the full|a full|the entire)(?P<u>ONEUNIT)"),
    ("deixis", r"PHASED(?P<rel>DEIXIS)fiscal?(?P<u>ONEUNIT)(?!-)(?P<part>PART)?"),
    ("afterlast", r"the(?P<u>ONEUNIT)(?P<dir>before last|after next)(?!-?(?:WEEKDAY|MONTH|UNIT|PART))"),
    ("within", r"(?P<phase>PHASE)(?P<rel>the|that|this)(?P<u>ONEUNIT)"),
    ("yearend", r"(?P<mod>around|about)?the?year POSS?-?(?:end|start)"),
    (
        "vague",
        r"(?P<mod>FIRM)?the?(?P<rel>recent|past|last|coming|next|future|previous)(?:few|several|couple of)?"
        r"(?P<u>UNITS)(?:(?:and|or)UNITS)?",
    ),
    ("ahead", r"(?:the(?=UNITS(?:ahead|to come)))?(?P<u>UNITS)(?:(?:and|or)UNITS)?(?P<dir>ahead|to come)?"),
    ("definite", r"the(?P<u>weekend)"),
    (
        "definite",
        r"the(?P<u>year)"
        r"(?!ago|earlier|later|ended|ending|before|after|POSS|-|YEAR4|SPELLED|that|when|in which)",
    ),
    ("dayof", r"the(?P<d>ORDINAL)(?![-HOUR DAYDIGITS DIGITS])"),
    ("year", r"PHASED(?:the?year)?(?P<y>ERAYEAR|YEAR4|SPELLED)(?P<beyond>or later|and beyond|or earlier)?"),
    ("reference", r"(?P<w>REFERENCE)"),
)
"""Rule names with their patterns; the first that matches at a place wins."""


# No expression starts after a currency sign.
_NOT_MONEY = "(?<!q)"


def _one_of(letters: frozenset[str]) -> str:
    """A look ahead to one of the letters."""
    return f"(?=[{''.join(map(re.escape, sorted(letters)))}])"


class TimeMatch(Struct, frozen=True):
    """A match: the rule's name, what its groups hold, and where it lies in the text searched."""

    rule: str
    groups: Mapping[str, str | None]
    start: int
    end: int


class TimeGrammar:
    """The rules, compiled with the words of a lexicon."""

    def __init__(self, lexicon: TimeLexicon) -> None:
        phrases = lexicon.phrases
        rules = [pattern for _, pattern in (*PARTS, *RULES)]
        longer = [entry for entries in phrases.values() for entry in entries if not entry.isalpha()]
        single = {f"{name}WORD": [e for e in entries if e.isalpha()] for name, entries in phrases.items()}
        self._alphabet = Alphabet({**lexicon.classes, **single}, literals([*rules, *longer]))
        self._alphabet.alias(lexicon.words.misspellings)
        self._right = lexicon.words.misspellings
        parts = {name: self._alphabet.phrases(entries) for name, entries in phrases.items()}
        parts["STOP"] = "[.,p)]"
        for name, pattern in PARTS:
            parts[name] = self._alphabet.pattern(pattern, parts)
        branches: list[str] = []
        known: frozenset[str] = frozenset()
        self._groups: list[list[tuple[str, str]]] = []
        for number, (_, rule) in enumerate(RULES):
            text = self._alphabet.pattern(rule, parts)
            names: list[str] = re.findall(r"\(\?P<(\w+)>", text)
            self._groups.append([(name, f"{name}_{number}") for name in names])
            named = re.sub(r"\(\?P<(\w+)>", rf"(?P<\1_{number}>", text)
            first = starts(text)
            known |= first
            branches.append(f"{_one_of(first)}(?P<rule_{number}>{named})")
        self._any = re.compile(f"{_NOT_MONEY}{_one_of(known)}(?:{'|'.join(branches)})")

    def find(self, text: str, start: int, end: int) -> Iterator[TimeMatch]:
        """The matches in lower-case `text[start:end]`, in order, none overlapping another."""
        lettered = self._alphabet.spell(text, start, end)
        for match in self._any.finditer(lettered.letters):
            if match.end() > match.start():
                yield self._found(match, lettered, text)

    def _found(self, match: re.Match[str], lettered: Lettered, text: str) -> TimeMatch:
        # The group of the whole rule closes last, so it is the last group.
        number = int((match.lastgroup or "").removeprefix("rule_"))
        groups: dict[str, str | None] = {}
        for name, group in self._groups[number]:
            first, last = match.span(group)
            held = first >= 0 and last > first
            words = text[lettered.starts[first] : lettered.ends[last - 1]] if held else None
            groups[name] = self._right.get(words, words) if words else None
        return TimeMatch(
            RULES[number][0], groups, lettered.starts[match.start()], lettered.ends[match.end() - 1]
        )
