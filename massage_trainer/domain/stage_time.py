"""Where the figures are at each moment of a segment: which two frames, and how far between them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.beats import BEATEN, Beats, beaten_legs, leg_ms
from massage_trainer.domain.moments import EASE_IN_MS, EASE_OUT_MS, SLOW_MS
from massage_trainer.domain.plate import Meaning
from massage_trainer.domain.protocol import CountUnit
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.domain.timeline import SegmentKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from massage_trainer.domain.countdown import Countdown
    from massage_trainer.domain.protocol import Milliseconds
    from massage_trainer.domain.scene_plates import ScenePlate
    from massage_trainer.domain.stage import KeyFrame, Scene
    from massage_trainer.domain.timeline import Segment

# One picture goes over into the next where nothing shall move, or where hands are set anew.
FADE_MS: Final = 400
_LOOK_MS: Final = 1_500  # a key frame that only fades away is seen for so long at least
# Of a short hold: at most half of it eases in, and three tenths ease out.
_IN_PART, _OUT_PART = 0.5, 0.3
# The hands of a stroke that goes one way are set anew in this part of its round.
_ANEW: Final = 0.14
# Of one press among many along a way, the hands stay for this part, and then go on.
_STAYS: Final = 0.7
_HELD_KINDS: Final = frozenset({SegmentKind.EASE_IN, SegmentKind.HOLD, SegmentKind.EASE_OUT})


@dataclass(frozen=True, slots=True)
class StageMoment:
    """So much of the way from one frame to another; ``fades``: as pictures, without movement."""

    frame: str
    onto: str
    share: float = 0.0
    fades: bool = False

    @classmethod
    def at(cls, frame: str) -> StageMoment:
        return cls(frame, frame)

    @property
    def pose(self) -> tuple[str, str, float]:
        """What is to be drawn; where pictures fade it is the one that comes."""
        if self.fades or self.share >= 1.0:
            return (self.onto, self.onto, 0.0)
        if self.share <= 0.0:
            return (self.frame, self.frame, 0.0)
        return (self.frame, self.onto, self.share)


def poses_at(scene: Scene, moment: StageMoment) -> tuple[KeyFrame, ...]:
    """The pose of each figure; every bone moves on an arc."""
    frame, onto, share = moment.pose
    if frame == onto:
        return tuple(figure.frames[frame] for figure in scene.figures)
    return tuple(f.frames[frame].blended(f.frames[onto], share) for f in scene.figures)


def plate_of(scene: Scene, plate_id: str) -> ScenePlate | None:
    """The plate of this name among those drawn from the scene, else its first."""
    found = next((plate for plate in scene.plates if plate.id == plate_id), None)
    return found or next(iter(scene.plates), None)


def stage_moment(
    scene: Scene, plate: ScenePlate, countdown: Countdown, *, moves: bool = True
) -> StageMoment:
    """The moment that the session's clock says; it stands still when the session does.

    Without ``moves`` nothing moves: key frames fade into each other.
    """
    segment = countdown.segment
    elapsed_ms = countdown.elapsed_ms if countdown.begun else 0
    duration_ms = countdown.elapsed_ms + countdown.segment_left_ms
    return moment_in(scene, plate, segment, elapsed_ms, duration_ms, moves=moves)


def moment_in(
    scene: Scene,
    plate: ScenePlate,
    segment: Segment,
    elapsed_ms: Milliseconds,
    duration_ms: Milliseconds,
    *,
    moves: bool = True,
) -> StageMoment:
    """The moment so long after the beginning of a segment that lasts so long."""
    named = dict(segment.step.frames).get(segment.kind.value, "").rpartition(".")[2]
    if named in scene.frames:
        return StageMoment.at(named)
    hold = _Hold.of(scene, plate)
    is_round = segment.kind in (SegmentKind.WORK, SegmentKind.COUNT)
    if segment.kind in _HELD_KINDS or (
        segment.kind is SegmentKind.WORK and hold.is_held(by_point=bool(segment.point_id))
    ):
        pressed = _pressed(segment.kind, elapsed_ms, duration_ms)
        return hold.at(pressed) if moves else hold.faded(pressed)
    if _goes_on_with_each_count(plate, segment, hold):
        return _level_at(scene, plate, segment, elapsed_ms, moves=moves)
    if is_round and len(key_frames(scene, plate)) > 1:
        return _round_at(scene, plate, segment, elapsed_ms, duration_ms, moves=moves)
    return StageMoment.at(hold.off if segment.kind is SegmentKind.REST else hold.begins)


def key_frames(scene: Scene, plate: ScenePlate) -> tuple[str, ...]:
    """The frames that mean something, in the order of the movement: what one steps through."""
    held = _Hold.of(scene, plate)
    names = [name for name in plate.path if name in scene.meanings]
    if held.begins not in names:
        names = [held.begins, *names]
    return tuple(dict.fromkeys(names))


def force_at(scene: Scene, plate: ScenePlate, moment: StageMoment) -> float | None:
    """How deep the hands are, 0 to 1; None where this plate's hands do not press and stay."""
    hold = _Hold.of(scene, plate)
    if not hold.presses or not hold.is_held(by_point=False):
        return None
    return hold.way.place_of(moment)


