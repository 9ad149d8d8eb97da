"""Bent as far as the scenes bend them, the live bodies lie beside the stills' by little."""

import numpy as np
import pytest

from massage_trainer.artwork.mesh import Mesh
from massage_trainer.artwork.packed_skin import PackedSkin
from massage_trainer.artwork.surface import Surface
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.stage import skin_matrices
from massage_trainer.services.live_meshes import LiveMeshStore
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore

# Millimetres: of every hundredth place, and of the deepest fold.
COMMONLY, IN_FOLDS = 7.0, 18.0
BENT = [("leg-bend", "bent"), ("both-knees", "up"), ("effleurage", "sacrum")]


def triangles(mesh, name):
    kind = np.uint32 if mesh.wide_indices else np.uint16
    run = next(part for part in mesh.parts if part.name == name)
    indices = np.frombuffer(mesh.indices, kind).astype(np.int64)
    return indices[run.first : run.first + run.count].reshape(-1, 3)


@pytest.mark.parametrize("client", ClientBody, ids=str)
@pytest.mark.parametrize(("name", "frame"), BENT)
def test_bent_joints_of_live_bodies_lie_where_those_of_the_stills_do(client, name, frame):
    scene = LiveScenes(assets_dir() / "stage")._scene(client, name, mirrored=False)
    whole = SceneStore(assets_dir() / "stage")
    live = LiveMeshStore(assets_dir() / "live").live_meshes(scene)
    found = []
    for figure in scene.figures:
        fine, coarse = whole.mesh(figure.mesh), live[figure.mesh].mesh
        matrices = skin_matrices(fine.skeleton, figure.frames[frame])
        places = [PackedSkin(mesh).posed(matrices)[0] for mesh in (fine, coarse)]
        for part in figure.parts:
            faces = triangles(coarse, part)
            if not len(faces):
                continue
            bare = Mesh(places[1], faces, np.zeros((len(places[1]), 0))).picked(faces)
            asked = places[0][np.unique(triangles(fine, part))]
            beside = np.abs(Surface.of({part: bare}).closest(asked, 0.05).distance) * 1000
            found.append((np.percentile(beside, 99), beside.max(), f"{figure.mesh} {part}"))
    assert [one for one in found if one[0] > COMMONLY or one[1] > IN_FOLDS] == []
