"""What the drawing thread does: one picture after the other, roughly at first and then finely."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtGui import QOffscreenSurface, QOpenGLContext, QSurfaceFormat

from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.widgets.stage.driver_memory import give_back, keep_large_pieces_apart
from massage_trainer.widgets.stage.frames import DrawnFrame, Take
from massage_trainer.widgets.stage.live_renderer import LEVELS, SAMPLES, LiveRenderer
from massage_trainer.widgets.stage.offscreen import core_format
from massage_trainer.widgets.stage.pace import Pace
from massage_trainer.widgets.stage.shaders import GraphicsError
from massage_trainer.widgets.stage.shot import Shot

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from massage_trainer.domain.live_mesh import LiveMesh, LiveMeshes
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Scene

_LARGEST: Final = 8192
_GL_RENDERER: Final = 0x1F01


class ContextLostError(GraphicsError):
    """The driver took the context away: everything on the card is gone."""


class Guard(Protocol):
    """Remembers across a crash that a first drawing was begun."""

    def begin(self) -> None: ...

    def end(self) -> None: ...


def live_format() -> QSurfaceFormat:
    """As for the stills, and the driver shall tell when everything is lost."""
    form = core_format()
    form.setOption(QSurfaceFormat.FormatOption.ResetNotification)
    return form


class StudioWork:
    """Used by the drawing thread alone."""

    def __init__(
        self,
        meshes: LiveMeshes,
        surface: QOffscreenSurface,
        guard: Guard | None,
        make_context: Callable[[], QOpenGLContext] = QOpenGLContext,
    ) -> None:
        self._make_context = make_context
        self._source = meshes
        self._surface = surface
        self._guard = guard
        self._context: QOpenGLContext | None = None
        self._renderer: LiveRenderer | None = None
        self._scenes: list[tuple[Scene, Mapping[str, LiveMesh]]] = []
        self._drawn: dict[int, tuple[int, float]] = {}
        self._fine: dict[int, int] = {}
        self._sum: tuple[int, int, int] = (0, 0, 0)  # view, number of the take, samples
        self._guarding = False
        self._has_drawn = False  # in this context
        self._warm = False  # the first picture waits for shaders and meshes: no measure of speed
        self.pace = Pace(len(LEVELS))
        self.device = ""  # what draws, by its own name

    def open(self) -> None:
        """Raises GraphicsError where this machine cannot draw."""
        keep_large_pieces_apart()
        context = self._make_context()
        context.setFormat(live_format())
        self._begin_guard()
        if not (context.create() and context.makeCurrent(self._surface)):
            self._end_guard()
            raise GraphicsError("no OpenGL on this display")
        self._context = context
        self.device = str(context.functions().glGetString(_GL_RENDERER) or "")
        if context.format().version() < (3, 3):
            self._end_guard()
            raise GraphicsError("OpenGL 3.3 is needed")
        try:
            self._renderer = LiveRenderer(context)
        except GraphicsError:
            self._end_guard()
            raise
        self._has_drawn = False
        give_back()  # also what the program's own beginning has left

    def close(self) -> None:
        if self._context is not None and self._context.makeCurrent(self._surface):
            if self._renderer is not None:
                self._renderer.release()
            self._context.doneCurrent()
        self._renderer = None
        self._context = None
        self._end_guard()
        self._scenes = []
        self._drawn, self._fine, self._sum = {}, {}, (0, 0, 0)

    def is_new(self, take: Take) -> bool:
        return take.number > self._drawn.get(take.view, (-1, 0.0))[0]

    def is_fine(self, take: Take) -> bool:
        return self._fine.get(take.view) == take.number

    def last_drawn(self, take: Take) -> float:
        return self._drawn.get(take.view, (-1, 0.0))[1]

    def idle_s(self) -> float:
        """How long ago something moved."""
        return time.monotonic() - max((at for _, at in self._drawn.values()), default=0.0)

    def give_up(self, view: int) -> None:
        """Not to be tried again: its scene cannot be drawn."""
        self._drawn.pop(view, None)
        self._end_guard()

    def pause(self) -> None:
        """Nothing is to be drawn for now: should the program end meanwhile, it is no crash."""
        self._end_guard()

    def draw(self, take: Take, shown: Sequence[Take]) -> DrawnFrame | None:
        """A rough picture of what is new, else one more sample; None until that is finished."""
        if not self._has_drawn:
            self._begin_guard()
        renderer = self._ready(take, shown)
        shot = _shot(take)
        began = time.perf_counter()
        if self.is_new(take):
            picture = renderer.moving(shot, take.paper, take.layers, LEVELS[self.pace.level])
            took_ms = 1000 * (time.perf_counter() - began)
            self._drawn[take.view] = (take.number, time.monotonic())
            if self._warm:
                # Views that move together share the time.
                self.pace.note(took_ms * max(1, sum(each.moving for each in shown)))
            self._warm = self._has_drawn = True
            self._end_guard()
        else:
            wanted = (take.view, take.number)
            count = self._sum[2] if self._sum[:2] == wanted else 0
            renderer.add_sample(shot, take.paper, take.layers, count)
            self._sum = (*wanted, count + 1)
            if count + 1 < SAMPLES:
                return None
            picture = renderer.mean(shot.width, shot.height, SAMPLES)
            self._fine[take.view] = take.number
            took_ms = 1000 * (time.perf_counter() - began)
        finest = self.is_fine(take)
        distances = renderer.distances()
        places = renderer.places(shot) if finest and _has_client(take) else None
        if finest:
            renderer.rest()
        return DrawnFrame(take, picture, took_ms, finest, *distances, places)

    def place(self, take: Take, x: int, y: int, shown: Sequence[Take]) -> Vector | None:
        """The place of the rest body at a pixel counted from the upper left."""
        renderer = self._ready(take, shown)
        return renderer.place(_shot(take), x, take.height - 1 - y) if _has_client(take) else None

    def _ready(self, take: Take, shown: Sequence[Take]) -> LiveRenderer:
        context, renderer = self._context, self._renderer
        if context is None or renderer is None:
            raise GraphicsError("nothing to draw with")
        if not context.makeCurrent(self._surface):
            raise ContextLostError("the graphics driver took its context away")
        if not any(scene is take.scene for scene, _ in self._scenes):
            self._warm = False
            kept = [each for each in self._scenes if any(t.scene is each[0] for t in shown)]
            self._scenes = [*kept, (take.scene, self._source.live_meshes(take.scene))]
            renderer.load({n: m for _, meshes in self._scenes for n, m in meshes.items()})
        return renderer

    def _begin_guard(self) -> None:
        if self._guard is not None and not self._guarding:
            self._guarding = True
            self._guard.begin()

    def _end_guard(self) -> None:
        if self._guard is not None and self._guarding:
            self._guarding = False
            self._guard.end()


def _has_client(take: Take) -> bool:
    return StageLayer.CLIENT in take.layers


def _shot(take: Take) -> Shot:
    width, height = min(take.width, _LARGEST), min(take.height, _LARGEST)
    return Shot(take.scene, take.poses, take.camera, width, height, take.ink_pixels)
