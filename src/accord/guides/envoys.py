"""Who a paragraph is about: the envoy appointed or received, his rank and residence, and for which side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from accord.guides.act_objects import ActObject, ObjectFinder, RankMention
from accord.guides.act_wordings import HeadRank
from accord.guides.mission_acts import BUILT, RESIDENT, MissionAct
from accord.guides.verb_clauses import ActVerb

_SEVERAL = re.compile(r"[^.;]{0,60}?\bto\s+((?:[A-Z][\w ]+,\s+)+and\s+[A-Z]\w+)")
_TO = re.compile(r"\s+(?:to|in|at)\s+(?:the\s+)?(?=[A-Z])")
_BY = re.compile(r"\s+by\s+(?:the\s+)?(?=[A-Z])")


class ParagraphFocus(Struct):
    """What a paragraph is about so far.

    The last rank given to somebody, the last mission, the date of the last act, and the last day told.

    `host` says that the envoy is the host's, `away` that he is sent to other states too, `others`
    that the paragraph lists posts other than the mission.
    """

    rank: HeadRank | None = None
    host: bool = False
    away: bool = False
    mission: ActObject | None = None
    date: str | None = None
    day: str | None = None
    others: bool = False


def attend(finder: ObjectFinder, verb: ActVerb, start: int, focus: ParagraphFocus) -> None:
    """Note in `focus` whom the verb of a sentence that begins at `start` is about."""
    received = verb.about in {"present", "accept"} and _by_sender(finder, verb)
    if verb.about == "accept" or verb.shape == "noun":
        own = next(finder.ranks(*verb.right), None)
        if own is not None:
            _take(finder, verb, focus, [own])
            focus.host = focus.host or received
            return
    whole = verb.about == "present" or verb.verb == "promote"
    near = list(finder.ranks(start if whole else verb.left[0], verb.start))
    right = next(finder.ranks(verb.end, verb.right[1]), None)
    if right is not None and (
        verb.about != "present" or re.search(r"\bas\b", finder.text[verb.end : right.start])
    ):
        given = right
    elif near:
        given = near[-1]
    else:
        if verb.about == "appoint" and focus.host:
            focus.rank, focus.host = None, False
        focus.host = focus.host or received
        return
    _take(finder, verb, focus, [given, *reversed(near)])
    focus.host = focus.host or received


def note(finder: ObjectFinder, start: int, end: int, focus: ParagraphFocus) -> None:
    """Note the mission and the rank that a sentence speaks of, for "it" or "the post" in the next."""
    own = [thing for thing in finder.missions(start, end) if thing.own and thing.level != "Mission"]
    focus.mission = own[0] if own else focus.mission
    rank = next(finder.ranks(start, end), None)
    if (
        focus.rank is None
        and rank is not None
        and finder.sides.owner(finder.text, rank.start, rank.end) == "sender"
    ):
        focus.rank = rank.rank


def _take(finder: ObjectFinder, verb: ActVerb, focus: ParagraphFocus, told: Sequence[RankMention]) -> None:
    """Take the first of `told` for the envoy's rank; the nearest that says whose it is says whose he is."""
    given = told[0]
    focus.rank = given.rank
    owners = (finder.sides.told_owner(finder.text, rank.start, rank.end) for rank in told)
    owner = next((owner for owner in owners if owner is not None), "sender")
    by = _BY.match(finder.text, verb.end) if verb.about == "appoint" else None
    by_sender = by is not None and finder.sides.sender.match(finder.text, by.end()) is not None
    focus.host = owner == "host" or by_sender
    focus.away = _to_several(finder, verb) or any(_to_third(finder, rank) for rank in told[:2])
    if given.rank.level == "Consulate" and not focus.host:
        place = finder.place(given.end)
        focus.mission = ActObject("mission", given.start, given.end, "Consulate", place)


def _by_sender(finder: ObjectFinder, verb: ActVerb) -> bool:
    """Whether credentials are presented to the sender: to its government, or in its capital."""
    right = finder.text[verb.end : verb.right[1]]
    if verb.about == "accept":
        by = _BY.match(right) if verb.passive else None
        who = finder.text[verb.left[0] : verb.start] if by is None else right[by.end() :]
        return finder.sides.sender.search(who) is not None or finder.sides.sent_by(who)
    receiver = finder.words.phrases.people.receives_host.search(right)
    if receiver is None:
        return False
    rest = right[receiver.end() :]
    if receiver["minister"] or finder.sides.sender_seats.match(rest) is not None:
        return True
    return finder.sides.sent_by(rest)


def _to_several(finder: ObjectFinder, verb: ActVerb) -> bool:
    """Whether somebody is appointed to the host and to others: "to Ruritania, Sylvania and Borduria"."""
    several = _SEVERAL.match(finder.text, verb.end, verb.end + 160)
    return (
        verb.about == "appoint"
        and several is not None
        and finder.sides.host.search(several[1]) is not None
        and finder.sides.third.search(several[1]) is not None
    )


def _to_third(finder: ObjectFinder, rank: RankMention) -> bool:
    """Whether the rank is held in a third state: "Ambassador to Ruritania", "Minister in Port Sol"."""
    to = _TO.match(finder.text, rank.end)
    former = finder.words.phrases.people.former
    if to is None or former.search(finder.text, max(0, rank.start - 30), rank.start):
        return False
    rest = re.split(r"\bto\b|[;.]\s", finder.text[to.end() : rank.end + 80], maxsplit=1)[0]
    if finder.sides.host.search(rest) is not None:
        return False
    city = re.match(r"[\w’'-]+(?:\s[A-Z][\w’'-]+)*", rest)
    return finder.sides.third.match(rest) is not None or (
        city is not None and finder.sides.is_city_abroad(city[0])
    )


def settled(acts: Sequence[MissionAct], finder: ObjectFinder) -> tuple[MissionAct, ...]:
    """The acts of one guide, its envoys residing elsewhere where the guide says so for all of them.

    "All ambassadors have been resident at Port Sol" holds for each, where no mission is ever told of.
    """
    if any(act.kind in BUILT and act.level in RESIDENT for act in acts):
        return tuple(acts)
    if not finder.lives_away(0, len(finder.text)):
        return tuple(acts)
    return tuple(replace(act, away=True) if _of_envoy(act) else act for act in acts)


def shared(acts: Sequence[MissionAct]) -> tuple[MissionAct, ...]:
    """The acts of several guides: what one says of an envoy's residence and rank on a day holds for all."""
    away = {(act.kind, act.date) for act in acts if act.kind in {"present", "close"} and act.away}
    ranks = {act.date: act.level for act in acts if act.kind == "present" and act.level is not None}
    return tuple(
        replace(
            act,
            away=act.away or (act.kind, act.date) in away,
            level=ranks.get(act.date) if act.kind == "present" and act.level is None else act.level,
        )
        for act in acts
    )


def _of_envoy(act: MissionAct) -> bool:
    return act.kind in {"present", "appoint"} and act.level != "Consulate"
