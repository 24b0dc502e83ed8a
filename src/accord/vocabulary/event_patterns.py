"""The pattern of words that tells of an event, as the lexicon files and the entries of acts write it."""

from __future__ import annotations

from msgspec import Struct


class Pattern(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One line of a lexicon file; words are lemmas, separated by spaces.

    `words` trigger it (particles joined by "_").  Where given, all of these must hold: `object`, the
    object's head is one of these ("*": there is an object; "@name": a proper name); `prep`, a phrase
    "from:list register";
    `comp`, it takes a clause ("to", "that", "ing", "must", "will", "any"; "not": it takes none);
    `phrase`, one of these strings, separated by "|", stands in the clause, and none of `unless`
    ("@contest" and "@disaster" there stand for the words of sport and elections, and of disasters, in
    event_roles.json); `mod`, one of these modifies a noun trigger; `who`, the subject is or has one of
    these; `bare`, the verb has no object, the noun nothing but "the" or "this".  `actor` and
    `recipient` are roles in order of preference.  `mutual`: both sides may be joined by "and".
    `one`: the event stands with one named side; `named`: only with two sides of known states or bodies;
    `negated`: only where it is negated, which is what it then says ("would not hear of");
    `home`: where nobody else is named, it is done to the doer's own state; `weak`: it gives way to any
    event told in its clause.  In `object`, `prep` and
    `who`, "@arms" stands for the words of that class in event_classes.json.
    """

    words: str
    type: str = ""
    act: str = ""
    mode: str = ""
    cameo: str = ""
    contexts: str = ""
    object: str = ""
    prep: str = ""
    comp: str = ""
    phrase: str = ""
    unless: str = ""
    mod: str = ""
    who: str = ""
    actor: str = ""
    recipient: str = ""
    mutual: bool = False
    one: bool = False
    named: bool = False
    home: bool = False
    weak: bool = False
    bare: bool = False
    negated: bool = False
