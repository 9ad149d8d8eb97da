"""Finds places on the client from words of the body, and where they are when lying and dressed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from massage_trainer.artwork.client import Client
from massage_trainer.artwork.mesh import Floats, Ints, normals
from massage_trainer.artwork.pose import Pose, frames, skin
from massage_trainer.artwork.resolve import Resolved
from massage_trainer.artwork.scene import Target
from massage_trainer.artwork.skin import OffSkinError
from massage_trainer.artwork.triangles import Place
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.construction import Go
from massage_trainer.domain.errors import ContentError

_WORDS = ("on", "side", "share", "out_cm", "down_cm", "out_cun", "down_cun")
_MIRROR = np.array([-1.0, 1.0, 1.0])
# Clothes and towels lie at most so far over the skin, and a hand's breadth of them is felt.
_CLOTH_M, _FELT_M, _NEAR_M = 0.06, 0.018, 0.09


@dataclass(frozen=True, slots=True, eq=False)
class SkinSpot:
    """A place of the rest body: on the measuring skin, and between three vertices of the body."""

    place: Place
    corners: Ints
    point: Floats
    normal: Floats
    weights: Floats


class TargetFinder:
    """Places on one client's skin in words of the body."""

    def __init__(self, client: Client, resolved: Resolved) -> None:
        self._body = client.body
        self._resolved = resolved
        self._finder = resolved.finder
        self._spots: dict[tuple[object, ...], SkinSpot] = {}

    def spot(self, target: Target) -> SkinSpot:
        """Where the words lead; a way that leaves the skin is told with its line."""
        key = tuple(getattr(target, name) for name in _WORDS)
        if key not in self._spots:
            try:
                self._spots[key] = self._found(target)
            except OffSkinError as error:
                raise ContentError(target.where, f"{target}: {error}") from error
        return self._spots[key]

    def _found(self, target: Target) -> SkinSpot:
        finder = self._finder
        if len(target.on) == 1:
            place = finder.place(target.on[0])
        else:
            track = finder.path(*target.on)
            place = track.at(track.length * target.share)
        metres = self._resolved.cun_m[self._resolved.span_of(target.on[0])]
        out = target.out_cm / 100 + target.out_cun * metres
        down = target.down_cm / 100 + target.down_cun * metres
        limb = finder.directions.on_limb(finder.weights(place))
        if down:
            go = (
                (Go.DISTAL if down > 0 else Go.PROXIMAL)
                if limb
                else (Go.CAUDAL if down > 0 else Go.CRANIAL)
            )
            track = finder.stride(place, go, abs(down), along_limb=limb)
            place = track.at(track.length)
        if out:
            go = Go.LATERAL if out > 0 else Go.MEDIAL
            track = finder.stride(place, go, abs(out), along_limb=limb)
            place = track.at(track.length)
        if target.side is Side.RIGHT:
            place = finder.skin.closest(finder.skin.xyz(place) * _MIRROR)
        return self._at(place)

    def _at(self, place: Place) -> SkinSpot:
        found = self._finder.on_body(place, Side.LEFT)
        corners = np.array(found.corners)
        weights = found.shares @ self._body.weights[corners]
        return SkinSpot(place, corners, found.point, found.normal, weights)

    def way(self, a: SkinSpot, b: SkinSpot, shares: Sequence[float]) -> list[SkinSpot]:
        """Places on the shortest way along the skin from one place to another."""
        if float(np.linalg.norm(a.point - b.point)) < 5e-4:
            return [a for _ in shares]
        track = self._finder.skin.path(a.place, b.place)
        return [self._at(track.at(track.length * share)) for share in shares]

    def length(self, a: SkinSpot, b: SkinSpot) -> float:
        near = float(np.linalg.norm(a.point - b.point))
        return near if near < 5e-4 else self._finder.skin.path(a.place, b.place).length

    def circle(
        self, middle: SkinSpot, radius: float, count: int, *, clockwise: bool
    ) -> list[SkinSpot]:
        """Places round another, from its head side on, turning as seen from outside."""
        head, _ = self._axes(middle)
        # Seen from outside, head up, clockwise leads first to the viewer's right.
        right = np.cross(head, middle.normal)
        sign = 1.0 if clockwise else -1.0
        out = []
        for k in range(count):
            angle = 2 * np.pi * k / count
            toward = np.cos(angle) * head + sign * np.sin(angle) * right
            across = np.cross(toward, middle.normal)
            track = self._finder.skin.march(middle.place, across, toward, radius)
            out.append(self._at(track.at(track.length)))
        return out

    def fingers(self, spot: SkinSpot, words: str, degrees: float | None) -> Floats:
        """Which way of the rest body, along the skin, the fingers point."""
        head, left = self._axes(spot)
        if degrees is not None:
            turn = np.radians(degrees)
            return np.asarray(np.cos(turn) * head + np.sin(turn) * left)
        out = left if spot.point[0] >= 0 else -left
        ways = {"head": head, "foot": -head, "left": left, "right": -left, "out": out, "in": -out}
        return ways[words]

    def _axes(self, spot: SkinSpot) -> tuple[Floats, Floats]:
        """Towards the head (up the limb) and to the client's left, in the skin."""
        directions = self._finder.directions
        limb = directions.on_limb(spot.weights)
        go = Go.PROXIMAL if limb else Go.CRANIAL
        head = directions.vector(go, spot.weights, along_limb=limb)
        left = directions.vector(Go.LEFT, spot.weights, along_limb=limb)
        if spot.point[0] < 0:
            head, left = head * _MIRROR, -left * _MIRROR
        head = _unit(head - (head @ spot.normal) * spot.normal)
        left = left - (left @ spot.normal) * spot.normal
        return head, _unit(left - (left @ head) * head)


