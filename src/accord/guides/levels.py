"""From acts to the level of a mission over time."""

from __future__ import annotations

from collections.abc import Sequence

from accord.edtf import bounds, ordinal
from accord.guides.level_rules import LevelRule, MissionRules
from accord.guides.mission_acts import ENDS, RESIDENT, ActKind, LevelChange, MissionAct

# What happens on one day, in the order in which it makes sense.
_SAME_DAY: tuple[ActKind, ...] = (
    "sever", "war", "interrupt", "close", "establish", "appoint", "resume", "recognize",
    "open", "raise", "promote", "arrive", "present", "interim",
)  # fmt: skip
_NONRESIDENT = {
    "Embassy": "Ambassador Nonresident",
    "Legation": "Envoy Nonresident",
    "Consulate": "Consul Nonresident",
}
# Where nothing tells the level of a mission that a chargé d'affaires heads: ambassadors became the
# rule when legations went out of use after the Second World War.
_LAST_LEGATIONS = "1947"


# After so many days without relations, the mission that stands again need not have its old level.
_FORGOTTEN = 30 * 365


# A head of mission who comes so many days before a mission is opened again is there to open it.
_AT_WORK = 365


def changes(acts: Sequence[MissionAct], rules: MissionRules) -> tuple[LevelChange, ...]:
    """The changes of level that `acts` bring about, by date; the order of `acts` does not matter."""
    walk = LevelWalk(sorted(_precise(acts), key=_order), rules)
    for place, act in enumerate(walk.acts):
        walk.take(place, act)
    return tuple(walk.made)


