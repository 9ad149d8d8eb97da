"""What stands on the stage: figures in key frames, props, cameras and the highlighted places.

World: z up, the table along x with its head end at +x, metres.
Rest body: z up, faces -y, its left is +x.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.rotation import (
    IDENTITY,
    Quaternion,
    Vector,
    joined,
    matrix_rows,
    normalised,
    slerp,
    turned,
)
from massage_trainer.domain.scene_plates import ScenePlate

SkinMatrix = tuple[float, ...]  # three rows of four
_HALF_TURN: Quaternion = (0.0, 0.0, 0.0, 1.0)
_OTHER_SIDE = {".L": ".R", ".R": ".L"}
HIGHLIGHT_SIDES = ("back", "front", "left", "right", "around")
MAX_HIGHLIGHTS = 4


def other_side(name: str) -> str:
    """``foot.L`` for ``foot.R``; a name of the middle stays as it is."""
    return name[:-2] + _OTHER_SIDE.get(name[-2:], name[-2:])


def _reflected(v: Vector) -> Vector:
    return (v[0], -v[1], v[2])


@dataclass(frozen=True, slots=True)
class Placement:
    """A rotation and where the origin comes to lie."""

    rotation: Quaternion = IDENTITY
    at: Vector = (0.0, 0.0, 0.0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rotation", normalised(self.rotation))

    def blended(self, other: "Placement", share: float) -> "Placement":
        x, y, z = (a + (b - a) * share for a, b in zip(self.at, other.at, strict=True))
        return Placement(slerp(self.rotation, other.rotation, share), (x, y, z))


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The bones of a figure, parents before children: names, parents (the root: -1), rest heads."""

    names: tuple[str, ...]
    parents: tuple[int, ...]
    heads: tuple[Vector, ...]

    def __post_init__(self) -> None:
        if not len(self.names) == len(self.parents) == len(self.heads):
            raise ValueError("bones, parents and heads differ in number")
        if not self.names or any(parent >= i for i, parent in enumerate(self.parents)):
            raise ValueError("a bone must come after its parent")


@dataclass(frozen=True, slots=True)
class KeyFrame:
    """One pose: where the figure is, and each bone's rotation about the rest body's axes."""

    root: Placement
    bones: Mapping[str, Quaternion] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "bones", {k: normalised(q) for k, q in self.bones.items()})

    def blended(self, other: "KeyFrame", share: float) -> "KeyFrame":
        """The pose between this one (share 0) and the other (1); every bone moves on an arc."""
        names = [*self.bones, *(name for name in other.bones if name not in self.bones)]
        bones = {
            name: slerp(self.bones.get(name, IDENTITY), other.bones.get(name, IDENTITY), share)
            for name in names
        }
        return KeyFrame(self.root.blended(other.root, share), bones)

    def mirrored(self) -> "KeyFrame":
        """The pose of the other side: the world reflected across its xz plane."""
        bones = {other_side(name): (w, x, -y, -z) for name, (w, x, y, z) in self.bones.items()}
        w, x, y, z = self.root.rotation
        # Reflecting the world's y and the body's x leaves a half turn about z between the two.
        rotation = joined((w, -x, y, -z), _HALF_TURN)
        return KeyFrame(Placement(rotation, _reflected(self.root.at)), bones)


def posed_bones(skeleton: Skeleton, frame: KeyFrame) -> list[Placement]:
    """Forward kinematics: each bone's rotation and where its head lies in the world."""
    posed: list[Placement] = []
    for i, (name, parent) in enumerate(zip(skeleton.names, skeleton.parents, strict=True)):
        local = frame.bones.get(name, IDENTITY)
        above = frame.root if parent < 0 else posed[parent]
        start = (0.0, 0.0, 0.0) if parent < 0 else skeleton.heads[parent]
        head = skeleton.heads[i]
        offset = (head[0] - start[0], head[1] - start[1], head[2] - start[2])
        dx, dy, dz = turned(above.rotation, offset)
        at = (above.at[0] + dx, above.at[1] + dy, above.at[2] + dz)
        posed.append(Placement(joined(above.rotation, local), at))
    return posed


def skin_matrices(skeleton: Skeleton, frame: KeyFrame) -> list[SkinMatrix]:
    """Per bone the 3 x 4 matrix that takes a rest point to its posed place, row by row."""
    matrices = []
    for bone, head in zip(posed_bones(skeleton, frame), skeleton.heads, strict=True):
        shift = turned(bone.rotation, head)
        rows = zip(matrix_rows(bone.rotation), bone.at, shift, strict=True)
        matrices.append(tuple(n for row, at, back in rows for n in (*row, at - back)))
    return matrices


