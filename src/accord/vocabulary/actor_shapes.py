"""Shapes of the vocabulary files that name actors, titles, places and the words around names."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from accord.vocabulary import Vocabulary

Unowned = Literal["local", "undergoer", "traveller"]


class Country(Struct, frozen=True):
    """A state or territory: `id` is its ISO 3166-1 alpha-3 code, or our own if historical.

    `years` are the first and the last of a state that is no more.
    """

    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    metonyms: tuple[str, ...] = ()
    years: tuple[int, int] | None = None
    historical: bool = False


class NamedActor(Struct, frozen=True):
    """An actor with names of its own: an organisation, group, institution, collective or person.

    `code` is an alpha-3 code or IGO, NGO, MNE, IMG; `name` defaults to the first of `names`.
    """

    id: str
    names: tuple[str, ...]
    code: str | None = None
    sector: str | None = None
    part_of: str | None = None
    name: str | None = None
    role: str | None = None


class Nouns(Struct, frozen=True):
    """Common nouns for one part of a state, one office or one sort of people.

    `scope` "whole" means that the noun with an owner names the owner itself ("the Chilean
    government"); `alone` that the noun is an actor without an owner too; `abroad` that it serves in
    another state than its own, so that where it stands is not whose it is.  `state` has an office of
    that name and of that rank alone, so that without an owner it is that state's.  `unowned` says whose
    people without an owner are: `local` ones belong to the state in which a report finds them,
    `undergoer` ones to the one whose police or courts act on them, and of a `traveller`, often told of
    abroad, a place told after it does not say whose it is.
    """

    id: str
    sector: str
    nouns: tuple[str, ...]
    scope: Literal["whole", "part"] = "part"
    alone: bool = True
    abroad: bool = False
    state: str | None = None
    unowned: Unowned | None = None


class CountryEntries(Struct, frozen=True):
    """countries.json."""

    entries: tuple[Country, ...]


class NamedActors(Struct, frozen=True):
    """organisations.json, groups.json, collectives.json, persons.json."""

    entries: tuple[NamedActor, ...]


class NounClasses(Struct, frozen=True):
    """titles.json, people.json."""

    entries: tuple[Nouns, ...]


class Institutions(Struct, frozen=True):
    """institutions.json: nouns that need an owner, and institutions with names of their own."""

    nouns: tuple[Nouns, ...]
    named: tuple[NamedActor, ...]


class PlaceNames(Struct, frozen=True):
    """places.json: names of cities and regions by the state they lie in; "" where in none or several."""

    entries: dict[str, tuple[str, ...]]


class Suffixes(Struct, frozen=True):
    """Last words of names that tell what is named."""

    kind: Literal["organisation", "place", "other"]
    sector: str
    words: tuple[str, ...]


class NameWords(Struct, frozen=True):
    """name_words.json.

    `ambiguous` names of states and towns are names of persons too, `also_words` acronyms are
    words too, `calendar` words end a name, `months` name persons too, `american_places` follow
    a town ("Lebanon, Pa."), `place_heads` and `place_openers` follow and open the name of another place or
    body ("Lebanon County", "New Mexico"), `titled` words follow a state that has an ambiguous name, `periods`
    before an adjective make it a time or a stance ("post-Soviet", "pro-Russian"), `speech` verbs have
    persons as subjects, `links` join an office to the name beside it, `governments` bear the name of
    their head ("the Thatcher government").  `indefinite` words before a name of common nouns make it name
    no one body ("any world body"); an adjective names the people of a state after `before_people`, one of
    them after `before_one`, and `joints` stand between two of a kind.
    """

    particles: tuple[str, ...]
    ambiguous: tuple[str, ...]
    american_places: tuple[str, ...]
    place_heads: tuple[str, ...]
    place_openers: tuple[str, ...]
    also_words: tuple[str, ...]
    calendar: tuple[str, ...]
    months: tuple[str, ...]
    titled: tuple[str, ...]
    periods: tuple[str, ...]
    speech: tuple[str, ...]
    links: tuple[str, ...]
    governments: tuple[str, ...]
    indefinite: frozenset[str]
    before_people: frozenset[str]
    before_one: frozenset[str]
    joints: frozenset[str]
    suffixes: tuple[Suffixes, ...]


class Namesake(Struct, frozen=True, forbid_unknown_fields=True):
    """A name of one word that the state `state` shares with a place in the state `within`."""

    name: str
    state: str
    within: str


class PlaceWords(Struct, frozen=True):
    """place_words.json: prepositions that make a name a place, and verbs of motion.

    `namesakes` are places called as another state is.  Who is `led` by a state acts for it ("US-led
    forces"); who is only `backed` by one is not its own.
    """

    locative: tuple[str, ...]
    directional: tuple[str, ...]
    between: tuple[str, ...]
    motion: tuple[str, ...]
    entered: tuple[str, ...]
    led: tuple[str, ...]
    backed: tuple[str, ...]
    namesakes: tuple[Namesake, ...]


class Polity(Struct, frozen=True):
    """Nouns that only the states with these codes answer to."""

    nouns: tuple[str, ...]
    states: frozenset[str]


class BodyNouns(Struct, frozen=True):
    """Nouns that bodies with one of these codes and one of these sectors answer to."""

    nouns: tuple[str, ...]
    codes: frozenset[str]
    sectors: frozenset[str]


class ReferenceWords(Struct, frozen=True):
    """reference_words.json: nouns and pronouns that take up an actor named before.

    `both` open phrases for two sides ("the two neighbours"), which end with one of `pairs_of_states`
    or `pairs_of_sides`.  `polities` say what sort of state some states are ("the island"), `bodies` what
    noun a body answers to that its name does not hold ("the bloc").  Of verbs: one is thanked or blamed
    for what is its own (`thanking`), one calls "it" something (`judging`), the subject of `empty_verbs` may
    stand for nothing ("it seems"), and a state is `hosting` the envoys of others in what it does to them.
    Auxiliaries of `own_doings` are of what a speaker announces; others ("should", "must") are of what is
    asked of somebody.  What a name is of stands before one of `before_head` ("Fund for Nature").
    """

    determiners: tuple[str, ...]
    singular_person: tuple[str, ...]
    singular_thing: tuple[str, ...]
    plural: tuple[str, ...]
    both: tuple[str, ...]
    thanking: frozenset[str]
    judging: frozenset[str]
    empty_verbs: frozenset[str]
    hosting: frozenset[str]
    own_doings: frozenset[str]
    before_head: frozenset[str]
    pairs_of_states: tuple[str, ...]
    pairs_of_sides: tuple[str, ...]
    polities: tuple[Polity, ...]
    bodies: tuple[BodyNouns, ...]


class GivenNames(Struct, frozen=True):
    """given_names.json."""

    names: tuple[str, ...]


def read_countries(vocabulary: Vocabulary) -> tuple[Country, ...]:
    """The states and territories of countries.json."""
    return vocabulary.read("en/actors/countries.json", CountryEntries).entries


def read_named(vocabulary: Vocabulary, name: str) -> tuple[NamedActor, ...]:
    """The actors of a vocabulary file of names."""
    return vocabulary.read(name, NamedActors).entries


def read_nouns(vocabulary: Vocabulary, name: str) -> tuple[Nouns, ...]:
    """The noun classes of a vocabulary file."""
    return vocabulary.read(name, NounClasses).entries
