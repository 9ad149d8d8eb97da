"""Moves the camera of a live picture as hands want it: smoothly, and never into a body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from massage_trainer.domain.live_camera import (
    Preset,
    place_level,
    place_seen,
    preset_of,
    presets_of,
    room_of,
)
from massage_trainer.domain.live_seat import Eyes, Room, Round, Seat
from massage_trainer.domain.stage_camera import MOVE_MS, Move, Orbit

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from massage_trainer.domain.ports import Clock
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Camera, Scene, Skeleton
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.stage.frames import DrawnFrame

TURN_DEGREES: Final = 180.0  # for a drag as long as the picture is high
KEY_DEGREES: Final = 15.0
KEY_ZOOM: Final = 1.25
KEY_PAN: Final = 0.1  # of the picture's height
_STEP_MS: Final = 160  # for a key or a notch of the wheel
_TICK_MS: Final = 30
_HELD_MS: Final = 600  # notches of a wheel that follow so soon zoom at the same place
_SLIP: Final = 0.02  # of the picture: the pointer is still there
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS: Final = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class CameraView(Protocol):
    """What is moved: a LiveStage."""

    @property
    def frame(self) -> DrawnFrame | None: ...

    def set_camera(self, camera: Camera, *, moving: bool = False) -> None: ...


class CameraHands(QObject):
    """The gestures of one live picture. A timer runs only while a move lasts.

    Lengths are heights of the picture, to the right and down.

    Signals:
        presets_changed: another scene, which may have other presets.
    """

    presets_changed = Signal()

    def __init__(
        self,
        view: CameraView,
        clock: Clock,
        skeletons: Callable[[Scene], Sequence[Skeleton]],
        *,
        reduced: Callable[[], bool] = lambda: False,
        parent: QObject | None = None,
    ) -> None:
        """``reduced``: the camera is there at once instead of on its way."""
        super().__init__(parent)
        self._view = view
        self._clock = clock
        self._skeletons_of = skeletons
        self._scene: Scene | None = None
        self._skeletons: Sequence[Skeleton] = ()
        self._room = Room()
        self._home: Orbit | None = None
        self._goal: Seat | None = None
        self._move: Move | None = None
        self._looks = False  # the move is no more than a turn of eyes
        self._began_ms = 0
        self._reduced = reduced
        self._zoom_place: tuple[Vector, Fraction, int] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def presets(self) -> tuple[Preset, ...]:
        return presets_of(self._scene, self._skeletons) if self._scene else ()

    @property
    def orbit(self) -> Orbit | None:
        """Where the camera is now, also in the middle of a move."""
        goal, move = self._goal, self._move
        if goal is None or move is None:
            return goal.orbit if goal is not None else None
        now = move.at(self._clock.now_ms() - self._began_ms)
        return now if self._looks or now == move.end else Round(now, self._room).to(now).orbit

    @property
    def is_moving(self) -> bool:
        return self._move is not None

    @property
    def is_home(self) -> bool:
        """Whether the camera stands where the picture began."""
        return self._goal is not None and self._goal.orbit == self._home

    def begin(self, scene: Scene, home: Camera) -> None:
        """Another picture. In the same scene the camera stays where hands have put it, or goes
        to its new home; another scene is shown from its home by whoever shows it.
        """
        orbit = Orbit.of(home)
        if scene is self._scene:
            if orbit != self._home:
                self._home = orbit
                self.go_home()
            return
        self._stop()
        self._scene, self._home = scene, orbit
        self._skeletons = self._skeletons_of(scene)
        self._room = room_of(scene, self._skeletons)
        self._goal = Round(orbit, self._room)
        self.presets_changed.emit()

    def end(self) -> None:
        """There is no picture any more."""
        self._stop()
        self._scene = self._home = self._goal = None
        self.presets_changed.emit()

    def stand(self, camera: Camera, *, moving: bool = False) -> None:
        """See it from there at once, whoever says so; ``moving``: another follows."""
        self._stop()
        self._goal = Round(Orbit.of(camera), self._room)
        self._view.set_camera(camera, moving=moving)

    def go_to(self, camera: Camera) -> None:
        """Move there, as far as there is no body in the way."""
        self._go(Round(Orbit.of(camera), self._room).to(Orbit.of(camera)))

    @Slot()
    def tick(self) -> None:
        """Show how far the move has come by the clock."""
        move, goal = self._move, self._goal
        if move is None or goal is None:
            self._timer.stop()
            return
        if self._clock.now_ms() - self._began_ms >= move.lasts_ms:
            self._stop()
            self._view.set_camera(goal.orbit.camera)
            return
        orbit = self.orbit
        if orbit is not None:
            self._view.set_camera(orbit.camera, moving=True)

    def take(self, preset: Preset) -> bool:
        """Go to a preset; False where the scene has none of that name."""
        scene, goal = self._scene, self._goal
        if scene is None or goal is None:
            return False
        # What is across from somebody's eyes is no view; across from the picture's own it is.
        now = self._home if isinstance(goal, Eyes) and self._home else goal.orbit
        found = preset_of(scene, preset, now, self._skeletons, self._room)
        if found is not None:
            self._go(found)
        return found is not None

    def go_home(self) -> None:
        """Back to where the picture began."""
        if self._home is not None:
            self._go(Round(self._home, self._room))

    def turn(self, across: float, down: float) -> None:
        """The body is pulled round: to the right, and downwards to see more from above."""
        if self._goal is not None:
            self._follow(self._goal.turned(-across * TURN_DEGREES, down * TURN_DEGREES))

    def pan(self, across: float, down: float) -> None:
        """The picture is pulled."""
        if self._goal is not None:
            self._follow(self._goal.panned(across, down))

    def zoom(self, factor: float, at: Fraction | None = None, *, smooth: bool = True) -> None:
        """So many times nearer to what stands at that place of the picture."""
        if self._goal is None or factor <= 0:
            return
        near = self._goal.zoomed(factor, self._place_held(at) if at is not None else None)
        if smooth:
            self._go(near, _STEP_MS)
        else:
            self._follow(near)

    def visit(self, at: Fraction) -> bool:
        """Go to what stands at that place of the picture; False where nothing does."""
        place = self.place_at(at)
        if place is None or self._goal is None:
            return False
        self._go(self._goal.visiting(place))
        return True

    def let_go(self) -> None:
        """A drag or pinch is over: what stands may be drawn finely."""
        if self._move is None and self._goal is not None:
            self._view.set_camera(self._goal.orbit.camera)

    def press_key(self, key: int, *, shift: bool) -> bool:
        """Arrows turn, with Shift they pan; + and - zoom, 0 goes back; False for all others."""
        goal = self._goal
        if goal is None:
            return False
        if (arrow := _ARROWS.get(Qt.Key(key))) is not None:
            across, down = arrow
            if shift:
                self._go(goal.panned(-across * KEY_PAN, -down * KEY_PAN), _STEP_MS)
            else:
                self._go(goal.turned(across * KEY_DEGREES, -down * KEY_DEGREES), _STEP_MS)
        elif (zoom := _ZOOMS.get(Qt.Key(key))) is not None:
            self.zoom(KEY_ZOOM**zoom)
        elif key == Qt.Key.Key_0:
            self.go_home()
        else:
            return False
        return True

    def place_at(self, at: Fraction) -> Vector | None:
        """What stands there in the picture that is on the screen, in the world."""
        frame = self._view.frame
        if frame is None:
            return None
        distance = frame.distance(*at)
        take = frame.take
        if distance <= 0:
            return None
        return place_seen(take.camera, *at, take.width / take.height, distance)

    def _place_held(self, at: Fraction) -> Vector | None:
        """A wheel that goes on zooms at the place where it began."""
        now = self._clock.now_ms()
        if self._zoom_place is not None:
            place, there, then = self._zoom_place
            near = max(abs(a - b) for a, b in zip(at, there, strict=True)) < _SLIP
            if near and now - then < _HELD_MS:
                self._zoom_place = (place, there, now)
                return place
        found = self.place_at(at)
        frame = self._view.frame
        if found is None and frame is not None:
            take = frame.take
            found = place_level(take.camera, *at, take.width / take.height)
        self._zoom_place = (found, at, now) if found is not None else None
        return found

    def _go(self, goal: Seat, lasts_ms: int = MOVE_MS) -> None:
        start, before = self.orbit, self._goal
        if start is None or start == goal.orbit:
            return
        self._goal = goal
        if self._reduced():
            self._stop()
            self._view.set_camera(goal.orbit.camera)
            return
        self._looks = isinstance(before, Eyes) and isinstance(goal, Eyes)
        self._move, self._began_ms = Move(start, goal.orbit, lasts_ms), self._clock.now_ms()
        self._timer.start()

    def _follow(self, goal: Seat) -> None:
        """At once: hands are on it, and another step follows."""
        self._stop()
        self._goal = goal
        self._view.set_camera(goal.orbit.camera, moving=True)

    def _stop(self) -> None:
        self._timer.stop()
        self._move = None
