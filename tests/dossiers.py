"""A made dossier for tests: five invented reports of an invented reconciliation, some of them hostile.

Every quotation is looked up in the reports, so that offsets are always those of the texts below.
"""

# ruff: noqa: E501  (long lines keep each made sentence in one piece)

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.records import (
    Claim,
    ClaimValue,
    Conflict,
    Dossier,
    DossierActor,
    DossierEvent,
    DossierLabel,
    DossierOutlook,
    DossierStatement,
    Evidence,
    Fact,
    FactValue,
    Mention,
    Nature,
    Origin,
    Problem,
    Provenance,
    Region,
    RegionKind,
    Relation,
    ReportView,
    Side,
    StatementKind,
    TimelineEntry,
    Verdict,
    Wording,
)

HOSTILE_ID = '../../etc/passwd"><img src=x onerror=alert(1)>'
HOSTILE_TEXT = "<script>alert('pwned')</script> {{ 7*7 }} {% raw %} --> <!-- ]]> </style> & &lt;b&gt; | [x](javascript:1)"
RTL_TEXT = "وقال وزير الخارجية إن العلاقات عادت"

_TEXTS: tuple[tuple[str, str | None, str | None, str | None, tuple[tuple[RegionKind, str], ...]], ...] = (
    (
        "r-one",
        "The Harbour Gazette",
        "Norvia reopens embassy in Talmark",
        "2031-05-12",
        (
            ("title", "Norvia reopens embassy in Talmark"),
            ("date line", "PORT ELIN, May 12 (The Harbour Gazette) —"),
            (
                "body",
                "Norvia has reopened its embassy in Talmark, the first European state to do so since the 2027 "
                "border war. Foreign Minister Ilse Brandt handed the keys to Ambassador Teo Varga on May 9. "
                'Brandt called the step "a sober, necessary beginning" and thanked Ostland for its mediation.',
            ),
            (
                "body",
                "About 40 diplomats will return by the end of the year. Talmark lifted its ban on Norvian "
                "airlines in March 2031, two months before the ceremony.",
            ),
            (
                "body",
                "Relations were severed in June 2027 after shelling at the Karst crossing killed 12 soldiers. "
                "The Talmari authorities have long asked for recognition of the new border.",
            ),
            ("furniture", "Read next: Ten recipes for rye bread"),
        ),
    ),
    (
        "r-two",
        None,
        "🇳🇴🤝 A new chapter?",
        None,
        (
            ("heading", "🕊️ A new chapter?"),
            (
                "body",
                "Norvia has reopened its embassy in Talmark on May 11, the first major power to do so since the "
                'war. Ms Brandt described the decision as "a necessary beginning" after talks with the Talmari '
                "government. Her deputy accepted the credentials of Ambassador Lena Ruiz-Okonkwo-Featherstonehaugh "
                "of Talmark on the same day.",
            ),
            (
                "body",
                "Talmark lifted its ban on Norvian airlines in March 2030. Analysts say trade talks may follow "
                "in the autumn.",
            ),
            ("tags", "#Norvia #Talmark #Diplomacy"),
        ),
    ),
    (
        HOSTILE_ID,
        "Evil <b>Daily</b>",
        'Title with "quotes" & <tags>',
        "2031-05-13",
        (
            ("title", 'Title with "quotes" & <tags>'),
            ("body", f"{HOSTILE_TEXT} and then Norvia opened its embassy again. {RTL_TEXT}. 🛂"),
            (
                "body",
                "Some 70 diplomats will return by the end of the year, *says* the _regime_ in Talmark. "
                "Shelling at the Karst crossing killed at least 12 soldiers in 2027.",
            ),
        ),
    ),
    (
        "r-four",
        "Wire Service of the Associated Coastal and Inland Provinces and Dependencies",
        None,
        "2031-05",
        (
            (
                "body",
                "Relations were severed in June 2027 after shelling at the Karst crossing killed 12 soldiers. "
                "The Talmari authorities accepted a loan of $2 billion from the Coastal Bank. Norvia reopened its "
                "embassy after Talmark freed the two pilots. Ambassador Ruiz-Okonkwo-Featherstonehaugh had "
                "presented her credentials two days earlier.",
            ),
            ("list", "1. Trade talks could begin in the autumn.\n2. A consulate might open in Karst."),
            (
                "disclaimer",
                "Legal notice: provided as is, without warranty of any kind.\nContact the author.",
            ),
        ),
    ),
    (
        "r-five",
        "Talmark Today",
        "Embassy back, says Brandt",
        "2031-05-12",
        (
            ("title", "Embassy back, says Brandt"),
            ("summary", "• Embassy reopens\n• Pilots freed"),
            (
                "body",
                "Norvia did not recognise the new border when it reopened its embassy, a spokesman for the Talmari "
                'group said. "We were promised recognition," he told reporters. The two pilots were freed only '
                "after the embassy had opened.",
            ),
            ("body", "Ostland, which mediated, welcomed the return of the ambassador."),
        ),
    ),
)


