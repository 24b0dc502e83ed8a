"""The drafts of a sentence: its triggers with the sides that the sentence names, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.participants import at_home, stands
from accord.extraction.events.event_draft import EventDraft
from accord.extraction.events.modality.factuality import FactualityReader
from accord.extraction.events.triggers.detection import Trigger, TriggerFinder, ranked, restated, toward
from accord.extraction.events.triggers.plover import PloverCoder
from accord.extraction.parse.clauses import is_purpose, is_verb, lemma_of
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Span

    from accord.extraction.actors.cast import Cast
    from accord.extraction.events.arguments.reader import ArgumentReader

# Roles that tell where two sides meet or fight, and no third side.
_WHERE = frozenset({"in", "at", "near", "across", "on", "over", "along", "outside", "rest"})
_GIVERS = ("from", "by", "poss")

Sides = tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]
"""Actors and recipients."""


class SentenceDrafts(Struct, frozen=True):
    """Reads the drafts of the sentences of one report; `reader` resolves roles to mentions of its `cast`."""

    triggers: TriggerFinder
    factuality: FactualityReader
    coder: PloverCoder
    reader: ArgumentReader
    cast: Cast

    def of(self, span: Span) -> list[EventDraft]:
        """The drafts of a sentence in order; pending where they lack a side."""
        found = tuple(self.triggers.find(span))
        nouns = ranked(found)
        return [
            replace(self._with_best_sense(trigger), rank=nouns.get(trigger.token.i))
            for trigger in found
            if not restated(trigger, nouns)
        ]

    def again(self, draft: EventDraft) -> EventDraft:
        """An act told before as somebody else's, with the doer and the way it is told of the new verb."""
        token = draft.trigger.token
        actors = self.reader.fill(draft.trigger.site, ("subject", "object"))
        same = {m.code for m in actors} & {m.code for m in draft.recipients}
        recipients = draft.actors if same else draft.recipients
        factuality, polarity, governor = self.factuality.judge(token)
        nor = draft.trigger.grammar.words.nor
        if not is_verb(token) and any(c.lower_ in nor for c in token.children):
            polarity = "negative"
        return replace(
            draft,
            actors=tuple(m for m in actors if all(m.actor != other.actor for other in recipients)),
            recipients=recipients,
            factuality=factuality,
            polarity=polarity,
            governor=governor,
        )

    def _with_best_sense(self, trigger: Trigger) -> EventDraft:
        """The draft of the first sense whose sides are named; the next is tried where one wants two.

        Where none is, the first that may do with one side is pending.
        """
        draft = self._draft(trigger)
        pending = draft
        for sense in trigger.others:
            if not draft.pending or not trigger.sense.named:
                break
            trigger = replace(trigger, sense=sense)
            draft = self._draft(trigger)
            pending = draft if pending.trigger.sense.named else pending
        return pending if draft.pending else draft

    def _draft(self, trigger: Trigger) -> EventDraft:
        actors, recipients = self._sides(trigger)
        told = trigger.site.support if trigger.site.support is not None else trigger.token
        step = toward(trigger, self.coder.codings)
        if step is not None:
            trigger, told = step
        factuality, polarity, governor = self.factuality.judge(told)
        if trigger.sense.negated:
            polarity = "positive"  # The negation is what is told: "would not hear of it".
        if trigger.sense.type.protests and factuality == "planned" and is_purpose(trigger.token):
            factuality = "asserted"  # Who gathers to protest protests.
        draft = EventDraft(trigger, actors, recipients, factuality, polarity, governor)
        draft = self.coder.literal(draft, self.cast)
        return at_home(draft, self.cast) if stands(draft) else replace(draft, pending=True)

    def _sides(self, trigger: Trigger) -> Sides:
        """Who does it to whom, as the pattern says where they stand."""
        site, sense = trigger.site, trigger.sense
        if site.support is not None and lemma_of(site.support) in self.factuality.words.receiving:
            actors = self.reader.fill(site, _GIVERS)
            return actors, self.reader.fill(site, ("subject",), actors)
        actors = self.reader.fill(site, sense.actor)
        if sense.is_of_mission:
            actors = self._senders(actors)
        roles = sense.recipient
        if sense.mutual and len({m.code for m in actors if m.code}) > 1:
            roles = tuple(role for role in roles if role not in _WHERE)
        directly = sense.act is not None and sense.act.direct and is_verb(trigger.token)
        return actors, self.reader.fill(site, roles, actors, directly=directly, able=sense.is_dialogue)

    def _senders(self, actors: tuple[ActorMention, ...]) -> tuple[ActorMention, ...]:
        """Whose mission it is: an embassy of no known state does not tell."""
        by_id = self.cast.by_id
        kinds = {m.actor: entity.kind for m in actors if (entity := by_id.get(m.actor)) is not None}
        return tuple(m for m in actors if m.code is not None or kinds.get(m.actor) != "institution")
