"""Records of a dossier made from happenings and utterances."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from accord.reconciliation.actors.merge import StoryCast
from accord.reconciliation.dossier.timeline import When
from accord.reconciliation.events.event_mention import Told
from accord.reconciliation.events.join import Happening
from accord.reconciliation.sources import Sources
from accord.reconciliation.statements.join import Uttered, speaker_of, wording
from accord.reconciliation.wording.event_wordings import Wordings, main_parties
from accord.records import DossierEvent, DossierStatement, Mention, Origin, Reading, ReportView
from accord.verdict import agreed

Status = Literal["happened", "not happened", "foreseen", "ruled out", "said"]


class Recorder(Struct, frozen=True):
    """Makes the records of one story."""

    sources: Sources
    cast: StoryCast
    wordings: Wordings
    origins: Sequence[Origin]

    def event(
        self, happening: Happening, id_: str, when_: When, contested: bool, in_disputed_order: bool
    ) -> DossierEvent:
        """The record of a happening; `contested` where reports deny each other that it was done.

        A day reckoned from a happening whose order to this one is disputed does not go into its text.
        """
        first = happening.mentions[0].event
        undated = bool(when_.alternatives) or (in_disputed_order and when_.reckoned)
        places = sorted(
            {(t.venue.text, t.venue.code or "") for t in happening.mentions if t.venue},
            key=lambda place: (place[0], not place[1], place[1]),
        )
        sentences = [self.sources.sentence(t.report, t.event.sentence) for t in happening.witnesses]
        return DossierEvent(
            id=id_,
            text=self.wordings.sentence(happening, None if undated else when_.edtf),
            type=first.type,
            act=_act(happening),
            actors=tuple(party.id for party in main_parties(happening, "actors")),
            recipients=tuple(party.id for party in main_parties(happening, "recipients")),
            edtf=when_.edtf,
            earliest=when_.earliest,
            latest=when_.latest,
            place=places[0][0] if places else None,
            place_code=(places[0][1] or None) if places else None,
            status=_status(happening),
            verdict="contested" if contested else agreed(sentences, self.origins),
            reports=happening.reports,
            mentions=tuple(_mention(told, self.sources) for told in happening.mentions),
        )

    def statement(self, group: Sequence[Uttered], id_: str, contested: bool) -> DossierStatement:
        """The record of an utterance; `contested` where reports quote it in words that exclude each other.

        Its speaker's name is the report's words where nobody is resolved.
        """
        speaker = speaker_of(group, self.cast)
        wordings = tuple(wording(one, self.sources) for one in group)
        names = [one.name for one in group if one.name]
        return DossierStatement(
            id=id_,
            speaker=speaker,
            speaker_name=self.cast.name(speaker) if speaker else next(iter(names), ""),
            verdict="contested" if contested else agreed([w.sentence for w in wordings], self.origins),
            wordings=wordings,
        )


def _act(happening: Happening) -> str | None:
    """The act most mentions have; of acts as frequent, the one that is not told from the other side."""
    acts = [told.event.act for told in happening.mentions if told.event.act]
    mirrored = happening.kind.mirrored if happening.kind else ()
    plain = [act for act in acts if act not in mirrored]
    return max(sorted(plain or acts), key=(plain or acts).count, default=None)


def _status(happening: Happening) -> Status:
    if happening.standing == "not done":
        return "not happened"
    if happening.standing == "foreseen" or happening.standing == "ruled out":
        return happening.standing
    told = happening.witnesses
    return (
        "said" if all(t.event.reported_by or t.event.factuality == "reported" for t in told) else "happened"
    )


def _mention(told: Told, sources: Sources) -> Mention:
    event = told.event
    return Mention(
        report=told.report,
        event=event.id,
        evidence=sources.sentence(told.report, event.sentence),
        trigger=sources.evidence(told.report, event.start, event.end),
        factuality=event.factuality,
        polarity=event.polarity,
        reported_by=event.reported_by,
    )


def report_view(reading: Reading) -> ReportView:
    """A report as the dossier shows it."""
    return ReportView(
        id=reading.id,
        source=reading.source,
        title=reading.title,
        published=reading.published,
        text=reading.text,
        url=reading.url,
        places=reading.places,
        provenance=reading.provenance,
        written=reading.written,
        regions=reading.regions,
    )
