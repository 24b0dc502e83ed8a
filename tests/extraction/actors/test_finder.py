"""Who acts in a report: names, offices, groups, references, and what is only a place."""

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


def actors(found: Cast, form: str | None = None) -> list[tuple[str, str]]:
    return [(m.text, m.actor) for m in found.mentions if form in (None, m.form)]


def actor_of(found: Cast, text: str) -> str:
    return next(m.actor for m in found.mentions if m.text == text)


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


@pytest.mark.parametrize(
    "wording",
    ["government", "regime", "authorities", "administration", "movement", "fighters", "de facto authorities"],
)
def test_a_group_keeps_its_identity_under_every_wording(cast: Callable[[str], Cast], wording: str) -> None:
    found = cast(f"The Taliban {wording} rejected the offer.")
    assert actors(found) == [(f"Taliban {wording}", "taliban")]
    assert found.by_id["taliban"].part_of == "AFG"


def test_the_emirate_is_the_taliban(cast: Callable[[str], Cast]) -> None:
    found = cast("Envoys of the Islamic Emirate of Afghanistan met the Islamic Emirate's rulers.")
    assert {m.actor for m in found.mentions if "Emirate" in m.text} <= {"taliban", "taliban/envoy"}


def test_an_office_and_a_name_make_one_mention(cast: Callable[[str], Cast]) -> None:
    found = cast("Peruvian Deputy Foreign Minister Ana Quispe arrived.")
    assert actors(found) == [("Peruvian Deputy Foreign Minister Ana Quispe", "ana-quispe")]
    person = found.by_id["ana-quispe"]
    assert (person.kind, person.code, person.part_of) == ("person", "PER", "PER")
    assert (person.role, person.sector, person.name) == ("deputy foreign minister", "GOV", "Ana Quispe")


@pytest.mark.parametrize(
    "text",
    [
        "Kenya’s newly appointed ambassador to Peru, John Mwangi, arrived.",
        "John Mwangi, the Kenyan ambassador to Lima, arrived.",
        "John Mwangi, Kenya’s newly appointed ambassador to Peru, arrived.",
    ],
)
def test_apposition_joins_office_and_name(cast: Callable[[str], Cast], text: str) -> None:
    found = cast(text)
    person = found.by_id["john-mwangi"]
    assert (person.role, person.part_of, person.code) == ("ambassador", "KEN", "KEN")
    assert [m.form for m in found.mentions if m.actor == "john-mwangi"].count("name") == 1
    assert [m.form for m in found.mentions if m.actor == "john-mwangi"].count("title") == 1
    assert "PER" in {m.actor for m in found.mentions}


def test_shorter_and_longer_forms_of_a_name_are_one_person(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "President Omar Diallo Diallo spoke first. Omar Diallo then left, and Diallo said nothing more."
    )
    assert {m.actor for m in found.mentions} == {"omar-diallo-diallo"}


def test_a_surname_that_two_persons_share_names_neither_of_them(cast: Callable[[str], Cast]) -> None:
    found = cast("Maria Torres met Pablo Torres in the morning. Torres said the talks went well.")
    assert {"maria-torres", "pablo-torres"} <= {m.actor for m in found.mentions}
    assert not {m.actor for m in found.mentions if m.text == "Torres"} & {"maria-torres", "pablo-torres"}


def test_listed_persons_have_one_identifier_in_every_spelling(cast: Callable[[str], Cast]) -> None:
    found = cast("Sergei Lavrov met reporters. Sergey Lavrov then left. Lavrov flew home.")
    assert {m.actor for m in found.mentions if "Lavrov" in m.text} == {"sergey-lavrov"}


def test_the_office_a_report_tells_outweighs_the_list(cast: Callable[[str], Cast]) -> None:
    found = cast("Georgian President Eduard Shevardnadze resigned.")
    assert found.by_id["eduard-shevardnadze"].code == "GEO"


def test_bodies_are_told_from_persons_by_their_last_word(cast: Callable[[str], Cast]) -> None:
    found = cast("Researchers at Lakeview University wrote to the Northern Star Council about it.")
    kinds = {e.name: e.kind for e in found.entities}
    assert kinds["Lakeview University"] == "organisation"
    assert kinds["Northern Star Council"] == "organisation"


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        ("The ministers met in Lima on Friday.", "Lima", "PER"),
        ("Fighting broke out near Goma.", "Goma", "COD"),
        ("The envoy travelled to Nairobi.", "Nairobi", "KEN"),
        ("Troops withdrew from Angola.", "Angola", "AGO"),
        ("The talks were held in southern Lebanon.", "Lebanon", "LBN"),
        ("The delegation left Oslo.", "Oslo", "NOR"),
    ],
)
def test_places_are_no_actors(cast: Callable[[str], Cast], text: str, place: str, code: str) -> None:
    found = cast(text)
    named = [p for p in found.places if place in p.text]
    assert [p.code for p in named] == [code]
    assert all(place not in m.text for m in found.mentions)


def test_places_joined_by_and(cast: Callable[[str], Cast]) -> None:
    found = cast("The group carried out attacks in both Mali and Niger.")
    assert [p.code for p in found.places] == ["MLI", "NER"]


