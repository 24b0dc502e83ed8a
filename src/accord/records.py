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
ArgumentRole = Literal[
    "who", "whom", "what", "to", "of", "time", "place", "quantity", "manner", "cause", "purpose"
]
PropositionForm = Literal["verb", "noun", "copula", "light verb", "apposition"]
StatementKind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["state", "organisation", "institution", "group", "person", "people"]
MentionForm = Literal["name", "metonym", "title", "description", "pronoun"]
Verdict = Literal["corroborated", "echoed", "single source", "contested", "inconsistent"]
Nature = Literal["contradiction", "update", "difference"]
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

    >>> report.provenance
    Provenance(source='date line', title=None, published=None, url=None)
    """

    source: str | None = None
    title: str | None = None
    published: str | None = None
    url: str | None = None


class Report(Struct, frozen=True, gc=False):
    """One published text, verbatim.  `sha256` is of the UTF-8 bytes of `text`, in hexadecimal digits.

    `id` is its name in the run; `source` its outlet, `title` its headline, `published` its day (ISO 8601)
    and `url` its address, None where they are not known, and `provenance` where each came from.
    `places` are the inputs the text was found in, as they were named; `other_ids` the further ids
    that records of the same text gave it.  `raw` holds the bytes before conversion where conversion
    lost something (HTML); None elsewhere.

    >>> report.id, report.source, report.published, len(report.text)
    ('harbour-gazette', 'The Harbour Gazette', None, 1289)
    >>> report.text[192:200]
    'restored'
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
    """An input that could not be used: its name, what was wrong, and what to do about it.

    >>> accord.read("no-such-file.txt").problems
    (Problem(input='no-such-file.txt', reason='there is no such file or folder', advice='check the
     name; quote it if it has spaces'),)
    """

    input: str
    reason: str
    advice: str


# --- Reading ----------------------------------------------------------------------------------


class Region(Struct, frozen=True, gc=False):
    """A labelled stretch of a report.  Regions are disjoint, in order, and cover all but white space.

    >>> reading.regions[0]
    Region(start=0, end=5, kind='summary')
    """

    start: int
    end: int
    kind: RegionKind


class Sentence(Struct, frozen=True, gc=False):
    """A sentence of a region that is read.  `terms` are its content lemmas, in order of occurrence.

    `repeats` is the index of an earlier-ranked sentence of the report that tells the same
    (a headline or summary that repeats the body, a headline printed twice), else None.

    >>> reading.sentences[2]
    Sentence(start=8, end=59, kind='summary', terms=('united', 'states', 'cuba', 'restore',
     'diplomatic', 'relation'), repeats=7)
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
    days between which a report was written that is undated or wrongly dated, or None) and
    `how` says in a few words how it was resolved.  `until` names the time ("time:4") that ends a
    stretch that this one begins ("from 3 May to 5 May").  `clock` holds the first and the last minute that
    a time of day can mean, with its offset from UTC where the report tells that; None elsewhere.

    >>> reading.times[0]
    Time(start=225, end=238, text='July 20, 2015', type='DATE', value='2015-07-20', mod=None,
     edtf='2015-07-20', earliest='2015-07-20', latest='2015-07-20', anchor=None, how='as written',
     until=None, clock=None)
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
    clock: tuple[str, str] | None = None


class Estimate(Struct, frozen=True, gc=False):
    """When a report was written, as far as its own dates tell: days, None where it is open.

    Told of reports without a day of publication, and of those whose day of publication their own dates
    contradict.  `evidence` holds the `[start, end]` pairs of the expressions that bound it.

    >>> readings[2].written
    Estimate(earliest='1961-01-01', latest=None, evidence=((543, 555),))
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

    >>> reading.entities[0]
    Entity(id='USA', name='United States', kind='state', code='USA', sector='GOV', part_of=None,
     role=None, names=('United States', 'Washington'))
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
    """A mention of an entity.  `actor` is `Entity.id`; `code` and `sector` are repeated from it.

    >>> reading.actors[0]
    ActorMention(start=8, end=21, text='United States', actor='USA', code='USA', sector='GOV',
     form='name')
    """

    start: int
    end: int
    text: str
    actor: str
    code: str | None = None
    sector: str | None = None
    form: MentionForm = "name"


