"""Which texts are read, which are read again, and which are set aside."""

from __future__ import annotations

from msgspec.structs import replace

from accord.settings import Settings
from accord.store.store import Store
from store.conftest import FAULT, Add, draft
from store.news import FERRY


def test_what_makes_a_stage_raise_is_set_aside_and_tried_again(store: Store, add: Add) -> None:
    add(draft("bad", f"This text {FAULT}."), draft("good", FERRY))
    with store.view() as view:
        assert [(p.input, p.reason) for p in view.problems()] == [
            ("bad", "extraction failed: ZeroDivisionError")
        ]
        assert len(view.stories()) == 1
    assert add().read == 0, "it is not tried again and again"
    assert add(retry=True).read == 1
    mended = Settings(pipeline="mended")
    assert add(settings=mended, retry=True).read == 2, "with other settings all are read again"
    with store.view() as view:
        assert view.problems() == []
        assert len(view.stories()) == 2


def test_metadata_that_a_reading_looks_at_makes_it_read_again(store: Store, add: Add) -> None:
    add(draft("a", FERRY))
    done = add(replace(draft("a", FERRY, place="b"), published="2031-04-01"))
    assert (done.added, done.read, done.told) == (1, 1, 1)
    with store.view() as view:
        assert [row.day for row in view.stories()] == ["2031-04-01"]
