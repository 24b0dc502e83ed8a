"""All features of coreference by name, in the order of the columns of a table."""

from __future__ import annotations

from accord.reconciliation.coreference.features import argument_features as of_arguments
from accord.reconciliation.coreference.features import context_features as of_context
from accord.reconciliation.coreference.features import neighbour_features as of_neighbours
from accord.reconciliation.coreference.features import rival_features as of_rivals
from accord.reconciliation.coreference.features import spread_features as of_spread
from accord.reconciliation.coreference.features import word_features as of_words
from accord.reconciliation.coreference.mention_pair import MentionPair
from accord.reconciliation.coreference.pair_context import PairNeighbours
from accord.reconciliation.coreference.rivals import PairRivalry
from accord.reconciliation.feature_registry import Features, registry

PAIR_FEATURES: Features[MentionPair] = registry(
    of_words.same_word,
    of_words.derived,
    of_words.same_family,
    of_words.pronoun,
    of_words.by_phrase,
    of_words.narrow,
    of_words.meanings,
    of_words.families,
    of_words.both_report,
    of_words.same_speaker,
    of_words.light,
    of_words.rare_word,
    of_words.two_verbs,
    of_words.verb_and_noun,
    of_words.modal_of_one,
    of_words.plural_of_one,
    of_words.opposite,
    of_words.same_form,
    of_words.same_role,
    of_words.same_governor,
    of_words.negation_of_one,
    of_words.modifiers,
    of_words.other_modifiers,
    of_words.same_text,
    of_arguments.arguments,
    of_arguments.rare_arguments,
    of_arguments.other_arguments,
    of_arguments.doers,
    of_arguments.objects,
    of_arguments.other_names,
    of_arguments.other_named_object,
    of_arguments.other_counts,
    of_context.near,
    of_context.rare_near,
    of_context.sentence,
    of_context.rare_sentence,
    of_context.other_sentence_names,
    of_context.rarest_name,
    of_context.names_of_one,
    of_context.names_alike,
    of_context.leads_alike,
    of_context.other_numbers,
    of_context.other_days,
    of_context.same_report,
    of_context.reports_alike,
    of_context.more_alike,
    of_context.later,
    of_context.earlier,
    of_context.two_titles,
    of_context.one_title,
    of_spread.acts_beside,
    of_spread.shared_acts_beside,
    of_spread.all_acts_beside,
    of_spread.repeated,
    of_spread.told_by,
    of_spread.side_by_side,
    of_spread.in_one_report,
)
"""What is measured of a pair for itself."""

RIVAL_FEATURES: Features[PairRivalry] = registry(
    of_rivals.best_of_report,
    of_rivals.best_for_each,
    of_rivals.rivals,
)
"""What is measured of a pair among the other candidates; a first look sees these and those for itself."""

NEIGHBOUR_FEATURES: Features[PairNeighbours] = registry(
    of_neighbours.likely,
    of_neighbours.likely_by_word,
    of_neighbours.pairs_of_word,
    of_neighbours.likely_by_report,
    of_neighbours.beside,
    of_neighbours.lead,
    of_neighbours.most_company,
    of_neighbours.least_company,
    of_neighbours.shared,
    of_neighbours.most_shared,
    of_neighbours.unshared,
    of_neighbours.most_unshared,
    of_neighbours.in_common,
)
"""What a second look sees besides: what the first said of the pairs around."""

FIRST_LOOK: tuple[str, ...] = (*PAIR_FEATURES, *RIVAL_FEATURES)
"""The names of the features of a first look."""

SECOND_LOOK: tuple[str, ...] = (*FIRST_LOOK, *NEIGHBOUR_FEATURES)
"""The names of the features of a second look."""
