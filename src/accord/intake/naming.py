"""What a file's name tells of its report: the outlet and the day, if they are plainly there."""

from __future__ import annotations

import re

from msgspec import Struct

from accord.intake.days import find_compact_day, find_day, strip_days
from accord.vocabulary import read

_MOST_WORDS = 5
_PARTS = re.compile(r"_+|\s+[-–]\s+|\s{2,}")
_BETWEEN_WORDS = re.compile(r"[\s./-]+")
_NAME_WORD = re.compile(r"[^\W\d_]{2,15}")
_SMALL = frozenset({"of", "and", "for"})


class _Outlets(Struct):
    names: tuple[str, ...]
    other_names: dict[str, str]
    last_words: frozenset[str]
    last_words_after_the: frozenset[str]


class FileNameReader:
    """Reads file names."""

    def __init__(self, outlets: _Outlets) -> None:
        self._outlets = outlets
        self._known = {_key(name): name for name in outlets.names}
        self._known |= {_key(other): name for other, name in outlets.other_names.items()}

    @classmethod
    def load(cls) -> FileNameReader:
        """Load the names of outlets."""
        return cls(read("outlets.json", _Outlets))

    def day(self, stem: str) -> str | None:
        """The day written in a name such as "reuters_2021-05-03" or "20210503-kabul"."""
        return find_day(stem) or find_day(stem.replace("_", " ")) or find_compact_day(stem)

    def source(self, stem: str) -> str | None:
        """The outlet that a name names; None for hashes, numbers, slugs and words such as "article".

        An outlet stands alone ("the-thursday-times"), beside the day ("dawn-2021-05-03"), or in a
        part of the name that is set off by underscores ("dawn_kabul-visit").
        """
        dayless = strip_days(strip_days(stem).replace("_", "  "))
        for part in [dayless, *_PARTS.split(dayless)]:
            words = [word for word in _BETWEEN_WORDS.split(part.lower()) if word]
            if words and (name := self._outlet(words)) is not None:
                return name
        return None

    def _outlet(self, words: list[str]) -> str | None:
        if (known := self._known.get("".join(words))) is not None:
            return known
        if not 1 < len(words) <= _MOST_WORDS or not all(_NAME_WORD.fullmatch(word) for word in words):
            return None
        after_the = self._outlets.last_words_after_the if words[0] == "the" else frozenset()
        if words[-1] not in self._outlets.last_words and words[-1] not in after_the:
            return None
        return " ".join(
            word if word in _SMALL and index else word.capitalize() for index, word in enumerate(words)
        )


def _key(name: str) -> str:
    return "".join(_BETWEEN_WORDS.split(name.lower()))
