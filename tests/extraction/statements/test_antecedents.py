"""Whom pronouns take up among those who are mentioned and those who spoke."""

from __future__ import annotations

from collections.abc import Callable

from accord.extraction.actors.cast import Cast
from accord.extraction.parse.parsed import Parsed
from accord.extraction.parse.tree import TokenTree
from accord.extraction.statements.antecedents import UNKNOWN, Antecedents, Named
from accord.extraction.statements.descriptions import Described
from accord.extraction.statements.genders import Genders, GenderWords
from accord.extraction.statements.mentions import Mentions
from accord.records import ActorMention, Entity, EntityKind


def _antecedents(parse: Callable[..., Parsed], text: str, **kinds: EntityKind) -> Antecedents:
    entities = tuple(Entity(name, name, kind) for name, kind in kinds.items())
    mentions = tuple(
        ActorMention(at, at + len(e.id), e.id, e.id) for e in entities if (at := text.find(e.id)) >= 0
    )
    cast = Cast(entities, tuple(sorted(mentions, key=lambda m: m.start)))
    tree = TokenTree.of(parse(text).doc)
    found = Mentions.of(tree, cast)
    words = GenderWords.load()
    described = Described.of(tree, found, words)
    return Antecedents(tree, found, Genders.of(tree, cast, found, words), described, [-1] * len(tree))


def test_the_subject_is_taken_up_before_others(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(
        parse, "Ruiz walked to the gate with Marku. She spoke.", Ruiz="person", Marku="person"
    )
    assert found.person(found.tree.lower.index("she"), ()).actor == "Ruiz"


def test_what_is_set_apart_is_not_looked_at(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(parse, "It rained. Ruiz must go, he said.", Ruiz="person")
    at = found.tree.lower.index("he")
    assert found.person(at, ()).actor == "Ruiz"
    assert found.person(at, ((3, 6),)) == UNKNOWN


def test_names_in_brackets_are_not_looked_at(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(parse, "The gate is shut (picture: Ruiz). He spoke.", Ruiz="person")
    assert found.person(found.tree.lower.index("he"), ()) == UNKNOWN


def test_a_name_of_nobody_in_the_cast_is_told_as_it_stands(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(parse, "Julia Noor walked to the gate. She spoke.")
    named = found.person(found.tree.lower.index("she"), ())
    assert named.actor is None
    assert named.span == (0, len("Julia Noor"))


def test_several_who_spoke_last_are_they_and_not_it(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(parse, "Drivers said it rained. They left. It closed.")
    drivers = Named(None, (0, 7))
    found.note(1, 0, drivers)
    assert found.body(found.tree.lower.index("they"), plural=True) == drivers
    assert found.body(found.tree.lower.index("closed") - 1, plural=False) == UNKNOWN


def test_a_body_that_spoke_last_is_it(parse: Callable[..., Parsed]) -> None:
    found = _antecedents(parse, "Portco said it rained. It closed.", Portco="organisation")
    port = Named("Portco", (0, 6))
    found.note(1, 0, port)
    assert found.body(found.tree.lower.index("closed") - 1, plural=False) == port
