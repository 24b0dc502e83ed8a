"""Feeds to drafts."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.intake.feeds import is_whole, read_feed
from accord.intake.html import PageReader
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

PAGES = PageReader.load()

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Gull</title><link>https://gull.example</link>
<item><title>Ferry aground</title><link>https://gull.example/1</link><guid>gull-1</guid>
<pubDate>Thu, 01 May 2031 23:30:00 -0500</pubDate><description>Short.</description>
<content:encoded><![CDATA[<p>A ferry ran aground &amp; stayed.</p><script>x()</script>
<p>Fog is blamed.</p>]]></content:encoded>
</item>
<item><title>Empty</title><guid>gull-2</guid></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Tern</title>
<entry><title>Chess</title><id>urn:tern:1</id><link href="https://tern.example/1"/>
<published>2031-05-02T08:00:00Z</published><updated>2031-05-09T08:00:00Z</updated>
<summary>Lidia Orsolya won the tournament.</summary></entry></feed>"""


def test_rss_entries_are_drafts_and_empty_ones_problems() -> None:
    first, second = read_feed(RSS.encode(), "https://gull.example/feed", PAGES)
    assert isinstance(first, ReportDraft)
    assert isinstance(second, Problem)
    assert (first.id, first.source, first.title) == ("gull-1", "The Gull", "Ferry aground")
    assert first.url == "https://gull.example/1"
    assert first.published == "2031-05-01", "the day as printed"
    assert first.text == "A ferry ran aground & stayed.\n\nFog is blamed."
    assert first.place == "https://gull.example/feed"
    assert second.reason == "it has an entry without a headline and a text"


def test_atom_entries_keep_their_first_day() -> None:
    (entry,) = read_feed(ATOM.encode(), "feed", PAGES)
    assert isinstance(entry, ReportDraft)
    assert entry.published == "2031-05-02"
    assert entry.text == "Lidia Orsolya won the tournament."


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    "<rss version='2.0'><channel><item><title>&b;</title></item></channel></rss>"
)


@pytest.mark.parametrize("codec", [b"undefined", b"\xb6", b"hex", b"idna", b"no such"])
def test_a_feed_in_a_codec_that_takes_no_text_is_refused_or_read(codec: bytes) -> None:
    feed = RSS.encode().replace(b'"1.0"?>', b'"1.0" encoding="' + codec + b'"?>').replace(b"Fog", b"F\xf6g")
    with suppress(InputError):
        assert list(read_feed(feed, "feed", PAGES))


def test_a_control_character_in_the_markup_of_an_entry_is_left_out() -> None:
    first, *_ = read_feed(RSS.replace("Fog is", "Fog&#11; <b>&#1;is</b>").encode(), "feed", PAGES)
    assert isinstance(first, ReportDraft)
    assert first.text.endswith("Fog is blamed.")


def test_a_feed_is_whole_where_its_end_is_there() -> None:
    assert is_whole(RSS.encode())
    assert is_whole(ATOM.encode("utf-16"))
    assert not is_whole(RSS.encode()[:-3])
    assert not is_whole(b"")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (LAUGHS.encode("utf-16"), "entities"),
        (b"", "no RSS or Atom feed"),
        (b"<html><body>A page</body></html>", "no RSS or Atom feed"),
        (b"\x00\xff" * 100, "no RSS or Atom feed"),
        (LAUGHS.encode(), "entities"),
    ],
)
def test_what_is_no_feed_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(read_feed(data, "feed", PAGES))


def test_a_feed_that_breaks_off_gives_what_there_is() -> None:
    found = list(read_feed(RSS.encode()[:-150], "feed", PAGES))
    assert isinstance(found[0], ReportDraft)


def test_of_too_many_entries_the_first_are_read() -> None:
    item = "<item><title>T</title><guid>{}</guid><description>A ferry ran aground.</description></item>"
    items = "".join(item.format(number) for number in range(1005))
    *drafts, problem = read_feed(
        f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), "feed", PAGES
    )
    assert len(drafts) == 1000
    assert isinstance(problem, Problem)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_damaged_feed_never_ends_the_run(data: st.DataObject) -> None:
    whole = bytearray(RSS.encode())
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = list(read_feed(bytes(whole), "feed", PAGES))
    except InputError:
        return
    assert all(isinstance(item, ReportDraft | Problem) for item in found)


def entries(items: str, title: str = "The Gull") -> list[ReportDraft]:
    head = f"<title>{title}</title><link>https://fen.example</link>"
    feed = f"<rss version='2.0'><channel>{head}{items}</channel></rss>"
    return [one for one in read_feed(feed.encode(), "feed", PAGES) if isinstance(one, ReportDraft)]


def test_entities_and_tags_of_titles_and_summaries_are_decoded() -> None:
    item = (
        "<item><title>The mill&amp;#x27;s owner &amp;lt;i&amp;gt;sells&amp;lt;/i&amp;gt;</title>"
        "<description>The owner&amp;amp;#8217;s mill&amp;nbsp;burned down.</description></item>"
    )
    (entry,) = entries(item)
    assert (entry.title, entry.text) == ("The mill's owner sells", "The owner’s mill burned down.")


def test_where_the_source_breaks_a_line_says_nothing() -> None:
    body = "<p>The mill\nburned\ndown.</p><p>It was old.</p>"
    (entry,) = entries(f"<item><description><![CDATA[{body}]]></description></item>")
    assert entry.text == "The mill burned down.\n\nIt was old."


def test_an_entry_with_a_headline_alone_is_the_headline() -> None:
    (entry,) = entries(
        "<item><title>Old mill burns down at Brack</title><description>...</description></item>"
    )
    assert entry.text == "Old mill burns down at Brack"


def test_the_tail_of_an_entry_goes() -> None:
    body = "<p>The mill burned down.</p><p>The post Mill appeared first on The Gull.</p>"
    (entry,) = entries(f"<item><description><![CDATA[{body}]]></description></item>")
    assert entry.text == "The mill burned down."


def test_ids_never_begin_like_an_option() -> None:
    items = "<item><description>The mill burned.</description></item>"
    items += "<item><guid>-x</guid><description>It fell.</description></item>"
    found = entries(items)
    assert [entry.id[:6] for entry in found] == ["entry-", "x"]


@pytest.mark.parametrize(
    ("title", "source"),
    [
        ("Fen Courier &gt; World", "Fen Courier"),
        ("World | Fen", "Fen"),
        ("Fen Courier", "Fen Courier"),
        ("News - a view", "News - a view"),
    ],
)
def test_the_outlet_in_the_title_of_a_feed(title: str, source: str) -> None:
    (entry,) = entries("<item><description>The mill burned down.</description></item>", title)
    assert entry.source == source


def test_json_feeds() -> None:
    feed = (
        b'{"version": "https://jsonfeed.org/version/1", "title": "The Fen", "items":[{"id": "1",'
        b' "content_html": "<p>The mill burned down.</p>", "date_published": "2031-05-02T23:00:00-05:00"}, 7]}'
    )
    (entry,) = read_feed(feed, "feed", PAGES)
    assert isinstance(entry, ReportDraft)
    assert (entry.id, entry.source, entry.published) == ("1", "The Fen", "2031-05-02")
    assert entry.text == "The mill burned down."
    with pytest.raises(InputError, match="JSON Feed"):
        list(read_feed(b"{}", "feed", PAGES))
