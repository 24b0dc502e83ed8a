"""A mention of an act as coreference sees it, wherever it was found."""

from __future__ import annotations

from msgspec import Struct

Words = frozenset[str]
Pair = tuple[int, int]
_NONE: Words = frozenset()


class ActMention(Struct, frozen=True, gc=False):
    """A word or phrase that tells of an act, and what its sentence says of it; all words are lemmas.

    `phrases` are what the act may be called in several words ("pass away", "take place").  `doers`,
    `objects` and `others` are the words of its arguments; an actor that the report identifies stands among
    them as "@" and its identifier, and a pronoun as the words of what it stands for.  `near` holds the nouns
    and adjectives close by, `terms` the content words of the sentence, `names` those of both that belong to
    names.  `counts` are the numbers of the act and its arguments, `numbers` and `days` all of the sentence.
    `sentence` is its index in the report, 0 being the title.  `text` is what stands there, `form` and `role`
    are its part of speech and its place in the sentence, `governor` is the word it hangs on, `modifiers` are
    those that hang on it; where they are not known they are empty for all.
    """

    report: str
    start: int
    lemma: str
    phrases: Words = _NONE
    verb: bool = True
    pronoun: bool = False
    plural: bool = False
    modal: bool = False
    doers: Words = _NONE
    objects: Words = _NONE
    others: Words = _NONE
    near: Words = _NONE
    terms: Words = _NONE
    names: Words = _NONE
    counts: Words = _NONE
    numbers: Words = _NONE
    days: Words = _NONE
    sentence: int = 0
    text: str = ""
    form: str = ""
    role: str = ""
    governor: str = ""
    negated: bool = False
    modifiers: Words = _NONE

    @property
    def place(self) -> tuple[str, int]:
        """Where it stands."""
        return self.report, self.start

    @property
    def arguments(self) -> Words:
        """The words of all arguments."""
        return self.doers | self.objects | self.others
