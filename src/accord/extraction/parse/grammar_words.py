"""The words that the grammar of events asks after: what counts as a pronoun, a side, a first step."""

from __future__ import annotations

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/event_words.json"
# Lists whose words must stand in another list too.
_PARTS = (
    ("calls", "means"),
    ("progress", "steps"),
    ("definite", "definite_any"),
    ("first_person", "speaking_pronouns"),
)


class EventWords(Struct, frozen=True, forbid_unknown_fields=True):
    """event_words.json: lemmas by use; `means`, `calls` and `foreign` are forms.

    In a clause: `spans` measure time and way and are no objects ("marched two days"), `means` behind
    "by" tell how and not by whom, `calls` among them are talked through ("by telephone with").
    Of an infinitive: `controlling` verbs have its subject as their own, `calling` verbs ask through
    "on"; whose request an `asking_nouns` word is does not tell who is to act, whose act an `act_nouns`
    word holds ("decision to leave") is its possessor's.
    Of intentions: `hinting` and `weighing` verbs, and `attempts` at force.  Politicians do what `fights`
    tell with words.  `transfers` are refused to somebody before something.
    Several `steps` somebody is `taking` only lead up to a deed; `progress` does so alone.
    Of parts of clauses: `particles` after a verb and `misread_particles` that the parse takes for
    prepositions, `no_verbs` that it takes for verbs ("persona non grata"), `diverting` prepositions turn
    somebody from an act or to it, `ahead` ones lead to a step's aim, what happens on `occasions` has a
    subject; `copulas` say what somebody is, and whose deed something is `answerable` ("responsible for")
    and `belonging` ("belongs to") do; a noun may stand before `homeward`, which the parse takes for its head.
    Of verbs: `may`, `will`, `futures`, `obligations`; `unless` and `conditions` bring in conditions.
    Of words for others: `definite` determiners in the singular and `definite_any`; `object_pronouns`,
    `anaphors` that take up a deed, `singular_pronouns`, `plural_pronouns` and `remainders` that stand for
    things, `speaking_pronouns` and among them `first_person`; `nobody`, `no_determiners` and `nor` deny;
    `two` tells of both; `pro_verbs` in their `pro_forms` stand for others, with `ways` ("so") behind
    them or `also` ("as") before.  `currencies` make an amount one of money.
    Of sides: `blasts` kill without anyone being named; `foreign` are people of no side, or of another;
    states themselves make `protests`; `sides` and `parties` are what two states are called together;
    `matters` are between states.
    """

    spans: frozenset[str]
    means: frozenset[str]
    calls: frozenset[str]
    controlling: frozenset[str]
    calling: frozenset[str]
    asking_nouns: frozenset[str]
    act_nouns: frozenset[str]
    hinting: frozenset[str]
    weighing: frozenset[str]
    attempts: frozenset[str]
    fights: frozenset[str]
    transfers: frozenset[str]
    steps: frozenset[str]
    progress: frozenset[str]
    taking: frozenset[str]
    blasts: frozenset[str]
    foreign: frozenset[str]
    sides: frozenset[str]
    parties: frozenset[str]
    matters: frozenset[str]
    particles: frozenset[str]
    misread_particles: frozenset[str]
    no_verbs: frozenset[str]
    diverting: frozenset[str]
    ahead: frozenset[str]
    occasions: frozenset[str]
    copulas: frozenset[str]
    answerable: frozenset[str]
    belonging: frozenset[str]
    homeward: frozenset[str]
    protests: frozenset[str]
    may: frozenset[str]
    will: frozenset[str]
    futures: frozenset[str]
    obligations: frozenset[str]
    unless: frozenset[str]
    conditions: frozenset[str]
    definite: frozenset[str]
    definite_any: frozenset[str]
    object_pronouns: frozenset[str]
    anaphors: frozenset[str]
    singular_pronouns: frozenset[str]
    plural_pronouns: frozenset[str]
    remainders: frozenset[str]
    speaking_pronouns: frozenset[str]
    first_person: frozenset[str]
    nobody: frozenset[str]
    no_determiners: frozenset[str]
    nor: frozenset[str]
    two: frozenset[str]
    pro_verbs: frozenset[str]
    pro_forms: frozenset[str]
    ways: frozenset[str]
    also: frozenset[str]
    currencies: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventWords:
        """Read the words.

        Raises:
            VocabularyError: the file is broken, or a list in it is empty or lacks words of another.
        """
        words = vocabulary.read(_FILE, cls)
        for use, group in structs.asdict(words).items():
            if not group or any(word != word.lower() or not word.strip() for word in group):
                raise VocabularyError(f"vocabulary file {_FILE}: {use!r} must list words in lower case")
        for part, whole in _PARTS:
            if not getattr(words, part) <= getattr(words, whole):
                raise VocabularyError(
                    f"vocabulary file {_FILE}: words of {part!r} must stand in {whole!r} too"
                )
        return words
