"""Which sides of an event the clause that tells it names as taking part, and which only stand around it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accord.extraction.events.arguments.roles import Site
from accord.extraction.parse.clauses import antecedent, children, complement, conjuncts, is_verb
from accord.records import ActorMention

if TYPE_CHECKING:
    from spacy.tokens import Token

    from accord.extraction.events.event_draft import EventDraft

_MODIFIERS = ("poss", "compound", "amod", "nmod")
# Phrases that tell where, when or on what occasion, and nobody who takes part.
_CIRCUMSTANCES = frozenset(
    {"in", "at", "near", "during", "after", "before", "since", "amid", "around", "like"}
)
_COMPLEMENTS = 2


def implied_sides(draft: EventDraft, text: str) -> tuple[str, ...]:
    """Identifiers of the sides that the event's own clause does not name, sorted; `text` is the report's.

    A pronoun names nobody, nor does a word that stands for the other side already.  Whose a mission is and
    where it is, reports tell once, and then of "the embassy": its sides are never taken for implied.
    """
    sense, site = draft.trigger.sense, draft.trigger.site
    if sense.is_of_mission:
        return ()
    heads = [noun for head in _heads(site) for noun in conjuncts(antecedent(head))]
    doers = {(mention.start, mention.end) for mention in draft.actors}
    implied = {m.actor for m in draft.actors if not _is_named(m, heads, text)}
    implied |= {
        m.actor for m in draft.recipients if not _is_named(m, heads, text) or (m.start, m.end) in doers
    }
    return tuple(sorted(implied))


def _heads(site: Site) -> Iterator[Token]:
    """The nouns that fill a place of the event's clause, or of the one it takes."""
    token = site.trigger
    if not is_verb(token):
        yield from children(token, *_MODIFIERS)
        yield from _phrases(site, token)
    verb: Token | None = site.verb
    for _ in range(_COMPLEMENTS):
        if verb is None or not (is_verb(verb) or verb.pos_ in {"ADJ", "AUX"}):
            return
        yield from _of_clause(site, verb)
        verb = complement(verb)


def _of_clause(site: Site, verb: Token) -> Iterator[Token]:
    yield from (site.grammar.described(verb) if verb.pos_ == "ADJ" else site.grammar.topics(verb))
    yield from children(verb, "nsubj", "nsubjpass", "dative")
    if is_verb(verb):
        yield from site.grammar.subjects(verb)
        for noun in site.grammar.objects(verb):
            yield noun
            yield from _phrases(site, noun)
    yield from _phrases(site, verb)


def _phrases(site: Site, host: Token) -> Iterator[Token]:
    for preposition, nouns in site.grammar.phrases(host).items():
        if preposition not in _CIRCUMSTANCES:
            yield from nouns


def _is_named(mention: ActorMention, heads: list[Token], text: str) -> bool:
    if mention.form == "pronoun" or _is_half(mention, text):
        return False
    return any(_names(mention, head) for head in heads)


def _is_half(mention: ActorMention, text: str) -> bool:
    """Whether a mention is a part of a word with a hyphen: "Finnish-born", "Franco-Danish"."""
    return text[mention.start - 1 : mention.start] == "-" or text[mention.end : mention.end + 1] == "-"


def _names(mention: ActorMention, head: Token) -> bool:
    """Whether a mention is the noun, or whose it is; a part of a longer name is not the bearer's."""
    if _covers(mention, head):
        return True
    if head.pos_ != "PROPN" and mention.form != "metonym":
        owners = [noun for child in children(head, *_MODIFIERS) for noun in conjuncts(child)]
        owners += [
            noun for phrase in children(head, "prep") if phrase.lower_ == "of" for noun in phrase.children
        ]
        if any(_covers(mention, owner) for owner in owners):
            return True
    return any(_covers(mention, noun) for noun in children(head, "appos"))


def _covers(mention: ActorMention, token: Token) -> bool:
    return mention.start <= token.idx < mention.end
