"""One lesson of the library: its picture, what it is, what it needs, and where you left off.

Most words are painted: six cards of labels and layouts would cost the start 20 ms.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QFontMetrics, QImage, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from massage_trainer.widgets.buttons import FOCUS_MARGIN, ButtonKind
from massage_trainer.widgets.card_parts import Captions, CardButton
from massage_trainer.widgets.card_plan import CardFonts, CardPlan, CardWords
from massage_trainer.widgets.drawing import LEFT_WRAPPED, brush_of, fill_rounded, rounded
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.quantities import about_length_text
from massage_trainer.widgets.theme import Scale, theme_of

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from massage_trainer.domain.bookmark import Bookmark
    from massage_trainer.domain.library import LessonCard


class LessonCardView(Panel):
    """A card that leads into its lesson.

    Signals:
        chosen: str; the id of the lesson.
        focused: the card holds the focus now.
        placed: the card stands elsewhere or has another size.
    """

    chosen = Signal(str)
    focused = Signal()
    placed = Signal()

    def __init__(self, card: LessonCard, parent: QWidget | None = None) -> None:
        super().__init__(PanelKind.CARD, parent)
        self.card = card
        self.is_placed = False
        self.has_asked_for_picture = False
        self._picture: QImage | None = None
        self._scale = Scale.of(self)
        self._fonts = CardFonts(self.font(), self._scale)
        self._words = CardWords("", "", "", "", (), "", -1)
        self._plans: dict[int, CardPlan] = {}
        self._captions = Captions(self)
        self.button = CardButton(ButtonKind.PRIMARY, Icon.PLAY, self)
        self.button.setObjectName(f"open-{card.id}")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.button.clicked.connect(self._choose)
        self.button.focus_changed.connect(self._follow_focus)

    @property
    def words(self) -> CardWords:
        """What the card says now."""
        return self._words

    @property
    def plan(self) -> CardPlan:
        """Where everything stands now."""
        return self._planned(self.width())

    def show_card(self, card: LessonCard, place: Bookmark | None, language: str) -> None:
        """Show the lesson as it is now, in this language."""
        self.card = card
        needs = tuple(text.in_language(language) for text in card.needs)
        steps = self.tr("%n step(s)", None, card.steps)
        begun = place is not None and not place.finished
        self._words = words = CardWords(
            name=card.name.in_language(language),
            length=f"{about_length_text(card.total_ms)}  ·  {steps}",
            summary=card.summary.in_language(language),
            needs_title=self.tr("What you need") if needs else "",
            needs=needs,
            left_off=self._left_off_words(place),
            part_done=place.done / place.of if place is not None and begun else -1,
        )
        self.button.setText(self._button_words(place))
        self.setAccessibleName(words.name)
        self.button.setAccessibleName(f"{self.button.text()}: {words.name}")
        need_words = f"{words.needs_title}: {'; '.join(needs)}" if needs else ""
        parts = (words.summary, words.length, words.left_off, need_words)
        self.button.setAccessibleDescription(". ".join(part for part in parts if part))
        self._rearrange()

    def show_picture(self, picture: QImage | None) -> None:
        """Show the picture, or a hand where there is none."""
        self.has_asked_for_picture = True
        self._picture = picture
        self.update()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._scale = scale
        self._fonts = CardFonts(self.font(), scale)
        self.button.set_text_px(scale.control_px)
        self.set_radius(scale.radius)
        self._rearrange()

    def heightForWidth(self, width: int) -> int:
        return self._planned(width).height

    def sizeHint(self) -> QSize:
        return QSize(self._scale.px(150), self._scale.px(26))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._scale.px(100), self._scale.px(20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        self.is_placed = True
        self.placed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        from PySide6.QtCore import Qt

        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._choose()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint_sheet(painter)
        plan, fonts, words = self.plan, self._fonts, self._words
        self._paint_thumb(painter, plan.thumb)
        painter.setFont(fonts.name)
        painter.drawText(plan.name, LEFT_WRAPPED, words.name)
        painter.setFont(fonts.body)
        painter.drawText(plan.summary, LEFT_WRAPPED, words.summary)
        painter.setFont(fonts.caption)
        for rect, need in zip(plan.needs, words.needs, strict=True):
            painter.drawText(rect, LEFT_WRAPPED, need)
            self._paint_bullet(painter, rect)
        if words.part_done >= 0:
            self._paint_progress(painter, QRectF(plan.progress))

    def _planned(self, width: int) -> CardPlan:
        if width not in self._plans:
            size = self.button.sizeHint()
            self._plans[width] = CardPlan(self._words, self._fonts, self._scale, size, width)
        return self._plans[width]

    def _rearrange(self) -> None:
        self._plans.clear()
        if self.isVisible():
            self._arrange()
        self.updateGeometry()
        self.update()

    def _arrange(self) -> None:
        """Put the child widgets where the plan has them."""
        plan = self.plan
        # The button's edge, not its focus frame, is in line with the words.
        self.button.setGeometry(plan.button.translated(-FOCUS_MARGIN, 0))
        self._captions.setGeometry(self.rect())
        self._captions.show_words(self._words, self._fonts, plan)

    def _button_words(self, place: Bookmark | None) -> str:
        if place is None:
            return self.tr("Start")
        return self.tr("Start again") if place.finished else self.tr("Continue")

    def _left_off_words(self, place: Bookmark | None) -> str:
        if place is None:
            return ""
        if place.finished:
            return self.tr("Finished")
        return self.tr("You are at step {step} of {steps}").format(
            step=place.done + 1, steps=place.of
        )

    def _paint_thumb(self, painter: QPainter, place: QRect) -> None:
        theme = theme_of(self)
        frame = QRectF(place)
        path = rounded(frame, self._scale.px(0.8, 4))
        painter.fillPath(path, brush_of(theme.plate))
        if not self.has_asked_for_picture:
            return
        if self._picture is None:
            side = frame.height() / 3
            hand = QRectF(0, 0, side, side)
            hand.moveCenter(frame.center())
            draw_icon(painter, Icon.HAND, hand, theme.outline)
            return
        size = self._picture.size()
        stretch = max(frame.width() / size.width(), frame.height() / size.height())
        target = QRectF(0, 0, size.width() * stretch, size.height() * stretch)
        target.moveCenter(frame.center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(path)
        painter.drawImage(target, self._picture)
        painter.restore()

    def _paint_bullet(self, painter: QPainter, line: QRect) -> None:
        metrics = QFontMetrics(self._fonts.caption)
        size = metrics.height() * 0.2
        middle = line.top() + metrics.ascent() - metrics.xHeight() / 2
        dot = QRectF(line.left() - self._fonts.indent + 1, middle - size / 2, size, size)
        fill_rounded(painter, dot, size / 2, theme_of(self).accent)

    def _paint_progress(self, painter: QPainter, groove: QRectF) -> None:
        theme = theme_of(self)
        radius = groove.height() / 2
        fill_rounded(painter, groove, radius, theme.line)
        groove.setWidth(max(groove.height(), groove.width() * self._words.part_done))
        fill_rounded(painter, groove, radius, theme.accent)

    @Slot()
    def _choose(self) -> None:
        self.chosen.emit(self.card.id)

    @Slot()
    def _follow_focus(self) -> None:
        if self.button.hasFocus():
            self.light_up()
            self.focused.emit()
        else:
            self.calm_down()
