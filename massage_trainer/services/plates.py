"""Reads the index of the plates and decodes pictures ahead in one worker thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.plate import (
    INDEX_VERSION,
    ClientBody,
    Files,
    Meaning,
    MissingPicture,
    Moment,
    PictureFault,
    Plate,
    PlateIndex,
    Sided,
    Still,
    View,
    Views,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.ahead import Ahead

if TYPE_CHECKING:
    from massage_trainer.domain.position_map import PositionMap
    from massage_trainer.domain.still_places import StillPlaces
    from massage_trainer.services.still_places import Reading

INDEX_FILE: Final = "index.json"
# One plate takes 11 MB; a picture that asks for more is none of ours.
_MEGABYTES_AT_MOST: Final = 64
Decode = Callable[[Path, str, int, int], QImage | MissingPicture]


class PlateIndexError(TrainerError):
    """The index of the plates is missing or damaged."""


def read_plate_index(folder: Path) -> PlateIndex:
    path = folder / INDEX_FILE
    try:
        data = json.loads(path.read_bytes())
    except OSError as error:
        raise PlateIndexError(f"{path}: {error.strerror or 'cannot be read'}") from error
    except ValueError as error:
        raise PlateIndexError(f"{path}: damaged ({error})") from error
    except RecursionError as error:
        raise PlateIndexError(f"{path}: damaged (nested too deeply)") from error
    try:
        version = int(data["version"])
        plates = {name: _plate(name, p) for name, p in data["plates"].items()}
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise PlateIndexError(f"{path}: damaged ({error!r})") from error
    if version == INDEX_VERSION:
        return PlateIndex(plates)
    # The pictures are still right; what is known of the body in them may be not.
    bare = {name: _without_places(plate) for name, plate in plates.items()}
    return PlateIndex(bare, f"{path}: version {version} instead of {INDEX_VERSION}")


class PlateFiles:
    """The pictures of one folder; keeps only those last asked for ahead (a PlateSource).

    Pictures come in the largest size that fits, never larger than drawn. Call ``close`` at the end.
    """

    def __init__(self, folder: Path, index: PlateIndex, decode: Decode | None = None) -> None:
        self.index = index
        self._decode = decode or decode_picture
        self._folder = folder
        self._ahead = Ahead("plates")
        self._broken_maps: dict[str, Reading] = {}
        QImageReader.setAllocationLimit(_MEGABYTES_AT_MOST)

    def prepare(self, stills: Sequence[Still], width: int, height: int) -> None:
        """Decode these ahead, the first first, and forget all others; their places come after.

        A map is undone in Python, which takes time from the painting: only that of the first.
        """
        jobs: dict[Hashable, Callable[[], object]] = {}
        for still in stills:
            files = still.files
            key = (files.file, files.mirrored, width, height)
            jobs[key] = partial(self._decoded, files, width, height)
        for still in stills:
            if still.files.places:
                jobs[_places_key(still)] = partial(self._read, still)
        if stills and (name := stills[0].files.places):
            jobs[name, "map"] = partial(self._read_map, name)
        self._ahead.prepare(jobs)

    def picture(self, still: Still, width: int, height: int) -> QImage | MissingPicture:
        """The picture at once if it was prepared, else decoded now."""
        files = still.files
        key = (files.file, files.mirrored, width, height)
        return self._ahead.take(key, partial(self._decoded, files, width, height))

    def places(self, still: Still) -> StillPlaces | None:
        reading = self._reading(still)
        return reading.places if reading else None

    def position_map(self, still: Still) -> PositionMap | None:
        """Without its map a still has no places: points that cannot be asked would only puzzle."""
        reading, name = self._reading(still), still.files.places
        if reading is None or reading.places is None:
            return None
        if not reading.places.map_file:
            return None
        found = self._ahead.take((name, "map"), partial(self._read_map, name), keep=True)
        if found.problem:
            self._broken_maps[name] = found
        seen = found.position_map
        return seen.reversed() if seen and still.files.mirrored else seen

    def places_problem(self, still: Still) -> str:
        reading = self._reading(still)
        return reading.problem if reading else self.index.places_problem

    def close(self) -> None:
        """End the worker for good: a wish that comes late is not decoded ahead any more."""
        self._ahead.close()

    def _decoded(self, files: Files, width: int, height: int) -> QImage | MissingPicture:
        picture = self._decode(self._folder, files.file, width, height)
        if files.mirrored and isinstance(picture, QImage):
            picture.flip(Qt.Orientation.Horizontal)
        return picture

    def _reading(self, still: Still) -> Reading | None:
        name = still.files.places
        if not name:
            return None
        if name in self._broken_maps:
            return self._broken_maps[name]
        return self._ahead.take(_places_key(still), partial(self._read, still), keep=True)

    def _read(self, still: Still) -> Reading:
        """Imported late: the start of the program shows nothing of the body yet."""
        from massage_trainer.services.still_places import Reading, StillPlacesError, read_places

        files = still.files
        try:
            places = read_places(self._folder, files.places, still.plate_id)
        except StillPlacesError as error:
            return Reading(None, None, str(error))
        return Reading(places.mirrored() if files.mirrored else places, None)

    def _read_map(self, name: str) -> Reading:
        from massage_trainer.services.still_places import read_still

        return read_still(self._folder, name)


def _places_key(still: Still) -> Hashable:
    """One file of places serves both sides, and several plates that differ in their marks."""
    return (still.files.places, still.files.mirrored, still.plate_id)


def decode_picture(folder: Path, name: str, width: int, height: int) -> QImage | MissingPicture:
    """Runs in the worker too: QImageReader and QImage are reentrant."""
    path = folder / name
    if not path.is_file():
        return MissingPicture(name, PictureFault.MISSING)
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    picture = reader.read()
    if picture.isNull():
        return MissingPicture(name, PictureFault.DAMAGED, reader.errorString())
    size = picture.size()
    fitting = size.scaled(QSize(width, height), Qt.AspectRatioMode.KeepAspectRatio)
    size = min(size, fitting, key=QSize.width)
    if size != picture.size():
        picture = picture.scaled(
            size,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    picture.convertTo(QImage.Format.Format_RGB32)
    return picture


def _plate(name: str, data: Mapping[str, Any]) -> Plate:
    return Plate(
        id=name,
        width=int(data["width"]),
        height=int(data["height"]),
        description=_text(data["description"]),
        moments=tuple(_moment(moment) for moment in data["moments"]),
        main=str(data["main"]),
        loop=bool(data.get("loop", False)),
        described={Side(side): _text(text) for side, text in data.get("described", {}).items()},
    )


def _text(data: Mapping[str, Any]) -> LocalizedText:
    return LocalizedText(vi=str(data["vi"]), en=str(data["en"]))


def _moment(data: Mapping[str, Any]) -> Moment:
    views = {ClientBody(client): _views(entries) for client, entries in data["views"].items()}
    return Moment(str(data["name"]), Meaning(data["meaning"]), views)


def _views(entries: Sequence[Mapping[str, Any]]) -> Views:
    """A list in the file, for their order tells."""
    return {
        View(entry["view"]): Sided(
            _files(entry), {Side(side): _files(own) for side, own in entry.get("sides", {}).items()}
        )
        for entry in entries
    }


def _files(data: Mapping[str, Any]) -> Files:
    thumb, places = data.get("thumb", ""), data.get("places", "")
    return Files(
        _inside(data["file"]),
        _inside(thumb) if thumb else "",
        _inside(places) if places else "",
        bool(data.get("mirrored", False)),
    )


def _inside(name: str) -> str:
    """By the letters alone: building paths of hundreds of names would cost a start."""
    if not name or name[0] == "/" or "\\" in name or ":" in name or ".." in name.split("/"):
        raise ValueError(f"{name!r} is no file of the plates' folder")
    return name


def _without_places(plate: Plate) -> Plate:
    def bare(sided: Sided) -> Sided:
        sides = {side: replace(files, places="") for side, files in sided.sides.items()}
        return Sided(replace(sided.files, places=""), sides)

    moments = tuple(
        replace(
            moment,
            views={
                client: {view: bare(sided) for view, sided in views.items()}
                for client, views in moment.views.items()
            },
        )
        for moment in plate.moments
    )
    return replace(plate, moments=moments)
