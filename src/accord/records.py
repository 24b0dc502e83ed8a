"""Every record of the flow: Report, Reading, Story, Dossier and what they are made of.

All records are immutable.  Offsets are half-open code-point offsets into `Report.text`;
wherever a record has `start`, `end` and `text`, `text == report.text[start:end]`.
Days are ISO 8601 strings (`YYYY-MM-DD`); open or partial dates are EDTF (ISO 8601-2) strings.
Immutable records cannot form cycles, so the garbage collector need not track them (`gc=False`).
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

RegionKind = Literal[
    "title", "date line", "summary", "heading", "body", "list", "tags", "furniture", "disclaimer"
]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
Polarity = Literal["positive", "negative"]
Factuality = Literal[
    "asserted", "reported", "planned", "possible", "conditional", "denied", "ordered", "asked"
]
StatementKind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["state", "organisation", "institution", "group", "person", "people"]
MentionForm = Literal["name", "metonym", "title", "description", "pronoun"]
Verdict = Literal["corroborated", "echoed", "single source", "contested", "inconsistent"]
Nature = Literal["contradiction", "difference"]
Comparison = Literal["agrees", "refines", "differs in scope", "contradicts", "cannot tell"]

READ_KINDS: frozenset[str] = frozenset({"title", "summary", "heading", "body", "list"})
"""Region kinds that are read; nothing is extracted from the others."""

WITNESS_KINDS: frozenset[str] = frozenset({"body", "list"})
"""Region kinds that tell; titles, headings and summaries repeat what the body tells."""


# --- Report -----------------------------------------------------------------------------------


class Provenance(Struct, frozen=True, gc=False, omit_defaults=True):
    """Where a report's source, title, date and address came from.

    Each is one of "field" (of a JSONL record), "metadata" (of an HTML page or front matter),
    "date line", "heading" (of the text), "file name", or None where the value is unknown.
    """

    source: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None


class Report(Struct, frozen=True, gc=False):
    """One published text, verbatim.  `sha256` is of the UTF-8 bytes of `text`.

    `places` are the inputs the text was found in, as they were named; `other_ids` the further ids
    that records of the same text gave it.  `raw` holds the bytes before conversion where conversion
    lost something (HTML); None elsewhere.
    """

    id: str
    text: str
    sha256: str
    source: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None
    places: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    provenance: Provenance = Provenance()
    raw: bytes | None = None


class Problem(Struct, frozen=True, gc=False):
    """An input that could not be used: its name, what was wrong, and what to do about it."""

    input: str
    reason: str
    advice: str


# --- Reading ----------------------------------------------------------------------------------


class Region(Struct, frozen=True, gc=False):
    """A labelled stretch of a report.  Regions are disjoint, in order, and cover all but white space."""

    start: int
    end: int
    kind: RegionKind


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of a region that is read.  `terms` are its content lemmas, in order of occurrence.

    `repeats` is the index of an earlier-ranked sentence of the report that tells the same
    (a headline or summary that repeats the body, a headline printed twice), else None.
    """

    start: int
    end: int
    kind: RegionKind
    terms: tuple[str, ...] = ()
    repeats: int | None = None


class Time(Struct, frozen=True, gc=False):
    """A TIMEX3 time expression.

    `value` is the TIMEX3 value, `edtf` its EDTF form (None for durations and sets),
    `earliest` and `latest` the days it can mean (None is open).  `anchor` names what it was
    resolved against ("published", "time:3" for the fourth time of the Reading, "inferred" for the
    days between which an undated report was written, or None) and
    `how` says in a few words how it was resolved.  `until` names the time ("time:4") that ends a
    stretch that this one begins ("from 3 May to 5 May").
    """

    start: int
    end: int
    text: str
    type: TimeType
    value: str
    mod: str | None = None
    edtf: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None
    how: str = ""
    until: str | None = None


class Estimate(Struct, frozen=True, gc=False):
    """When an undated report was written, as far as its own dates tell: days, None where it is open.

    `evidence` holds the `[start, end]` pairs of the expressions that bound it.
    """

    earliest: str | None
    latest: str | None
    evidence: tuple[tuple[int, int], ...]