def test_a_state_that_owns_or_is_addressed_is_an_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("It is in Kenya's interest to appeal to Uganda.")
    assert [m.actor for m in found.mentions] == ["KEN", "UGA"]


def test_a_date_line_is_a_place(cast: Callable[[str], Cast]) -> None:
    found = cast("NAIROBI (Daily Wire) — Peru opened an embassy.")
    assert "KEN" not in {m.actor for m in found.mentions}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Join us for dinner, and bring turkey on fine china.", {"USA", "TUR", "CHN"}),
        ("Basketball star Michael Jordan met the team.", {"JOR"}),
        ("Chad Walters of Lebanon, Pa., bought a house.", {"TCD", "LBN"}),
        ("Army forces the company to close.", {"business-of"}),
        ("It was a general strike of major importance.", {"general"}),
    ],
)
def test_words_that_look_like_actors(cast: Callable[[str], Cast], text: str, absent: set[str]) -> None:
    assert not absent & {m.actor for m in cast(text).mentions}


def test_a_namesake_of_no_state_is_refused() -> None:
    name = "en/actors/place_words.json"
    data = PACKAGED.read(name, dict[str, object])
    data["namesakes"] = [{"name": "Elsewhere", "state": "XQQ", "within": "USA"}]
    with pytest.raises(VocabularyError, match=r"place_words\.json: namesakes of \['XQQ'\]"):
        ActorFinder.load(Replaced(file=name, data=data))


def test_georgia_beside_its_own_capital_is_the_country(cast: Callable[[str], Cast]) -> None:
    found = cast("Voters in Ohio and Georgia queued for hours. Tbilisi was glad.")
    assert {p.text: p.code for p in found.places} == {"Ohio": "USA", "Georgia": "GEO"}


def test_georgia_among_american_states_is_one_of_them(cast: Callable[[str], Cast]) -> None:
    found = cast("Voters in Ohio and Georgia queued for hours.")
    assert [p.code for p in found.places] == ["USA", "USA"]
    assert actor_of(cast("Georgia recalled its ambassador."), "Georgia") == "GEO"


@pytest.mark.parametrize(
    "headline",
    [
        "Peru Recognises Kosovo, Paving Way for Trade Talks",
        "PERU RECOGNISES KOSOVO, PAVING WAY FOR TRADE TALKS",
        "Peru recognises Kosovo, paving way for trade talks",
    ],
)
def test_headlines_in_every_casing(cast: Callable[[str], Cast], headline: str) -> None:
    assert [m.actor for m in cast(headline).mentions] == ["PER", "XKX"]


def test_conjoined_actors_are_mentions_of_their_own(cast: Callable[[str], Cast]) -> None:
    found = cast("Chile, Peru and Bolivia signed. Chilean and Peruvian officials attended.")
    assert [m.actor for m in found.mentions] == ["CHL", "PER", "BOL", "CHL/official", "PER/official"]


def test_the_group_is_the_group_named_last(cast: Callable[[str], Cast]) -> None:
    found = cast("Boko Haram attacked Hamas supporters' rivals. Later the group fled.")
    assert actor_of(cast("Nigeria bombed Boko Haram. The group fled."), "group") == "boko-haram"
    assert actor_of(found, "group") == "hamas"


def test_the_country_is_not_the_one_that_leaves_it(cast: Callable[[str], Cast]) -> None:
    found = cast("Fighting spread in Angola as Cuban troops withdrew from the country.")
    assert [p.code for p in found.places if p.text == "country"] == ["AGO"]


def test_the_ministry_and_the_ambassador_take_up_those_named(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "Peru's foreign ministry summoned the Kenyan ambassador. The ministry warned the ambassador."
    )
    assert actor_of(found, "ministry") == "PER/foreign-ministry"
    assert actor_of(found, "ambassador") == "KEN/ambassador"


def test_institutions_without_an_owner_belong_to_the_state_in_view(cast: Callable[[str], Cast]) -> None:
    found = cast("Police in Nairobi arrested protesters.")
    assert actor_of(found, "Police") == "KEN/police"


def test_an_embassy_belongs_to_who_sends_it(cast: Callable[[str], Cast]) -> None:
    found = cast("Peru opened an embassy in Nairobi.")
    assert actor_of(found, "embassy") == "PER/embassy"


@pytest.mark.parametrize(
    ("text", "pronoun", "actor"),
    [
        ("President Omar Diallo resigned. He will leave office.", "He", "omar-diallo"),
        ("Peru said it would open its embassy.", "it", "PER"),
        ("Peru said it would open its embassy.", "its", "PER"),
        ("Peru kept an eye on the talks. It sent two observers.", "It", "PER"),
    ],
)
def test_safe_pronouns(cast: Callable[[str], Cast], text: str, pronoun: str, actor: str) -> None:
    assert (pronoun, actor) in actors(cast(text), "pronoun")


@pytest.mark.parametrize(
    "text",
    [
        "Omar Diallo met with Pablo Torres and with Maria Reyes. They smiled when he arrived.",
        "It is raining in Lima.",
        "The ministry of defence of Peru denied it.",
    ],
)
def test_unsafe_pronouns_stay_open(cast: Callable[[str], Cast], text: str) -> None:
    assert actors(cast(text), "pronoun") == []


