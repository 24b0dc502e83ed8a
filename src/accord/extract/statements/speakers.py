"""Resolves the source of a statement to an entity of the cast."""

from __future__ import annotations

from bisect import bisect_left

from msgspec import Struct, field

from accord.extract.actors.cast import Cast
from accord.extract.statements.cue import Source
from accord.extract.statements.draft import Draft
from accord.extract.statements.tree import Tree
from accord.records import ActorMention

_PERSONAL = frozenset({"he", "she", "him", "her", "his", "i", "himself", "herself"})
_COLLECTIVE = frozenset({"they", "it", "them", "their", "its", "we", "themselves", "itself"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_OWNERS = frozenset({"of", "for", "from", "at", "by"})
_MEMORY = 1200


class Speakers(Struct):
    """Resolves sources in the order of the text, keeping who spoke last for pronouns.

    One instance reads one report.
    """

    tree: Tree
    cast: Cast
    voices: frozenset[str]
    _last: list[tuple[int, str]] = field(default_factory=list)

    def of(self, draft: Draft) -> str | None:
        """The identifier of the speaker of `draft`, or None where nobody is named or resolves."""
        found = self._resolve(draft.source)
        if found is None and draft.speech and not draft.source.ranges:
            found = self._spoke_last(draft.verb, None)
        if found is not None and found in self.cast.by_id:
            self._last.append((draft.verb, found))
        return found

    def _resolve(self, source: Source) -> str | None:
        tree, head = self.tree, source.head
        if head is None:
            return None
        if tree.lower[head] in _RELATIVE:
            head = self._antecedent(head)
            if head is None:
                return None
        mention = self._mention(head)
        if mention is not None and (mention.form == "name" or self.tree.lower[head] not in self.voices):
            return mention.actor
        owner = self._owner(head)
        if owner is not None:
            return owner
        if mention is not None:
            return mention.actor
        word = tree.lower[head]
        if word in _PERSONAL:
            return self._spoke_last(head, "person") or self._subject_before(head)
        if word in _COLLECTIVE:
            return self._spoke_last(head, "body")
        return None

    def _antecedent(self, relative: int) -> int | None:
        tree = self.tree
        above = next((i for i in tree.ancestors(relative) if tree.dep[i] == "relcl"), None)
        return None if above is None else tree.head[above]

    def _mention(self, head: int) -> ActorMention | None:
        start, end = self.tree.start[head], self.tree.end[head]
        starts = self.cast.mentions
        index = bisect_left(starts, end, key=lambda m: m.start) - 1
        if index >= 0 and starts[index].start <= start < starts[index].end:
            return starts[index]
        return None

    def _owner(self, head: int) -> str | None:
        """Whose voice a spokesman, a statement or a report is; and names in apposition."""
        tree = self.tree
        for k in tree.kids[head]:
            if tree.dep[k] == "appos":
                mention = self._mention(k)
                if mention is not None:
                    return mention.actor
        if tree.lower[head] not in self.voices:
            return None
        for k in tree.kids[head]:
            if tree.dep[k] in {"poss", "compound", "nmod", "amod"}:
                mention = self._mention(k)
            elif tree.dep[k] == "prep" and tree.lower[k] in _OWNERS:
                noun = tree.child(k, "pobj")
                mention = None if noun is None else self._mention(noun)
            else:
                continue
            if mention is not None:
                return mention.actor
        return None

    def _spoke_last(self, at: int, kind: str | None) -> str | None:
        for token, actor in reversed(self._last):
            if self.tree.start[at] - self.tree.start[token] > _MEMORY:
                return None
            person = self.cast.by_id[actor].kind == "person"
            if kind is None or person == (kind == "person"):
                return actor
        return None

    def _subject_before(self, at: int) -> str | None:
        """The last person named before token `at`, in this sentence or the one before."""
        tree = self.tree
        first = tree.sentence[max(0, tree.sentence[at] - 1)]
        mentions = self.cast.within(tree.start[first], tree.start[at])
        people = [m for m in mentions if self.cast.by_id[m.actor].kind == "person"]
        return people[-1].actor if people else None
