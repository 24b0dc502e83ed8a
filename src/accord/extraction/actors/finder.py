"""Finds who and what acts in a report: the stage that makes its cast."""

from __future__ import annotations

from msgspec import Struct, field, structs

from accord.errors import VocabularyError
from accord.extraction.actors.cast import Cast, Collective
from accord.extraction.actors.descriptions import BodyPhrase, BodyReader, PairPhrase, PairReader
from accord.extraction.actors.disambiguation import PlaceRoles, SenseChooser
from accord.extraction.actors.discourse_model import DiscourseModel
from accord.extraction.actors.gazetteer import Gazetteer
from accord.extraction.actors.gazetteer_matches import GazetteerMatch, GazetteerScanner
from accord.extraction.actors.mention_drafts import MentionDraft
from accord.extraction.actors.name_finder import NameFinder
from accord.extraction.actors.noun_phrases import PhraseReader
from accord.extraction.actors.pronouns import PronounReader
from accord.extraction.actors.references import References
from accord.extraction.actors.resolver import Resolved, Resolver
from accord.extraction.actors.token_lists import Stretch, TokenLists, stretches
from accord.extraction.actors.unknown_names import NameReader
from accord.extraction.parse.parsed import Parsed
from accord.records import ActorMention, Entity, MentionForm, Place
from accord.vocabulary import PACKAGED, Vocabulary
from accord.vocabulary.actor_shapes import GivenNames, NameWords, PlaceWords, ReferenceWords

_PLACE_WORDS = "en/actors/place_words.json"
# The place of a draft among those of its sentence, None for a pronoun, or a phrase that takes others up.
_Step = int | PairPhrase | BodyPhrase | None
_STATES = frozenset({"state", "capital", "metonym"})


class ActorFinder(Struct, frozen=True):
    """Finds actors and where they are mentioned."""

    lexicon: Gazetteer
    scanner: GazetteerScanner
    settler: SenseChooser
    phrases: PhraseReader
    names: NameFinder
    places: PlaceRoles
    determiners: frozenset[str]
    pronouns: PronounReader
    pairs: PairReader
    bodies: BodyReader
    polities: dict[str, frozenset[str]]
    hosting: frozenset[str]
    own_doings: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ActorFinder:
        """Read the vocabularies of actors.

        Raises:
            VocabularyError: a vocabulary file is missing or not of its shape.
        """
        lexicon = Gazetteer.load(vocabulary)
        name_words = vocabulary.read("en/actors/name_words.json", NameWords)
        given = frozenset(vocabulary.read("en/actors/given_names.json", GivenNames).names)
        place_words = vocabulary.read(_PLACE_WORDS, PlaceWords)
        unknown = {
            code for one in place_words.namesakes for code in (one.state, one.within)
        } - lexicon.entities.keys()
        if unknown:
            raise VocabularyError(
                f"vocabulary file {_PLACE_WORDS}: namesakes of {sorted(unknown)}, which are no states; "
                "use identifiers of countries.json"
            )
        reader = NameReader(name_words, given)
        references = vocabulary.read("en/actors/reference_words.json", ReferenceWords)
        return cls(
            lexicon=lexicon,
            scanner=GazetteerScanner(lexicon, name_words, given),
            settler=SenseChooser(lexicon, place_words),
            phrases=PhraseReader(lexicon, reader, name_words, place_words),
            names=NameFinder(lexicon, reader, name_words),
            places=PlaceRoles(place_words),
            determiners=frozenset(references.determiners),
            pronouns=PronounReader(references),
            pairs=PairReader(references, lexicon.entities),
            bodies=BodyReader(references),
            polities={noun: polity.states for polity in references.polities for noun in polity.nouns},
            hosting=references.hosting,
            own_doings=references.own_doings,
        )

    def find(self, parsed: Parsed) -> Cast:
        """The cast of a report: mentions and places only in sentences that are read."""
        words = TokenLists.of(parsed)
        read = list(stretches(parsed, words))
        settled = self.settler.settle(words, [self.scanner.scan(words, stretch) for stretch in read])
        sentences = [(s, self.phrases.read(words, s, atoms)) for s, atoms in zip(read, settled, strict=True)]
        by_sentence, registry = self.names.add(words, sentences)
        namesakes = self.places.namesakes(by_sentence)
        memory = DiscourseModel(home=self._home(parsed, words), sole=self._sole(settled))
        references = References(
            words,
            self.pronouns,
            self.bodies,
            self.polities,
            self.lexicon.homes,
            self.hosting,
            self.own_doings,
            memory,
        )
        resolver = Resolver(self.lexicon, self.determiners, registry, words, references)
        found = _Found()
        for (stretch, _), drafts in zip(sentences, by_sentence, strict=True):
            self._resolve(parsed, stretch, self.places.at_home(words, drafts, namesakes), resolver, found)
        return _cast(parsed, resolver, found)

    def _resolve(
        self, parsed: Parsed, stretch: Stretch, drafts: list[MentionDraft], resolver: Resolver, found: _Found
    ) -> None:
        """Add to `found` what a sentence names, in the order of its words."""
        words, memory = resolver.words, resolver.references.memory
        located = self.places.places(words, parsed.text, drafts)
        memory.ground = self._ground(drafts, located)
        memory.ahead = _states_of(words, drafts)
        pairs = self.pairs.phrases(words, stretch)
        for at, step in self._steps(words, stretch, drafts, pairs):
            if isinstance(step, PairPhrase):
                found.pair(step, self.pairs.members(step, memory, stretch.index))
            elif isinstance(step, BodyPhrase):
                found.add(resolver.body(step, stretch))
            elif step is None:
                self._pronoun(at, stretch, resolver, found)
            elif step in located:
                found.places.append(self._place(parsed, drafts[step], resolver))
            elif not any(p.start < drafts[step].end and at < p.end for p in pairs):
                found.add(resolver.resolve(drafts[step], stretch))

    def _steps(
        self, words: TokenLists, stretch: Stretch, drafts: list[MentionDraft], pairs: list[PairPhrase]
    ) -> list[tuple[int, _Step]]:
        """What is resolved in a sentence, by the word it starts at; of two, as they are listed here."""
        steps: list[tuple[int, _Step]] = [(d.start, k) for k, d in enumerate(drafts)]
        steps += [(at, None) for at in self.pronouns.pronouns(words, stretch)]
        steps += [(pair.start, pair) for pair in pairs]
        steps += [(body.start, body) for body in self.bodies.phrases(words, stretch, drafts)]
        return sorted(steps, key=lambda step: step[0])

    def _ground(self, drafts: list[MentionDraft], located: set[int]) -> str | None:
        """The one state in which the places of a sentence lie."""
        senses = [drafts[at].sense for at in located]
        states = {sense.id for sense in senses if sense is not None and sense.id in self.lexicon.entities}
        return states.pop() if len(states) == 1 else None

    def _sole(self, sentences: list[list[GazetteerMatch]]) -> str | None:
        """The only state that a report names, if there is one."""
        named = {atom.sense.id for atoms in sentences for atom in atoms}
        entities = [self.lexicon.entities[id_] for id_ in named if id_ in self.lexicon.entities]
        # What is part of no state has a code that is no state's, though MNE is Montenegro's too.
        parts = [entity for entity in entities if entity.kind == "state" or entity.part_of is not None]
        states = {entity.code for entity in parts if entity.code is not None}
        state = states.pop() if len(states) == 1 else None
        return state if state in self.lexicon.entities else None

    def _pronoun(self, at: int, stretch: Stretch, resolver: Resolver, found: _Found) -> None:
        """Add what the pronoun at word `at` stands for: one actor, or two joined ones."""
        one = resolver.pronoun(at, stretch)
        found.add(one)
        if one is None:
            word, memory = resolver.words.lowers[at], resolver.references.memory
            found.pair(PairPhrase(at, at + 1, False), self.pairs.joined(word, memory, stretch.index))

    def _home(self, parsed: Parsed, words: TokenLists) -> str | None:
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

    def _place(self, parsed: Parsed, draft: MentionDraft, resolver: Resolver) -> Place:
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


