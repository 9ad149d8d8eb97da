"""A scene's source: who lies how, what the practitioner's hands do, and what is drawn of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from massage_trainer.artwork.drape import Towel
from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import SourceLocation, TrainerError
from massage_trainer.domain.plate import ClientBody
from massage_trainer.domain.still_places import MarkKind
from massage_trainer.domain.text import LocalizedText

Vector: TypeAlias = tuple[float, float, float]
# A client's movement: numbers by name, ``legs.right.flex`` for example.
Numbers: TypeAlias = Mapping[str, float]

# What a hand can do on the client; without a target it hangs, rests on the hip, or is folded.
SHAPES = frozenset(
    {
        "palm", "heel", "thumb", "thumb-over", "thumb-fist", "fist-side", "hack", "cupped",
        "fingertips", "back-of-hand", "knead", "skin-roll", "grip-ankle", "grip-knee",
        "grip-thigh", "on-knee",
    }
)  # fmt: skip
FREE_SHAPES = frozenset({"relaxed", "folded"})
FREE_PLACES = frozenset({"hip", "side", "front"})
FINGER_WORDS = frozenset({"head", "foot", "left", "right", "in", "out"})
MEANINGS = frozenset({"rest", "in", "press", "move", "out"})
VIEWS = frozenset({"wide", "close"})
CAMERAS = VIEWS | {"own"}
OWN = "own"
SIDE_WORDS = {
    "right": {"vi": ("phải", "trái"), "en": ("right", "left")},
    "left": {"vi": ("trái", "phải"), "en": ("left", "right")},
}
OTHER = {"left": "right", "right": "left"}


class SceneSourceError(TrainerError):
    """Everything that is wrong with the scenes, a line each."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place on the client in words of the body."""

    where: SourceLocation
    on: tuple[str, ...]  # one place, or the two that it lies between
    side: Side
    share: float = 0.0
    out_cm: float = 0.0
    down_cm: float = 0.0
    out_cun: float = 0.0
    down_cun: float = 0.0

    def __str__(self) -> str:
        name = " and ".join(self.on)
        return name if self.side is Side.MIDLINE else f"{name} ({self.side.value})"


@dataclass(frozen=True, slots=True)
class HandWish:
    """What one hand does in one frame; a hand without a target is free."""

    where: SourceLocation
    shape: str
    target: Target | None = None
    fingers: str = "head"
    fingers_degrees: float | None = None  # from the head to the client's left
    press_mm: float = 0.0
    turn: float = 0.0
    grip: bool = False
    at: str = "side"

    @property
    def touching(self) -> bool:
        return self.target is not None and self.press_mm >= 0


@dataclass(frozen=True, slots=True)
class FrameSource:
    """A key frame."""

    name: str
    where: SourceLocation
    meaning: str = "rest"
    hands: Mapping[str, HandWish] = field(default_factory=dict)
    client: Numbers = field(default_factory=dict)
    steps: int = 1
    shift_cm: tuple[float, float] = (0.0, 0.0)
    lean: float | None = None
    look: str = ""


@dataclass(frozen=True, slots=True)
class StanceSource:
    """Where the practitioner stands."""

    where: SourceLocation
    beside: str
    level: str = ""
    away_cm: float = 8.0
    facing: float = 0.0
    stride_cm: float = 30.0
    forward: str = "left"
    lean: float = 20.0
    look: str = "hands"


@dataclass(frozen=True, slots=True)
class CameraSource:
    """Where a picture is seen from."""

    eye: Vector
    at: Vector
    fov: float

    def as_json(self) -> dict[str, object]:
        return {"eye": list(self.eye), "at": list(self.at), "fov": self.fov}


@dataclass(frozen=True, slots=True)
class MarkSource:
    """What the program draws over a plate's pictures."""

    where: SourceLocation
    kind: MarkKind
    path: tuple[Target, ...]
    radius_mm: float = 0.0
    clockwise: bool = True
    closed: bool = False
    both_ways: bool = False


@dataclass(frozen=True, slots=True)
class PlateSource:
    """A plate that is drawn from the scene."""

    id: str
    where: SourceLocation
    frames: tuple[str, ...]
    main: str
    views: tuple[str, ...]
    description: LocalizedText
    loop: bool = False
    marks: tuple[MarkSource, ...] = ()

    def only(self, names: Collection[str]) -> PlateSource:
        """The plate with these frames alone; with all of them if it shows none."""
        frames = tuple(name for name in self.frames if name in names) or tuple(names)
        main = self.main if self.main in frames else frames[0]
        return replace(self, frames=frames, main=main, loop=False)

    def said(self, side: str) -> dict[str, str]:
        """The description, with the worked side's name filled in."""
        out = {}
        for language, words in SIDE_WORDS[side].items():
            text = getattr(self.description, language).strip()
            out[language] = text.replace("{side}", words[0]).replace("{other}", words[1])
        return out


@dataclass(frozen=True, slots=True)
class SceneSource:
    """What one scene file says."""

    id: str
    where: SourceLocation
    position: str
    clothes: frozenset[str]
    props: tuple[str, ...]
    frames: Mapping[str, FrameSource]
    order: tuple[str, ...]
    cameras: Mapping[str, CameraSource]
    plates: tuple[PlateSource, ...]
    drapes: tuple[Towel, ...] = ()
    highlight: tuple[str, ...] = ()
    loop: bool = False
    own_auto: bool = False
    mirror: bool = False
    worked: str = "right"
    stance: StanceSource | None = None
    clients: tuple[ClientBody, ...] = tuple(ClientBody)

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides that are worked on, the one of the source first; one without name if equal."""
        return (self.worked, OTHER[self.worked]) if self.mirror else ("",)

    def only(self, names: frozenset[str]) -> SceneSource:
        """The scene with these key frames alone."""
        kept = {name: frame for name, frame in self.frames.items() if name in names}
        order = tuple(name for name in self.order if name in names)
        plates = tuple(plate.only(kept) for plate in self.plates)
        return replace(self, frames=kept, order=order, plates=plates, loop=False)


def label_of(path: Path) -> str:
    """A scene file as its mistakes name it."""
    return f"assets/scenes/{path.name}"
