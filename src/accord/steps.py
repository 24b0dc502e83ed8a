"""The steps behind one call each: reports to Readings, a story to its Dossier."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from accord.records import Dossier, Problem, Reading, Report, Story
from accord.settings import Settings
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from accord.grouping.meaning.sentence_meaning import SentenceMeaning
    from accord.ledger.rules import Rules
    from accord.reconciliation.pipeline import Reconciler

logger = logging.getLogger(__name__)


def _log(problem: Problem) -> None:
    logger.error("%s: %s; %s", problem.input, problem.reason, problem.advice)


def extract(
    reports: Iterable[Report],
    *,
    settings: Settings | None = None,
    on_problem: Callable[[Problem], None] = _log,
) -> Iterator[Reading]:
    """Read all there is in each report; Readings come in the order of the reports.

    `on_problem` is called with each report that could not be extracted, the others go on; and with each
    whose own dates show that its day of publication is wrong.

    Raises:
        AccordError: the pipeline that `settings` names cannot be used.

    >>> (reading,) = accord.extract([report])
    >>> [time.edtf for time in reading.times if time.edtf]
    ['2015-07-20', '2015-07-20', '2014-12', '2015-05-29', '1982', '1961-01']
    """
    from accord.extraction.times.expressions.day_of_writing import doubt
    from accord.run import run

    for outcome in run(reports, settings or Settings()):
        if isinstance(outcome, Problem):
            on_problem(outcome)
            continue
        if (doubted := doubt(outcome)) is not None:
            on_problem(doubted)
        yield outcome


class StoryReconciler(Struct, frozen=True):
    """Reconciles stories by a vocabulary that is read once.

    `reconciler` finds claims and conflicts, `rules` say what changes in relations; `meaning`, where there is
    any, is what the reconciler asks for vectors.

    >>> accord.StoryReconciler.load(accord.Vocabulary()).reconcile(story) == dossier
    True
    """

    reconciler: Reconciler
    rules: Rules
    meaning: SentenceMeaning | None = None

    @classmethod
    def load(
        cls,
        vocabulary: Vocabulary = PACKAGED,
        settings: Settings | None = None,
        meaning: SentenceMeaning | None = None,
    ) -> StoryReconciler:
        """Read all of the vocabulary that a dossier needs; `settings` tell whether there are vectors.

        `meaning` is that of the run, where it has one already.

        Raises:
            VocabularyError: a file is broken.
        """
        from accord.grouping.meaning.sentence_meaning import SentenceMeaning
        from accord.ledger.rules import Rules
        from accord.reconciliation.pipeline import Reconciler

        meaning = meaning or SentenceMeaning.of(settings or Settings(), vocabulary)
        return cls(Reconciler.load(vocabulary, meaning), Rules.load(vocabulary), meaning)

    @classmethod
    def of(cls, settings: Settings, meaning: SentenceMeaning | None = None) -> StoryReconciler:
        """Read it by the vocabulary that `settings` name; `meaning` as for `load`.

        Raises:
            VocabularyError: a file is broken, which is named.
        """
        vocabulary = settings.load_vocabulary()
        with vocabulary.explained():
            return cls.load(vocabulary, settings, meaning)

    def reconcile(self, story: Story) -> Dossier:
        """Reconcile the Readings of a story, and tell what changes in the relations between states.

        The order of its Readings makes no difference.
        """
        from accord.ledger.relations import relations

        dossier = self.reconciler.reconcile(story)
        changes = relations(
            dossier.events,
            dossier.actors,
            dossier.conflicts,
            dossier.timeline,
            dossier.origins,
            rules=self.rules,
            statements=dossier.statements,
        )
        return replace(dossier, relations=changes)


def reconcile(story: Story, *, settings: Settings | None = None) -> Dossier:
    """Reconcile the Readings of a story, and tell what changes in the relations between states.

    The order of its Readings makes no difference; of `settings` the vocabulary counts, and whether there
    are vectors.  For many stories a `StoryReconciler` is loaded once.

    Raises:
        VocabularyError: the vocabulary that `settings` names is broken.

    >>> accord.reconcile(story).title
    'Cuba and the United States resumed diplomatic relations'
    """
    return StoryReconciler.of(settings or Settings()).reconcile(story)
