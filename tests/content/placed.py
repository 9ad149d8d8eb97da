"""The places that the committed pictures come with, as they are shown: some of them mirrored."""

from dataclasses import dataclass
from functools import cache

from massage_trainer.artwork.index import Tree
from massage_trainer.domain.plate import ClientBody, Still
from massage_trainer.services.body_places import read_body_places
from massage_trainer.services.chart import CHART_FILE, read_chart
from massage_trainer.services.plates import PlateFiles, read_plate_index
from massage_trainer.services.resources import assets_dir
from massage_trainer.services.scenes import SceneStore

TREE = Tree(assets_dir().parent)
INDEX = read_plate_index(TREE.plates)
FILES = PlateFiles(TREE.plates, INDEX)


def stills():
    """Every picture of every plate, client, side, moment and view."""
    for plate in INDEX.plates.values():
        for moment in plate.moments:
            for client, views in moment.views.items():
                for view, sided in views.items():
                    for files in (sided.files, *sided.sides.values()):
                        words = plate.description
                        yield Still(plate.id, files, words, moment.name, view, client)


@dataclass(frozen=True)
class Ground:
    """What several pictures may share: where the client's places stand, and the map."""

    name: str
    mirrored: bool
    still: Still

    @property
    def client(self):
        return self.still.client

    def places(self):
        found = FILES.places(self.still)
        assert found is not None, FILES.places_problem(self.still)
        return found

    def position_map(self):
        found = FILES.position_map(self.still)
        assert found is not None, FILES.places_problem(self.still)
        return found

    def __str__(self):
        return f"{self.name} mirrored" if self.mirrored else self.name


GROUNDS = {
    str(ground): ground
    for still in stills()
    if still.files.places
    for ground in [Ground(still.files.places, still.files.mirrored, still)]
}


@cache
def body(client):
    path = SceneStore(TREE.stage, client).path("client.places.json")
    return read_body_places(path.parent, path.name)


@cache
def chart(client):
    return read_chart(SceneStore(TREE.stage, client).path(CHART_FILE))


def clients():
    """Those who lie in some picture."""
    return sorted({ground.client for ground in GROUNDS.values()}, key=list(ClientBody).index)
