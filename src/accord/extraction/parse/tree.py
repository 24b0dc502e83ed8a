"""A dependency parse as flat lists, which are many times quicker to walk than spaCy's tokens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from accord.extraction.parse.clauses import ANY_SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SUBJECTS = ANY_SUBJECTS | {"expl"}


class TokenTree(Struct, frozen=True):
    """Token `i` covers the characters `start[i]:end[i]`; its subtree the tokens `left[i]:right[i]`.

    `head[i]` is `i` itself for a root.  `kids[i]` are the children in order.  `sentence[i]` is the
    token its sentence starts at.
    """

    text: str
    start: list[int]
    end: list[int]
    lower: list[str]
    tag: list[str]
    dep: list[str]
    head: list[int]
    left: list[int]
    right: list[int]
    kids: list[list[int]]
    sentence: list[int]

    def __len__(self) -> int:
        """Count the tokens."""
        return len(self.start)

    @classmethod
    def of(cls, doc: Doc) -> TokenTree:
        """Read the flat lists out of a parsed document."""
        attributes = ("IDX", "LENGTH", "LOWER", "TAG", "DEP", "HEAD", "SENT_START")
        columns = doc.to_array(list(attributes)).astype("int64").T.tolist() if len(doc) else [[]] * 7
        idx, length, lower, tag, dep, relative, opens = columns
        strings = doc.vocab.strings
        names: dict[int, str] = {}
        for column in (lower, tag, dep):
            for key in dict.fromkeys(column):
                if key not in names:
                    names[key] = strings[key % 2**64].replace("’", "'")
        head = [i + offset for i, offset in enumerate(relative)]
        left, right, kids = _edges(head)
        return cls(
            text=doc.text,
            start=idx,
            end=[a + b for a, b in zip(idx, length, strict=True)],
            lower=[names[key] for key in lower],
            tag=[names[key] for key in tag],
            dep=[names[key] for key in dep],
            head=head,
            left=left,
            right=right,
            kids=kids,
            sentence=_sentences(opens),
        )

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of `i` with one of the relations `deps`."""
        return next((k for k in self.kids[i] if self.dep[k] in deps), None)

    def subject(self, i: int) -> int | None:
        """The head of the subject of verb `i`; parses hang some on its auxiliary."""
        own = next((k for k in self.kids[i] if self.dep[k] in _SUBJECTS), None)
        if own is not None:
            return own
        below = (k for a in self.kids[i] if self.dep[a] == "auxpass" for k in self.kids[a])
        return next((k for k in below if self.dep[k] in _SUBJECTS), None)

    def is_verb(self, i: int) -> bool:
        """Whether `i` is tagged as a verb form."""
        return self.tag[i].startswith("VB")

    def is_infinitive(self, i: int) -> bool:
        """Whether `i` is an infinitive with "to"."""
        return any(self.tag[k] == "TO" for k in self.kids[i])

    def ancestors(self, i: int) -> list[int]:
        """The heads above `i`, nearest first."""
        above: list[int] = []
        while self.head[i] != i:
            i = self.head[i]
            above.append(i)
        return above


def _edges(head: list[int]) -> tuple[list[int], list[int], list[list[int]]]:
    """Subtree edges and children.  In one pass each way, as subtrees of a projective parse nest."""
    size = len(head)
    left = list(range(size))
    right = list(range(1, size + 1))
    kids: list[list[int]] = [[] for _ in range(size)]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
            if left[i] < left[h]:
                left[h] = left[i]
    for i in range(size - 1, -1, -1):
        h = head[i]
        if right[i] > right[h]:
            right[h] = right[i]
    return left, right, kids


def _sentences(opens: list[int]) -> list[int]:
    first = 0
    found: list[int] = []
    for i, mark in enumerate(opens):
        if mark == 1:
            first = i
        found.append(first)
    return found
