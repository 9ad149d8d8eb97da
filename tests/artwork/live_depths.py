"""Measures the live bodies as they are blended: ``python -m tests.artwork.live_depths [SCENE]``.

How deep the practitioner is in the client, the clothes and the table, how deep one hand is in the
other, and where the feet stand: in every frame that is played and between each two.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from massage_trainer.artwork.mesh import Floats, Mesh
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.surface import Surface
from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.plate import ClientBody, Meaning
from massage_trainer.domain.stage import Figure, KeyFrame, Scene, skin_matrices
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore

SHARES = (0.0, 0.5)
NEAR_M = 0.02
CLOTH_M = 0.003
FLOOR_M = 0.05  # lower down there are only feet
HAND = ("wrist", "finger")
ARM = ("lowerarm", "elbow-half", "forearm-half", "upperarm", "shoulder")
# What a hand may lie on without being in it.
SOFT = ("drape-",)
THEIRS = "client's"


@dataclass(frozen=True, slots=True)
class Found:
    """One pose; depths in millimetres, feet in millimetres over the floor and metres along it."""

    frame: str
    onto: str
    share: float
    depths: dict[tuple[str, str], float]  # practitioner's part and what it is in
    hands: float
    feet: tuple[Floats, Floats]


class Body:
    """A figure of a scene with its live mesh."""

    def __init__(self, figure: Figure, mesh: BakedMesh) -> None:
        assert mesh.skeleton is not None
        self._skin = PackedSkin(mesh)
        self._skeleton = mesh.skeleton
        kind = np.uint32 if mesh.wide_indices else np.uint16
        indices = np.frombuffer(mesh.indices, kind).astype(np.int64)
        self.faces = {
            part.name: indices[part.first : part.first + part.count].reshape(-1, 3)
            for part in mesh.parts
        }
        self.body = np.vstack([f for name, f in self.faces.items() if name.startswith("body")])
        shown = [self.faces[name] for name in figure.parts if len(self.faces[name])]
        self.shown = np.unique(np.vstack(shown))
        self.garments = {
            name: self.faces[name]
            for name in figure.parts
            if not name.startswith(("body", "hair", "eyes", "lashes")) and len(self.faces[name])
        }
        rows = np.frombuffer(mesh.vertices, np.uint8).reshape(-1, 32)
        strongest = rows[:, 20:28].argmax(axis=1)
        bones = rows[np.arange(len(rows)), 12 + strongest]
        self.bones = np.array(mesh.skeleton.names, dtype=object)[bones]

    def posed(self, pose: KeyFrame) -> Floats:
        places, _ = self._skin.posed(skin_matrices(self._skeleton, pose))
        return places

    def surface(self, points: Floats) -> dict[str, Mesh]:
        layers = {"body": self.body, **self.garments}
        return {name: _mesh(points, faces) for name, faces in layers.items()}


class Dressed:
    """A posed client: skin, and the clothes over it."""

    def __init__(self, body: Body, points: Floats) -> None:
        layers = body.surface(points)
        self._skin = Surface.of({"body": layers.pop("body")})
        self._clothes = Surface.of(layers)

    def depths(self, body: Body, points: Floats) -> dict[tuple[str, str], float]:
        return _depths(body, points, self._skin) | _depths(
            body, points, self._clothes, over=self._skin
        )


def _mesh(points: Floats, faces: Floats) -> Mesh:
    return Mesh(points, faces, np.zeros((len(points), 0))).picked(faces)


def ways(scene: Scene) -> list[tuple[str, str]]:
    """Every two frames that are blended somewhere."""
    found: dict[tuple[str, str], None] = {}
    for plate in scene.plates:
        path = list(plate.path)
        if plate.loop:
            path.append(path[0])
        coming = [n for n, meaning in scene.meanings.items() if meaning == Meaning.IN.value]
        if len(plate.path) == 1 and coming and coming[0] != path[0]:
            path = [coming[0], path[0]]
        for a, b in pairwise(path):
            if (b, a) not in found:
                found[a, b] = None
        if len(path) == 1:
            found[path[0], path[0]] = None
    return list(found)


def measured(scene: Scene, meshes: dict[str, BakedMesh]) -> Iterator[Found]:
    """Every pose of the scene that is played, with three between each two frames."""
    client, practitioner = (Body(f, meshes[f.mesh]) for f in scene.figures[:2])
    furniture = Surface.of(
        {
            f"{prop.mesh}:{part.name}": _prop(meshes[prop.mesh], part.name, prop.matrix())
            for prop in scene.props
            for part in meshes[prop.mesh].parts
            if not prop.mesh.rpartition("/")[2].startswith(SOFT)
        }
    )
    lying = client.posed(scene.figures[0].frames[scene.frames[0]])
    dressed, last = Dressed(client, lying), scene.figures[0].frames[scene.frames[0]]
    for frame, onto in ways(scene):
        for share in SHARES if frame != onto else (0.0,):
            poses = [f.frames[frame].blended(f.frames[onto], share) for f in scene.figures]
            if poses[0] != last:
                last, lying = poses[0], client.posed(poses[0])
                dressed = Dressed(client, lying)
            standing = practitioner.posed(poses[1])
            depths = dressed.depths(practitioner, standing)
            depths |= _depths(practitioner, standing, furniture)
            # Few triangles make a tunic: a foot may be in it with none of its corners in the foot.
            worn = Surface.of(practitioner.surface(standing))
            for (part, into), depth in _depths(client, lying, worn).items():
                depths[f"{THEIRS} {part}", into] = depth
            hands, feet = _hands(practitioner, standing), _feet(practitioner, standing)
            yield Found(frame, onto, share, depths, hands, feet)


def _prop(mesh: BakedMesh, part: str, matrix: tuple[float, ...]) -> Mesh:
    skin = PackedProp(mesh, part)
    rows = np.array(matrix).reshape(3, 4)
    return Mesh(
        skin.points @ rows[:, :3].T + rows[:, 3], skin.faces, np.zeros((len(skin.points), 0))
    ).picked(skin.faces)


class PackedProp:
    """The points of a thing without bones."""

    def __init__(self, mesh: BakedMesh, part: str) -> None:
        rows = np.frombuffer(mesh.vertices, np.uint8).reshape(-1, 32)
        self.points = rows[:, 0:6].copy().view("<i2").astype(float) * mesh.scale + mesh.origin
        kind = np.uint32 if mesh.wide_indices else np.uint16
        indices = np.frombuffer(mesh.indices, kind).astype(np.int64)
        run = next(p for p in mesh.parts if p.name == part)
        self.faces = indices[run.first : run.first + run.count].reshape(-1, 3)


def _depths(
    body: Body, points: Floats, surface: Surface, over: Surface | None = None
) -> dict[tuple[str, str], float]:
    """By part of the body and by what it is in; cloth is ``over`` skin, and no deeper than that."""
    if not surface.names:
        return {}
    rows = body.shown[points[body.shown][:, 2] > FLOOR_M]
    near = surface.closest(points[rows], NEAR_M)
    inside = np.flatnonzero(near.distance < 0)
    if over is not None and len(inside):
        # Beside an open hem the sign of a distance is a guess.
        room = over.closest(near.place[inside], NEAR_M).distance
        inside = inside[-near.distance[inside] <= np.maximum(room, 0.0) + CLOTH_M]
    out: dict[tuple[str, str], float] = {}
    for at in inside:
        key = (_part(str(body.bones[rows[at]])), surface.names[int(near.part[at])])
        out[key] = max(out.get(key, 0.0), -1000 * float(near.distance[at]))
    return out


def _part(bone: str) -> str:
    for name, starts in (("hand", HAND), ("arm", ARM)):
        if bone.startswith(starts):
            return f"{name}{bone[-2:]}"
    return bone


def _hands(body: Body, points: Floats) -> float:
    """How deep one hand is in the other."""
    skin = np.unique(body.body)
    deepest = 0.0
    for own, other in (("L", "R"), ("R", "L")):
        mine = np.array([str(b).startswith(HAND) and str(b).endswith(own) for b in body.bones])
        hers = np.array([str(b).startswith(HAND) and str(b).endswith(other) for b in body.bones])
        faces = body.body[mine[body.body].all(axis=1)]
        rows = skin[hers[skin]]
        gap = Surface.of({"hand": _mesh(points, faces)}).closest(points[rows], NEAR_M)
        deepest = max(deepest, -1000 * float(gap.distance.min()))
    return deepest


def _feet(body: Body, points: Floats) -> tuple[Floats, Floats]:
    """The lowest point and the middle of each shoe."""
    out = []
    for side in "LR":
        rows = body.shown[[str(b) == f"foot.{side}" for b in body.bones[body.shown]]]
        foot = points[rows]
        out.append(np.array([*foot[:, :2].mean(axis=0), 1000 * foot[:, 2].min()]))
    return out[0], out[1]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.artwork.live_depths")
    parser.add_argument("scenes", nargs="*", help="all with a practitioner where none is named")
    parser.add_argument("--more-than", type=float, default=5.0, help="millimetres that are told")
    options = parser.parse_args()
    store = LiveMeshStore(assets_dir() / "live")
    for client in ClientBody:
        scenes = SceneStore(assets_dir() / "stage", client)
        for name in options.scenes or scenes.scene_ids():
            scene = LiveScenes(assets_dir() / "stage")._scene(client, name, mirrored=False)
            if len(scene.figures) > 1:
                meshes = {n: live.mesh for n, live in store.live_meshes(scene).items()}
                _tell(client, scene, list(measured(scene, meshes)), options.more_than)


def _tell(client: ClientBody, scene: Scene, found: list[Found], more_than: float) -> None:
    worst: dict[tuple[str, str], tuple[float, Found]] = {}
    for one in found:
        for key, depth in (*one.depths.items(), (("hand", "other hand"), one.hands)):
            if depth > worst.get(key, (0.0, one))[0]:
                worst[key] = (depth, one)
    body = max((d for (_, into), (d, _) in worst.items() if into != "other hand"), default=0.0)
    _say(f"{client.value} {scene.id}: {len(found)} poses, deepest {body:.1f} mm")
    for (part, into), (depth, one) in sorted(worst.items(), key=lambda item: -item[1][0]):
        if depth > more_than:
            _say(f"  {part} in {into}: {depth:.1f} mm, {one.frame} > {one.onto} {one.share}")
    for side, which in enumerate("LR"):
        feet = np.array([one.feet[side] for one in found])
        low, high = feet[:, 2].min(), feet[:, 2].max()
        steps = np.linalg.norm(np.diff(feet[:, :2], axis=0), axis=1)
        slid = 1000 * float(steps.max(initial=0.0))
        if low < -more_than or high > more_than or slid > more_than:
            _say(f"  foot {which}: {low:.0f} to {high:.0f} mm over the floor, slides {slid:.0f} mm")


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
