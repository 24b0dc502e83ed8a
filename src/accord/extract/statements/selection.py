"""Which statements are kept where one stands inside the content of another."""

from __future__ import annotations

from collections.abc import Sequence

from accord.extract.statements.draft import Draft


def select(drafts: Sequence[Draft]) -> list[Draft]:
    """Drop attitudes and intentions that are part of what someone else is reported to say.

    Reported speech inside reported speech is kept ("he said the ministry had said ..."): both
    layers attribute.  What a speaker says others want or fear is the speaker's content.
    """
    leads = {verb for draft in drafts for verb in draft.led_by}
    drafts = [draft for draft in drafts if draft.verb not in leads]
    content = sorted((a, b, d.verb) for d in drafts for a, b in d.content)
    kept: list[Draft] = []
    open_: list[tuple[int, int]] = []
    at = 0
    for draft in sorted(drafts, key=lambda d: d.verb):
        while at < len(content) and content[at][0] <= draft.verb:
            open_.append((content[at][1], content[at][2]))
            at += 1
        open_ = [(end, verb) for end, verb in open_ if end > draft.verb]
        inside = any(verb != draft.verb for _, verb in open_)
        if draft.content and (draft.speech or draft.clausal or not inside):
            kept.append(draft)
    return kept
