"""What the acts in a sentence are done to: missions, relations between states, credentials."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct

from accord.guides.act_wordings import GuideWords, HeadRank, ObjectName
from accord.guides.bilateral import Sides
from accord.guides.phrase_patterns import ObjectPatterns
from accord.guides.verb_clauses import ActVerb

# So much text after a mission or a rank may hold its place.
_NEAR = 60


class ActObject(Struct, frozen=True):
    """What an act is done to; a mission has a level, may have a place, and is the sender's `own` or not."""

    name: ObjectName
    start: int
    end: int
    level: str | None = None
    place: str | None = None
    own: bool = True


class RankMention(Struct, frozen=True):
    """A rank named in the text."""

    start: int
    end: int
    rank: HeadRank


class ObjectFinder(Struct, frozen=True):
    """Finds things and ranks in one text."""

    text: str
    sides: Sides
    words: GuideWords

    @property
    def around(self) -> ObjectPatterns:
        """The patterns of what stands in the place of objects and around them."""
        return self.words.phrases.objects

    def things(self, verb: ActVerb) -> list[ActObject]:
        """What `verb` is about, in its clause: on its right, or for a passive on its left."""
        for start, end in self._stretches(verb):
            found = [*self.staff(start, end), *self.missions(start, end)]
            found += [
                ActObject("relations", m.start(), m.end())
                for m in self.words.relations.finditer(self.text, start, end)
                if m[1] is not None
            ]
            if verb.about == "represent":
                found = [
                    ActObject("interests", *m.span(), "Interests")
                    for m in self.words.interests.finditer(self.text, start, end)
                ]
            elif verb.about == "recognize":
                governments = self.words.government.finditer(self.text, start, end)
                found = [ActObject("government", *m.span()) for m in governments]
            found += [
                ActObject("credentials", m.start(), m.end())
                for m in self.words.credentials.finditer(self.text, start, end)
            ]
            if found:
                found.sort(key=lambda thing: (thing.start, -thing.end))
                return [t for i, t in enumerate(found) if not any(t.start < f.end for f in found[:i])]
        return []

    def missions(self, start: int, end: int) -> list[ActObject]:
        """The missions named between two offsets."""
        found = self.words.mission.finditer(self.text, start, end)
        return [self._mission(match) for match in found]

    def staff(self, start: int, end: int) -> list[ActObject]:
        """Those who work at a mission, named as a whole between two offsets."""
        return [
            ActObject(
                "staff", *match.span(), self.words.levels.get(plain(match["before"] or match["after"] or "")),
                own=self.sides.told_owner(self.text, *match.span()) != "host"
                and self.sides.host.search(match[0]) is None and self.sides.other.search(match[0]) is None,
            )
            for match in self.words.staff.finditer(self.text, start, end)
        ]  # fmt: skip

    def ranks(self, start: int, end: int) -> Iterator[RankMention]:
        """The ranks of heads of mission named between two offsets."""
        for match in self.words.rank.finditer(self.text, start, end):
            if match[1]:
                yield RankMention(match.start(), match.end(), self.words.ranks[plain(match[0])])

    def place(self, end: int) -> str | None:
        """The place named just after what ends there: "at Port Sol"."""
        near, objects = end + _NEAR, self.around
        match = objects.city.match(self.text, end, near) or objects.place.match(self.text, end, near)
        if match is None or self.words.verb.match(match[1]):
            return None
        return match[1]

    def place_of(self, thing: ActObject, verb: ActVerb) -> str | None:
        """Where a thing is: the place named with it, or with the verb: "the Consulate opened in Port Sol"."""
        if thing.place is not None or self.around.at.match(self.text, verb.end) is None:
            return thing.place
        return self.place(verb.end)

    def lives_away(self, start: int, end: int) -> bool:
        """Whether the text between says that an envoy resides elsewhere than in the host's capital."""
        for match in self.words.away.finditer(self.text, start, end):
            place = self.around.place.match(self.text, match.end(), end)
            if place is None or place[1] not in self.sides.capitals:
                return True
        return False

    def end_of_paragraph(self, start: int) -> int:
        """Where the paragraph of an offset ends."""
        stop = self.text.find("\n\n", start)
        return stop if stop >= 0 else len(self.text)

    def _mission(self, match: re.Match[str]) -> ActObject:
        owner = self.sides.owner(self.text, match.start(), match.end())
        level = self.words.levels[plain(match[0])]
        return ActObject("mission", *match.span(), level, self.place(match.end()), owner == "sender")

    def takes_object(self, verb: ActVerb) -> bool:
        """Whether the verb has an object of its own on its right."""
        return (
            not verb.passive
            and verb.about != "leave"
            and self.around.alone.match(self.text, verb.end) is None
        )

    def _stretches(self, verb: ActVerb) -> list[tuple[int, int]]:
        if verb.passive or verb.about == "leave":
            return [verb.left]
        return [verb.right] if self.takes_object(verb) else [verb.left, verb.right]


def plain(words: str) -> str:
    """The words in lower case, with single spaces."""
    return " ".join(words.casefold().split())