def next_frame(scene: Scene, plate: ScenePlate, moment: StageMoment, by: int) -> str:
    """The key frame after (1) or before (-1) a moment, round and round."""
    names = key_frames(scene, plate)
    here = moment.frame.partition("~")[0]
    at = names.index(here) if here in names else 0
    return names[(at + by) % len(names)]


def _pressed(kind: SegmentKind, elapsed_ms: int, duration_ms: int) -> float:
    """How deep the hands are, 0 to 1: force comes and goes slowly and stands in between."""
    duration_ms = max(duration_ms, 1)
    if kind is SegmentKind.HOLD:
        return 1.0
    if kind is SegmentKind.EASE_IN:
        return _eased(elapsed_ms / duration_ms)
    if kind is SegmentKind.EASE_OUT:
        return 1.0 - _eased(elapsed_ms / duration_ms)
    in_ms = min(EASE_IN_MS, _IN_PART * duration_ms)
    out_ms = min(EASE_OUT_MS, _OUT_PART * duration_ms)
    left_ms = duration_ms - elapsed_ms
    return min(_eased(elapsed_ms / in_ms), _eased(left_ms / out_ms))


def _eased(share: float) -> float:
    """From 0 to 1 with no jerk at either end."""
    share = min(max(share, 0.0), 1.0)
    return share * share * (3.0 - 2.0 * share)


@dataclass(frozen=True, slots=True)
class _Way:
    """Frames with their places on the way, from 0 to 1."""

    names: tuple[str, ...]
    places: tuple[float, ...]

    @classmethod
    def along(cls, names: Sequence[str], *, closed: bool = False) -> _Way:
        """Key frames stand at equal distances; solved frames between them by their numbers."""
        every = (*names, names[0]) if closed else tuple(names)
        keys = [at for at, name in enumerate(every) if "~" not in name]
        if not keys or keys[0] != 0 or keys[-1] != len(every) - 1:
            keys = list(range(len(every)))
        places = [0.0] * len(every)
        for leg, (first, last) in enumerate(pairwise(keys)):
            between = _numbers(every[first : last + 1])
            for at, share in zip(range(first, last + 1), between, strict=True):
                places[at] = (leg + share) / (len(keys) - 1)
        return cls(every, tuple(places))

    def place_of(self, moment: StageMoment) -> float | None:
        """Where on the way a moment is; None beside it."""
        known = dict(zip(self.names, self.places, strict=True))
        first, last = known.get(moment.frame), known.get(moment.onto)
        if first is None or last is None:
            return None
        return first + (last - first) * moment.share

    def at(self, share: float) -> StageMoment:
        share = min(max(share, 0.0), 1.0)
        for i in range(len(self.names) - 1):
            first, last = self.places[i], self.places[i + 1]
            if share < last or i == len(self.names) - 2:
                within = (share - first) / (last - first) if last > first else 1.0
                return StageMoment(self.names[i], self.names[i + 1], min(max(within, 0.0), 1.0))
        return StageMoment.at(self.names[0])


