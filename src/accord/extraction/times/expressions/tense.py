"""The tense of the clause that a time stands in, and what else the clause says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from accord.extraction.parse.parsed import token_at
from accord.extraction.times.expressions.time_words import TimeWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Tense = Literal["past", "present", "future"]

_VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_AUXILIARY = frozenset({"aux", "auxpass"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})
_RANKING = frozenset({"JJ", "JJS", "NN"})
_CLOSING = frozenset({".", "!", "?", '"', "”", "'"})


class Tenses:
    """Tells the tense at a place of one parsed text."""

    def __init__(self, doc: Doc, words: TimeWords) -> None:
        self._doc = doc
        self._words = words

    def at(self, start: int, end: int, through_nouns: bool) -> Tense | None:
        """Tense of the clause that holds the characters `start` to `end`; None where it has no verb.

        Unless `through_nouns`, also None where they hang on a noun ("the summit in May").
        """
        verb = self._verb(start, end, through_nouns)
        if verb is None:
            return None
        expected = verb.lemma_ in self._words.expectation_verbs or self._is_due(start, verb)
        # What "had been expected in May" was to come before what is told, not after it.
        if expected and not any(t.lower_ == "had" for t in verb.children if t.dep_ in _AUXILIARY):
            return "future"
        return self._tense(verb)

    def _is_due(self, start: int, verb: Token) -> bool:
        """Whether what is between the place and its verb says that it is still to come ("is due in May")."""
        token = token_at(self._doc, start)
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

    def is_arranged(self, start: int, end: int) -> bool:
        """Whether the verb there is in the simple present, in a sentence that is closed as no headline is."""
        verb = self._verb(start, end, through_nouns=False)
        # A bare form may as well be a past that is not marked ("hurt", "cut").
        if verb is None or (verb.tag_ != "VBZ" and verb.lower_ != "are"):
            return False
        if verb.lemma_ in self._words.speech_verbs:
            return False
        return verb.sent[-1].text[-1] in _CLOSING

    def is_defined(self, start: int, end: int) -> bool:
        """Whether the clause says what the time there always is ("Sunday is a day of rest")."""
        token = token_at(self._doc, end - 1)
        verb = token.head
        if token.i + 1 != verb.i or verb.lemma_ != "be" or verb.tag_ not in ("VBZ", "VBP"):
            return False
        return any(
            t.dep_ == "attr" and t.lemma_ in self._words.units and any(d.lower_ == "a" for d in t.lefts)
            for t in verb.children
        )

    def is_described(self, end: int) -> bool:
        """Whether what ends there only describes the noun behind it ("a Sunday service")."""
        token = token_at(self._doc, end - 1)
        return token.dep_ in ("compound", "nmod", "amod", "npadvmod") and token.head.i > token.i

    def is_open_end(self, start: int) -> bool:
        """Whether the time that starts there only bounds what is told ("since 1991", "until May")."""
        first = token_at(self._doc, start)
        return first.i > 0 and self._doc[first.i - 1].lower_ in self._words.open_ends

    def is_background(self, start: int, end: int) -> bool:
        """Whether the time there is before or beyond what is being told: a perfect, a participle, "since"."""
        if self.is_open_end(start):
            return True
        verb = self._verb(start, end, through_nouns=True)
        if verb is None:
            return False
        auxiliaries = {t.lower_ for t in verb.children if t.dep_ in _AUXILIARY}
        while not auxiliaries and verb.tag_ == "VBN" and _shares_subject(verb):
            # "was tried in May and sentenced in July": the auxiliary stands with the first.
            verb = verb.head
            auxiliaries = {t.lower_ for t in verb.children if t.dep_ in _AUXILIARY}
        if auxiliaries & self._words.future_modals:
            return True
        if verb.tag_ != "VBN" or (not auxiliaries and any(t.dep_ == "nsubj" for t in verb.children)):
            return False  # With a subject of its own it is a past that looks like a participle.
        return not auxiliaries or "had" in auxiliaries

    def is_foretold(self, start: int, end: int) -> bool:
        """Whether the clause there says what will be, as seen from the day of writing."""
        verb = self._verb(start, end, through_nouns=True)
        if verb is None:
            return False
        return any(t.dep_ == "aux" and t.lower_ in self._words.firm_modals for t in verb.children)

    def _verb(self, start: int, end: int, through_nouns: bool) -> Token | None:
        token = token_at(self._doc, start)
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
            return self._of_participle(verb, lemmas)
        if verb.tag_ == "VBG":
            if lemmas & {"is", "are", "'s", "’s", "'re", "’re"}:
                return "future"
            return self._tense(verb.head) if verb.head != verb and verb.head.tag_ in _VERBS else "present"
        if verb.tag_ == "VB" and verb.head != verb and verb.head.tag_ in _VERBS:
            return self._tense(verb.head)
        return "present"

    def _of_participle(self, verb: Token, auxiliaries: set[str]) -> Tense:
        """A past participle tells of the past, but for a passive of the present: "is held", "is expected"."""
        if not auxiliaries and verb.dep_ in ("ccomp", "xcomp", "oprd") and verb.head.tag_ in _VERBS:
            return self._of_infinitive(verb)
        if auxiliaries & {"has", "have", "'ve", "’ve"} or not auxiliaries & {"is", "are", "'s", "’s", "'re"}:
            return "past"
        return "future" if verb.lemma_ in self._words.schedule_verbs else "present"

    def _of_infinitive(self, verb: Token) -> Tense:
        """An infinitive lies ahead of what asks, plans or expects it; else it shares its time."""
        head = verb.head
        ranked = next(
            (t for t in (head, *head.children) if _is_ranked(t, self._words) and t.i < verb.i), None
        )
        if ranked is not None:
            # "The third diver to die" has died, if what is told of her is past.
            outer = next((t for t in (head, *head.ancestors) if t.tag_ in _VERBS), None)
            return "future" if outer is None or outer == verb else self._tense(outer)
        if head == verb or head.lemma_ == "be":
            return "future"
        if head.lemma_ in self._words.schedule_verbs or head.tag_ not in _VERBS:
            return "future"
        return self._tense(head)


def _shares_subject(verb: Token) -> bool:
    """Whether the verb goes on from a participle before it, whose subject and auxiliaries it shares."""
    goes_on = verb.dep_ in ("conj", "advcl") and verb.head.tag_ == "VBN" and verb.head.i < verb.i
    return goes_on and not any(t.dep_ in _SUBJECTS for t in verb.children)


def _is_ranked(noun: Token, words: TimeWords) -> bool:
    """Whether the noun is one of a row of those who did it ("the third diver", "the first")."""
    if noun.tag_ in _VERBS:
        return False
    return any(t.lower_ in words.ranks for t in (noun, *noun.lefts) if t.tag_ in _RANKING)
