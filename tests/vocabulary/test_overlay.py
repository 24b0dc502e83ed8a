"""Words of a user's own: which files they stand in, how they are joined with the package's, what fails."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import msgspec
import pytest
from msgspec import Struct

from accord.errors import VocabularyError
from accord.extraction.extractor import Extractor
from accord.grouping.witnesses import WireFinder
from accord.intake.intake import read
from accord.records import Reading, Report
from accord.settings import Settings
from accord.vocabulary import Vocabulary
from accord.vocabulary.overlay import lay_over

PACKAGE = Path(__file__).resolve().parents[2] / "src" / "accord" / "vocabulary"
Lay = Callable[..., Path]


class Entry(Struct):
    id: str
    words: tuple[str, ...]
    years: tuple[int, int] | None = None


class Pattern(Struct):
    words: str
    act: str = ""


class Words(Struct):
    entries: tuple[Entry, ...] = ()
    patterns: list[Pattern] = []
    names: frozenset[str] = frozenset()
    pairs: tuple[tuple[str, str], ...] = ()
    spans: dict[str, tuple[int, int | None]] = {}
    families: dict[str, tuple[str, ...]] = {}
    stems: str = ""
    reasons: str = ""
    share: float = 0.0


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """`lay(name, data)` writes a file of the user's own, and gives their folder."""

    def write(name: str, data: object) -> Path:
        path = tmp_path / "words" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return tmp_path / "words"

    return write


def joined(base: object, own: object, shape: object = Words) -> object:
    return msgspec.json.decode(
        lay_over(msgspec.json.encode(base), msgspec.json.encode(own), shape, "own.json")
    )


def report(text: str) -> Report:
    return Report("r", text, sha256(text.encode()).hexdigest(), published="2031-05-06")


def told(text: str, folder: Path) -> Reading:
    return Extractor.load(Settings(vocabulary=folder)).extract(report(text))


def test_file_names_are_unique() -> None:
    names = Counter(path.name for path in PACKAGE.rglob("*.json"))
    assert [name for name, count in names.items() if count > 1] == []


@pytest.mark.parametrize("name", ["countries.json", "en/actors/countries.json"])
def test_a_file_is_known_by_its_name_and_by_its_path(lay: Lay, name: str) -> None:
    (own,) = Vocabulary.over(lay(name, {"entries": []})).own
    assert own.name == "en/actors/countries.json"


@pytest.mark.parametrize(
    ("base", "own", "both"),
    [
        ({"names": ["a", "b"]}, {"names": ["b", "c"]}, {"names": ["a", "b", "c"]}),
        ({"families": {"x": ["a"]}}, {"families": {"x": ["b"]}}, {"families": {"x": ["a", "b"]}}),
        ({"families": {"x": ["a"]}}, {"families": {"y": ["c"]}}, {"families": {"x": ["a"], "y": ["c"]}}),
        ({"pairs": [["a", "b"]]}, {"pairs": [["a", "b"], ["c", "d"]]}, {"pairs": [["a", "b"], ["c", "d"]]}),
        ({"spans": {"dozen": [1, None]}}, {"spans": {"dozen": [24, 99]}}, {"spans": {"dozen": [24, 99]}}),
        ({"stems": "may might"}, {"stems": "might mought"}, {"stems": "may might mought"}),
        ({"reasons": "due to|over "}, {"reasons": "owing to"}, {"reasons": "due to|over |owing to"}),
        ({"share": 0.5}, {"share": 0.25}, {"share": 0.25}),
        ({"names": []}, {"share": 0.25}, {"names": [], "share": 0.25}),
    ],
)  # fmt: skip
def test_what_is_not_there_is_added_and_values_are_replaced(base: object, own: object, both: object) -> None:
    assert joined(base, own) == both


def test_an_entry_takes_the_place_of_the_one_with_its_identity() -> None:
    base = {"entries": [{"id": "a", "words": ["x"], "years": [1, 2]}, {"id": "b", "words": ["y"]}]}
    own = {"entries": [{"id": "c", "words": ["w"]}, {"id": "a", "words": ["z"]}]}
    assert joined(base, own) == {
        "entries": [{"id": "a", "words": ["z"]}, {"id": "b", "words": ["y"]}, {"id": "c", "words": ["w"]}]
    }


def test_of_entries_without_identity_the_users_come_first() -> None:
    base = [{"words": "go", "act": "visit"}, {"words": "go", "act": "leave"}]
    assert joined(base, [{"words": "go", "act": "own"}], list[Pattern]) == [
        {"words": "go", "act": "own"},
        *base,
    ]


def test_a_reader_of_a_part_of_the_file_lets_the_rest_pass() -> None:
    base = [{"id": "a", "words": ["x"], "type": "T"}, {"id": "b", "words": ["y"], "type": "T"}]
    own = [{"id": "c", "words": ["z"], "type": "U"}]
    assert joined(base, own, list[Entry]) == base + own


