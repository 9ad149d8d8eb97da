"""One live picture under one canvas: first the still, then the body, in trouble the still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Signal, Slot
from PySide6.QtGui import QImage, QPalette, QRegion

from massage_trainer.widgets.plate.handled import HandledCanvas
from massage_trainer.widgets.stage.live_overlay import LiveOverlay
from massage_trainer.widgets.theme import theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.stage import Camera
    from massage_trainer.domain.stage_time import StageMoment
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.plate import PlateViewModel
    from massage_trainer.widgets.audience.board_picture import BoardPicture
    from massage_trainer.widgets.stage.camera_hands import CameraHands
    from massage_trainer.widgets.stage.live_overlay import Bodies
    from massage_trainer.widgets.stage.view import LiveStage

# A widget that shows nothing is not drawn for: a dot of it lies behind the still meanwhile.
_DOT = QRect(0, 0, 1, 1)
_FOLLOWED = frozenset(
    {
        QEvent.Type.Move,
        QEvent.Type.Resize,
        QEvent.Type.ShowToParent,
        QEvent.Type.HideToParent,
        QEvent.Type.ZOrderChange,
        QEvent.Type.ParentChange,
    }
)


class LiveBody(QObject):
    """Binds a live stage, the canvas that lies over it, and what stands in the picture.

    The owner of the canvas goes on giving it stills: they are seen until the live picture of a
    scene is there, and again when it fails. Has no time of its own, but for the camera's moves:
    ``hands`` are what gestures on the canvas move it with.

    Signals:
        became_live: the body is seen instead of the still.
        fell_back: str; why the still is seen again.
        camera_changed: Camera.
        touched: object, tuple; a click: the place of the rest body or None, and where it was.
    """

    became_live = Signal()
    fell_back = Signal(str)
    camera_changed = Signal(object)
    touched = Signal(object, tuple)

    def __init__(
        self,
        stage: LiveStage,
        canvas: HandledCanvas | BoardPicture,
        model: PlateViewModel,
        hands: CameraHands | None = None,
        bodies: Bodies | None = None,
    ) -> None:
        """``bodies`` finds whose places are drawn over the picture; without it there are none."""
        super().__init__(canvas)
        self.stage = stage
        self.canvas = canvas
        self.model = model
        self.hands = hands
        self._of: SceneOfStill | None = None
        self._is_live = False
        self._asked: dict[int, tuple[Fraction, object]] = {}  # and what was asked then
        self.overlay = LiveOverlay(stage, model, bodies, self) if bodies else None
        stage.hide()
        paper = QPalette()
        # Of the stills, in each theme: nothing flashes when one goes over into the other.
        paper.setColor(QPalette.ColorRole.Base, theme_of(canvas).plate)
        stage.setPalette(paper)
        stage.ready.connect(self._become_live)
        stage.failed.connect(self._fall_back)
        stage.camera_changed.connect(self.camera_changed)
        stage.place_found.connect(self._tell_touch)
        canvas.place_touched.connect(self._ask_touch)
        if isinstance(canvas, HandledCanvas):
            canvas.touch_withdrawn.connect(self.forget_touches)
        canvas.view_changed.connect(self._follow_canvas)
        canvas.installEventFilter(self)

    @property
    def is_live(self) -> bool:
        """Whether the body is seen, and not the still."""
        return self._is_live

    @property
    def of(self) -> SceneOfStill | None:
        """What is shown live, or will be as soon as it is drawn."""
        return self._of

    @property
    def camera(self) -> Camera | None:
        """From where the body is seen; None while nothing is to be live."""
        return self.stage.camera if self._of is not None else None

    @property
    def seen_from(self) -> Camera | None:
        """The camera of the picture that is on the screen."""
        frame = self.stage.frame
        return frame.take.camera if frame is not None else None

    def show(self, of: SceneOfStill, still: QImage | None, moment: StageMoment) -> None:
        """Show this scene; within the same one the user's camera stays unless the plate's differs.

        ``still`` is what the canvas shows meanwhile.
        """
        before, self._of = self._of, of
        if self.overlay is not None:
            self.overlay.show(of.scene, of.plate)
        if before is not None and before.scene is of.scene:
            self.stage.show_moment(moment)
            if self.hands is not None:
                self.hands.begin(of.scene, of.camera)
            elif before.camera != of.camera:
                self.set_camera(of.camera)
            return
        self._follow_canvas()
        self._show_still()
        if self.hands is not None:
            self.hands.begin(of.scene, of.camera)
        self.stage.show_scene(of.scene, moment, of.camera, still)

    @Slot()
    def forget_touches(self) -> None:
        """What a click asks for is not wanted any more."""
        self._asked.clear()

    def show_moment(self, moment: StageMoment, *, moving: bool = False) -> None:
        """Let the figures come to this moment; ``moving``: another one follows at once."""
        if self._of is not None:
            self.stage.show_moment(moment, moving=moving)

    def set_camera(self, camera: Camera, *, moving: bool = False) -> None:
        """See it from there; ``moving``: another camera follows at once."""
        if self._of is None:
            return
        if self.hands is not None:
            self.hands.stand(camera, moving=moving)
        else:
            self.stage.set_camera(camera, moving=moving)

    def stop(self) -> None:
        """The still alone, and nothing is drawn any more."""
        if self._of is None:
            return
        self._of = None
        self._asked.clear()
        if self.overlay is not None:
            self.overlay.stop()
        self._show_still()
        if self.hands is not None:
            self.hands.end()
        self.stage.hide()
        self.stage.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.canvas and event.type() in _FOLLOWED:
            self._follow_canvas()
        return super().eventFilter(watched, event)

    @Slot()
    def _follow_canvas(self) -> None:
        """The stage lies right under the sheet, and is as large as it."""
        stage, canvas = self.stage, self.canvas
        if self._of is None:
            return
        if stage.parentWidget() is not canvas.parentWidget():
            stage.setParent(canvas.parentWidget())
        stage.setGeometry(canvas.card.toAlignedRect().translated(canvas.pos()))
        stage.stackUnder(canvas)
        stage.setVisible(not canvas.isHidden())

    def _show_still(self) -> None:
        self._is_live = False
        self.model.show_live(None)
        self.stage.setMask(QRegion(_DOT.translated(self.stage.rect().center())))
        self.canvas.set_live(on=False)
        self.canvas.set_camera_gestures(None)

    @Slot()
    def _become_live(self) -> None:
        if self._of is None or self._is_live:
            return
        self._is_live = True
        self.stage.clearMask()
        self.canvas.set_live(on=True)
        self.canvas.set_camera_gestures(self.hands)
        self.became_live.emit()

    @Slot(str)
    def _fall_back(self, reason: str) -> None:
        if self._of is not None:
            self.stop()
            self.fell_back.emit(reason)

    @Slot(tuple)
    def _ask_touch(self, at: Fraction) -> None:
        if self._is_live and self.stage.frame is not None:
            question = self.model.question
            self._asked[self.stage.ask_place(*at)] = at, question

    @Slot(int, object)
    def _tell_touch(self, number: int, place: Vector | None) -> None:
        at, question = self._asked.pop(number, (None, None))
        if at is not None and question == self.model.question:
            self.model.touch_place(at, place)
            self.touched.emit(place, at)
