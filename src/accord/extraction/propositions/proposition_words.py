"""The words that propositions are read with: nouns of happening, light verbs, what small words bring in."""

from __future__ import annotations

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/propositions.json"
_COUNTED = "en/quantities/counted.json"
# Classes of counted things that are persons, or bodies of them.
_PERSONS = ("people", "bodies", "companies", "countries")


class PropositionFile(Struct, frozen=True, forbid_unknown_fields=True):
    """propositions.json: lists of lemmas or forms by use.

    Nouns of happening: `doings` are of whoever does them ("the arrival of"), `deeds` of what they are done
    to ("the takeover of"), and those among them that are `undergone` belong to that too ("his arrest");
    `changes` are in what changes ("a fall in").  `periods` tell when.
    Verbs: `light_nouns` are the nouns that a light verb tells something with ("take": "place"), its
    particle behind a low line; `linking` verbs are copulas, those `staying` so also before a state ("in
    custody"); whom `harming` verbs strike may be a bare number; of `auxiliaries`, of the
    passive of `led_verbs` and of `leading` adjectives only the infinitive tells ("is going, likely to go").
    `goal_verbs` reach their object; `asking` verbs take what they want with "for", those `about` something
    with "on"; `counterparts` stand with "with" behind their verbs, and what somebody is `laden` with.
    Prepositions: `locative` of places, `goals` of where something goes, `receiving` of recipients and
    opponents, `kept` with the times that they bound and `when` with happenings, `causes`, `means` and
    `topics`.  Of clauses: `cause_marks` and `time_marks`.
    Adverbs: those in -ly tell how but for `not_manner`; `places` tell where.  Behind "in", `ways` tell how.
    `empty` subjects stand for nobody.  `persons` are more nouns and pronouns for persons and bodies, and
    `things` are counted as if they were some.  Numbers that are `not_counts` by themselves tell of no amount.
    """

    doings: frozenset[str]
    deeds: frozenset[str]
    undergone: frozenset[str]
    changes: frozenset[str]
    periods: frozenset[str]
    light_nouns: dict[str, frozenset[str]]
    linking: frozenset[str]
    staying: frozenset[str]
    harming: frozenset[str]
    leading: frozenset[str]
    led_verbs: frozenset[str]
    auxiliaries: frozenset[str]
    locative: frozenset[str]
    receiving: frozenset[str]
    kept: frozenset[str]
    when: frozenset[str]
    goals: frozenset[str]
    goal_verbs: frozenset[str]
    asking: frozenset[str]
    about: frozenset[str]
    counterparts: frozenset[str]
    laden: frozenset[str]
    ways: frozenset[str]
    causes: frozenset[str]
    means: frozenset[str]
    topics: frozenset[str]
    cause_marks: frozenset[str]
    time_marks: frozenset[str]
    not_manner: frozenset[str]
    places: frozenset[str]
    empty: frozenset[str]
    persons: frozenset[str]
    things: frozenset[str]
    not_counts: frozenset[str]


class PropositionWords(Struct, frozen=True):
    """propositions.json, and what of it belongs together.

    `happenings` are all nouns of happening, `lifting` all verbs that may only lead up to an infinitive,
    `persons` all nouns for persons and bodies of them.
    """

    file: PropositionFile
    happenings: frozenset[str]
    lifting: frozenset[str]
    persons: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> PropositionWords:
        """Read the words.

        Raises:
            VocabularyError: a file is broken, or a list in it is empty or not in lower case.
        """
        file = vocabulary.read(_FILE, PropositionFile)
        for use, words in structs.asdict(file).items():
            told = [w for group in words.values() for w in group] if isinstance(words, dict) else words
            if not told or any(word != word.lower() or not word.strip() for word in told):
                raise VocabularyError(f"vocabulary file {_FILE}: {use!r} must list words in lower case")
        counted = vocabulary.read(_COUNTED, dict[str, frozenset[str]])
        persons = frozenset().union(*(counted.get(kind, frozenset()) for kind in _PERSONS))
        return cls(
            file=file,
            happenings=file.doings | file.deeds,
            lifting=file.auxiliaries | file.linking | file.led_verbs,
            persons=(persons | file.persons) - file.things,
        )
