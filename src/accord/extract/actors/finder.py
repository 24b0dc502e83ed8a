"""Finds who and what acts in a report: the stage that makes its cast."""

from __future__ import annotations

from dataclasses import replace

from msgspec import Struct, structs

from accord import vocabulary
from accord.extract.actors.atoms import AtomScanner
from accord.extract.actors.cast import Cast
from accord.extract.actors.drafts import Draft
from accord.extract.actors.lexicon import Lexicon
from accord.extract.actors.memory import Memory
from accord.extract.actors.names import NameReader
from accord.extract.actors.naming import NameFinder
from accord.extract.actors.phrases import PhraseReader
from accord.extract.actors.places import PlaceReader
from accord.extract.actors.pronouns import PronounReader
from accord.extract.actors.references import References
from accord.extract.actors.resolve import Resolved, Resolver
from accord.extract.actors.vocabularies import GivenNames, NameWords, PlaceWords, ReferenceWords
from accord.extract.actors.words import Stretch, Words, stretches
from accord.extract.parsed import Parsed
from accord.records import ActorMention, Entity, Place


class ActorFinder(Struct, frozen=True):
    """Finds actors and where they are mentioned."""

    lexicon: Lexicon
    scanner: AtomScanner
    phrases: PhraseReader
    names: NameFinder
    places: PlaceReader
    determiners: frozenset[str]
    pronouns: PronounReader

    @classmethod
    def load(cls) -> ActorFinder:
        """Read the vocabularies of actors.

        Raises:
            VocabularyError: a vocabulary file is missing or not of its shape.
        """
        lexicon = Lexicon.load()
        name_words = vocabulary.read("name_words.json", NameWords)
        given = frozenset(vocabulary.read("given_names.json", GivenNames).names)
        place_words = vocabulary.read("place_words.json", PlaceWords)
        reader = NameReader(name_words, given)
        references = vocabulary.read("reference_words.json", ReferenceWords)
        return cls(
            lexicon=lexicon,
            scanner=AtomScanner(lexicon, name_words, given),
            phrases=PhraseReader(lexicon, reader, place_words),
            names=NameFinder(lexicon, reader, name_words),
            places=PlaceReader(place_words, name_words),
            determiners=frozenset(references.determiners),
            pronouns=PronounReader(references),
        )

    def find(self, parsed: Parsed) -> Cast:
        """The cast of a report: mentions and places only in sentences that are read."""
        words = Words.of(parsed)
        sentences = []
        for stretch in stretches(parsed, words):
            atoms = self.scanner.scan(words, stretch)
            sentences.append((stretch, self.phrases.read(words, stretch, atoms)))
        by_sentence, registry = self.names.add(words, sentences)
        american = self.places.is_american(by_sentence)
        references = References(words, self.pronouns, Memory(home=self._home(parsed, words)))
        resolver = Resolver(self.lexicon, self.determiners, registry, words, references)
        resolved: list[Resolved] = []
        places: list[Place] = []
        for (stretch, _), drafts in zip(sentences, by_sentence, strict=True):
            drafts = self.places.at_home(words, drafts, american)
            located = self.places.places(words, parsed.text, drafts)
            steps: list[tuple[int, int | None]] = [(d.start, k) for k, d in enumerate(drafts)]
            steps += [(at, None) for at in self.pronouns.pronouns(words, stretch)]
            for at, number in sorted(steps, key=lambda step: step[0]):
                if number is None:
                    found = resolver.pronoun(at, stretch)
                elif number in located:
                    places.append(self._place(parsed, drafts[number], resolver))
                    continue
                else:
                    found = resolver.resolve(drafts[number], stretch)
                if found is not None:
                    resolved.append(found)
        cast = _cast(parsed, words, resolved, resolver.entities, places)
        codes = dict.fromkeys(place.code for place in places if place.code and place.code not in cast.by_id)
        return replace(cast, lands=tuple(self.lexicon.entities[code] for code in codes))

    def _home(self, parsed: Parsed, words: Words) -> str | None:
        """The state that the report's date line names, if it has one."""
        for region in parsed.regions:
            if region.kind != "date line":
                continue
            ends = parsed.doc.char_span(region.start, region.end, alignment_mode="expand")
            if ends is None:
                continue
            start, end = words.index_of(ends.start), words.index_of(ends.end)
            for atom in self.scanner.scan(words, Stretch(start, end, -1, True, True)):
                if atom.sense.id in self.lexicon.entities and atom.role in ("state", "capital", "place"):
                    return atom.sense.id
        return None

    def _place(self, parsed: Parsed, draft: Draft, resolver: Resolver) -> Place:
        start, end = resolver.words.offsets(draft.start, draft.end)
        code: str | None = draft.sense.id if draft.sense is not None else None
        if draft.sense is not None and draft.sense.role == "whole":
            code = resolver.references.country(draft)
        if code not in self.lexicon.entities:
            code = None
        if code is not None:
            head = resolver.words.token(draft.end - 1)
            resolver.references.memory.note_place(self.lexicon.entities[code], draft.sentence, head)
        return Place(start, end, parsed.text[start:end], code)


def _cast(
    parsed: Parsed,
    words: Words,
    resolved: list[Resolved],
    entities: dict[str, Entity],
    places: list[Place],
) -> Cast:
    mentions: list[ActorMention] = []
    names: dict[str, dict[str, None]] = {}
    for item in resolved:
        start, end = words.offsets(item.start, item.end)
        text = parsed.text[start:end]
        entity = entities[item.actor]
        mentions.append(ActorMention(start, end, text, entity.id, entity.code, entity.sector, item.form))
        found = names.setdefault(item.actor, {})
        if item.form != "pronoun":
            found[text] = None
    kept = tuple(
        structs.replace(entity, names=tuple(names[entity.id]))
        for entity in entities.values()
        if entity.id in names
    )
    return Cast(kept, tuple(mentions), tuple(places))