def _report(
    name: str,
    source: str | None,
    title: str | None,
    published: str | None,
    parts: Sequence[tuple[RegionKind, str]],
) -> ReportView:
    text, regions = "", []
    for kind, part in parts:
        text += "\n\n" if text else ""
        regions.append(Region(len(text), len(text) + len(part), kind))
        text += part
    return ReportView(
        id=name,
        source=source,
        title=title,
        published=published,
        text=text,
        places=(f"reports/{name}.txt",),
        provenance=Provenance(source="date line" if source else None),
        regions=tuple(regions),
    )


_REPORTS = tuple(_report(*entry) for entry in _TEXTS)
_ONE, _TWO, _EVIL, _FOUR, _FIVE = (report.id for report in _REPORTS)
_BY_ID = {report.id: report for report in _REPORTS}


def quote(report: str, text: str) -> Evidence:
    """The first place in `report` where `text` stands."""
    start = _BY_ID[report].text.index(text)
    return Evidence(report, start, start + len(text), text)


def _value(value: str, *evidence: Evidence) -> ClaimValue:
    reports = tuple(sorted({one.report for one in evidence}))
    return ClaimValue(value, evidence, reports, len(reports))


def _mention(report: str, event: str, sentence: str, trigger: str) -> Mention:
    whole = quote(report, sentence)
    start = whole.start + sentence.index(trigger)
    return Mention(
        report, event, whole, Evidence(report, start, start + len(trigger), trigger), "asserted", "positive"
    )


def _event(
    name: str,
    text: str,
    verdict: Verdict,
    mentions: Sequence[Mention],
    *,
    edtf: str | None = None,
    days: tuple[str | None, str | None] = (None, None),
    act: str | None = None,
    actors: tuple[str, ...] = (),
    recipients: tuple[str, ...] = (),
) -> DossierEvent:
    return DossierEvent(
        id=name,
        text=text,
        type="COOPERATE",
        act=act,
        actors=actors,
        recipients=recipients,
        edtf=edtf,
        earliest=days[0],
        latest=days[1],
        place=None,
        status="happened",
        verdict=verdict,
        reports=tuple(sorted({mention.report for mention in mentions})),
        mentions=tuple(mentions),
    )


def _conflict(
    name: str, kind: str, nature: Nature, explanation: str, event: str | None, *sides: Side
) -> Conflict:
    return Conflict(name, kind, nature, None, sides, explanation, event)


def _wording(
    report: str,
    kind: StatementKind,
    content: str,
    source: str,
    cue: str,
    sentence: str,
    occasion: str | None = None,
) -> Wording:
    return Wording(
        report,
        kind,
        (quote(report, content),),
        (quote(report, source),),
        (quote(report, cue),),
        quote(report, sentence),
        quote(report, occasion) if occasion else None,
    )


def _actors() -> tuple[DossierActor, ...]:
    return (
        DossierActor("NOR", "Norvia", "state", "NRV", "GOV", None, ("Norvia",), ((_ONE, "NOR"),)),
        DossierActor("TAL", "Talmark", "state", "TLM", "GOV", None, ("Talmark",), ((_ONE, "TAL"),)),
        DossierActor("OST", "Ostland", "state", "OST", "GOV", None, ("Ostland",), ((_ONE, "OST"),)),
        DossierActor(
            "brandt", "Ilse Brandt", "person", "NRV", "GOV", "NOR", ("Brandt", "Ms Brandt"), ((_ONE, "b"),)
        ),
    )


_OPEN_ONE = (
    "Norvia has reopened its embassy in Talmark, the first European state to do so since the 2027 border war."
)
_OPEN_TWO = (
    "Norvia has reopened its embassy in Talmark on May 11, the first major power to do so since the war."
)
_SEVERED = "Relations were severed in June 2027 after shelling at the Karst crossing killed 12 soldiers."
_CREDENTIALS = "Her deputy accepted the credentials of Ambassador Lena Ruiz-Okonkwo-Featherstonehaugh of Talmark on the same day."
_PRESENTED = "Ambassador Ruiz-Okonkwo-Featherstonehaugh had presented her credentials two days earlier."
_BAN_ONE = "Talmark lifted its ban on Norvian airlines in March 2031, two months before the ceremony."
_BAN_TWO = "Talmark lifted its ban on Norvian airlines in March 2030."
_PILOTS_FOUR = "Norvia reopened its embassy after Talmark freed the two pilots."
_PILOTS_FIVE = "The two pilots were freed only after the embassy had opened."


