"""The bar of large buttons at the bottom: start and pause, forward and back."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from massage_trainer.domain.countdown import Countdown
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.keys import Action, KeyMap
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.icons import Icon, draw_icon
from massage_trainer.widgets.key_names import with_keys
from massage_trainer.widgets.painting import fitted
from massage_trainer.widgets.theme import Scale, Theme

HEIGHT_PERCENT: Final = 8.0
_TOGGLE_STRETCH: Final = 26
_HURTS_STRETCH: Final = 17
_STRETCH: Final = 10


class BarButton(Button):
    """An icon above a word; reached with Tab, so that a click leaves the keyboard where it was."""

    def __init__(self, name: str, icon: Icon, parent: QWidget) -> None:
        super().__init__(ButtonKind.PLAIN, icon, parent)
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 8, round(metrics.height() * 2.4))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 2, round(self.fontMetrics().height() * 1.6))

    @property
    def words_px(self) -> int:
        """The size in which the words fit into the button."""
        return self._words_font.pixelSize()

    @property
    def _words_font(self) -> QFont:
        return fitted(self.font(), self.text(), self.width() - self.height() * 0.2)

    def _paint_words(self, painter: QPainter) -> None:
        ink = self.palette().color(self.foregroundRole())
        height = float(self.height())
        side = height * 0.36
        if self._icon:
            draw_icon(painter, self._icon, QRectF(0, height * 0.14, self.width(), side), ink)
        painter.setPen(ink)
        painter.setFont(self._words_font)
        room = QRectF(0, height * 0.52, self.width(), height * 0.38)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self.text())


class HurtsButton(BarButton):
    """Stop at once: the one red thing on the page, and never out of use."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("hurts", Icon.HAND, parent)
        self.setForegroundRole(QPalette.ColorRole.BrightText)

    def _colors(self, theme: Theme) -> tuple[QColor | None, QColor | None]:
        pressed = self.isDown() or self.underMouse()
        return theme.danger.darker(108) if pressed else theme.danger, theme.danger_ink


