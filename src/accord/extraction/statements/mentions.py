"""The mentions of a cast by the token that heads each, for whoever walks the parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from msgspec import Struct

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.tree import TokenTree
from accord.records import ActorMention, Entity


class Mentions(Struct, frozen=True):
    """Mentions by token, pronouns left out.

    `heads` maps the head token of each mention to it, `of_token` each of its tokens to the head.
    """

    tree: TokenTree
    entities: Mapping[str, Entity]
    heads: Mapping[int, ActorMention]
    of_token: Mapping[int, int]

    @classmethod
    def of(cls, tree: TokenTree, cast: Cast) -> Mentions:
        """Index the mentions of `cast`."""
        heads: dict[int, ActorMention] = {}
        of_token: dict[int, int] = {}
        for mention in cast.mentions:
            first, last = bisect_left(tree.start, mention.start), bisect_left(tree.start, mention.end)
            if mention.form != "pronoun" and first < last:
                inside = range(first, last)
                head = next((i for i in inside if tree.head[i] not in inside), last - 1)
                heads[head] = mention
                of_token.update(dict.fromkeys(inside, head))
        return cls(tree, cast.by_id, heads, of_token)

    def covering(self, token: int) -> ActorMention | None:
        """The mention that `token` is a word of."""
        head = self.of_token.get(token)
        return None if head is None else self.heads[head]

    def actor(self, token: int) -> str:
        """The identifier of who is mentioned at head `token`."""
        return self.heads[token].actor

    def first(self, token: int) -> int:
        """The first token of the mention that `token` heads."""
        return bisect_left(self.tree.start, self.heads[token].start)

    def is_person(self, token: int) -> bool:
        """Whether `token` heads the mention of a person."""
        mention = self.heads.get(token)
        return mention is not None and self.entities[mention.actor].kind == "person"

    def is_named_person(self, token: int) -> bool:
        """Whether `token` heads the name of a person."""
        return self.is_person(token) and self.heads[token].form == "name"

    def persons(self) -> Iterator[int]:
        """The heads of the mentions of persons, in order."""
        return (token for token in sorted(self.heads) if self.is_person(token))

    def is_unknown(self, token: int) -> bool:
        """Whether `token` is a proper noun that names nobody of the cast."""
        return self.tree.tag[token] == "NNP" and token not in self.of_token

    def unknown_holder(self, head: int) -> int | None:
        """The name, of nobody in the cast, that the office at `head` stands to: "Mayor Ana Ruiz"."""
        tree, above = self.tree, self.tree.head[head]
        if tree.dep[head] in {"compound", "nmod"} and self.is_unknown(above):
            return above
        for k in tree.kids[head]:
            if k > head and tree.dep[k] in {"appos", "compound"} and self.is_unknown(k):
                return k
        last = tree.right[head] - 1
        while last > head and tree.tag[last] in {",", "HYPH", ":"}:
            last -= 1
        if last > head and self.is_unknown(last):
            first = last
            while self.is_unknown(first - 1):
                first -= 1
            if tree.lower[first - 1] == ",":
                return last
        return None
