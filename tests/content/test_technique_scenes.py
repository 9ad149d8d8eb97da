"""No step of a lesson is left with a bare body: its scene shows the practitioner, on its side."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.protocol import SidesByAnswer
from massage_trainer.services.scenes import SceneStore
from tests.content.placed import INDEX, TREE
from tests.content.test_shipped_lessons import STEPS

PRACTITIONER = "practitioner"


def sides_of(step):
    """Of every answer to the question that decides."""
    if isinstance(step.sides, SidesByAnswer):
        return {side for _, sides in step.sides.by_choice for side in sides}
    return set(step.sides)


@pytest.mark.parametrize("client", ClientBody)
def test_every_step_shows_what_the_practitioner_does(client):
    store = SceneStore(TREE.stage, client)
    scenes = {}
    for scene in map(store.scene, store.scene_ids()):
        for plate in scene.plates:
            scenes.setdefault(plate.id, []).append(scene)
    bare = {
        step.plate_id
        for step in STEPS
        if step.plate_id not in scenes
        or any(
            PRACTITIONER not in {figure.mesh for figure in scene.figures}
            for scene in scenes[step.plate_id]
        )
    }
    assert sorted(bare) == []


@pytest.mark.parametrize("client", ClientBody)
def test_a_step_of_one_side_has_a_picture_of_this_side(client):
    lacking = set()
    for step in STEPS:
        wished = {Side.LEFT, Side.RIGHT} & sides_of(step)
        files = {INDEX.still(step.plate_id, side, client=client).files for side in wished}
        if len(files) < len(wished):
            lacking.add(step.plate_id)
    assert sorted(lacking) == []
