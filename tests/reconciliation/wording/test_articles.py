"""Which names take "the"."""

from __future__ import annotations

import pytest

from accord.reconciliation.wording.articles import ArticleWords


@pytest.mark.parametrize(
    ("name", "kind", "takes"),
    [
        ("Netherlands", "state", True),
        ("Norway", "state", False),
        ("European Union", "organisation", True),
        ("Norway's Supreme Court", "institution", False),
        ("Supreme Court", "institution", True),
        ("harbour master", "person", True),
        ("Mary Court", "person", False),
        ("", "group", False),
    ],
)
def test_the_article_goes_by_the_name_and_its_kind(name: str, kind: str, takes: bool) -> None:
    assert ArticleWords.load().takes_the(name, kind) is takes
