"""Made-up news: happenings with reports of each, for tests of stores and of grouping."""

from __future__ import annotations

import random

from accord.intake.report_draft import ReportDraft

FERRY = (
    "A ferry ran aground off Skerra Island in fog. Coast guard helicopters winched passengers from the ferry."
)
FERRY_2 = (
    "Passengers were winched off a ferry by coast guard helicopters. The ferry ran aground off Skerra Island."
)
CHESS = "Grandmaster Lidia Orsolya won the candidates tournament in Tirgu with a queen sacrifice."

_SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "or", "il")]


def _word(chance: random.Random) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(3))


def news(happenings: int, reports: int, seed: int = 7, dated: bool = True) -> list[ReportDraft]:
    """So many reports of each of so many happenings, in order of publication."""
    chance = random.Random(seed)
    common = [_word(chance) for _ in range(60)]
    found: list[ReportDraft] = []
    for number in range(happenings):
        own = [_word(chance) for _ in range(14)]
        for report in range(reports):
            sentences = []
            for _ in range(4):
                words = chance.sample(own, 5) + chance.sample(common, 3)
                chance.shuffle(words)
                sentences.append(f"{' '.join(words).capitalize()}.")
            day = f"2031-{1 + (number * 3 + report) // 28 % 12:02}-{1 + (number * 3 + report) % 28:02}"
            found.append(
                ReportDraft(
                    id=f"n{number:03}r{report:02}",
                    text=" ".join(sentences),
                    place=f"made.jsonl line {len(found) + 1}",
                    source=f"Outlet {report}",
                    published=day if dated else None,
                )
            )
    return sorted(found, key=lambda draft: (draft.published or "", draft.id))