def _states_of(words: TokenLists, drafts: list[MentionDraft]) -> dict[int, str]:
    """The states that drafts name by themselves, by the position of the head word."""
    named = ((words.token(draft.head).i, draft) for draft in drafts if draft.owner is None)
    return {i: draft.sense.id for i, draft in named if draft.sense and draft.sense.role in _STATES}


class _Found(Struct):
    """What a report names, in order."""

    resolved: list[Resolved] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    pairs: list[tuple[PairPhrase, tuple[Entity, ...]]] = field(default_factory=list)

    def add(self, item: Resolved | None) -> None:
        if item is not None:
            self.resolved.append(item)

    def pair(self, phrase: PairPhrase, members: tuple[Entity, ...]) -> None:
        if members:
            self.pairs.append((phrase, members))


def _cast(parsed: Parsed, resolver: Resolver, found: _Found) -> Cast:
    words, entities = resolver.words, resolver.entities
    mentions: list[ActorMention] = []
    names: dict[str, dict[str, None]] = {}
    for item in found.resolved:
        start, end = words.offsets(item.start, item.end)
        text = parsed.text[start:end]
        mentions.append(_mention(start, end, text, entities[item.actor], item.form))
        known = names.setdefault(item.actor, {})
        if item.form != "pronoun":
            known[text] = None
    collectives: list[Collective] = []
    for phrase, sides in found.pairs:
        start, end = words.offsets(phrase.start, phrase.end)
        text = parsed.text[start:end]
        members = tuple(_mention(start, end, text, side, "description") for side in sides)
        collectives.append(Collective(start, end, members))
    kept = tuple(
        structs.replace(entity, names=tuple(names[entity.id]))
        for entity in entities.values()
        if entity.id in names
    )
    codes = [place.code for place in found.places if place.code]
    codes += [member.actor for collective in collectives for member in collective.members]
    lands = tuple(resolver.lexicon.entities[code] for code in dict.fromkeys(codes) if code not in names)
    return Cast(kept, tuple(mentions), tuple(found.places), lands, tuple(collectives))


def _mention(start: int, end: int, text: str, entity: Entity, form: MentionForm) -> ActorMention:
    return ActorMention(start, end, text, entity.id, entity.code, entity.sector, form)
