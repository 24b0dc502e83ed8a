"""What most reports tell comes first; of as many, what they tell first."""

from __future__ import annotations

from accord.reconciliation.facts.alignment import align_facts
from accord.reconciliation.facts.fact_words import FactWords
from accord.reconciliation.facts.weight import weightiest
from accord.reconciliation.sources import Sources
from readings import ReadingBuilder, story

WORDS = FactWords.load()
LOSS = "The ferry Orlo sank off Karst with 3100 sheep aboard."
PRICE = "Tickets cost nine crowns apiece."
WIND = "Gales blew hard from northern hills."


def test_number_of_reports_counts_before_place() -> None:
    one = ReadingBuilder("a", f"{PRICE} {WIND} {LOSS}")
    other = ReadingBuilder("b", f"{WIND} {LOSS}")
    sources = Sources(story(one, other).readings)
    told = [
        (group.reports, sources.sentence(group.sentences[0].report, group.sentences[0].index).text)
        for group in weightiest(align_facts(sources, WORDS), sources)
    ]
    assert told == [(("a", "b"), WIND), (("a", "b"), LOSS), (("a",), PRICE)]
