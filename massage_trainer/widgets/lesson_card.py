"""One lesson of the library: its picture, what it is, what it needs, and where you left off."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFont,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPalette,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from massage_trainer.domain.bookmark import Bookmark
from massage_trainer.domain.library import LessonCard
from massage_trainer.widgets.bullet_list import BulletList
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.panel import Panel, PanelKind
from massage_trainer.widgets.quantities import about_length_text
from massage_trainer.widgets.theme import Scale, theme_of

ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})


class CardButton(Button):
    """The one place of a card where the focus stands; arrows belong to the page around it.

    Signals:
        focus_changed: the focus came or went.
    """

    focus_changed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.focus_changed.emit()
        return super().event(event)


class LessonCardView(Panel):
    """A card that leads into its lesson.

    Signals:
        chosen: str; the id of the lesson.
        focused: the card holds the focus now.
    """

    chosen = Signal(str)
    focused = Signal()

    def __init__(
        self, card: LessonCard, thumb: QImage | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(PanelKind.CARD, parent)
        self.card = card
        self._place: Bookmark | None = None
        self._language = "vi"
        self._thumb = Thumb(thumb, self)
        self._name = _label(self)
        self._summary = _label(self)
        self._length = _label(self, QPalette.ColorRole.PlaceholderText)
        self._progress = ProgressLine(self)
        self._left_off = _label(self, QPalette.ColorRole.PlaceholderText)
        self._needs_title = _label(self, QPalette.ColorRole.PlaceholderText)
        self._needs = BulletList(self)
        self.button = CardButton(ButtonKind.PRIMARY, Icon.PLAY, self)
        self.button.setObjectName(f"open-{card.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out()
        self.button.clicked.connect(self._choose)
        self.button.focus_changed.connect(self._follow_focus)

    def show_card(self, card: LessonCard, place: Bookmark | None, language: str) -> None:
        """Show the lesson as it is now."""
        self.card, self._place, self._language = card, place, language
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        semi_bold = QFont.Weight.DemiBold
        self._name.setFont(sized(self.font(), scale.text(2.8), semi_bold))
        self._summary.setFont(sized(self.font(), scale.control_px))
        caption = sized(self.font(), scale.caption_px)
        for label in (self._length, self._left_off, self._needs):
            label.setFont(caption)
        self._needs_title.setFont(sized(self.font(), scale.caption_px, semi_bold))
        self.button.set_text_px(scale.control_px)
        self._thumb.setFixedSize(scale.px(33), scale.px(22))
        self._progress.setFixedHeight(scale.px(0.8, 4))
        self._row.setContentsMargins(*[2 * scale.unit] * 4)
        self._row.setSpacing(3 * scale.unit)
        self._words.setSpacing(scale.unit)
        self._needs_column.setSpacing(scale.unit)
        self._foot.setSpacing(2 * scale.unit)
        self.set_radius(scale.radius)
        self._thumb.set_radius(scale.px(0.8, 4))

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        card, language = self.card, self._language
        name = card.name.in_language(language)
        self._name.setText(name)
        self._summary.setText(card.summary.in_language(language))
        steps = self.tr("%n step(s)", None, card.steps)
        self._length.setText(f"{about_length_text(card.total_ms)}  ·  {steps}")
        self._needs_title.setText(self.tr("What you need"))
        self._needs.show_items(tuple(text.in_language(language) for text in card.needs))
        self._needs_title.setVisible(bool(card.needs))
        self._thumb.show_words(name)
        self._show_place()
        left_off = self._left_off.text()
        self.button.setAccessibleName(f"{self.button.text()}: {name}")
        self.button.setAccessibleDescription(
            ". ".join(text for text in (self._length.text(), left_off) if text)
        )

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        inside = self.rect().contains(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and inside:
            self._choose()

    def _show_place(self) -> None:
        place = self._place
        begun = place is not None and not place.finished
        self._left_off.setVisible(place is not None)
        self._progress.setVisible(begun)
        if place is None:
            self._left_off.setText("")
            self.button.setText(self.tr("Start"))
        elif place.finished:
            self._left_off.setText(self.tr("Finished"))
            self.button.setText(self.tr("Start again"))
        else:
            self._left_off.setText(
                self.tr("You are at step {step} of {steps}").format(
                    step=place.done + 1, steps=place.of
                )
            )
            self._progress.show_part(place.done / place.of)
            self.button.setText(self.tr("Continue"))

    def _lay_out(self) -> None:
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.button)
        standing = QVBoxLayout()
        standing.addStretch()
        standing.addWidget(self._left_off)
        standing.addWidget(self._progress)
        standing.addStretch()
        self._foot.addLayout(standing, 1)
        self._words = QVBoxLayout()
        self._words.addWidget(self._name)
        self._words.addWidget(self._length)
        self._words.addWidget(self._summary)
        self._words.addStretch()
        self._words.addLayout(self._foot)
        self._needs_column = QVBoxLayout()
        self._needs_column.addWidget(self._needs_title)
        self._needs_column.addWidget(self._needs)
        self._needs_column.addStretch()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._thumb, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self._words, 6)
        self._row.addLayout(self._needs_column, 5)

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


class Thumb(QWidget):
    """A small rounded picture; without one, its paper with the words in its place."""

    def __init__(self, picture: QImage | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._words = ""
        self._radius = 4

    def set_radius(self, radius: int) -> None:
        """Set how round the corners are."""
        self._radius = radius
        self.update()

    def show_words(self, words: str) -> None:
        """What the picture is of, for those who do not see it."""
        self._words = words
        self.setAccessibleName(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        frame = QRectF(self.rect())
        path = QPainterPath()
        path.addRoundedRect(frame, self._radius, self._radius)
        painter.fillPath(path, theme.plate)
        if self._picture is None:
            hand = QRectF(0, 0, frame.height() / 3, frame.height() / 3)
            hand.moveCenter(frame.center())
            draw_icon(painter, Icon.HAND, hand, theme.outline)
            return
        painter.setClipPath(path)
        size = QSize(self._picture.size()).scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatioByExpanding
        )
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(frame.center())
        painter.drawImage(target, self._picture)


class ProgressLine(QWidget):
    """How much of a lesson is done, as a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._part = 0.0

    def show_part(self, part: float) -> None:
        """Show this part, 0 to 1."""
        self._part = part
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        groove = QRectF(self.rect())
        radius = groove.height() / 2
        painter.setBrush(theme.line)
        painter.drawRoundedRect(groove, radius, radius)
        groove.setWidth(max(groove.height(), groove.width() * self._part))
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(groove, radius, radius)


def _label(parent: QWidget, role: QPalette.ColorRole = QPalette.ColorRole.WindowText) -> QLabel:
    label = QLabel(parent)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setForegroundRole(role)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return label
