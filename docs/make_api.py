"""Write docs/api.md from the docstrings of what `accord` makes public: `python docs/make_api.py`."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

import accord

PAGE = Path(__file__).with_name("api.md")
WIDTH = 96

TOP = """\
# The Python interface

Made from the docstrings with `make docs`: mend those, not this page. Everything here is an attribute of
`accord`, imported when it is first asked for, and typed; other parts of the package may change at any time.
Records are immutable. Offsets are half-open code-point offsets into `Report.text`; days are ISO 8601 strings,
dates that are open or partial EDTF strings.

The examples go on from each other; a test runs them beside the folder `examples`. They begin with:

```pycon
>>> import accord
>>> intake = accord.read("examples/reports")
>>> readings = tuple(accord.extract(intake.reports))
>>> (story,) = accord.group(readings)
>>> dossier = accord.reconcile(story)
>>> ledger = accord.Ledger().post(dossier)
>>> report, reading = intake.reports[1], readings[1]
```
"""

SECTIONS: dict[str, tuple[str, ...]] = {
    "The five calls": ("read", "extract", "group", "reconcile", "Ledger"),
    "Settings and vocabulary": ("Settings", "Vocabulary", "StoryReconciler", "Grouper", "Countries"),
    "Errors": ("AccordError", "VocabularyError"),
    "Dossiers as files": ("renderer", "render_page", "render_markdown", "render_json"),
    "Ledgers as files and data frames": (
        "ledger_page", "ledger_csv", "ledger_json", "ledger_frame", "Frame",
    ),
    "When things were": ("chronology", "Chronology", "Clause"),
    "Stores": (
        "open_store", "Store", "Writer", "Done", "View", "StoryRow", "Query", "Hit", "Tie", "Change",
    ),
    "Guides to diplomatic relations": (
        "read_guides", "GuideReader", "GuideFindings", "MissionHistory", "GuideContradiction",
    ),
    "Records of what is read": ("Intake", "Report", "Provenance", "Problem"),
    "Records of a Reading": (
        "Reading", "Estimate", "Region", "Sentence", "Time", "Entity", "ActorMention", "Place", "Quantity",
        "Qualifier", "Event", "Proposition", "PropositionArgument", "Order", "Statement", "Outlook", "Label",
    ),
    "Records of a Dossier": (
        "Story", "Dossier", "Evidence", "ReportView", "Origin", "DossierActor", "DossierEvent", "Mention",
        "Claim", "ClaimValue", "Conflict", "Side", "DossierStatement", "Wording", "TimelineEntry", "Relation",
        "DossierOutlook", "DossierLabel", "Fact", "FactValue",
    ),
    "Records of a Ledger": ("LedgerEntry",),
}  # fmt: skip


def page() -> str:
    """The whole page."""
    return "\n".join([TOP, *(line for heading in SECTIONS for line in _section(heading))]).rstrip() + "\n"


def members(thing: type) -> dict[str, Any]:
    """The public methods and properties that a class defines itself, by name."""
    if issubclass(thing, BaseException):
        return {}
    return {
        name: member
        for name, member in vars(thing).items()
        if not name.startswith("_")
        and isinstance(member, property | classmethod) | inspect.isfunction(member)
    }


def fields(thing: type) -> dict[str, str]:
    """The public fields of a record with their types, as they are written in its source."""
    if not issubclass(thing, msgspec.Struct):
        return {}
    return {
        name: annotation
        for parent in reversed(thing.__mro__)
        for name, annotation in vars(parent).get("__annotations__", {}).items()
        if not name.startswith("_") and not annotation.startswith("ClassVar")
    }


def fields_told() -> set[str]:
    """The records whose fields the page on records lists."""
    return set(re.findall(r"^### (\w+)$", PAGE.with_name("reading.md").read_text("utf-8"), re.MULTILINE))


def _section(heading: str) -> Iterator[str]:
    yield f"## {heading}"
    yield ""
    told = fields_told()
    for name in SECTIONS[heading]:
        thing = getattr(accord, name)
        yield from _entry("###", name, _made(name, thing), thing)
        if name in told:
            yield f"[Every field](reading.md#{name.lower()}).\n"
        if inspect.isclass(thing):
            for own, member in members(thing).items():
                yield from _entry("####", f"{name}.{own}", _member(name, own, member), member)


def _entry(marks: str, name: str, signature: str, thing: Any) -> Iterator[str]:
    yield f"{marks} {name}"
    yield ""
    yield f"```python\n{signature}\n```"
    yield ""
    yield from _markdown(inspect.getdoc(thing) or "")


def _made(name: str, thing: Any) -> str:
    """How it is called or made, as one expression."""
    if not inspect.isclass(thing):
        return _call(name, thing)
    if issubclass(thing, BaseException):
        return f"class {name}({thing.__mro__[1].__name__})"
    defaults = _defaults(thing)
    parts = [f"{field}: {kind}{defaults.get(field, '')}" for field, kind in fields(thing).items()]
    return _laid_out(f"class {name}", parts, "") if parts else f"class {name}"


def _defaults(thing: type) -> dict[str, str]:
    """The fields of a record that may be left out, each with what it then is."""
    names, defaults = getattr(thing, "__struct_fields__", ()), getattr(thing, "__struct_defaults__", ())
    given = zip(names[len(names) - len(defaults) :], defaults, strict=True)
    return {name: f" = {_value(default)}" for name, default in given if default is not msgspec.NODEFAULT}


def _member(owner: str, name: str, member: Any) -> str:
    if isinstance(member, property):
        return f"{owner}.{name}: {inspect.signature(_getter(member)).return_annotation}"
    function = member.__func__ if isinstance(member, classmethod) else member
    return _call(f"{owner}.{name}", function, bound=True)


def _getter(member: property) -> Callable[..., Any]:
    assert member.fget is not None
    return member.fget


def _call(name: str, function: Callable[..., Any], bound: bool = False) -> str:
    signature = inspect.signature(function)
    given = list(signature.parameters.values())[1 if bound else 0 :]
    parts: list[str] = []
    for at, each in enumerate(given):
        if each.kind is each.KEYWORD_ONLY and all(one.kind is not one.VAR_POSITIONAL for one in given[:at]):
            parts += [] if "*" in parts else ["*"]
        stars = "*" if each.kind is each.VAR_POSITIONAL else ""
        default = "" if each.default is each.empty else f" = {_value(each.default)}"
        parts.append(f"{stars}{each.name}: {each.annotation}{default}")
    given_back = str(signature.return_annotation)
    if hasattr(function, "__wrapped__"):  # by contextmanager
        given_back = given_back.replace("Iterator[", "AbstractContextManager[")
    return _laid_out(name, parts, f" -> {given_back}")


def _value(default: object) -> str:
    """A default as it is read; what is made by a function, or is one, is left open."""
    plain = default is None or isinstance(default, bool | int | float | str | tuple | msgspec.Struct)
    return repr(default) if plain else "..."


def _laid_out(head: str, parts: Iterable[str], tail: str) -> str:
    listed = list(parts)
    line = f"{head}({', '.join(listed)}){tail}"
    if len(line) <= WIDTH:
        return line
    return "\n".join([f"{head}(", *(f"    {part}," for part in listed), f"){tail}"])


def _markdown(doc: str) -> Iterator[str]:
    """A docstring as Markdown: examples fenced, its sections as lists."""
    for paragraph in re.split(r"\n\s*\n", doc):
        section = re.fullmatch(r"(\w+):\n((?:    .*\n?)+)", paragraph)
        if paragraph.startswith(">>> "):
            yield f"```pycon\n{paragraph}\n```"
        elif section is not None:
            items = re.sub(r"\n {5,}", " ", section[2]).splitlines()
            yield f"{section[1]}:\n"
            yield "\n".join(re.sub(r"^    (\w+): ", r"- `\1`: ", item) for item in items)
        else:
            yield paragraph
        yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
