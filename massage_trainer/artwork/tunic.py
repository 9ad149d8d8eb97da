"""The practitioner's tunic and trousers, and the skin that they leave bare."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter1d

from massage_trainer.artwork import face
from massage_trainer.artwork.body import Body
from massage_trainer.artwork.fitting import fitted
from massage_trainer.artwork.hem import hemmed
from massage_trainer.artwork.mesh import Floats, Ints, Mesh, border, clipped, normals
from massage_trainer.artwork.refine import loosened, refined

# Shares of the upper arm and metres from the hip joints, on the rest body.
SLEEVE = 0.74
SKIRT_FROM, SKIRT_TO = 0.030, -0.150
SKIRT_ROWS = 10
TROUSERS_FROM = -0.085
TROUSERS_END = -0.004
V_DEPTH, V_SLOPE = 0.066, 1.30
HIDDEN = 0.022
HEM, HIDDEN_HEM = 0.0022, 0.0003
SNAP = 0.005


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
        fine = refined(fine, face.edge_limit)
    reach = cut.arm(fine.points)
    covered = np.where(
        reach > 0, cut.sleeve_length() - HIDDEN - reach, cut.neck(fine.points) - HIDDEN
    )
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
    cloth = loosened(
        cloth,
        body.mesh("body"),
        0.007 + 0.006 * np.clip((SKIRT_FROM - cloth.points[:, 2]) / 0.06, 0, 1),
        16,
        0.5,
    )
    return hemmed(cloth, lambda _: HEM)


def _with_skirt(cloth: Mesh, body: Body) -> Mesh:
    """Rings of cloth below the waist's border, each round both legs."""
    loop = min(border(cloth.faces), key=lambda one: float(cloth.points[one][:, 2].mean()))
    skin = body.mesh("body")
    start = cloth.points[loop]
    middle = start.mean(axis=0)[:2]
    out = start[:, :2] - middle
    way = out / np.linalg.norm(out, axis=1, keepdims=True)
    points, weights, faces = [cloth.points], [cloth.weights], [cloth.faces]
    total, previous = len(cloth.points), loop
    far = np.linalg.norm(out, axis=1)
    for height in np.linspace(SKIRT_FROM, SKIRT_TO, SKIRT_ROWS + 1)[1:]:
        near = np.abs(skin.points[:, 2] - height) < 0.012
        near &= np.abs(skin.points[:, 0]) < 0.26
        support = ((skin.points[near][:, :2] - middle) @ way.T).max(axis=0)
        hull = _hull_radius(way, support) + 0.012
        drop = (SKIRT_FROM - height) / (SKIRT_FROM - SKIRT_TO)
        most = far + 0.009
        far = np.minimum(np.maximum(hull + 0.010 * drop, far + 0.0008), most)
        far = gaussian_filter1d(far, 2.0, mode="wrap")
        ring = np.column_stack([middle + way * far[:, None], np.full(len(loop), height)])
        points.append(ring)
        weights.append(_skirt_weights(ring, skin))
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


def _skirt_weights(ring: Floats, skin: Mesh) -> Floats:
    away = np.linalg.norm(ring[:, None] - skin.points[None], axis=2)
    share = np.exp(-((away / 0.06) ** 2)) + 1e-9 / away**4
    share[:, np.abs(skin.points[:, 0]) > 0.26] = 0.0
    weights = share @ skin.weights / share.sum(axis=1, keepdims=True)
    # a hem swings from one thigh to the other, it has no corner there
    return np.asarray(gaussian_filter1d(weights, 3.0, axis=0, mode="wrap"))


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
