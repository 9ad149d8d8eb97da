"""The meshes of a shot with their matrices, and the ball that holds them all."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QOpenGLFunctions, QVector3D, QVector4D

from massage_trainer.domain.mesh import BakedMesh
from massage_trainer.domain.rotation import Vector
from massage_trainer.domain.stage import posed_bones, skin_matrices
from massage_trainer.widgets.stage.loaded_mesh import LoadedMesh
from massage_trainer.widgets.stage.shaders import Program
from massage_trainer.widgets.stage.shot import Shot

# The part of a prop that is light: it hides nothing, casts no shadow and has no outline.
BEAM = "beam"
# Flesh around the outermost bones.
_FLESH = 0.22


@dataclass(frozen=True, slots=True)
class Item:
    """One mesh of the shot: its drawn parts, matrices and which way round its triangles are.

    ``beams`` are parts of light, drawn after everything else.
    """

    mesh: LoadedMesh
    parts: tuple[str, ...]
    rows: list[float]
    reflected: bool
    highlighted: bool
    beams: tuple[str, ...] = ()

    @property
    def is_figure(self) -> bool:
        return self.mesh.mesh.skeleton is not None

    @property
    def garments(self) -> tuple[str, ...]:
        if not self.is_figure:
            return ()
        return tuple(name for name in self.parts if self.mesh.is_garment(name))

    @property
    def others(self) -> tuple[str, ...]:
        garments = self.garments
        return tuple(name for name in self.parts if name not in garments)

    @property
    def layers(self) -> tuple[tuple[str, ...], ...]:
        """What gets a line around it where it lies on something else, from the inside out.

        Besides garments it is the skin of whoever lays hands on the first figure, the client.
        """
        garments = tuple((name,) for name in self.garments)
        working = self.is_figure and not self.highlighted and self.others
        return (self.others, *garments) if working else garments

    @property
    def ground(self) -> tuple[str, ...]:
        """The parts that all layers lie on."""
        layered = {name for layer in self.layers for name in layer}
        return tuple(name for name in self.parts if name not in layered)

    def draw(
        self, gl: QOpenGLFunctions, program: Program, parts: Sequence[str] | None = None
    ) -> None:
        self._pose(gl, program)
        self.mesh.draw_surface(self.parts if parts is None else parts)

    def draw_lines(self, gl: QOpenGLFunctions, program: Program) -> None:
        self._pose(gl, program)
        self.mesh.draw_lines(self.parts)

    def _pose(self, gl: QOpenGLFunctions, program: Program) -> None:
        mesh = self.mesh.mesh
        program.set(scale=mesh.scale, origin=QVector3D(*mesh.origin), skinned=int(self.is_figure))
        gl.glUniform4fv(program.place("u_rows"), len(self.rows) // 4, self.rows)


def items_of(shot: Shot, meshes: Mapping[str, LoadedMesh]) -> list[Item]:
    """Figures first: what they cover need not be shaded."""
    items = []
    for i, (figure, pose) in enumerate(zip(shot.scene.figures, shot.poses, strict=True)):
        mesh = meshes[figure.mesh]
        if mesh.mesh.skeleton is None:
            raise ValueError(f"{figure.mesh} has no bones")
        rows = [n for matrix in skin_matrices(mesh.mesh.skeleton, pose) for n in matrix]
        items.append(Item(mesh, figure.parts, rows, reflected=False, highlighted=i == 0))
    for prop in shot.scene.props:
        mesh = meshes[prop.mesh]
        every = [part.name for part in mesh.mesh.parts]
        parts = tuple(name for name in every if name != BEAM)
        beams = tuple(name for name in every if name == BEAM)
        rows = list(prop.matrix())
        items.append(
            Item(mesh, parts, rows, reflected=prop.reflected, highlighted=False, beams=beams)
        )
    return items


def ball_of(shot: Shot, meshes: Mapping[str, LoadedMesh]) -> QVector4D:
    """Centre and radius of a ball around everything that casts a shadow."""
    bones = [
        bone.at
        for figure, pose in zip(shot.scene.figures, shot.poses, strict=True)
        if (skeleton := meshes[figure.mesh].mesh.skeleton) is not None
        for bone in posed_bones(skeleton, pose)
    ]
    low = [min((at[axis] for at in bones), default=math.inf) - _FLESH for axis in range(3)]
    high = [max((at[axis] for at in bones), default=-math.inf) + _FLESH for axis in range(3)]
    for prop in shot.scene.props:
        rows = prop.matrix()
        for x, y, z in _corners(meshes[prop.mesh].mesh):
            for axis in range(3):
                a, b, c, d = rows[4 * axis : 4 * axis + 4]
                n = a * x + b * y + c * z + d
                low[axis], high[axis] = min(low[axis], n), max(high[axis], n)
    x, y, z = ((a + b) / 2 for a, b in zip(low, high, strict=True))
    return QVector4D(x, y, z, math.dist(low, high) / 2)


def _corners(mesh: BakedMesh) -> Iterator[Vector]:
    low, high = mesh.bounds()
    for i in range(8):
        x, y, z = (high[axis] if i >> axis & 1 else low[axis] for axis in range(3))
        yield (x, y, z)