@pytest.mark.parametrize(
    ("own", "words"),
    [
        ({"entries": [{"id": "c", "words": "z"}]}, "own.json, 'entries', entry 'c': Expected `array`"),
        ({"entries": [{"words": ["z"]}]}, r"own.json, 'entries', entry \['z'\]: .*missing .* field `id`"),
        ({"entries": [{"id": "c", "words": [], "yaers": [1, 2]}]}, "entry 'c': there is no 'yaers'; there"),
        ({"patterns": [{"words": "go", "act": 1}]}, "own.json, 'patterns', entry 'go': Expected `str`"),
        ({"naems": ["x"]}, "own.json: there is no 'naems'; there are entries, patterns, names"),
        ({"names": [1]}, "own.json, 'names': Expected `str`"),
        ({"families": {"y": "c"}}, "own.json, 'families', 'y': Expected `array`"),
        ({"share": "much"}, "own.json, 'share': Expected `float`"),
        ([], "own.json: it is not an object"),
    ],
)  # fmt: skip
def test_what_is_wrong_names_file_and_entry(own: object, words: str) -> None:
    base = {
        "entries": [{"id": "a", "words": []}],
        "names": [],
        "patterns": [{"words": "go"}, {"words": "go"}],
    }
    with pytest.raises(VocabularyError, match=words):
        joined(base, own)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("cuntries.json", {}, r"words.cuntries.json: .*did you mean countries.json\?"),
        ("notes.txt", "x", "notes.txt: .*there are act_words.json, acts.json"),
        ("sameness.json", {}, "no file of the vocabulary is called 'sameness.json'"),
        ("fr/countries.json", {}, "no file of the vocabulary is called 'fr/countries.json'"),
    ],
)
def test_a_file_that_fits_none_is_an_error(lay: Lay, name: str, data: object, words: str) -> None:
    folder = lay(name, data)
    with pytest.raises(VocabularyError, match=words):
        Vocabulary.over(folder)


def test_two_files_for_one_are_an_error(lay: Lay) -> None:
    lay("acts.json", [])
    folder = lay("en/acts/acts.json", [])
    with pytest.raises(VocabularyError, match="make them one"):
        Vocabulary.over(folder)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match="there is no such folder"):
        Vocabulary.over(tmp_path / "none")


def test_hidden_files_are_passed_over(lay: Lay) -> None:
    lay(".notes", "x")
    assert Vocabulary.over(lay(".git/config", "x")) == Vocabulary()


def test_a_file_that_is_not_json_is_an_error(lay: Lay) -> None:
    vocabulary = Vocabulary.over(lay("wires.json", "{'My Wire'"))
    with pytest.raises(VocabularyError, match=r"words.wires.json: it is not JSON"):
        WireFinder.load(vocabulary)


def test_what_the_loader_itself_refuses_names_the_file(lay: Lay) -> None:
    folder = lay("event_verbs.json", [{"words": "knight", "type": "KINDNESS"}])
    with pytest.raises(VocabularyError, match=r"words.event_verbs.json.*'knight': 'KINDNESS' is no type"):
        Extractor.load(Settings(vocabulary=folder))


def test_a_country_is_added_in_one_file(lay: Lay) -> None:
    country = {"id": "XRU", "names": ["Ruritania"], "adjectives": ["Ruritanian"], "capitals": ["Strelsau"]}
    reading = told(
        "Ruritania recalled its ambassador to Chile.", lay("countries.json", {"entries": [country]})
    )
    (event,) = reading.events
    assert (event.act, [actor.code for actor in event.actors]) == ("recall-ambassador", ["XRU"])
    assert [actor.code for actor in event.recipients] == ["CHL"]


def test_an_act_is_added(lay: Lay) -> None:
    wording = {
        "name": "knighting", "noun": "the knighting of {recipient}", "base": "knight {recipient}",
        "past": "knighted {recipient}",
    }  # fmt: skip
    lay(
        "acts.json",
        [{"id": "knight", "name": "knighting", "type": "SUPPORT", "cameo": "051", "kind": wording}],
    )
    folder = lay("event_verbs.json", [{"words": "knight", "act": "knight"}])
    (event,) = told("Norway knighted the president of Chile on Monday.", folder).events
    assert (event.act, event.type, event.cameo) == ("knight", "SUPPORT", "051")


def test_an_outlet_is_added_in_one_file(lay: Lay, tmp_path: Path) -> None:
    folder = lay("outlets.json", {"names": ["Strelsau Gazettino"]})
    report = tmp_path / "strelsau-gazettino_2031-05-06.txt"
    report.write_text("The ferry ran aground in fog, and the coast guard winched the passengers to safety.")
    assert [each.source for each in read(report).reports] == [None]
    found = read(report, settings=Settings(vocabulary=folder))
    assert [each.source for each in found.reports] == ["Strelsau Gazettino"]


def test_a_word_is_added_in_one_file(lay: Lay) -> None:
    text = "Norway paid 40 zlorins for the ferry."
    (quantity,) = told(text, lay("quantities.json", {"currency_words": {"zlorin": "XZL"}})).quantities
    assert (quantity.unit, quantity.low) == ("XZL", 40)
    assert [each.unit for each in Extractor.load().extract(report(text)).quantities] != ["XZL"]
