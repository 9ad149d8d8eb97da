"""The practitioner's tunic and trousers, and the skin that they leave bare."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d
from scipy.spatial import cKDTree
from scipy.spatial.transform import Rotation

from massage_trainer.artwork import tied_hair
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fineness import edge_limit
from massage_trainer.artwork.fitting import fitted
from massage_trainer.artwork.hem import hemmed
from massage_trainer.artwork.joints import Rig
from massage_trainer.artwork.mesh import Floats, Mesh, border, clipped, neighbours, normals
from massage_trainer.artwork.pose import Pose, frames, skin, skin_normals
from massage_trainer.artwork.refine import distance_outside, loosened, refined

# Shares of the upper arm and metres from the hip joints, on the rest body.
SLEEVE = 0.74
SKIRT_FROM, SKIRT_TO = 0.030, -0.150
SKIRT_ROWS = 10
TROUSERS_FROM = -0.095
TROUSERS_END = -0.004
V_DEPTH, V_SLOPE = 0.066, 1.30
HIDDEN = 0.022
HEM, HIDDEN_HEM = 0.0022, 0.0003
SNAP = 0.005
# The thighs' flexion (degrees) in the stances that the skirt must clear, and by how much.
STANCES = ((45.0, 45.0), (50.0, 5.0), (5.0, 50.0), (25.0, -15.0), (-15.0, 25.0))
CLEAR, CLEARINGS = 0.005, 8


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the clothes of one body end, as distances inside them (metres, negative outside)."""

    body: Body

    def arm(self, points: Floats) -> Floats:
        """Distance along the upper arm and beyond; not above 0 on the trunk."""
        shoulder = self.body.head("upperarm01.L")
        reach = np.where(points[:, 0] > 0, self._reach(points, "L"), self._reach(points, "R"))
        side = np.abs(points[:, 0]) - shoulder[0] + 0.006
        side = side - 0.25 * np.maximum(0.0, shoulder[2] - 0.10 - points[:, 2])
        return np.where(side > 0, reach, np.minimum(reach, 0.0))

    def _reach(self, points: Floats, side: str) -> Floats:
        start = self.body.head(f"upperarm01.{side}")
        along = self.body.head(f"lowerarm01.{side}") - start
        return np.asarray((points - start) @ along / np.linalg.norm(along))

    def sleeve_length(self) -> float:
        upper = self.body.head("lowerarm01.L") - self.body.head("upperarm01.L")
        return SLEEVE * float(np.linalg.norm(upper))

    def neck(self, points: Floats) -> Floats:
        """How far below the neckline: round at the back, a V in front."""
        root = self.body.head("neck01")
        x, y, z = points.T
        ahead = np.clip((root[1] + 0.030 - y) / 0.09, 0, 1)
        line = root[2] + 0.006 - 0.034 * ahead
        line = line - ahead * np.maximum(0.0, V_DEPTH - V_SLOPE * np.abs(x))
        return np.asarray(line - z)

    def top(self, points: Floats) -> Floats:
        """Inside the tunic above the skirt."""
        trunk = np.minimum(points[:, 2] - SKIRT_FROM, self.neck(points))
        reach = self.arm(points)
        sleeve = np.minimum(self.sleeve_length() - reach, self.neck(points))
        return np.where(reach > 0, sleeve, trunk)

    def trousers(self, points: Floats) -> Floats:
        leg = points[:, 2] - (float(self.body.head("foot.L")[2]) + TROUSERS_END)
        return np.where(
            self.arm(points) > 0.05, -1.0, np.minimum(TROUSERS_FROM - points[:, 2], leg)
        )


def bare_skin(body: Body) -> Mesh:
    """The skin that shows, and a little more of it under the borders of the clothes."""
    cut = Cut(body)
    fine = fitted(body, "body")
    for _ in range(3):
        fine = refined(fine, edge_limit)
    reach = cut.arm(fine.points)
    covered = np.where(
        reach > 0, cut.sleeve_length() - HIDDEN - reach, cut.neck(fine.points) - HIDDEN
    )
    covered = np.maximum(covered, tied_hair.inside(fine.cut_at) - HIDDEN)
    middle = covered[fine.faces].mean(axis=1)
    return fine.picked(fine.faces[middle < 0])


def tunic(body: Body) -> Mesh:
    """Short sleeves, a V at the neck, and a skirt that follows both thighs."""
    cut = Cut(body)
    cloth = clipped(refined(body.mesh("helper-tights"), 0.022), cut.top, SNAP)
    sleeve = np.clip(cut.arm(cloth.points) / cut.sleeve_length(), 0, 1)
    # borders stay where they are when cloth is loosened
    facing = normals(cloth.points, cloth.faces)
    cloth = cloth.with_points(cloth.points + 0.006 * facing)
    cloth = loosened(cloth, body.mesh("body"), 0.008 + 0.010 * sleeve, 40, 0.65)
    cloth = _with_skirt(cloth, body)
    below = np.clip((SKIRT_FROM - cloth.points[:, 2]) / 0.06, 0, 1)
    cloth = loosened(cloth, body.mesh("body"), 0.007 + 0.006 * below, 16, 0.5)
    return hemmed(_cleared(cloth, below, body), lambda _: HEM)


