"""Feeds to drafts."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.intake.feeds import is_whole, read_feed
from accord.intake.report_draft import InputError, ReportDraft
from accord.records import Problem

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
    first, second = read_feed(RSS.encode(), "https://gull.example/feed")
    assert isinstance(first, ReportDraft)
    assert isinstance(second, Problem)
    assert (first.id, first.source, first.title) == ("gull-1", "The Gull", "Ferry aground")
    assert first.url == "https://gull.example/1"
    assert first.published == "2031-05-02", "the day in UTC"
    assert first.text == "A ferry ran aground & stayed.\n\nFog is blamed."
    assert first.place == "https://gull.example/feed"
    assert "gull-2" in second.input


def test_atom_entries_keep_their_first_day() -> None:
    (entry,) = read_feed(ATOM.encode(), "feed")
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
        assert list(read_feed(feed, "feed"))


def test_a_control_character_in_the_markup_of_an_entry_is_left_out() -> None:
    first, *_ = read_feed(RSS.replace("Fog is", "Fog&#11; <b>&#1;is</b>").encode(), "feed")
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
        list(read_feed(data, "feed"))


def test_a_feed_that_breaks_off_gives_what_there_is() -> None:
    found = list(read_feed(RSS.encode()[:-150], "feed"))
    assert isinstance(found[0], ReportDraft)


def test_of_too_many_entries_the_first_are_read() -> None:
    item = "<item><title>T</title><guid>{}</guid><description>A ferry ran aground.</description></item>"
    items = "".join(item.format(number) for number in range(1005))
    *drafts, problem = read_feed(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), "feed")
    assert len(drafts) == 1000
    assert isinstance(problem, Problem)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_a_damaged_feed_never_ends_the_run(data: st.DataObject) -> None:
    whole = bytearray(RSS.encode())
    for _ in range(data.draw(st.integers(1, 20))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    try:
        found = list(read_feed(bytes(whole), "feed"))
    except InputError:
        return
    assert all(isinstance(item, ReportDraft | Problem) for item in found)
