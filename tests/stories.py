"""Small made stories that several rooms of the tests tell, and what must hold of their dossiers."""

from __future__ import annotations

from accord.records import Conflict, Dossier, Factuality, Polarity
from accord.steps import reconcile
from readings import ReadingBuilder, story

COPIED = (
    "Norway recognised Chile after secret harbour talks, granting fishing rights, "
    "shipping lanes and customs relief to coastal towns."
)


def told_of_recognition(id: str, text: str) -> ReadingBuilder:
    """Norway recognises Chile, in a sentence of that text."""
    builder = ReadingBuilder(id, text)
    builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    return builder


def recognition(
    id: str, edtf: str | None = None, words: str = "", *, polarity: Polarity = "positive",
    scope: str | None = None, factuality: Factuality = "asserted", source: str | None = None,
) -> ReadingBuilder:  # fmt: skip
    """Norway recognises Chile, with a time and a scope in the words that follow."""
    verb = "recognised" if polarity == "positive" else "has not recognised"
    tail = ", becoming the " + scope + " to do so" if scope else ""
    builder = ReadingBuilder(
        id, f"Envoys met in report {id}. Norway {verb} Chile{words}{tail}.", source=source
    )
    time = builder.time(words.removeprefix(" in "), edtf) if edtf else None
    builder.event(
        verb, "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")], time=time, polarity=polarity,
        factuality=factuality, scope=scope,
    )  # fmt: skip
    return builder


def credentials(
    id: str, clause: str, low: int | None, high: int | None, credentials_first: bool
) -> ReadingBuilder:
    """The same two happenings, ordered by a clause, and told from one side or the other."""
    text = f"Norway recognised Chile. {clause} Norway accepted the envoy's credentials."
    builder = ReadingBuilder(id, text)
    first = builder.event(
        "recognised", "recognise", actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")],
    )  # fmt: skip
    second = builder.event("accepted", "accept-credentials", actors=[builder.actor("Norway", "NOR", 1)])
    earlier, later = (second, first) if credentials_first else (first, second)
    builder.order(clause, earlier, later, low, high)
    return builder


def met(id: str, city: str, code: str, act: str = "talks") -> ReadingBuilder:
    """Norway and Chile meet in a city of a country."""
    builder = ReadingBuilder(id, f"Norway held talks with Chile in {city} on 4 May 2020.")
    builder.event(
        "held talks", act, actors=[builder.actor("Norway", "NOR")],
        recipients=[builder.actor("Chile", "CHL")], time=builder.time("4 May 2020", "2020-05-04"),
        place=(city, code),
    )  # fmt: skip
    return builder


def struck(id: str, actor: tuple[str, str], rest: str, day: str | None) -> ReadingBuilder:
    """An attack on Peru by somebody on a day."""
    builder = ReadingBuilder(id, f"{actor[0]} shelled the naval base in Peru {rest}.")
    builder.event(
        "shelled", "attack", actors=[builder.actor(*actor)], recipients=[builder.actor("Peru", "PER")],
        time=builder.time(rest, day) if day else None, type="ASSAULT",
    )  # fmt: skip
    return builder


def counted(
    id: str, text: str, words: str, low: float, high: float | None, unit: str = "guest"
) -> ReadingBuilder:
    """A report of a text with one figure."""
    builder = ReadingBuilder(id, text)
    builder.quantity(words, low, high, unit)
    return builder


def tallied(id: str, *sentences: tuple[str, str, float, str], title: str | None = None) -> ReadingBuilder:
    """A report of sentences, each with one figure: its words, number and unit."""
    lines = [title] if title else []
    text = "\n".join([*lines, " ".join(sentence for sentence, *_ in sentences if sentence != title)])
    builder = ReadingBuilder(id, text, title=title)
    for _, words, number, unit in sentences:
        builder.quantity(words, number, number, unit)
    return builder


def spoken(id: str, quote: str) -> ReadingBuilder:
    """President Rojas is quoted."""
    builder = ReadingBuilder(id, f"“{quote},” President Ana Rojas said in report {id}.")
    builder.person("President Ana Rojas", "Ana Rojas", "CHL", "president")
    builder.statement(quote, source="President Ana Rojas", cue="said", speaker="ana-rojas")
    return builder


def only(dossier: Dossier, kind: str) -> Conflict:
    """The one conflict of a kind, in a dossier that is in order."""
    found = [conflict for conflict in dossier.conflicts if conflict.kind == kind]
    assert len(found) == 1, [c.explanation for c in dossier.conflicts]
    check(dossier)
    return found[0]


def calm(*builders: ReadingBuilder) -> Dossier:
    """The dossier of a story in which nothing conflicts."""
    dossier = reconcile(story(*builders))
    assert dossier.conflicts == (), [c.explanation for c in dossier.conflicts]
    check(dossier)
    return dossier


def check(dossier: Dossier) -> None:
    """Every quotation is literal; every conflict has two sides and every claim a value."""
    texts = {report.id: report.text for report in dossier.reports}
    quoted = [e for c in dossier.conflicts for side in c.sides for e in side.evidence]
    quoted += [e for c in dossier.claims for value in c.values for e in value.evidence]
    quoted += [e for event in dossier.events for m in event.mentions for e in (m.evidence, m.trigger)]
    assert all(e.text == texts[e.report][e.start : e.end] and e.text for e in quoted)
    assert all(len(c.sides) > 1 and all(s.evidence for s in c.sides) for c in dossier.conflicts)
    assert all(c.values for c in dossier.claims)
    assert all(event.text for event in dossier.events)
    ids = {event.id for event in dossier.events}
    assert {c.event for c in dossier.claims} | {c.event for c in dossier.conflicts} <= ids | {None}
    assert [entry.event for entry in dossier.timeline] == [event.id for event in dossier.events]
