"""What holds for the cast of any text, and names of states, institutions, groups and peoples."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.extraction.actors.cast import Cast
from accord.extraction.actors.finder import ActorFinder
from accord.extraction.parse.parsed import Parsed
from accord.vocabulary import PACKAGED
from vocabularies import Replaced


@pytest.mark.parametrize(
    ("text", "mention", "actor", "code", "sector"),
    [
        ("Peru signed the treaty.", "Peru", "PER", "PER", "GOV"),
        ("Bogotá welcomed the offer.", "Bogotá", "COL", "COL", "GOV"),
        ("The Elysee declined to comment.", "Elysee", "FRA", "FRA", "GOV"),
        ("The Chilean government signed it.", "Chilean government", "CHL", "CHL", "GOV"),
        ("The government of Chile signed it.", "government of Chile", "CHL", "CHL", "GOV"),
        ("Norway's supreme court upheld it.", "Norway's supreme court", "NOR/supreme-court", "NOR", "JUD"),
        (
            "Kenya’s Foreign Ministry denied it.",
            "Kenya’s Foreign Ministry",
            "KEN/foreign-ministry",
            "KEN",
            "GOV",
        ),
        ("Ghanaian troops crossed the river.", "Ghanaian troops", "GHA/army", "GHA", "MIL"),
        ("The State Department objected.", "State Department", "USA/state-department", "USA", "GOV"),
        ("The European Union objected.", "European Union", "EU", "IGO", "IGO"),
        ("UN officials left the camp.", "UN officials", "UNO/official", "IGO", "GOV"),
        ("Amnesty International condemned it.", "Amnesty International", "AMNESTY", "NGO", "NGO"),
        ("ISIS-K claimed the bombing.", "ISIS-K", "iskp", "AFG", "REB"),
        ("Houthi rebels seized the port.", "Houthi rebels", "houthis", "YEM", "REB"),
        ("The West imposed sanctions.", "The West", "west", "IMG", "GOV"),
        ("Analysts expect a delay.", "Analysts", "analyst", None, "CVL"),
        ("The Soviet Union vetoed it.", "Soviet Union", "SUN", "SUN", "GOV"),
        ("The Dutch voted against it.", "Dutch", "NLD/people", "NLD", "CVL"),
        ("Bolivians voted against it.", "Bolivians", "BOL/people", "BOL", "CVL"),
    ],
)
def test_names_institutions_and_peoples(
    cast: Callable[[str], Cast], text: str, mention: str, actor: str, code: str | None, sector: str
) -> None:
    found = cast(text)
    first = next(m for m in found.mentions if m.text == mention)
    assert (first.actor, first.code, first.sector) == (actor, code, sector)


def test_the_emirate_is_the_taliban(cast: Callable[[str], Cast]) -> None:
    found = cast("Envoys of the Islamic Emirate of Afghanistan met the Islamic Emirate's rulers.")
    assert {m.actor for m in found.mentions if "Emirate" in m.text} <= {"taliban", "taliban/envoy"}


def test_a_namesake_of_no_state_is_refused() -> None:
    name = "en/actors/place_words.json"
    data = PACKAGED.read(name, dict[str, object])
    data["namesakes"] = [{"name": "Elsewhere", "state": "XQQ", "within": "USA"}]
    with pytest.raises(VocabularyError, match=r"place_words\.json: namesakes of \['XQQ'\]"):
        ActorFinder.load(Replaced(file=name, data=data))


def test_names_holds_the_forms_of_the_report(cast: Callable[[str], Cast]) -> None:
    found = cast("Peru signed. Lima confirmed that Peru had signed.")
    assert found.by_id["PER"].names == ("Peru", "Lima")
    assert found.by_id["PER"].name == "Peru"


def test_nothing_is_found_in_an_empty_report(cast: Callable[[str], Cast]) -> None:
    assert cast("") == Cast((), ())


_WORDS = st.sampled_from(
    [
        *("Peru", "Peru's", "Lima", "US", "U.S.", "Georgia", "Kenyan", "Taliban", "Ana", "Ruiz", "Ruiz"),
        *("government", "ambassador", "President", "officials", "group", "country", "embassy"),
        *("the", "The", "of", "in", "to", "and", "said", "met", "its", "he", "They"),
        *(",", ".", "(", ")", "-", "‘", "’", "É", "🇵🇪", "\n"),
    ]
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.lists(_WORDS, max_size=25))
def test_mentions_and_places_are_exact_ordered_and_disjoint(
    finder: ActorFinder, parse: Callable[..., Parsed], words: list[str]
) -> None:
    text = " ".join(words)
    found = finder.find(parse(text))
    spans = sorted(
        [(m.start, m.end, m.text) for m in found.mentions] + [(p.start, p.end, p.text) for p in found.places]
    )
    assert all(text[start:end] == shown == shown.strip() != "" for start, end, shown in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    assert [m.start for m in found.mentions] == sorted(m.start for m in found.mentions)
    assert {m.actor for m in found.mentions} == {e.id for e in found.entities}
    assert all(
        (m.code, m.sector) == (found.by_id[m.actor].code, found.by_id[m.actor].sector) for m in found.mentions
    )
