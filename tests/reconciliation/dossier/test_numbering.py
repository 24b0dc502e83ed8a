"""Drafts to records: identifiers in order, witnesses counted, conflicts tied to their claims."""

from __future__ import annotations

from accord.reconciliation.claims.claim_drafts import ClaimDraft, ConflictDraft, Said, claim, gather
from accord.reconciliation.compare.quantity import Range
from accord.reconciliation.dossier.numbering import claim_value, number_claims, number_conflicts
from accord.reconciliation.value_kinds import QUANTITY
from accord.records import Evidence, Origin

IDS = {0: "event-1", 3: "event-4"}


def guests(number: int, *reports: str) -> tuple[Range, str, tuple[Evidence, ...]]:
    return Range(number, number, "guest"), str(number), tuple(Evidence(r, 0, 2, str(number)) for r in reports)


def draft(*values: tuple[Range, str, tuple[Evidence, ...]], event: int | None = None) -> ClaimDraft:
    return claim(QUANTITY, "the feast", gather(values), event)


def copied(*reports: str) -> Origin:
    """A passage that those reports share, over all that is quoted here."""
    return Origin("o1", "passage", reports, tuple(Evidence(r, 0, 9, "40 guests") for r in reports))


def test_reports_that_copied_are_one_witness_of_a_value() -> None:
    value = Said(40, "40", tuple(Evidence(report, 0, 2, "40") for report in "abc"))
    assert claim_value(value, ()).origins == 3
    assert claim_value(value, [copied("a", "c")]).origins == 2
    assert claim_value(value, [copied("a", "c")]).reports == ("a", "b", "c")


def test_claims_are_numbered_in_the_order_given() -> None:
    told = number_claims([draft(guests(40, "a"), event=3), draft(guests(60, "b"))], IDS, ())
    assert [(one.id, one.event, one.values[0].value) for one in told] == [
        ("claim-1", "event-4", "40"),
        ("claim-2", None, "60"),
    ]
    assert (told[0].kind, told[0].text, told[0].question, told[0].subject) == (
        "quantity", "How many: the feast", "How many", "the feast",
    )  # fmt: skip


def test_each_claim_has_its_verdict() -> None:
    agreed, single = draft(guests(40, "a", "b")), draft(guests(40, "a"))
    contested = draft(guests(40, "a"), guests(60, "b"))
    told = number_claims([agreed, single, contested], IDS, ())
    assert [one.verdict for one in told] == ["corroborated", "single source", "contested"]
    assert number_claims([agreed], IDS, [copied("a", "b")])[0].verdict == "echoed"


def test_a_conflict_names_the_claim_it_is_about_also_among_equal_ones() -> None:
    twins = [draft(guests(40, "a"), guests(60, "b"), event=0) for _ in range(2)]
    conflicts = [
        ConflictDraft(QUANTITY, "contradiction", each.sides, "They differ.", each, each.event)
        for each in reversed(twins)
    ]
    told = number_conflicts(conflicts, twins, IDS)
    assert [(one.id, one.claim, one.event) for one in told] == [
        ("conflict-1", "claim-2", "event-1"),
        ("conflict-2", "claim-1", "event-1"),
    ]
    assert [side.value for side in told[0].sides] == ["40", "60"]
    assert [[e.report for e in side.evidence] for side in told[0].sides] == [["a"], ["b"]]


def test_a_conflict_may_be_about_no_claim() -> None:
    (told,) = number_conflicts([ConflictDraft(QUANTITY, "difference", (), "In a circle.")], [], IDS)
    assert (told.claim, told.event, told.explanation) == (None, None, "In a circle.")
