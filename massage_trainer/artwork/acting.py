"""Solves a scene: the client in every frame, and the practitioner whose hands are on the client."""

from __future__ import annotations

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from massage_trainer.artwork import hands, reach
from massage_trainer.artwork.hand_target import HandTarget
from massage_trainer.artwork.mesh import Floats, Mesh, still
from massage_trainer.artwork.movement import Moment, Plan, plan
from massage_trainer.artwork.people import ClientKit, PractitionerKit
from massage_trainer.artwork.pose import Pose
from massage_trainer.artwork.positions import moved
from massage_trainer.artwork.reach import Measured, ReachStage
from massage_trainer.artwork.room import Room
from massage_trainer.artwork.scene import FrameSource, HandWish, SceneSource, StanceSource
from massage_trainer.artwork.stance import Stance, stand
from massage_trainer.artwork.surface import Surface
from massage_trainer.artwork.targets import LyingSkin, SkinSpot, TargetFinder
from massage_trainer.domain.errors import ContentError

Hands: TypeAlias = dict[str, HandTarget]
HAND = {"left": "L", "right": "R"}
SIDE = {"left": "left", "right": "right", "L": "left", "R": "right"}
# The hand or the bone that a fault is told of.
_NAMED = re.compile(r"\b(left|right)\b|\.([LR])\b")
# Which side of the world each side of the client is on.
_WORLD_SIDES = {
    "prone": {"left": "+y", "right": "-y"},
    "supine": {"left": "-y", "right": "+y"},
    "supine-low": {"left": "-y", "right": "+y"},
}
_ON_A_SIDE = {"front": "-y", "back": "+y"}
# A hand that comes to the client or leaves is so far off when its place is empty.
_LEAVING_MM = 140.0
# A thumb over the other lies as high over the skin as that one is thick.
_OVER, _THUMB_MM = "thumb-over", 17.5


@dataclass(frozen=True, slots=True)
class Acted:
    """One solved frame."""

    moment: Moment
    client: Pose
    practitioner: Pose | None = None
    measured: Measured | None = None
    seconds: float = 0.0

    def faults(self, client: str) -> list[ContentError]:
        """What is wrong in this frame, where it stands, and by how much."""
        if self.measured is None:
            return []
        return told(self.moment.source, f"frame {self.moment.name} ({client})", self.measured)


def told(frame: FrameSource, what: str, measured: Measured) -> list[ContentError]:
    """Each fault with the line of the hand that it is about, or of the frame."""
    out = []
    for text in measured.faults():
        named = _NAMED.search(text)
        wish = frame.hands.get(SIDE[named[1] or named[2]] if named else "")
        out.append(ContentError(wish.where if wish else frame.where, f"{what}: {text}"))
    return out