class Entity(Struct, frozen=True, gc=False):
    """Someone or something that acts or is acted on, as one report names it.

    `id` is the gazetteer's identifier ("RUS", "RUS/supreme-court", "taliban", "UNO"), the same
    in every report, or for persons and bodies outside it a slug of the fullest name in the
    report ("gul-hassan").  `code` is the ISO 3166 alpha-3 code of the state it belongs to or
    IGO, NGO, MNE, IMG; `sector` a PLOVER sector (GOV, MIL, JUD, LEG, REB, OPP, CVL, ...).
    `part_of` is the identifier of the whole ("RUS" for its court, the state of a person's
    office).  `names` are the forms found in the report.
    """

    id: str
    name: str
    kind: EntityKind
    code: str | None = None
    sector: str | None = None
    part_of: str | None = None
    role: str | None = None
    names: tuple[str, ...] = ()


class ActorMention(Struct, frozen=True, gc=False):
    """A mention of an entity.  `actor` is `Entity.id`; `code` and `sector` are repeated from it."""

    start: int
    end: int
    text: str
    actor: str
    code: str | None = None
    sector: str | None = None
    form: MentionForm = "name"


class Place(Struct, frozen=True, gc=False):
    """Where an event happened.  `code` is the alpha-3 code of the country, if known."""

    start: int
    end: int
    text: str
    code: str | None = None


class Qualifier(Struct, frozen=True, gc=False):
    """What a report adds to an event, with its characters.

    `kind` is "scope" (value: "first country", "first major power", "only"), "reason",
    "decision" (on whose), "manner" or "object" (what an act is about, e.g. "terrorist list").
    """

    kind: Literal["scope", "reason", "decision", "manner", "object"]
    value: str
    start: int
    end: int
    text: str


class Quantity(Struct, frozen=True, gc=False):
    """A counted or measured amount.  The number lies in [low, high]; None is open.

    `unit` is a lower-case unit or the counted noun's lemma ("USD", "percent", "soldier").
    """

    start: int
    end: int
    text: str
    low: float | None
    high: float | None
    unit: str | None = None


class Event(Struct, frozen=True, gc=False):
    """An event mention.  `start`, `end`, `text` are its trigger words.

    `type`, `mode`, `contexts` follow PLOVER, `cameo` is a CAMEO code where one maps, `act` the
    finer diplomatic act (see vocabulary/acts.json) or None.  `reported_by` is the identifier of
    the speaker when the event stands inside a statement.  `within` is the id of the event this
    one is asked, ordered, planned or told in ("urged to open talks").  `sentence` indexes
    `Reading.sentences`.  `recalled` says that `time` is that of an earlier mention which this one
    takes up ("the visit"), so that it stands in another sentence.
    """

    id: str
    start: int
    end: int
    text: str
    type: str
    mode: str | None
    act: str | None
    contexts: tuple[str, ...]
    cameo: str | None
    actors: tuple[ActorMention, ...]
    recipients: tuple[ActorMention, ...]
    time: Time | None
    place: Place | None
    polarity: Polarity
    factuality: Factuality
    reported_by: str | None
    sentence: int
    lemma: str = ""
    qualifiers: tuple[Qualifier, ...] = ()
    within: str | None = None
    recalled: bool = False


class Order(Struct, frozen=True, gc=False):
    """A clause of order between two events of a report, or an event and a time, in days.

    `earlier` and `later` are `Event.id`s, or "time:3" for the fourth time of the Reading.
    `later - earlier` lies in [low, high] days, None being open: "two days later" is (2, 2),
    "after" (0, None), "on the same day" (0, 0).  The distance to a time is that to its nearest day:
    "since May" is (0, None), which lets the event fall within May, and "after May" (1, None).
    `start`, `end`, `text` is the clause that says so.
    """

    start: int
    end: int
    text: str
    earlier: str
    later: str
    low: int | None
    high: int | None


