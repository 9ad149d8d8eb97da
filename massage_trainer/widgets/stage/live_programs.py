"""The shader programs of the live view: surfaces are noted first and shaded once per pixel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtOpenGL import QOpenGLShader, QOpenGLShaderProgram

from massage_trainer.domain.mesh import MAX_BONES
from massage_trainer.widgets.stage.shaders import GraphicsError, Program

# Lamps of one sample: a picture that stands still is the mean of samples with other lamps.
KEY_LAMPS, SKY_LAMPS = 1, 8
LAMPS: Final = KEY_LAMPS + SKY_LAMPS

_OWN: Final = Path(__file__).with_name("glsl_live")
_SHARED: Final = Path(__file__).with_name("glsl")
_STAGE: Final = QOpenGLShader.ShaderTypeBit
_STAGES: Final = {".vert": _STAGE.Vertex, ".geom": _STAGE.Geometry, ".frag": _STAGE.Fragment}
# Each program: what its stages are made of; a + before a name is of the stills' own shaders.
_RECORD = ("posed.glsl", "+tone.glsl", "record.vert")
_PROGRAMS: Final[dict[str, tuple[tuple[str, ...], ...]]] = {
    "depth": (("+lamps.glsl", "posed.glsl", "+depth.vert"), ("+depth.frag",)),
    "record": (_RECORD, ("where.glsl", "record.frag")),
    "record_boxes": (_RECORD, ("where.glsl", "+highlight.glsl", "record.frag")),
    "ink": (("posed.glsl", "+ink.vert"), ("where.glsl", "ink.frag")),
    "line": (("posed.glsl", "+line.vert"), ("+line.geom",), ("where.glsl", "ink.frag")),
    "dim": (
        ("whole.vert",),
        ("+lamps.glsl", "light.glsl", "+floor.glsl", "where.glsl", "view.glsl", "dim.frag"),
    ),
    "calm": (("whole.vert",), ("calm.frag",)),
    "shade": (
        ("whole.vert",),
        ("+tone.glsl", "gather.glsl", "+floor.glsl", "where.glsl", "view.glsl", "shade.frag"),
    ),
    "mean": (("whole.vert",), ("+tone.glsl", "mean.frag")),
    "beam": (("posed.glsl", "+surface.vert"), ("+tone.glsl", "where.glsl", "beam.frag")),
    "place": (("+body.glsl", "+place.vert"), ("+place.frag",)),
    "pose": (("+body.glsl", "pose.vert"), ("pose.frag",)),
}


class LiveProgram(Program):
    """A program of the live view, used as those of the stills."""

    def __init__(self, name: str, before_link: Callable[[int], None] | None = None) -> None:
        self._program = QOpenGLShaderProgram()
        self._places = {}
        start = f"#version 330 core\n#define LAMPS {LAMPS}\n#define BONE_ROWS {3 * MAX_BONES}\n"
        if name == "record_boxes":
            start += "#define BOXES\n"
        for files in _PROGRAMS[name]:
            source = start + "".join(_text(file) for file in files)
            stage = _STAGES[Path(files[-1]).suffix]
            if not self._program.addShaderFromSourceCode(stage, source):
                raise GraphicsError(f"{files[-1]}: {self._program.log()}")
        if before_link is not None:
            before_link(self._program.programId())
        if not self._program.link():
            raise GraphicsError(f"{name}: {self._program.log()}")


def _text(file: str) -> str:
    path = _SHARED / file[1:] if file.startswith("+") else _OWN / file
    return path.read_text(encoding="utf-8")
