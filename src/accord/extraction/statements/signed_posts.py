"""Posts that a report sets in full with their signature: the text, a dash, a name, an account and a day."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.cue import CueSource, StatementDraft

# ... — Ana Ruiz (@anaruiz) May 3, 2017
_SIGNATURE = re.compile(
    r"(?P<dash>—|–|--)[ \u00a0]?(?P<name>[^\n—–(@]{2,40}?)[ \u00a0]\(@\w{1,30}\),?[ \u00a0]+"
    r"(?:[A-Z][a-z]{2,8}\.?[ \u00a0]\d{1,2},|\d{1,2}[ \u00a0][A-Z][a-z]{2,8}\.?)[ \u00a0]\d{4}"
)


def signed_posts(tree: TokenTree) -> Iterator[StatementDraft]:
    """The statement of each post: its cue is the dash, its content what stands before that in its line."""
    end = 0
    for match in _SIGNATURE.finditer(tree.text):
        start = max(end, tree.text.rfind("\n", 0, match.start()) + 1)
        end = match.end()
        first, dash = bisect_left(tree.start, start), bisect_left(tree.start, match.start())
        name = bisect_left(tree.start, match.start("name"))
        behind = bisect_left(tree.start, match.end("name"))
        while first < dash and not tree.lower[first].strip():
            first += 1
        if first < dash < name < behind:
            source = CueSource(((name, behind),), behind - 1)
            yield StatementDraft(dash, source, ((dash, dash + 1),), ((first, dash),), speech=True, block=True)