def _events() -> tuple[DossierEvent, ...]:
    return (
        _event(
            "e1", "Shelling at the Karst crossing killed 12 soldiers.", "corroborated",
            [_mention(_ONE, "1", _SEVERED, "killed"), _mention(_FOUR, "1", _SEVERED, "killed"),
             _mention(_EVIL, "1", "Shelling at the Karst crossing killed at least 12 soldiers in 2027.", "killed")],
            edtf="2027", days=("2027-01-01", "2027-12-31"),
        ),
        _event(
            "e2", "Norvia and Talmark severed relations.", "echoed",
            [_mention(_ONE, "2", _SEVERED, "severed"), _mention(_FOUR, "2", _SEVERED, "severed")],
            edtf="2027-06", days=("2027-06-01", "2027-06-30"), act="relations severed",
            actors=("NOR",), recipients=("TAL",),
        ),
        _event(
            "e3", "Talmark lifted its ban on Norvian airlines.", "contested",
            [_mention(_ONE, "3", _BAN_ONE, "lifted"), _mention(_TWO, "3", _BAN_TWO, "lifted")],
            actors=("TAL",), recipients=("NOR",),
        ),
        _event(
            "e4", "Talmark freed two Norvian pilots.", "contested",
            [_mention(_FOUR, "4", _PILOTS_FOUR, "freed"), _mention(_FIVE, "4", _PILOTS_FIVE, "freed")],
            actors=("TAL",), recipients=("NOR",),
        ),
        _event(
            "e5", "The ambassador of Talmark presented her credentials.", "contested",
            [_mention(_TWO, "5", _CREDENTIALS, "accepted"), _mention(_FOUR, "5", _PRESENTED, "presented")],
            act="credentials presented", actors=("TAL",), recipients=("NOR",),
        ),
        _event(
            "e6", "Norvia reopened its embassy in Talmark.", "corroborated",
            [_mention(_ONE, "6", _OPEN_ONE, "reopened"), _mention(_TWO, "6", _OPEN_TWO, "reopened"),
             _mention(_EVIL, "6", "Norvia opened its embassy again.", "opened"),
             _mention(_FOUR, "6", _PILOTS_FOUR, "reopened"),
             _mention(_FIVE, "6", "it reopened its embassy", "reopened")],
            edtf="2031-05", days=("2031-05-01", "2031-05-31"), act="mission opened",
            actors=("NOR",), recipients=("TAL",),
        ),
        _event(
            "e7", "Foreign Minister Ilse Brandt handed over the keys.", "single source",
            [_mention(_ONE, "7", "Foreign Minister Ilse Brandt handed the keys to Ambassador Teo Varga on May 9.",
                      "handed")],
            edtf="XXXX-05-09",
        ),
        _event(
            "e8", "Talmark accepted a loan from the Coastal Bank.", "single source",
            [_mention(_FOUR, "8",
                      "The Talmari authorities accepted a loan of $2 billion from the Coastal Bank.", "accepted")],
        ),
        _event(
            "e9", "Ostland welcomed the return of the ambassador.", "single source",
            [_mention(_FIVE, "9", "Ostland, which mediated, welcomed the return of the ambassador.", "welcomed")],
        ),
        _event(
            "e10", "Norvia did not recognise the new border.", "single source",
            [_mention(_FIVE, "10", "Norvia did not recognise the new border", "recognise")],
        ),
    )  # fmt: skip