class ToggleButton(Button):
    """The one big button: start, pause, go on, or the student's word."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(ButtonKind.PRIMARY, Icon.PLAY, parent)
        self.setObjectName("toggle")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().height() * 4, round(self.fontMetrics().height() * 1.6))

    @property
    def words_px(self) -> int:
        """The size in which the words fit into the button."""
        return self._words_font.pixelSize()

    @property
    def _words_font(self) -> QFont:
        return fitted(self.font(), self.text(), self.width() - self.height() * 1.12)

    def _paint_words(self, painter: QPainter) -> None:
        ink = self.palette().color(self.foregroundRole())
        height, width = float(self.height()), float(self.width())
        icon = height * 0.4
        gap = height * 0.22
        painter.setFont(self._words_font)
        words = painter.fontMetrics().horizontalAdvance(self.text())
        left = (width - icon - gap - words) / 2
        if self._icon:
            draw_icon(painter, self._icon, QRectF(left, (height - icon) / 2, icon, icon), ink)
        painter.setPen(ink)
        room = QRectF(left + icon + gap, 0, words + 2, height)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text()
        )


@dataclass(frozen=True, slots=True)
class _Face:
    """What decides about words and which buttons apply; changes seldom, unlike the countdown."""

    state: SessionState = SessionState.IDLE
    kind: SegmentKind = SegmentKind.WORK
    waiting: bool = False
    may_end: bool = False
    may_skip: bool = False
    may_extend: bool = False
    may_undo: bool = False


class TransportBar(QWidget):
    """All verbs of the lesson under the thumb.

    Signals:
        toggle_clicked, back_clicked, repeat_clicked, next_clicked, done_clicked, extend_clicked,
        undo_clicked, stop_clicked, hurts_clicked: the wish named.
    """

    toggle_clicked = Signal()
    back_clicked = Signal()
    repeat_clicked = Signal()
    next_clicked = Signal()
    done_clicked = Signal()
    extend_clicked = Signal()
    undo_clicked = Signal()
    stop_clicked = Signal()
    hurts_clicked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._face = _Face()
        self._keys = KeyMap()
        self.hurts = HurtsButton(self)
        self.stop = BarButton("stop", Icon.STOP, self)
        self.undo = BarButton("undo", Icon.UNDO, self)
        self.repeat = BarButton("repeat", Icon.REPEAT, self)
        self.back = BarButton("back", Icon.BACK, self)
        self.toggle = ToggleButton(self)
        self.next = BarButton("next", Icon.NEXT, self)
        self.done = BarButton("done", Icon.CHECK, self)
        self.extend = BarButton("extend", Icon.PLUS_15, self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.hurts, _HURTS_STRETCH)
        for button in self._small()[:4]:
            self._row.addWidget(button, _STRETCH)
        self._row.addWidget(self.toggle, _TOGGLE_STRETCH)
        for button in self._small()[4:]:
            self._row.addWidget(button, _STRETCH)
        self._connect()
        self.retranslate()

    def _small(self) -> tuple[BarButton, ...]:
        return (
            self.stop,
            self.undo,
            self.repeat,
            self.back,
            self.next,
            self.done,
            self.extend,
        )

    def _connect(self) -> None:
        self.toggle.clicked.connect(self.toggle_clicked)
        self.back.clicked.connect(self.back_clicked)
        self.repeat.clicked.connect(self.repeat_clicked)
        self.next.clicked.connect(self.next_clicked)
        self.done.clicked.connect(self.done_clicked)
        self.extend.clicked.connect(self.extend_clicked)
        self.undo.clicked.connect(self.undo_clicked)
        self.stop.clicked.connect(self.stop_clicked)
        self.hurts.clicked.connect(self.hurts_clicked)

    def show_countdown(self, countdown: Countdown) -> None:
        """Follow the session: words of the big button, and which others apply."""
        face = _Face(
            countdown.state,
            countdown.segment.kind,
            countdown.waiting,
            countdown.may_end,
            countdown.may_skip,
            countdown.may_extend,
            countdown.may_undo,
        )
        if face != self._face:
            self._face = face
            self.retranslate()

    def show_keys(self, keys: KeyMap) -> None:
        """Name these keys in the hints."""
        self._keys = keys
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        self.setFixedHeight(scale.px(HEIGHT_PERCENT, 44))
        self._row.setSpacing(scale.px(0.5, 2))
        for button in self._small():
            button.set_text_px(scale.control_px)
        self.hurts.setFont(sized(self.font(), scale.control_px, QFont.Weight.DemiBold))
        self.toggle.setFont(sized(self.font(), scale.text(2.9), QFont.Weight.DemiBold))

    def retranslate(self) -> None:
        face = self._face
        going = face.state not in (SessionState.IDLE, SessionState.FINISHED)
        self._show_toggle()
        choosing = face.kind is SegmentKind.CHOICE
        hint = self._hint
        self._show(self.stop, self.tr("End"), self.tr("End the lesson here"), going)
        self._show(
            self.undo, self.tr("Undo"), hint(self.tr("Take it back"), Action.UNDO), face.may_undo
        )
        again = hint(self.tr("This step again"), Action.REPEAT)
        self._show(self.repeat, self.tr("Repeat"), again, face.state is not SessionState.IDLE)
        self._show(self.back, self.tr("Back"), hint(self.tr("Back"), Action.BACK), going)
        skip = self.tr("Skip it") if choosing else self.tr("Next")
        self._show(self.next, skip, hint(skip, Action.FORWARD), face.may_skip)
        self._show(self.done, self.tr("Done"), hint(self.tr("Done"), Action.DONE), face.may_end)
        longer = hint(self.tr("15 seconds more"), Action.LONGER)
        self._show(self.extend, self.tr("+15 s"), longer, face.may_extend)
        hurts = self.tr("Stop, it hurts")
        self._show(self.hurts, hurts, hint(hurts, Action.HURTS), enabled=True)

    def _hint(self, words: str, action: Action) -> str:
        return with_keys(words, self._keys, action)

    def _show(self, button: BarButton, words: str, tip: str, enabled: bool) -> None:  # noqa: FBT001
        button.setText(words)
        button.setToolTip(tip)
        button.setAccessibleName(words)
        button.setEnabled(enabled)

    def _show_toggle(self) -> None:
        words, icon = self._toggle_words()
        self.toggle.setText(words)
        self.toggle.set_icon(icon)
        self.toggle.setAccessibleName(words)
        self.toggle.setToolTip(with_keys(words, self._keys, Action.PAUSE))

    def _toggle_words(self) -> tuple[str, Icon]:
        match self._face.state:
            case SessionState.IDLE:
                return self.tr("Start"), Icon.PLAY
            case SessionState.FINISHED:
                return self.tr("Start again"), Icon.REPEAT
            case SessionState.PAUSED:
                return self.tr("Go on"), Icon.PLAY
            case _ if self._face.waiting:
                return self._waiting_words(), Icon.CHECK
            case _:
                return self.tr("Pause"), Icon.PAUSE

    def _waiting_words(self) -> str:
        match self._face.kind:
            case SegmentKind.CHECK:
                return self.tr("All checked")
            case SegmentKind.NOTICE:
                return self.tr("Understood, done")
            case SegmentKind.CHOICE:
                return self.tr("Do this part")
            case _:
                return self.tr("Done")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