def _cleared(cloth: Mesh, below: Floats, body: Body) -> Mesh:
    """The skirt, wide enough that no thigh comes through it in the stances of the work."""
    legs = trousers(body)
    facing = normals(legs.points, legs.faces)
    links = neighbours(len(cloth.points), cloth.faces)
    for _ in range(CLEARINGS):
        away = np.zeros_like(cloth.points)
        for pose in _stances(body):
            posed = legs.with_points(skin(body, pose, legs.points, legs.weights))
            out = skin_normals(body, pose, facing, legs.weights)
            place = skin(body, pose, cloth.points, cloth.weights)
            outside, way = distance_outside(place, posed, out)
            near = cKDTree(posed.points).query(place)[0] < 0.08
            push = np.where(near, np.maximum(0.0, CLEAR - outside), 0.0) * below
            # turned back to the rest body by the bones that carry the cloth
            turned = np.einsum("vb,bij->vij", cloth.weights, frames(body, pose)[0])
            back = np.einsum("vji,vj->vi", turned, way) * push[:, None]
            more = np.linalg.norm(back, axis=1) > np.linalg.norm(away, axis=1)
            away = np.where(more[:, None], back, away)
        for _ in range(3):
            size = np.linalg.norm(away, axis=1, keepdims=True)
            spread = links @ away
            away = np.where(size > np.linalg.norm(spread, axis=1, keepdims=True), away, spread)
        cloth = cloth.with_points(cloth.points + 0.6 * away * below[:, None])
    return cloth


def _stances(body: Body) -> list[Pose]:
    rig = Rig(body)
    out = []
    for left, right in STANCES:
        bones = rig.hip("L", left, 3.0) | rig.hip("R", right, 3.0)
        out.append(Pose(Rotation.identity(), np.zeros(3), bones))
    return out


def _with_skirt(cloth: Mesh, body: Body) -> Mesh:
    """Rings of cloth below the waist's border, each round both legs."""
    loop = min(border(cloth.faces), key=lambda one: float(cloth.points[one][:, 2].mean()))
    bare = body.mesh("body")
    start = cloth.points[loop]
    middle = start.mean(axis=0)[:2]
    out = start[:, :2] - middle
    way = out / np.linalg.norm(out, axis=1, keepdims=True)
    points, weights, faces = [cloth.points], [cloth.weights], [cloth.faces]
    total, previous = len(cloth.points), loop
    far = np.linalg.norm(out, axis=1)
    for height in np.linspace(SKIRT_FROM, SKIRT_TO, SKIRT_ROWS + 1)[1:]:
        near = np.abs(bare.points[:, 2] - height) < 0.012
        near &= np.abs(bare.points[:, 0]) < 0.26
        support = ((bare.points[near][:, :2] - middle) @ way.T).max(axis=0)
        hull = _hull_radius(way, support) + 0.012
        drop = (SKIRT_FROM - height) / (SKIRT_FROM - SKIRT_TO)
        most = far + 0.009
        far = np.minimum(np.maximum(hull + 0.010 * drop, far + 0.0008), most)
        far = gaussian_filter1d(far, 2.0, mode="wrap")
        ring = np.column_stack([middle + way * far[:, None], np.full(len(loop), height)])
        points.append(ring)
        weights.append(_skirt_weights(ring, bare))
        at = total + np.arange(len(loop))
        total += len(loop)
        after, at_after = np.roll(previous, -1), np.roll(at, -1)
        faces.append(np.stack([previous, at, after], axis=1))
        faces.append(np.stack([after, at, at_after], axis=1))
        previous = at
    return Mesh(np.vstack(points), np.vstack(faces), np.vstack(weights))


def _hull_radius(way: Floats, support: Floats) -> Floats:
    """Radius along each direction of the convex shape with these supports."""
    cosine = way @ way.T
    with np.errstate(divide="ignore", invalid="ignore"):
        limit = np.where(cosine > 0.2, support[None, :] / cosine, np.inf)
    return np.asarray(limit.min(axis=1))


def _skirt_weights(ring: Floats, bare: Mesh) -> Floats:
    away = np.linalg.norm(ring[:, None] - bare.points[None], axis=2)
    share = np.exp(-((away / 0.04) ** 2)) + 1e-9 / away**4
    share[:, np.abs(bare.points[:, 0]) > 0.26] = 0.0
    weights = share @ bare.weights / share.sum(axis=1, keepdims=True)
    # a hem swings from one thigh to the other, it has no corner there
    return np.asarray(gaussian_filter1d(weights, 1.5, axis=0, mode="wrap"))


def trousers(body: Body) -> Mesh:
    """Straight legs down to the shoes; what the tunic covers is left out."""
    cut = Cut(body)
    cloth = clipped(refined(body.mesh("helper-tights"), 0.022), cut.trousers, SNAP)
    down = TROUSERS_FROM - cloth.points[:, 2]
    gap = 0.002 + 0.004 * np.clip(down / 0.12, 0, 1) + 0.014 * np.clip((down - 0.25) / 0.35, 0, 1)
    cloth = loosened(cloth, body.mesh("body"), gap, 40, 0.65)

    def size(loop: Floats) -> float:
        waist = float(loop[:, 2].mean()) > TROUSERS_FROM - 0.1
        return HIDDEN_HEM if waist else HEM

    return hemmed(cloth, size)
