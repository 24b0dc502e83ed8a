"""The page is self-contained, safe, navigable, and points at the exact characters; its templates are kept."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import pytest
from jinja2 import DictLoader, Environment
from lxml import html  # type: ignore[import-untyped]

from accord.present.html.page import CompiledTemplates, environment, render_page
from accord.present.view.citations import Citations
from dossiers import HOSTILE_ID, HOSTILE_TEXT, RTL_TEXT, empty_dossier, made_dossier, made_problems
from story_views import of_usual_length

Page = Any


@pytest.fixture(scope="module")
def source() -> str:
    return render_page([made_dossier()], made_problems())


@pytest.fixture(scope="module")
def page(source: str) -> Page:
    return html.document_fromstring(source)


@pytest.fixture(scope="module", params=["one", "two", "none", "bare"])
def any_page(request: pytest.FixtureRequest) -> Page:
    dossiers = {
        "one": [made_dossier()],
        "two": [made_dossier(), made_dossier(), empty_dossier()],
        "none": [],
        "bare": [empty_dossier()],
    }[request.param]
    return html.document_fromstring(render_page(dossiers, made_problems()))


def test_a_shared_passage_names_its_agency_and_who_had_it_first(page: Page) -> None:
    told = [" ".join(summary.text_content().split()) for summary in page.xpath("//details//summary")]
    assert any("share a passage, credited to Reuters, first in A:" in line for line in told)


def test_nothing_is_loaded_from_elsewhere(any_page: Page) -> None:
    assert not any_page.xpath("//link | //img | //iframe | //object | //embed | //base | //form | //video")
    assert not any_page.xpath("//@src | //@srcset | //@action | //@background | //@poster")
    assert all(href.startswith("#") for href in any_page.xpath("//@href"))
    style = any_page.findtext(".//style")
    assert "url(" not in style
    assert "@import" not in style


def test_policy_allows_only_the_page_s_own_style_and_script(page: Page) -> None:
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for kind in ("style", "script"):
        (element,) = page.iter(kind)
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy


def test_nothing_needs_inline_style_or_script(any_page: Page) -> None:
    attributes = {name for element in any_page.iter() for name in element.attrib}
    assert "style" not in attributes
    assert not [name for name in attributes if name.startswith("on")]


def test_every_link_has_a_target(any_page: Page) -> None:
    ids = set(any_page.xpath("//@id"))
    assert {href[1:] for href in any_page.xpath("//@href")} <= ids


def test_ids_are_unique_and_generated(any_page: Page) -> None:
    ids = Counter(any_page.xpath("//@id"))
    assert max(ids.values()) == 1
    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", one) for one in ids)


def test_marks_hold_exactly_the_quoted_characters(page: Page) -> None:
    dossier = made_dossier()
    citations = Citations(dossier, 1)
    checked = 0
    for source in citations.sources:
        for start, end, anchor in citations.spans(source):
            marks = page.xpath(f"//mark[@id='{anchor}' or @data-more='{anchor}']")
            assert "".join(mark.text_content() for mark in marks) == source.report.text[start:end]
            checked += 1
    assert checked > 40


def test_every_quotation_is_linked(page: Page) -> None:
    hrefs = set(page.xpath("//a[@data-cite]/@href"))
    citations = Citations(made_dossier(), 1)
    for conflict in made_dossier().conflicts:
        for side in conflict.sides:
            for cite in citations.cite(side.evidence):
                assert f"#{cite.anchor}" in hrefs


def test_reports_stand_in_full(page: Page) -> None:
    texts = [element.text_content() for element in page.find_class("fulltext")]
    for report, shown in zip(made_dossier().reports, texts, strict=True):
        folded = re.sub(r"^(furniture|tags|disclaimer)", "", shown)
        for region in report.regions:
            assert report.text[region.start : region.end] in folded


def test_hostile_text_stays_text(source: str, page: Page) -> None:
    assert "<script>alert" not in source
    assert "<img" not in source
    assert len(list(page.iter("script"))) == 1
    assert HOSTILE_TEXT in page.text_content()
    assert HOSTILE_ID in page.text_content()
    assert RTL_TEXT in page.text_content()
    assert "{{ 7*7 }}" in source
    assert not page.xpath("//b[text()='Daily']")


def test_evidence_outside_a_report_makes_no_link() -> None:
    dossier = made_dossier()
    relation = msgspec.structs.replace(
        dossier.relations[0],
        evidence=(msgspec.structs.replace(dossier.relations[0].evidence[0], start=10**6, end=10**6 + 3),),
    )
    changed = msgspec.structs.replace(dossier, relations=(relation,))
    page = html.document_fromstring(render_page([changed], ()))
    chips = page.get_element_by_id("s1-relations").find_class("chip")
    assert [chip.tag for chip in chips] == ["span"]


def test_headings_descend_one_step_at_a_time(any_page: Page) -> None:
    levels = [int(element.tag[1]) for element in any_page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_structure_for_assistive_technology(page: Page) -> None:
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == 1
    assert page.xpath("//body/*[1]/@href") == ["#content"]
    labels = page.xpath("//nav/@aria-label")
    assert len(labels) == len(set(labels))
    ids = set(page.xpath("//@id"))
    assert set(page.xpath("//@aria-labelledby")) <= ids
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert table.xpath(".//tbody//th[@scope='row']")
        assert table.xpath("./thead//th[@scope='col']")
    for drawing in page.iter("svg"):
        assert (
            drawing.get("aria-label")
            or drawing.get("aria-hidden") == "true"
            or drawing.getparent().get("aria-hidden")
        )
    assert all(button.get("type") == "button" for button in page.iter("button"))
    assert all((link.text_content().strip() or link.get("aria-label")) for link in page.xpath("//a[@id!='']"))


def test_contents_of_the_dossier_are_all_there(page: Page) -> None:
    dossier = made_dossier()
    text = " ".join(page.text_content().split())
    for event in dossier.events:
        assert event.text in text
    for conflict in dossier.conflicts:
        assert conflict.explanation in text
    for claim in dossier.claims:
        if claim.event is None:
            assert claim.kind == "background" or claim.text in text
    for fact in dossier.facts:
        assert fact.text in text
        assert all(item.text in text for item in fact.evidence)
    for label in dossier.labels:
        assert label.evidence[0].text in text
    for problem in made_problems():
        assert problem.input in text
        assert problem.advice in text


def test_unknown_source_and_date_are_said(page: Page) -> None:
    strip = [" ".join(item.text_content().split()) for item in page.xpath("//ul[@class='sources']/li")]
    assert strip[:2] == ["A The Harbour Gazette", "B 🇳🇴🤝 A new chapter?"]
    heads = [" ".join(item.text_content().split()) for item in page.xpath("//article/header[h3]")]
    assert any(head.startswith("B source unknown date unknown") for head in heads)


def test_several_stories_have_a_table_of_contents() -> None:
    page = html.document_fromstring(render_page([made_dossier(), empty_dossier()], ()))
    links = page.xpath("//nav[@aria-label='Stories']//a/@href")
    assert links == ["#s1", "#s2"]
    assert [f"#{article.get('id')}" for article in page.find_class("story")] == links


def test_the_first_screen_comes_before_all_else_and_stands_open(page: Page) -> None:
    (story,) = page.find_class("story")
    assert [child.get("class").split()[0] for child in story][:2] == ["masthead", "first"]
    first = page.find_class("first")[0]
    assert not first.xpath("ancestor::details | .//details[@open]")
    assert len(first.xpath(".//li[@class='fact']")) == 3
    assert len(first.xpath(".//section[@class='against']//li")) == 3
    assert first.xpath(".//section[@class='since']//li")


def test_a_fact_opens_to_its_quotations_side_by_side(page: Page) -> None:
    fact = page.get_element_by_id("s1-f1")
    columns = fact.xpath("./details/div[@class='beside']/div")
    assert [column.xpath("string(.//a[contains(@class, 'chip')])") for column in columns] == ["A", "D"]
    assert fact.xpath("./details/dl//dt/text()") == ["who", "where", "when"]


def test_parts_stand_in_their_order_and_are_closed() -> None:
    page = html.document_fromstring(render_page([of_usual_length(3, 30)], ()))
    names = [part.findtext("h2") for part in page.find_class("part")]
    assert names == ["More facts, by weight", "The course over time", "Only here", "The reports"]
    assert not page.xpath("//details[@open]")
    assert len(page.xpath("//nav[@aria-label='Parts']//a")) == len(names)


def test_same_dossiers_same_page(source: str) -> None:
    assert render_page([made_dossier()], made_problems()) == source


def render(folder: Path, source: str = "{{ 6 * 7 }}") -> str:
    loader = DictLoader({"one": source})
    return Environment(loader=loader, bytecode_cache=CompiledTemplates(folder)).get_template("one").render()


def kept(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.jinja"))


def test_compiled_form_is_kept_and_used(tmp_path: Path) -> None:
    assert render(tmp_path) == "42"
    (place,) = kept(tmp_path)
    before = place.stat().st_mtime_ns
    assert render(tmp_path) == "42"
    assert kept(tmp_path) == [place]
    assert place.stat().st_mtime_ns == before


def test_changed_source_is_compiled_again(tmp_path: Path) -> None:
    render(tmp_path)
    assert render(tmp_path, "{{ 6 * 8 }}") == "48"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"j2" * 40])
def test_broken_file_is_compiled_over(tmp_path: Path, content: bytes) -> None:
    render(tmp_path)
    (place,) = kept(tmp_path)
    place.write_bytes(content)
    assert render(tmp_path) == "42"
    assert place.read_bytes() != content


def test_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    assert render(blocked) == "42"


def test_everything_is_escaped_and_unknown_names_are_errors() -> None:
    from jinja2 import UndefinedError

    made = environment()
    assert made.from_string("{{ x }}").render(x="<b>") == "&lt;b&gt;"
    with pytest.raises(UndefinedError):
        made.from_string("{{ y }}").render()
