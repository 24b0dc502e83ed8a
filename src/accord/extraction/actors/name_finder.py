"""Finds the persons and bodies of a report that the gazetteer does not know, and joins offices to names."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accord.extraction.actors.gazetteer import ActorSense, Gazetteer
from accord.extraction.actors.mention_drafts import MentionDraft
from accord.extraction.actors.token_lists import Stretch, TokenLists
from accord.extraction.actors.unknown_names import NameReader, NameRun, Registry
from accord.vocabulary.actor_shapes import NameWords

_PERSON = ActorSense("person", "")


class NameFinder:
    """Adds drafts of unlisted names to those of the lexicon."""

    def __init__(self, lexicon: Gazetteer, reader: NameReader, names: NameWords) -> None:
        self._lexicon = lexicon
        self._reader = reader
        self._speech = frozenset(names.speech)
        self._links = frozenset(names.links)
        self._months = frozenset(names.months)

    def add(
        self, words: TokenLists, sentences: Sequence[tuple[Stretch, list[MentionDraft]]]
    ) -> tuple[list[list[MentionDraft]], Registry]:
        """The drafts with those of unlisted names, by sentence, and the registry of persons' names."""
        open_runs: list[list[tuple[NameRun, bool]]] = []
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
            for run, _ in runs:
                unlisted = self._draft(words, stretch, run, registry)
                if unlisted is not None:
                    added.append(unlisted)
            added += _missed(words, stretch, added, registry)
            added.sort(key=lambda d: d.start)
            result.append(_appose(words, added, self._links))
        return result, registry

    def _runs(
        self, words: TokenLists, stretch: Stretch, drafts: list[MentionDraft]
    ) -> list[tuple[NameRun, bool]]:
        """Runs of proper nouns outside the drafts, each with whether it is known to name a person."""
        taken = {d.start: k for k, d in enumerate(drafts)}
        ends = {d.start: d.end for d in drafts}
        runs: list[tuple[NameRun, bool]] = []
        at = stretch.start
        passed: list[MentionDraft] = []
        while at < stretch.end:
            if at in ends:
                passed.append(drafts[taken[at]])
                at = ends[at]
                continue
            run = self._reader.run_at(words, stretch, at, taken)
            if run is None:
                at += 1
                continue
            following = taken.get(run.end + 1)
            after = drafts[following] if following is not None else None
            runs.append((run, self._names_person(words, stretch, run, passed[-2:], after)))
            at = run.end
        return runs

    def _names_person(
        self,
        words: TokenLists,
        stretch: Stretch,
        run: NameRun,
        before: list[MentionDraft],
        after: MentionDraft | None,
    ) -> bool:
        if self._reader.suffix_of(words, run) is not None:
            return False
        length = run.end - run.start
        if self._reader.has_given_name(words, run) and 2 <= length <= 5:
            return True
        if stretch.headline or length > 5:
            return False
        if length > 2 and any(_is_initial(words.texts[k]) for k in range(run.start + 1, run.end - 1)):
            return True
        if length > 1 and (_is_office(after) or any(_leads_to(words, d, run) for d in before)):
            return words.texts[run.end : run.end + 1] == [","]
        return _has_age(words, run) or self._speaks(words, run)

    def _speaks(self, words: TokenLists, run: NameRun) -> bool:
        last = words.token(run.end - 1)
        if last.dep_ != "nsubj" or last.head.lemma_.lower() not in self._speech:
            return False
        return words.tags[run.end - 1] == "NNP" and not words.texts[run.end - 1].isupper()

    def _draft(
        self, words: TokenLists, stretch: Stretch, run: NameRun, registry: Registry
    ) -> MentionDraft | None:
        suffix = self._reader.suffix_of(words, run)
        if suffix is not None and run.end - run.start > 1:
            if suffix.kind == "other" or stretch.headline:
                return None
            is_place = suffix.kind == "place"
            body = ActorSense("place", "") if is_place else ActorSense("body", "", suffix.sector)
            return MentionDraft(
                run.start, run.end, stretch.index, body, name=None if is_place else run, head=run.end - 1
            )
        if run.end - run.start == 1 and self._is_month(words, run.start):
            return None
        alone = run.end - run.start == 1 and self._reader.has_given_name(words, run)
        if alone and run.end < stretch.end and words.texts[run.end][:1].isupper():
            return None
        if registry.find(_words(words, run)) is None:
            if not stretch.headline:
                return None
            return self._inside(words, stretch, run, registry)
        return MentionDraft(run.start, run.end, stretch.index, _PERSON, name=run, head=run.end - 1)

    def _is_month(self, words: TokenLists, at: int) -> bool:
        """Whether a word that names a month and a person stands for the month ("in May", "May 3")."""
        if words.texts[at] not in self._months:
            return False
        after = words.texts[at + 1 : at + 2]
        return words.tags[at - 1 : at] in (["IN"], ["JJ"], ["CD"], ["DT"]) or bool(
            after and after[0].isdigit()
        )

    def _inside(
        self, words: TokenLists, stretch: Stretch, run: NameRun, registry: Registry
    ) -> MentionDraft | None:
        """A name known from the body inside a run of capitals of a headline."""
        for length in (3, 2, 1):
            for start in range(run.start, run.end - length + 1):
                part = NameRun(start, start + length)
                if registry.find(_words(words, part)) is not None:
                    return MentionDraft(start, start + length, stretch.index, _PERSON, name=part, head=start)
        return None


