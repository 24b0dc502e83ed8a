"""Diplomatic acts: one entry says what an act is, how it is told, worded, and what it changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.event_patterns import Pattern
from accord.vocabulary.event_types import EventTypes

FILE = "en/acts/acts.json"

Aspect = Literal[
    "recognition", "relations", "mission", "head of mission", "position", "designation", "sanctions", "assets"
]
Side = Literal["actor", "recipient"]


class EventKind(Struct, frozen=True, forbid_unknown_fields=True):
    """A kind of happening, which is one act, or several that are it seen from two sides.

    What happens `once` between the same two is the same happening whatever its
    date.  `mutual` happenings have two equal sides, those `located`
    happen in one place, and the place of those `placed` stands for their recipient; those `of_whole` are
    told of states even where an envoy or official of one is named; those `decreed` need no place to be
    done in.  `base`, `past` and `noun` word it, with
    `{recipient}` where it goes.

    `mirrored`, which the loader fills in, are its acts that are told from the other side, so that
    their actors are its recipients.
    """

    name: str
    noun: str
    base: str
    past: str
    once: bool = False
    mutual: bool = False
    of_whole: bool = False
    placed: bool = False
    located: bool = False
    decreed: bool = False
    mirrored: frozenset[str] = frozenset()


class RelationChange(Struct, frozen=True, rename={"from_": "from"}, forbid_unknown_fields=True):
    """An act of `status` brings about `level` of `aspect`, `from_` one of its parties `to` the other.

    `ends` are the levels that end with it.  With `told`, the report's own word for the level is
    used where it has one; with `only_told` the rule holds only where one of those levels is told,
    with `not_told` only where none is.  `implied`: the act implies the state but does not say it.
    `continues`: the state held before the act, which does not date its beginning.
    """

    aspect: Aspect
    level: str
    from_: Side
    to: Side
    status: Literal["happened", "not happened"] = "happened"
    ends: tuple[str, ...] = ()
    told: bool = False
    only_told: tuple[str, ...] = ()
    not_told: tuple[str, ...] = ()
    implied: bool = False
    continues: bool = False


class ActTriggers(Struct, frozen=True, forbid_unknown_fields=True):
    """Patterns of an act's own, beside those that the lexicon files have for it; they need not name it."""

    verbs: tuple[Pattern, ...] = ()
    nouns: tuple[Pattern, ...] = ()
    adjectives: tuple[Pattern, ...] = ()


class Act(Struct, frozen=True, forbid_unknown_fields=True):
    """All that holds of a diplomatic act.

    Its PLOVER coding: `type`, `mode`, `cameo` and `contexts` (separated by spaces).

    What it is one with: acts of a `family` take each other up ("the recognition"); those of a `deed` are
    said again by each other's words; those of a `matter` are about one standing thing, whose sides a
    later one shares.  Empty, family is the act's own and deed the family.

    Its sides: `recognition` is given or withdrawn; `direct`: with a verb, only whom its object itself
    names is the other side; it is the act `of_rulers` instead where its recipient is worded as those who
    govern; a `mission` is somebody's, an institution of no known state does not tell whose; without
    `bilateral` its other side is not taken from what was told before; `joint`: told without a doer, two
    have done it together; `one_sided`: one can do alone what it takes two to have; `two_sided`: it
    stands only where both are named; in a `dialogue` both sides can act, and are known; `domestic`: it
    may be done to one's own people; an `answer` may be one to the last act of another.

    How it is told: an `encounter` may be told of with nobody named; what is `everyday` makes no event of
    its own where it is only promised, asked for or refused; a `strike` may be on what is no actor, and
    one of several; a `measure` is taken against another, and `relief` from one is told of as known;
    `with_object`: what it is about belongs to it.

    `kind` words it, by name where another act has the kind; `mirrored`: it is told from the other side.
    `changes` are what it does to relations, `triggers` patterns of its own.
    """

    id: str
    name: str
    type: str
    kind: EventKind | str
    mode: str | None = None
    cameo: str | None = None
    contexts: str = "diplomatic"
    family: str = ""
    deed: str = ""
    matter: str = ""
    recognition: Literal["given", "withdrawn"] | None = None
    direct: bool = False
    of_rulers: str = ""
    mission: bool = False
    bilateral: bool = True
    joint: bool = False
    one_sided: bool = False
    two_sided: bool = False
    dialogue: bool = False
    domestic: bool = False
    answer: bool = False
    encounter: bool = False
    everyday: bool = False
    strike: bool = False
    measure: bool = False
    relief: bool = False
    with_object: bool = False
    mirrored: bool = False
    changes: tuple[RelationChange, ...] = ()
    triggers: ActTriggers = ActTriggers()


class Acts(Struct, frozen=True):
    """The acts by identifier, in their order, and the kind of each."""

    by_id: Mapping[str, Act]
    kinds: Mapping[str, EventKind]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> Acts:
        """Read and check the acts.

        Raises:
            VocabularyError: an act stands twice, or names a type, an act or a kind that does not exist;
                a kind stands twice; the parties of a change are one.
        """
        types = EventTypes.load(vocabulary)
        by_id: dict[str, Act] = {}
        for entry in vocabulary.read(FILE, tuple[Act, ...]):
            types.get(entry.type, f"{FILE}, act {entry.id!r}")
            if entry.id in by_id:
                raise _fault(entry, "stands twice; keep one")
            by_id[entry.id] = replace(
                entry,
                family=entry.family or entry.id,
                deed=entry.deed or entry.family or entry.id,
            )
        for act in by_id.values():
            if act.of_rulers and act.of_rulers not in by_id:
                raise _fault(act, f"'of_rulers' names {act.of_rulers!r}, which is no act")
            if any(change.from_ == change.to for change in act.changes):
                raise _fault(act, "'from' and 'to' of a change are one party; give both")
        return cls(by_id, _kinds(by_id))


def _kinds(acts: Mapping[str, Act]) -> dict[str, EventKind]:
    """The kind of each act."""
    named: dict[str, EventKind] = {}
    mirrored: dict[str, set[str]] = defaultdict(set)
    names: dict[str, str] = {}
    for act in acts.values():
        kind = act.kind
        if isinstance(kind, EventKind):
            if kind.name in named:
                raise _fault(act, f"kind {kind.name!r} stands twice; name it in the second")
            if kind.mirrored:
                raise _fault(act, "'mirrored' is said of an act, not of its kind")
            named[kind.name] = kind
        names[act.id] = kind if isinstance(kind, str) else kind.name
        if act.mirrored:
            mirrored[names[act.id]].add(act.id)
    unknown = next((act for act in acts.values() if names[act.id] not in named), None)
    if unknown is not None:
        raise _fault(unknown, f"{names[unknown.id]!r} is no kind of another act; describe it here")
    whole = {name: replace(kind, mirrored=frozenset(mirrored[name])) for name, kind in named.items()}
    return {act: whole[name] for act, name in names.items()}


def _fault(act: Act, what: str) -> VocabularyError:
    return VocabularyError(f"vocabulary file {FILE}: act {act.id!r}: {what}")
