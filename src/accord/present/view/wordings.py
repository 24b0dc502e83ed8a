"""The reports' own words next to each other: who said what, and how each report names each actor."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.present.view.citations import Citations, Cite, CitedReport
from accord.present.view.quotes import CANDIDATES, Quote, compared
from accord.present.view.view_words import StanceWords
from accord.records import Dossier, DossierLabel, DossierStatement, StatementKind, Wording

_KINDS: dict[StatementKind, str] = {
    "direct": "in the speaker’s words",
    "mixed": "partly in the speaker’s words",
    "indirect": "in the report’s words",
}

# Of a speaker nobody quotes, this many statements are shown at once.
_SHOWN = 2
# Fewer words of some length than this say little alone.
_FEWEST_WORDS = 4
_CONTENT_WORD = re.compile(r"[^\W\d_]{4,}")
# Two words that are written large: nobody in the cast, but named.
_PROPER_NAME = re.compile(r"\b[A-Z][\w.’'-]*\s+[A-Z][\w’'-]")
_WORD = re.compile(r"[^\W\d_]+")


class WordingView(Struct, frozen=True):
    """A statement as one report gives it."""

    source: CitedReport
    kind: str
    literal: bool
    named: str
    sentence: Cite
    quotes: tuple[Quote, ...]
    occasion: str
    medium: str


class StatementView(Struct, frozen=True):
    """One utterance in its wordings; `spoken` is false of what is only wanted or thought."""

    anchor: str
    statement: DossierStatement
    wordings: tuple[WordingView, ...]

    spoken: bool

    @property
    def weighty(self) -> bool:
        """Whether several reports have it, or one has the speaker's own words."""
        return len(self.wordings) > 1 or any(one.literal for one in self.wordings)

    @property
    def slight(self) -> bool:
        """Whether it is a few words that a report gives in its own terms."""
        told = " ".join(quote.cite.text for one in self.wordings for quote in one.quotes)
        return not self.weighty and len(_CONTENT_WORD.findall(told)) < _FEWEST_WORDS


class SpeakerView(Struct, frozen=True):
    """A speaker with what is reported of them; `known` is false where nobody is named.

    `further` are statements that one report tells in its own words, where there are weightier ones.
    """

    name: str
    known: bool
    sources: tuple[CitedReport, ...]
    statements: tuple[StatementView, ...]
    further: tuple[StatementView, ...]


def speakers(
    dossier: Dossier, citations: Citations, prefix: str, stances: StanceWords
) -> tuple[SpeakerView, ...]:
    """The speakers of `dossier`: named ones first, those whom more reports quote before others."""
    by_speaker: dict[tuple[str | None, str], list[StatementView]] = {}
    for number, statement in enumerate(dossier.statements, 1):
        view = _statement(statement, citations, f"{prefix}-w{number}", stances)
        name = "" if statement.speaker else statement.speaker_name
        by_speaker.setdefault((statement.speaker, name), []).append(view)
    views = [_speaker(statements, citations) for statements in by_speaker.values()]
    return tuple(sorted(views, key=_place))


def _place(view: SpeakerView) -> tuple[bool, bool, bool, int, int]:
    quoted = any(one.weighty for one in view.statements)
    spoken = any(one.spoken for one in view.statements)
    return not view.known, not quoted, not spoken, -len(view.sources), -len(view.statements)


def _speaker(statements: list[StatementView], citations: Citations) -> SpeakerView:
    first = statements[0].statement
    reports = [wording.report for view in statements for wording in view.statement.wordings]
    ordered = sorted(statements, key=_weight)
    some = [view for view in ordered if not view.slight][: _SHOWN if first.speaker_name else 0]
    shown = [view for view in ordered if view.weighty] or some
    rest = ordered[len(shown) :]
    if shown and len(rest) == 1 and not rest[0].slight:
        shown, rest = ordered, []
    return SpeakerView(
        name=first.speaker_name or "Nobody named",
        known=first.speaker is not None or _PROPER_NAME.search(first.speaker_name) is not None,
        sources=citations.of(reports),
        statements=tuple(shown),
        further=tuple(rest),
    )


