"""What the practitioner's body wants, as least squares over the chain's knobs with slopes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.chain import Chain, State, rest_angle
from massage_trainer.artwork.hand_target import HandTarget
from massage_trainer.artwork.joints import unit
from massage_trainer.artwork.limits import LOADED_EXTENSION
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.stance import Stance, facing
from massage_trainer.artwork.surface import Surface

# What each joint would like: anatomical angle, and how many degrees off are one unit of discomfort.
EASE: dict[str, tuple[float, float]] = {
    "sway": (0, 6), "bend": (4, 9), "side-bend": (0, 7), "twist": (0, 12),
    "hip-abduct": (7, 18), "hip-turn": (6, 16), "knee": (14, 16), "ankle": (0, 40),
    "foot-tip": (0, 30), "girdle-lift": (0, 8), "girdle-forward": (4, 12),
    "shoulder-flex": (50, 60), "shoulder-abduct": (14, 26), "shoulder-turn": (25, 40),
    "elbow": (14, 18), "pronate": (45, 45), "wrist-flex": (-8, 22), "wrist-thumb": (-4, 14),
}  # fmt: skip
WRIST = {"wrist-flex": "flex", "wrist-thumb": "towards_thumb", "pronate": "pronate"}
FREE: dict[str, dict[str, float]] = {
    "side": {"shoulder-flex": 4, "shoulder-abduct": 14, "shoulder-turn": 20, "elbow": 20},
    "front": {"shoulder-flex": 22, "shoulder-abduct": 8, "shoulder-turn": 50, "elbow": 70},
    "hip": {"shoulder-flex": -18, "shoulder-abduct": 42, "shoulder-turn": 30, "elbow": 95},
}
# The pelvis keeps this near to where the stance puts it (metres).
ROAM = 0.14
# Weights: units of discomfort per metre or per unit of direction.
PLANTED, UPRIGHT_FOOT, NEAR_STANCE = 900.0, 50.0, 9.0
AIM, TOUCH, FACE_ON, FINGERS, IN_LINE = 220.0, 500.0, 5.0, 3.0, 3.0
FROM_ABOVE = 1.6
KEEP_OUT = 420.0
SPARE = 0.0015
# How much a degree off the frame before weighs.
GENTLY = 0.04
# Skin further beside its nearest partner than this is not inside of it (metres).
BESIDE = 0.007


@dataclass(frozen=True, slots=True)
class Samples:
    """Places of the skin that must stay outside, with the clearance each keeps."""

    label: str
    ids: Ints
    clearance: float


class Rows:
    """Collected residuals and slopes."""

    def __init__(self) -> None:
        self._misses: list[Floats] = []
        self._slopes: list[Floats] = []
        self.names: list[str] = []

    def add(self, name: str, miss: Floats, slope: Floats, weight: float | Floats) -> None:
        flat = np.atleast_1d(miss).ravel()
        size = np.broadcast_to(np.asarray(weight, float), flat.shape)
        self._misses.append(flat * size)
        self._slopes.append(slope.reshape(len(flat), -1) * size[:, None])
        self.names.extend([name] * len(flat))

    def all(self) -> tuple[Floats, Floats]:
        return np.concatenate(self._misses), np.vstack(self._slopes)


@dataclass(frozen=True, slots=True)
class _Skin:
    rest: Floats
    weights: Floats
    follow: Floats


class Problem:
    """One frame's wishes: stance, hands on their targets, everything else outside."""

    def __init__(
        self,
        chain: Chain,
        surface: Surface,
        stance: Stance,
        hands: Mapping[str, HandTarget],
        sole: float = 0.0,
    ) -> None:
        self.chain, self.surface, self.stance, self.hands = chain, surface, stance, hands
        body = chain.body
        for hand in hands.values():
            chain.hold(hand.shape.bones)
        self._strongest = np.array(body.bones, dtype=object)[body.weights.argmax(axis=1)]
        self._facing = normals(body.points, body.groups["body"])
        self._skin = np.unique(body.groups["body"])
        self.low, self.high = chain.low.copy(), chain.high.copy()
        self.low[:2] = (stance.pelvis[:2] - ROAM) * 100
        self.high[:2] = (stance.pelvis[:2] + ROAM) * 100
        for side, hand in hands.items():
            if hand.shape.loading:
                floor = LOADED_EXTENSION - rest_angle(chain.rig, "wrist-flex")
                self.low[chain.knob(f"wrist-flex.{side}")] = floor
        self.groups = self._samples()
        everything = np.concatenate([group.ids for group in self.groups])
        self._ids = everything
        self._sampled = self._prepared(everything)
        self._patches = {side: self._prepared(hand.shape.patch) for side, hand in hands.items()}
        self._clearance = np.concatenate(
            [np.full(len(group.ids), group.clearance) for group in self.groups]
        )
        for hand in hands.values():
            # the pressing skin itself may sink in as far as it presses
            own = np.isin(everything, hand.shape.patch)
            self._clearance[own] = -max(0.0, hand.press_mm) / 1000 - 0.001
        self._ankle = -float(body.points[self._skin][:, 2].min()) + sole
        self._wish, self._stiff = self._ease()
        self.start: Floats | None = None
        self._firm = np.minimum(self._stiff, GENTLY)
        # the hands come down onto their targets from outside, lest they end on the wrong side
        self.hover = 0.0
        # fingers that will close around the surface need not keep out of it yet
        self.fingers_free = False
        bones = self._strongest[everything]
        closing = tuple(f".{side}" for side, hand in hands.items() if hand.grip)
        self._closing = np.array(
            [str(bone).startswith("finger") and str(bone).endswith(closing) for bone in bones]
        )

    def _prepared(self, ids: Ints) -> _Skin:
        body = self.chain.body
        weights = body.weights[ids]
        return _Skin(body.points[ids], weights, self.chain.follow(weights))

    def _samples(self) -> list[Samples]:
        """Skin thinned out to one place per small cube, finer where contact is."""
        out = []
        for side in "LR":
            hand = ("finger", f"wrist.{side}")
            fine = 0.007 if side in self.hands else 0.02
            own = self._of(hand, side)
            out.append(Samples(f"hand.{side}", self._thinned(own, fine), 0.0005))
            fore = self._of(("lowerarm", "elbow-half"), side)
            out.append(Samples(f"forearm.{side}", self._thinned(fore, 0.028), 0.003))
            upper = self._of(("upperarm", "shoulder-half"), side)
            out.append(Samples(f"upper arm.{side}", self._thinned(upper, 0.045), 0.014))
            leg = self._of(("upperleg", "hip-half", "knee-half", "lowerleg", "foot"), side)
            out.append(Samples(f"leg.{side}", self._thinned(leg, 0.06), 0.014))
        trunk = self._of(("spine", "root", "pelvis", "clavicle", "shoulder01", "breast"), "")
        out.append(Samples("trunk", self._thinned(trunk, 0.055), 0.016))
        head = self._of(("head", "neck"), "")
        out.append(Samples("head", self._thinned(head, 0.06), 0.05))
        return out

    def _of(self, stems: tuple[str, ...], side: str) -> Ints:
        names = self._strongest[self._skin]
        mask = [str(n).startswith(stems) and (not side or str(n).endswith(side)) for n in names]
        return np.asarray(self._skin[np.array(mask)])

    def _thinned(self, ids: Ints, cell: float) -> Ints:
        keys = np.floor(self.chain.body.points[ids] / cell).astype(np.int64)
        _, first = np.unique(keys, axis=0, return_index=True)
        return ids[np.sort(first)]

    def _ease(self) -> tuple[Floats, Floats]:
        chain, stance = self.chain, self.stance
        wish, stiff = np.zeros(len(chain.knobs)), np.zeros(len(chain.knobs))
        for i, name in enumerate(chain.knobs):
            joint, _, side = name.partition(".")
            if joint in EASE:
                value, unit_off = EASE[joint]
                idle = side in ("L", "R") and side not in self.hands
                free = FREE[stance.free_hands.get(side, "side")] if idle else {}
                if joint in free:
                    value, unit_off = free[joint], 5.0
                if side in self.hands and joint in WRIST:
                    wished = getattr(self.hands[side].shape.wrist, WRIST[joint])
                    value, unit_off = (value, unit_off) if wished is None else (wished, 13.0)
                wish[i] = value - rest_angle(chain.rig, joint)
                stiff[i] = 1.0 / unit_off
        for name, value, unit_off in (("tilt", stance.lean, 10.0), ("yaw", stance.yaw, 8.0)):
            wish[chain.knob(name)], stiff[chain.knob(name)] = value, 1 / unit_off
        wish[:3] = stance.pelvis * 100
        stiff[:3] = np.array([NEAR_STANCE, NEAR_STANCE, 1.0]) / 100
        return wish, stiff

    def follow_previous(self, x: Floats, firm: float = GENTLY) -> None:
        """Neighbouring frames look alike: pull gently towards the last solution."""
        self.start = x
        self._firm = np.full(len(x), firm) if firm > GENTLY else np.minimum(self._stiff, GENTLY)

    def seeds(self) -> list[Floats]:
        """Where a cold search starts: elbows low, elbows out, arms turned out, palms up."""
        base = np.clip(self._wish, self.low, self.high)
        out = []
        for arm in (
            (55.0, 10.0, 25.0, 30.0, 55.0), (40.0, 45.0, 60.0, 60.0, 60.0),
            (70.0, 0.0, -15.0, 25.0, 10.0), (45.0, 15.0, 0.0, 45.0, -50.0),
        ):  # fmt: skip
            x = base.copy()
            for side in self.hands:
                names = ("shoulder-flex", "shoulder-abduct", "shoulder-turn", "elbow", "pronate")
                for name, value in zip(names, arm, strict=True):
                    x[self.chain.knob(f"{name}.{side}")] = value - rest_angle(self.chain.rig, name)
            out.append(np.clip(x, self.low, self.high))
        return out

    def rows(self, x: Floats, *, walls: bool) -> Rows:
        chain = self.chain
        state = chain.state(x)
        out = Rows()
        eye = np.eye(len(x))
        out.add("ease", x - self._wish, eye, self._stiff)
        if self.start is not None:
            out.add("previous", x - self.start, eye, self._firm)
        self._stand(out, state)
        for side, hand in self.hands.items():
            self._reach(out, state, side, hand)
        if walls:
            self._keep_out(out, state)
            self._keep_hands_apart(out, state)
        return out

    def _stand(self, out: Rows, state: State) -> None:
        chain = self.chain
        for side, (x, y, yaw) in self.stance.feet.items():
            bone = chain.body.bone(f"foot.{side}")
            ankle = np.array([x, y, self._ankle + chain.body.heads[bone][2]])
            at = state.places[bone][None]
            weights = np.zeros((1, len(chain.body.bones)))
            weights[0, bone] = 1.0
            slope = chain.slopes(state, at, chain.follow(weights))
            out.add("feet", at - ankle, slope, PLANTED)
            up, toes = state.rotations[bone] @ [0, 0, 1.0], state.rotations[bone] @ [0, -1.0, 0]
            ways = np.array([up, toes])
            wish = np.array([[0, 0, 1.0], facing(yaw)])
            slope = chain.turning(state, ways, np.array([bone, bone]))
            out.add("feet", ways - wish, slope, UPRIGHT_FOOT)

    def _reach(self, out: Rows, state: State, side: str, hand: HandTarget) -> None:
        chain, patch = self.chain, self._patches[side]
        points = chain.points(state, patch.rest, patch.weights)
        slopes = chain.slopes(state, points, patch.follow)
        normal = unit(hand.normal)
        across = np.eye(3) - np.outer(normal, normal)
        off = points.mean(axis=0) - hand.place
        name = f"hand.{side}"
        out.add(name, across @ off, across @ slopes.mean(axis=0), AIM)
        near = self.surface.closest(points, 0.06)
        # the part of the contact skin that comes nearest is what touches
        first = np.argsort(near.distance)[: max(1, len(points) // 3)]
        deeper = hand.press_mm / 1000
        depth = near.distance[first].mean() + deeper
        # distances far off are only told roughly
        if self.hover or deeper < -0.04 or abs(depth) > 0.05:
            gap = off @ normal - self.hover + deeper
            out.add(name, gap, normal @ slopes.mean(axis=0), AIM)
        else:
            slope = np.einsum("nd,ndk->nk", near.normal[first], slopes[first]).mean(axis=0)
            out.add(name, np.array([depth]), slope, TOUCH)
        wrist = chain.body.bone(f"wrist.{side}")
        held = state.rotations[wrist] @ hand.shape.press
        fingers = state.rotations[wrist] @ hand.shape.fingers
        turn = chain.turning(state, np.array([held, fingers]), np.array([wrist, wrist]))
        out.add(name, held + normal, turn[0], FACE_ON * hand.shape_firmness)
        wish = hand.pointing()
        out.add(name, fingers - wish, turn[1], FINGERS)
        if hand.shape.loading:
            # weight falls through a long arm onto the surface
            fore = self._forearm(state, side)
            bone = np.array([chain.body.bone(f"lowerarm01.{side}")])
            turn = chain.turning(state, fore[None], bone)
            out.add(f"weight.{side}", fore + normal, turn[0], FROM_ABOVE)
        if hand.shape.wrist.thumb_in_line:
            self._in_line(out, state, side)

    def _forearm(self, state: State, side: str) -> Floats:
        bone = self.chain.body.bone
        return unit(state.places[bone(f"wrist.{side}")] - state.places[bone(f"lowerarm01.{side}")])

    def _in_line(self, out: Rows, state: State, side: str) -> None:
        """The loaded thumb carries on the forearm's line."""
        chain = self.chain
        bone = chain.body.bone
        thumb = unit(
            state.places[bone(f"finger1-3.{side}")] - state.places[bone(f"finger1-1.{side}")]
        )
        fore = self._forearm(state, side)
        bones = np.array([bone(f"wrist.{side}"), bone(f"lowerarm02.{side}")])
        turn = chain.turning(state, np.array([thumb, fore]), bones)
        out.add(f"line.{side}", thumb - fore, turn[0] - turn[1], IN_LINE)

    def _keep_out(self, out: Rows, state: State) -> None:
        chain, skin = self.chain, self._sampled
        points = chain.points(state, skin.rest, skin.weights)
        near = self.surface.closest(points, 0.02)
        if self.fingers_free:
            near.distance[self._closing] = 1.0
        short = near.distance - self._clearance - SPARE
        floor = points[:, 2] > 0.12
        rows = np.flatnonzero((short < 0) & floor)
        if not len(rows):
            return
        slopes = chain.slopes(state, points[rows], skin.follow[rows])
        slope = np.einsum("nd,ndk->nk", near.normal[rows], slopes)
        out.add("keep out", short[rows], slope, KEEP_OUT / np.sqrt(max(1.0, len(rows) / 12)))

    def _keep_hands_apart(self, out: Rows, state: State) -> None:
        if len(self.hands) < 2:
            return
        chain = self.chain
        starts = np.cumsum([0] + [len(group.ids) for group in self.groups])
        at = {group.label: i for i, group in enumerate(self.groups)}
        spans = [slice(starts[at[f"hand.{s}"]], starts[at[f"hand.{s}"] + 1]) for s in "LR"]
        skin = self._sampled
        points = [chain.points(state, skin.rest[s], skin.weights[s]) for s in spans]
        gap = np.linalg.norm(points[0][:, None] - points[1][None], axis=2)
        if gap.min() > 0.03:
            return
        for own, other in ((0, 1), (1, 0)):
            table = gap if own == 0 else gap.T
            rows = np.flatnonzero(table.min(axis=1) < 0.02)
            if not len(rows):
                continue
            partner = table[rows].argmin(axis=1)
            span = spans[other]
            ids = self._ids[span][partner]
            blend = np.einsum("vb,bij->vij", chain.body.weights[ids], state.rotations)
            normal = np.einsum("vij,vj->vi", blend, self._facing[ids])
            normal /= np.linalg.norm(normal, axis=1, keepdims=True)
            away = points[own][rows] - points[other][partner]
            along = (away * normal).sum(axis=1)
            beside = (away**2).sum(axis=1) - along**2
            short = along - 0.001
            keep = (short < 0) & (beside < BESIDE**2)
            if not keep.any():
                continue
            mine = chain.slopes(state, points[own][rows], skin.follow[spans[own]][rows])
            theirs = chain.slopes(state, points[other][partner], skin.follow[span][partner])
            slope = np.einsum("nd,ndk->nk", normal, mine - theirs)
            out.add("apart", short[keep], slope[keep], KEEP_OUT / 4)


def descend(problem: Problem, x: Floats, steps: int, *, walls: bool) -> tuple[Floats, float]:
    """Damped Gauss-Newton within the limits; returns the knobs and what is left."""
    damping = 1e-2
    miss, slope = problem.rows(x, walls=walls).all()
    cost = float(miss @ miss)
    for _ in range(steps):
        gradient = slope.T @ miss
        stuck = ((x <= problem.low + 1e-9) & (gradient > 0)) | (
            (x >= problem.high - 1e-9) & (gradient < 0)
        )
        free = np.flatnonzero(~stuck)
        square = slope[:, free].T @ slope[:, free]
        better = False
        for _ in range(5):
            damped = square + damping * np.diag(np.diag(square) + 1e-3)
            step = np.zeros(len(x))
            step[free] = -np.linalg.solve(damped, gradient[free])
            step *= min(1.0, 25.0 / max(1e-9, float(np.abs(step).max())))
            trial = np.clip(x + step, problem.low, problem.high)
            trial_miss, trial_slope = problem.rows(trial, walls=walls).all()
            trial_cost = float(trial_miss @ trial_miss)
            if trial_cost < cost:
                better = True
                break
            damping = damping * 5
        if not better:
            break
        done = cost - trial_cost < 1e-3 * cost
        x, miss, slope, cost = trial, trial_miss, trial_slope, trial_cost
        damping = max(1e-5, damping / 4)
        if done:
            break
    return x, cost
