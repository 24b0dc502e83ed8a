"""Files of a user's own, laid over those of the package: which ones they add to, and how they are joined."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import msgspec
from msgspec import Struct

from accord.errors import VocabularyError

Json = Any
"""What a JSON file holds, decoded."""

# What tells one entry of a list from another, the surest first.
_IDENTITIES = ("id", "name", "label", "level", "about")


class OwnFile(Struct, frozen=True):
    """A file of a user's, as it was found; `name` is the package's file that it adds to."""

    name: str
    path: str
    data: bytes


def own_files(folder: Path, package: Path) -> tuple[OwnFile, ...]:
    """The files in `folder`, each with the one below `package` that it adds to, in the order of those.

    Hidden files are passed over.  Learnt weights are no words, and nothing is laid over them.

    Raises:
        VocabularyError: the folder cannot be read, a file adds to none, or two add to one.
    """
    names = sorted(file.relative_to(package).as_posix() for file in package.glob("en/**/*.json"))
    try:
        if not folder.is_dir():
            raise VocabularyError(f"vocabulary {folder}: there is no such folder; check the name")
        paths = sorted(path for path in folder.rglob("*") if path.is_file() and not _is_hidden(path, folder))
        found: dict[str, OwnFile] = {}
        for path in paths:
            name = _name(path, folder, names)
            if name in found:
                raise VocabularyError(
                    f"vocabulary file {path}: {found[name].path} adds to {name} too; make them one"
                )
            found[name] = OwnFile(name, str(path), path.read_bytes())
    except OSError as error:
        raise VocabularyError(f"vocabulary {folder}: it cannot be read: {error}") from error
    return tuple(found[name] for name in names if name in found)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _name(path: Path, folder: Path, names: Sequence[str]) -> str:
    """The package's file that is called as `path` is within `folder`: by its whole path, or its last part."""
    wanted = path.relative_to(folder).as_posix()
    for name in names:
        if wanted in (name, name.rpartition("/")[2]):
            return name
    from difflib import get_close_matches

    by_last = {name.rpartition("/")[2]: name for name in names}
    near = get_close_matches(path.name, by_last, n=1)
    there = f"did you mean {near[0]}?" if near else f"there are {', '.join(sorted(by_last))}"
    raise VocabularyError(f"vocabulary file {path}: no file of the vocabulary is called {wanted!r}; {there}")


def lay_over(data: bytes, own: bytes, shape: object, path: str) -> bytes:
    """The package's file `data` with the user's `own`, which stands at `path`, laid over it.

    Objects are joined key by key.  Of a list of entries, one with the identity of an earlier one takes its
    place, others are added; entries that have none come before the package's, since of such the first that
    fits counts.  A list of words, or a string of them (what stands right under the file's own keys), gets
    those that it lacks.  Anything else takes the place of what was there.

    Raises:
        VocabularyError: an entry is not of the shape that the file's reader asks for.
    """
    where = f"vocabulary file {path}"
    try:
        over = msgspec.json.decode(own)
    except msgspec.DecodeError as error:
        raise VocabularyError(f"{where}: it is not JSON: {error}; mend it") from error
    base = msgspec.json.decode(data)
    if type(base) is not type(over):
        asked = "an object" if isinstance(base, dict) else "a list"
        raise VocabularyError(f"{where}: it is not {asked}, as the package's file is; make it one")
    joining = _Joining(frozenset(_keys(base)))
    joined = joining.join(base, over, shape, where)
    if isinstance(base, dict):
        joined |= {
            key: _join_words(base[key], value)
            for key, value in over.items()
            if isinstance(value, str) and isinstance(base.get(key), str)
        }
    joining.check(joined, shape, where)
    return msgspec.json.encode(joined)


def _keys(value: Json) -> Iterator[str]:
    """The keys of all objects in a file."""
    if isinstance(value, dict):
        yield from value
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _keys(part)


def _join_words(base: str, over: str) -> str:
    """Words separated by spaces, or where the package's have one, by bars."""
    bar = "|" if "|" in base else None
    there = base.split(bar)
    return (bar or " ").join([*there, *(word for word in over.split(bar) if word not in there)])


