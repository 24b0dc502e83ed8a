"""The ledger: the relations that dossiers tell of, over valid time and recorded time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from accord.edtf import agree, bounds
from accord.ledger.rules import Rules
from accord.ledger.tables import frame
from accord.records import Dossier, LedgerEntry, Relation
from accord.verdict import strongest


class Ledger(Struct, frozen=True):
    """The relations between actors over time: `entries` as they were posted, put together by its views.

    A Ledger does not change: `post` returns a new one, and nothing is overwritten.  `rules` say which
    states end which others.

    >>> [(entry.aspect, entry.level) for entry in ledger.view(on="2015-08-01")]
    [('designation', 'delisted'), ('mission', 'Embassy'), ('mission', 'Embassy'), ('relations',
     'resumed'), ('sanctions', 'lifted')]
    """

    entries: tuple[LedgerEntry, ...] = ()
    rules: Rules = field(default_factory=Rules.load)

    def post(self, dossier: Dossier, known: str | None = None) -> Ledger:
        """Add the relations of `dossier`, recorded on the day `known`, else when its reports were published.

        Posting the same again changes nothing.
        """
        return self.post_all([dossier], known)

    def post_all(self, dossiers: Iterable[Dossier], known: str | None = None) -> Ledger:
        """Post many dossiers at once, which costs less than one by one."""
        entries = dict.fromkeys(self.entries)
        for dossier in dossiers:
            published = {report.id: report.published for report in dossier.reports}
            entries.update((_entry(relation, published, known), None) for relation in dossier.relations)
        return Ledger(tuple(entries), self.rules)

    def post_entries(self, entries: Iterable[LedgerEntry], known: str | None = None) -> Ledger:
        """Add entries from elsewhere, as the guide reader makes them.

        Those without a recorded day are recorded on the day `known`, if it is given; it is not guessed.
        """
        posted = dict.fromkeys(self.entries)
        for entry in entries:
            posted[entry if entry.recorded is not None else replace(entry, recorded=known)] = None
        return Ledger(tuple(posted), self.rules)

    def view(self, on: str | None = None, known: str | None = None) -> tuple[LedgerEntry, ...]:
        """States of relations, sorted by aspect, parties and date.

        With `on`, those that can have held on that day; with `known`, as far as could be known on
        that day (what has no recorded day is left out).  Days are ISO 8601.
        """
        visible = [
            e for e in self.entries if known is None or (e.recorded is not None and e.recorded <= known)
        ]
        chains = self._chains(visible)
        breaks = [s for chain in chains for s in chain if (s.aspect, s.level) in self.rules.across]
        found = [state for chain in chains for state in self._ended(chain, breaks)]
        if on is not None:
            found = [noted for state in found if (noted := _held(state, on)) is not None]
        return tuple(sorted(found, key=_order))

    def history(self, one: str, other: str, aspect: str | None = None) -> tuple[LedgerEntry, ...]:
        """The states between two parties, in either direction, of one aspect or of all."""
        return tuple(
            entry
            for entry in self.view()
            if {entry.from_, entry.to} == {one, other} and aspect in {None, entry.aspect}
        )

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        """All states as an Arrow C stream, so that a data frame can be made of a ledger; see `frame`."""
        return frame(self.view()).__arrow_c_stream__(requested_schema)

    def _chains(self, entries: Iterable[LedgerEntry]) -> list[list[LedgerEntry]]:
        """Entries on the same aspect between the same parties, the same states joined."""
        chains: dict[tuple[str, str, str], list[LedgerEntry]] = defaultdict(list)
        for entry in sorted(entries, key=_order):
            one, other = entry.from_, entry.to
            if entry.aspect in self.rules.mutual and other < one:
                one, other = other, one
            chain = chains[entry.aspect, one, other]
            for place, state in enumerate(chain):
                if state.level == entry.level and agree(state.valid_from, entry.valid_from):
                    chain[place] = _join(state, entry)
                    break
            else:
                chain.append(entry)
        return list(chains.values())

    def _ended(self, chain: Sequence[LedgerEntry], breaks: Sequence[LedgerEntry]) -> list[LedgerEntry]:
        """The chain with the end of each state that a later one ends, or one of `breaks` of other aspects."""
        states = []
        for state in chain:
            ends = [
                later.valid_from
                for later in chain
                if state.level in self.rules.ends.get((later.aspect, later.level), ())
                and _follows(later, state)
            ]
            ends += [
                later.valid_from
                for later in breaks
                if {later.from_, later.to} == {state.from_, state.to}
                and (state.aspect, state.level) in self.rules.across[later.aspect, later.level]
                and _follows(later, state)
            ]
            first = min(
                (end for end in ends if end is not None), key=lambda end: bounds(end)[0] or "", default=None
            )
            states.append(replace(state, valid_to=state.valid_to or first))
        return states


def _entry(relation: Relation, published: dict[str, str | None], known: str | None) -> LedgerEntry:
    days = [day for item in relation.evidence if (day := published.get(item.report)) is not None]
    return LedgerEntry(
        from_=relation.from_,
        to=relation.to,
        aspect=relation.aspect,
        level=relation.level,
        valid_from=relation.valid_from,
        valid_to=relation.valid_to,
        recorded=known or max(days, default=None),
        verdict=relation.verdict,
        evidence=relation.evidence,
        note=relation.note,
    )


def _join(one: LedgerEntry, other: LedgerEntry) -> LedgerEntry:
    """One state that two entries tell: known from the earlier day, dated as narrowly as either dates it."""
    narrower = max((one.valid_from, other.valid_from), key=lambda date: (_width(date), date or ""))
    recorded = [day for day in (one.recorded, other.recorded) if day is not None]
    return replace(
        one,
        valid_from=narrower,
        recorded=min(recorded, default=None),
        verdict=strongest((one.verdict, other.verdict)),
        evidence=tuple(dict.fromkeys((*one.evidence, *other.evidence))),
        note="; ".join(dict.fromkeys(note for note in (one.note, other.note) if note)),
    )


def _width(date: str | None) -> int:
    """How narrow a date is: 0 for unknown, more for narrower."""
    first, last = bounds(date)
    if first is None or last is None:
        return 0 if date is None else 1
    return 4 if first == last else 3 if first[:7] == last[:7] else 2


def _follows(later: LedgerEntry, state: LedgerEntry) -> bool:
    """Whether `later` surely begins after `state` began; what has no date had begun when it was recorded."""
    begins = bounds(later.valid_from)[0]
    begun = bounds(state.valid_from)[1] or state.recorded
    return begins is not None and begun is not None and begun < begins


def _held(state: LedgerEntry, on: str) -> LedgerEntry | None:
    """The state if it can have held on the day `on`, with a note where that is not certain.

    A state without a date is taken to have begun when it was recorded, if that is known.
    """
    first, last = bounds(state.valid_from)
    if last is None:
        first, last = first or state.recorded, state.recorded
    if first is not None and first > on:
        return None
    end_first, end_last = bounds(state.valid_to)
    if end_last is not None and end_last <= on:
        return None
    doubts = [state.note] if state.note else []
    if last is None or last > on:
        doubts.append(f"may not have begun by {on}")
    if state.valid_to is not None and (end_first is None or end_first <= on):
        doubts.append(f"may have ended by {on}")
    return replace(state, note="; ".join(doubts))


def _order(entry: LedgerEntry) -> tuple[str, str, str, str, str, str, tuple[tuple[str, int, int], ...]]:
    where = tuple((item.report, item.start, item.end) for item in entry.evidence)
    date = bounds(entry.valid_from)[0] or "~"
    return entry.aspect, entry.from_, entry.to, date, entry.level, entry.recorded or "", where