def _missed(
    words: TokenLists, stretch: Stretch, drafts: list[MentionDraft], registry: Registry
) -> list[MentionDraft]:
    """Surnames of the report's persons that are not tagged as names ("Sanders", "Rubio's")."""
    if stretch.headline:
        return []
    covered = {at for draft in drafts for at in range(draft.start, draft.end)}
    found = []
    for at in range(stretch.start, stretch.end):
        text, tag = words.texts[at], words.tags[at]
        if at in covered or not text[0].isupper() or len(text) < 4 or tag == "NNP":
            continue
        if at == stretch.start and tag not in ("NNS", "NNPS"):
            continue
        if registry.is_surname(words.lowers[at]) and registry.find((text,)) is not None:
            found.append(MentionDraft(at, at + 1, stretch.index, _PERSON, name=NameRun(at, at + 1), head=at))
    return found


def _is_initial(text: str) -> bool:
    return len(text) == 2 and text[1] == "." and text[0].isupper()


def _is_office(draft: MentionDraft | None) -> bool:
    """Whether a draft is of one office that no name follows."""
    if draft is None or draft.sense is None or draft.sense.role != "title":
        return False
    return draft.name is None and draft.person is None and not draft.sense.plural


def _leads_to(words: TokenLists, draft: MentionDraft, run: NameRun) -> bool:
    """Whether an office stands before the run, with a comma: "the envoy to Peru, Ana Ruiz,"."""
    between = words.lowers[draft.end : run.start]
    if not _is_office(draft) or not between or between[-1] != "," or len(between) > 5:
        return False
    return len(between) == 1 or between[0] in ("to", "in", "at", "of")


def _has_age(words: TokenLists, run: NameRun) -> bool:
    after = words.texts[run.end : run.end + 3]
    return len(after) == 3 and after[0] == after[2] == "," and after[1].isdigit() and len(after[1]) == 2


def _words(words: TokenLists, run: NameRun) -> tuple[str, ...]:
    return tuple(words.texts[run.start : run.end])


def _appose(words: TokenLists, drafts: list[MentionDraft], links: frozenset[str]) -> list[MentionDraft]:
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
            if not _is_person(name) or "," not in between or len(between) > 4:
                continue
            if all(word in links for word in between):
                joined[at] = replace(draft, name=name.name, person=name.person)
                owner = draft.owner or draft.seat
                joined[other] = replace(name, role=name.role or draft.role, owner=name.owner or owner)
                break
    return joined


def _beside(drafts: list[MentionDraft], at: int) -> list[int]:
    places = [at + 1, at + 2, at - 1]
    return [k for k in places if 0 <= k < len(drafts)]


def _is_person(draft: MentionDraft) -> bool:
    """Whether the draft names a person, with or without a rank ("Gen. Ana Ruiz")."""
    if draft.sense is None:
        return False
    ranked = draft.sense.role == "title" and (draft.name is not None or draft.person is not None)
    return draft.sense.role == "person" or ranked
