"""The shipped bodies and scenes for tests of live pictures, each read once."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.live_places import StagePlaces
from massage_trainer.domain.live_sight import Lens, Sightline
from massage_trainer.domain.live_skin import PosedBody, StageBody
from massage_trainer.domain.plate import ClientBody, Files, PlateIndex, Still, View
from massage_trainer.domain.scene_of_still import SceneOfStill
from massage_trainer.services.live_bodies import LiveBodies
from massage_trainer.services.live_scenes import LiveScenes
from massage_trainer.services.live_skeletons import SkeletonStore
from massage_trainer.services.plates import read_plate_index
from massage_trainer.services.resources import assets_dir


class Stood(NamedTuple):
    """A still, the scene that it was drawn from, and the client as they lie in it."""

    files: Files
    aspect: float
    of: SceneOfStill
    frame: str
    body: StageBody

    def places(self, distance=None, camera=None):
        posed = PosedBody(self.body, self.of.scene.figures[0].frames[self.frame])
        lens = Lens(camera or self.of.camera, self.aspect)
        found = StagePlaces(posed, Sightline(lens, distance))
        return found, found.of(self.of.scene, self.of.plate)


@cache
def index() -> PlateIndex:
    return read_plate_index(assets_dir() / "plates")


@cache
def scenes() -> LiveScenes:
    return LiveScenes(assets_dir() / "stage")


@cache
def bodies() -> LiveBodies:
    folder = assets_dir() / "stage"
    return LiveBodies(folder, SkeletonStore(folder))


def stood(
    plate_id: str,
    side: Side | None = None,
    client: ClientBody = ClientBody.MAN,
    view: View | None = None,
) -> Stood:
    """The main moment of a plate."""
    plate = index().plates[plate_id]
    views = plate.moment(plate.main).of(client)
    view = view if view in views else next(iter(views))
    files = views[view].of(side)
    still = Still(plate_id, files, plate.description, plate.main, view, client)
    of = scenes().of(still)
    assert of is not None
    body, _ = bodies().of(of.scene)
    assert body is not None
    return Stood(files, plate.width / plate.height, of, Path(files.file).name.split(".")[1], body)