class _Joining(Struct, frozen=True):
    """Joins what stands in two files of one shape; `keys` are those that the package's file has anywhere.

    A file may have several readers, each of which asks for a part of it.
    """

    keys: frozenset[str]

    def join(self, base: Json, over: Json, shape: object, where: str) -> Json:
        """`base` with `over` laid over it; `where` is what messages call it."""
        shape = _present(shape)
        if isinstance(base, dict) and isinstance(over, dict):
            return self._objects(base, over, shape, where)
        item = _item_of(shape)
        if item is Any or not (isinstance(base, list) and isinstance(over, list)):
            self.check(over, shape, where)
            return over
        if _fields(_present(item)) is not None:
            return self._entries(base, over, item, where)
        self.check(over, shape, where)
        return base + [word for word in over if word not in base]

    def _objects(
        self, base: dict[str, Json], over: dict[str, Json], shape: object, where: str
    ) -> dict[str, Json]:
        self._refuse_unknown(over, shape, where)
        joined = dict(base)
        for key, value in over.items():
            at, of_key = f"{where}, {key!r}", _value_of(shape, key)
            if key in base or (isinstance(value, dict) and _fields(_present(of_key)) is None):
                joined[key] = self.join(base.get(key, {}), value, of_key, at)
            else:
                self.check(value, of_key, at)
                joined[key] = value
        return joined

    def _entries(self, base: list[Json], over: list[Json], shape: object, where: str) -> list[Json]:
        identity = _identity(base)
        for number, entry in enumerate(over, 1):
            self.check(entry, shape, f"{where}, entry {_told(entry, identity) or number}")
            if identity is not None and identity not in entry:
                raise VocabularyError(f"{where}, entry {number}: it has no {identity!r}; give it one")
        if identity is None:
            return over + base
        own = {entry[identity]: entry for entry in over}
        there = {entry[identity] for entry in base}
        added = [entry for name, entry in own.items() if name not in there]
        return [own.get(entry[identity], entry) for entry in base] + added

    def check(self, value: Json, shape: object, where: str) -> None:
        """See whether `value` is of the shape that the file's reader asks for, and has nothing beside it.

        Raises:
            VocabularyError: it is not.
        """
        try:
            msgspec.json.decode(msgspec.json.encode(value), type=shape)
        except msgspec.ValidationError as error:
            raise VocabularyError(f"{where}: {error}; mend it") from error
        self._refuse_unknown_within(value, _present(shape), where)

    def _refuse_unknown_within(self, value: Json, shape: object, where: str) -> None:
        if isinstance(value, dict):
            self._refuse_unknown(value, shape, where)
            for key, part in value.items():
                self._refuse_unknown_within(part, _present(_value_of(shape, key)), where)
        elif isinstance(value, list):
            for part in value:
                self._refuse_unknown_within(part, _present(_item_of(shape)), where)

    def _refuse_unknown(self, value: dict[str, Json], shape: object, where: str) -> None:
        """A key that no reader asks for is a slip of the pen, and would go unnoticed."""
        known = _fields(shape)
        for key in value:
            if known is not None and key not in known and key not in self.keys:
                raise VocabularyError(f"{where}: there is no {key!r}; there are {', '.join(known)}")


def _identity(entries: Sequence[Json]) -> str | None:
    """The key that all entries have, each with another value."""
    for key in _IDENTITIES:
        values = {str(entry[key]) for entry in entries if isinstance(entry, dict) and key in entry}
        if values and len(values) == len(entries):
            return key
    return None


def _told(entry: Json, identity: str | None) -> str | None:
    """What an entry is called in a message; None where it has nothing of the kind."""
    if not isinstance(entry, dict):
        return None
    return next((repr(entry[key]) for key in (identity, "words", "act", *_IDENTITIES) if key in entry), None)


def _present(shape: object) -> object:
    """What a value is that is there: the other part of what may be None."""
    if get_origin(shape) is Annotated:
        return _present(get_args(shape)[0])
    if get_origin(shape) in (Union, UnionType):
        others = [part for part in get_args(shape) if part is not NoneType]
        return _present(others[0]) if len(others) == 1 else shape
    return shape


def _fields(shape: object) -> dict[str, object] | None:
    """The keys of a record, with the shapes of their values; None of what is none."""
    if isinstance(shape, type) and issubclass(shape, Struct):
        return {field.encode_name: field.type for field in msgspec.structs.fields(shape)}
    return None


def _value_of(shape: object, key: str) -> object:
    """The shape of what stands under a key of an object."""
    if (fields := _fields(shape)) is not None:
        return fields.get(key, Any)
    origin = get_origin(shape)
    return get_args(shape)[1] if isinstance(origin, type) and issubclass(origin, Mapping) else Any


def _item_of(shape: object) -> object:
    """What a list of any length is a list of; anything where it is none, as where it is a pair."""
    origin, parts = get_origin(shape), get_args(shape)
    if origin is tuple and (len(parts) != 2 or parts[1] is not Ellipsis):
        return Any
    is_list = isinstance(origin, type) and issubclass(origin, Collection) and not issubclass(origin, Mapping)
    return parts[0] if is_list and parts else Any
