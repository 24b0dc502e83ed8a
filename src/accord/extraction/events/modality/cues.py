"""What tells whether an event is a fact: words of plans, doubts and denials, and whose statement it is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import Struct, structs

from accord.errors import VocabularyError
from accord.extraction.parse.clauses import lemma_of
from accord.extraction.parse.parsed import Cover, Parsed
from accord.records import ActorMention, Factuality, Statement
from accord.vocabulary import PACKAGED, Vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.actors.cast import Cast


_FILE = "en/events/factuality.json"
_STEPS = 4


class _FactualityFile(Struct, frozen=True, forbid_unknown_fields=True):
    light: str
    receiving: str
    containers: str
    decision_nouns: str
    factive: str
    planned: str
    planned_nouns: str
    planned_adjectives: str
    asked: str
    asked_nouns: str
    ordered: str
    ordered_nouns: str
    negating: str
    negating_nouns: str
    denying: str
    possible: str
    possible_adjectives: str
    doubting_adjectives: str
    wishing: str
    possible_nouns: str
    possible_modals: str
    planned_modals: str
    possible_adverbs: str
    reported_adverbs: str
    negative_adjectives: str
    hearsay: str
    negative_adverbs: str
    negative_determiners: str
    negative_subjects: str
    conditions: str
    condition_prepositions: str
    granting: str
    tellings: str
    dismissing: str
    untrue: str
    past: str
    past_clauses: str
    to_come: str
    bearing: str
    merely: str
    through: str
    container_prepositions: str


class ModalityWords(Struct, frozen=True):
    """The words that carry factuality, by their effect.

    What `past` prepositions and `past_clauses` bring in has happened; clauses with `to_come` and a
    present tense have not.  Through `bearing` prepositions a verb bears on an event ("refrained from
    attacking"), `through` others an event only helps; before `merely`, "not" does not negate ("not
    only"); `containers` hold events behind `container_prepositions` ("the step of a recall").  What is
    said with a `doubting` adjective ("unlikely") is likely not so, and what somebody is `wishing` had
    happened has not.
    """

    verbs: dict[str, str]
    nouns: dict[str, str]
    adjectives: dict[str, str]
    doubting: frozenset[str]
    wishing: frozenset[str]
    modals: dict[str, Factuality]
    adverbs: dict[str, str]
    light: frozenset[str]
    receiving: frozenset[str]
    containers: frozenset[str]
    factive: frozenset[str]
    negative: frozenset[str]
    conditions: frozenset[str]
    condition_prepositions: frozenset[str]
    granting: frozenset[str]
    hearsay: frozenset[str]
    tellings: frozenset[str]
    dismissing: frozenset[str]
    untrue: frozenset[str]
    past: frozenset[str]
    past_clauses: frozenset[str]
    to_come: frozenset[str]
    bearing: frozenset[str]
    merely: frozenset[str]
    through: frozenset[str]
    container_prepositions: frozenset[str]

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> ModalityWords:
        """Read factuality.json.

        Raises:
            VocabularyError: the file is broken, or a list in it is empty or not in lower case.
        """
        file = vocabulary.read(_FILE, _FactualityFile)
        _check(file)
        return cls(
            verbs=_verbs(file),
            nouns=_nouns(file),
            adjectives=_classes(
                planned=file.planned_adjectives,
                possible=file.possible_adjectives,
                negative=file.negative_adjectives,
            ),
            doubting=frozenset(file.doubting_adjectives.split()),
            wishing=frozenset(file.wishing.split()),
            modals=_modals(file),
            adverbs=_classes(
                possible=file.possible_adverbs, reported=file.reported_adverbs, negative=file.negative_adverbs
            ),
            light=frozenset(file.light.split()),
            receiving=frozenset(file.receiving.split()),
            containers=frozenset(file.containers.split()) | frozenset(file.decision_nouns.split()),
            factive=frozenset(file.factive.split()) | frozenset(file.decision_nouns.split()),
            negative=frozenset(file.negative_determiners.split()) | frozenset(file.negative_subjects.split()),
            conditions=frozenset(file.conditions.split()),
            condition_prepositions=frozenset(file.condition_prepositions.split()),
            granting=frozenset(file.granting.split()),
            hearsay=frozenset(file.hearsay.split()),
            tellings=frozenset(file.tellings.split()),
            dismissing=frozenset(file.dismissing.split()) | frozenset(file.denying.split()),
            untrue=frozenset(file.untrue.split()),
            past=frozenset(file.past.split()),
            past_clauses=frozenset(file.past_clauses.split()),
            to_come=frozenset(file.to_come.split()),
            bearing=frozenset(file.bearing.split()),
            merely=frozenset(file.merely.split()),
            through=frozenset(file.through.split()),
            container_prepositions=frozenset(file.container_prepositions.split()),
        )


def _check(file: _FactualityFile) -> None:
    for use, words in structs.asdict(file).items():
        if not words.strip() or words != words.lower():
            raise VocabularyError(f"vocabulary file {_FILE}: {use!r} must list words in lower case")


def _verbs(file: _FactualityFile) -> dict[str, str]:
    return _classes(
        planned=file.planned, asked=file.asked, ordered=file.ordered, negative=file.negating,
        denied=file.denying, possible=file.possible,
    )  # fmt: skip


def _nouns(file: _FactualityFile) -> dict[str, str]:
    return _classes(
        planned=file.planned_nouns, asked=file.asked_nouns, ordered=file.ordered_nouns,
        negative=file.negating_nouns, possible=file.possible_nouns,
    )  # fmt: skip


def _modals(file: _FactualityFile) -> dict[str, Factuality]:
    modals: dict[str, Factuality] = dict.fromkeys(file.possible_modals.split(), "possible")
    return modals | dict.fromkeys(file.planned_modals.split(), "planned")


def _classes(**classes: str) -> dict[str, str]:
    return {word: name for name, words in classes.items() for word in words.split()}


def contents_of(statements: Iterable[Statement]) -> Cover[Statement]:
    """What the statements of a report tell, by character."""
    return Cover((start, end, told) for told in statements for start, end in told.content)


def innermost(token: Token, contents: Cover[Statement]) -> Statement | None:
    """The innermost statement that holds `token`, but where its verb is joined to the one that says it."""
    inner = contents.at(token.idx)
    return None if inner is None or _continues(token, inner) else inner


def stands_in(token: Token, spans: Iterable[tuple[int, int]]) -> bool:
    """Whether a token starts in one of some spans of characters."""
    return any(start <= token.idx < end for start, end in spans)


class Attribution(Struct, frozen=True):
    """The contents of a report's statements, by character."""

    contents: Cover[Statement]
    words: ModalityWords
    factive: frozenset[str]
    cast: Cast

    @classmethod
    def of(
        cls, parsed: Parsed, statements: tuple[Statement, ...], cast: Cast, words: ModalityWords
    ) -> Attribution:
        """Index the statements of a report."""
        ids = {
            statement.id
            for statement in statements
            for start, end in statement.cue
            if _lemmas(parsed, start, end) & words.factive
        }
        return cls(contents_of(statements), words, frozenset(ids), cast)

    def apply(
        self, token: Token, factuality: Factuality, actors: tuple[ActorMention, ...]
    ) -> tuple[str | None, Factuality]:
        """The speaker of the innermost statement that holds `token`, and the event's factuality.

        An event that its own actor announces or confirms is asserted, and one that is told before it is
        said who tells it ("Peru has recalled its envoy, its ministry said"); so is what a statement takes
        for granted.  Any other in a statement is reported.
        """
        inner = innermost(token, self.contents)
        if inner is None:
            return None, factuality
        if factuality == "possible" and is_later(token):
            return inner.speaker, "planned"
        if factuality != "asserted":
            return inner.speaker, factuality
        if inner.kind == "indirect" and _is_granted(token, inner, self.words.past_clauses):
            return inner.speaker, "asserted"
        if inner.kind == "indirect" and _is_told_first(inner) and inner.speaker is not None:
            return inner.speaker, "asserted" if self._side(inner.speaker, actors) else "reported"
        if inner.id in self.factive and (inner.speaker is None or self._side(inner.speaker, actors)):
            return inner.speaker, "asserted"
        return inner.speaker, "reported"

    def _side(self, speaker: str, actors: tuple[ActorMention, ...]) -> bool:
        """Whether the speaker is one of the actors or speaks for the same state."""
        entity = self.cast.by_id.get(speaker)
        code = entity.code if entity is not None else None
        return any(m.actor == speaker or (code is not None and m.code == code) for m in actors)


def _is_told_first(statement: Statement) -> bool:
    """Whether who says something is told after it."""
    if not statement.cue or not statement.content:
        return False
    return min(start for start, _ in statement.content) < min(start for start, _ in statement.cue)


def _is_granted(token: Token, statement: Statement, before: frozenset[str]) -> bool:
    """Whether what is said takes an event for granted: "years after Peru cut them", "Peru, which left"."""
    verb = token
    for _ in range(_STEPS):
        if not stands_in(verb, statement.content):
            return False
        marks = {c.lower_ for c in verb.children if c.dep_ == "mark"}
        if (verb.dep_ == "advcl" and marks & before) or (verb.dep_ == "pcomp" and verb.head.lower_ in before):
            return True
        if verb.dep_ == "relcl" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ",":
            return True
        if verb.head == verb or verb.dep_ not in {"conj", "dobj", "aux", "xcomp"}:
            return False
        verb = verb.head
    return False


def _continues(token: Token, statement: Statement) -> bool:
    """Whether a verb is joined to the one that says something: "said it was wrong, and expelled them"."""
    while token.dep_ in {"conj", "dobj"}:
        carried = token.dep_ == "dobj"
        token = token.head
        if carried and lemma_of(token) != "order":
            return False  # "Peru ordered the expulsion of": who orders it does it.
        if stands_in(token, statement.cue):
            return True
    return False


def is_later(token: Token) -> bool:
    """Whether "would" stands for what is to come, as seen from who says it, and under no condition."""
    modals = {c.lower_ for c in token.children if c.dep_ == "aux" and c.tag_ == "MD"}
    bound = any(c.dep_ == "advcl" for c in token.children)
    return modals == {"would"} and not bound and token.dep_ in {"ROOT", "ccomp", "parataxis"}


def _lemmas(parsed: Parsed, start: int, end: int) -> set[str]:
    span = parsed.doc.char_span(start, end, alignment_mode="expand")
    return {lemma_of(t) for t in span} if span is not None else set()
