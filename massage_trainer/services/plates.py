"""Reads the index of the plates and decodes pictures ahead in one worker thread."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.plate import (
    Files,
    Frame,
    MissingPicture,
    PictureFault,
    Plate,
    PlateIndex,
    Still,
)
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

INDEX_FILE: Final = "index.json"
_VERSION: Final = 1
# One plate takes 11 MB; a picture that asks for more is none of ours.
_MEGABYTES_AT_MOST: Final = 64
_Key = tuple[str, int, int]
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
    try:
        if data["version"] != _VERSION:
            raise PlateIndexError(f"{path}: version {data['version']} is not known")
        return PlateIndex({name: _plate(name, p) for name, p in data["plates"].items()})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise PlateIndexError(f"{path}: damaged ({error!r})") from error


class PlateFiles:
    """The pictures of one folder; keeps only those last asked for ahead (a PlateSource).

    Pictures come in the largest size that fits, never larger than drawn. Call ``close`` at the end.
    """

    def __init__(self, folder: Path, index: PlateIndex, decode: Decode | None = None) -> None:
        self.index = index
        self._decode = decode or decode_picture
        self._folder = folder
        self._ahead: dict[_Key, Future[QImage | MissingPicture]] = {}
        self._worker: ThreadPoolExecutor | None = None
        self._closed = False
        QImageReader.setAllocationLimit(_MEGABYTES_AT_MOST)

    def prepare(self, stills: Sequence[Still], width: int, height: int) -> None:
        """Decode these ahead, the first first, and forget all others."""
        if self._closed:
            return
        if self._worker is None:
            from concurrent.futures import ThreadPoolExecutor

            self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="plates")
        wanted = list(dict.fromkeys((still.files.file, width, height) for still in stills))
        for key in [key for key in self._ahead if key not in wanted]:
            self._ahead.pop(key).cancel()
        for key in wanted:
            if key not in self._ahead:
                self._ahead[key] = self._worker.submit(self._decode, self._folder, *key)

    def picture(self, still: Still, width: int, height: int) -> QImage | MissingPicture:
        """The picture at once if it was prepared, else decoded now."""
        key = (still.files.file, width, height)
        future = self._ahead.get(key)
        if future is None:
            return self._decode(self._folder, *key)
        # Not begun: the worker is busy with another; doing it here is faster than waiting in line.
        if future.cancel():
            picture = self._decode(self._folder, *key)
            future = self._ahead[key] = type(future)()
            future.set_result(picture)
        return future.result()

    def close(self) -> None:
        """End the worker for good: a wish that comes late is not decoded ahead any more."""
        self._closed = True
        self._ahead.clear()
        if self._worker is not None:
            self._worker.shutdown(wait=True, cancel_futures=True)
            self._worker = None


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
    files = _files(data)
    frames = {
        str(frame): Frame(_files(entry, files.thumb), _sides(entry, files.thumb))
        for frame, entry in data.get("frames", {}).items()
    }
    text = data["description"]
    return Plate(
        id=name,
        width=int(data["width"]),
        height=int(data["height"]),
        description=LocalizedText(vi=text["vi"], en=text["en"]),
        files=files,
        sides=_sides(data, files.thumb),
        frames=frames,
    )


def _sides(data: Mapping[str, Any], thumb: str) -> dict[Side, Files]:
    return {Side(side): _files(entry, thumb) for side, entry in data.get("sides", {}).items()}


def _files(data: Mapping[str, Any], thumb: str = "") -> Files:
    """A frame has no small copy of its own: the plate's serves."""
    return Files(_inside(data["file"]), _inside(data.get("thumb", thumb)))


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if not name or path.is_absolute() or ".." in path.parts:
        raise ValueError(f"{name!r} is no file of the plates' folder")
    return name
