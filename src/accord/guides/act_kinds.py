"""Which act a verb with its objects tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from accord.guides.act_objects import ActObject, ObjectFinder
from accord.guides.envoys import ParagraphFocus
from accord.guides.mission_acts import ActKind
from accord.guides.verb_clauses import ActVerb

Told = tuple[ActKind | Literal["last"], str | None, ActObject | None]
"""A kind of act, the level it tells, and what it is done to; what lasted began, or ended, or both."""

_AS = re.compile(r"\s+as\s+")
_BY = re.compile(r"\s+by\s")
_RECEIVED_AS = re.compile(r"\bas\s")
_THEIRS = re.compile(r"\btheir\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_SOON = 80
_WITH = re.compile(r"\s+(?:with|between)\s+(?:the\s+)?([A-Z][^,.;]{1,60})")
_SUBJECT = re.compile(
    r"(?<!\w)(?:[Tt]he\s+)?((?:(?!The\s)[A-Z][\w’'.-]*\s+(?:of\s+)?(?:the\s+)?)*[A-Z][\w’'.-]*)\s*(?:\([^)]*\)\s*)?\Z"
)
_NOT_UNTIL = re.compile(r"not\s[^.;]*\buntil\b")
_FIRST = re.compile(r"\bfirst\s+(?:\S+\s+){1,5}\Z", re.IGNORECASE)
_HAD_BEEN = re.compile(r"\bhad\s+(?:\w+\s+)?been\s+\Z")
_FAR = 120
_DID = re.compile(r",\s+which\s+(?:he|she|they)\s+did\b")


def told(
    finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject], focus: ParagraphFocus
) -> Iterator[Told]:
    """The acts that `verb` tells of `things`; `focus` says whose envoy a head of mission is."""
    standing = finder.around.standing.match(finder.text, verb.end, verb.right[1]) is not None
    if verb.about == "declare":
        yield from _declared(finder, verb)
    elif verb.about in {"raise", "attain"} or standing:
        yield from _raised(finder, verb, things, focus)
    elif verb.about == "replace":
        yield from _replaced(finder, verb)
    elif verb.about == "last":
        yield from _lasted(finder, verb, things)
    elif verb.about in {"appoint", "arrive", "present", "accept"}:
        yield from _of_envoy(finder, verb, things, focus)
    else:
        yield from _done_to(finder, verb, things, focus)


def _declared(finder: ObjectFinder, verb: ActVerb) -> Iterator[Told]:
    if _war(finder, verb):
        yield "war", None, None


def _lasted(finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject]) -> Iterator[Told]:
    for thing in things:
        if thing.name == "mission" and _is_own(finder, verb, thing):
            yield "last", thing.level, thing


def _of_envoy(
    finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject], focus: ParagraphFocus
) -> Iterator[Told]:
    """The appointment, arrival or reception of an envoy, if he is the sender's."""
    if focus.host:
        return
    level = focus.rank.level if focus.rank else None
    if verb.about == "appoint" or verb.about == "arrive":
        if focus.rank is not None:
            yield verb.about, level, _post(finder, verb)
    elif not _to_another(finder, verb):
        presented = any(_credentials(finder, verb, thing) for thing in things)
        if presented or _is_audience(finder, verb):
            yield "present", level, None


def _done_to(
    finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject], focus: ParagraphFocus
) -> Iterator[Told]:
    """What the vocabulary says that the verb tells of each thing."""
    for thing in things:
        kind = _kind(finder, verb, thing)
        if kind is not None:
            yield kind, _level(finder, verb, thing, focus.rank.level if focus.rank else None), thing