def test_what_something_is_called_is_no_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("Peru removed the group from its list of terrorist organisations.")
    assert "rebel" not in {m.actor for m in found.mentions}


def test_an_acronym_in_brackets_is_the_same_actor(cast: Callable[[str], Cast]) -> None:
    found = cast("The Kurdistan Workers' Party (PKK) laid down its arms.")
    assert {m.actor for m in found.mentions} == {"pkk"}


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


WRAPPED = """\
After two weeks of talks in the capital the treaty was signed by South
Korea and, in the presence of many of its neighbours, by Deputy Foreign
Minister Ana Quispe of Peru, who said that her government would ratify
the text before the end of the year and would publish every annexe.
"""


def test_names_run_across_the_ends_of_wrapped_lines(cast: Callable[[str], Cast]) -> None:
    found = cast(WRAPPED)
    assert {"KOR", "ana-quispe"} <= {m.actor for m in found.mentions}
    assert "South\nKorea" in {m.text for m in found.mentions}
    assert found.by_id["ana-quispe"].role == "deputy foreign minister"


def test_the_date_line_tells_whose_minister_it_is(cast: Callable[[str], Cast]) -> None:
    found = cast(
        "WELLINGTON, New Zealand (AP) — Foreign Minister Ruth Calder said that the talks had failed."
    )
    assert found.by_id["ruth-calder"].code == "NZL"


def test_a_mention_of_the_embassy_takes_up_the_one_told_of(cast: Callable[[str], Cast]) -> None:
    found = cast("A bomb hit the Chilean embassy in Nairobi. Guards at the embassy were unhurt.")
    assert actor_of(found, "embassy") == "CHL/embassy"


def test_a_month_is_not_the_person_of_that_name(cast: Callable[[str], Cast]) -> None:
    found = cast("Prime Minister Theresa May resigned. The vote in May was lost, May said.")
    assert [found.by_id[m.actor].name for m in found.mentions if m.text == "May"] == ["Theresa May"]


def test_a_place_outside_the_gazetteer_is_told_by_its_last_word(cast: Callable[[str], Cast]) -> None:
    found = cast("Gunmen attacked the Riverside Concert Hall on Friday.")
    assert [(p.text, p.code) for p in found.places] == [("Riverside Concert Hall", None)]


@pytest.mark.parametrize(
    ("text", "words", "members"),
    [
        ("Peru met Chile in May. The two countries restored relations.", "The two countries", ["PER", "CHL"]),
        ("Peru left the talks with Chile, and both sides blamed the other.", "both sides", ["PER", "CHL"]),
        (
            "Lima wrote to Santiago. President Boric answered. The two governments met.",
            "The two governments",
            ["PER", "CHL"],
        ),
        ("Kenya and Somalia renewed ties. They reopened the border.", "They", ["KEN", "SOM"]),
        ("Kenya fought the Houthi rebels. The two sides then agreed.", "The two sides", ["KEN", "houthis"]),
    ],
)
def test_two_sides_named_before_are_taken_up_together(
    cast: Callable[[str], Cast], text: str, words: str, members: list[str]
) -> None:
    (collective,) = cast(text).collectives
    assert sorted(m.actor for m in collective.members) == sorted(members)
    assert {(m.start, m.end, m.text) for m in collective.members} == {
        (text.index(words), text.index(words) + len(words), words)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The two countries restored relations.",
        "Peru, Chile and Bolivia met. The two countries agreed.",
        "Peru voted. The two countries agreed.",
        "Peru met Chile. Two countries abstained.",
    ],
)
def test_two_sides_that_do_not_stand_out_are_left_open(cast: Callable[[str], Cast], text: str) -> None:
    assert cast(text).collectives == ()


def test_a_collective_covers_its_words_and_is_no_mention(
    finder: ActorFinder, parse: Callable[..., Parsed]
) -> None:
    parsed = parse("Peru met Chile. Both nations agreed.")
    found = finder.find(parsed)
    nations = next(t for t in parsed.doc if t.text == "nations")
    assert [m.actor for m in found.members(nations)] == ["PER", "CHL"]
    assert found.covering(nations) is None
    assert found.members(parsed.doc[0]) == ()


def test_a_government_named_after_its_head_is_the_state(cast: Callable[[str], Cast]) -> None:
    found = cast("The Thatcher government objected, and the Yeltsin administration agreed.")
    assert actors(found) == [("Thatcher government", "GBR"), ("Yeltsin administration", "RUS")]


def test_common_nouns_that_name_a_body_need_to_be_definite(cast: Callable[[str], Cast]) -> None:
    assert actor_of(cast("The world body objected."), "world body") == "UNO"
    assert actors(cast("It was not backed by any world body.")) == []


def test_an_embassy_named_by_its_town_serves_there(cast: Callable[[str], Cast]) -> None:
    assert actors(cast("Norway said that Embassy Lima had closed.")) == [
        ("Norway", "NOR"),
        ("Embassy Lima", "NOR/embassy"),
    ]
