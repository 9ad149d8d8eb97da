"""Where the class's picture stands: which screen, what became of it, and where the console goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, Protocol

from massage_trainer.domain.classroom.look import AudienceLook

if TYPE_CHECKING:
    from massage_trainer.domain.ports import Announcement

_BUILT_IN: Final = ("edp", "lvds", "dsi")  # connectors inside a computer
REMEMBERED: Final = 20


@dataclass(frozen=True, slots=True)
class ScreenInfo:
    """A screen as the system tells of it; the key is the same again tomorrow.

    Places are in logical pixels of the whole desktop and may be negative.
    """

    key: str
    title: str
    left: int
    top: int
    width: int
    height: int
    scale: float = 1.0
    primary: bool = False

    @property
    def is_built_in(self) -> bool:
        return self.key.casefold().startswith(_BUILT_IN)

    def mirrors(self, other: ScreenInfo) -> bool:
        """Whether both show the same part of the desktop."""
        return (self.left, self.top) == (other.left, other.top)


class Standing(Enum):
    """How the class's picture stands."""

    CLOSED = auto()
    OWN = auto()  # the whole of a screen of its own
    OVER = auto()  # the whole of the only screen, over the console
    UNDER = auto()  # the same with the console brought up over it
    BY_HAND = auto()  # a plain window: somebody must draw it to the other screen
    WAITING = auto()  # its screen has gone, and is waited for


@dataclass(frozen=True, slots=True)
class Plan:
    """Where both windows belong; ``console`` is None where it may stay."""

    standing: Standing = Standing.CLOSED
    screen: ScreenInfo | None = None
    console: ScreenInfo | None = None

    @property
    def is_seen(self) -> bool:
        """Whether the class can see something."""
        return self.standing not in (Standing.CLOSED, Standing.WAITING)


@dataclass(frozen=True, slots=True)
class Room:
    """The screens there are, where the console stands, and whether windows can be placed."""

    screens: tuple[ScreenInfo, ...]
    console: str  # the key of its screen
    may_place: bool = True  # a Wayland desktop places windows by itself

    @property
    def walls(self) -> tuple[ScreenInfo, ...]:
        """Those that show something of their own: of mirrored ones the first."""
        walls: list[ScreenInfo] = []
        for screen in self.screens:
            if not any(screen.mirrors(wall) for wall in walls):
                walls.append(screen)
        return tuple(walls)

    def wall(self, key: str) -> ScreenInfo | None:
        """The wall on which a screen shows; None where that screen is not there."""
        here = next((screen for screen in self.screens if screen.key == key), None)
        if here is None:
            return None
        return next(wall for wall in self.walls if wall.mirrors(here))

    @property
    def console_wall(self) -> ScreenInfo | None:
        return self.wall(self.console)


def opened(room: Room, wished: str = "", known: Sequence[str] = ()) -> Plan:
    """The screen asked for, else one that was a projector before, else the likeliest."""
    if not room.walls:
        return Plan(Standing.WAITING)
    if len(room.walls) == 1:
        return Plan(Standing.OVER, room.walls[0])
    named = [wall for key in (wished, *known) if (wall := room.wall(key)) is not None]
    target = named[0] if named else _likeliest(room)
    if not room.may_place:
        return Plan(Standing.BY_HAND, target)
    return Plan(Standing.OWN, target, _way_for(room, target))


def rearranged(plan: Plan, room: Room, known: Sequence[str] = ()) -> Plan:
    """Screens came, went, moved, turned, or are mirrored now.

    What the class can see stays covered, whatever else lies there: the console holds names and
    answers. Where nobody can see it any more, it waits for its screen to come back.
    """
    if plan.standing is Standing.CLOSED or plan.screen is None:
        return plan
    here = room.wall(plan.screen.key)
    if len(room.walls) < 2:
        if here is None and plan.standing in (Standing.OWN, Standing.BY_HAND, Standing.WAITING):
            return replace(plan, standing=Standing.WAITING, console=None)
        kept = plan.standing is Standing.UNDER
        return Plan(Standing.UNDER if kept else Standing.OVER, (here or room.walls[0]))
    if plan.standing in (Standing.OVER, Standing.UNDER):  # there was no other; now there is
        return opened(room, "", known)
    if here is None:
        back = next((wall for key in known if (wall := room.wall(key)) is not None), None)
        if back is None or back == room.console_wall:
            return replace(plan, standing=Standing.WAITING, console=None)
        here = back
    if not room.may_place:
        return Plan(Standing.BY_HAND, here)
    return Plan(Standing.OWN, here, _way_for(room, here))


def swapped(plan: Plan, room: Room) -> Plan:
    """Change the two windows over; on one screen, bring the other one up."""
    match plan.standing:
        case Standing.OVER:
            return replace(plan, standing=Standing.UNDER)
        case Standing.UNDER:
            return replace(plan, standing=Standing.OVER)
        case Standing.OWN if plan.screen and (console := room.console_wall):
            return Plan(Standing.OWN, console, plan.screen)
        case _:
            return plan


def _likeliest(room: Room) -> ScreenInfo:
    """Not where the console is, not the computer's own, not the main one, then the largest."""
    others = [wall for wall in room.walls if wall != room.console_wall]
    return min(
        others or room.walls,
        key=lambda wall: (wall.is_built_in, wall.primary, -wall.width * wall.height),
    )


def _way_for(room: Room, target: ScreenInfo) -> ScreenInfo | None:
    """Where the console goes if it stands in the way."""
    if room.console_wall is not None and room.console_wall != target:
        return None
    others = [wall for wall in room.walls if wall != target]
    return min(others, key=lambda wall: (not wall.is_built_in, not wall.primary), default=None)


@dataclass(frozen=True, slots=True)
class Projectors:
    """Screens that were shown to a class, the last one first, and how each is drawn on."""

    looks: tuple[tuple[str, AudienceLook], ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self.looks)

    def look(self, key: str) -> AudienceLook | None:
        """How this one was drawn on last; None where it is new."""
        return dict(self.looks).get(key)

    def with_look(self, key: str, look: AudienceLook) -> Projectors:
        """Drawn on like this from now on; what is no projector is not made one."""
        return Projectors(tuple((k, look if k == key else kept) for k, kept in self.looks))

    def used(self, key: str, look: AudienceLook) -> Projectors:
        """Shown to a class now."""
        others = [(name, kept) for name, kept in self.looks if name != key]
        return Projectors(((key, look), *others)[:REMEMBERED])


class Screens(Protocol):
    """The screens of this computer; ``changed`` tells that any of it is different."""

    @property
    def changed(self) -> Announcement: ...

    @property
    def may_place(self) -> bool:
        """Whether a program may put a window where it wants."""
        ...

    def screens(self) -> tuple[ScreenInfo, ...]: ...


class ScreenMemory(Protocol):
    """Keeps which screens were shown to a class."""

    def load(self) -> Projectors: ...

    def save(self, projectors: Projectors) -> None: ...
