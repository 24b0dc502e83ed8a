"""Source, title, day and address, and where each came from; outlets and days in file names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.errors import VocabularyError
from accord.intake.intake import read
from accord.intake.metadata import Completer, FileNameReader
from accord.records import Provenance, Report
from vocabularies import Replaced

BODY = (
    "The harbour authority has reopened the northern terminal, its director told reporters on Monday, and "
    "the first of the grain ships that had waited since the spring left before noon.\n\n"
    "He said that the others would follow by the end of the week.\n"
)


def report(folder: Path, name: str, text: str) -> Report:
    (folder / name).write_text(text, encoding="utf-8")
    (found,) = read(folder / name).reports
    assert found.text == text or name.endswith("html")
    return found


@pytest.mark.parametrize(
    ("line", "source", "published"),
    [
        ("VALLETTA (The Harbour Post) — ", "The Harbour Post", None),
        ("VALLETTA, 3 May 2021 (Reuters) - ", "Reuters", "2021-05-03"),
        ("VALLETTA, Malta (AP) _ ", "AP", None),
        ("VALLETTA, May 3, 2021 (Xinhua) -- ", "Xinhua", "2021-05-03"),
        ("VALLETTA, May 3. /TASS/. ", "TASS", None),
        ("VALLETTA — ", None, None),
        ("", None, None),
    ],
)
def test_the_date_line_gives_source_and_day(
    tmp_path: Path, line: str, source: str | None, published: str | None
) -> None:
    found = report(tmp_path, "a.txt", line + BODY)
    assert (found.source, found.published, found.title) == (source, published, None)
    assert found.provenance == Provenance(source=source and "date line", published=published and "date line")


def test_a_line_with_the_day_of_publication_gives_it(tmp_path: Path) -> None:
    found = report(tmp_path, "a.txt", "Terminal Reopens\nPublished: 3 May 2021, 10:15 GMT\n" + BODY)
    assert (found.title, found.published) == ("Terminal Reopens", "2021-05-03")
    assert found.provenance == Provenance(title="heading", published="date line")


def test_a_day_in_the_prose_is_not_the_day_of_publication(tmp_path: Path) -> None:
    assert report(tmp_path, "a.txt", "On 3 May 2021 the terminal was closed. " + BODY).published is None


def test_what_the_front_matter_states_goes_before_text_and_file_name(tmp_path: Path) -> None:
    text = (
        '---\ntitle: "Grain leaves again"\ndate: 2021-05-04\npublisher: Harbour Post\n'
        "url: https://example.org/grain\n---\n# Terminal Reopens\n\nVALLETTA (AP) - " + BODY
    )
    found = report(tmp_path, "reuters_2021-05-03.md", text)
    assert found.title == "Grain leaves again"
    assert found.published == "2021-05-04"
    assert found.source == "Harbour Post"
    assert found.url == "https://example.org/grain"
    assert found.provenance == Provenance("metadata", "metadata", "metadata", "metadata")


def test_a_markdown_heading_is_the_title_without_its_marks(tmp_path: Path) -> None:
    found = report(tmp_path, "a.md", "# Terminal Reopens\n\n" + BODY)
    assert (found.title, found.provenance.title) == ("Terminal Reopens", "heading")


def test_the_file_name_gives_what_nothing_else_does(tmp_path: Path) -> None:
    found = report(tmp_path, "reuters_2021-05-03.txt", BODY)
    assert (found.source, found.published) == ("Reuters", "2021-05-03")
    assert found.provenance == Provenance(source="file name", published="file name")


def test_what_is_told_nowhere_stays_unknown(tmp_path: Path) -> None:
    found = report(tmp_path, "017_9f3a67d0c42e2292.txt", BODY)
    assert (found.source, found.title, found.published, found.url) == (None, None, None, None)
    assert found.provenance == Provenance()


PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="{charset}">
<title>Terminal reopens – Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="Terminal reopens">
<meta property="article:published_time" content="2021-05-03T08:00:00+02:00">
<link rel="canonical" href="https://www.harbourpost.example/2021/terminal">
</head><body><nav><a href="/">Home</a> <a href="/trade">Trade</a></nav>
<article><h1>Terminal reopens</h1><p>{first}</p><p>It’s open again – at last.</p></article>
<footer>© 2021 Harbour Post. All rights reserved.</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252"])
def test_a_page_is_turned_into_text_once_and_keeps_its_bytes(tmp_path: Path, charset: str) -> None:
    data = PAGE.format(charset=charset, first=BODY.split("\n")[0]).encode(charset)
    (tmp_path / "page.html").write_bytes(data)
    (found,) = read(tmp_path / "page.html").reports
    assert BODY.split("\n")[0] in found.text
    assert "It’s open again – at last." in found.text
    assert "Home" not in found.text
    assert found.raw == data
    assert (found.title, found.published) == ("Terminal reopens", "2021-05-03")
    assert (found.source, found.url) == ("Harbour Post", "https://www.harbourpost.example/2021/terminal")
    assert found.provenance == Provenance("metadata", "metadata", "metadata", "metadata")


def test_a_page_without_a_site_name_is_known_by_its_host(tmp_path: Path) -> None:
    page = PAGE.format(charset="utf-8", first=BODY).replace(
        '<meta property="og:site_name" content="Harbour Post">', ""
    )
    page = page.replace(" – Harbour Post", "")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (found,) = read(tmp_path / "page.html").reports
    assert found.source is not None
    assert "harbourpost" in found.source.lower()


def test_a_page_without_an_article_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        "<html><body><script>var a = 1;</script></body></html>", encoding="utf-8"
    )
    found = read(tmp_path / "page.html")
    assert found.reports == ()
    assert "no article text" in found.problems[0].reason


@pytest.fixture(scope="module")
def names() -> FileNameReader:
    return FileNameReader.load()


@pytest.mark.parametrize(
    ("stem", "source", "day"),
    [
        ("reuters_2021-05-03", "Reuters", "2021-05-03"),
        ("2021-05-03_reuters", "Reuters", "2021-05-03"),
        ("dawn-2021-05-03", "Dawn", "2021-05-03"),
        ("AP 3 July 2020", "AP", "2020-07-03"),
        ("nyt_20200703_harbour-talks", "The New York Times", "2020-07-03"),
        ("Khaama_Press_2020_07_03", "Khaama Press", "2020-07-03"),
        ("the-harbour-times", "The Harbour Times", None),
        ("the_evening_star", "The Evening Star", None),
    ],
)
def test_outlet_and_day_of_a_telling_name(
    names: FileNameReader, stem: str, source: str, day: str | None
) -> None:
    assert names.source(stem) == source
    assert names.day(stem) == day


@pytest.mark.parametrize(
    "stem",
    [
        "017_9f3a67d0c42e2292",
        "2b6e67d0-c42e-4292-8aaa-0123456789ab",
        "report1",
        "article",
        "story-a",
        "breaking-news",
        "harbour-talks-2021-05-03",
        "times",
        "stdin",
        "12345",
        "",
    ],
)
def test_a_name_that_names_no_outlet_gives_none(names: FileNameReader, stem: str) -> None:
    assert names.source(stem) is None


@given(st.text(max_size=60))
def test_any_name_is_taken(stem: str) -> None:
    reader = FileNameReader.load()
    reader.source(stem)
    reader.day(stem)


@pytest.mark.parametrize("use", ["last_words", "last_words_after_the", "small_words", "source_labels"])
def test_words_that_are_looked_for_in_lower_case_stand_in_lower_case(use: str) -> None:
    words: dict[str, object] = {
        "names": [], "other_names": {}, "last_words": [], "last_words_after_the": [], "small_words": [],
        "source_labels": [],
    }  # fmt: skip
    broken = Replaced(file="en/text/outlets.json", data=words | {use: ["fine", "Wrong"]})
    with pytest.raises(VocabularyError, match=f"'{use}': write 'Wrong' in lower case"):
        Completer.load(broken)
