"""The illustrations as lessons name them: plate, side worked, frame of a movement."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from types import MappingProxyType
from typing import Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.text import LocalizedText

# Of the index of the plates; written by the artwork, read by the program.
INDEX_VERSION: Final = 2
_NO_SIDES: Mapping[Side, Files] = MappingProxyType({})
_NO_FRAMES: Mapping[str, Frame] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Files:
    """A picture, its small copy and the body's places in it, as names in the plates' folder."""

    file: str
    thumb: str
    places: str = ""  # empty: nothing of the body can be asked there


@dataclass(frozen=True, slots=True)
class Frame:
    """One moment of a plate's movement."""

    files: Files
    sides: Mapping[Side, Files] = field(default_factory=lambda: _NO_SIDES)


@dataclass(frozen=True, slots=True)
class Plate:
    """One illustration; ``files`` is the picture for whoever asks for no side and no frame."""

    id: str
    width: int
    height: int
    description: LocalizedText
    files: Files
    sides: Mapping[Side, Files] = field(default_factory=lambda: _NO_SIDES)
    frames: Mapping[str, Frame] = field(default_factory=lambda: _NO_FRAMES)


@dataclass(frozen=True, slots=True)
class Still:
    """The one picture that answers a wish: which files, and its words for those who cannot see."""

    plate_id: str
    files: Files
    description: LocalizedText


@dataclass(frozen=True, slots=True)
class PlateIndex:
    """All plates of the program.

    ``places_problem`` says why the pictures come without the places of the body.
    """

    plates: Mapping[str, Plate]
    places_problem: str = ""

    def still(self, plate_id: str, side: Side | None = None, frame: str = "") -> Still | None:
        """The picture nearest to the wish, or None for an unknown plate.

        A plate without the frame answers with its most telling one, a picture without the side
        with the one it has. ``PLATE.FRAME`` is understood as well.
        """
        name, _, dotted = plate_id.partition(".")
        plate = self.plates.get(name)
        if plate is None:
            return None
        files, sides = plate.files, plate.sides
        if found := plate.frames.get(frame or dotted):
            files, sides = found.files, found.sides
        if side is not None:
            files = sides.get(side, files)
        return Still(plate.id, files, plate.description)


class PictureFault(Enum):
    """Why a picture cannot be shown."""

    UNKNOWN = "unknown"
    MISSING = "missing"
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class MissingPicture:
    """Stands where a picture should be: its name, why it is not there, and the reader's words."""

    name: str
    fault: PictureFault
    detail: str = ""
