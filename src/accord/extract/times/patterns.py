"""The grammar of time expressions: one pattern a rule, tried in order at every word of lower-case text.

Parts in braces come from the lexicon.  A rule's named groups are what its resolver reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_CLOCK_DAY = r"(?:,?{_}(?:on{_})?(?P<date>(?:{wday},?{_})?{month}{_}{day}(?:,{_}{year4})?|{wday}|yesterday|today|tomorrow))?"
_YEAR_TAIL = (
    r"(?:,?{_}(?:of{_}|in{_})?(?P<y>{year})|,?{_}(?:of{_})?(?P<ofyear>last|this|next|that|the same){_}year)"
)
_PHASE = r"(?:(?P<phase>{phase}|{mod}){sep})?"
_DEIXIS = (
    r"last|next|this|this{_}past|this{_}coming|this{_}same|the{_}current|the{_}previous|the{_}preceding"
    r"|the{_}prior|the{_}following|the{_}next|the{_}same|the{_}very{_}same|that|that{_}same|the{_}latest"
    r"|the{_}coming|the{_}past|the{_}last|current|previous|past|coming|following|later{_}that|earlier{_}that"
)

RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"(?P<y>{year4})-(?P<m>0[1-9]|1[0-2])-(?P<d>[0-3]\d)(?:t[\d:.+z-]*)?(?!\d)"),
    ("slash", r"(?P<a>[0-3]?\d)(?P<sign>[/.])(?P<b>[0-3]?\d)(?P=sign)(?P<y>{year4}|\d\d(?![\d/.]))"),
    (
        "clock",
        r"(?:(?P<mod>around|about){_})?(?:(?P<h>[01]?\d|2[0-3])(?P<colon>[:.])(?P<mi>[0-5]\d)(?::[0-5]\d)?"
        r"(?:{_}?(?P<ap>[ap])\.?{_}?m\b\.?)?|(?P<h2>1[0-2]|0?[1-9]){_}?(?P<ap2>[ap])\.?m\b\.?"
        r"|(?P<word>noon|midnight|midday)|(?P<h3>1[0-2]|[1-9]){_}(?:o['’]clock|in{_}the{_}(?P<part>morning|afternoon|evening)))"
        r"(?:,?{_}(?P<zone>{zone}))?" + _CLOCK_DAY,
    ),
    (
        "days",
        r"(?P<m>{month}){_}(?P<d>{daynum}){_}?(?:-|–|to|through|and|until){_}?(?P<d2>{daynum})(?:,?{_}(?P<y>{year4}))?",
    ),
    (
        "days",
        r"(?P<d>{daynum}){_}?(?:-|–|to|through|and|until){_}?(?P<d2>{daynum})(?:{_}of)?{_}(?P<m>{month})(?:,?{_}(?P<y>{year4}))?",
    ),
    (
        "date",
        _PHASE
        + r"(?:(?:this{_}coming{_})?(?P<wd>{wday}),?{_}(?:the{_})?)?(?P<m>{month}){_}(?:the{_})?(?P<d>{day})"
        r"(?:" + _YEAR_TAIL + r")?(?:{_}(?P<part>{part}))?",
    ),
    (
        "date",
        r"(?:(?P<wd>{wday}),?{_})?(?:the{_})?(?P<d>{daynum}|{ord})(?:{_}day)?(?:{_}of)?[\s-](?P<m>{month})(?![\w])(?:[\s,-]{1,2}(?P<y>{year}))?",
    ),
    ("month", _PHASE + r"(?P<m>{month})(?:[\s-](?P<y2>{year4})|" + _YEAR_TAIL + ")"),
    ("month", _PHASE + r"(?:(?P<rel>" + _DEIXIS + r"){_})?(?P<m>{month})(?!{_}?\d)"),
    (
        "weekday",
        _PHASE + r"(?:(?P<rel>" + _DEIXIS + r"){_})?(?P<wd>{wday})(?:{sep}(?P<part>{part}))?"
        r"(?:{_}(?:of{_})?(?P<week>last|this|next|the{_}same|that){_}week)?",
    ),
    ("weekdays", r"(?P<wd>{fullwday})s|(?P<wd2>{fullwday}){_}(?P<part>{part})s"),
    (
        "today",
        r"(?:(?P<phase>{phase}|(?:mid-?)?{part}){sep})?(?P<day>the{_}day{_}before{_}yesterday|the{_}day{_}after{_}tomorrow"
        r"|yesterday|today|tomorrow|tonight)(?:{_}(?P<part>{part}))?(?!['’]s{_}(?:world|market|society))",
    ),
    ("night", _PHASE + r"(?P<rel>" + _DEIXIS + r"|the){_}(?P<part>{part})(?!s)"),
    ("overnight", r"overnight"),
    (
        "quarter",
        _PHASE
        + r"(?:the{_}(?!\w+-quarter))?(?:(?P<rel>this|last|next){_}year['’]s{_}|(?P<y1>{year4})(?:['’]s)?{_})?"
        r"(?:(?:latest|current|comparable|corresponding|full|flat){_})?(?:(?P<ago>year-ago|year-earlier|year{_}earlier){_})?"
        r"(?:fiscal[\s-])?(?P<q>first|second|third|fourth|1st|2nd|3rd|4th|final|last|opening){sep}(?P<unit>quarter|half)(?!-?finals?|s|{_}of{_}the{_}(?:game|match))"
        r"(?:,?{_}(?:of{_}|in{_})?(?:the{_})?(?:fiscal{_})?(?:year{_})?(?P<y>{year})|{_}(?:of{_}|in{_})?(?P<rel2>last|this|next|the){_}year|(?P<past>{_}a{_}year{_}(?:ago|earlier)))?",
    ),
    ("quarter", r"(?P<unit>q)(?P<q>[1-4])(?:{_}(?:of{_})?(?P<y>{year}))?"),
    (
        "period",
        r"(?:(?:the|its){_})?(?:(?:comparable|corresponding|same|like){_})?(?P<ago>year-ago|year-earlier|year{_}earlier)(?:{_}(?P<unit>quarter|period|half))?",
    ),
    (
        "period",
        r"the{_}(?:comparable|corresponding|same|like){_}(?P<unit>quarter|period|half)(?:{_}(?:of{_}|in{_})?(?P<rel>last){_}year|{_}a{_}year{_}(?:ago|earlier)|{_}of{_}(?P<y>{year4}))?",
    ),
    ("period", r"the{_}(?P<y>{year4}){_}(?P<unit>quarter|period|half)"),
    (
        "period",
        r"(?P<now>the|this|the{_}latest|the{_}current|that|last{_}year['’]s){_}(?:fiscal{_})?(?P<unit>quarter|period(?<=latest period))(?:(?P<past>{_}a{_}year{_}(?:ago|earlier)))?(?!s|-?finals?)",
    ),
    (
        "fiscal",
        r"(?:(?P<phase>{phase}){_})?(?:the{_}|its{_})?fiscal[\s-](?:year{_})?(?P<y>{year})|(?P<latest>the{_}(?:latest{_}|current{_})fiscal{_}year)",
    ),
    (
        "decade",
        _PHASE
        + r"(?:the{_})?(?:(?P<phase2>early|mid|late){sep})?(?:(?P<y>1\d|20)(?P<t>\d)0['’]?s|['’‘`](?P<t2>\d)0s)",
    ),
    ("decade", _PHASE + r"the{_}(?:(?P<phase2>early|mid|late){sep})?(?P<name>{decade_name})"),
    (
        "century",
        _PHASE
        + r"(?:the{_})?(?:(?P<phase2>early|mid|late){sep})?(?P<n>{ord}|\d\d?(?:st|nd|rd|th)){sep}century",
    ),
    ("years", r"(?P<y>{year4})[-–/](?P<y2>{year4}|\d\d(?![\d/-]))"),
    (
        "season",
        _PHASE
        + r"(?:(?P<rel>"
        + _DEIXIS
        + r"|the){_})?(?:(?P<phase2>early|mid|late){sep})?(?P<s>{season})(?:"
        + _YEAR_TAIL
        + r")?",
    ),
    ("holiday", r"(?:(?P<rel>" + _DEIXIS + r"){_})?(?P<h>{holiday})(?:,?{_}(?P<y>{year4}))?"),
    (
        "ago",
        r"(?:(?P<mod>{mod}){_})?(?:the{_}(?=\w+{_}day))?(?:(?P<n>{num})(?:(?:{_}|-)(?:or|to){_}(?P<n2>{num}))?(?:{_}(?:full|more|short|long))?{sep})?(?P<u>{unit})"
        r"(?P<half>{_}and{_}a{_}half)?(?:{_}or{_}(?:so|two|more))?(?:,?{_})"
        r"(?P<dir>ago|earlier|later|from{_}now|hence|afterwards?|previously|(?:before|after|prior)(?={_}?(?:[,.;:)\n]|$)))(?!{_}than)",
    ),
    ("adjacent", r"the{_}day{_}(?P<dir>before|after)(?={_}?(?:[,.;:)\n]|$))"),
    (
        "set",
        r"(?:(?P<often>once|twice|{num}{_}times){_}(?:a|an|per|each|every)|(?:every|each)(?:{_}of{_}the{_}(?:past|last|next))?(?P<other>{_}other)?(?:{_}(?P<n>{cardinal}))?|per)"
        r"{_}(?:(?P<u>{unit})|(?P<wd>{fullwday})|(?P<m>{month})|(?P<part>{part})|(?P<s>{season}))",
    ),
    ("setword", r"(?P<w>{setword})"),
    (
        "between",
        r"(?:(?P<mod>{mod}){_})?(?:(?:the{_})?(?P<rel>past|last|next|first|coming|previous){_})?(?P<n>{num}){_}?(?:-|–|to|or){_}?(?P<n2>{cardinal}){sep}(?P<u>{unit})",
    ),
    (
        "duration",
        r"(?:(?P<mod>{mod}){_})?(?:(?P<the>(?:the{_})?(?P<rel>past|last|next|first|latest|coming|previous|preceding|following|final|initial|full|additional|another)|the|these|those|its|an{_}additional){_})?"
        r"(?P<n>{num})(?:{_}(?:more|additional|straight|consecutive|full|trading|business|working|long|whole|calendar|extra|fiscal))?{sep}(?P<u>{unit})"
        r"(?P<half>{_}and{_}(?:a|one){_}half)?(?:{_}or{_}(?:so|two|more))?(?:[\s-]long\b)?",
    ),
    ("another", r"(?:another|the{_}full|a{_}full|the{_}entire){_}(?P<u>{single})"),
    (
        "longunit",
        r"(?P<u>day|week|month|year|decade|decades|months|weeks|years|hours|days|centuries)[\s-]long",
    ),
    (
        "deixis",
        r"(?:(?P<phase>{phase}|{mod}){sep})?(?P<rel>"
        + _DEIXIS
        + r"){_}(?:fiscal{_})?(?P<u>{single})(?!s|-)(?:{_}(?P<part>{part}))?",
    ),
    (
        "within",
        r"(?P<phase>{phase}|earlier{_}in|later{_}in){_}(?P<rel>the|that|this){_}(?P<u>day|week|weekend|month|quarter|year|decade|century)",
    ),
    ("yearend", r"(?:(?P<mod>around|about){_})?(?:the{_})?year(?:['’]s)?[\s-](?:end|start)"),
    (
        "vague",
        r"(?:(?P<mod>{mod}){_})?(?:the{_})?(?P<rel>recent|past|last|coming|next|few|future|early|final|previous){_}(?P<few>few{_}|several{_}|couple{_}of{_})?(?P<u>{unit}(?<=s))(?:{_}(?:and|or){_}{unit}(?<=s))?",
    ),
    (
        "ahead",
        r"(?:the{_})?(?P<u>days|weeks|months|years|decades)(?:{_}(?:and|or){_}{unit}(?<=s))?(?P<dir>{_}ahead|{_}to{_}come)?",
    ),
    ("definite", r"(?P<rel>the){_}(?P<u>weekend)"),
    (
        "year",
        _PHASE
        + r"(?:(?:the{_})?year{_})?(?P<y>{year4}|{spelled_year})(?P<beyond>{_}(?:or{_}later|and{_}beyond|or{_}earlier))?",
    ),
    ("reference", r"(?P<w>{reference})"),
)
"""Rule names with their patterns; the first that matches at a place wins."""


@dataclass(frozen=True)
class Found:
    """A match: the rule's name, what its groups hold, and where it lies in the text searched."""

    rule: str
    groups: Mapping[str, str | None]
    start: int
    end: int


class Grammar:
    """The rules, compiled with the words of a lexicon."""

    def __init__(self, parts: Mapping[str, str]) -> None:
        filled = [(name, _fill(_fill(pattern, parts), parts)) for name, pattern in RULES]
        self._rules = [(name, re.compile(pattern)) for name, pattern in filled]
        plain = (f"(?P<r{i}>{_ungrouped(pattern)})" for i, (_, pattern) in enumerate(filled))
        self._any = re.compile(r"(?<![\w$£€#@/])(?:" + "|".join(plain) + r")(?![\w])")

    def find(self, text: str, start: int, end: int) -> Iterator[Found]:
        """The matches in lower-case `text[start:end]`, in order, none overlapping another."""
        for match in self._any.finditer(text, start, end):
            name, pattern = self._rules[int((match.lastgroup or "r0")[1:])]
            exact = pattern.fullmatch(text, match.start(), match.end())
            if exact is not None:
                yield Found(name, exact.groupdict(), match.start(), match.end())


def _fill(pattern: str, parts: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z_]\w*|_)\}", lambda found: parts[found[1]], pattern)


def _ungrouped(pattern: str) -> str:
    """`pattern` without names; a back-reference to a sign becomes the sign's class."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern).replace("(?P=sign)", "[/.]")