class Place(Struct, frozen=True, gc=False):
    """Where an event happened.  `code` is the alpha-3 code of the country, if known.

    >>> next(event.place for event in readings[4].events if event.place)
    Place(start=305, end=315, text='Washington', code='USA')
    """

    start: int
    end: int
    text: str
    code: str | None = None


class Qualifier(Struct, frozen=True, gc=False):
    """What a report adds to an event, with its characters.

    `kind` is "scope" (value: "first country", "first major power", "only"), "reason",
    "decision" (on whose), "manner" or "object" (what an act is about, e.g. "terrorist list").

    >>> readings[3].events[0].qualifiers
    (Qualifier(kind='scope', value='first secretary of state', start=88, end=112, text='first
     secretary of state'),)
    """

    kind: Literal["scope", "reason", "decision", "manner", "object"]
    value: str
    start: int
    end: int
    text: str


class Quantity(Struct, frozen=True, gc=False):
    """A counted or measured amount.  The number lies in [low, high]; None is open.

    `unit` is a lower-case unit or the counted noun's lemma ("USD", "percent", "soldier").

    >>> reading.quantities[0]
    Quantity(start=411, end=427, text='about 500 guests', low=450.0, high=550.0, unit='guest')
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
    takes up ("the visit"), so that it stands in another sentence.  `implied` are the `Entity.id`s of
    those among its sides that the clause of the event does not name as taking part: a pronoun stands for
    them, or they are taken from what is told before or around it.  `by_noun` says that a noun tells it
    ("the attack").

    >>> event = reading.events[1]
    >>> event.text, event.type, event.act, event.polarity, event.factuality
    ('restored', 'SUPPORT', 'resume-relations', 'positive', 'asserted')
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
    implied: tuple[str, ...] = ()
    by_noun: bool = False


class PropositionArgument(Struct, frozen=True, gc=False, omit_defaults=True):
    """Who, what, where, when or how many of a proposition, as characters of the report.

    `role` is "who" (whoever does it or is so), "whom" (the person or body it is done to), "what" (the thing
    it is done to, or what somebody is), "to" (to or against whom, where to), "of" (what a noun is about),
    "time", "place", "quantity", "manner", "cause" or "purpose".

    >>> reading.propositions[0].arguments[0]
    PropositionArgument(role='who', start=8, end=30)
    """

    role: ArgumentRole
    start: int
    end: int


class Proposition(Struct, frozen=True, gc=False, omit_defaults=True):
    """What one predicate of a sentence tells.  `start`, `end`, `text` are its words.

    `form` is "verb", "light verb" (with its noun: "held talks"), "noun" (of happening: "the collapse of"),
    "copula", or "apposition" (who somebody is, or how old).  `lemma` is that of the word that tells it.
    `polarity` and `factuality` are as of events.  `statement` is the id of the innermost statement that it
    stands in and `reported_by` that one's speaker; `within` the id of the proposition it is part of ("said
    that"), and `event` of the coded event that it tells.  `sentence` indexes `Reading.sentences`.

    >>> proposition = reading.propositions[0]
    >>> proposition.text, proposition.form, proposition.polarity, proposition.factuality, proposition.event
    ('restore', 'verb', 'positive', 'asserted', 'e0')
    """

    id: str
    start: int
    end: int
    text: str
    form: PropositionForm
    lemma: str
    sentence: int
    arguments: tuple[PropositionArgument, ...] = ()
    polarity: Polarity = "positive"
    factuality: Factuality = "asserted"
    reported_by: str | None = None
    statement: str | None = None
    within: str | None = None
    event: str | None = None


class Order(Struct, frozen=True, gc=False):
    """A clause of order between two events of a report, or an event and a time, in days.

    `earlier` and `later` are `Event.id`s, or "time:3" for the fourth time of the Reading.
    `later - earlier` lies in [low, high] days, None being open: "two days later" is (2, 2),
    "after" (0, None), "on the same day" (0, 0).  The distance to a time is that to its nearest day:
    "since May" is (0, None), which lets the event fall within May, and "after May" (1, None).
    `start`, `end`, `text` is the clause that says so.

    >>> reading.orders[0]
    Order(start=282, end=336, text='The Cuban embassy in Washington reopened the same day.',
     earlier='e1', later='e2', low=0, high=0)
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

    `speaker` is an `Entity.id`, or None where nobody is named or the words do not resolve.  `named` is where
    the report names or describes who is meant, if the source only takes that up ("she", "the singer").

    >>> reading.statements[1]
    Statement(id='s1', kind='direct', source=((725, 734),), cue=((735, 739),), content=((681,
     724),), speaker='bruno-rodriguez', addressee=None, medium=None, occasion=(740, 771), named=None)
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
    named: tuple[int, int] | None = None