class Statement(Struct, frozen=True, gc=False):
    """Speech or thought attributed to someone.  Spans are `[start, end]` pairs and may be discontinuous.

    `speaker` is an `Entity.id`, or None where nobody is named or the words do not resolve.
    """

    id: str
    kind: StatementKind
    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    speaker: str | None = None
    addressee: tuple[int, int] | None = None
    medium: tuple[int, int] | None = None
    occasion: tuple[int, int] | None = None


class Outlook(Struct, frozen=True, gc=False):
    """A forward-looking claim.  `hedge` is the word that hedges it, `horizon` when it may come, if told."""

    start: int
    end: int
    text: str
    hedge: str
    horizon: str | None = None
    speaker: str | None = None


class Label(Struct, frozen=True, gc=False):
    """A choice of words for an actor: `label` is its kind ("regime", "government", "group", "name")."""

    start: int
    end: int
    text: str
    actor: str
    label: str


class Reading(Struct, frozen=True, gc=False):
    """All that was read out of one report; complete without it, so that it can be cached and shipped."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    sha256: str
    text: str
    url: str | None = None
    places: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    provenance: Provenance = Provenance()
    written: Estimate | None = None
    regions: tuple[Region, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    times: tuple[Time, ...] = ()
    entities: tuple[Entity, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    orders: tuple[Order, ...] = ()
    statements: tuple[Statement, ...] = ()
    outlooks: tuple[Outlook, ...] = ()
    labels: tuple[Label, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id that the text was given, the Reading's own first."""
        return (self.id, *self.other_ids)


# --- Story and Dossier ------------------------------------------------------------------------


class Story(Struct, frozen=True, gc=False):
    """Readings that tell of the same happening, sorted by id."""

    id: str
    readings: tuple[Reading, ...]


class Evidence(Struct, frozen=True, gc=False):
    """Characters of a report, quoted: `text == reports[report].text[start:end]`."""

    report: str
    start: int
    end: int
    text: str


class ReportView(Struct, frozen=True, gc=False):
    """A report as a dossier shows it: whole text and its labelled regions."""

    id: str
    source: str | None
    title: str | None
    published: str | None
    text: str
    url: str | None = None
    places: tuple[str, ...] = ()
    provenance: Provenance = Provenance()
    written: Estimate | None = None
    regions: tuple[Region, ...] = ()


class Origin(Struct, frozen=True, gc=False):
    """A passage that several reports share.  `evidence` has one quotation a report.

    `kind` is "passage" (shared wording: the reports are one witness for it) or "quotation"
    (a speaker's words that each may have taken from the speaker).  `agency` is the news agency
    that reports of a passage credit, where they credit one only.  `first` is the id of the report
    that surely had a passage before the others: the agency's own, or the one published on the
    earliest day where each has a day of its own and no other has that day; None where that is open.
    """

    id: str
    kind: Literal["passage", "quotation"]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    agency: str | None = None
    first: str | None = None


class DossierActor(Struct, frozen=True, gc=False):
    """An actor of a story, across reports.  `ids` are (report id, `Entity.id`) pairs it was merged from."""

    id: str
    name: str
    kind: EntityKind
    code: str | None
    sector: str | None
    part_of: str | None
    names: tuple[str, ...]
    ids: tuple[tuple[str, str], ...]


class Mention(Struct, frozen=True, gc=False):
    """A report's mention of a dossier event: the Reading's event id and the sentence as evidence."""

    report: str
    event: str
    evidence: Evidence
    trigger: Evidence
    factuality: Factuality
    polarity: Polarity
    reported_by: str | None = None


class DossierEvent(Struct, frozen=True, gc=False):
    """One happening, as the story's reports tell it.

    `text` is one plain sentence; `actors` and `recipients` are `DossierActor.id`s; `edtf`,
    `earliest`, `latest` its time as far as the uncontested mentions tell; `status` says
    whether it is told as done ("happened"), not done ("not happened"), foreseen ("foreseen"), not planned or
    perhaps not to come ("ruled out")
    or claimed by a speaker only ("said"); `scope` holds values such as "first country";
    `place_code` is the alpha-3 code of the country of `place`, if known.
    """

    id: str
    text: str
    type: str
    act: str | None
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    edtf: str | None
    earliest: str | None
    latest: str | None
    place: str | None
    status: Literal["happened", "not happened", "foreseen", "ruled out", "said"]
    verdict: Verdict
    reports: tuple[str, ...]
    mentions: tuple[Mention, ...]
    place_code: str | None = None