def _claims() -> tuple[Claim, ...]:
    may, eleven = quote(_ONE, "on May 9"), quote(_TWO, "on May 11")
    ban_one, ban_two = quote(_ONE, "in March 2031"), quote(_TWO, "in March 2030")
    return (
        Claim(
            "c1", "happened", "Norvia reopened its embassy in Talmark.", "corroborated",
            (_value("happened", quote(_ONE, _OPEN_ONE), quote(_TWO, _OPEN_TWO),
                    quote(_EVIL, "Norvia opened its embassy again."), quote(_FOUR, _PILOTS_FOUR)),),
            "e6",
        ),
        Claim("c2", "time", "When Norvia reopened its embassy", "contested",
              (_value("XXXX-05-09", may), _value("XXXX-05-11", eleven)), "e6"),
        Claim("c3", "time", "When Talmark lifted its ban", "contested",
              (_value("2031-03", ban_one), _value("2030-03", ban_two)), "e3"),
        Claim("c4", "scope", "First to reopen an embassy", "corroborated",
              (_value("first European state", quote(_ONE, "the first European state to do so")),
               _value("first major power", quote(_TWO, "the first major power to do so"))), "e6"),
        Claim("c5", "quantity", "How many diplomats return", "contested",
              (_value("about 40 diplomats", quote(_ONE, "About 40 diplomats")),
               _value("some 70 diplomats", quote(_EVIL, "Some 70 diplomats")))),
        Claim("c6", "happened", "Relations were severed", "echoed",
              (_value("happened", quote(_ONE, _SEVERED), quote(_FOUR, _SEVERED)),), "e2"),
        Claim("c7", "background", "A loan of $2 billion was accepted.", "single source",
              (_value("told", quote(_FOUR,
                      "The Talmari authorities accepted a loan of $2 billion from the Coastal Bank.")),)),
        Claim("c8", "background", "The Talmari authorities asked for recognition of the new border.", "single source",
              (_value("told", quote(_ONE,
                      "The Talmari authorities have long asked for recognition of the new border.")),)),
    )  # fmt: skip


def _conflicts() -> tuple[Conflict, ...]:
    return (
        _conflict("x1", "time", "contradiction",
                  "March 2031 and March 2030 have no day in common; the reports date the same act a year apart.", "e3",
                  Side("2031-03", (quote(_ONE, "in March 2031"),)), Side("2030-03", (quote(_TWO, "in March 2030"),))),
        _conflict("x2", "order", "contradiction",
                  "One report has the pilots freed before the embassy reopened, the other after.", "e4",
                  Side("freed before the embassy reopened", (quote(_FOUR, _PILOTS_FOUR),)),
                  Side("freed after the embassy opened", (quote(_FIVE, _PILOTS_FIVE),))),
        _conflict("x3", "quantity", "contradiction", "About 40 and some 70 diplomats cannot both be right.", None,
                  Side("about 40 diplomats",
                       (quote(_ONE, "About 40 diplomats will return by the end of the year."),)),
                  Side("some 70 diplomats", (quote(_EVIL, "Some 70 diplomats will return by the end of the year"),))),
        _conflict("x4", "scope", "difference", "The first European state may be the first major power too.", "e6",
                  Side("first European state", (quote(_ONE, "the first European state to do so"),)),
                  Side("first major power", (quote(_TWO, "the first major power to do so"),))),
        _conflict("x5", "wording", "difference", "Both put the words in quotation marks; they are not the same.", None,
                  Side("“a sober, necessary beginning”", (quote(_ONE, '"a sober, necessary beginning"'),)),
                  Side("“a necessary beginning”", (quote(_TWO, '"a necessary beginning"'),))),
        _conflict("x6", "order", "contradiction",
                  "The same day and two days earlier exclude each other.", "e5",
                  Side("credentials on the same day", (quote(_TWO, _CREDENTIALS),)),
                  Side("credentials two days earlier", (quote(_FOUR, _PRESENTED),))),
    )  # fmt: skip


def _statements() -> tuple[DossierStatement, ...]:
    one = 'Brandt called the step "a sober, necessary beginning" and thanked Ostland for its mediation.'
    two = (
        'Ms Brandt described the decision as "a necessary beginning" after talks with the Talmari government.'
    )
    five = '"We were promised recognition," he told reporters.'
    return (
        DossierStatement(
            "st1", "brandt", "Ilse Brandt", "corroborated",
            (_wording(_ONE, "mixed", '"a sober, necessary beginning"', "Brandt", "called", one),
             _wording(_TWO, "mixed", '"a necessary beginning"', "Ms Brandt", "described", two,
                      "after talks with the Talmari government")),
        ),
        DossierStatement(
            "st2", None, "a spokesman for the Talmari group", "single source",
            (_wording(_FIVE, "direct", "We were promised recognition", "he", "told", five),),
        ),
    )  # fmt: skip


def _timeline() -> tuple[TimelineEntry, ...]:
    return (
        TimelineEntry("e1", "2027", "2027-01-01", "2027-12-31", 0, False),
        TimelineEntry("e2", "2027-06", "2027-06-01", "2027-06-30", 1, False),
        TimelineEntry(
            "e3", None, None, None, 2, True,
            (_value("2030-03", quote(_TWO, "in March 2030")), _value("2031-03", quote(_ONE, "in March 2031"))),
        ),
        TimelineEntry("e4", None, None, None, 3, True),
        TimelineEntry("e5", None, None, None, 4, True),
        TimelineEntry("e6", "2031-05", "2031-05-01", "2031-05-31", 5, False),
        TimelineEntry("e7", "XXXX-05-09", None, None, 6, False),
        TimelineEntry("e8", None, None, None, 7, False),
        TimelineEntry("e9", None, None, None, 8, False),
        TimelineEntry("e10", None, None, None, 9, False),
    )  # fmt: skip


