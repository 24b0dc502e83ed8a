"""Plain English for a happening: one sentence, and a noun phrase for talking about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.compare.actor import Party
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.wording.articles import ArticleWords
from accord.reconciliation.wording.clause_words import ClauseWords
from accord.reconciliation.wording.denial_words import DenialWords
from accord.reconciliation.wording.english import date_phrase, joined
from accord.vocabulary import PACKAGED, Vocabulary

_TO_RECIPIENT = re.compile(r" (?:of|to|with|in|on|from|for) \{recipient\}.*$")
_MOST_NAMED = 4


class WordingVocabulary(Struct, frozen=True):
    """What happenings are worded by: which names take "the", who is nobody, where clauses part."""

    articles: ArticleWords
    denials: DenialWords
    clauses: ClauseWords

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> WordingVocabulary:
        """Read the vocabulary.

        Raises:
            VocabularyError: a file is broken.
        """
        return cls(ArticleWords.load(vocabulary), DenialWords.load(vocabulary), ClauseWords.load(vocabulary))


class Wordings:
    """Words the happenings of one story."""

    def __init__(self, sources: Sources, cast: StoryCast, words: WordingVocabulary) -> None:
        self._sources = sources
        self._cast = cast
        self._words = words

    def name(self, actor: str) -> str:
        """The actor's name as it stands in a sentence."""
        name = self._cast.name(actor)
        if name.startswith(("the ", "The ")):
            return "the " + name[4:]
        known = self._cast.by_id.get(actor)
        kind = known.kind if known else None
        return f"the {name}" if self._words.articles.takes_the(name, kind) else name

    def names(self, parties: Sequence[Party]) -> str:
        """The actors' names, joined; wholes are left out where a part of them is named."""
        return self._listed(parties, _MOST_NAMED)

    def all_names(self, parties: Sequence[Party]) -> str:
        """As `names`, however many they are."""
        return self._listed(parties, len(parties))

    def _listed(self, parties: Sequence[Party], most: int) -> str:
        told = sorted((self.name(party.id) for party in self.distinct(parties)), key=_alphabetical)
        return joined([*told[:most], *["others"] * (len(told) > most)])

    def distinct(self, parties: Sequence[Party]) -> tuple[Party, ...]:
        """The parties without those that are part of another one named."""
        ids = {party.id for party in parties}
        return tuple(p for p in parties if not ids.intersection(p.wholes))

    def sentence(self, happening: Happening, edtf: str | None) -> str:
        """One plain sentence that tells the happening.

        It is made up only of what is done, or not done, between two sides of standing that one clause
        names; all else is told in a report's words.
        """
        kind = happening.kind
        actors = self._side(happening, "actors")
        recipients = self._recipients(happening)
        certain = happening.standing in ("done", "not done") and any(t.whole for t in happening.witnesses)
        if kind is None or not certain or not actors:
            return self._quoted(happening)
        done = happening.standing == "done"
        words = _filled(kind.past if done else kind.base, recipients)
        if not words:
            return self._quoted(happening)
        text = f"{actors} {words}{date_phrase(edtf)}" if done else f"{actors} did not {words}"
        return text[0].upper() + text[1:]

    def noun(self, happening: Happening) -> str:
        """A noun phrase for the happening, for use inside a sentence."""
        recipients = self._recipients(happening)
        words = _filled(happening.kind.noun, recipients) if happening.kind else ""
        if words and not recipients and happening.kind and happening.kind.mutual:
            words += f" between {self._side(happening, 'actors')}" if _are_even(happening) else ""
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
        return joined(sorted((self.name(id_) for id_ in ids), key=_alphabetical))

    def _is_organ(self, actor: str) -> bool:
        known = self._cast.by_id.get(actor)
        return known is not None and known.kind in {"person", "people", "institution"}

    def _quoted(self, happening: Happening) -> str:
        return self._clause(_shortest(happening))

    def _clause(self, told: Told) -> str:
        sentence = self._sources.sentence(told.report, told.event.sentence)
        event = told.event
        spans = [(event.start, event.end), *((m.start, m.end) for m in (*event.actors, *event.recipients))]
        inside = [(low, high) for low, high in spans if sentence.start <= low and high <= sentence.end]
        low, high = min(low for low, _ in inside), max(high for _, high in inside)
        return self._words.clauses.clause_around(sentence.text, low - sentence.start, high - sentence.start)


def _filled(template: str, recipients: str) -> str:
    """The template with its recipients, or cut before them; "" where nothing is left to stand alone."""
    if recipients:
        return template.format(recipient=recipients)
    cut = _TO_RECIPIENT.sub("", template)
    return "" if "{" in cut else cut


def _shortest(happening: Happening) -> Told:
    return min(happening.witnesses, key=lambda t: (sum(map(len, t.terms)), t.place))


def _are_even(happening: Happening) -> bool:
    """Nobody is only acted on: some mention has two actors, or one who is acted on in another."""
    actors = {party.id for party in happening.parties("actors")}
    acted_on = {party.id for party in happening.parties("recipients")}
    return bool(acted_on & actors) or any(len(told.actors) > 1 for told in happening.mentions)


def _alphabetical(name: str) -> str:
    return name.removeprefix("the ").casefold()


def main_parties(happening: Happening, side: str) -> tuple[Party, ...]:
    """The parties of a side that most reports give, with the parts of them taken as the whole.

    Those who do a mutual act to each other are all its actors where a report names them together
    or the other way about.
    """
    told: dict[str, set[str]] = {}
    together = happening.kind is not None and happening.kind.mutual and _are_even(happening)
    if together and side == "recipients":
        return ()
    parties = happening.parties("both" if together else side)
    for mention in happening.mentions:
        for party in mention.both if together else mention.side(side):
            for id_ in (party.id, *party.wholes):
                told.setdefault(id_, set()).add(mention.report)
    if not parties:
        return ()
    most = max(len(told[party.id]) for party in parties)
    kept = [party for party in parties if len(told[party.id]) == most]
    whole = {party.id for party in kept}
    return tuple(p for p in kept if not whole.intersection(p.wholes))
