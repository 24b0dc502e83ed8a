"""Which news agency a report credits: two reports that credit the same one may have one witness."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.records import Reading
from accord.vocabulary import read

_FILE = "wires.json"
# Credits stand in the date line ("KABUL (Reuters) -") or close the report ("- AP", "(With AFP)").
_HEAD = 200
_TAIL = 120
_IN_BRACKETS = re.compile(
    r"[(\[/]\s*(?:with\s+|from\s+|source:\s*)?([A-Za-z][A-Za-z .-]{1,40}?)\s*[)\]/]", re.I
)
_AFTER_DASH = re.compile(r"[-–—]\s*([A-Z][A-Za-z .-]{1,40}?)\s*$", re.M)


class WireFinder(Struct, frozen=True):
    """Finds agencies by the forms their credits take."""

    agencies: Mapping[str, str]

    @classmethod
    def load(cls) -> WireFinder:
        """Read the agencies.

        Raises:
            VocabularyError: the file is broken, or gives one form to two agencies.
        """
        agencies: dict[str, str] = {}
        for name, forms in read(_FILE, dict[str, list[str]]).items():
            for form in forms:
                if agencies.setdefault(form, name) != name:
                    raise VocabularyError(f"vocabulary file {_FILE}: {form!r} credits two agencies; keep one")
        return cls(agencies)

    def find(self, reading: Reading) -> frozenset[str]:
        """Names of the agencies that the report credits at its head or its end."""
        head, tail = reading.text[:_HEAD], reading.text[-_TAIL:]
        credits = [*_IN_BRACKETS.findall(head), *_IN_BRACKETS.findall(tail), *_AFTER_DASH.findall(tail)]
        names = (self._agency(credit) for credit in credits)
        return frozenset(name for name in (*names, self.publisher(reading)) if name is not None)

    def publisher(self, reading: Reading) -> str | None:
        """The agency that published the report itself, if one did."""
        return self._agency(reading.source or "")

    def _agency(self, credit: str) -> str | None:
        return self.agencies.get(" ".join(credit.casefold().split()))