class ClaimValue(Struct, frozen=True, gc=False):
    """One value of a claim with the quotations for it.  `reports` are sorted; `origins` counts witnesses."""

    value: str
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    origins: int


class Claim(Struct, frozen=True, gc=False):
    """What the reports say of one aspect of one event, or one background sentence (`event` None).

    `kind` is the name of its kind of value (see `reconciliation/value_kinds.py`).  The values answer
    `question` about `subject`, which `text` has together; a claim that is a sentence asks nothing, and what
    happened is its subject without the day.
    """

    id: str
    kind: str
    text: str
    verdict: Verdict
    values: tuple[ClaimValue, ...]
    event: str | None = None
    question: str = ""
    subject: str = ""


class Side(Struct, frozen=True, gc=False):
    """One side of a conflict."""

    value: str
    evidence: tuple[Evidence, ...]


class Conflict(Struct, frozen=True, gc=False):
    """Two or more sides that cannot all be true ("contradiction") or are not the same ("difference").

    `kind` is the name of a kind of value that has disagreements (see `reconciliation/value_kinds.py`).
    """

    id: str
    kind: str
    nature: Nature
    claim: str | None
    sides: tuple[Side, ...]
    explanation: str
    event: str | None = None


class Wording(Struct, frozen=True, gc=False):
    """A statement as one report gives it."""

    report: str
    kind: StatementKind
    content: tuple[Evidence, ...]
    source: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    sentence: Evidence
    occasion: Evidence | None = None
    medium: Evidence | None = None


class DossierStatement(Struct, frozen=True, gc=False):
    """One utterance in the wordings of the reports.  `speaker` is a `DossierActor.id` or None."""

    id: str
    speaker: str | None
    speaker_name: str
    verdict: Verdict
    wordings: tuple[Wording, ...]


class TimelineEntry(Struct, frozen=True, gc=False):
    """An event's place on the timeline: `alternatives` holds one date a side where it is contested."""

    event: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    rank: int
    contested: bool
    alternatives: tuple[ClaimValue, ...] = ()


class Relation(Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """A change in the relations of two actors.  `from_` acts towards `to` (`DossierActor.id`s)."""

    from_: str
    to: str
    aspect: str
    level: str
    valid_from: str | None
    valid_to: str | None
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    event: str | None = None
    note: str = ""


class DossierOutlook(Struct, frozen=True, gc=False):
    """What may come next, as reports foresee it."""

    text: str
    hedge: str
    horizon: str | None
    speaker: str | None
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class DossierLabel(Struct, frozen=True, gc=False):
    """How one report names one actor: `label` with how often, and where."""

    actor: str
    report: str
    label: str
    count: int
    evidence: tuple[Evidence, ...]


class Dossier(Struct, frozen=True, gc=False):
    """One story reconciled."""

    id: str
    title: str
    reports: tuple[ReportView, ...]
    actors: tuple[DossierActor, ...]
    origins: tuple[Origin, ...]
    events: tuple[DossierEvent, ...]
    claims: tuple[Claim, ...]
    conflicts: tuple[Conflict, ...]
    statements: tuple[DossierStatement, ...]
    timeline: tuple[TimelineEntry, ...]
    relations: tuple[Relation, ...]
    outlooks: tuple[DossierOutlook, ...]
    labels: tuple[DossierLabel, ...]


# --- Ledger -----------------------------------------------------------------------------------


class LedgerEntry(Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """A state of relations: `from_` is at `level` of `aspect` towards `to`.

    `valid_from` and `valid_to` are EDTF dates, None where not known or not over; `recorded` is the
    day from which it could be known: the latest publication day of the reports quoted, if known.
    """

    from_: str
    to: str
    aspect: str
    level: str
    valid_from: str | None
    valid_to: str | None
    recorded: str | None
    verdict: Verdict
    evidence: tuple[Evidence, ...]
    note: str = ""
