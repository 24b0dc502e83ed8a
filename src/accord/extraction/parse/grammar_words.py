"""The words that the grammar of events asks after: what counts as a blast, a side, a first step."""

from __future__ import annotations

from functools import cache

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

_FILE = "en/events/event_words.json"


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
    Of sides: `blasts` kill without anyone being named; `foreign` are people of no side, or of another;
    `sides` and `parties` are what two states are called together; `matters` are between states.
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
        for part, whole in (("calls", "means"), ("progress", "steps")):
            if not getattr(words, part) <= getattr(words, whole):
                raise VocabularyError(
                    f"vocabulary file {_FILE}: words of {part!r} must stand in {whole!r} too"
                )
        return words


@cache
def event_words() -> EventWords:
    """The words as they are shipped, read once."""
    return EventWords.load()
