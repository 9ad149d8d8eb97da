"""What one scene gives to its plates: the moments shown, and how the hands or the body move."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.domain.text import LocalizedText


@dataclass(frozen=True, slots=True)
class MeshSpot:
    """A place on a mesh: three of its vertices and their shares."""

    corners: tuple[int, int, int]
    shares: tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class SceneMark:
    """A stroke, circle, press, hold or movement, of the side that the scene works on.

    Its line lies on the client's skin (``spots``), or it is a way through the room (``world``).
    """

    kind: MarkKind
    spots: tuple[MeshSpot, ...] = ()
    world: tuple[Vector, ...] = ()
    closed: bool = False
    both_ways: bool = False

    def __post_init__(self) -> None:
        if bool(self.spots) == bool(self.world):
            raise ValueError("a mark lies on the skin or leads through the room")


@dataclass(frozen=True, slots=True)
class ScenePlate:
    """A plate drawn from a scene: its moments, and all the frames that are played for it."""

    id: str
    frames: tuple[str, ...]
    main: str
    views: tuple[str, ...]
    path: tuple[str, ...]
    descriptions: Mapping[Side | None, LocalizedText]
    loop: bool = False
    marks: tuple[SceneMark, ...] = field(default=())

    def __post_init__(self) -> None:
        if self.main not in self.frames or not set(self.frames) <= set(self.path):
            raise ValueError(f"{self.id}: the moments are not among what is played")
        if not self.views:
            raise ValueError(f"{self.id}: is seen from nowhere")
