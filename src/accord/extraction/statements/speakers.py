"""Who of the cast each source of a statement stands for, and where the report names him."""

from __future__ import annotations

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.antecedents import UNKNOWN, Antecedents, Named
from accord.extraction.statements.circumstances import OccasionWords
from accord.extraction.statements.cue import CueSource, StatementDraft
from accord.extraction.statements.descriptions import Described
from accord.extraction.statements.genders import Genders, GenderWords
from accord.extraction.statements.mentions import Mentions
from accord.extraction.statements.quotes import Quotes
from accord.records import ActorMention

_OBJECTS = ("dobj", "dative")
_NEAR = 600
_SINGULAR = frozenset({"NN", "NNP"})
_PROPER = frozenset({"NNP", "NNPS"})
_DEFINITE = frozenset({"the", "this", "that"})


class Speakers(Struct):
    """Resolves sources in the order of the text.  One instance reads one report."""

    tree: TokenTree
    cast: Cast
    words: OccasionWords
    relatives: frozenset[str]
    mentions: Mentions
    described: Described
    antecedents: Antecedents

    @classmethod
    def of(
        cls,
        tree: TokenTree,
        cast: Cast,
        quotes: Quotes,
        words: OccasionWords,
        relatives: frozenset[str],
        genders: GenderWords,
    ) -> Speakers:
        """Index who is mentioned in a report."""
        mentions = Mentions.of(tree, cast)
        known = Genders.of(tree, cast, mentions, genders)
        described = Described.of(tree, mentions, genders)
        antecedents = Antecedents(tree, mentions, known, described, quotes.inside)
        return cls(tree, cast, words, relatives, mentions, described, antecedents)

    def find(self, draft: StatementDraft) -> Named:
        """Whom the source of `draft` stands for; the characters that name him where the source does not."""
        head = draft.source.head
        if head is None:
            return UNKNOWN
        named = self._resolve(draft, head)
        noted = named
        if named.span is None:
            start, end = draft.source.ranges[0]
            noted = Named(named.actor, (self.tree.start[start], self.tree.end[end - 1]))
        is_pronoun = self.tree.lower[head] in self.words.personal | self.words.collective
        self.antecedents.note(draft.verb, head, named if is_pronoun else noted)
        return named

    def _resolve(self, draft: StatementDraft, head: int) -> Named:
        word = self.tree.lower[head]
        if word in self.relatives:
            return self._relative(head)
        if word in self.words.personal or word in self.words.collective:
            accused = self._accused(draft.verb, head) if word not in self.words.personal else None
            if accused is not None:
                return accused
            if word in self.words.personal:
                return self.antecedents.person(head, draft.content)
            return self.antecedents.body(head, word in {"they", "them", "their", "themselves"})
        described = self._described(draft.source, head)
        return described if described is not None else Named(self._of_noun(draft.source))

    def _relative(self, relative: int) -> Named:
        """Whom a relative pronoun takes up."""
        tree = self.tree
        above = next((i for i in tree.ancestors(relative) if tree.dep[i] == "relcl"), None)
        if above is None:
            return UNKNOWN
        noun = tree.head[above]
        mention = self.mentions.covering(noun)
        span = (tree.start[noun], tree.end[noun]) if mention is None else (mention.start, mention.end)
        return Named(self._of_noun(CueSource((), noun)), span)

    def _accused(self, verb: int, at: int) -> Named | None:
        """Whom the sentence before accuses, where who is meant denies it."""
        tree = self.tree
        first = tree.sentence[at]
        if tree.lower[verb] not in self.words.denials or not first:
            return None
        for i in range(tree.sentence[first - 1], first):
            if tree.lower[i] in self.words.accusations and tree.is_verb(i):
                accused = tree.child(i, *_OBJECTS)
                mention = None if accused is None else self.mentions.covering(accused)
                if mention is not None:
                    return Named(mention.actor, (mention.start, mention.end))
        return None

    def _described(self, source: CueSource, head: int) -> Named | None:
        """Whom "the singer" or "the minister" takes up, where the report gave a name with it."""
        tree, mention = self.tree, self.mentions.covering(head)
        if (mention is not None and mention.form == "name") or tree.tag[head] not in _SINGULAR:
            return None
        start, end = source.ranges[0]
        proper = any(tree.tag[i] in _PROPER for i in range(head + 1, end))
        if tree.lower[start] not in _DEFINITE or proper:
            return None
        name = self.described.named(tree.lower[head], start)
        if name is None or not self._of_one_state(start, end, name):
            return None
        name = self.described.last_named(name, start)
        found = self._named(name)
        far = abs(tree.start[start] - tree.start[name]) > _NEAR
        if far or self.antecedents.spoken_of_since(name, start, found.actor):
            return None
        return found

    def _named(self, name: int) -> Named:
        """Whom the name with head `name` stands for."""
        found = self.mentions.heads.get(name)
        if found is not None:
            return Named(found.actor, (found.start, found.end))
        left = name
        while left > self.tree.left[name] and self.tree.tag[left - 1] in {"NNP", "HYPH"}:
            left -= 1
        return Named(None, (self.tree.start[left], self.tree.end[name]))

    def _of_one_state(self, start: int, end: int, name: int) -> bool:
        """Whether what a description names beside its noun is not of another state than the person."""
        person = self.mentions.covering(name)
        code = None if person is None else person.code
        inside = (self.mentions.covering(i) for i in range(start, end))
        told = {mention.code for mention in inside if mention is not None}
        return code is None or not told - {None, code}

    def _of_noun(self, source: CueSource) -> str | None:
        head = source.head
        if head is None:
            return None
        apposed = self._apposed(source, head)
        if apposed is not None:
            return apposed.actor
        mention = self.mentions.covering(head)
        if mention is not None and self._is_surname(head, mention):
            return None
        voice = self.tree.lower[head] in self.words.voices
        if mention is not None and (mention.form == "name" or not voice):
            return mention.actor
        owner = self._owner(head) if voice else None
        if owner is not None:
            return owner
        return None if mention is None else mention.actor

    def _is_surname(self, head: int, mention: ActorMention) -> bool:
        """Whether what looks like an office is a name: "King said", without anything beside it."""
        tree = self.tree
        alone = mention.start == tree.start[head] and mention.end == tree.end[head]
        return alone and mention.form == "title" and tree.tag[head] == "NNP" and not tree.kids[head]

    def _apposed(self, source: CueSource, head: int) -> Named | None:
        """Who is named in apposition to the head: "a member of the council, Ana Ruiz"."""
        if self.mentions.is_named_person(head):
            return None
        tree = self.tree
        for k in tree.kids[head]:
            if tree.dep[k] == "appos" and self.mentions.is_named_person(k):
                return Named(self.mentions.actor(k))
        for start, end in source.ranges:
            last = self.mentions.of_token.get(end - 1, end - 1)
            if last != head and self.mentions.is_named_person(last):
                first = self.mentions.first(last)
                if first > start and tree.lower[first - 1] == ",":
                    return Named(self.mentions.actor(last))
        of_whom = self.mentions.of_token.get(head, head)
        if self.mentions.is_unknown(head) or self.mentions.unknown_holder(of_whom) is not None:
            return UNKNOWN
        return None

    def _owner(self, head: int) -> str | None:
        """Whose voice a spokesman, a statement or a report is."""
        tree = self.tree
        for k in tree.kids[head]:
            if tree.dep[k] in {"poss", "compound", "nmod", "amod"}:
                mention = self.mentions.covering(k)
            elif tree.dep[k] == "prep" and tree.lower[k] in self.words.owners:
                noun = tree.child(k, "pobj")
                mention = None if noun is None else self.mentions.covering(noun)
            else:
                continue
            if mention is not None:
                return mention.actor
        return None
