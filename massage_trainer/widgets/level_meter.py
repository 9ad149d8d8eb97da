"""How loud the microphone hears the teacher, as a bar and in words."""

import math
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from massage_trainer.widgets.drawing import fill_rounded
from massage_trainer.widgets.theme import Scale, theme_of

# A voice moves between a whisper and a shout; the ear hears in decibels.
_LEAST_DB: Final = -50.0
_QUIET: Final = 0.02
_LOUD: Final = 0.45


class Loudness(Enum):
    """What the teacher may do about it."""

    SILENT = auto()
    GOOD = auto()
    TOO_LOUD = auto()


def loudness(level: float) -> Loudness:
    if level >= _LOUD:
        return Loudness.TOO_LOUD
    return Loudness.GOOD if level >= _QUIET else Loudness.SILENT


def share(level: float) -> float:
    """How far the bar reaches, from 0.0 to 1.0."""
    if level <= 0:
        return 0.0
    return min(1.0, max(0.0, 1 - 20 * math.log10(level) / _LEAST_DB))


class LevelMeter(QWidget):
    """A bar that moves while a take runs, and a word under it that changes seldom."""

    def __init__(self, scale: Scale, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._on = False
        self._loudness = Loudness.SILENT
        self._bar = _Bar(scale, self)
        self._words = QLabel(self)
        self._words.setObjectName("level-words")
        self._words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.unit // 2)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.retranslate()

    @property
    def share(self) -> float:
        """How far the bar reaches now."""
        return self._bar.share

    @property
    def words(self) -> str:
        return self._words.text()

    @Slot(float)
    def show_level(self, level: float) -> None:
        self._bar.set_share(share(level))
        now = loudness(level)
        if now is not self._loudness:
            self._loudness = now
            self.retranslate()

    def set_on(self, *, on: bool) -> None:
        """Whether a take runs; else the bar is empty."""
        self._on = on
        self._loudness = Loudness.SILENT
        self._bar.set_share(0.0)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._words.setText(self._told() if self._on else self.tr("The microphone is off."))
        self.setAccessibleName(self.tr("Microphone level"))
        self.setAccessibleDescription(self._words.text())

    def _told(self) -> str:
        match self._loudness:
            case Loudness.SILENT:
                return self.tr("Recording: speak now.")
            case Loudness.GOOD:
                return self.tr("Recording: loud enough.")
            case Loudness.TOO_LOUD:
                return self.tr("Recording: too loud, keep further away.")


class _Bar(QWidget):
    """The painted part."""

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(parent)
        self.share = 0.0
        self._height = scale.px(1.6, 8)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_share(self, share: float) -> None:
        if share != self.share:
            self.share = share
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(10 * self._height, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        radius = self.height() / 2
        room = QRectF(self.rect())
        fill_rounded(painter, room.toRect(), radius, theme.line)
        if self.share > 0:
            room.setWidth(max(room.height(), room.width() * self.share))
            fill_rounded(painter, room.toRect(), radius, theme.accent)
