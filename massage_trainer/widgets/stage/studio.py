"""The one thread that draws for all live views: it has the OpenGL context and the meshes."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QOffscreenSurface, QOpenGLContext

from massage_trainer.domain.errors import TrainerError
from massage_trainer.widgets.stage.shaders import GraphicsError
from massage_trainer.widgets.stage.studio_work import ContextLostError, StudioWork, live_format

if TYPE_CHECKING:
    from collections.abc import Callable

    from massage_trainer.domain.live_mesh import LiveMeshes
    from massage_trainer.widgets.stage.frames import Take
    from massage_trainer.widgets.stage.studio_work import Guard

# Nothing has moved for so long: time to draw it finely.
_STILL_AFTER_S: Final = 0.15
_CLOSING_S: Final = 10.0
_LOSSES: Final = 3  # one after the other, without a picture between them


@dataclass(frozen=True, slots=True)
class Question:
    """Asks for the place of the client at a pixel of a take, counted from the upper left."""

    take: Take
    number: int
    x: int
    y: int


class Studio(QObject):
    """Give it takes; the newest of each view is drawn, older ones are left out.

    Signals:
        drawn: DrawnFrame.
        answered: Question, Vector | None; the place of the rest body.
        failed: str; why there will be no pictures any more.
        scene_failed: int, str; view, why its scene cannot be drawn.
        slowness_changed: bool; whether even the roughest moving pictures come too slowly here.
        opened: str; what draws, by its own name.
    """

    drawn = Signal(object)
    answered = Signal(object, object)
    failed = Signal(str)
    scene_failed = Signal(int, str)
    slowness_changed = Signal(bool)
    opened = Signal(str)

    def __init__(
        self,
        meshes: LiveMeshes,
        guard: Guard | None = None,
        parent: QObject | None = None,
        make_context: Callable[[], QOpenGLContext] = QOpenGLContext,
    ) -> None:
        super().__init__(parent)
        # A surface belongs to the window's thread; the context to the one that draws.
        self._surface = QOffscreenSurface()
        self._surface.setFormat(live_format())
        self._surface.create()
        self._work = StudioWork(meshes, self._surface, guard, make_context)
        self._wake = threading.Condition()
        self._takes: dict[int, Take] = {}
        self._questions: list[Question] = []
        self._closing = False
        self._ended = False
        self._views = 0
        self._was_slow = False
        self._losses = 0
        self._thread: threading.Thread | None = None

    @property
    def frame_ms(self) -> float:
        """How long a moving picture takes now; 0 while nothing is known."""
        return self._work.pace.middle_ms

    @property
    def level(self) -> int:
        """How roughly moving pictures are drawn now; 0 is the finest."""
        return self._work.pace.level

    @property
    def is_wanted(self) -> bool:
        """Whether any view shows something."""
        return bool(self._takes)

    def new_view(self) -> int:
        self._views += 1
        return self._views

    def warm_up(self) -> None:
        """Make ready what the first picture would wait for."""
        if self._thread is None and not self._ended:
            self._closing = False
            self._thread = threading.Thread(target=self._serve, name="stage", daemon=True)
            self._thread.start()

    def ask(self, take: Take) -> None:
        """Draw this as soon as possible, instead of what the view asked for before."""
        with self._wake:
            self._takes[take.view] = take
            self._wake.notify()
        self.warm_up()

    def ask_place(self, question: Question) -> None:
        with self._wake:
            self._questions.append(question)
            self._wake.notify()
        self.warm_up()

    def forget(self, view: int) -> None:
        """The view shows nothing any more."""
        with self._wake:
            self._takes.pop(view, None)

    def close(self) -> None:
        """End the thread and give everything back; a later wish begins anew."""
        with self._wake:
            self._closing = True
            self._wake.notify()
        if self._thread is not None:
            self._thread.join(_CLOSING_S)
            self._thread = None

    def end(self) -> None:
        """The program ends: what is still shown must not begin to draw anew."""
        self._ended = True
        self.close()

    def _serve(self) -> None:
        reason = "the graphics driver takes its context away again and again"
        try:
            self._losses = 0
            while reason and self._losses < _LOSSES:
                try:
                    self._work.open()
                    if not self._shown():
                        self._work.pause()
                    self.opened.emit(self._work.device)
                    self._draw_until_closed()
                    reason = ""
                except ContextLostError:
                    # The screen, the driver or a remote desktop changed: everything anew.
                    self._losses += 1
                    self._work.close()
        except GraphicsError as error:
            reason = str(error)
        finally:
            self._work.close()
            if reason:
                self.failed.emit(reason)

    def _draw_until_closed(self) -> None:
        while (job := self._next()) is not None:
            view = job.view if not isinstance(job, Question) else job.take.view
            try:
                if isinstance(job, Question):
                    self.answered.emit(job, self._work.place(job.take, job.x, job.y, self._shown()))
                elif (frame := self._work.draw(job, self._shown())) is not None:
                    self._losses = 0
                    self.drawn.emit(frame)
                    if self._work.pace.too_slow is not self._was_slow:
                        self._was_slow = not self._was_slow
                        self.slowness_changed.emit(self._was_slow)
            except TrainerError as error:
                self._work.give_up(view)
                self.forget(view)
                self.scene_failed.emit(view, str(error))

    def _shown(self) -> list[Take]:
        with self._wake:
            return list(self._takes.values())

    def _next(self) -> Take | Question | None:
        """What to do now: answer first, then whatever moved, at leisure something fine."""
        with self._wake:
            while not self._closing:
                if self._questions:
                    return self._questions.pop(0)
                takes = [t for t in self._takes.values() if self._work.is_new(t)]
                if takes:
                    return min(takes, key=self._work.last_drawn)
                rough = [t for t in self._takes.values() if not self._work.is_fine(t)]
                if not rough:
                    self._wake.wait()
                    continue
                calm = [t for t in rough if not t.moving]
                waiting_s = 0.0 if calm else _STILL_AFTER_S - self._work.idle_s()
                if waiting_s <= 0:
                    return (calm or rough)[0]
                self._wake.wait(waiting_s)
        return None
