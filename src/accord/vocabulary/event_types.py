"""PLOVER's types of event: what holds of each, and how events are coded whose word tells another."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from accord.errors import VocabularyError
from accord.vocabulary import PACKAGED, Vocabulary

FILE = "en/events/event_types.json"


class EventType(Struct, frozen=True, forbid_unknown_fields=True):
    """One of PLOVER's types, and what holds of it.

    What kind of deed it is: `cooperative`, `hostile`, or done by words (`verbal`).  It `yields` where
    not to do it is a refusal; what it `reacts` to is another's deed; `towards`: it is said or done
    towards another, whoever that is; `continuing`: it goes on with whom the verb before it was about
    ("met the envoy and assured him").  A `bilateral` one takes two states, where it has no act.

    How it stands: `done_to`, as news though nobody says who did it; `domestic`, a state and its own
    people do it to each other; `struck`, so it is done at home unless by who strikes abroad;
    `holding`, its clause is what it is about.

    One type each: it `agrees`, `asks`, `accuses`, `threatens`, `protests`, `deploys` forces, `assaults`.
    """

    name: str
    cooperative: bool = False
    hostile: bool = False
    verbal: bool = False
    yields: bool = False
    reacts: bool = False
    towards: bool = False
    continuing: bool = False
    bilateral: bool = False
    done_to: bool = False
    domestic: bool = False
    struck: bool = False
    holding: bool = False
    agrees: bool = False
    asks: bool = False
    accuses: bool = False
    threatens: bool = False
    protests: bool = False
    deploys: bool = False
    assaults: bool = False


class Coding(Struct, frozen=True):
    """The type, mode and CAMEO code of an event."""

    type: EventType
    mode: str | None
    cameo: str | None


class Codings(Struct, frozen=True):
    """How events are coded that their words alone do not tell.

    `promise`, `refusal` and `threat` are intentions announced; `step` leads up to cooperation; `criticism`
    is an attack by words; `complaint` a protest from state to state; `mediation` between two others.
    """

    promise: Coding
    refusal: Coding
    threat: Coding
    step: Coding
    criticism: Coding
    complaint: Coding
    mediation: Coding


class _CodingLine(Struct, frozen=True, forbid_unknown_fields=True):
    type: str
    cameo: str
    mode: str | None = None


class _EventTypeFile(Struct, frozen=True, forbid_unknown_fields=True):
    about: str
    types: tuple[EventType, ...]
    codings: dict[str, _CodingLine]


class EventTypes(Struct, frozen=True):
    """The types by name, and the codings that are not a word's own."""

    by_name: Mapping[str, EventType]
    codings: Codings

    @classmethod
    def load(cls, vocabulary: Vocabulary = PACKAGED) -> EventTypes:
        """Read the types.

        Raises:
            VocabularyError: a type stands twice, or a coding is missing, unknown, or of no type.
        """
        file = vocabulary.read(FILE, _EventTypeFile)
        by_name = {type_.name: type_ for type_ in file.types}
        if len(by_name) < len(file.types):
            raise VocabularyError(f"vocabulary file {FILE}: a type stands there twice; keep one")
        wanted = Codings.__struct_fields__
        if set(file.codings) != set(wanted):
            raise VocabularyError(f"vocabulary file {FILE}: 'codings' must be {', '.join(wanted)}")
        codings: dict[str, Coding] = {}
        for name, line in file.codings.items():
            if line.type not in by_name:
                raise VocabularyError(f"vocabulary file {FILE}: coding {name!r}: {line.type!r} is no type")
            codings[name] = Coding(by_name[line.type], line.mode, line.cameo)
        return cls(by_name, Codings(**codings))

    def get(self, name: str, where: str) -> EventType:
        """The type of that name.

        Raises:
            VocabularyError: there is none; the message begins with `where` it is named.
        """
        type_ = self.by_name.get(name)
        if type_ is None:
            known = ", ".join(sorted(self.by_name))
            raise VocabularyError(f"vocabulary file {where}: {name!r} is no type; it is one of {known}")
        return type_
