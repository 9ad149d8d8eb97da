"""The points of a picture: which are shown, which is chosen, and what a touch of the skin means."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.still_places import Sight

if TYPE_CHECKING:
    from massage_trainer.domain.live_guides import LiveExtras
    from massage_trainer.domain.place_grid import Positions
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import (
        DrawnMark,
        Fraction,
        MeasuringLine,
        Run,
        Spot,
        StillPlaces,
    )
    from massage_trainer.domain.verdict import Judge, Verdict


# How far from the place that was touched the skin may be that is seen there.
_SAME_PLACE_M: Final = 0.02


class PointWish(NamedTuple):
    """Which points a step shows: all it works on, the one worked on now, and zones to avoid."""

    codes: tuple[str, ...] = ()
    active: str = ""
    side: Side | None = None
    avoid: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A point that can be seen in the picture."""

    key: str  # of the place: ``BL23``, ``EX-B2@T12``
    code: str
    side: Side
    spot: Spot
    active: bool

    @property
    def at(self) -> Fraction:
        return self.spot.at


@dataclass(frozen=True, slots=True)
class Answer:
    """What a touch of the skin came to."""

    at: Fraction
    verdict: Verdict
    place: Vector | None = None
    in_sight: bool = True  # the body may have been turned since

    def moved(self, positions: Positions) -> Answer:
        """The same answer in another picture of the same body; beside the body it goes away."""
        found = positions.find(self.place, _SAME_PLACE_M) if self.place else None
        if found is None:
            return replace(self, in_sight=False)
        return replace(self, at=found, in_sight=True)


class PlaceState(Enum):
    """What the picture can tell about the point of the step."""

    NOT_ASKED = auto()  # the step names no point
    SEEN = auto()
    UNSEEN = auto()  # hidden or turned away
    UNMARKED = auto()  # this picture does not have it
    UNREADABLE = auto()  # the places of this picture are missing or of another version