class Act:
    """One scene with one client."""

    def __init__(self, source: SceneSource, kit: ClientKit, practitioner: PractitionerKit) -> None:
        self.source = source
        self.kit = kit
        self.plan: Plan = plan(source)
        self.practitioner = practitioner
        self.position = kit.position(source.position)
        self.room = Room(kit, source, self.position)
        self.finder = TargetFinder(kit.client, kit.resolved)
        self.acted: dict[str, Acted] = {}
        self._client: dict[str, Pose] = {}
        self._moved: dict[tuple[tuple[str, float], ...], Pose] = {}
        self._stages: dict[int, tuple[LyingSkin, ReachStage]] = {}
        self._sole = _sole(practitioner) if source.stance else 0.0
        for moment in (*self.plan.keys, *self.plan.steps()):
            self.lay(moment)
        self.room.lay_towels(self._client[self.plan.keys[0].name])
        self._furniture = Surface.of(self.room.furniture() if source.stance else {})

    def _pose(self, moment: Moment) -> Pose:
        numbers = moment.numbers()
        if numbers is not None:
            # Whoever lies still has one pose in all frames, and one skin for the hands.
            key = tuple(sorted(numbers.items()))
            if key not in self._moved:
                self._moved[key] = moved(self.kit.client, self.position, numbers)
            return self._moved[key]
        start, end = (self._client[frame.name] for frame in (moment.start, moment.end))
        return reach.blend(start, end, moment.share)

    def lay(self, moment: Moment) -> Pose:
        """The client in a frame, also in one that has been added."""
        if moment.name not in self._client:
            self._client[moment.name] = self._pose(moment)
        return self._client[moment.name]

    def client_pose(self, name: str) -> Pose:
        return self._client[name]

    def check(self) -> list[ContentError]:
        """Targets that cannot be found, all of them."""
        found: list[ContentError] = []
        targets = [
            hand.target
            for frame in self.source.frames.values()
            for hand in frame.hands.values()
            if hand.target is not None
        ]
        for plate in self.source.plates:
            targets += [target for mark in plate.marks for target in mark.path]
        for target in targets:
            try:
                self.finder.spot(target)
            except ContentError as error:
                found.append(error)
        return found

    def solve(self) -> list[ContentError]:
        """Solve every frame; returns all that is wrong."""
        if found := self.check():
            return found
        before: Pose | None = None
        for key in self.plan.keys:
            self.acted[key.name] = self.solved(key, before)
            before = self.acted[key.name].practitioner
        for (start, end), steps in self.plan.ways.items():
            ends = self.acted[start].practitioner, self.acted[end].practitioner
            for step in steps:
                near = None
                if ends[0] is not None and ends[1] is not None:
                    near = reach.blend(ends[0], ends[1], step.share)
                self.acted[step.name] = self.solved(step, near)
        who = self.kit.which.value
        return [fault for acted in self.acted.values() for fault in acted.faults(who)]

    def add(self, before: str, after: str, step: Moment, acted: Acted) -> None:
        """One more step between two neighbouring frames."""
        self.plan = self.plan.with_step(before, after, step)
        self.acted[step.name] = acted

    def solved(self, moment: Moment, near: Pose | None) -> Acted:
        pose = self.lay(moment)
        if self.source.stance is None:
            return Acted(moment, pose)
        begun = time.perf_counter()
        skin, stage = self.stage(moment.name)
        stance = self._stance(self.source.stance, moment, pose, skin)
        wanted = self.hands(moment, skin)
        found = reach.solve(stage, stance, wanted, near)
        return Acted(moment, pose, found.pose, found.measured, time.perf_counter() - begun)

    def followed(self, moment: Moment, near: Pose, firm: float) -> Acted:
        """A frame solved again, drawn so firmly to a pose near by."""
        begun = time.perf_counter()
        skin, stage = self.stage(moment.name)
        stance = self._stance_in(moment, skin)
        found = reach.follow(stage, stance, self.hands(moment, skin), near, firm)
        return Acted(
            moment, self.lay(moment), found.pose, found.measured, time.perf_counter() - begun
        )

    def measured(self, moment: Moment, pose: Pose) -> Acted:
        """A frame as it would be with the practitioner posed so."""
        skin, stage = self.stage(moment.name)
        found = reach.measure(stage, pose, self.hands(moment, skin))
        return Acted(moment, self.lay(moment), pose, found)

    def _stance_in(self, moment: Moment, skin: LyingSkin) -> Stance:
        if self.source.stance is None:
            raise ValueError(f"{self.source.id}: nobody stands there")
        return self._stance(self.source.stance, moment, self.lay(moment), skin)

    def stage(self, name: str) -> tuple[LyingSkin, ReachStage]:
        """The client in a frame, and all that the hands meet there."""
        pose = self._client[name]
        if id(pose) not in self._stages:
            self._stages[id(pose)] = self.stage_of(pose)
        return self._stages[id(pose)]

    def stage_of(self, pose: Pose) -> tuple[LyingSkin, ReachStage]:
        garments = self.room.garments(pose)
        towels = {towel.name: towel.mesh() for towel in self.room.towels}
        cloth = [mesh.points[mesh.faces] for mesh in (*garments.values(), *towels.values())]
        skin = LyingSkin(
            self.kit.client, pose, np.concatenate(cloth) if cloth else np.zeros((0, 3, 3))
        )
        whole = self.kit.client.body.groups["body"]
        parts: dict[str, Mesh] = {"skin": still(skin.points, whole).picked(whole)}
        # Whoever leans over the head keeps clear of the hair too.
        hair = self.room.hair(pose)
        surface = Surface.of({**parts, **hair, **garments}).with_all_of(self._furniture)
        kit = self.practitioner
        return skin, ReachStage(kit.body, kit.rig, surface, self._sole, kit.cloth)

    def _stance(self, source: StanceSource, moment: Moment, pose: Pose, skin: LyingSkin) -> Stance:
        sides = _WORLD_SIDES.get(self.source.position, _ON_A_SIDE)
        start, end = moment.start, moment.end
        first = self.stage(self.plan.keys[0].name)[0]
        level = 0.0
        if source.level:
            level = float(first.bare(self._landmark(source.level))[0][0])
        leans = [frame.lean if frame.lean is not None else source.lean for frame in (start, end)]
        shift = tuple(
            moment.between(a, b) for a, b in zip(start.shift_cm, end.shift_cm, strict=True)
        )
        free = {}
        for side, hand in HAND.items():
            wish = moment.nearer.hands.get(side)
            if not any(f.hands.get(side) and f.hands[side].target for f in (start, end)):
                free[hand] = wish.at if wish is not None else "side"
        looks = [self._look(frame.look or source.look, pose, skin) for frame in (start, end)]
        look = None
        if looks[0] is not None and looks[1] is not None:
            look = looks[0] * (1 - moment.share) + looks[1] * moment.share
        return stand(
            self.practitioner.body,
            sides.get(source.beside, source.beside),
            level,
            away_cm=source.away_cm,
            facing_deg=source.facing,
            stride_cm=source.stride_cm,
            forward=source.forward,
            lean=moment.between(*leans),
            shift_cm=(shift[0], shift[1]),
            look=look,
            free_hands=free,
        )

    def _landmark(self, key: str) -> SkinSpot:
        resolved = self.kit.resolved
        place = next(iter(resolved.places[key].values()))
        corners = np.array(place.corners)
        weights = place.shares @ self.kit.client.body.weights[corners]
        return SkinSpot(resolved.finder.place(key), corners, place.point, place.normal, weights)

    def _look(self, word: str, pose: Pose, skin: LyingSkin) -> Floats | None:
        if word == "hands":
            return None
        if word == "face":
            return np.asarray(self.kit.client.zone(pose, "face").mean(axis=0))
        return skin.bare(self._landmark(word))[0]

    def hands(self, moment: Moment, skin: LyingSkin) -> Hands:
        """Where each hand is to be; one that is free at both ends is not among them."""
        out: Hands = {}
        for side in ("left", "right"):
            start, end = (frame.hands.get(side) for frame in (moment.start, moment.end))
            wishes = [wish for wish in (start, end) if wish is not None and wish.target]
            if not wishes or (moment.is_key and not (start and start.target)):
                continue
            both = len(wishes) == 2
            out[HAND[side]] = (
                self._aimed(side, moment, wishes[0], wishes[1], skin)
                if both
                else self._leaving(side, moment, wishes[0], skin, comes=wishes[0] is end)
            )
        return out

    def _spot(self, wish: HandWish) -> SkinSpot:
        if wish.target is None:
            raise ValueError(f"{wish.where}: a free hand is nowhere on the client")
        return self.finder.spot(wish.target)

    def _aimed(
        self, side: str, moment: Moment, start: HandWish, end: HandWish, skin: LyingSkin
    ) -> HandTarget:
        a, b = self._spot(start), self._spot(end)
        spot = a if moment.is_key else self.finder.way(a, b, [moment.share])[0]
        ways = [
            self.finder.fingers(spot, wish.fingers, wish.fingers_degrees) for wish in (start, end)
        ]
        fingers = ways[0] * (1 - moment.share) + ways[1] * moment.share
        press = moment.between(start.press_mm, end.press_mm)
        nearer = start if moment.share < 0.5 else end
        turn = moment.between(start.turn, end.turn)
        return self._target(side, nearer, spot, fingers, skin, press, turn)

    def _leaving(
        self, side: str, moment: Moment, wish: HandWish, skin: LyingSkin, *, comes: bool
    ) -> HandTarget:
        """Straight off the skin, or onto it."""
        spot = self._spot(wish)
        fingers = self.finder.fingers(spot, wish.fingers, wish.fingers_degrees)
        away = (1 - moment.share) if comes else moment.share
        press = min(wish.press_mm, 0.0) - away * _LEAVING_MM
        return self._target(side, wish, spot, fingers, skin, press, wish.turn)

    def _target(
        self,
        side: str,
        wish: HandWish,
        spot: SkinSpot,
        fingers: Floats,
        skin: LyingSkin,
        press: float,
        turn: float,
    ) -> HandTarget:
        place, normal = skin.outside(spot)
        if wish.shape == _OVER:
            press -= _THUMB_MM
        return HandTarget(
            shape=hands.shape(self.practitioner.rig, HAND[side], wish.shape),
            place=place,
            normal=normal,
            fingers=skin.turned(spot, fingers),
            press_mm=press,
            touching=press >= 0,
            grip=wish.grip,
            turn=turn,
        )

    def practitioner_frames(self) -> Mapping[str, Pose]:
        return {
            name: acted.practitioner
            for name, acted in self.acted.items()
            if acted.practitioner is not None
        }


def _sole(kit: PractitionerKit) -> float:
    """How thick the shoes' soles are."""
    bare = kit.body.points[kit.body.groups["body"]].reshape(-1, 3)[:, 2].min()
    return max(0.0, float(bare - kit.cloth.points[:, 2].min()))