def made_dossier() -> Dossier:
    """The whole made dossier: five reports, ten events, six conflicts."""
    return Dossier(
        id="story-1",
        title="Norvia reopens embassy in Talmark",
        reports=_REPORTS,
        actors=_actors(),
        origins=(
            Origin("o1", "passage", (_ONE, _FOUR), (quote(_ONE, _SEVERED), quote(_FOUR, _SEVERED)), "Reuters", _ONE),
            Origin(
                "o2", "quotation", (_ONE, _TWO), (quote(_ONE, "necessary beginning"), quote(_TWO, "necessary beginning"))
            ),
        ),
        events=_events(),
        claims=_claims(),
        conflicts=_conflicts(),
        statements=_statements(),
        timeline=_timeline(),
        relations=(
            Relation("NOR", "TAL", "mission", "Embassy", "2031-05", None, "corroborated", (quote(_ONE, _OPEN_ONE),), "e6"),
            Relation("NOR", "TAL", "relations", "severed", "2027-06", "2031-05", "echoed", (quote(_ONE, _SEVERED),), "e2"),
            Relation("TAL", "NOR", "sanctions", "lifted", None, None, "contested", (quote(_ONE, _BAN_ONE),), "e3",
                     "the date is contested"),
            Relation("OST", "TAL", "relations", "mediated", None, None, "single source",
                     (quote(_FIVE, "Ostland, which mediated, welcomed the return of the ambassador."),), "e9"),
        ),
        outlooks=(
            DossierOutlook("Trade talks may follow in the autumn.", "may", "in the autumn", None, (_TWO, _FOUR),
                           (quote(_TWO, "trade talks may follow in the autumn"),
                            quote(_FOUR, "Trade talks could begin in the autumn."))),
            DossierOutlook("A consulate might open in Karst.", "might", None, None, (_FOUR,),
                           (quote(_FOUR, "A consulate might open in Karst."),)),
        ),
        labels=(
            DossierLabel("TAL", _ONE, "authorities", 1, (quote(_ONE, "Talmari authorities"),)),
            DossierLabel("TAL", _TWO, "government", 1, (quote(_TWO, "Talmari government"),)),
            DossierLabel("TAL", _EVIL, "regime", 1, (quote(_EVIL, "_regime_"),)),
            DossierLabel("TAL", _FOUR, "authorities", 1, (quote(_FOUR, "Talmari authorities"),)),
            DossierLabel("TAL", _FIVE, "group", 1, (quote(_FIVE, "Talmari group"),)),
            DossierLabel("NOR", _ONE, "name", 3, (quote(_ONE, "Norvia"),)),
        ),
        facts=_facts(),
    )  # fmt: skip


def _facts() -> tuple[Fact, ...]:
    """One fact of two reports, and those of one report each."""
    loan, border = (claim.values[0].evidence for claim in _claims() if claim.kind == "background")
    severed = (quote(_ONE, _SEVERED), quote(_FOUR, _SEVERED))
    year = FactValue("time", "2027", (quote(_ONE, "2027"),))
    return (
        Fact("fact-1", _SEVERED, 1, "echoed", ("NOR",), "2027-06-03", "Karst", (year,), ("e2",), severed),
        *(
            Fact(f"fact-{rank}", told[0].text, rank, "single source", (), None, None, (), (), told)
            for rank, told in ((2, loan), (3, border))
        ),
    )


def roomy(dossier: Dossier) -> Dossier:
    """`dossier` with so much more in its reports that there is room for all that can be told of it."""
    longer = (replace(report, text=report.text + "\n" + " . " * 9000) for report in dossier.reports)
    return replace(dossier, reports=tuple(longer))


def empty_dossier() -> Dossier:
    """One report of which nothing is known and nothing was read."""
    report = ReportView(id="bare", source=None, title=None, published=None, text="Nothing to see here.")
    return Dossier("story-2", "", (report,), (), (), (), (), (), (), (), (), (), ())


def made_problems() -> tuple[Problem, ...]:
    """Two inputs that could not be read, one named by an attacker."""
    return (
        Problem("reports/broken.html", "not text: 3 NUL bytes", "save the page as UTF-8 text and try again"),
        Problem("<img src=x onerror=alert(2)>.txt", "it is empty", "remove it from the inputs"),
    )
