"""The buttons beside the picture: point, zones, arrows, wide or close, zoom, words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.keys import Action, KeyMap
from massage_trainer.domain.plate import View
from massage_trainer.widgets.buttons import FOCUS_MARGIN, Button, ButtonKind
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.key_names import with_keys
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from collections.abc import Sequence

_CAPTION_PERCENT: Final = 1.7
_SIGN_ALONE: Final = 2.0 / _CAPTION_PERCENT  # as large as on the buttons that have no words
_LINE: Final = 1.0  # of the letters' height, with room for two accents
_PAD: Final = 0.28


class CaptionButton(Button):
    """A sign with a word or two under it, for what a sign alone would not tell."""

    def __init__(self, icon: Icon, parent: QWidget) -> None:
        super().__init__(ButtonKind.PLAIN, icon, parent)
        self._sign = icon
        self._lines: tuple[str, ...] = ()
        self._is_brief = False
        self._wide_hint: QSize | None = None

    @property
    def caption(self) -> str:
        """The words, with line breaks."""
        return "\n".join(self._lines)

    def set_sign(self, icon: Icon) -> None:
        """Show another sign."""
        self._sign = icon
        self.set_icon(icon)

    def set_caption(self, caption: str) -> None:
        self._lines = tuple(caption.splitlines())
        self._wide_hint = None
        self.updateGeometry()
        self.update()

    def set_brief(self, *, brief: bool) -> None:
        """Only the sign, where there is no room for words."""
        if brief != self._is_brief:
            self._is_brief = brief
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return super().sizeHint() * _SIGN_ALONE if self._is_brief else self.wide_hint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._wide_hint = None
        super().changeEvent(event)

    def wide_hint(self) -> QSize:
        """The size with the words; asked for again and again, and the same at every step."""
        if self._wide_hint is None:
            self._wide_hint = self._measured()
        return self._wide_hint

    def _measured(self) -> QSize:
        square = super().sizeHint()
        metrics = self.fontMetrics()
        widest = max((metrics.horizontalAdvance(line) for line in self._lines), default=0)
        pad = 2 * (FOCUS_MARGIN + round(metrics.height() * _PAD))
        words = round(metrics.height() * _LINE * len(self._lines))
        return QSize(max(square.width(), widest + pad), square.height() + words)

    def _paint_words(self, painter: QPainter) -> None:
        if self._is_brief:
            size = self._icon_px() * _SIGN_ALONE
            place = QRectF((self.width() - size) / 2, (self.height() - size) / 2, size, size)
            draw_icon(painter, self._sign, place, self.palette().color(self.foregroundRole()))
            return
        line = self.fontMetrics().height() * _LINE
        words = line * len(self._lines)
        size = self._icon_px() * 1.15
        top = (self.height() - size - words) / 2 - 1
        place = QRectF((self.width() - size) / 2, top, size, size)
        draw_icon(painter, self._sign, place, self.palette().color(self.foregroundRole()))
        painter.setFont(self.font())
        for number, text in enumerate(self._lines):
            room = QRectF(0, top + size + 2 + number * line, self.width(), line)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)


class PlateTools(QWidget):
    """A column of buttons, or several where it would be too high."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.measure = CaptionButton(Icon.RULER, self)
        self.zones = CaptionButton(Icon.ZONES, self)
        self.arrows = CaptionButton(Icon.WAYS, self)
        self.distance = CaptionButton(Icon.WIDE, self)
        self.live = CaptionButton(Icon.TURN, self)
        self.closer = self._button("closer", Icon.ZOOM_IN)
        self.further = self._button("further", Icon.ZOOM_OUT)
        self.describe = self._button("describe", Icon.INFO)
        self.measure.setObjectName("find")
        self.zones.setObjectName("zones")
        self.arrows.setObjectName("arrows")
        self.distance.setObjectName("distance")
        self.live.setObjectName("live")
        for button in (self.measure, self.zones, self.arrows, self.live, self.describe):
            button.setCheckable(True)
        self.live.hide()
        self._live_why = ""
        self._other_view = View.WIDE
        self._keys = KeyMap()
        self._gap = 4
        self._wanted: set[Button] = set()
        self._offers_live = False
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        for button in self._buttons():
            button.set_text_px(scale.caption_px)
        for button in self._captioned():
            button.set_text_px(scale.text(_CAPTION_PERCENT))
        self._gap = max(2, scale.unit // 2)

    def retranslate(self) -> None:
        self.measure.set_caption(self.tr("Find\npoint"))
        self.zones.set_caption(self.tr("Safety\nzones"))
        self.arrows.set_caption(self.tr("Arrows"))
        self.live.set_caption(self.tr("3D"))
        self._name_other_view()
        for button, words, action in (
            (
                self.measure,
                self.tr("How do I find it? Show the measuring line"),
                Action.FIND,
            ),
            (self.zones, self.tr("Safety zones: where not to press"), Action.ZONES),
            (self.arrows, self.tr("Arrows: how the hands move"), Action.ARROWS),
            (self.live, self.tr("Moving picture: turn the body, see the hands"), Action.LIVE),
            (self.closer, self.tr("Zoom in; also with the wheel"), Action.ZOOM_IN),
            (self.further, self.tr("Zoom out"), Action.ZOOM_OUT),
            (self.describe, self.tr("Describe the picture in words"), Action.WORDS),
        ):
            button.setAccessibleName(words)
            button.setToolTip(with_keys(words, self._keys, action))
        self.live.setAccessibleDescription(self._live_why)
        if self._live_why:
            self.live.setToolTip(f"{self.live.toolTip()}\n{self._live_why}")

    def offer_live(self, *, offered: bool, on: bool, why: str) -> None:
        """Show whether pictures are live; ``why`` they are not, where that was not chosen."""
        self._offers_live, self._live_why = offered, why
        self._show_wanted()
        self.live.setChecked(on)
        self.retranslate()

    def show_keys(self, keys: KeyMap) -> None:
        """Name these keys in the hints."""
        self._keys = keys
        self.retranslate()

    def show_which(
        self, *, find: bool, arrows: bool, distance: View | None, picture: bool, describe: bool
    ) -> None:
        """Show the buttons that have something to do here; ``distance`` is the other view."""
        if distance not in (None, self._other_view):
            self._other_view = distance
            self._name_other_view()
        wanted = {
            self.measure: find,
            self.zones: picture,
            self.arrows: arrows,
            self.distance: distance is not None,
            self.closer: picture,
            self.further: picture,
            self.describe: describe,
        }
        self._wanted = {button for button, is_wanted in wanted.items() if is_wanted}
        self._show_wanted()

    def press(self, button: Button) -> None:
        """By its key, also where there is no room for it."""
        if button in self._of_use:
            button.click()

    @property
    def column_width(self) -> int:
        """What one column takes of the picture's room, whichever buttons say their words."""
        # Whether a live body is offered is known late, and nothing may move then.
        always = (self.measure, self.zones, self.arrows, self.distance)
        return max(button.wide_hint().width() for button in always)

    def arrange(self, height: int) -> QSize:
        """Place the buttons from the top, column by column; answers what they take.

        Before a second column is begun, which would lie on the picture, the words of some buttons
        or of all give way, and then the zoom, which has its keys, the wheel and two fingers; where
        a live body is offered, the zoom sooner, and at last what only its key is left for.
        """
        some, every = (self.arrows, self.distance, self.live), self._captioned()
        zoom = (self.closer, self.further)
        ways: tuple[tuple[tuple[Button, ...], tuple[Button, ...]], ...]
        ways = ((), ()), (some, ()), (every, ()), (every, zoom)
        if self._offers_live:
            less, least = (*zoom, self.distance), (*zoom, self.distance, self.arrows)
            ways = ((), ()), (some, ()), (some, zoom), (every, zoom), (every, less), (every, least)
        for brief, dropped in ways:
            for captioned in every:
                captioned.set_brief(brief=captioned in brief)
            self._show_wanted(dropped)
            shown = [button for button in self._buttons() if not button.isHidden()]
            gaps = self._gap * (len(shown) - 1)
            if sum(button.sizeHint().height() for button in shown) + gaps <= height:
                break
        left = top = most = 0
        width = self.column_width
        for button in shown:
            size = button.sizeHint()
            if top and top + size.height() > height:
                left, top = left + width + self._gap, 0
            button.setGeometry(left, top, width, size.height())
            top += size.height() + self._gap
            most = max(most, top - self._gap)
        return QSize(left + width, most)

    @property
    def _of_use(self) -> set[Button]:
        """The buttons that have something to do, whether there is room for them or not."""
        live = self._offers_live and self.zones in self._wanted
        return self._wanted | {self.live} if live else self._wanted

    def _show_wanted(self, dropped: Sequence[Button] = ()) -> None:
        wanted = self._of_use
        for button in self._buttons():
            button.setVisible(button in wanted and button not in dropped)

    def _buttons(self) -> tuple[Button, ...]:
        return (*self._captioned(), self.closer, self.further, self.describe)

    def _captioned(self) -> tuple[CaptionButton, ...]:
        return self.measure, self.zones, self.arrows, self.distance, self.live

    def _name_other_view(self) -> None:
        """The button tells what it leads to."""
        wide = self._other_view is View.WIDE
        words = self.tr("See everything") if wide else self.tr("See the hands from near")
        self.distance.set_sign(Icon.WIDE if wide else Icon.CLOSE_UP)
        self.distance.set_caption(self.tr("Wide") if wide else self.tr("Near"))
        self.distance.setAccessibleName(words)
        self.distance.setToolTip(with_keys(words, self._keys, Action.VIEW))

    def _button(self, name: str, icon: Icon) -> Button:
        button = Button(ButtonKind.PLAIN, icon, self)
        button.setObjectName(name)
        return button
