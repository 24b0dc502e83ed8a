"""Who said what: statements by speaker, the wordings of the reports next to each other."""

from __future__ import annotations

from msgspec import Struct

from accord.present.citations import Citations, Cite, Source
from accord.present.quotes import Quote, compared
from accord.records import Dossier, DossierStatement, StatementKind, Wording

_KINDS: dict[StatementKind, str] = {
    "direct": "in the speaker’s words",
    "mixed": "partly in the speaker’s words",
    "indirect": "in the report’s words",
}

# Of a speaker nobody quotes, this many statements are shown at once.
_SHOWN = 2


class WordingView(Struct, frozen=True):
    """A statement as one report gives it."""

    source: Source
    kind: str
    literal: bool
    named: str
    sentence: Cite
    quotes: tuple[Quote, ...]
    occasion: str
    medium: str


class StatementView(Struct, frozen=True):
    """One utterance in its wordings."""

    anchor: str
    statement: DossierStatement
    wordings: tuple[WordingView, ...]

    @property
    def weighty(self) -> bool:
        """Whether several reports have it, or one has the speaker's own words."""
        return len(self.wordings) > 1 or any(one.literal for one in self.wordings)


class SpeakerView(Struct, frozen=True):
    """A speaker with what is reported of them; `known` is false where nobody is named.

    `further` are statements that one report tells in its own words, where there are weightier ones.
    """

    name: str
    known: bool
    sources: tuple[Source, ...]
    statements: tuple[StatementView, ...]
    further: tuple[StatementView, ...]


def speakers(dossier: Dossier, citations: Citations, prefix: str) -> tuple[SpeakerView, ...]:
    """The speakers of `dossier`: named ones first, those whom more reports quote before others."""
    spoken: dict[tuple[str | None, str], list[StatementView]] = {}
    for number, statement in enumerate(dossier.statements, 1):
        view = _statement(statement, citations, f"{prefix}-w{number}")
        name = "" if statement.speaker else statement.speaker_name
        spoken.setdefault((statement.speaker, name), []).append(view)
    views = [_speaker(statements, citations) for statements in spoken.values()]
    return tuple(sorted(views, key=_place))


def _place(view: SpeakerView) -> tuple[bool, bool, int, int]:
    quoted = any(one.weighty for one in view.statements)
    return not view.known, not quoted, -len(view.sources), -len(view.statements)


def _speaker(statements: list[StatementView], citations: Citations) -> SpeakerView:
    first = statements[0].statement
    reports = [wording.report for view in statements for wording in view.statement.wordings]
    ordered = sorted(statements, key=lambda view: (not view.weighty, -len(view.wordings)))
    shown = [view for view in ordered if view.weighty] or ordered[:_SHOWN]
    return SpeakerView(
        name=first.speaker_name or "Nobody named",
        known=first.speaker is not None,
        sources=citations.of(reports),
        statements=tuple(shown),
        further=tuple(ordered[len(shown) :]),
    )


def _statement(statement: DossierStatement, citations: Citations, anchor: str) -> StatementView:
    contents = [citations.cite(wording.content) for wording in statement.wordings]
    views = []
    for index, wording in enumerate(statement.wordings):
        others = [cite for number, cites in enumerate(contents) if number != index for cite in cites]
        view = _wording(wording, contents[index], others, citations)
        if view is not None:
            views.append(view)
    return StatementView(anchor, statement, tuple(views))


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
