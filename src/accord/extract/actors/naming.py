"""Finds the persons and bodies of a report that the gazetteer does not know, and joins offices to names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from accord.extract.actors.lexicon import Lexicon, Sense
from accord.extract.actors.names import NameReader, Run
from accord.extract.actors.people import Registry, slug
from accord.extract.actors.phrases import Draft
from accord.extract.actors.words import Stretch, Words

_PERSON = Sense("person", "")
_LINKS = frozenset({",", "the", "a", "an", "former", "then", "to", "in", "at", "new", "current", "acting", "its"})


@dataclass
class Names:
    """What one report's names stand for: filled by `NameFinder`, read by the resolver."""

    registry: Registry
    bodies: dict[str, tuple[str, str]] = field(default_factory=dict)


class NameFinder:
    """Adds drafts of unlisted names to those of the lexicon."""

    def __init__(self, lexicon: Lexicon, reader: NameReader, speech: frozenset[str]) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._speech = speech

    def add(
        self, words: Words, sentences: Sequence[tuple[Stretch, list[Draft]]]
    ) -> tuple[list[list[Draft]], Registry]:
        """The drafts with those of unlisted names, by sentence, and the registry of persons' names."""
        open_runs: list[list[tuple[Run, bool]]] = []
        evidenced: list[tuple[str, ...]] = []
        known: dict[str, str] = {}
        for stretch, drafts in sentences:
            for draft in drafts:
                if draft.person:
                    known.setdefault(self._lexicon.entities[draft.person].name, draft.person)
                elif draft.name:
                    evidenced.append(_words(words, draft.name))
            runs = self._runs(words, stretch, drafts)
            open_runs.append(runs)
            if not stretch.headline:
                evidenced.extend(_words(words, run) for run, person in runs if person)
        registry = Registry(evidenced, known.items())
        result = []
        for (stretch, drafts), runs in zip(sentences, open_runs, strict=True):
            added = list(drafts)
            for run, person in runs:
                draft = self._draft(words, stretch, run, person, registry)
                if draft is not None:
                    added.append(draft)
            added.sort(key=lambda d: d.start)
            result.append(_appose(words, added))
        return result, registry

    def _runs(self, words: Words, stretch: Stretch, drafts: list[Draft]) -> list[tuple[Run, bool]]:
        """Runs of proper nouns outside the drafts, each with whether it is known to name a person."""
        taken = {d.start: k for k, d in enumerate(drafts)}
        ends = {d.start: d.end for d in drafts}
        runs: list[tuple[Run, bool]] = []
        at = stretch.start
        before: Draft | None = None
        while at < stretch.end:
            if at in ends:
                before = drafts[taken[at]]
                at = ends[at]
                continue
            run = self._reader.run_at(words, stretch, at, taken)
            if run is None:
                at += 1
                continue
            runs.append((run, self._names_person(words, stretch, run, before)))
            at = run.end
        return runs

    def _names_person(self, words: Words, stretch: Stretch, run: Run, before: Draft | None) -> bool:
        if self._reader.suffix_of(words, run) is not None:
            return False
        length = run.end - run.start
        if self._reader.has_given_name(words, run) and 2 <= length <= 5:
            return True
        if stretch.headline:
            return False
        after = words.texts[run.end : run.end + 3]
        if len(after) == 3 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] == ",":
            return True
        last = words.token(run.end - 1)
        if last.dep_ == "nsubj" and last.head.lemma_.lower() in self._speech and length <= 4:
            return words.tags[run.end - 1] == "NNP" and not words.texts[run.end - 1].isupper()
        apposed = before is not None and before.sense is not None and before.sense.role == "title"
        if apposed and before is not None and before.name is None and length >= 2:
            between = words.lowers[before.end : run.start]
            return between == [","]
        return False

    def _draft(
        self, words: Words, stretch: Stretch, run: Run, person: bool, registry: Registry
    ) -> Draft | None:
        suffix = self._reader.suffix_of(words, run)
        if suffix is not None and run.end - run.start > 1:
            if suffix.kind != "organisation" or stretch.headline:
                return None
            body = Sense("body", "", suffix.sector)
            return Draft(run.start, run.end, stretch.index, body, name=run, head=run.end - 1)
        if registry.find(_words(words, run)) is None:
            if not stretch.headline:
                return None
            return self._inside(words, stretch, run, registry)
        return Draft(run.start, run.end, stretch.index, _PERSON, name=run, head=run.end - 1)

    def _inside(
        self, words: Words, stretch: Stretch, run: Run, registry: Registry
    ) -> Draft | None:
        """A name known from the body inside a run of capitals of a headline."""
        for length in (3, 2, 1):
            for start in range(run.start, run.end - length + 1):
                part = Run(start, start + length)
                if registry.find(_words(words, part)) is not None:
                    return Draft(start, start + length, stretch.index, _PERSON, name=part, head=start)
        return None


def _words(words: Words, run: Run) -> tuple[str, ...]:
    return tuple(words.texts[run.start : run.end])


def _appose(words: Words, drafts: list[Draft]) -> list[Draft]:
    """Join an office and the name beside it: "the envoy to Peru, Ana Ruiz", "Ana Ruiz, a judge"."""
    joined = list(drafts)
    for at, draft in enumerate(joined):
        if draft.sense is None or draft.sense.role != "title" or draft.name or draft.person:
            continue
        if draft.sense.plural:
            continue
        for other in _beside(joined, at):
            first, second = (draft, joined[other]) if other > at else (joined[other], draft)
            name = joined[other]
            between = words.lowers[first.end : second.start]
            inner = joined[at + 1].start if other == at + 2 else None
            if inner is not None:
                covered = joined[at + 1]
                between = words.lowers[first.end : inner] + words.lowers[covered.end : second.start]
            if not _is_person(name) or name.role or "," not in between or len(between) > 4:
                continue
            if all(word in _LINKS for word in between):
                joined[at] = replace(draft, name=name.name, person=name.person)
                owner = draft.owner or draft.seat
                joined[other] = replace(name, role=draft.role, owner=name.owner or owner)
                break
    return joined


def _beside(drafts: list[Draft], at: int) -> list[int]:
    places = [at + 1, at + 2, at - 1]
    return [k for k in places if 0 <= k < len(drafts)]


def _is_person(draft: Draft) -> bool:
    return draft.sense is not None and draft.sense.role == "person"