class LevelWalk:
    """The mission's level as the acts go by."""

    def __init__(self, acts: list[MissionAct], rules: MissionRules) -> None:
        self.acts = acts
        self.rules = rules
        # Nothing is known of the mission before the first act.
        self.at = "Unknown"
        self.last_mission = "None"
        self.ended: ActKind | None = None
        self.seat: str | None = None
        self.stood = False
        self.made: list[LevelChange] = []

    def take(self, place: int, act: MissionAct) -> None:
        """Apply the first rule that holds."""
        level = self._told(place, act)
        at = level if self.at == "Unknown" and act.kind == "close" and level in RESIDENT else self.at
        if self._of_another(act):
            return
        held = (r for r in self.rules.holding(act, level, at or self.at) if self._holds(r, place, act))
        rule = next(held, None)
        if rule is None:
            return
        new = rule.level
        if new == "told":
            new = level or self.at
        if new == "nonresident" or (
            rule.unless_opened and self._opened_later(place, level, rule.unless_opened)
        ):
            new = _NONRESIDENT.get(level or "", self.at)
        if new == "before":
            if self.made and _day(act) - ordinal(self.made[-1].date) > _FORGOTTEN:
                return
            new = self.last_mission
        if new in RESIDENT and act.place is not None and (new != self.at or self.seat is None):
            self.seat = act.place
        self._change(new, act)

    def _holds(self, rule: LevelRule, place: int, act: MissionAct) -> bool:
        """Whether what the rule asks of the days before and after the act holds."""
        return not (
            (rule.dated and len(act.date.rstrip("?~%")) < len("YYYY-MM-DD"))
            or (rule.ended and self.ended not in rule.ended)
            or (rule.unless_ended and self._ends_later(place, rule.unless_ended))
            or (rule.unless_within and self._follows(place, rule.unless_within))
        )

    def _change(self, new: str, act: MissionAct) -> None:
        if new == self.at or (self.at == "Unknown" and new == "None" and act.kind != "close"):
            return
        self.at = new
        self.stood = self.stood or new in RESIDENT
        if new == "None":
            self.ended = act.kind
        if new not in {"None", "Interests", "Liaison"}:
            self.last_mission = new
        change = LevelChange(new, act.date, act.kind, (act.evidence,))
        if self.made and self.made[-1].date == act.date:
            self.made.pop()
            if self.made and self.made[-1].level == new:
                return
        self.made.append(change)

    def _told(self, place: int, act: MissionAct) -> str | None:
        """The level that the act tells; a chargé d'affaires stands for that of the mission he heads."""
        if act.kind == "open" and act.of == "Mission":
            ranked = any(a.kind == "raise" and a.of == "Mission" for a in self.acts[place:])
            return "Liaison" if ranked or act.level == "Mission" else act.level or self._next(place, act)
        if act.level == "Mission":
            return self.at if act.kind == "close" else "Liaison"
        if act.level is None and act.kind == "close" and self.at in RESIDENT:
            return self.at  # all its staff left
        if act.level is not None or act.kind not in {"present", "open", "interim"}:
            return act.level
        return self.at if self.at in RESIDENT else self._next(place, act)

    def _next(self, place: int, act: MissionAct) -> str:
        """The level of the mission that is told of next: what is raised was lower before."""
        for later in self.acts[place:]:
            if later.kind == "raise" and (later.of in self.rules.order or later.of is None):
                return later.of or "Legation"
            if later.level in RESIDENT:
                return later.level or "Legation"
        return "Legation" if act.date < _LAST_LEGATIONS else "Embassy"

    def _of_another(self, act: MissionAct) -> bool:
        """Whether the act is not of the mission that stands.

        It may be of a lower one, a legation left behind in an old capital; of an embassy in another city,
        which becomes a consulate; or change a consulate into a consulate general.
        """
        order = self.rules.order
        if act.of is not None and act.of == act.level:
            return True
        if act.kind == "raise" and act.level == "Consulate" and act.of is None and self.at in RESIDENT:
            return True
        level, of, at = (order.get(name or "") for name in (act.level, act.of, self.at))
        if level is None or of is None or at is None or level >= of:
            return False
        return of < at or (act.place is not None and self.seat is not None and act.place != self.seat)

    def _follows(self, place: int, days: int) -> bool:
        """Whether a later act opens or raises the mission within `days`, before it is closed again.

        For a head of mission appointed, and for relations resumed, so do the credentials.
        """
        taken = self.acts[place]
        day = _day(taken)
        for act in self.acts[place + 1 :]:
            if act.kind in ENDS or _day(act) - day > days:
                return False
            if act.kind in {"open", "raise"} and (_day(act) > day or taken.kind == "resume"):
                return (act.level == "Consulate") == (taken.level == "Consulate")
            if act.kind in {"present", "arrive"} and taken.kind in {"resume", "appoint", "promote"}:
                return True
        return False

    def _ends_later(self, place: int, days: int) -> bool:
        """Whether relations are told as broken, or the mission as closed, only later: so it went on."""
        day = _day(self.acts[place])
        for act in self.acts[place + 1 :]:
            if act.kind in {"sever", "war", "close"} and _day(act) > day:
                return _day(act) - day <= days
            if act.kind in {"open", "raise", "present", "resume"}:
                return False
        return False

    def _opened_later(self, place: int, level: str | None, days: int) -> bool:
        """Whether the mission of the level is told as opened, for the first time, only later."""
        day = _day(self.acts[place])
        for act in self.acts[place + 1 :]:
            if act.kind in {*ENDS, "raise"} or _day(act) - day > days:
                return False
            if act.kind == "open" and act.level in RESIDENT and _day(act) > day:
                soon = self.stood and _day(act) - day <= _AT_WORK
                return not soon and act.level in {level, "Legation"}
        return False


def _order(act: MissionAct) -> tuple[str, int, str, str, int]:
    where = act.evidence
    return bounds(act.date)[0] or "9", _SAME_DAY.index(act.kind), act.date, where.report, where.start


def _day(act: MissionAct) -> int:
    return ordinal(act.date)


def _precise(acts: Sequence[MissionAct]) -> list[MissionAct]:
    """The acts without those that another dates more narrowly, or that are dated by no year."""
    return [
        act
        for act in acts
        if "X" not in act.date[:4]
        and not any(
            other is not act
            and other.kind == act.kind
            and other.level == act.level
            and len(other.date) > len(act.date)
            and other.date.startswith(act.date)
            for other in acts
        )
    ]
