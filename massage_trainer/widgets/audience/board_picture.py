"""A picture for the class with the board over it: a still, or the living body if wanted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

from massage_trainer.domain.picture_places import fraction_of
from massage_trainer.viewmodels.plate import PlateViewModel, PointWish
from massage_trainer.widgets.audience.board_layers import wish_with
from massage_trainer.widgets.audience.handled_sheet import HandledSheet
from massage_trainer.widgets.body_picture import BodyDrawing, BodyMark
from massage_trainer.widgets.plate.keeper import PictureKeeper, PictureWish

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.classroom.board import Board
    from massage_trainer.domain.classroom.live_view import ClassMoment
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.scene_of_still import SceneOfStill
    from massage_trainer.domain.still_places import Fraction, StillPlaces
    from massage_trainer.widgets.audience.board_live import BoardLive, LiveSource
    from massage_trainer.widgets.plate.words import PlateWords
    from massage_trainer.widgets.stage.view import LiveStage

_NO_POINTS: Final = PointWish()


class BoardPicture(HandledSheet):
    """Shows a still, a board over it, and the marks of a ``BodyDrawing``.

    Where there is no picture it stays an empty sheet: the class reads no errors; whoever looks
    after it finds them in ``problem``. With ``live`` it can show the body instead of the still;
    whatever goes wrong with that, the still is there.

    Signals:
        live_changed: the body is seen now, or the still, or another scene begins.
        body_touched: Vector or None, Fraction; what was clicked on the living body, and where.
    """

    live_changed = Signal()
    body_touched = Signal(object, tuple)

    def __init__(
        self,
        plates: PlateSource[QImage],
        words: PlateWords,
        parent: QWidget | None = None,
        live: LiveSource | None = None,
    ) -> None:
        model = PlateViewModel(plates, lambda _client: None)
        super().__init__(model, words, self.spot_of, parent)
        self.setObjectName("board-picture")
        model.setParent(self)
        self._plates = plates
        self._keeper = PictureKeeper(plates, self)
        self._keeper.fine_decoded.connect(self.show_fine)
        self._live_source = live
        self._live: BoardLive | None = None
        self._moment: ClassMoment | None = None
        self._places_of: dict[tuple[Still | None, Fraction], Vector | None] = {}

    @property
    def live_of(self) -> SceneOfStill | None:
        """What is live, or will be as soon as it is drawn."""
        return self._live.of if self._live is not None else None

    @property
    def stage(self) -> LiveStage | None:
        """What draws the living body beneath, once it was asked for."""
        body = self._live.body if self._live is not None else None
        return body.stage if body is not None else None

    @property
    def place_touched(self) -> SignalInstance:
        """One click, as every picture tells it."""
        return self.pointed

    @property
    def still(self) -> Still | None:
        """The picture that is shown."""
        return self._keeper.still

    @property
    def wish(self) -> PictureWish:
        """The picture that was asked for."""
        return self._keeper.wish

    @property
    def client(self) -> ClientBody:
        """Who is seen, whoever was asked for."""
        still = self._keeper.still
        return still.client if still else self._keeper.wish.client

    @property
    def places(self) -> StillPlaces | None:
        """Where everything stands in the picture."""
        return self._model.places

    @property
    def problem(self) -> str:
        """Why there is no picture, or why no place can be asked in it; never for the class."""
        still = self._keeper.still
        if self.wish.plate_id and not isinstance(self._keeper.picture, QImage):
            return self.tr("The picture {name} is missing.").format(name=self.wish.plate_id)
        return self._plates.places_problem(still) if still else ""

    def show_picture_of(
        self,
        wish: PictureWish,
        points: PointWish = _NO_POINTS,
        ahead: Sequence[PictureWish] = (),
    ) -> None:
        """Show a picture with the points of a step; have those that may follow decoded."""
        before = self._keeper.wish
        if not wish.is_same_shot(before):
            self._places_of.clear()
        self._keeper.want(wish, ahead)
        if wish != before:
            self._fine = None
        # The living body comes to the same moment by itself.
        if not (self.is_live and wish.is_same_shot(before)):
            self._load(again=wish != before)
        self._points = points
        self._show_points()
        self._look_closely()
        self._follow_live()

    def show_shot(self, shot: Shot, client: ClientBody, coming: Shot | None = None) -> None:
        """Show the picture of a question, with no points on it; have the next one decoded."""
        shots = [each for each in (shot, coming) if each is not None]
        wishes = [PictureWish(s.plate_id, s.side, s.frame, None, client) for s in shots]
        self.show_picture_of(wishes[0], ahead=wishes[1:])

    def show_moment(self, moment: ClassMoment | None) -> None:
        """Where the hands of the living body are from now on; None: as the still shows them."""
        self._moment = moment

    def show_board(self, board: Board) -> None:
        super().show_board(board)
        self._show_points()
        self._look_closely()
        self._follow_live()

    @property
    def seen_drawing(self) -> BodyDrawing:
        """Its places are those of the still: a body that was turned shows them elsewhere."""
        drawing = self._drawing
        if not self.is_live:
            return drawing
        marks = [self._moved(mark) for mark in drawing.marks]
        heat = [self._where(at) for at in drawing.heat]
        return replace(
            drawing,
            marks=tuple(mark for mark in marks if mark is not None),
            heat=tuple(at for at in heat if at is not None),
            draft=self._where(drawing.draft) if drawing.draft is not None else None,
        )

    def _moved(self, mark: BodyMark) -> BodyMark | None:
        if mark.at is None:
            return mark
        at = self._where(mark.at)
        return replace(mark, at=at) if at is not None else None

    def _where(self, at: Fraction) -> Fraction | None:
        """Where the body shows now what the still shows there; None: out of sight."""
        of = (self.still, at)
        if of not in self._places_of:
            self._places_of[of] = self.place_at(at)
        place = self._places_of[of]
        return self.spot_of(place) if place is not None else None

    def on_still(self, place: Vector) -> Fraction | None:
        """Where the still has a place of the rest body, whether it shows it or not."""
        from massage_trainer.domain.live_positions import LivePositions

        shown, of = self._model.positions, self.live_of
        if isinstance(shown, LivePositions) and of is not None:
            return shown.seen_from(of.camera, place)
        return None

    def place_at(self, at: Fraction) -> Vector | None:
        """The place of the rest body there in the still; None beside the body."""
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return positions.place_at(at) if positions else None

    def spot_of(self, place: Vector) -> Fraction | None:
        """Where the picture shows a place of the rest body; None where it does not."""
        if self.is_live:
            shown = self._model.positions
            return fraction_of(shown, place) if shown is not None else None
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return fraction_of(positions, place) if positions else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._load()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._keeper.wish.plate_id:
            super().paintEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:  # the same size on another screen
            self._load(again=True)
        return super().event(event)

    def _show_points(self) -> None:
        self._model.show(self._keeper.still, wish_with(self._points, self._board.layers))

    def _near_picture(self) -> QImage | None:
        stage = self.stage
        if self.is_live and stage is not None and stage.frame is not None:
            return stage.frame.picture
        return super()._near_picture()

    def _look_closely(self) -> None:
        if self.is_live:
            return
        near = self._board.view.zoom > 1 or self._board.lens is not None
        if near and not self.has_fine:
            self._keeper.want_fine()

    def _load(self, *, again: bool = False) -> None:
        """Fetch the picture in the size it is painted in, unless it is here already."""
        if not self._keeper.wish.plate_id or self.width() < 2 or self.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        width, height = round(self.width() * ratio), round(self.height() * ratio)
        if self._keeper.load(width, height, ratio) or again:
            picture = self._keeper.picture
            self.replace_picture(picture if isinstance(picture, QImage) else None)

    def _follow_live(self) -> None:
        """What makes pictures live is loaded when the first one is asked for."""
        if self._live is None:
            if self._live_source is None or not self._board.live.on:
                return
            from massage_trainer.widgets.audience.board_live import BoardLive

            self._live = BoardLive(self, self._model, self._live_source)
            self._live.fell_back.connect(self._show_still_of_now)
            self._live.touched.connect(self.body_touched)
            for changed in (self._live.became_live, self._live.fell_back, self._live.changed):
                changed.connect(self.live_changed)
        self._live.follow(self._board.live, self.still, self._picture, self._moment)

    @Slot()
    def _show_still_of_now(self) -> None:
        self._load(again=True)