@dataclass(frozen=True, slots=True)
class Figure:
    """A person in the scene: the mesh, its parts that are drawn, and the key frames.

    ``places`` names the file that says where points and landmarks lie on the mesh.
    """

    mesh: str
    parts: tuple[str, ...]
    frames: Mapping[str, KeyFrame]
    places: str = ""

    def mirrored(self) -> "Figure":
        frames = {name: frame.mirrored() for name, frame in self.frames.items()}
        parts = tuple(other_side(part) for part in self.parts)
        return replace(self, parts=parts, frames=frames)


@dataclass(frozen=True, slots=True)
class Prop:
    """A thing in the scene; ``reflected`` draws its mirror image."""

    mesh: str
    at: Placement = field(default_factory=Placement)
    reflected: bool = False

    def matrix(self) -> SkinMatrix:
        signs = (1, -1 if self.reflected else 1, 1)
        rows = zip(matrix_rows(self.at.rotation), self.at.at, signs, strict=True)
        return tuple(sign * n for row, at, sign in rows for n in (*row, at))


@dataclass(frozen=True, slots=True)
class HighlightBox:
    """A rounded box on the rest body, seen from one side, or a band all around a limb.

    The axes are y and z for the left and the right, x and z for all others.
    """

    centre: tuple[float, float]
    half: tuple[float, float]
    radius: float
    side: str
    tilt_degrees: float = 0.0

    def __post_init__(self) -> None:
        if self.side not in HIGHLIGHT_SIDES:
            raise ValueError(f"a highlight's side is one of {', '.join(HIGHLIGHT_SIDES)}")
        if min(self.half) <= 0 or not 0 <= self.radius <= min(self.half):
            raise ValueError("a highlight's radius lies between 0 and its smaller half width")

    def mirrored(self) -> "HighlightBox":
        if self.side in ("left", "right"):
            return replace(self, side="left" if self.side == "right" else "right")
        return replace(
            self, centre=(-self.centre[0], self.centre[1]), tilt_degrees=-self.tilt_degrees
        )


@dataclass(frozen=True, slots=True)
class Camera:
    """From where, to where, and how wide (the vertical angle)."""

    eye: Vector
    at: Vector
    fov_degrees: float

    def __post_init__(self) -> None:
        if self.eye == self.at or not 1 <= self.fov_degrees <= 120:
            raise ValueError("a camera looks somewhere else, through 1 to 120 degrees")

    def mirrored(self) -> "Camera":
        return Camera(_reflected(self.eye), _reflected(self.at), self.fov_degrees)


@dataclass(frozen=True, slots=True)
class Scene:
    """Everything that is drawn together, ready to play through its frames.

    ``frames`` are the key frames, which have a meaning, and the solved steps between them.
    """

    id: str
    figures: tuple[Figure, ...]
    props: tuple[Prop, ...]
    frames: tuple[str, ...]
    highlights: tuple[HighlightBox, ...]
    cameras: Mapping[str, Camera]
    has_mirror: bool
    worked_side: Side = Side.RIGHT
    regions: tuple[str, ...] = ()  # what the highlighted boxes are called
    plates: tuple[ScenePlate, ...] = ()
    meanings: Mapping[str, str] = field(default_factory=dict)
    loop: bool = False

    def __post_init__(self) -> None:
        if len(self.highlights) > MAX_HIGHLIGHTS:
            raise ValueError(f"at most {MAX_HIGHLIGHTS} highlighted places")
        self._refuse_strangers("frame", self.frames, [set(f.frames) for f in self.figures])
        for plate in self.plates:
            self._refuse_strangers("frame", plate.path, [set(self.frames)])
            self._refuse_strangers("camera", plate.views, [set(self.cameras)])
        self._refuse_strangers("frame", list(self.meanings), [set(self.frames)])

    @staticmethod
    def _refuse_strangers(kind: str, asked: Sequence[str], known: Sequence[set[str]]) -> None:
        for name in asked:
            if any(name not in names for names in known):
                raise ValueError(f"unknown {kind} {name!r}")

    def for_side(self, side: Side | None) -> "Scene":
        """The scene, or its mirror image if the other side is worked there."""
        if not self.has_mirror or side in (None, self.worked_side):
            return self
        return self.mirrored()

    def mirrored(self) -> "Scene":
        return replace(
            self,
            figures=tuple(figure.mirrored() for figure in self.figures),
            props=tuple(replace(prop, reflected=not prop.reflected) for prop in self.props),
            highlights=tuple(box.mirrored() for box in self.highlights),
            cameras={name: camera.mirrored() for name, camera in self.cameras.items()},
            worked_side=Side.LEFT if self.worked_side is Side.RIGHT else Side.RIGHT,
        )
