"""What a report calls its persons beside their names, so that "the singer" can be taken up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.genders import GenderWords
from accord.extraction.statements.mentions import Mentions

_BESIDE = frozenset({"compound", "nmod", "appos", "amod"})


class Described(Struct, frozen=True):
    """By noun in lower case, the heads of the names that it is said of, in order.

    A name of nobody in the cast counts too: `names` tells whose it is, by the word itself.
    """

    heads: Mapping[str, Sequence[int]]
    names: Mapping[int, str]

    @classmethod
    def of(cls, tree: TokenTree, mentions: Mentions, words: GenderWords) -> Described:
        """Read the nouns that stand to names: "singer Ana Ruiz", "Ana Ruiz, a singer", "is a singer"."""
        found: dict[str, list[int]] = defaultdict(list)
        names: dict[int, str] = {}
        for head in range(len(tree)):
            if mentions.is_named_person(head):
                names[head] = mentions.actor(head)
            elif tree.tag[head] == "NNP" and head not in mentions.of_token:
                names[head] = tree.lower[head]
            else:
                continue
            for noun in dict.fromkeys(_nouns(tree, head, words)):
                found[noun].append(head)
        return cls(found, names)

    def named(self, noun: str, at: int) -> int | None:
        """The name of who is last called by `noun` before token `at`, or of the only one who ever is."""
        heads = self.heads.get(noun, ())
        before = max((head for head in heads if head < at), default=None)
        if before is None and len({self.names[head] for head in heads}) == 1:
            return heads[0]
        return before

    def last_named(self, head: int, before: int) -> int:
        """The last name before token `before` of whom token `head` names."""
        of = self.names[head]
        return max((at for at, name in self.names.items() if name == of and at < before), default=head)


def _nouns(tree: TokenTree, head: int, words: GenderWords) -> Iterator[str]:
    beside = [k for k in tree.kids[head] if tree.dep[k] in _BESIDE]
    above = tree.head[head]
    if tree.dep[head] == "appos":
        beside.append(above)
    if tree.dep[head] == "nsubj":
        beside.extend(k for k in tree.kids[above] if tree.dep[k] == "attr")
    behind = _behind_comma(tree, head)
    if behind is not None:
        beside.append(behind)
    for k in dict.fromkeys(beside):
        if words.is_person(tree.lower[k]):
            yield tree.lower[k]


def _behind_comma(tree: TokenTree, head: int) -> int | None:
    """The noun that ends a phrase right behind a name and a comma, whatever the parse made of it."""
    at = head + 1
    if at + 1 >= len(tree) or tree.lower[at] != "," or tree.tag[at + 1] not in {"DT", "JJ", "NN"}:
        return None
    at += 1
    while at + 1 < len(tree) and tree.tag[at] in {"DT", "JJ", "NN"} and tree.tag[at + 1] in {"JJ", "NN"}:
        at += 1
    return at if tree.tag[at] == "NN" else None
