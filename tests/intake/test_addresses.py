"""Addresses: which are of the web, which are public, and what of them is shown."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.intake.addresses import Home, follow_address, is_public, shown_address, split_address
from accord.intake.report_draft import InputError


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.0.0.1", "169.254.169.254", "192.168.1.1", "0.0.0.0", "224.0.0.1", "::1", "fe80::1",
        "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "fd00::1",
    ],
)  # fmt: skip
def test_private_servers_are_private_under_every_number(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808", "::ffff:8.8.8.8"])
def test_public_servers_are_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://gull.example/feed", "https://gull.example/feed"),
        ("https://mara:fog@gull.example/feed", "https://gull.example/feed"),
        (
            "https://gull.example:8443/feed?part=sea&key=fog#fog",
            "https://gull.example:8443/feed?part=…&key=…",
        ),
        ("https://gull.example/feed?fog", "https://gull.example/feed?…"),
        ("https://gull.example?key=fog@a", "https://gull.example?key=…"),
        ("feeds/gull.xml", "feeds/gull.xml"),
    ],
)
def test_an_address_is_shown_without_its_secrets(address: str, shown: str) -> None:
    assert shown_address(address) == shown
    assert "fog" not in shown_address(address)


@given(st.text(alphabet="afog:/@?&=[]#%.", max_size=30))
def test_what_stands_before_a_server_or_is_a_value_is_never_shown(rest: str) -> None:
    assert "hunter" not in shown_address(f"http://u:hunter@b.example/{rest.replace('/', '')}?k=hunter&{rest}")


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_an_address_is_it_is_taken_or_named(url: str, goal: str) -> None:
    for address in (url, f"http://{url}", f"http://a.example:{url}/"):
        with suppress(InputError):
            assert split_address(follow_address(address, goal)).hostname


def test_a_home_is_one_server_at_the_port_that_was_named_or_the_webs_own() -> None:
    home = Home("desk", 8080)
    assert home.holds(split_address("http://desk:8080/a"))
    assert home.holds(split_address("https://desk/a"))
    assert not home.holds(split_address("http://desk:9200/a"))
    assert not home.holds(split_address("http://desk.example/a"))
