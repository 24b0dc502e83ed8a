"""Finds event mentions: triggers, their arguments, and how they are told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.extraction.events.arguments.implicit_arguments import Counterparts
from accord.extraction.events.arguments.participants import (
    at_home,
    stands,
)
from accord.extraction.events.arguments.reader import (
    ArgumentReader,
    Doers,
    PlaceReader,
)
from accord.extraction.events.discourse.anaphora import resolved
from accord.extraction.events.discourse.told_before import (
    Background,
    repeated,
)
from accord.extraction.events.merge import (
    Draft,
    merged,
)
from accord.extraction.events.modality.cues import (
    Attribution,
    Words,
)
from accord.extraction.events.modality.factuality import judge
from accord.extraction.events.modality.qualifiers import (
    DecisionReader,
    QualifierFile,
    QualifierReader,
)
from accord.extraction.events.triggers.detection import (
    Trigger,
    ranked,
    restated,
    toward,
    triggers,
)
from accord.extraction.events.triggers.event_lexicon import Lexicon
from accord.extraction.events.triggers.plover import (
    Figures,
    foreseen,
)
from accord.extraction.parse.clauses import (
    is_purpose,
    is_verb,
    lemma_of,
)
from accord.extraction.times.links.event_time_links import EventTimeLinker
from accord.records import (
    ActorMention,
    Event,
    Statement,
    Time,
)
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Span

    from accord.extraction.actors.cast import Cast
    from accord.extraction.parse.parsed import Parsed


# Roles that tell where two sides meet or fight, and no third side.
_WHERE = frozenset({"in", "at", "near", "across", "on", "over", "along", "outside", "rest"})


class EventFinder(Struct, frozen=True):
    """Finds the events of a report."""

    lexicon: Lexicon
    words: Words
    qualifiers: QualifierReader
    decisions: DecisionReader
    doers: Doers
    figures: Figures
    counterparts: Counterparts
    linker: EventTimeLinker

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventFinder:
        """Load the lexicon and the words of factuality.

        Raises:
            VocabularyError: a vocabulary file is broken.
        """
        file = QualifierFile.load(vocabulary)
        lexicon = Lexicon.load(vocabulary)
        return cls(
            lexicon,
            Words.load(vocabulary),
            QualifierReader(file),
            DecisionReader.of(file),
            Doers.load(vocabulary),
            Figures.load(vocabulary),
            Counterparts(lexicon),
            EventTimeLinker.load(vocabulary),
        )

    def find(
        self, parsed: Parsed, cast: Cast, times: tuple[Time, ...], statements: tuple[Statement, ...]
    ) -> tuple[Event, ...]:
        """Event mentions in order of their triggers; ids are "e0", "e1", ..."""
        reader = ArgumentReader(cast, self.doers)
        drafts: list[Draft] = []
        background = Background(self.counterparts, reader, cast)
        for span in parsed.spans:
            found = background.completed(self._drafts(span, reader, cast), span)
            again = [self._again(draft, reader) for draft in repeated(span, background.told, found)]
            found = sorted((*found, *(d for d in again if d.actors)), key=lambda draft: draft.trigger.token.i)
            here = merged(found)
            background.tell(here)
            last = self.decisions.attach(here, span, reader, drafts[-1] if drafts else None)
            if last is not None:
                drafts[-1] = last
            drafts.extend(here)
        drafts = resolved(drafts)
        attribution = Attribution.of(parsed, statements, cast, self.words)
        places = PlaceReader(cast, times)
        ids = {draft.trigger.token.i: f"e{index}" for index, draft in enumerate(drafts)}
        return tuple(
            self._event(f"e{index}", draft, parsed, places, times, attribution, ids)
            for index, draft in enumerate(drafts)
        )

    def _drafts(self, span: Span, reader: ArgumentReader, cast: Cast) -> list[Draft]:
        found = tuple(triggers(span, self.lexicon, self.words))
        nouns = ranked(found)
        drafts: list[Draft] = []
        for trigger in found:
            if not restated(trigger, nouns):
                draft = self._standing(trigger, reader, cast)
                drafts.append(replace(draft, rank=nouns.get(trigger.token.i)))
        return drafts

    def _standing(self, trigger: Trigger, reader: ArgumentReader, cast: Cast) -> Draft:
        """The draft of the first sense whose sides are named; the next is tried where one wants two.

        Where none is, the first that may do with one side is pending.
        """
        draft = self._draft(trigger, reader, cast)
        pending = draft
        for sense in trigger.others:
            if not draft.pending or not trigger.sense.named:
                break
            trigger = replace(trigger, sense=sense)
            draft = self._draft(trigger, reader, cast)
            pending = draft if pending.trigger.sense.named else pending
        return pending if draft.pending else draft

    def _draft(self, trigger: Trigger, reader: ArgumentReader, cast: Cast) -> Draft:
        sense = trigger.sense
        support = trigger.site.support
        receiving = support is not None and lemma_of(support) in self.words.receiving
        if receiving:
            actors = reader.fill(trigger.site, ("from", "by", "poss"))
            recipients = reader.fill(trigger.site, ("subject",), actors)
        else:
            actors = reader.fill(trigger.site, sense.actor)
            if (sense.act or "").endswith("-mission"):
                actors = self._senders(actors, cast)
            roles = sense.recipient
            if sense.mutual and len({m.code for m in actors if m.code}) > 1:
                roles = tuple(role for role in roles if role not in _WHERE)
            directly = sense.act == "recognise" and is_verb(trigger.token)
            recipients = reader.fill(
                trigger.site, roles, actors, directly=directly, able=sense.act == "talks"
            )
        step = toward(trigger)
        if step is not None:
            trigger, told = step
        else:
            told = support if support is not None else trigger.token
        factuality, polarity, governor = judge(told, self.words)
        if sense.negated:
            polarity = "positive"  # The negation is what is told: "would not hear of it".
        if sense.type == "PROTEST" and factuality == "planned" and is_purpose(trigger.token):
            factuality = "asserted"  # Who gathers to protest protests.
        draft = self.figures.literal(Draft(trigger, actors, recipients, factuality, polarity, governor), cast)
        return at_home(draft, cast) if stands(draft) else replace(draft, pending=True)

    def _again(self, draft: Draft, reader: ArgumentReader) -> Draft:
        """An act told before as somebody else's, with the doer and the way it is told of the new verb."""
        trigger = draft.trigger
        actors = reader.fill(trigger.site, ("subject", "object"))
        same = {m.code for m in actors} & {m.code for m in draft.recipients}
        recipients = draft.actors if same else draft.recipients
        factuality, polarity, governor = judge(trigger.token, self.words)
        if not is_verb(trigger.token) and any(c.lower_ in {"nor", "neither"} for c in trigger.token.children):
            polarity = "negative"
        return replace(
            draft,
            actors=tuple(m for m in actors if all(m.actor != other.actor for other in recipients)),
            recipients=recipients,
            factuality=factuality,
            polarity=polarity,
            governor=governor,
        )

    @staticmethod
    def _senders(actors: tuple[ActorMention, ...], cast: Cast) -> tuple[ActorMention, ...]:
        """Whose mission it is: an embassy of no known state does not tell."""
        kinds = {m.actor: entity.kind for m in actors if (entity := cast.by_id.get(m.actor)) is not None}
        return tuple(m for m in actors if m.code is not None or kinds.get(m.actor) != "institution")

    def _event(
        self,
        name: str,
        draft: Draft,
        parsed: Parsed,
        places: PlaceReader,
        times: tuple[Time, ...],
        attribution: Attribution,
        ids: dict[int, str],
    ) -> Event:
        token, sense = draft.trigger.token, draft.trigger.sense
        speaker, factuality = attribution.apply(token, draft.factuality, draft.actors)
        if factuality == "planned":
            draft = replace(draft, factuality=factuality)
        if draft.presupposed and factuality == "reported":
            factuality = "asserted"
        type_, cameo = foreseen(draft)
        governor = draft.governor
        start, end = _extent(draft.trigger)
        return Event(
            id=name,
            start=start,
            end=end,
            text=parsed.text[start:end],
            type=type_,
            mode=sense.mode,
            act=_act(draft, self.lexicon.governing),
            contexts=sense.contexts,
            cameo=cameo,
            actors=draft.actors,
            recipients=draft.recipients,
            time=self.linker.time_of(parsed, times, token),
            place=places.place_of(draft.trigger, draft.recipients),
            polarity=draft.polarity,
            factuality=factuality,
            reported_by=speaker,
            sentence=parsed.sentence_of(token) or 0,
            lemma=lemma_of(token),
            qualifiers=(*self.qualifiers.find(token, sense, parsed, draft.rank), *draft.decisions),
            within=ids.get(governor.i) if governor is not None and governor.i != token.i else None,
        )


def _act(draft: Draft, governing: frozenset[str]) -> str | None:
    """The act; plain "recognise" becomes of a government where the recipient's own words say so."""
    act = draft.trigger.sense.act
    if act != "recognise":
        return act
    words = {word for mention in draft.recipients for word in mention.text.lower().split()}
    return "recognise-government" if words & governing else act


def _extent(trigger: Trigger) -> tuple[int, int]:
    """The trigger's characters: the word, its particle, and a supporting verb that stands beside it."""
    tokens = [
        trigger.token,
        *(c for c in trigger.token.children if c.dep_ == "prt" and c.i == trigger.token.i + 1),
    ]
    start = min(t.idx for t in tokens)
    end = max(t.idx + len(t) for t in tokens)
    return start, end
