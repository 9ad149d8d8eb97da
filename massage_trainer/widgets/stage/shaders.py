"""Puts the shader programs together from the files in ``glsl``."""

from pathlib import Path

from PySide6.QtGui import QMatrix4x4, QVector2D, QVector3D, QVector4D
from PySide6.QtOpenGL import QOpenGLShader, QOpenGLShaderProgram

from massage_trainer.domain.mesh import MAX_BONES
from massage_trainer.widgets.stage.lamps import Quality

_FOLDER = Path(__file__).with_name("glsl")
_Stage = QOpenGLShader.ShaderTypeBit
_STAGES = {".vert": _Stage.Vertex, ".geom": _Stage.Geometry, ".frag": _Stage.Fragment}
# Which shared files stand before each shader.
_SHARED = {
    "depth.vert": ("lamps", "body"),
    "surface.vert": ("body",),
    "lit.frag": ("lamps", "light"),
    "lit_floor.frag": ("lamps", "light", "floor"),
    "surface.frag": ("tone", "gather", "highlight"),
    "floor.frag": ("tone", "gather", "floor"),
    "ink.vert": ("body",),
    "ink.frag": ("tone",),
    "line.vert": ("body",),
    "place.vert": ("body",),
    "shrink.frag": ("tone",),
    "beam.frag": ("tone",),
}
_FILES = {
    "depth": ("depth.vert", "depth.frag"),
    "lit": ("surface.vert", "lit.frag"),
    "lit_floor": ("floor.vert", "lit_floor.frag"),
    "surface": ("surface.vert", "surface.frag"),
    "floor": ("floor.vert", "floor.frag"),
    "ink": ("ink.vert", "ink.frag"),
    "line": ("line.vert", "line.geom", "ink.frag"),
    "place": ("place.vert", "place.frag"),
    "shrink": ("shrink.vert", "shrink.frag"),
    "beam": ("surface.vert", "beam.frag"),
}
Value = int | float | QMatrix4x4 | QVector2D | QVector3D | QVector4D


class GraphicsError(Exception):
    """The graphics driver cannot do what the renderer needs."""


class Program:
    """One linked shader program with its uniforms by name."""

    def __init__(self, name: str, quality: Quality) -> None:
        self._program = QOpenGLShaderProgram()
        self._places: dict[str, int] = {}
        start = f"#version 330 core\n#define LAMPS {max(quality.lamps, 1)}\n"
        start += f"#define BONE_ROWS {3 * MAX_BONES}\n#define GATHER {quality.gather}\n"
        for file in _FILES[name]:
            shared = [f"{part}.glsl" for part in _SHARED.get(file, ())]
            source = start + "".join(
                (_FOLDER / part).read_text(encoding="utf-8") for part in (*shared, file)
            )
            stage = _STAGES[Path(file).suffix]
            if not self._program.addShaderFromSourceCode(stage, source):
                raise GraphicsError(f"{file}: {self._program.log()}")
        if not self._program.link():
            raise GraphicsError(f"{name}: {self._program.log()}")

    def use(self) -> None:
        self._program.bind()

    def place(self, uniform: str) -> int:
        """Where a uniform lies; -1, which OpenGL ignores, if the compiler dropped it."""
        if uniform not in self._places:
            self._places[uniform] = self._program.uniformLocation(uniform)
        return self._places[uniform]

    def set(self, **uniforms: Value) -> None:
        """Set ``u_NAME`` for each; the program must be in use."""
        for name, value in uniforms.items():
            place = self.place(f"u_{name}")
            if isinstance(value, int):
                self._program.setUniformValue1i(place, value)
            elif isinstance(value, float):
                self._program.setUniformValue1f(place, value)
            else:
                self._program.setUniformValue(place, value)
