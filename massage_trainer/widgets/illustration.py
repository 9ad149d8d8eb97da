"""The picture of a step with its points and tools; name and words where it cannot be shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.plate import MissingPicture, PictureFault
from massage_trainer.domain.ports import PlateSource
from massage_trainer.viewmodels.plate import PlaceState, PlateViewModel
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.plate.edges import PictureEdges
from massage_trainer.widgets.plate.instead import paint_words_instead
from massage_trainer.widgets.plate.keeper import PictureKeeper, PictureWish
from massage_trainer.widgets.plate.strip import Strip
from massage_trainer.widgets.plate.tools import PlateTools
from massage_trainer.widgets.plate.view import ZOOM_STEP, PlateView
from massage_trainer.widgets.plate.way_words import way_words
from massage_trainer.widgets.plate.words import PlateWords, StripWords
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.plate import ClientBody, Still
    from massage_trainer.domain.verdict import Judge
    from massage_trainer.viewmodels.plate import PointWish
    from massage_trainer.widgets.stage.live_bar import LiveBar


class Illustration(QWidget):
    """Shows one picture; the ones that may come next are decoded ahead.

    Signals:
        left: the student is done with the points of the picture.
        view_toggled: the student wants to see it from further or nearer.
        arrows_toggled: bool; the student wants to see how the hands move, or no longer.
        live_toggled: bool; the student wants a picture that moves, or a still.
        shown: another picture was asked for; what is live follows.
        stills_again: the still is seen again, as it was when the body covered it.
    """

    left = Signal()
    view_toggled = Signal()
    arrows_toggled = Signal(bool)
    live_toggled = Signal(bool)
    shown = Signal()
    stills_again = Signal()

    def __init__(
        self,
        plates: PlateSource[QImage],
        judge: Callable[[ClientBody], Judge | None],
        words: PlateWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("illustration")
        self._name = ""
        self._text = ""
        self._language = "vi"
        self._words = words
        self._full_height = 1
        self._picture_height = 0  # 0: as high as there is room
        self._words_instead = True
        self._bar: LiveBar | None = None
        self._changing = False  # while a picture changes, all is told and arranged once, at its end
        self._keeper = PictureKeeper(plates, self)
        self.model = PlateViewModel(plates, judge, self)
        self.view = PlateView(self.model, words, self)
        self.view.setObjectName("plate")
        self.strip = Strip(self)
        self.strip.setObjectName("strip")
        self.tools = PlateTools(self)
        self._edges = PictureEdges(self, self.view, self.strip, self.tools, self.model)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._connect()

    def _connect(self) -> None:
        self.tools.describe.toggled.connect(self._tell)
        self.tools.measure.toggled.connect(self._want_line)
        self.tools.zones.toggled.connect(self._want_zones)
        self.tools.arrows.clicked.connect(self.arrows_toggled)
        self.tools.distance.clicked.connect(self.view_toggled)
        self.tools.live.clicked.connect(self.live_toggled)
        self.tools.closer.clicked.connect(self.zoom_in)
        self.tools.further.clicked.connect(self.zoom_out)
        self.model.changed.connect(self._tell)
        self.view.place_touched.connect(self.model.touch)
        self.view.touch_withdrawn.connect(self.model.forget_answer)
        self.view.view_changed.connect(self._follow_view)
        self.view.left.connect(self.left)
        self._keeper.fine_decoded.connect(self.view.show_fine)

    @property
    def shows_picture(self) -> bool:
        return isinstance(self._keeper.picture, QImage)

    @property
    def picture(self) -> QImage | None:
        """The still as it is decoded."""
        picture = self._keeper.picture
        return picture if isinstance(picture, QImage) else None

    @property
    def ahead(self) -> tuple[Still, ...]:
        return self._keeper.ahead

    @property
    def is_live(self) -> bool:
        """Whether the body is seen instead of the still."""
        return self.view.is_live

    def arrange(self) -> None:
        """What lies around and over the picture has other sizes now."""
        self._arrange()

    def set_bar(self, bar: LiveBar) -> None:
        """What lies over the lower edge of a live picture."""
        self._bar = bar
        bar.setParent(self)
        bar.set_scale(Scale.of(self))
        self._arrange()

    @property
    def wish(self) -> PictureWish:
        return self._keeper.wish

    @property
    def still(self) -> Still | None:
        """The picture that answers the wish."""
        return self._keeper.still

    @property
    def fault_text(self) -> str:
        """Why there is no picture; empty where there is one."""
        missing = self._keeper.picture
        if not isinstance(missing, MissingPicture):
            return ""
        match missing.fault:
            case PictureFault.UNKNOWN:
                reason = self.tr("There is no picture named {name}.")
            case PictureFault.MISSING:
                reason = self.tr("The picture {name} is missing.")
            case PictureFault.DAMAGED:
                reason = self.tr("The picture {name} is damaged.")
        return reason.format(name=missing.name)

    def show_step(self, name: str, text: str, language: str) -> None:
        """Set what stands here when the picture cannot, and the language of its description."""
        self._name, self._text, self._language = name, text, language
        self.setAccessibleName(name)
        if not self.shows_picture:
            self.update()

    def show_picture(
        self,
        wish: PictureWish,
        ahead: Sequence[PictureWish],
        points: PointWish,
        words: PlateWords,
        small: Sequence[Still] = (),
    ) -> None:
        """Show a picture with the points of a step, and have its neighbours decoded meanwhile.

        The next moment of the same movement is seen from where the student looked at this one.
        """
        before = self._keeper.still, self.wish
        self._changing = True
        self._keeper.want(wish, ahead, small)
        other = before[0] != self._keeper.still or before[1].plate_id != wish.plate_id
        self._words = words
        self.view.set_words(words)
        if other and wish.is_same_shot(before[1]):
            self.view.show_fine(None)
        elif other:
            self.view.show_picture(None)
        still = self._keeper.still
        self.setAccessibleDescription(
            still.description.in_language(self._language) if still else ""
        )
        self._load(again=other)
        self.model.show(still, points)
        self._changing = False
        self._tell()
        self._look_closely()
        self.shown.emit()

    def small(self, still: Still) -> QImage | None:
        """The small copy of a picture."""
        return self._keeper.small(still)

    def set_full_height(self, height: int) -> None:
        """Pictures are decoded for this height, also while they are shown smaller."""
        self._full_height = height

    def set_picture_height(self, height: int) -> None:
        """So high it is, and more where something lies under the picture."""
        self._picture_height = height
        self.setFixedHeight(height)
        self._arrange()

    def set_scale(self, scale: Scale) -> None:
        self.tools.set_scale(scale)
        self.strip.set_scale(scale)
        self.view.set_scale(scale)
        if self._bar is not None:
            self._bar.set_scale(scale)
        self._arrange()

    @property
    def tools_width(self) -> int:
        """The room beside the picture that its buttons take."""
        return self.tools.column_width + Scale.of(self).unit

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
            self.tools.retranslate()
            self._tell()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        missing = self._keeper.picture
        if isinstance(missing, QImage):
            return
        theme, scale = theme_of(self), Scale.of(self)
        painter = QPainter(self)
        fill_card(painter, QRectF(self._room()), scale.radius, theme.plate, theme.line)
        if missing is not None:
            pad = scale.px(3)
            room = self._room().adjusted(pad, pad, -pad, -pad)
            texts = self._name, self._text, self.fault_text
            paint_words_instead(painter, room, self.font(), texts, theme, scale)

    @Slot()
    def toggle_find(self) -> None:
        """Show how to find the point, where there is one in sight, or stop."""
        self.tools.press(self.tools.measure)

    @Slot()
    def toggle_zones(self) -> None:
        """Show where not to press, or stop."""
        self.tools.press(self.tools.zones)

    @Slot()
    def toggle_arrows(self) -> None:
        """Show how the hands move, or stop."""
        self.tools.press(self.tools.arrows)

    @Slot()
    def toggle_live(self) -> None:
        """A picture that moves, or a still."""
        self.tools.press(self.tools.live)

    @Slot()
    def toggle_view(self) -> None:
        """Wide or close, where there are both."""
        self.tools.press(self.tools.distance)

    @Slot()
    def toggle_words(self) -> None:
        """Say what the picture shows, or stop."""
        self.tools.press(self.tools.describe)

    def want_arrows(self, *, on: bool) -> None:
        """Draw how the hands move, or do not."""
        self.tools.arrows.setChecked(on)
        self.model.want_ways(on=on)

    @Slot()
    def zoom_in(self) -> None:
        self.view.zoom_by(ZOOM_STEP)

    @Slot()
    def zoom_out(self) -> None:
        self.view.zoom_by(1 / ZOOM_STEP)

    @Slot()
    def show_whole(self) -> None:
        self.view.show_whole()

    @Slot(bool)
    def _want_line(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.model.want_line(on=on)

    @Slot(bool)
    def _want_zones(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.model.want_zones(on=on)

    @Slot()
    def _follow_view(self) -> None:
        self._look_closely()
        self._arrange()

    def _look_closely(self) -> None:
        if self.view.view.zoom > 1 and not self.view.has_fine:
            self._keeper.want_fine()

    @Slot()
    def _tell(self) -> None:
        """Say what is chosen, touched or asked for, on the strip and to screen readers."""
        if self._changing:
            return
        shows, description = self.shows_picture, self.accessibleDescription()
        self.view.setVisible(shows)
        self.tools.show_which(
            find=shows and self.model.state is PlaceState.SEEN,
            arrows=shows and self.model.has_ways,
            distance=self._keeper.other_view if shows else None,
            picture=shows,
            describe=bool(description),
        )
        legend = way_words(self.model.ways) if shows else ""
        told = (description, legend) if self.tools.describe.isChecked() else ()
        described = tuple(words for words in told if words)
        words = StripWords(None, "", described)
        if shows:
            words = self._words.strip(self.model, described)
        self.strip.show_words(words)
        self.strip.setToolTip(self.model.problem)
        chosen = self.model.chosen
        name = self._words.name_of(chosen) if chosen else self._name
        self.view.setAccessibleName(self.tr("Picture: {name}").format(name=name))
        overview = self._words.overview(self.model) or description
        self.view.setAccessibleDescription(words.spoken or f"{overview}\n{legend}".strip())
        self._arrange()

    def _room(self) -> QRect:
        """Where the picture may be."""
        high = self.height()
        high = min(high, self._picture_height or high)
        return QRect(0, 0, self.width() - self.tools_width, high)

    def _load(self, *, again: bool = False) -> None:
        """Fetch the picture in the size it is painted in, unless it is here already."""
        room = self._room()
        if not self.wish.plate_id or room.width() < 2 or room.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        height = round(max(room.height(), self._full_height) * ratio)
        fetched = self._keeper.load(round(room.width() * ratio), height, ratio)
        picture = self._keeper.picture
        if fetched or again:
            shown = picture if isinstance(picture, QImage) else None
            self.view.replace_picture(shown)
            if shown is None or self._words_instead:  # else the view paints it alone
                self.update()
            self._words_instead = shown is None

    def _arrange(self) -> None:
        """The buttons beside the picture, the strip over the edge further from what it tells of."""
        if self._changing:
            return
        self.view.setGeometry(self._room())
        card = self.view.card.toRect() if self.shows_picture else self._room()
        under = self._edges.arrange(self._room(), card, self._bar, live=self.is_live)
        if self._picture_height:
            self.setFixedHeight(self._picture_height + under)
