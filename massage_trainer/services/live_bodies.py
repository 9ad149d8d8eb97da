"""Finds the body of a scene: where points lie on it, and the mesh that moves them."""

from __future__ import annotations

import contextlib
import threading
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from massage_trainer.domain.live_skin import StageBody
from massage_trainer.services.body_places import BodyPlacesError, read_body_places
from massage_trainer.services.mesh_file import read_mesh
from massage_trainer.services.scenes import StageFileError, _bytes_of, _checked

if TYPE_CHECKING:
    from massage_trainer.domain.stage import Figure, Scene, Skeleton
    from massage_trainer.services.live_skeletons import SkeletonStore


class LiveBodies:
    """Keeps the bodies that were asked for: there are two clients and one practitioner."""

    def __init__(self, folder: Path, skeletons: SkeletonStore) -> None:
        """``folder`` has the meshes of the stills, whose corners the places name."""
        self._folder = folder
        self._bodies: dict[str, StageBody] = {}
        self._skeletons = skeletons
        self._reading = threading.Lock()

    def prepare(self, scene: Scene) -> None:
        """Read ahead what ``of`` will be asked for, beside the window's thread."""
        if any(figure.places and figure.mesh not in self._bodies for figure in scene.figures):
            threading.Thread(target=self._try, args=(scene,), name="bodies", daemon=True).start()

    def of(self, scene: Scene) -> tuple[StageBody | None, Skeleton | None]:
        """The client with all its places, and the practitioner's bones; each may be missing.

        Raises StageFileError for damaged files.
        """
        with self._reading:
            figures = self._skeletons.of(scene)
            return self._client_of(scene), figures[1] if len(figures) > 1 else None

    def _try(self, scene: Scene) -> None:
        with contextlib.suppress(StageFileError):  # told to whoever asks
            self.of(scene)

    def _client_of(self, scene: Scene) -> StageBody | None:
        """None where nothing is known of the places; raises StageFileError for damaged files."""
        figure = next(iter(scene.figures), None)
        if figure is None or not figure.places:
            return None
        if figure.mesh not in self._bodies:
            self._bodies[figure.mesh] = self._read(figure)
        return self._bodies[figure.mesh]

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