def _numbers(leg: Sequence[str]) -> list[float]:
    """Where the frames of one leg stand, 0 to 1: ``a~b.2`` is the second step from a to b."""
    even = [i / (len(leg) - 1) for i in range(len(leg))]
    steps = [_step_of(name) for name in leg[1:-1]]
    known = [step for step in steps if step is not None]
    if not known or len(known) < len(steps):
        return even
    whole = math.floor(max(known)) + 1
    shares = [step / whole for step in known]
    # The same frames are played in both directions.
    if shares == sorted(shares, reverse=True) and len(shares) > 1:
        shares = [1 - share for share in shares]
    elif len(shares) == 1 and not leg[1].startswith(f"{leg[0]}~"):
        shares = [1 - shares[0]]
    found = [0.0, *shares, 1.0]
    return found if found == sorted(set(found)) else even


def _step_of(name: str) -> float | None:
    _, _, number = name.partition("~")[2].partition(".")
    try:
        return float(number)
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class _Hold:
    """How a plate's hands come to press: the way to it, where they begin, and where they rest."""

    way: _Way
    begins: str
    off: str
    presses: int
    moves: bool

    @classmethod
    def of(cls, scene: Scene, plate: ScenePlate) -> _Hold:
        meanings = scene.meanings
        pressed = [n for n in plate.path if meanings.get(n) == Meaning.PRESS.value]
        goal = plate.main if plate.main in pressed or not pressed else pressed[0]
        before = plate.path[: plate.path.index(goal) + 1] if goal in plate.path else (goal,)
        if len(before) == 1:
            # The plate shows the press alone; the scene may know how the hands came.
            coming = [n for n, meaning in meanings.items() if meaning == Meaning.IN.value]
            before = (*coming[:1], goal) if goal not in coming else before
        found = {meaning: name for name, meaning in reversed(list(meanings.items()))}
        off = found.get(Meaning.REST.value, before[0])
        moving = any(meanings.get(n) == Meaning.MOVE.value for n in plate.path)
        return cls(_Way.along(before), before[0], off, len(set(pressed)), moving)

    def is_held(self, *, by_point: bool) -> bool:
        """Whether work with this plate is one press and not a movement."""
        return (self.presses == 1 and not self.moves) or (by_point and self.presses > 0)

    def at(self, pressed: float) -> StageMoment:
        return self.way.at(pressed) if len(self.way.names) > 1 else StageMoment.at(self.begins)

    def faded(self, pressed: float) -> StageMoment:
        """Off or on, nothing in between."""
        first, last = self.way.names[0], self.way.names[-1]
        low, high = 0.45, 0.55
        if first == last or pressed <= low:
            return StageMoment.at(first)
        if pressed >= high:
            return StageMoment.at(last)
        return StageMoment(first, last, (pressed - low) / (high - low), fades=True)