class LyingSkin:
    """The client in one pose: skin, and all the cloth over it."""

    def __init__(self, client: Client, pose: Pose, cloth: Floats) -> None:
        body = client.body
        self.pose = pose
        self._rotations, _ = frames(body, pose)
        self.points = skin(body, pose, body.points, body.weights)
        self.facing = normals(self.points, body.groups["body"])
        bare = self.points[body.groups["body"]]
        self._cloth = cloth
        self._layers = np.concatenate([cloth, bare])
        self._middles = self._layers.mean(axis=1)
        self._normals = np.cross(
            self._layers[:, 1] - self._layers[:, 0], self._layers[:, 2] - self._layers[:, 0]
        )

    def bare(self, spot: SkinSpot) -> tuple[Floats, Floats]:
        """The place and its normal on the skin itself."""
        shares = spot.place.shares
        return shares @ self.points[spot.corners], _unit(shares @ self.facing[spot.corners])

    def outside(self, spot: SkinSpot) -> tuple[Floats, Floats]:
        """The place on the outermost cloth over the skin, and its normal as a hand feels it."""
        place, normal = self.bare(spot)
        near = np.flatnonzero(np.linalg.norm(self._middles - place, axis=1) < _NEAR_M)
        corners, facing = self._layers[near], self._normals[near]
        reached = _hits(place, normal, corners)
        right = (facing @ normal > 0) & (reached > -0.001) & (reached < _CLOTH_M)
        if right.any():
            place = place + float(reached[right].max()) * normal
        felt = np.linalg.norm(self._middles[near] - place, axis=1) < _FELT_M
        felt &= facing @ normal > 0.3 * np.linalg.norm(facing, axis=1)
        if felt.any():
            normal = _unit(facing[felt].sum(axis=0))
        return place, normal

    def turned(self, spot: SkinSpot, way: Floats) -> Floats:
        """A direction of the rest body as the pose turns it."""
        return np.asarray(np.einsum("b,bij,j->i", spot.weights, self._rotations, way))


def _hits(origin: Floats, way: Floats, corners: Floats) -> Floats:
    """How far along the way each triangle is met; infinity where it is not."""
    a, b, c = corners[:, 0], corners[:, 1], corners[:, 2]
    ab, ac, from_a = b - a, c - a, origin - a
    p = np.cross(way, ac)
    size = (ab * p).sum(axis=1)
    safe = np.where(np.abs(size) < 1e-14, 1.0, size)
    u = (from_a * p).sum(axis=1) / safe
    q = np.cross(from_a, ab)
    v = (q @ way) / safe
    t = (ac * q).sum(axis=1) / safe
    met = (np.abs(size) > 1e-14) & (u >= -1e-6) & (v >= -1e-6) & (u + v <= 1 + 1e-6)
    return np.where(met, t, np.inf)


def _unit(vector: Floats) -> Floats:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-12))