def _kind(finder: ObjectFinder, verb: ActVerb, thing: ActObject) -> ActKind | None:
    kind = finder.words.tells.get(thing.name, {}).get(verb.about)
    if thing.name == "interests":
        return kind if finder.sides.other.search(finder.text, verb.left[0], verb.right[1]) else None
    if thing.name == "government":
        by = _BY.search(finder.text, verb.end, verb.right[1]) if verb.passive else None
        who = finder.text[slice(*verb.left)] if by is None else finder.text[by.end() : verb.right[1]]
        return kind if finder.sides.sender.search(who) else None
    if thing.name == "relations":
        return kind if _of_both(finder, verb, thing) else None
    if not _is_own(finder, verb, thing) or (verb.about == "sever" and verb.verb not in finder.words.ends):
        return None
    if kind == "close":
        moved = finder.around.moved.search(finder.text, verb.end, verb.end + _SOON)
        return kind if moved is None or finder.sides.is_city_abroad(moved[1] or "") else None
    return kind


def _is_own(finder: ObjectFinder, verb: ActVerb, thing: ActObject) -> bool:
    """Whether a mission is the sender's: not so if another state opens, closes or raises "its" mission."""
    if not thing.own or verb.passive or thing.start < verb.end:
        return thing.own
    sides = finder.sides
    subject = _SUBJECT.search(finder.text[verb.left[0] : verb.start])
    if subject is None or sides.told_owner(finder.text, thing.start, thing.end) == "sender":
        return True
    return sides.sender.search(subject[1]) is not None or not (
        sides.host.match(subject[1]) or sides.other.match(subject[1])
    )


def _level(finder: ObjectFinder, verb: ActVerb, thing: ActObject, of_rank: str | None) -> str | None:
    """The level of a mission: its own, what it is opened "as", or that of the envoy told of."""
    if thing.level != "Mission":
        return thing.level
    as_ = _AS.match(finder.text, verb.end, verb.right[1])
    found = finder.missions(as_.end(), verb.right[1]) if as_ is not None else []
    return found[0].level if found else of_rank or thing.level


def _raised(
    finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject], focus: ParagraphFocus
) -> Iterator[Told]:
    """What a mission was raised or lowered to, or an envoy promoted to."""
    to = _target(finder, verb)
    if to is None:
        return
    targets = finder.missions(to, verb.right[1])
    rank = next(finder.ranks(to, verb.right[1]), None)
    raised = _raised_things(finder, verb, things, to)
    posts = _names_post(finder, verb, to)
    if targets and (raised or posts):
        own = [thing for thing in raised if _is_own(finder, verb, thing)]
        if own or not raised:
            yield "raise", targets[0].level, own[-1] if own else focus.mission
    elif rank is not None and not focus.host:
        yield "raise" if (posts or raised) and verb.verb != "promote" else "promote", rank.rank.level, None


def _raised_things(
    finder: ObjectFinder, verb: ActVerb, things: Sequence[ActObject], to: int
) -> list[ActObject]:
    """The missions that are raised, which are named elsewhere than what they become from `to` on."""
    raised = [t for t in things if t.name == "mission" and not to <= t.start < verb.right[1]]
    return raised + [t for t in finder.missions(verb.left[0], verb.start) if t not in raised]


def _names_post(finder: ObjectFinder, verb: ActVerb, to: int) -> bool:
    """Whether what is raised is a post, whatever its level, before or after the verb."""
    after = (verb.end, to if verb.about == "raise" else verb.end)
    return any(finder.around.posts.search(finder.text, *span) is not None for span in (verb.left, after))


def _target(finder: ObjectFinder, verb: ActVerb) -> int | None:
    """Where what a mission becomes is told: "to", "into", or "the status of"."""
    if verb.about == "raise":
        to = finder.around.target.search(finder.text, verb.start, verb.right[1])
        return to.end() if to is not None else None
    status = finder.around.standing.match(finder.text, verb.end, verb.right[1])
    made = verb.verb == "make" and verb.passive
    return verb.end if status is not None or made else None


def _replaced(finder: ObjectFinder, verb: ActVerb) -> Iterator[Told]:
    """A mission of one level in the place of one of another."""
    old, new = finder.missions(*verb.right), finder.missions(*verb.left)
    if verb.passive:
        old, new = new, old
    if old and new and old[0].own and new[0].own and old[0].level != new[0].level:
        yield "raise", new[0].level, old[0]


