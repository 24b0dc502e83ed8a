"""Claims of the questions that reports answer in figures and times, each in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from accord.reconciliation.answers.answer import CLOCK, DAY
from accord.reconciliation.answers.measures import Measures
from accord.reconciliation.answers.questions import Question, Questioner
from accord.reconciliation.answers.standing import AnswerValue, compare, is_update
from accord.reconciliation.claims.claim_drafts import ClaimDraft, claim, gather
from accord.reconciliation.passages import Passages
from accord.reconciliation.sources import Sources
from accord.reconciliation.value_kinds import QUANTITY, TIME, quoted
from accord.reconciliation.values.value_mentions import ValueMention
from accord.reconciliation.wording.english import shortened

_Places = frozenset[tuple[str, int]]


def answer_claims(
    sources: Sources,
    passages: Passages,
    mentions: Sequence[ValueMention],
    questioner: Questioner,
    known: Sequence[ClaimDraft],
) -> Iterator[ClaimDraft]:
    """One claim for each question that reports answer otherwise, but for what `known` claims tell already."""
    told = [_places(draft, sources) for draft in known if draft.sides]
    for question in questioner.questions(mentions, sources, passages):
        if question.sure < questioner.judge.threshold:
            continue
        draft = _claim(question, sources, questioner.reader.measures)
        doubtful = draft.nature == "contradiction" and question.sure < questioner.judge.contradiction
        if not draft.sides or doubtful:
            continue
        ours = _places(draft, sources)
        if not any(_same(ours, places) for places in told):
            yield draft


def _claim(question: Question, sources: Sources, measures: Measures) -> ClaimDraft:
    kind = TIME if question.measure in (DAY, CLOCK) else QUANTITY
    quotations = [sources.sentence(a.mention.report, a.mention.place.sentence) for a in question.answers]
    values = gather(
        (AnswerValue.of(answer, question.measure, measures), answer.text, (quotation,))
        for answer, quotation in zip(question.answers, quotations, strict=True)
    )
    draft = claim(kind, quoted(shortened(quotations[0].text)), values, None, compare=compare)
    return replace(draft, update=is_update(question, measures))


def _places(draft: ClaimDraft, sources: Sources) -> Sequence[_Places]:
    """The sentences that the quotations of each side begin in."""
    return [
        frozenset(
            (each.report, index)
            for each in side.evidence
            if (index := sources.sentence_at(each.report, each.start)) is not None
        )
        for side in draft.sides
    ]


def _same(ours: Sequence[_Places], others: Sequence[_Places]) -> bool:
    """Two sides of a claim are two sides of another."""
    met = [{number for number, other in enumerate(others) if places & other} for places in ours]
    return any(
        one != other
        for at, ones in enumerate(met)
        for twos in met[at + 1 :]
        for one in ones
        for other in twos
    )