class PlateViewModel(QObject):
    """What stands on a picture; reads places when the first is needed, the map at the first touch.

    Signals:
        changed: something that is drawn or told is different.
        moved: the same stands elsewhere in a live picture.
    """

    changed = Signal()
    moved = Signal()

    def __init__(
        self,
        plates: PlateSource[Any],
        judge: Callable[[ClientBody], Judge | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._plates = plates
        self._judge = judge
        self._still: Still | None = None
        self._places: StillPlaces | None = None
        self._read = False
        self._live: StillPlaces | None = None
        self._positions: Positions | None = None
        self.rests = True
        self.extras: LiveExtras | None = None
        self.wish = PointWish()
        self.marks: tuple[Mark, ...] = ()
        self.state = PlaceState.NOT_ASKED
        self.chosen: Mark | None = None
        self.chosen_zone = ""
        self.answer: Answer | None = None
        self.line_wanted = False
        self.zones_wanted = False
        self.ways_wanted = True

    def show(self, still: Still | None, wish: PointWish) -> None:
        """Take another picture or another point; what the student chose there is forgotten."""
        if (still, wish) == (self._still, self.wish):
            return
        if still != self._still:
            self._still, self._places, self._read = still, None, False
        self.wish = wish
        self.chosen = self.answer = None
        self.chosen_zone = ""
        self.marks = tuple(self._find_marks()) if wish.codes else ()
        self.state = self._find_state()
        self.changed.emit()

    def show_live(
        self,
        places: StillPlaces | None,
        positions: Positions | None = None,
        *,
        rests: bool = True,
        extras: LiveExtras | None = None,
    ) -> None:
        """Take the places of a live picture instead of the still's; None: those of the still.

        What was chosen or touched stays so, wherever it is now. ``rests``: nothing moves.
        """
        if places is None and self._live is None:
            return
        changes = (places is None) != (self._live is None)
        before = {(mark.key, mark.side) for mark in self.marks}
        self._live, self._positions, self.rests = places, positions, rests
        self.extras = extras if places is not None else None
        if places is None:
            self.chosen = self.answer = None
        self.marks = tuple(self._find_marks()) if self.wish.codes else ()
        found = {(mark.key, mark.side): mark for mark in self.marks}
        if self.chosen is not None:
            self.chosen = found.get((self.chosen.key, self.chosen.side), self.chosen)
        if self.answer is not None and positions is not None:
            self.answer = self.answer.moved(positions)
        state, self.state = self.state, self._find_state()
        if changes or state is not self.state or before != set(found):
            self.changed.emit()
        else:
            self.moved.emit()

    @property
    def positions(self) -> Positions | None:
        """What a live picture tells of the places in it; None while there is none."""
        return self._positions

    @property
    def is_live(self) -> bool:
        """Whether the places are those of a live picture."""
        return self._live is not None

    @property
    def question(self) -> tuple[Still | None, PointWish]:
        """What a touch is an answer to."""
        return self._still, self.wish

    @property
    def lacks_zones(self) -> bool:
        """Whether zones are to be shown and cannot, which is not the same as none."""
        wanted = bool(self.wish.avoid) or self.zones_wanted
        return wanted and self._still is not None and self.places is None

    @property
    def problem(self) -> str:
        """Why the places of this picture cannot be read, for whoever looks after the computer."""
        lacking = self.state is PlaceState.UNREADABLE or self.lacks_zones
        if self._still is None or not lacking:
            return ""
        return self._plates.places_problem(self._still)

    @property
    def places(self) -> StillPlaces | None:
        """Where everything stands in the picture; read when it is first asked for."""
        if self._live is not None:
            return self._live
        if not self._read and self._still is not None:
            self._read = True
            self._places = self._plates.places(self._still)
        return self._places

    @property
    def lines(self) -> tuple[tuple[Mark, MeasuringLine], ...]:
        """The measuring lines to draw: those of the chosen point, else of the active ones."""
        if not self.line_wanted or self.places is None:
            return ()
        marks = [self.chosen] if self.chosen else [mark for mark in self.marks if mark.active]
        of = self.places.lines
        return tuple(
            (mark, of[mark.key][mark.side]) for mark in marks if mark.side in of.get(mark.key, {})
        )

    @property
    def has_ways(self) -> bool:
        """Whether the picture knows how the hands move."""
        return self.places is not None and bool(self.places.marks)

    @property
    def ways(self) -> tuple[DrawnMark, ...]:
        """How the hands move, as far as it is to be drawn."""
        return self.places.marks if self.ways_wanted and self.places is not None else ()

    @property
    def zones(self) -> tuple[tuple[str, tuple[Run, ...]], ...]:
        """The zones to draw, by id, as the pieces of outline that can be seen."""
        if not self.wish.avoid and not self.zones_wanted:
            return ()
        known: Mapping[str, Mapping[Side, tuple[Run, ...]]] = (
            self.places.zones if self.places is not None else {}
        )
        ids = tuple(known) if self.zones_wanted else self.wish.avoid
        return tuple(
            (zone, runs)
            for zone in ids
            for side, runs in known.get(zone, {}).items()
            if runs and (self.zones_wanted or self._is_worked(side))
        )

    def want_line(self, *, on: bool) -> None:
        """Show how a hand measures to the point, or stop showing it."""
        if on != self.line_wanted:
            self.line_wanted = on
            self.changed.emit()

    def want_zones(self, *, on: bool) -> None:
        """Show every zone of the picture, or those alone that the step must avoid."""
        if on != self.zones_wanted:
            self.zones_wanted = on
            self.chosen_zone = ""
            self.changed.emit()

    def want_ways(self, *, on: bool) -> None:
        """Show how the hands move, or stop showing it."""
        if on != self.ways_wanted:
            self.ways_wanted = on
            self.changed.emit()

    def choose(self, mark: Mark | None) -> None:
        """Choose a point to be told about."""
        if mark != self.chosen or (mark and self.answer):
            self.chosen = mark
            self.answer = None if mark else self.answer
            self.changed.emit()

    def choose_zone(self, zone: str) -> None:
        """Choose a zone to be told about; empty for none."""
        if zone != self.chosen_zone:
            self.chosen_zone = zone
            self.changed.emit()

    def choose_toward(self, dx: float, dy: float, aspect: float) -> bool:
        """Go to the nearest point in a direction (y downwards); False where there is none.

        ``aspect`` is the width of the picture over its height. The first step goes to the point
        of the step itself.
        """
        if not self.marks:
            return False
        if self.chosen is None:
            self.choose(next((mark for mark in self.marks if mark.active), self.marks[0]))
            return True
        here = self.chosen.at
        ways = []
        for mark in self.marks:
            x, y = (mark.at[0] - here[0]) * aspect, mark.at[1] - here[1]
            along, beside = x * dx + y * dy, abs(x * dy - y * dx)
            if along > 0 and beside <= 2 * along:
                ways.append((math.hypot(along, 2 * beside), mark.key, mark.side.value, mark))
        if ways:
            self.choose(min(ways)[3])
        return bool(ways)

    def touch(self, at: Fraction) -> bool:
        """A finger on the still; True where the step asks for a point that can be judged.

        A live picture knows its places roughly, and not at all while it moves: whoever shows it
        asks the body itself, and tells ``touch_place``.
        """
        if not self.can_judge or self._still is None or self._live is not None:
            return False
        positions = self._plates.position_map(self._still)
        if positions is None:
            self._read_again()
        return positions is not None and self.touch_place(at, positions.place_at(at))

    def touch_place(self, at: Fraction, place: Vector | None) -> bool:
        """The same where it is known which place of the rest body was touched (None: none)."""
        from massage_trainer.domain.verdict import SideRule, Target

        judge = self._judge(self._still.client) if self.can_judge and self._still else None
        if judge is None or not judge.can_judge(self.wish.active):
            return False
        sides = {Side.LEFT: SideRule.LEFT, Side.RIGHT: SideRule.RIGHT}
        rule = sides.get(self.wish.side, SideRule.EITHER) if self.wish.side else SideRule.EITHER
        verdict = judge.judge(Target(self.wish.active, rule), place)
        self.answer, self.chosen = Answer(at, verdict, place), None
        self.changed.emit()
        return True

    @property
    def can_judge(self) -> bool:
        """Whether a touch of the skin is answered."""
        return self.state in (PlaceState.SEEN, PlaceState.UNSEEN) and bool(
            self.places and self.places.map_file
        )

    def forget(self) -> bool:
        """Clear what the student chose and touched; False if there was nothing."""
        if self.chosen is None and self.answer is None and not self.chosen_zone:
            return False
        self.chosen = self.answer = None
        self.chosen_zone = ""
        self.changed.emit()
        return True

    def forget_answer(self) -> None:
        """A touch that was none after all."""
        if self.answer is not None:
            self.answer = None
            self.changed.emit()

    def _read_again(self) -> None:
        """The map could not be read: nor do the places count any more, and that is told."""
        self._read = False
        self.marks = tuple(self._find_marks())
        self.state = self._find_state()
        self.changed.emit()

    def _find_marks(self) -> Iterator[Mark]:
        wanted = set(self.wish.codes)
        for key, spots in (self.places.points if self.places else {}).items():
            code = key.partition("@")[0]
            if code not in wanted:
                continue
            for side, spot in spots.items():
                if spot.sight is Sight.VISIBLE:
                    yield Mark(key, code, side, spot, self._is_active(code, side))

    def _is_active(self, code: str, side: Side) -> bool:
        return code == self.wish.active and self._is_worked(side)

    def _is_worked(self, side: Side) -> bool:
        asked = self.wish.side
        return asked not in (Side.LEFT, Side.RIGHT) or side in (asked, Side.MIDLINE)

    def _find_state(self) -> PlaceState:
        if not self.wish.active:
            return PlaceState.NOT_ASKED
        if self.places is None:
            told = self._still and self._plates.places_problem(self._still)
            return PlaceState.UNREADABLE if told else PlaceState.UNMARKED
        if any(mark.active for mark in self.marks):
            return PlaceState.SEEN
        known = (key.partition("@")[0] for key in self.places.points)
        return PlaceState.UNSEEN if self.wish.active in known else PlaceState.UNMARKED
