"""A picture of the body served by the stills: touched, zoomed, drawn on, and looked at closely."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.picture_places import fraction_of, middle_of, stepped
from massage_trainer.domain.still_places import Sight
from massage_trainer.viewmodels.plate import PlateViewModel, PointWish
from massage_trainer.widgets.body_picture import BodyDrawing
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.plate.handled import ZOOM_STEP
from massage_trainer.widgets.plate.keeper import PictureKeeper, PictureWish
from massage_trainer.widgets.plate.lens import Lens
from massage_trainer.widgets.plate.sketch_canvas import SketchCanvas
from massage_trainer.widgets.plate.viewport import LEAST_ZOOM, MOST_ZOOM
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from massage_trainer.domain.anatomy import Side
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.ports import PlateSource
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction, Spot, StillPlaces
    from massage_trainer.widgets.plate.words import PlateWords

MakePicture: TypeAlias = "Callable[[PlateSource[QImage], PlateWords, QWidget | None], StillPicture]"


class StillPicture(QWidget):
    """Shows the stills as a ``BodyPicture``; the tools beside it zoom and magnify.

    Signals:
        place_touched: Vector or None, Fraction; one click.
        place_asked: Vector or None, Fraction; the answer to ``ask``.
        touch_withdrawn: it was the first half of a double click.
        turning_failed: a body that could be turned is a still again.
        moved: what is drawn stands elsewhere, or is seen now, or no more.
        step_wanted: int, int, bool; an arrow key (right and down are positive), and Shift with it.
    """

    place_touched = Signal(object, tuple)
    place_asked = Signal(object, tuple)
    touch_withdrawn = Signal()
    turning_failed = Signal()
    moved = Signal()
    step_wanted = Signal(int, int, bool)

    def __init__(
        self, plates: PlateSource[QImage], words: PlateWords, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._plates = plates
        self._keeper = PictureKeeper(plates, self)
        self._model = PlateViewModel(plates, lambda _client: None, self)
        self._model.want_ways(on=False)
        self.canvas = SketchCanvas(self._model, words, self.fraction_of, self)
        self.canvas.setObjectName("body")
        self._make_tools()
        self.setFocusProxy(self.canvas)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.canvas.place_touched.connect(self._touch)
        self.canvas.touch_withdrawn.connect(self.touch_withdrawn)
        self.canvas.step_wanted.connect(self.step_wanted)
        self.canvas.view_changed.connect(self._follow_view)
        self.closer.clicked.connect(self.zoom_in)
        self.further.clicked.connect(self.zoom_out)
        self.whole.clicked.connect(self.canvas.show_whole)
        self.magnify.toggled.connect(self._magnify)
        self._keeper.fine_decoded.connect(self.canvas.show_fine)
        self.retranslate()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def client(self) -> ClientBody:
        still = self._keeper.still
        return still.client if still else self._keeper.wish.client

    @property
    def still(self) -> Still | None:
        """The picture that is shown."""
        return self._keeper.still

    @property
    def is_live(self) -> bool:
        """Whether the picture can be turned now."""
        return False

    @property
    def problem(self) -> str:
        still = self._keeper.still
        if still is None or not isinstance(self._keeper.picture, QImage):
            return self.tr("The picture of this question is missing.")
        if self._plates.position_map(still) is None:
            return self._plates.places_problem(still)
        return ""

    def show_shot(self, shot: Shot, client: ClientBody) -> None:
        wish = PictureWish(shot.plate_id, shot.side, shot.frame, None, client)
        if wish != self._keeper.wish:
            self._keeper.want(wish, ())
            self.canvas.show_picture(None)
            self._load(again=True)
            self._model.show(self._keeper.still, PointWish())
        self.canvas.show_whole()
        self.canvas.draw(BodyDrawing())

    def show_turned(self, shot: Shot, client: ClientBody, item: str, random: Random) -> bool:
        self.show_shot(shot, client)
        return False

    def draw(self, drawing: BodyDrawing) -> None:
        self.canvas.draw(drawing)

    def step(self, at: Fraction | None, across: int, down: int, cun: float) -> Fraction:
        places, view = self._model.places, self.canvas.view
        if places is None:
            return at or (0.5, 0.5)
        if at is None:
            return middle_of(places)
        toward = (-across if view.mirrored else across, down)
        return stepped(places, view.width / view.height, at, toward, cun)

    def place_at(self, at: Fraction) -> Vector | None:
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return positions.place_at(at) if positions else None

    def ask(self, at: Fraction) -> None:
        self.place_asked.emit(self.place_at(at), at)

    def where(self, at: Fraction | None, place: Vector | None) -> Fraction | None:
        return at

    def lasting(self, at: Fraction) -> Fraction | None:
        return at

    def fraction_of(self, place: Vector) -> Fraction | None:
        """Where the picture shows a place of the rest body."""
        still = self._keeper.still
        positions = self._plates.position_map(still) if still else None
        return fraction_of(positions, place) if positions else None

    def show_place(self, at: Fraction) -> None:
        self.canvas.set_view(self.canvas.view.showing(at))

    def turn_to(self, key: str, side: Side) -> None:
        """A still shows what it shows."""

    @property
    def places(self) -> StillPlaces | None:
        """Where everything stands in the picture that is shown."""
        return self._model.places

    def spot(self, key: str, side: Side) -> Spot | None:
        """Where a point or landmark is; None where it cannot be seen."""
        places = self.places
        if places is None:
            return None
        sides = places.points.get(key) or places.landmarks.get(key, {})
        spot = sides.get(side)
        return spot if spot and spot.sight is Sight.VISIBLE else None

    def want_zones(self, *, on: bool) -> None:
        """Hatch and name the places where nothing is pressed."""
        self._model.want_zones(on=on)

    def look_at(self, key: str, side: Side, reach_cun: float) -> None:
        """Zoom so that about so many cun around a point are seen; all where it is not."""
        spot = self.spot(key, side)
        if spot is None:
            self.canvas.show_whole()
            return
        view = self.canvas.view
        whole = view._replace(zoom=1.0)
        cun = max(math.hypot(*whole.step(way)) for way in (spot.across, spot.along))
        zoom = view.height / (2 * reach_cun * cun) if cun else 1.0
        zoom = min(MOST_ZOOM, max(LEAST_ZOOM, zoom))
        across, down = spot.at
        self.canvas.set_view(view._replace(zoom=zoom, across=across, down=down).inside())

    def set_words(self, words: PlateWords) -> None:
        """Speak another language."""
        self.canvas.set_words(words)

    def set_scale(self, scale: Scale) -> None:
        self.canvas.set_scale(scale)
        for button in self._buttons():
            button.set_text_px(scale.control_px)
        self._arrange()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.canvas.setAccessibleName(self.tr("Picture of the body"))
        for button, words in (
            (self.closer, self.tr("Zoom in; also with the wheel")),
            (self.further, self.tr("Zoom out")),
            (self.whole, self.tr("The whole picture")),
            (self.magnify, self.tr("Magnifier at the crosshair")),
        ):
            button.setAccessibleName(words)
            button.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._load()
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        if isinstance(self._keeper.picture, QImage) or not self._keeper.wish.plate_id:
            return
        theme, scale = theme_of(self), Scale.of(self)
        painter = QPainter(self)
        room = QRectF(self._room())
        fill_card(painter, room, scale.radius, theme.plate, theme.line)
        painter.setPen(theme.plate_ink)
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, self.problem)

    @Slot()
    def zoom_in(self) -> None:
        """Nearer, around what would be confirmed."""
        self.canvas.zoom_at_draft(ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.canvas.zoom_at_draft(1 / ZOOM_STEP)

    @Slot(tuple)
    def _touch(self, at: Fraction) -> None:
        """A click where no place can be told is none."""
        still = self._keeper.still
        if still and self._plates.position_map(still) is not None:
            self.place_touched.emit(self.place_at(at), at)

    @Slot(bool)
    def _magnify(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.canvas.set_lens(Lens() if on else None)
        if on:
            self._keeper.want_fine()

    @Slot()
    def _follow_view(self) -> None:
        self._arrange()
        if self.canvas.view.zoom > 1 and not self.canvas.has_fine:
            self._keeper.want_fine()

    def _room(self) -> QRect:
        """Where the picture may be."""
        return self.rect().adjusted(0, 0, -self._tools_width(), 0)

    def _tools_width(self) -> int:
        return self.closer.sizeHint().width() + Scale.of(self).unit

    def _load(self, *, again: bool = False) -> None:
        """Fetch the picture in the size it is painted in, unless it is here already."""
        room = self._room()
        if not self._keeper.wish.plate_id or room.width() < 2 or room.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        fetched = self._keeper.load(
            round(room.width() * ratio), round(room.height() * ratio), ratio
        )
        if fetched or again:
            picture = self._keeper.picture
            self._take(picture if isinstance(picture, QImage) else None)

    def _take(self, picture: QImage | None) -> None:
        """The picture is there, or there is none."""
        self.canvas.replace_picture(picture)
        self.canvas.setVisible(picture is not None)
        self.update()

    def _arrange(self) -> None:
        """The tools in a column beside the picture."""
        self.canvas.setGeometry(self._room())
        card = self.canvas.card.toRect()
        gap = max(2, Scale.of(self).unit // 2)
        left = min(card.right() + 1 + Scale.of(self).unit, self.width() - self._tools_width())
        top = card.top()
        for button in self._buttons():
            size = button.sizeHint()
            button.setGeometry(QRect(QPoint(max(0, left), top), size))
            top += size.height() + gap

    def _make_tools(self) -> None:
        self.closer = self._button("closer", Icon.ZOOM_IN)
        self.further = self._button("further", Icon.ZOOM_OUT)
        self.whole = self._button("whole", Icon.WIDE)
        self.magnify = self._button("magnify", Icon.EYE)
        self.magnify.setCheckable(True)

    def _buttons(self) -> tuple[Button, ...]:
        return self.closer, self.further, self.whole, self.magnify

    def _button(self, name: str, icon: Icon) -> Button:
        button = Button(ButtonKind.PLAIN, icon, self)
        button.setObjectName(name)
        return button
