"""Tells names of states and towns that are places ("arrived in Lima") from those that act."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from accord.extract.actors.drafts import Draft
from accord.extract.actors.lexicon import Sense
from accord.extract.actors.vocabularies import NameWords, PlaceWords
from accord.extract.actors.words import POSSESSIVES, Words

_PLACE_ROLES = frozenset({"state", "capital"})
_DATE_LINE = re.compile(r"\s*(?:,[^()—–-]{1,40})?(?:\([^)]{1,60}\))?\s*(?:—|–|--|-)\s")


class PlaceReader:
    """Decides which drafts of a sentence are places."""

    def __init__(self, vocabulary: PlaceWords, names: NameWords) -> None:
        self._american = frozenset(names.american_places)
        self._locative = frozenset(vocabulary.locative)
        self._directional = frozenset(vocabulary.directional)
        self._between = frozenset(vocabulary.between)
        self._motion = frozenset(vocabulary.motion)
        self._entered = frozenset(vocabulary.entered)

    def is_american(self, sentences: Iterable[Iterable[Draft]]) -> bool:
        """Whether the drafts name places in the United States and no other of those that share a name."""
        senses = [draft.sense for drafts in sentences for draft in drafts if draft.sense is not None]
        shared = any(sense.id == "GEO" and sense.role != "state" for sense in senses)
        return not shared and any(sense.role == "place" and sense.id == "USA" for sense in senses)

    def at_home(self, words: Words, drafts: Sequence[Draft], american: bool) -> list[Draft]:
        """The drafts with Georgia as the American state where `american`."""
        return [
            replace(draft, sense=Sense("place", "USA"))
            if american
            and draft.sense is not None
            and draft.sense.role == "state"
            and words.texts[draft.start] in self._american
            and draft.end == draft.start + 1
            else draft
            for draft in drafts
        ]

    def places(self, words: Words, text: str, drafts: Sequence[Draft]) -> set[int]:
        """Indices of those `drafts` of one sentence that are places."""
        found: set[int] = set()
        for at in range(len(drafts)):
            if self._is_place(words, text, drafts, at, found):
                found.add(at)
        return found

    def _is_place(self, words: Words, text: str, drafts: Sequence[Draft], at: int, found: set[int]) -> bool:
        draft = drafts[at]
        if draft.sense is None or draft.owner is not None or draft.name is not None:
            return False
        if draft.sense.role == "place":
            return True
        country = draft.sense.role == "whole" and draft.sense.id == "country"
        if not country and draft.sense.role not in _PLACE_ROLES:
            return False
        if draft.end < len(words.texts) and words.lowers[draft.end] in POSSESSIVES:
            return False
        return (
            self._follows_preposition(words, draft)
            or (at - 1 in found and self._continues(words, drafts[at - 1], draft))
            or self._opens_date_line(words, text, draft)
        )

    def _follows_preposition(self, words: Words, draft: Draft) -> bool:
        at = draft.start - 1
        for _ in range(3):
            if at >= 0 and words.lowers[at] in self._between:
                at -= 1
        if at < 0:
            return False
        word = words.lowers[at]
        if word in self._locative:
            return words.tags[at] == "IN" or words.tags[at] in ("RP", "RB", "TO")
        token = words.token(at)
        if word in self._directional:
            return token.head.lemma_.lower() in self._motion and token.head.i < token.i
        last = words.token(draft.end - 1)
        return last.dep_ == "dobj" and last.head.lemma_.lower() in self._entered

    def _continues(self, words: Words, before: Draft, draft: Draft) -> bool:
        between = words.lowers[before.end : draft.start]
        return 0 < len(between) <= 3 and all(w in (",", "and", "or", "the") for w in between)

    def _opens_date_line(self, words: Words, text: str, draft: Draft) -> bool:
        token = words.token(draft.start)
        first = draft.start == 0 or token.is_sent_start or text[token.idx - 1] == "\n"
        if not first or (draft.sense is not None and draft.sense.role == "whole"):
            return False
        last = words.token(draft.end - 1)
        if _DATE_LINE.match(text, last.idx + len(last)):
            follows = text[last.idx + len(last) : last.idx + len(last) + 1]
            return follows in " ,(" or words.texts[draft.start].isupper()
        return False