class Outlook(Struct, frozen=True, gc=False):
    """A forward-looking claim.  `hedge` is the word that hedges it, `horizon` when it may come, if told.

    >>> reading.outlooks[1]
    Outlook(start=1165, end=1199, text='the Senate could block any nominee', hedge='could',
     horizon=None, speaker='analyst')
    """

    start: int
    end: int
    text: str
    hedge: str
    horizon: str | None = None
    speaker: str | None = None


class Label(Struct, frozen=True, gc=False):
    """A choice of words for an actor: `label` is its kind ("regime", "government", "group", "name").

    >>> readings[2].labels[-1]
    Label(start=817, end=823, text='regime', actor='CUB', label='regime')
    """

    start: int
    end: int
    text: str
    actor: str
    label: str


class Reading(Struct, frozen=True, gc=False):
    """All that was read out of one report; complete without it, so that it can be cached and shipped.

    >>> reading.id, len(reading.sentences), len(reading.times), len(reading.events)
    ('harbour-gazette', 19, 7, 10)
    """

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
    propositions: tuple[Proposition, ...] = ()
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
    """The `readings` that tell of the same happening, sorted by id; `id` is the story's name.

    >>> story.id, [reading.id for reading in story.readings]
    ('story-33da6c5993', ['continental-review', 'harbour-gazette', 'meridian-brief',
     'northern-ledger', 'straits-newswire', 'the-island-post'])
    """

    id: str
    readings: tuple[Reading, ...]


class Evidence(Struct, frozen=True, gc=False):
    """Characters of a report, quoted: `text == reports[report].text[start:end]`.

    >>> dossier.events[0].mentions[0].evidence
    Evidence(report='harbour-gazette', start=952, end=1024, text='President Dwight Eisenhower
     severed relations with Cuba in January 1961.')
    """

    report: str
    start: int
    end: int
    text: str


