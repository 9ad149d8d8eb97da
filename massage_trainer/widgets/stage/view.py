"""The live view of a scene: shows the still at once, and the moving body when it is ready."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.stage_layers import DEFAULT_LAYERS, IN_THE_PICTURE, Layers
from massage_trainer.domain.stage_time import StageMoment, poses_at
from massage_trainer.widgets.stage.frames import DrawnFrame, Take
from massage_trainer.widgets.stage.shot import Colour
from massage_trainer.widgets.stage.studio import Question, Studio

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QPaintEvent, QResizeEvent, QShowEvent

    from massage_trainer.domain.place_grid import PlaceGrid
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.stage import Camera, KeyFrame, Scene

# Of the stills: 3 pixels of 1333.
_INK_SHARE: Final = 3.0 / 1333
_INK_LEAST: Final = 1.0


class _LastPoses:
    """Several windows show the same moment one after the other: it is worked out once."""

    def __init__(self) -> None:
        self._of: tuple[Scene, StageMoment, tuple[KeyFrame, ...]] | None = None

    def of(self, scene: Scene, moment: StageMoment) -> tuple[KeyFrame, ...]:
        if self._of is None or self._of[0] is not scene or self._of[1] != moment:
            self._of = scene, moment, poses_at(scene, moment)
        return self._of[2]


_poses = _LastPoses()


class LiveStage(QWidget):
    """One of any number of views; all are drawn by one studio.

    Signals:
        frame_drawn: DrawnFrame; now on the screen, for whoever paints over it.
        ready: the first live picture of a scene is on the screen.
        place_found: int, object; number from ``ask_place``, place of the rest body or None.
        camera_changed: Camera.
        layers_changed: frozenset of StageLayer.
        failed: str; why there is no live picture: show the still.
    """

    frame_drawn = Signal(object)
    ready = Signal()
    place_found = Signal(int, object)
    camera_changed = Signal(object)
    layers_changed = Signal(object)
    failed = Signal(str)

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._studio = studio
        self._view = studio.new_view()
        self._number = 0
        self._asked = 0
        self._scene: Scene | None = None
        self._moment: StageMoment | None = None
        self._camera: Camera | None = None
        self._moving = False
        self._layers: Layers = DEFAULT_LAYERS
        self._still = QImage()
        self._frame: DrawnFrame | None = None
        self._before: QImage | None = None  # what fades away
        self._fades_from = 0  # number of the take that comes instead
        self._waiting = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        studio.drawn.connect(self._take_over)
        studio.answered.connect(self._pass_on)
        studio.failed.connect(self._fail)
        studio.scene_failed.connect(self._fail_scene)

    @property
    def scene(self) -> Scene | None:
        return self._scene

    @property
    def moment(self) -> StageMoment | None:
        return self._moment

    @property
    def camera(self) -> Camera | None:
        return self._camera

    @property
    def layers(self) -> Layers:
        """What is shown; guides among them are painted by whoever paints over the picture."""
        return self._layers

    @property
    def frame(self) -> DrawnFrame | None:
        """The live picture that is on the screen, or None while it is the still."""
        return self._frame

    @property
    def positions(self) -> PlaceGrid | None:
        """Which places of the client are seen where; None until the finest picture is there."""
        frame = self._frame
        if frame is None or frame.take.number != self._number:
            return None
        return frame.places

    def sizeHint(self) -> QSize:
        return QSize(900, 600)

    def show_still(self, still: QImage) -> None:
        """What is to be seen until the first live picture is there."""
        self._still = still
        if self._frame is None:
            self.update()

    def show_scene(
        self, scene: Scene, moment: StageMoment, camera: Camera, still: QImage | None = None
    ) -> None:
        """Begin with another scene; without a still of it the old picture stands till then."""
        if scene is not self._scene:
            self._waiting = True
            if still is not None:
                self._still, self._frame = still, None
                self.update()
        turned = camera != self._camera
        self._scene, self._moment, self._camera = scene, moment, camera
        self._before = None
        self._ask()
        if turned:
            self.camera_changed.emit(camera)

    def show_moment(self, moment: StageMoment, *, moving: bool = False) -> None:
        """Let the figures come to this moment; ``moving``: another one follows at once."""
        old, self._moment, self._moving = self._moment, moment, moving
        if old is None or moment == old:
            return
        if not moment.fades:
            self._before = None
        elif not old.fades or (old.frame, old.onto) != (moment.frame, moment.onto):
            self._before, self._fades_from = self._picture(), self._number + 1
        if moment.pose != old.pose:
            self._ask()
        elif moment.fades or old.fades:
            self.update()

    def set_camera(self, camera: Camera, *, moving: bool = False) -> None:
        """See it from there; ``moving``: another camera follows at once."""
        self._moving = moving
        if camera == self._camera:
            return
        self._camera, self._before = camera, None
        self._ask()
        self.camera_changed.emit(camera)

    def set_layers(self, layers: Layers) -> None:
        """Show people and clothes or not; only a change of the picture draws it again."""
        old, self._layers = self._layers, layers
        if layers == old:
            return
        if layers & IN_THE_PICTURE != old & IN_THE_PICTURE:
            self._before = None
            self._ask()
        self.layers_changed.emit(layers)

    def clear(self) -> None:
        """Show nothing: the still alone."""
        self._scene = self._moment = self._frame = None
        self._studio.forget(self._view)
        self.update()

    def ask_place(self, across: float, down: float) -> int:
        """Ask which place of the client is seen there; ``place_found`` brings the answer."""
        self._asked += 1
        if self._frame is None or not (0 <= across < 1 and 0 <= down < 1):
            self.place_found.emit(self._asked, None)
            return self._asked
        take = self._frame.take
        x, y = int(across * take.width), int(down * take.height)
        self._studio.ask_place(Question(take, self._asked, x, y))
        return self._asked

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def hideEvent(self, event: QHideEvent) -> None:
        self._studio.forget(self._view)
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ask()

    def event(self, event: QEvent) -> bool:
        """Another theme, or a screen of other fineness: the picture is drawn for it."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange):
            self._ask()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        frame = self._frame
        if frame is not None:
            self._paint_frame(painter, frame)
            return
        painter.fillRect(self.rect(), self._paper())
        if not self._still.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            size = self._still.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
            painter.drawImage(QRectF(left, top, size.width(), size.height()), self._still)

    def _paint_frame(self, painter: QPainter, frame: DrawnFrame) -> None:
        before, moment = self._before, self._moment
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if before is not None and moment is not None and moment.fades:
            painter.drawImage(QRectF(self.rect()), before)
            painter.setOpacity(moment.share if frame.take.number >= self._fades_from else 0.0)
        painter.drawImage(QRectF(self.rect()), frame.picture)

    def _picture(self) -> QImage | None:
        return self._frame.picture if self._frame is not None else None

    def _paper(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Base)

    def _ask(self) -> None:
        scene, moment, camera = self._scene, self._moment, self._camera
        if scene is None or moment is None or camera is None or not self.isVisible():
            return
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if width < 2 or height < 2:
            return
        self._number += 1
        colour = self._paper()
        paper: Colour = (colour.redF(), colour.greenF(), colour.blueF())
        ink = max(_INK_LEAST * ratio, _INK_SHARE * height)
        self._studio.ask(
            Take(
                self._view,
                self._number,
                scene,
                _poses.of(scene, moment),
                camera,
                width,
                height,
                ink,
                paper,
                self._moving,
                self._layers & IN_THE_PICTURE,
            )
        )

    @Slot(object)
    def _take_over(self, frame: DrawnFrame) -> None:
        if frame.take.view != self._view or frame.take.scene is not self._scene:
            return
        self._frame = frame
        self.update()
        self.frame_drawn.emit(frame)
        if self._waiting:
            self._waiting = False
            self.ready.emit()

    @Slot(object, object)
    def _pass_on(self, question: Question, place: Vector | None) -> None:
        if question.take.view == self._view:
            self.place_found.emit(question.number, place)

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._frame = None
        self.update()
        self.failed.emit(reason)

    @Slot(int, str)
    def _fail_scene(self, view: int, reason: str) -> None:
        if view == self._view:
            self._fail(reason)
