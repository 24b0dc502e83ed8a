"""The parties to relations: whom actors act for, and where those stand who are named beside an act."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from accord.ledger.rules import LevelWords, Rules, Telling
from accord.records import DossierActor, DossierEvent, DossierStatement, Evidence, Relation, Verdict

_PARTIES = frozenset({"state", "organisation", "group"})


class Parties(Struct, frozen=True):
    """The actors of a dossier by identifier."""

    actors: Mapping[str, DossierActor]

    @classmethod
    def of(cls, actors: Sequence[DossierActor]) -> Parties:
        """Index `actors`."""
        return cls({actor.id: actor for actor in actors})

    def party(self, actor: str) -> str | None:
        """Identifier of the state, organisation or group that `actor` acts for; None if not known."""
        seen: set[str] = set()
        while actor not in seen:
            seen.add(actor)
            known = self.actors.get(actor)
            if known is None or known.kind in _PARTIES:
                return actor
            if known.part_of is None:
                return known.code if known.code in self.actors else None
            actor = known.part_of
        return None

    def kin(self, party: str) -> frozenset[str]:
        """`party` and all it is part of: who recognises a government deals with the country it rules."""
        found: set[str] = set()
        following: str | None = party
        while following is not None and following not in found:
            found.add(following)
            known = self.actors.get(following)
            if known is not None and known.code is not None and known.code in self.actors:
                found.add(known.code)
            following = known.part_of if known is not None else None
        return frozenset(found)


def positions(
    events: Sequence[DossierEvent],
    actors: Sequence[DossierActor],
    statements: Sequence[DossierStatement],
    parties: Parties,
    rules: Rules,
) -> Iterator[Relation]:
    """The positions of those of whom reports say that "none" recognises, and the terms that others use.

    "Sylvania and Borduria have received its envoys, none has recognised it" is told of the two by name.
    """
    for event in events:
        if event.act in rules.recognising and event.status == "not happened":
            yield from _of_none(event, actors, parties, rules)
    for statement in statements:
        yield from _called(statement, actors, parties, rules)


def accrediting(found: Sequence[Relation], rules: Rules) -> Iterator[Relation]:
    """Who receives the envoys of a government that it does not recognise, with the evidence for both."""
    withheld = {(r.from_, r.to): r for r in found if r.aspect == "recognition" and r.level == rules.withheld}
    for received in found:
        without = withheld.get((received.to, received.from_))
        if received.aspect == "head of mission" and received.level != "recalled" and without is not None:
            evidence = tuple(dict.fromkeys((*received.evidence, *without.evidence)))
            yield _position(
                received.to, received.from_, rules.of_envoys, evidence, received.event, received.verdict
            )


def _of_none(
    event: DossierEvent, actors: Sequence[DossierActor], parties: Parties, rules: Rules
) -> Iterator[Relation]:
    recipients = {party for party in map(parties.party, event.recipients) if party is not None}
    for mention in event.mentions:
        none = rules.none.search(mention.evidence.text)
        if none is None or event.actors:
            continue
        before = mention.evidence.text[: none.start()]
        named = [
            party for party in _named(before, actors, parties) if not _are_kin(party, recipients, parties)
        ]
        for one in named:
            for other in sorted(recipients):
                yield Relation(
                    one,
                    other,
                    "recognition",
                    rules.withheld,
                    None,
                    None,
                    event.verdict,
                    (mention.evidence,),
                    event.id,
                )
                for level in _levels(before, rules):
                    yield _position(one, other, level, (mention.evidence,), event.id, event.verdict)


def _called(
    statement: DossierStatement, actors: Sequence[DossierActor], parties: Parties, rules: Rules
) -> Iterator[Relation]:
    """What a speaker calls a government."""
    one = parties.party(statement.speaker) if statement.speaker is not None else None
    if one is None:
        return
    for wording in statement.wordings:
        for content in wording.content:
            for level in _levels(content.text, rules, "by speakers"):
                for other in _named(content.text, actors, parties):
                    if other != one:
                        yield _position(one, other, level, (wording.sentence,), None, statement.verdict)


def _levels(text: str, rules: Rules, told: Telling = "beside") -> Iterator[str]:
    listed: tuple[LevelWords, ...] = rules.levels.get("position", ())
    for words in listed:
        if words.told == told and any(
            re.search(rf"\b{re.escape(word)}\b", text, re.IGNORECASE) for word in words.words
        ):
            yield words.level


def _named(text: str, actors: Sequence[DossierActor], parties: Parties) -> list[str]:
    """The parties that `text` names, the longest name at each place, in the order of their identifiers."""
    spans: list[tuple[int, int, str]] = []
    for actor in actors:
        party = parties.party(actor.id)
        if party != actor.id:
            continue
        for name in actor.names:
            if not name[:1].isupper():
                continue  # "the group", "the regime": whose it is, the name alone does not tell
            spans += [
                (m.start(), m.end(), actor.id) for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
            ]
    longest = [
        (start, end, actor)
        for start, end, actor in spans
        if not any(a <= start and end <= b and b - a > end - start for a, b, _ in spans)
    ]
    return sorted({actor for _, _, actor in longest})


def _are_kin(party: str, recipients: set[str], parties: Parties) -> bool:
    return any(party in parties.kin(other) or other in parties.kin(party) for other in recipients)


def _position(
    one: str, other: str, level: str, evidence: tuple[Evidence, ...], event: str | None, verdict: Verdict
) -> Relation:
    return Relation(one, other, "position", level, None, None, verdict, evidence, event)
