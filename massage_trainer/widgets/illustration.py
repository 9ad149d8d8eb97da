"""The picture of a step, on paper; its name and words where the picture cannot be shown."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QFont,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.plate import MissingPicture, PictureFault, Still
from massage_trainer.domain.ports import PlateSource
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.painting import fill_card
from massage_trainer.widgets.text_block import block_height, draw_block
from massage_trainer.widgets.theme import Scale, theme_of

_DECODE_AHEAD: Final = QEvent.Type(QEvent.registerEventType())
_AFTER_PAINTING: Final = Qt.EventPriority.LowEventPriority.value - 1  # Qt paints at low priority
_CENTRED = Qt.AlignmentFlag.AlignHCenter


@dataclass(frozen=True, slots=True)
class PictureWish:
    """Which picture a segment asks for."""

    plate_id: str
    side: Side | None = None
    frame: str = ""


class Illustration(QWidget):
    """Shows one picture; the ones that may come next are decoded ahead."""

    def __init__(self, plates: PlateSource[QImage], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("illustration")
        self._plates = plates
        self._wish = PictureWish("")
        self._ahead: tuple[PictureWish, ...] = ()
        self._name = ""
        self._words = ""
        self._language = "vi"
        self._picture: QImage | MissingPicture | None = None
        self._loaded: tuple[Still | None, int, int] | None = None
        self._full_height = 1
        self._small: QImage | None = None
        self.describe = Button(ButtonKind.PLAIN, Icon.INFO, self)
        self.describe.setObjectName("describe")
        self.describe.setCheckable(True)
        self.describe.toggled.connect(self._show_description)
        self.caption = _Caption(self)
        self.caption.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.retranslate()

    @property
    def shows_picture(self) -> bool:
        return isinstance(self._picture, QImage)

    @property
    def wish(self) -> PictureWish:
        return self._wish

    @property
    def fault_text(self) -> str:
        """Why there is no picture; empty where there is one."""
        if not isinstance(self._picture, MissingPicture):
            return ""
        match self._picture.fault:
            case PictureFault.UNKNOWN:
                reason = self.tr("There is no picture named {name}.")
            case PictureFault.MISSING:
                reason = self.tr("The picture {name} is missing.")
            case PictureFault.DAMAGED:
                reason = self.tr("The picture {name} is damaged.")
        return reason.format(name=self._picture.name)

    def show_step(self, name: str, words: str, language: str) -> None:
        """Set what stands here when the picture cannot, and the language of its description."""
        self._name, self._words, self._language = name, words, language
        self.setAccessibleName(name)
        if not self.shows_picture:
            self.update()

    def show_picture(self, wish: PictureWish, ahead: Sequence[PictureWish]) -> None:
        """Show a picture and have its neighbours decoded meanwhile."""
        self._wish, self._ahead = wish, tuple(ahead)
        self._load()
        still = self._still(wish)
        self._describe(still.description.in_language(self._language) if still else "")

    def _describe(self, description: str) -> None:
        self.setAccessibleDescription(description)
        self.caption.show_text(description)
        self.describe.setVisible(bool(description))
        self.caption.setVisible(bool(description) and self.describe.isChecked())
        self._place_caption()

    def set_full_height(self, height: int) -> None:
        """Pictures are decoded for this height, also while they are shown smaller."""
        self._full_height = height

    def set_scale(self, scale: Scale) -> None:
        self.describe.set_text_px(scale.caption_px)
        self.caption.set_scale(scale)
        self._place_caption()

    def retranslate(self) -> None:
        words = self.tr("Describe the picture in words")
        self.describe.setAccessibleName(words)
        self.describe.setToolTip(words)

    def sizeHint(self) -> QSize:
        return QSize(480, 320)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._load()
        self._place_caption()

    def event(self, event: QEvent) -> bool:
        if event.type() == _DECODE_AHEAD:
            self._decode_ahead()
            return True
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, scale = theme_of(self), Scale.of(self)
        painter = QPainter(self)
        card = self._card()
        picture = self._fitting()
        if picture is None:
            fill_card(painter, card, scale.radius, theme.plate, theme.line)
            if self._picture is not None:
                self._paint_fault(painter, scale)
            return
        painter.drawImage(card.topLeft(), picture)
        # Rounded corners by painting what is outside: a clip would slow the picture down.
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(card)
        inside.addRoundedRect(card, scale.radius, scale.radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(outside.subtracted(inside), theme.paper)
        painter.setPen(theme.line)
        painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), scale.radius, scale.radius)

    def _card(self) -> QRectF:
        """The sheet of paper: as large as the picture, where there is one."""
        picture = self._fitting()
        if picture is None:
            return QRectF(self.rect())
        size = picture.deviceIndependentSize()
        top = (self.height() - size.height()) / 2
        return QRectF(0, top, size.width(), size.height())

    def _fitting(self) -> QImage | None:
        """The picture as decoded, or smaller where it is given less room."""
        picture = self._picture
        if not isinstance(picture, QImage):
            return None
        if picture.deviceIndependentSize().height() <= self.height() + 1:
            return picture
        height = round(self.height() * picture.devicePixelRatio())
        if self._small is None or self._small.height() != height:
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = picture.scaledToHeight(height, smooth)
        return self._small

    def _paint_fault(self, painter: QPainter, scale: Scale) -> None:
        theme = theme_of(self)
        pad = scale.px(3)
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        parts = (
            (self._name, sized(self.font(), scale.title_px, QFont.Weight.DemiBold)),
            (self._words, sized(self.font(), scale.body_px)),
            (self.fault_text, sized(self.font(), scale.caption_px)),
        )
        heights = [block_height(text, font, room.width()) for text, font in parts]
        size = scale.px(7)
        whole = sum(heights) + 2 * scale.unit + size
        top = room.top() + max(0, (room.height() - whole) // 2)
        muted = theme.plate_ink.lighter(240)
        draw_icon(painter, Icon.PERSON, QRect(room.left(), top, room.width(), size), muted)
        top += size
        for (text, font), height in zip(parts, heights, strict=True):
            painter.setPen(muted if text is self.fault_text else theme.plate_ink)
            draw_block(painter, QRect(room.left(), top, room.width(), height), text, font, _CENTRED)
            top += height + scale.unit

    def _load(self) -> None:
        """Fetch the picture in the size it is painted in, unless it is here already."""
        if not self._wish.plate_id or self.width() < 2 or self.height() < 2:
            return
        ratio = self.devicePixelRatioF()
        width = round(self.width() * ratio)
        height = round(max(self.height(), self._full_height) * ratio)
        still = self._still(self._wish)
        if (still, width, height) != self._loaded:
            self._loaded = (still, width, height)
            self._picture = self._fetch(still, width, height)
            self._small = None
            if isinstance(self._picture, QImage):
                self._picture.setDevicePixelRatio(ratio)
            self._place_caption()
            self.update()
        # When this one is painted: the worker must not take the processor away from it.
        QCoreApplication.postEvent(self, QEvent(_DECODE_AHEAD), _AFTER_PAINTING)

    def _decode_ahead(self) -> None:
        if self._loaded is None:
            return
        current, width, height = self._loaded
        stills = [current, *map(self._still, self._ahead)]
        self._plates.prepare([s for s in stills if s is not None], width, height)

    def _fetch(self, still: Still | None, width: int, height: int) -> QImage | MissingPicture:
        if still is None:
            return MissingPicture(self._wish.plate_id, PictureFault.UNKNOWN)
        return self._plates.picture(still, width, height)

    def _still(self, wish: PictureWish) -> Still | None:
        return self._plates.index.still(wish.plate_id, wish.side, wish.frame)

    @Slot(bool)
    def _show_description(self, on: bool) -> None:  # noqa: FBT001 - a slot of toggled
        self.caption.setVisible(on and bool(self.accessibleDescription()))
        self._place_caption()

    def _place_caption(self) -> None:
        """The button beside the picture where there is room, else over its corner."""
        card = self._card().toRect()
        button = self.describe.sizeHint()
        margin = Scale.of(self).unit
        corner = QRect(0, 0, button.width(), button.height())
        corner.moveBottomRight(card.bottomRight() - QPoint(margin, margin))
        room = corner.left() - card.left() - 2 * margin
        if card.right() + margin + button.width() < self.width():
            corner.moveBottomLeft(card.bottomRight() + QPoint(margin, 0))
            room = card.width() - 2 * margin
        self.describe.setGeometry(corner)
        height = min(self.caption.heightForWidth(max(1, room)), card.height() - 2 * margin)
        top = card.bottom() + 1 - height - margin
        self.caption.setGeometry(card.left() + margin, top, max(1, room), height)


class _Caption(QWidget):
    """The picture in words, on a strip over its lower edge."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = ""

    def show_text(self, text: str) -> None:
        self._text = text
        self.update()

    def set_scale(self, scale: Scale) -> None:
        self.setFont(sized(self.font(), scale.control_px))

    def heightForWidth(self, width: int) -> int:
        pad = self._pad
        return block_height(self._text, self.font(), max(1, width - 2 * pad)) + 2 * pad

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        fill_card(painter, QRectF(self.rect()), self._pad, theme.plate, theme.outline)
        painter.setPen(theme.plate_ink)
        pad = self._pad
        room = self.rect().adjusted(pad, pad, -pad, -pad)
        draw_block(painter, room, self._text, self.font(), Qt.AlignmentFlag.AlignLeft)

    @property
    def _pad(self) -> int:
        return max(4, self.font().pixelSize() // 2)