class ReportView(Struct, frozen=True, gc=False):
    """A report as a dossier shows it: whole text and its labelled regions.

    >>> dossier.reports[1].id, dossier.reports[1].text == report.text
    ('harbour-gazette', True)
    """

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

    >>> dossier.origins[1].kind, dossier.origins[1].reports
    ('passage', ('meridian-brief', 'straits-newswire'))
    """

    id: str
    kind: Literal["passage", "quotation"]
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    agency: str | None = None
    first: str | None = None


class DossierActor(Struct, frozen=True, gc=False):
    """An actor of a story, across reports.  `ids` are (report id, `Entity.id`) pairs it was merged from.

    >>> dossier.actors[2].name, dossier.actors[2].names
    ('Cuba', ('Cuba', 'Havana', 'island', 'Castro government', 'Cuban', 'Cuban authorities',
     'regime'))
    """

    id: str
    name: str
    kind: EntityKind
    code: str | None
    sector: str | None
    part_of: str | None
    names: tuple[str, ...]
    ids: tuple[tuple[str, str], ...]


class Mention(Struct, frozen=True, gc=False):
    """A report's mention of a dossier event: the Reading's event id and the sentence as evidence.

    >>> mention = dossier.events[0].mentions[0]
    >>> mention.report, mention.trigger.text, mention.factuality
    ('harbour-gazette', 'severed', 'asserted')
    """

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

    >>> event = dossier.events[0]
    >>> event.text, event.edtf, event.status, event.verdict
    ('Dwight Eisenhower severed diplomatic relations with Cuba in January 1961', '1961-01',
     'happened', 'corroborated')
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
    """One value of a claim with the quotations for it.  `reports` are sorted; `origins` counts witnesses.

    >>> value = dossier.claims[1].values[0]
    >>> value.value, value.reports, value.origins
    ('1961-01', ('harbour-gazette', 'meridian-brief'), 2)
    """

    value: str
    evidence: tuple[Evidence, ...]
    reports: tuple[str, ...]
    origins: int


class Claim(Struct, frozen=True, gc=False):
    """What the reports say of one aspect of one event, or one background sentence (`event` None).

    `kind` is the name of its kind of value (see `reconciliation/value_kinds.py`).  The values answer
    `question` about `subject`, which `text` has together; a claim that is a sentence asks nothing, and what
    happened is its subject without the day.

    >>> claim = dossier.claims[1]
    >>> claim.kind, claim.text, claim.verdict, claim.event
    ('time', 'When: the severance of diplomatic relations with Cuba', 'corroborated', 'event-1')
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
    """One side of a conflict.

    >>> [(side.value, len(side.evidence)) for side in dossier.conflicts[1].sides]
    [('2015-05-29', 4), ('2015-04', 1)]
    """

    value: str
    evidence: tuple[Evidence, ...]


class Conflict(Struct, frozen=True, gc=False):
    """Two or more sides that are not the same.

    `nature` is "contradiction" where not all of them can be true, "update" where each was right when it was
    told, and else "difference".
    `kind` is the name of a kind of value that has disagreements (see `reconciliation/value_kinds.py`);
    `fact` is the id of the fact whose sentences the sides quote, if any is.

    >>> conflict = dossier.conflicts[3]
    >>> conflict.kind, conflict.nature, [side.value for side in conflict.sides]
    ('quantity', 'contradiction', ['about 500 guests', 'more than 700 guests'])
    """

    id: str
    kind: str
    nature: Nature
    claim: str | None
    sides: tuple[Side, ...]
    explanation: str
    event: str | None = None
    fact: str | None = None


class Wording(Struct, frozen=True, gc=False):
    """A statement as one report gives it.  `named` is where it names who is meant by a source like "she".

    >>> wording = dossier.statements[1].wordings[0]
    >>> wording.report, wording.kind
    ('continental-review', 'indirect')
    >>> wording.source[0].text, wording.cue[0].text, wording.content[0].text
    ('Republican senators', 'vowed', 'to reject any ambassador')
    """

    report: str
    kind: StatementKind
    content: tuple[Evidence, ...]
    source: tuple[Evidence, ...]
    cue: tuple[Evidence, ...]
    sentence: Evidence
    occasion: Evidence | None = None
    medium: Evidence | None = None
    named: Evidence | None = None


class DossierStatement(Struct, frozen=True, gc=False):
    """One utterance in the wordings of the reports.  `speaker` is a `DossierActor.id` or None.

    >>> statement = dossier.statements[1]
    >>> statement.speaker, statement.speaker_name, statement.verdict
    ('USA/legislator', 'senators', 'single source')
    """

    id: str
    speaker: str | None
    speaker_name: str
    verdict: Verdict
    wordings: tuple[Wording, ...]


