"""The tense of the clause a stretch of text stands in, from its parse."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Literal

from accord.extract.times.lexicon import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "present", "future"]

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_AUXILIARY = frozenset({"aux", "auxpass"})


class Tenses:
    """Tells the tense at a place of one parsed text."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self._doc = doc
        self._words = words
        self._starts = [token.idx for token in doc]

    def at(self, start: int, end: int, through_nouns: bool) -> Tense | None:
        """Tense of the clause that holds the characters `start` to `end`; None where it has no verb.

        Unless `through_nouns`, also None where they hang on a noun ("the summit in May").
        """
        verb = self._verb(start, end, through_nouns)
        if verb is None:
            return None
        if verb.lemma_ in self._words.expectation_verbs or self._is_due(start, verb):
            return "future"
        return self._tense(verb)

    def _is_due(self, start: int, verb: Token) -> bool:
        """Whether what is between the place and its verb says that it is still to come ("is due in May")."""
        token = self._token(start)
        while token != verb and token.head != token:
            if token.lower_ in self._words.expectation_adjectives:
                return True
            token = token.head
        return any(
            t.dep_ == "acomp" and t.lower_ in self._words.expectation_adjectives for t in verb.children
        )

    def is_lasting(self, start: int, end: int) -> bool:
        """Whether the clause there tells how long something went on ("lasted until Friday")."""
        verb = self._verb(start, end, through_nouns=True)
        return verb is not None and verb.lemma_ in self._words.lasting_verbs

    def is_background(self, start: int, end: int) -> bool:
        """Whether the time there is before or beyond what is being told: a perfect, a participle, "since"."""
        first = self._token(start)
        if first.i and self._doc[first.i - 1].lower_ in self._words.open_ends:
            return True
        verb = self._verb(start, end, through_nouns=True)
        if verb is None:
            return False
        auxiliaries = {t.lower_ for t in verb.children if t.dep_ in _AUXILIARY}
        if auxiliaries & self._words.future_modals:
            return True
        return verb.tag_ == "VBN" and (not auxiliaries or "had" in auxiliaries)

    def is_foretold(self, start: int, end: int) -> bool:
        """Whether the clause there says what will be, as seen from the day of writing."""
        verb = self._verb(start, end, through_nouns=True)
        if verb is None:
            return False
        return any(t.dep_ == "aux" and t.lower_ in self._words.firm_modals for t in verb.children)

    def _token(self, offset: int) -> Token:
        """The token that holds the character, or the last one before it."""
        return self._doc[max(0, bisect_right(self._starts, offset) - 1)]

    def _verb(self, start: int, end: int, through_nouns: bool) -> Token | None:
        token = self._token(start)
        for _ in range(12):
            if token.tag_ in _VERBS and token.dep_ not in _AUXILIARY:
                return token
            outside = not start <= token.idx < end
            if token.head == token or (outside and not through_nouns and token.tag_.startswith("NN")):
                return None
            token = token.head
        return None

    def _tense(self, verb: Token) -> Tense:
        auxiliaries = [t for t in verb.children if t.dep_ in _AUXILIARY]
        lemmas = {t.lower_ for t in auxiliaries}
        tags = {t.tag_ for t in auxiliaries}
        if lemmas & self._words.future_modals:
            return "past" if "have" in lemmas else "future"
        if verb.tag_ == "VBD" or "VBD" in tags:
            return "past"
        if "TO" in tags:
            return self._of_infinitive(verb)
        if verb.tag_ in ("VBZ", "VBP"):
            return "future" if verb.lemma_ in self._words.timetable_verbs else "present"
        if verb.tag_ == "VBN":
            if not lemmas and verb.dep_ in ("ccomp", "xcomp", "oprd") and verb.head.tag_ in _VERBS:
                return self._of_infinitive(verb)
            if lemmas & {"has", "have", "'ve", "’ve"}:
                return "past"
            if lemmas & {"is", "are", "'s", "’s", "'re"}:
                return "future" if verb.lemma_ in self._words.schedule_verbs else "present"
            return "past"
        if verb.tag_ == "VBG":
            if lemmas & {"is", "are", "'s", "’s", "'re", "’re"}:
                return "future"
            return self._tense(verb.head) if verb.head != verb and verb.head.tag_ in _VERBS else "present"
        if verb.tag_ == "VB" and verb.head != verb and verb.head.tag_ in _VERBS:
            return self._tense(verb.head)
        return "present"

    def _of_infinitive(self, verb: Token) -> Tense:
        """An infinitive lies ahead of what asks, plans or expects it; else it shares its time."""
        head = verb.head
        if head == verb or head.lemma_ == "be":
            return "future"
        if head.lemma_ in self._words.schedule_verbs or head.tag_ not in _VERBS:
            return "future"
        return self._tense(head)
