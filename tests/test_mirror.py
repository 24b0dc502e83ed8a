"""The tests mirror the package: what is tested where is found from the name of a module."""

from __future__ import annotations

from pathlib import Path

TESTS = Path(__file__).resolve().parent
PACKAGE = TESTS.parent / "src" / "accord"

# Folders whose tests are of something else than the package.
OTHER_FOLDERS = ("docs", "examples")

# Tests of a whole room, or of the whole flow, that belong to no one module.
WHOLE: frozenset[str] = frozenset({
    "arrows", "class_names", "extraction/actors/passages", "extraction/events/coded",
    "extraction/events/sentences", "extraction/events/shared_reports", "extraction/statements/passages",
    "grouping/seeds", "guides/wordings", "hostile", "mirror", "public_names",
    "reconciliation/compare/laws", "reconciliation/seeds", "store/faults", "vocabulary/gazetteer",
})  # fmt: skip

# Test files that are still named for something else; to be emptied, never added to.
MISNAMED: frozenset[str] = frozenset({
    "present/json", "text/region_vocabulary", "vocabulary/patterns",
})  # fmt: skip

# Modules that still want a test file of their own; to be emptied, never added to.
UNTESTED: frozenset[str] = frozenset({
    "commands", "errors", "extraction/actors/cast", "extraction/actors/descriptions",
    "extraction/actors/discourse_model", "extraction/actors/gazetteer_matches",
    "extraction/actors/mention_drafts", "extraction/actors/name_finder",
    "extraction/actors/noun_phrases", "extraction/actors/pronouns", "extraction/actors/resolver",
    "extraction/actors/token_lists", "extraction/events/arguments/implicit_arguments",
    "extraction/events/arguments/named_actors", "extraction/events/arguments/reader",
    "extraction/events/arguments/roles", "extraction/events/discourse/anaphora",
    "extraction/events/merge", "extraction/events/modality/cues",
    "extraction/events/modality/factuality", "extraction/events/modality/qualifiers",
    "extraction/events/triggers/detection", "extraction/events/triggers/pattern_match",
    "extraction/events/triggers/plover", "extraction/parse/clauses", "extraction/parse/grammar",
    "extraction/parse/tree", "extraction/quantities/amounts", "extraction/quantities/units",
    "extraction/statements/carriers", "extraction/statements/circumstances",
    "extraction/statements/complements", "extraction/statements/constructions",
    "extraction/statements/cue", "extraction/statements/direct_speech",
    "extraction/statements/quotations", "extraction/times/expressions/calendar_dates",
    "extraction/times/expressions/clock", "extraction/times/expressions/durations",
    "extraction/times/expressions/guards", "extraction/times/expressions/meaning",
    "extraction/times/expressions/offsets", "extraction/times/expressions/patterns",
    "extraction/times/expressions/relative", "extraction/times/expressions/years",
    "extraction/times/links/connectives", "extraction/times/links/event_clauses",
    "extraction/times/links/verbs", "grouping/copy_words", "grouping/linkage", "grouping/terms",
    "guides/act_kinds", "guides/act_objects", "guides/bilateral", "guides/envoys", "guides/headlines",
    "guides/joining", "guides/lists", "guides/mission_acts", "guides/verb_clauses",
    "intake/report_draft", "present/drawings/graph", "present/drawings/recognition",
    "present/view/citations", "present/view/claims", "present/view/events", "present/view/wordings",
    "reconciliation/claims/claim_drafts", "reconciliation/coreference/features",
    "reconciliation/coreference/link", "reconciliation/coreference/mention",
    "reconciliation/coreference/story_statistics", "reconciliation/dossier/numbering",
    "reconciliation/dossier/recording", "reconciliation/events/clusters",
    "reconciliation/events/event_mention", "reconciliation/passages", "reconciliation/sources",
    "reconciliation/values/value_compatibility", "reconciliation/wording/denial_words", "records",
    "run/executors", "settings", "steps", "store/database", "store/dossier_updates",
    "store/fingerprint", "store/index", "store/passages", "store/reading", "store/receiving",
    "store/reports", "store/rows", "store/schema", "store/searching", "store/story_assignment",
    "store/view", "store/writer", "text/blocks", "text/region_cues",
})  # fmt: skip


def modules() -> set[str]:
    """Every module, as "ledger/rules"; the steps of a database's schema are none."""
    return {
        str(path.relative_to(PACKAGE).with_suffix(""))
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py" and "migrations" not in path.parts
    }


def packages() -> set[str]:
    """Every folder of modules, as the test of what it says itself is named: "run/run"."""
    return {
        str(path.parent.relative_to(PACKAGE) / path.parent.name)
        for path in PACKAGE.rglob("__init__.py")
        if path.parent != PACKAGE
    }


def subjects() -> set[str]:
    """What the test files are named for: "ledger/rules" for tests/ledger/test_rules.py."""
    return {
        str(path.relative_to(TESTS).with_name(path.stem.removeprefix("test_")))
        for path in TESTS.rglob("test_*.py")
        if path.relative_to(TESTS).parts[0] not in OTHER_FOLDERS
    }


def test_every_module_has_a_test_file_of_its_name() -> None:
    assert sorted(modules() - subjects() - UNTESTED) == []


def test_every_test_file_is_of_a_module_or_of_a_whole() -> None:
    assert sorted(subjects() - modules() - packages() - WHOLE - MISNAMED) == []


def test_no_module_is_excused_that_has_its_tests() -> None:
    assert sorted(UNTESTED - (modules() - subjects())) == []


def test_no_whole_is_listed_that_is_not_there() -> None:
    assert sorted((WHOLE | MISNAMED) - subjects()) == []
