"""Plain English for a happening: one sentence, and a noun phrase for talking about it."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Sequence

from msgspec import Struct

from accord.reconcile.actors import StoryCast
from accord.reconcile.compare.actor import Party
from accord.reconcile.events import Happening
from accord.reconcile.sources import Sources
from accord.reconcile.told import Told
from accord.vocabulary import read

_DATE = re.compile(r"^([0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?")
_TO_RECIPIENT = re.compile(r" (?:of|to|with|in|on|from|for) \{recipient\}.*$")
_LONGEST_QUOTE = 180
_MOST_NAMED = 4


class _Articles(Struct, frozen=True, forbid_unknown_fields=True):
    names: tuple[str, ...]
    last_words: tuple[str, ...]
    bare: tuple[str, ...]


class Wordings:
    """Words happenings.  `articles.json` says which names take "the"."""

    def __init__(self, sources: Sources, cast: StoryCast) -> None:
        articles = read("articles.json", _Articles)
        self._sources = sources
        self._cast = cast
        self._names = frozenset(articles.names)
        self._last_words = frozenset(articles.last_words)
        self._bare = frozenset(articles.bare)

    def name(self, actor: str) -> str:
        """The actor's name as it stands in a sentence."""
        name = self._cast.name(actor)
        if name.startswith(("the ", "The ")):
            return "the " + name[4:]
        known = self._cast.by_id.get(actor)
        kind = known.kind if known else None
        return f"the {name}" if self._takes_article(name, kind) else name

    def _takes_article(self, name: str, kind: str | None) -> bool:
        words = name.casefold().replace("’", "'").split()
        if name[:1].islower() and kind in {"person", "institution"}:
            return True
        if not words or name in self._bare or any(word.endswith(("'s", "s'")) for word in words[:-1]):
            return False
        if kind == "person":
            return False
        return name in self._names or words[-1] in self._last_words

    def names(self, parties: Sequence[Party]) -> str:
        """The actors' names, joined; wholes are left out where a part of them is named."""
        told = self.distinct(parties)
        names = [self.name(party.id) for party in told[:_MOST_NAMED]]
        if len(told) > _MOST_NAMED:
            names.append("others")
        return joined(names)

    def distinct(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """The parties without those that are part of another one named."""
        ids = {party.id for party in parties}
        return tuple(p for p in parties if not ids.intersection(p.wholes))

    def sentence(self, happening: Happening, edtf: str | None) -> str:
        """One plain sentence that tells the happening."""
        kind = happening.kind
        actors = self._side(happening, "actors")
        recipients = self._recipients(happening)
        if kind is None or (not actors and (not recipients or happening.standing != "done")):
            return self._quoted(happening)
        past, base = _filled(kind.past, recipients), _filled(kind.base, recipients)
        if not recipients and kind.alone is not None:
            base, past = kind.alone
        if not past or not base:
            return self._quoted(happening)
        if not actors:
            text = kind.passive.format(recipient=recipients)
        elif happening.standing == "done":
            text = f"{actors} {past}"
        elif happening.standing == "not done":
            text = f"{actors} did not {base}"
        else:
            text = f"{actors} may {base}"
        when = date_phrase(edtf) if happening.standing == "done" else ""
        return text[0].upper() + text[1:] + when

    def noun(self, happening: Happening) -> str:
        """A noun phrase for the happening, for use inside a sentence."""
        words = _filled(happening.kind.noun, self._recipients(happening)) if happening.kind else ""
        return words or f"“{self._quoted(happening)}”"

    def _recipients(self, happening: Happening) -> str:
        """The recipients' names; what has none but happened in a place is told with the place."""
        kind = happening.kind
        names = self._side(happening, "recipients")
        if not names and kind is not None and "in {recipient}" in kind.past:
            places = sorted({t.event.place.text for t in happening.mentions if t.event.place})
            return places[0] if places else ""
        return names

    def _side(self, happening: Happening, side: str) -> str:
        """The names of a side; of envoys and offices the state, where the kind is about states."""
        parties = main_parties(happening, side)
        if happening.kind is None or not happening.kind.of_whole:
            return self.names(parties)
        ids = {p.wholes[0] if p.wholes and self._is_organ(p.id) else p.id for p in parties}
        return joined([self.name(id_) for id_ in sorted(ids)])

    def _is_organ(self, actor: str) -> bool:
        known = self._cast.by_id.get(actor)
        return known is not None and known.kind in {"person", "people", "institution"}

    def _quoted(self, happening: Happening) -> str:
        return self._clause(_shortest(happening))

    def _clause(self, told: Told) -> str:
        return shortened(self._sources.sentence(told.report, told.event.sentence).text)


def _filled(template: str, recipients: str) -> str:
    """The template with its recipients, or cut before them; "" where nothing is left to stand alone."""
    if recipients:
        return template.format(recipient=recipients)
    cut = _TO_RECIPIENT.sub("", template)
    return "" if "{" in cut else cut


def _shortest(happening: Happening) -> Told:
    return min(happening.witnesses, key=lambda t: (sum(map(len, t.terms)), t.place))


def main_parties(happening: Happening, side: str) -> tuple[Party, ...]:
    """The parties of a side that most reports give, with the parts of them taken as the whole."""
    told: dict[str, set[str]] = {}
    parties = happening.parties(side)
    for mention in happening.mentions:
        for party in mention.actors if side == "actors" else mention.recipients:
            for id_ in (party.id, *party.wholes):
                told.setdefault(id_, set()).add(mention.report)
    if not parties:
        return ()
    most = max(len(told[party.id]) for party in parties)
    kept = [party for party in parties if len(told[party.id]) == most]
    whole = {party.id for party in kept}
    return tuple(p for p in kept if not whole.intersection(p.wholes))


def shortened(text: str) -> str:
    """The text on one line, cut at a word where it is long."""
    line = " ".join(text.split())
    if len(line) <= _LONGEST_QUOTE:
        return line
    cut = line.rfind(" ", 0, _LONGEST_QUOTE)
    return line[: cut if cut > 0 else _LONGEST_QUOTE].rstrip(" ,;:–—-") + " …"


def joined(words: Sequence[str]) -> str:
    """Words as an English list: "a", "a and b", "a, b and c"."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def day_words(edtf: str | None) -> str:
    """An EDTF day, month or year in English, or "" for other forms."""
    found = _DATE.match(edtf or "")
    if not found or "/" in (edtf or "") or ".." in (edtf or ""):
        return ""
    year, month, day = found.groups()
    words: list[str] = []
    if day and "X" not in day:
        words.append(str(int(day)))
    if month and "X" not in month and 1 <= int(month) <= 12:
        words.append(month_name[int(month)])
    elif month and "X" not in month:
        return ""
    if "X" not in year:
        words.append(year)
    return " ".join(words)


def date_phrase(edtf: str | None) -> str:
    """The day as the end of a sentence (" on 5 May 2020", " in May"), or "" where it is not known."""
    words = day_words(edtf)
    if not words:
        return ""
    return f" on {words}" if words[0].isdigit() and not words.isdigit() else f" in {words}"