class TimelineEntry(Struct, frozen=True, gc=False):
    """An event's place on the timeline: `alternatives` holds one date a side where it is contested.

    >>> dossier.timeline[0]
    TimelineEntry(event='event-1', edtf='1961-01', earliest='1961-01-01', latest='1961-01-31',
     rank=1, contested=False, alternatives=())
    """

    event: str
    edtf: str | None
    earliest: str | None
    latest: str | None
    rank: int
    contested: bool
    alternatives: tuple[ClaimValue, ...] = ()


class Relation(Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """A change in the relations of two actors.  `from_` acts towards `to` (`DossierActor.id`s).

    >>> relation = dossier.relations[1]
    >>> relation.from_, relation.to, relation.aspect, relation.level, relation.valid_from, relation.verdict
    ('CUB', 'USA', 'mission', 'Embassy', '2015-07-20', 'corroborated')
    """

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
    """What may come next, as reports foresee it.

    >>> outlook = dossier.outlooks[0]
    >>> outlook.text, outlook.hedge, outlook.reports
    ('tourism is likely to double within three years', 'likely', ('continental-review',))
    """

    text: str
    hedge: str
    horizon: str | None
    speaker: str | None
    reports: tuple[str, ...]
    evidence: tuple[Evidence, ...]


class DossierLabel(Struct, frozen=True, gc=False):
    """How one report names one actor: `label` with how often, and where.

    >>> label = dossier.labels[0]
    >>> label.actor, label.report, label.label, label.count
    ('CUB', 'continental-review', 'name', 4)
    """

    actor: str
    report: str
    label: str
    count: int
    evidence: tuple[Evidence, ...]


class FactValue(Struct, frozen=True, gc=False):
    """A date or figure that the sentences of a fact give.

    `kind` is "time" or "quantity"; `value` an EDTF date, or the words of the amount.

    >>> value = dossier.facts[0].values[0]
    >>> value.kind, value.value, value.evidence[0].text
    ('quantity', 'two countries', 'two countries')
    """

    kind: Literal["time", "quantity"]
    value: str
    evidence: tuple[Evidence, ...]


class Fact(Struct, frozen=True, gc=False):
    """One thing that happened or is so, in the words of the reports that tell it.

    `text` is the clearest of its quotations, on one line; `rank` its place by weight, from 1; `evidence`
    one sentence or more of every report that tells it.  `who` are the `DossierActor.id`s that the
    quotation names (where several reports tell it, as far as two of them do), `when` the one day
    (`YYYY-MM-DD`) and `where` the one place that the sentences give, None where they give none or several.
    `events` are the ids of the coded events that the sentences tell.

    >>> fact = dossier.facts[0]
    >>> fact.rank, fact.verdict, len(fact.evidence)
    (1, 'contested', 10)
    """

    id: str
    text: str
    rank: int
    verdict: Verdict
    who: tuple[str, ...]
    when: str | None
    where: str | None
    values: tuple[FactValue, ...]
    events: tuple[str, ...]
    evidence: tuple[Evidence, ...]

    @property
    def reports(self) -> tuple[str, ...]:
        """Ids of the reports that tell it, sorted."""
        return tuple(sorted({item.report for item in self.evidence}))


class Dossier(Struct, frozen=True, gc=False):
    """One story reconciled; `facts` are the weightiest first.

    >>> dossier.title
    'Cuba and the United States resumed diplomatic relations'
    >>> len(dossier.events), len(dossier.claims), len(dossier.conflicts)
    (12, 59, 6)
    """

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
    facts: tuple[Fact, ...] = ()


# --- Ledger -----------------------------------------------------------------------------------


class LedgerEntry(Struct, frozen=True, gc=False, rename={"from_": "from"}):
    """A state of relations: `from_` is at `level` of `aspect` towards `to`.

    `valid_from` and `valid_to` are EDTF dates, None where not known or not over; `recorded` is the
    day from which it could be known: the latest publication day of the reports quoted, if known.

    >>> entry = ledger.entries[1]
    >>> entry.from_, entry.to, entry.aspect, entry.level, entry.valid_from, entry.recorded
    ('CUB', 'USA', 'mission', 'Embassy', '2015-07-20', None)
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
