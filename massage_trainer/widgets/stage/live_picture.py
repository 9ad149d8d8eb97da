"""The picture of the body in atlas and quiz: a still that becomes a body to be turned."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Slot
from PySide6.QtGui import QImage

from massage_trainer.domain.live_camera import Preset
from massage_trainer.domain.live_skin import PosedBody
from massage_trainer.domain.stage_camera import Orbit
from massage_trainer.domain.stage_layers import StageLayer
from massage_trainer.domain.stage_looks import look_at, turned_away
from massage_trainer.domain.stage_time import StageMoment, poses_at
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.plate.still_picture import StillPicture
from massage_trainer.widgets.stage.layer_menu import LayerButton
from massage_trainer.widgets.stage.place_asks import PlaceAsks
from massage_trainer.widgets.stage.skin_cursor import SkinCursor
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from random import Random

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.live_policy import LivePolicy
    from massage_trainer.domain.plate import ClientBody
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.widgets.buttons import Button
    from massage_trainer.widgets.plate.words import PlateWords
    from massage_trainer.widgets.stage.live_body import LiveBody
    from massage_trainer.widgets.stage.live_source import LiveSource

# Nobody works there, and the atlas has a switch for landmarks.
_OWN_LAYERS: Final = frozenset(StageLayer) - {StageLayer.PRACTITIONER, StageLayer.LANDMARKS}
_SAME_PLACE_M: Final = 0.012
_BLIND_STEP: Final = 0.02  # of the picture, where no place tells how long a cun is
_TOLD_CUN: Final = 8.0  # how much is seen around a place that is shown after the answer


class LivePicture(StillPicture):
    """A StillPicture whose body can be turned wherever there are live pictures.

    The still is seen first. Only in the harder form of a question it is not: it would show what
    is to be looked for, and the sheet stays empty until the body is there.

    """

    def __init__(
        self,
        plates: PlateSource[QImage],
        words: PlateWords,
        live: LiveSource,
        parent: QWidget | None = None,
        *,
        feels_skin: bool = False,
    ) -> None:
        """``feels_skin``: a ring on the skin follows the pointer, and guides may be drawn; both
        would help in a question.
        """
        self._live = live
        self._feels_skin = feels_skin
        self._body: LiveBody | None = None
        self._of: SceneOfStill | None = None
        self._begun: SceneOfStill | None = None
        self._sheet: QImage | None = None  # what the canvas shows until the body is there
        self._turned = False
        self._drawing = BodyDrawing()
        self._posed: tuple[object, PosedBody] | None = None
        self._asks: PlaceAsks | None = None
        super().__init__(plates, words, parent)
        live.policy_changed.connect(self._follow_policy)
        self._model.moved.connect(self._tell_moved)
        self._model.changed.connect(self._tell_moved)
        self.other.clicked.connect(self._look_from_there)
        self.switch.clicked.connect(self._switch)
        self.touch_withdrawn.connect(self._forget_touches)
        self._show_tools()

    @property
    def is_live(self) -> bool:
        """Whether the body is seen, and not the still."""
        return self._body is not None and self._body.is_live

    @property
    def body(self) -> LiveBody | None:
        """What draws it, once it was wanted."""
        return self._body

    def show_shot(self, shot: Shot, client: ClientBody) -> None:
        self._begin(turned=False)
        super().show_shot(shot, client)
        self._load(again=True)
        self._of = self._scene()
        self._go_live()

    def show_turned(self, shot: Shot, client: ClientBody, item: str, random: Random) -> bool:
        self._begin(turned=self._live.policy.is_live)
        super().show_shot(shot, client)
        self._of = self._scene()
        posed = self._posed_body()
        if posed is None or self._of is None:
            self._turned = False
            self._load(again=True)
            self._go_live()
            return False
        home = Orbit.of(self._of.camera)
        start = turned_away(posed, item, home, self._aspect(), random)
        self._of = self._of._replace(camera=start.camera)
        self._load(again=True)
        self._go_live()
        return True

    def draw(self, drawing: BodyDrawing) -> None:
        """On an empty sheet there is nothing to draw on; the body brings it."""
        self._drawing = drawing
        super().draw(BodyDrawing() if self._is_empty else drawing)

    def step(self, at: Fraction | None, across: int, down: int, cun: float) -> Fraction:
        if self._is_empty:
            return at or (0.5, 0.5)
        to = super().step(at, across, down, cun)
        if not self.is_live or at is None or to != at:
            return to
        x, y = at[0] + across * cun * _BLIND_STEP, at[1] + down * cun * _BLIND_STEP
        return min(max(x, 0.0), 1 - 1e-6), min(max(y, 0.0), 1 - 1e-6)

    def place_at(self, at: Fraction) -> Vector | None:
        if not self.is_live:
            return None if self._is_empty else super().place_at(at)
        positions = self._model.positions
        return positions.place_at(at) if positions else None

    def ask(self, at: Fraction) -> None:
        """At once as far as the picture knows, and then once more exactly."""
        if self._asks is not None and self.is_live:
            self._asks.ask(at, self.place_at(at))
        elif not self._is_empty:
            super().ask(at)

    @property
    def is_asking_place(self) -> bool:
        """Whether an exact answer is still on its way."""
        return self._asks is not None and self._asks.is_waiting

    def where(self, at: Fraction | None, place: Vector | None) -> Fraction | None:
        return self.fraction_of(place) if self.is_live and place is not None else at

    def lasting(self, at: Fraction) -> Fraction | None:
        return None if self.is_live else at

    def fraction_of(self, place: Vector) -> Fraction | None:
        if not self.is_live:
            return None if self._is_empty else super().fraction_of(place)
        put = self._asks.put_at(place) if self._asks is not None else None
        if put is not None:
            return put
        positions = self._model.positions
        return positions.find(place, _SAME_PLACE_M) if positions else None

    def show_place(self, at: Fraction) -> None:
        if not self.is_live:
            super().show_place(at)

    def turn_to(self, key: str, side: Side) -> None:
        """The answer is told: a still may show it, too."""
        if self._is_empty:
            self._turned = False
            self._load(again=True)
            self.draw(self._drawing)
        self._turned = False
        self._show_tools()
        if self.is_live and self.spot(key, side) is None:
            self._look_at(key, side, _TOLD_CUN)

    def look_at(self, key: str, side: Side, reach_cun: float) -> None:
        if not self.is_live:
            super().look_at(key, side, reach_cun)
        self._look_at(key, side, reach_cun)

    def set_scale(self, scale: Scale) -> None:
        for button in (self.other, self.layers, self.switch):
            button.set_text_px(scale.control_px)
        super().set_scale(scale)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        super().retranslate()
        told = [
            (self.other, self.tr("See it from across the table")),
            (
                self.switch,
                self.tr("Show the still picture instead")
                if self._live.policy.is_live
                else self.tr("Show a body that can be turned"),
            ),
        ]
        if self.is_live:
            told.append((self.whole, self.tr("Back to how the picture was at first")))
        for button, words in told:
            button.setAccessibleName(words)
            button.setToolTip(words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._go_live()

    def _make_tools(self) -> None:
        super()._make_tools()
        self.other = self._button("other-side", Icon.SWAP)
        self.layers = LayerButton(self, _OWN_LAYERS)
        self.switch = self._button("live", Icon.TURN)
        self.switch.setCheckable(True)

    def _buttons(self) -> tuple[Button, ...]:
        """Those that are of use now."""
        own = (self.other, self.layers, self.switch)
        return tuple(each for each in (*super()._buttons(), *own) if not each.isHidden())

    def _take(self, picture: QImage | None) -> None:
        """In the harder form of a question the still is an empty sheet of its size."""
        if picture is not None and self._turned:
            ratio = picture.devicePixelRatio()
            picture = QImage(picture.size(), QImage.Format.Format_RGB32)
            picture.fill(theme_of(self).plate)
            picture.setDevicePixelRatio(ratio)
        self._sheet = picture
        super()._take(picture)
        if self._of is not None:
            self._go_live()

    def _touch(self, at: Fraction) -> None:
        """A live body tells by itself where it is touched."""
        if self._asks is not None and self.is_live:
            self._asks.note_click(at)
        elif not self._is_empty:
            super()._touch(at)

    @property
    def _is_empty(self) -> bool:
        """Whether nothing is to be seen until the body is there."""
        return self._turned and not self.is_live

    def _begin(self, *, turned: bool) -> None:
        self._turned = turned
        self._of = self._begun = self._posed = None
        self._forget_touches()
        self._show_tools()

    def _scene(self) -> SceneOfStill | None:
        still = self._keeper.still
        return self._live.scene_of(still) if still and self._live.policy.is_live else None

    def _moment(self, of: SceneOfStill) -> StageMoment:
        still = self._keeper.still
        named = still.moment if still else ""
        return StageMoment.at(named if named in of.scene.frames else of.plate.main)

    def _aspect(self) -> float:
        still = self._keeper.still
        plate = self._plates.index.plates.get(still.plate_id) if still else None
        return plate.width / plate.height if plate else 1.0

    def _posed_body(self) -> PosedBody | None:
        """The client as the scene shows them."""
        of = self._of
        if of is None:
            return None
        if self._posed is None or self._posed[0] is not of.scene:
            body, _ = self._live.bodies_of(of.scene)
            if body is None:
                return None
            frame = poses_at(of.scene, self._moment(of))[0]
            self._posed = of.scene, PosedBody(body, frame)
        return self._posed[1]

    def _go_live(self) -> None:
        """As soon as there is room for a picture, and somebody looks."""
        of, sheet = self._of, self._sheet
        if of is None:
            if self._body is not None:
                self._body.stop()
            return
        if of is self._begun or sheet is None or not self.isVisible():
            return
        self._begun = of
        if self._body is None:
            self._body = self._live.make_body(self.canvas, self._model)
            self._body.became_live.connect(self._become_live)
            self._body.fell_back.connect(self._fall_back)
            self._asks = PlaceAsks(self._body)
            self._asks.asked.connect(self.place_asked)
            self._asks.touched.connect(self.place_touched)
            self.layers.layers_changed.connect(self._body.stage.set_layers)
            if self._feels_skin:
                SkinCursor(self._body, self.canvas)
        self._body.show(of, sheet, self._moment(of))
        self._body.set_camera(of.camera)

    def _look_at(self, key: str, side: Side, reach_cun: float) -> None:
        """Bring a place into the middle, from where it is seen."""
        posed, body, of = self._posed_body(), self._body, self._of
        if posed is None or body is None or body.hands is None or of is None:
            return
        orbit = look_at(posed, key, side, reach_cun, body.hands.orbit, Orbit.of(of.camera))
        if orbit is None:
            return
        if self.is_live:
            body.hands.go_to(orbit.camera)
        else:
            body.set_camera(orbit.camera)

    @Slot()
    def _become_live(self) -> None:
        self.draw(self._drawing)
        self._show_tools()
        self.moved.emit()

    @Slot(str)
    def _fall_back(self, _reason: str) -> None:
        """The still is all there is now."""
        was_turned, self._turned = self._turned, False
        self._of = self._begun = None
        self._forget_touches()
        self._load(again=True)
        self.draw(self._drawing)
        self._show_tools()
        self.moved.emit()
        if was_turned:
            self.turning_failed.emit()

    @Slot(object)
    def _follow_policy(self, policy: LivePolicy) -> None:
        if not policy.is_live:
            if self._body is not None:
                self._body.stop()
            self._fall_back("")
        elif self._of is None and self._keeper.wish.plate_id:
            self._of = self._scene()
            self._go_live()
        self._show_tools()

    @Slot()
    def _switch(self) -> None:
        if self._live.policy.is_live:
            self._live.prefer_stills()
        else:
            self._live.try_live()
        self._show_tools()

    @Slot()
    def _look_from_there(self) -> None:
        if self._body is not None and self._body.hands is not None:
            self._body.hands.take(Preset.OTHER_SIDE)

    @Slot()
    def _forget_touches(self) -> None:
        if self._asks is not None:
            self._asks.forget()

    @Slot()
    def _tell_moved(self) -> None:
        if self.is_live:
            self.moved.emit()

    def _show_tools(self) -> None:
        """Those of a still or those of a live body; in the harder form no way around it."""
        policy = self._live.policy
        self.magnify.setVisible(not self.is_live and not self._turned)
        self.other.setVisible(self.is_live)
        self.layers.setVisible(self.is_live and self._feels_skin)
        self.switch.setVisible((policy.is_live or policy.is_offered) and not self._turned)
        self.switch.setChecked(policy.is_live)
        self.retranslate()
        self._arrange()