def _post(finder: ObjectFinder, verb: ActVerb) -> ActObject | None:
    """The place to which somebody is appointed: "Consul at Port Sol"."""
    rank = next(finder.ranks(verb.end, verb.right[1]), None)
    place = finder.place(rank.end) if rank else None
    return ActObject("post", verb.start, verb.end, place=place) if place else None


def _credentials(finder: ObjectFinder, verb: ActVerb, thing: ActObject) -> bool:
    """Whether one envoy presents them: "their credentials" are those of a mission sent to negotiate."""
    between = finder.text[verb.end : thing.start]
    return thing.name == "credentials" and _THEIRS.search(between) is None


def _to_another(finder: ObjectFinder, verb: ActVerb) -> bool:
    """Whether credentials are presented to a third state: "to the King of Sylvania"."""
    sides, right = finder.sides, finder.text[verb.end : verb.right[1]]
    to = finder.words.phrases.people.receiver.search(right)
    return to is not None and sides.is_third(to[1]) and sides.host.search(finder.text, *verb.left) is None


def _is_audience(finder: ObjectFinder, verb: ActVerb) -> bool:
    """Whether the sender's envoy is received: "was received by the King", "the King received her as"."""
    if verb.verb != "receive":
        return False
    right = finder.text[verb.end : verb.right[1]]
    if verb.passive != (_BY.match(right) is not None) or not (verb.passive or _RECEIVED_AS.search(right)):
        return False
    ranks = finder.ranks(*(verb.left if verb.passive else verb.right))
    return any(finder.sides.told_owner(finder.text, rank.start, rank.end) == "sender" for rank in ranks)


def _of_both(finder: ObjectFinder, verb: ActVerb, thing: ActObject) -> bool:
    """Whether relations are those between the two: no third state is named as a side."""
    sides = finder.sides
    other = _WITH.match(finder.text, thing.end, thing.end + 80)
    if other is not None:
        if other[0].lstrip().startswith("between") and sides.is_third(other[1]):
            return False
        if other[0].lstrip().startswith("between") and sides.third.search(other[1]):
            return bool(sides.sender.search(other[1]) and sides.host.search(other[1]))
        return bool(sides.sender.search(other[1]) or sides.host.search(other[1]))
    if verb.passive or verb.about == "open":
        return True
    subject = _SUBJECT.search(finder.text[verb.left[0] : verb.start])
    return subject is None or not sides.is_third(subject[1])


def _war(finder: ObjectFinder, verb: ActVerb) -> bool:
    """Whether one of the two declares war on the other, if only by its parliament or its ruler."""
    passive = finder.around.war.search(finder.text[verb.left[0] : verb.start]) if verb.passive else None
    if passive is None and not finder.around.war.match(finder.text, verb.end):
        return False
    sides = finder.sides
    left, right = finder.text[verb.left[0] : verb.start], finder.text[verb.end : verb.right[1]]
    if passive is not None:
        right = left[passive.end() :]
    if sides.third.search(left) is not None and not (sides.sender.search(left) or sides.host.search(left)):
        return False
    return any(side.search(right) is not None for side in (sides.sender, sides.host))


def is_real(finder: ObjectFinder, verb: ActVerb, start: int) -> bool:
    """Whether the verb of a sentence that begins at `start` tells of something done.

    "The first Legation to open there was" tells of it, and so does "to present them, which he did".
    """
    if verb.shape == "infinitive":
        if _NOT_UNTIL.search(finder.text, verb.start, verb.end + _FAR):
            return True
        if _DID.search(finder.text, verb.end, verb.end + _FAR):
            return True
        return _FIRST.search(finder.text[start : verb.start]) is not None
    if verb.about == "appoint" and _HAD_BEEN.search(finder.text[start : verb.start]):
        return False
    return verb.real
