"""What an event takes from what its report has told before: its sides, its object, the act itself."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256

import pytest

from accord.extraction.extractor import Extractor
from accord.records import Event, Report

Told = tuple[str, str | None, list[str], list[str]]


@pytest.fixture(scope="module")
def tell() -> Callable[[str], dict[str, Event]]:
    extractor = Extractor.load()

    def events(text: str) -> dict[str, Event]:
        report = Report("r", text, sha256(text.encode()).hexdigest())
        return {event.text: event for event in extractor.extract(report).events}

    return events


def told(event: Event) -> Told:
    """Type, act, and the states on both sides."""
    return (
        event.type,
        event.act,
        [m.code or m.actor for m in event.actors],
        [m.code or m.actor for m in event.recipients],
    )


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        # What is reacted to tells whom the reaction is to.
        (
            "Latvia closed its consulate in Minsk. Kenya hailed the step.",
            "hailed",
            ("SUPPORT", None, ["KEN"], ["LVA"]),
        ),
        (
            "Sudan accused Chad of arming the rebels. N'Djamena rejected the accusation and demanded proof.",
            "rejected",
            ("REJECT", None, ["TCD"], ["SDN"]),
        ),
        # The other side of what the doer was last told of.
        (
            "Peru severed ties with Bolivia in 2009. Lima resumed them in 2014.",
            "resumed",
            ("SUPPORT", "resume-relations", ["PER"], ["BOL"]),
        ),
        (
            "Zambia expelled two Angolan diplomats. Luanda recalled its ambassador.",
            "recalled",
            ("SANCTION", "recall-ambassador", ["AGO"], ["ZMB"]),
        ),
        (
            "Oman had reviewed its ties with Chad. Muscat broke off relations in May.",
            "broke off",
            ("SANCTION", "sever-relations", ["OMN"], ["TCD"]),
        ),
        # Of a passive, the doer.
        (
            "Latvia closed its consulate in Minsk. The Latvian ambassador was summoned on Friday.",
            "summoned",
            ("ACCUSE", None, ["BLR"], ["LVA"]),
        ),
        (
            "Fiji opened an embassy in Lusaka. The mission was shut in 2012.",
            "shut",
            ("SANCTION", "close-mission", ["FJI"], ["ZMB"]),
        ),
        # Whom the verb before was about.
        (
            "Uganda's president telephoned his Rwandan counterpart and congratulated him.",
            "congratulated",
            ("SUPPORT", None, ["UGA"], ["RWA"]),
        ),
        # A pronoun for what is broken off, or for a part of it.
        (
            "Kenya imposed sanctions on Mali in 2022. It has now lifted most of them.",
            "lifted",
            ("RETREAT", "lift-sanctions", ["KEN"], ["MLI"]),
        ),
        (
            "Malawi cut ties with Eritrea in 2010. They were restored four years later.",
            "restored",
            ("SUPPORT", "resume-relations", ["MWI"], ["ERI"]),
        ),
        # The side that a line is labelled with.
        (
            "- Haiti: Kenya reopened its embassy on Friday.\n- Peru: Chile recalled its ambassador.",
            "reopened",
            ("SUPPORT", "reopen-mission", ["KEN"], ["HTI"]),
        ),
        # A mediator's two parties.
        (
            "Chad and Sudan signed a truce on Tuesday. Oman mediated for three weeks.",
            "mediated",
            ("CONSULT", None, ["OMN"], ["TCD", "SDN"]),
        ),
        # A protest by a state is one to another.
        (
            "Kenya expelled two Ugandan diplomats. Kampala protested.",
            "protested",
            ("ACCUSE", None, ["UGA"], ["KEN"]),
        ),
    ],
)
def test_a_side_that_a_clause_does_not_name_is_the_one_told_before(
    tell: Callable[[str], dict[str, Event]], text: str, trigger: str, expected: Told
) -> None:
    assert told(tell(text)[trigger]) == expected


def test_missions_of_which_the_place_is_not_told_are_not_given_one(
    tell: Callable[[str], dict[str, Event]],
) -> None:
    events = tell("Kenya and Peru signed a treaty. Kenya recently shut three missions to save costs.")
    assert told(events["shut"]) == ("SANCTION", "close-mission", ["KEN"], [])


def test_a_clause_with_an_object_of_its_own_takes_nobody_from_before(
    tell: Callable[[str], dict[str, Event]],
) -> None:
    assert "denounced" not in tell("Peru thanked Cuba for its help. Lima denounced the weather.")


@pytest.mark.parametrize(
    ("text", "trigger", "doers", "polarity"),
    [
        ("Ghana recognised Kosovo in March. Togo followed suit in April.", "followed", ["TGO"], "positive"),
        ("Ghana recognised Kosovo in March. Togo has not done so.", "done", ["TGO"], "negative"),
        ("Ghana recognised Kosovo in March, as did Togo.", "did", ["TGO"], "positive"),
        ("Ghana recognised Kosovo in March. Togo has not.", "has", ["TGO"], "negative"),
    ],
)
def test_a_verb_that_stands_for_an_act_tells_it_of_another_doer(
    tell: Callable[[str], dict[str, Event]], text: str, trigger: str, doers: list[str], polarity: str
) -> None:
    event = tell(text)[trigger]
    assert told(event) == ("SUPPORT", "recognise", doers, ["XKX"])
    assert event.polarity == polarity


def test_what_others_are_only_urged_to_do_likewise_is_no_act(
    tell: Callable[[str], dict[str, Event]],
) -> None:
    events = tell("Ghana recognised Kosovo in March. It urged Togo to do likewise.")
    assert [e.act for e in events.values() if e.act is not None] == ["recognise"]


@pytest.mark.parametrize(
    ("text", "trigger", "factuality", "polarity"),
    [
        (
            "Chad has recalled its envoy from Lima, its foreign ministry said.",
            "recalled",
            "asserted",
            "positive",
        ),
        (
            "Chad's foreign ministry said it had recalled its envoy from Lima.",
            "recalled",
            "reported",
            "positive",
        ),
        (
            "Chad has recalled its envoy from Lima, Kenya's government said.",
            "recalled",
            "reported",
            "positive",
        ),
        (
            "Honduras will open an embassy in Beijing, its minister said, after it cut ties with Taiwan.",
            "cut",
            "asserted",
            "positive",
        ),
        (
            "The minister rubbished reports that Kenya had expelled the Chadian envoy.",
            "expelled",
            "denied",
            "positive",
        ),
        ("Reports that Chad had expelled the Kenyan envoy are false.", "expelled", "denied", "positive"),
        ("Nor has Chad recalled its ambassador to Kenya.", "recalled", "asserted", "negative"),
        ("Chad is yet to approve the nomination of Kenya's ambassador.", "approve", "asserted", "negative"),
        ("Chad ordered the expulsion of two Kenyan diplomats.", "expulsion", "asserted", "positive"),
    ],
)
def test_how_an_act_is_told(
    tell: Callable[[str], dict[str, Event]], text: str, trigger: str, factuality: str, polarity: str
) -> None:
    event = tell(text)[trigger]
    assert (event.factuality, event.polarity) == (factuality, polarity)


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        (
            "Chile called its ambassador home from Lima.",
            "called",
            ("SANCTION", "recall-ambassador", ["CHL"], ["PER"]),
        ),
        ("Two Irish diplomats were told to leave Ethiopia.", "told", ("SANCTION", "expel", ["ETH"], ["IRL"])),
        (
            "Kenya lifted the bulk of its sanctions on Mali.",
            "lifted",
            ("RETREAT", "lift-sanctions", ["KEN"], ["MLI"]),
        ),
        (
            "Chad ordered the Kenyan consulate in Abéché to close.",
            "ordered",
            ("SANCTION", "close-mission", ["TCD"], ["KEN"]),
        ),
        (
            "Chad declared three Kenyan embassy staff personae non gratae on Friday.",
            "declared",
            ("SANCTION", "expel", ["TCD"], ["KEN"]),
        ),
        (
            "The envoy flew to Lima, where Kenya opened an embassy in July.",
            "opened",
            ("SUPPORT", "open-mission", ["KEN"], ["PER"]),
        ),
        (
            "Tehran's ties with Riyadh were cut in 2016.",
            "cut",
            ("SANCTION", "sever-relations", ["IRN"], ["SAU"]),
        ),
        (
            "Chad's minister spoke by telephone with Kenya's president.",
            "spoke",
            ("CONSULT", "talks", ["TCD"], ["KEN"]),
        ),
        (
            "Ottawa added two Haitian bankers to its sanctions list.",
            "added",
            ("SANCTION", "impose-sanctions", ["CAN"], ["HTI"]),
        ),
        (
            "Manama and Jerusalem normalised ties.",
            "normalised",
            ("SUPPORT", "establish-relations", ["BHR", "ISR"], []),
        ),
        (
            "After years of enmity Manama and Tehran normalised ties.",
            "normalised",
            ("SUPPORT", "resume-relations", ["BHR", "IRN"], []),
        ),
    ],
)
def test_acts_in_words_of_diplomacy(
    tell: Callable[[str], dict[str, Event]], text: str, trigger: str, expected: Told
) -> None:
    assert told(tell(text)[trigger]) == expected
