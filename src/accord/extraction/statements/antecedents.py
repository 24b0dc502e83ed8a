"""Whom the pronoun of a source takes up: who spoke last, or the person that the sentences before speak of."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct, field

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import Ranges
from accord.extraction.statements.descriptions import Described
from accord.extraction.statements.genders import Genders
from accord.extraction.statements.mentions import Mentions

_MEMORY = 1200
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_SUBJECT = 1
_CLAUSES = frozenset({"ROOT", "conj"})
_PLURALS = frozenset({"NNS", "NNPS"})


class Named(Struct, frozen=True):
    """Whom a source stands for: an `Entity.id`, if any, and the characters that name or describe it."""

    actor: str | None = None
    span: tuple[int, int] | None = None


UNKNOWN = Named()


class Turn(Struct, frozen=True):
    """Somebody who spoke: the cue's token, the head of the source, and whom it stands for."""

    verb: int
    head: int
    named: Named


class _Candidate(Struct, frozen=True):
    """Somebody of a sentence whom a pronoun may stand for; `rank` is lower for who it rather stands for."""

    named: Named
    rank: int


class Antecedents(Struct):
    """Resolves pronouns in the order of the text of one report; `turns` are those who spoke so far.

    `quoted[i]` is below 0 for a token outside quotation marks.
    """

    tree: TokenTree
    mentions: Mentions
    genders: Genders
    described: Described
    quoted: list[int]
    turns: list[Turn] = field(default_factory=list)

    def note(self, verb: int, head: int, named: Named) -> None:
        """Remember who spoke."""
        self.turns.append(Turn(verb, head, named))

    def person(self, at: int, apart: Ranges) -> Named:
        """Whom the pronoun "he" or "she" at token `at` stands for; nothing of `apart` is looked at.

        The sentence at hand is asked first, then those before it.  One that speaks of nobody whom the
        pronoun fits is passed over; one that leaves open which of several it is ends the search.
        """
        for first, end in self._sentences_back(at):
            found = self._persons(first, end, at, apart)
            if found:
                return self._best(found, at)
        return UNKNOWN

    def _best(self, found: list[_Candidate], at: int) -> Named:
        """The first by rank; of several, whom the pronoun is known to fit, or who spoke last."""
        word, last = self.tree.lower[at], self._last_person()
        if min(one.rank for one in found) > _SUBJECT:
            found = [one for one in found if last is not None and one.named.actor == last] or found
        known = [one for one in found if one.named.actor and self.genders.matches(word, one.named.actor)]
        found = known or found
        best = min(one.rank for one in found)
        distinct = {one.named.actor: one.named for one in found if one.rank == best}
        if len(distinct) == 1:
            return next(iter(distinct.values()))
        return UNKNOWN if last is None else distinct.get(last, UNKNOWN)

    def spoken_of_since(self, name: int, at: int, actor: str | None) -> bool:
        """Whether somebody else named is a subject, or spoke, between tokens `name` and `at`."""
        for i in range(name + 1, at):
            acts = self.quoted[i] < 0 and self.tree.dep[i] in _SUBJECTS
            if acts and self.mentions.is_named_person(i) and self.mentions.actor(i) != actor:
                return True
        return False

    def _last_person(self) -> str | None:
        """The person of the cast who spoke last."""
        actors = (turn.named.actor for turn in reversed(self.turns) if turn.named.actor is not None)
        return next((one for one in actors if self.mentions.entities[one].kind == "person"), None)

    def body(self, at: int, plural: bool) -> Named:
        """Who "it" or "they" at token `at` is: who spoke last, if that is a body or, of "they", several."""
        last = next((t for t in reversed(self.turns) if t.verb < at or t.head < at), None)
        if last is None or self._far(last.verb, at):
            return UNKNOWN
        kind = None if last.named.actor is None else self.mentions.entities[last.named.actor].kind
        if kind is not None and kind != "person":
            return last.named
        several = self.tree.tag[last.head] in _PLURALS or self.tree.lower[last.head] == "they"
        return last.named if plural and several else UNKNOWN

    def _far(self, one: int, other: int) -> bool:
        return self.tree.start[other] - self.tree.start[one] > _MEMORY

    def _sentences_back(self, at: int) -> Iterator[tuple[int, int]]:
        """Token ranges: the sentence of `at` up to it, then each before."""
        end, first = at, self.tree.sentence[at]
        while True:
            yield first, end
            if not first or self._far(first, at):
                return
            end, first = first, self.tree.sentence[first - 1]

    def _persons(self, first: int, end: int, at: int, apart: Ranges) -> list[_Candidate]:
        """Those of a sentence whom the pronoun at `at` fits."""
        word = self.tree.lower[at]
        main = self._main_subject(first, end)
        turns = [t for t in self.turns if first <= t.head < end and t.head != at and self._may_be(word, t)]
        if turns:
            outer = next((turn for turn in turns if turn.head == main), turns[-1])
            return [_Candidate(outer.named, 0)]
        found: list[_Candidate] = []
        bracketed = 0
        for i in range(first, end):
            bracketed += (self.tree.tag[i] == "-LRB-") - (self.tree.tag[i] == "-RRB-")
            if bracketed > 0 or self.quoted[i] >= 0 or any(a <= i < b for a, b in apart):
                continue
            if self.mentions.is_person(i):
                if self.genders.fits(word, self.mentions.actor(i)):
                    found.append(_Candidate(self._mention(i), self._rank(i, main)))
            elif (name := self._unknown_person(i)) is not None:
                if self.genders.fits_name(word, self.tree.text[slice(*name)]):
                    found.append(_Candidate(Named(None, name), self._rank(i, main)))
            elif i == main and self._is_somebody(i) and self.genders.fits_noun(word, self.tree.lower[i]):
                found.append(_Candidate(self._somebody(i), _SUBJECT))
        return found

    def _may_be(self, word: str, turn: Turn) -> bool:
        if self.tree.tag[turn.head] in _PLURALS:
            return False
        actor = turn.named.actor
        if actor is not None and self.mentions.entities[actor].kind == "person":
            return self.genders.fits(word, actor)
        noun = self.tree.lower[turn.head]
        own = self.genders.words.pronouns.get(noun)
        if own is not None:
            return own == self.genders.words.pronouns.get(word)
        return self._is_somebody(turn.head) and self.genders.fits_noun(word, noun)

    def _is_somebody(self, head: int) -> bool:
        """Whether a noun that names no person of the cast may be one."""
        mention = self.mentions.covering(head)
        if mention is None and self.tree.tag[head] == "NNP":
            return True
        if mention is not None and mention.form == "name":
            return False
        return self.genders.words.is_person(self.tree.lower[head])

    def _somebody(self, head: int) -> Named:
        """Whom a noun stands for: whose name it stood to, if it is definite; else as it is told."""
        name = self.described.named(self.tree.lower[head], head)
        definite = self.tree.lower[self.tree.left[head]] == "the"
        if definite and name is not None and name in self.mentions.heads:
            return self._mention(name)
        return Named(None, self._phrase(head))

    def _main_subject(self, first: int, end: int) -> int | None:
        """The head of the subject of the main clause of a sentence; of several, the last.

        What "is" follows is its subject too: "Among them was Ana Ruiz".
        """
        found = None
        for i in range(first, end):
            verb = self.tree.head[i]
            if self.quoted[i] >= 0 or not self._is_main(verb):
                continue
            inverted = self.tree.dep[i] == "attr" and i > verb and self.tree.subject(verb) is None
            if self.tree.dep[i] in _SUBJECTS or inverted:
                found = i
        return found

    def _is_main(self, verb: int) -> bool:
        """Whether a verb is that of a main clause; parses hang some on a verb of theirs without a subject."""
        if self.tree.dep[verb] == "ccomp":
            above = self.tree.head[verb]
            return self.tree.dep[above] == "ROOT" and self.tree.subject(above) is None
        return self.tree.dep[verb] in _CLAUSES

    def _rank(self, head: int, main: int | None) -> int:
        """1 for the subject of the main clause, 2 of another, 3 for others mentioned, 4 for who only owns."""
        if head == main:
            return _SUBJECT
        owns = self.tree.dep[head] == "poss"
        if self.tree.dep[self.tree.head[head] if owns else head] in _SUBJECTS:
            return 2
        return 4 if owns else 3

    def _mention(self, head: int) -> Named:
        """Whom a mention names; an office held by nobody of the cast is told as it stands."""
        mention = self.mentions.heads[head]
        holder = None if mention.form == "name" else self.mentions.unknown_holder(head)
        if holder is not None:
            return Named(None, self._phrase(min(head, holder, key=lambda i: self.tree.left[i])))
        return Named(mention.actor, (mention.start, mention.end))

    def _unknown_person(self, head: int) -> tuple[int, int] | None:
        """The characters of a name of nobody in the cast: it begins with a given name, or is a subject."""
        tree = self.tree
        is_unknown = self.mentions.is_unknown
        if not is_unknown(head) or (head + 1 < len(tree) and is_unknown(head + 1)):
            return None
        left = head
        while left and is_unknown(left - 1):
            left -= 1
        given = (tree.text[tree.start[i] : tree.end[i]] for i in range(left, head))
        acts = left < head and tree.dep[head] in _SUBJECTS
        if acts or any(word in self.genders.words.names for word in given):
            return tree.start[left], tree.end[head]
        return None

    def _phrase(self, head: int) -> tuple[int, int]:
        return self.tree.start[self.tree.left[head]], self.tree.end[self.tree.right[head] - 1]