def _round_at(
    scene: Scene,
    plate: ScenePlate,
    segment: Segment,
    elapsed_ms: int,
    duration_ms: int,
    *,
    moves: bool,
) -> StageMoment:
    names = key_frames(scene, plate)
    round_ms = float(segment.cadence_ms or SLOW_MS * len(names))
    if segment.kind is SegmentKind.WORK and duration_ms > 0:
        # A whole number of rounds: the hands end where they began.
        round_ms = duration_ms / max(1, round(duration_ms / round_ms))
    if not moves:
        return _turn_pages(names, elapsed_ms, round_ms)
    if segment.step.stroke_id in BEATEN:
        beaten = _beaten_at(scene, plate, segment, elapsed_ms, duration_ms)
        if beaten is not None:
            return beaten
    share = elapsed_ms % round_ms / round_ms
    begins = _Hold.of(scene, plate).begins
    path = plate.path if begins in plate.path else (begins, *plate.path)
    if plate.loop:
        # Where the hands wait before the work, it begins.
        first = path.index(begins)
        return _Way.along((*path[first:], *path[:first]), closed=True).at(share)
    way = _Way.along(path)
    if not _goes_one_way(plate):
        return way.at(0.5 - 0.5 * math.cos(2 * math.pi * share))
    if share < 1 - _ANEW:
        return way.at(_eased(share / (1 - _ANEW)))
    return StageMoment(path[-1], path[0], (share - 1 + _ANEW) / _ANEW, fades=True)


def _beaten_at(
    scene: Scene, plate: ScenePlate, segment: Segment, elapsed_ms: int, duration_ms: int
) -> StageMoment | None:
    """Hand after hand; None where the frames know no such way."""
    legs = beaten_legs(scene, plate, _Hold.of(scene, plate).begins)
    if not legs:
        return None
    beats = Beats.over([leg_ms(scene, leg) for leg in legs], segment.cadence_ms)
    round_ms = segment.cadence_ms or beats.ms
    if segment.kind is SegmentKind.WORK and duration_ms > 0:
        round_ms = duration_ms / max(1, round(duration_ms / round_ms))
    leg, share = beats.at(elapsed_ms % round_ms / round_ms)
    return _Way.along(legs[leg]).at(_eased(share))


def _goes_on_with_each_count(plate: ScenePlate, segment: Segment, hold: _Hold) -> bool:
    """Whether each count is one press, and the next one comes further along the way."""
    return (
        segment.kind is SegmentKind.COUNT
        and segment.count_unit is CountUnit.REPETITIONS
        and segment.count > 1
        and segment.cadence_ms > 0
        and hold.presses > 1
        and not plate.loop
        and _goes_one_way(plate)
    )


def _level_at(
    scene: Scene, plate: ScenePlate, segment: Segment, elapsed_ms: int, *, moves: bool
) -> StageMoment:
    """From the first place at the first count to the last place at the last one."""
    done, ms = divmod(elapsed_ms, segment.cadence_ms)
    last = segment.count - 1
    if moves:
        on = _eased((ms / segment.cadence_ms - _STAYS) / (1 - _STAYS))
        return _Way.along(plate.path).at((done + on) / last)
    names = key_frames(scene, plate)
    here, there = (
        names[round(min(count / last, 1.0) * (len(names) - 1))] for count in (done, done + 1)
    )
    left_ms = segment.cadence_ms - ms
    if here == there or left_ms >= FADE_MS:
        return StageMoment.at(here)
    return StageMoment(here, there, 1 - left_ms / FADE_MS, fades=True)


def _goes_one_way(plate: ScenePlate) -> bool:
    """A stroke with a direction is not to be seen backwards."""
    strokes = [mark for mark in plate.marks if mark.kind is MarkKind.STROKE]
    return bool(strokes) and not any(mark.both_ways or mark.closed for mark in strokes)


def _turn_pages(names: Sequence[str], elapsed_ms: int, round_ms: float) -> StageMoment:
    """One key frame after the other, each long enough to be looked at."""
    rounds = max(1, math.ceil(_LOOK_MS * len(names) / round_ms))
    page_ms = rounds * round_ms / len(names)
    at = int(elapsed_ms / page_ms) % len(names)
    left_ms = page_ms - elapsed_ms % page_ms
    if left_ms >= FADE_MS:
        return StageMoment.at(names[at])
    following = names[(at + 1) % len(names)]
    return StageMoment(names[at], following, 1 - left_ms / FADE_MS, fades=True)
