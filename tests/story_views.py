"""What is shown of a dossier, by the words as they are shipped; made stories of usual length."""

from __future__ import annotations

from msgspec.structs import replace

from accord.present.view.story import StoryView, story_view
from accord.present.view.view_words import ViewWords
from accord.records import Dossier, Evidence, Fact, ReportView
from dossiers import empty_dossier

WORDS = ViewWords.load()


def viewed(dossier: Dossier, number: int = 1) -> StoryView:
    """The view of `dossier` as the `number`th story of a page."""
    return story_view(dossier, number, WORDS)


def of_usual_length(reports: int, told: int) -> Dossier:
    """The dossier of reports, each of a day of its own and of so many sentences.

    They tell every other sentence alike, and each has the others for itself.
    """
    lines = [[_sentence(number, report) for number in range(told)] for report in range(reports)]
    texts = [" ".join(sentences) for sentences in lines]
    views = tuple(
        ReportView(f"made-{n}", f"The {n}. Gazette", f"Ferries, part {n}", f"2031-05-{n + 10}", text)
        for n, text in enumerate(texts)
    )
    facts: list[Fact] = []
    for number in range(told):
        evidence = []
        for report in range(reports):
            start = texts[report].index(lines[report][number])
            quoted = lines[report][number]
            evidence.append(Evidence(views[report].id, start, start + len(quoted), quoted))
        alike = number % 2 == 0 and reports > 1
        for one in [tuple(evidence)] if alike else [(item,) for item in evidence]:
            rank, day = len(facts) + 1, f"2031-05-{number % 9 + 1:02}" if number % 3 == 0 else None
            verdict = "corroborated" if len(one) > 1 else "single source"
            facts.append(Fact(f"fact-{rank}", one[0].text, rank, verdict, (), day, None, (), (), one))  # type: ignore[arg-type]
    return replace(empty_dossier(), title="Ferries back at the quay", reports=views, facts=tuple(facts))


def _sentence(number: int, report: int) -> str:
    told = "all" if number % 2 == 0 else f"report {report}"
    return (
        f"Ferry {number} of the northern line came back to the quay at Port Elin after the flood, "
        f"as {told} told, with carts and goats on board."
    )
