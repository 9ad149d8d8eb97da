"""Finds the body of a scene: where points lie on it, and the mesh that moves them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from massage_trainer.domain.live_skin import StageBody
from massage_trainer.services.body_places import BodyPlacesError, read_body_places
from massage_trainer.services.mesh_file import read_mesh
from massage_trainer.services.scenes import StageFileError, _bytes_of, _checked

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Figure, Scene, Skeleton


class LiveBodies:
    """Keeps the bodies that were asked for: there are two clients and one practitioner."""

    def __init__(self, folder: Path) -> None:
        """``folder`` has the meshes of the stills, whose corners the places name."""
        self._folder = folder
        self._bodies: dict[str, StageBody] = {}
        self._skeletons: dict[str, Skeleton] = {}

    def client_of(self, scene: Scene) -> StageBody | None:
        """None where nothing is known of the places; raises StageFileError for damaged files."""
        figure = next(iter(scene.figures), None)
        if figure is None or not figure.places:
            return None
        if figure.mesh not in self._bodies:
            self._bodies[figure.mesh] = self._read(figure)
        return self._bodies[figure.mesh]

    def practitioner_of(self, scene: Scene) -> Skeleton | None:
        """The bones of the second figure."""
        if len(scene.figures) < 2:
            return None
        name = scene.figures[1].mesh
        if name not in self._skeletons:
            path = self._path(name)
            content = _bytes_of(path)
            skeleton = _checked(path, lambda: read_mesh(name, content)).skeleton
            if skeleton is None:
                raise StageFileError(path, "has no bones")
            self._skeletons[name] = skeleton
        return self._skeletons[name]

    def _read(self, figure: Figure) -> StageBody:
        path = self._path(figure.mesh)
        content = _bytes_of(path)
        mesh = _checked(path, lambda: read_mesh(figure.mesh, content))
        try:
            places = read_body_places(path.parent, figure.places)
        except BodyPlacesError as error:
            raise StageFileError(path.parent / figure.places, str(error)) from error
        return _checked(path, lambda: StageBody(places, mesh))

    def _path(self, name: str) -> Path:
        path = self._folder / f"{PurePosixPath(name)}.mesh"
        if ".." in path.parts or not path.is_relative_to(self._folder):
            raise StageFileError(path, "lies outside the folder of meshes")
        return path
