"""Title, source and day of a page, from what it states about itself and prints above its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from accord.intake.days import DayFinder
from accord.intake.page_facts import PageFacts, letters, one_line

_BETWEEN = re.compile(r"\s+[|–—·•»›*~:<>-]+\s+|\s*[|»›]\s*|\s+::\s+")
_BYLINE = re.compile(r"by\s+\S", re.IGNORECASE)
_DOMAIN = re.compile(r"(?:https?://)?(?:www\.)?([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})/?", re.IGNORECASE)
_STAMP = re.compile(r"\d{10}(?:\d{3})?")
_ISO = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]\d")
_ELLIPSIS = re.compile(r"\s*(?:…|\.{3})\Z")
_PATH_DAY = re.compile(r"/((?:19|20)\d{2})[/-](\d{1,2})[/-](\d{1,2})(?=[/-]|\Z)")
_MOST_TAIL_WORDS = 6
_FEWEST_FRONT_WORDS = 3
_LONGEST_NAME = 60

_TITLES = ("og:title", "dc.title", "dcterms.title", "twitter:title", "parsely-title", "sailthru.title")
_SITES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "dcterms.publisher",
    "apple-mobile-web-app-title",
)
_DAYS = (
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "dc.date.issued", "dcterms.created", "parsely-pub-date", "publish-date", "publish_date",
    "pubdate", "ptime", "dc.date", "dcterms.date", "date", "sailthru.date", "article.published",
    "cxenseparse:recs:publishtime", "publication_date", "og:pubdate", "rnews:datepublished",
    "dc.date.created", "originalpublicationdate",
)  # fmt: skip


def page_title(facts: PageFacts) -> str | None:
    """The headline: as the article's node states it or the page shows it, never with the site's name."""
    names = {letters(name) for name in site_names(facts)}
    stated = one_line(facts.article.get("headline"))
    shown = [heading for heading in facts.headings if letters(heading) not in names]
    told = [text for name in _TITLES if (text := facts.meta(name))] + [facts.page_title]
    front = [letters(text) for text in [stated, *told] if text]
    confirmed = [one for one in shown if any(_opens(letters(one), text) for text in front)]
    if confirmed:
        return max(confirmed, key=len)
    if stated and letters(stated) not in names:
        return _without_tail(_ELLIPSIS.sub("", stated), names, facts)
    if len(shown) == 1:
        return shown[0]
    for text in told:
        if text and (bare := _without_tail(text, names, facts)) and letters(bare) not in names:
            return bare
    return shown[0] if shown else None


def _opens(heading: str, text: str) -> bool:
    """Whether `text` is the heading, with or without something around it, or a heading cut off."""
    return bool(heading and text) and (heading in text or (len(text) > 25 and heading.startswith(text[:-4])))


def _without_tail(title: str, names: set[str], facts: PageFacts) -> str:
    """`title` without the name of the site, and what is between, after it or before it."""
    parts = list(_parts(title))
    hosts = _host_letters(facts.url)
    known = [
        index for index, (text, _, _) in enumerate(parts) if letters(text) in names or _is_host(text, hosts)
    ]
    if known and known[0] > 0:
        return title[: parts[known[0] - 1][2]]
    if known and len(parts) > 1:
        return title[parts[1][1] :]
    if len(parts) > 1 and _BYLINE.match(parts[-1][0]):
        return title[: parts[-2][2]]
    if len(parts) > 1 and _is_tail(title, parts):
        return title[: parts[-2][2]]
    return title


def _parts(title: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    for match in _BETWEEN.finditer(title):
        yield title[at : match.start()], at, match.start()
        at = match.end()
    yield title[at:], at, len(title)


def _is_tail(title: str, parts: Sequence[tuple[str, int, int]]) -> bool:
    """Whether the last part reads like the name of a site: a few capitalised words behind a long front."""
    last, start, _ = parts[-1]
    words = last.split()
    front = title[: parts[-2][2]].split()
    sign = title[parts[-2][2] : start].strip()
    named = all(word[:1].isupper() or not word[:1].isalpha() or len(word) < 4 for word in words)
    return (
        sign != ":" and named and 0 < len(words) <= _MOST_TAIL_WORDS - 1 and len(front) >= _FEWEST_FRONT_WORDS
    )


def page_source(facts: PageFacts) -> str | None:
    """The outlet: a name that the page gives itself, as its title writes it; else the host of its address."""
    title = letters(page_title(facts) or "")
    names = [name for name in site_names(facts) if letters(name) != title]
    hosts = _host_letters(facts.url)
    if names:
        best = next((name for name in names if _is_host(name, hosts)), None) if hosts else None
        counts = [letters(name) for name in names]
        chosen = best or next((name for name in names if counts.count(letters(name)) > 1), names[0])
        return _respaced(chosen, facts)
    host = _host(facts.url)
    for text, _, _ in list(_parts(facts.page_title))[1:]:
        if letters(text) != title and hosts and _is_host(text, hosts) and " " in text:
            return text
    if host:
        return host
    parts = list(_parts(facts.page_title))
    if len(parts) > 1 and _is_tail(facts.page_title, parts) and letters(parts[-1][0]) != title:
        return parts[-1][0]
    return next(filter(None, (_domain(name) for name in _stated_names(facts))), None)


def feed_outlet(title: str, home: str | None) -> str:
    """The outlet in the title of a feed, without the section: the part that its home page is named after."""
    parts = [text for text, _, _ in _parts(title)]
    hosts = _host_letters(home)
    for part in parts:
        if _is_host(part, hosts) or any(
            len(host) > 3 and letters(part) in (host, f"the{host}") for host in hosts
        ):
            return part
    trail = re.search(r"\s[>»›]\s", title)
    return parts[0] if trail and parts[0] else title


def site_names(facts: PageFacts) -> list[str]:
    """Names that the page gives to its site, the surest first: no addresses, no handles."""
    found = []
    for name in _stated_names(facts):
        if name and not name.startswith("@") and not _domain(name) and len(name) <= _LONGEST_NAME:
            found.append(name)
    return found


def _stated_names(facts: PageFacts) -> Iterator[str]:
    yield from (value for name in _SITES[:1] if (value := facts.meta(name)))
    publisher = facts.article.get("publisher")
    for one in publisher if isinstance(publisher, list) else [publisher]:
        if isinstance(one, dict) and (name := one_line(one.get("name"))):
            yield name
    for node in facts.nodes:
        if node.get("@type") in ("WebSite", "NewsMediaOrganization") and (name := one_line(node.get("name"))):
            yield name
    yield from (value for name in _SITES[1:] if (value := facts.meta(name)))


def _respaced(name: str, facts: PageFacts) -> str:
    """`name` as the title writes it, where that has the same letters but spaces between them."""
    for text in [facts.page_title, facts.meta("og:title") or "", *site_names(facts)]:
        for part, _, _ in _parts(text):
            if " " not in name and " " in part and letters(part) == letters(name):
                return part
    return name


def _domain(name: str) -> str | None:
    match = _DOMAIN.fullmatch(name.strip())
    return match[1].lower() if match else None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _host_letters(url: str | None) -> list[str]:
    """The parts of the host that may be a name, and all but the last of them together."""
    parts = [part for part in (_host(url) or "").split(".")[:-1] if len(part) > 2]
    return [letters(part) for part in parts] + ([letters("".join(parts))] if len(parts) > 1 else [])


def _is_host(name: str, hosts: Sequence[str]) -> bool:
    key = letters(name)
    domain = _domain(name)
    return (
        key in hosts
        or key.removeprefix("the") in [host.removeprefix("the") for host in hosts]
        or (domain is not None and letters(domain.split(".")[0]) in hosts)
    )


def page_day(facts: PageFacts, printed: str, days: DayFinder) -> str | None:
    """The day of publication as the page states it, in its own zone; else the one `printed` above it."""
    stated = [facts.article.get("datePublished"), *map(facts.meta, _DAYS)]
    for value in stated:
        if isinstance(value, str) and (day := _day(value, days)):
            return day
    if day := days.find(printed):
        return day
    if match := _PATH_DAY.search(facts.url or ""):
        return days.parse("-".join((match[1], match[2].zfill(2), match[3].zfill(2))))
    return None


def _day(value: str, days: DayFinder) -> str | None:
    value = value.strip()
    if match := _ISO.match(value):
        return days.parse(match[1])
    if _STAMP.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).date().isoformat()
    return days.parse(value)