def _weight(view: StatementView) -> tuple[bool, bool, bool, int]:
    """Quoted or shared before told, said before meant, telling before slight."""
    return not view.weighty, view.slight, not view.spoken, -len(view.wordings)


def _is_spoken(statement: DossierStatement, stances: StanceWords) -> bool:
    """Some cue tells that words were said."""
    cues = [_WORD.findall(cue.text.casefold()) for one in statement.wordings for cue in one.cue]
    return any(not any(map(stances.tells, words)) for words in cues if words)


def _statement(
    statement: DossierStatement, citations: Citations, anchor: str, stances: StanceWords
) -> StatementView:
    contents = [citations.cite(wording.content) for wording in statement.wordings]
    views = []
    for index, wording in enumerate(statement.wordings):
        # The first of them are enough to find one that is like it.
        near = contents[: CANDIDATES + 1]
        others = [cite for number, cites in enumerate(near) if number != index for cite in cites]
        view = _wording(wording, contents[index], others, citations)
        if view is not None:
            views.append(view)
    return StatementView(anchor, statement, tuple(views), _is_spoken(statement, stances))


def _wording(
    wording: Wording, contents: tuple[Cite, ...], others: list[Cite], citations: Citations
) -> WordingView | None:
    sentence = citations.cite((wording.sentence,))
    if not sentence:
        return None
    return WordingView(
        source=sentence[0].source,
        kind=_KINDS[wording.kind],
        literal=wording.kind != "indirect",
        named=" ".join(" ".join(one.text.split()) for one in wording.source),
        sentence=sentence[0],
        quotes=compared(contents, others),
        occasion=wording.occasion.text if wording.occasion else "",
        medium=wording.medium.text if wording.medium else "",
    )


class ChosenLabel(Struct, frozen=True):
    """A choice of words in one report: its label, how often, and each form with its first place.

    `kind` is the label where the forms do not show it.
    """

    label: str
    kind: str
    count: int
    forms: tuple[tuple[str, Cite], ...]


class NamingRow(Struct, frozen=True):
    """An actor with a cell for each report; `varied` where the reports do not all choose alike."""

    actor: str
    cells: tuple[tuple[ChosenLabel, ...], ...]
    varied: bool


def namings(dossier: Dossier, citations: Citations) -> tuple[NamingRow, ...]:
    """A row for each actor that is labelled, those named in more ways first."""
    names = {actor.id: actor.name for actor in dossier.actors}
    by_actor: dict[str, list[DossierLabel]] = {}
    for label in dossier.labels:
        by_actor.setdefault(label.actor, []).append(label)
    rows = []
    for actor, labels in by_actor.items():
        cells = tuple(
            tuple(_naming(label, citations) for label in _by_count(labels, source.report.id))
            for source in citations.sources
        )
        kinds = {label.label for label in labels}
        rows.append((-len(kinds), NamingRow(names.get(actor, actor), cells, len(kinds) > 1)))
    return tuple(row for _, row in sorted(rows, key=lambda pair: pair[0]))


def _by_count(labels: list[DossierLabel], report: str) -> list[DossierLabel]:
    return sorted((label for label in labels if label.report == report), key=lambda label: -label.count)


def _naming(label: DossierLabel, citations: Citations) -> ChosenLabel:
    cites = citations.cite(label.evidence)
    forms: dict[str, tuple[str, Cite]] = {}
    for cite in cites:
        form = " ".join(cite.text.split())
        forms.setdefault(form.casefold(), (form, cite))
    plain = label.label == "name" or any(label.label.casefold() in form for form in forms)
    return ChosenLabel(label.label, "" if plain else label.label, label.count, tuple(forms.values()))
