"""A moment of the lesson before the class: picture, step and time, and nothing else."""

from __future__ import annotations

import math
from itertools import product
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from massage_trainer.domain.classroom.board import Board
from massage_trainer.domain.classroom.live_view import ClassMoment
from massage_trainer.domain.classroom.look import TextSize
from massage_trainer.domain.classroom.slides import LessonSlide, Showing
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.audience.big_countdown import BigCountdown
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.audience.faces import AudienceFace, FaceParts
from massage_trainer.widgets.audience.progress_line import PROGRESS_TEXT, ProgressLine
from massage_trainer.widgets.chip import Chip, ChipKind
from massage_trainer.widgets.fonts import sized
from massage_trainer.widgets.labels import side_text
from massage_trainer.widgets.picture_wishes import Look, Wishes, points_of
from massage_trainer.widgets.plate.words import PlateWords
from massage_trainer.widgets.step_lines import row_name
from massage_trainer.widgets.text_block import LINE_HEIGHT, TextBlock

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.timeline import Row, Segment, Timeline
    from massage_trainer.widgets.audience.scale import AudienceScale

_NAMES: Final = (8.0, 7.4, 6.8, 6.2, 5.6, 5.0)  # the largest that needs one line only
_TWO_LINES: Final = 4.2
_CHIPS: Final = (6.0, 5.4, 4.8, 4.2)
_LABELS: Final = 3.2  # on the picture
_CHIP_HEIGHT: Final = 1.75  # of its letters, with the gap below
_UPRIGHT: Final = 1.7  # on a high wall there is room below the picture
_PICTURE_SHAPE: Final = 1.5  # of every plate
_COLUMN: Final = 0.34  # of the width, at least, for the time


class LessonFace(AudienceFace):
    """The parts keep their places from step to step, so that nothing jumps on the wall."""

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setObjectName("lesson-face")
        self._slide: LessonSlide | None = None
        self._board = Board()
        self._shown: tuple[object, ...] = ()
        self._told: tuple[object, ...] = ()
        self._words_of: tuple[object, ...] = ()
        self._name = TextBlock(_NAMES[0], weight=QFont.Weight.DemiBold, parent=self)
        self._name.setObjectName("class-step")
        self._name.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._side = Chip(ChipKind.STRONG, _CHIPS[0], self)
        self._point = Chip(ChipKind.SOFT, _CHIPS[0], self)
        words = PlateWords(parts.catalog(), parts.language())
        self._picture = BoardPicture(parts.plates, words, self, parts.live)
        self._countdown = BigCountdown(self)
        self._progress = ProgressLine(self)
        self._column = QRect()
        self._grown = 1.0

    @property
    def words(self) -> tuple[str, ...]:
        """Every word that is painted."""
        time, chips = self._countdown, (self._side, self._point)
        shown = [chip.text() for chip in chips if not chip.isHidden()]
        told = (time.caption, time.digits, time.detail, time.pair_word, self._progress.text)
        return tuple(text for text in (self._name.text(), *shown, *told) if text)

    @property
    def countdown(self) -> BigCountdown:
        """The time that is left."""
        return self._countdown

    @property
    def picture(self) -> BoardPicture:
        """The picture of the step with the board over it."""
        return self._picture

    def show_showing(self, showing: Showing) -> None:
        if not isinstance(showing.slide, LessonSlide):
            return
        self._slide, self._board = showing.slide, showing.board
        countdown, language = showing.slide.countdown, self.parts.language()
        pair_word = showing.slide.pair_word
        self._countdown.show_countdown(
            countdown, pair_word.in_language(language) if pair_word else ""
        )
        timeline = self.parts.timeline()
        row = _row_of(countdown.segment, timeline)
        moves = not self.parts.settings().reduce_motion
        self._picture.show_moment(ClassMoment(countdown, moves))
        self._show_picture(timeline)
        self._picture.show_board(showing.board)
        if timeline is not None and row is not None and timeline.total_ms:
            step = f"{countdown.segment.row + 1}/{len(timeline.rows)}"
            gone = 1 - countdown.lesson_left_ms / timeline.total_ms
            self._progress.show_progress(step, gone)
        else:
            self._progress.show_progress("", 0.0)
        told = (countdown.segment, row, language)
        if told != self._told:
            self._told = told
            self._speak(language)
            self._show_words(countdown.segment, row, language)

    def set_scale(self, scale: AudienceScale) -> None:
        super().set_scale(scale)
        for part in (self._name, self._progress):
            part.set_scale(scale)
        self._picture.set_text_px(scale.text(_LABELS))
        self._arrange()

    def retranslate(self) -> None:
        self._told = ()
        if self._slide is not None:
            self.show_showing(Showing(self._slide, self._board))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _speak(self, language: str) -> None:
        """New words on the picture are laid out anew, so the same ones are not told again."""
        words_of = (self.parts.catalog(), language)
        if words_of != self._words_of:
            self._words_of = words_of
            self._picture.set_words(PlateWords(*words_of))

    def _show_words(self, segment: Segment, row: Row | None, language: str) -> None:
        step = segment.step.name.in_language(language)
        self._name.show_text(row_name(row, language) if row else step)
        self._side.show_text(side_text(segment.side) if segment.side else "")
        self._side.setVisible(segment.side is not None)
        choice = segment.kind is SegmentKind.CHOICE
        point = None if choice else self.parts.catalog().points.get(segment.point_id)
        self._fit_name()
        self._fit_chips(point)

    def _show_picture(self, timeline: Timeline | None) -> None:
        assert self._slide is not None
        countdown = self._slide.countdown
        wishes = Wishes(self.parts.plates.index, Look.of(self.parts.settings()))
        wish = wishes.at(countdown)
        shown = (wish, countdown.segment.step, countdown.segment.point_id)
        if shown == self._shown:
            return
        self._shown = shown
        ahead = []
        if timeline is not None and (at := timeline.index_of(countdown.segment.path)) is not None:
            ahead = [each for each in wishes.ahead(timeline, at) if each != wish]
        self._picture.show_picture_of(wish, points_of(countdown.segment), ahead)

    def _fit_name(self) -> None:
        """A long name gets smaller; where even that is too long it takes two lines."""
        for percent in _NAMES:
            font = sized(self.font(), self.scale.text(percent), QFont.Weight.DemiBold)
            if QFontMetricsF(font).horizontalAdvance(self._name.text()) < self._name.width() - 2:
                break
        else:
            percent = _TWO_LINES
        self._name.set_percent(percent, self.scale)

    def _fit_chips(self, point: Acupoint | None) -> None:
        """Side and point over the time, in the largest size with which both fit the column."""
        self._point.setVisible(point is not None)
        room = self._column.width() - (self._gap if self._in_row else 0)
        for words, percent in product(self._point_texts(point), _CHIPS):
            self._point.show_text(words)
            for chip in (self._side, self._point):
                chip.set_percent(percent * self._grown, self.scale)
            widths = [chip.sizeHint().width() for chip in self._chips()]
            if (sum(widths) if self._in_row else max(widths)) <= room:
                break
        self._arrange_column()

    def _point_texts(self, point: Acupoint | None) -> tuple[str, ...]:
        """The name that the class speaks of it by, with its code; where that is too long, alone."""
        if point is None:
            return ("",)
        name = point.name_vi if self.parts.language() == "vi" else point.pinyin
        return f"{name} · {point.code}", point.code

    @property
    def _in_row(self) -> bool:
        """Larger words have a wider column, and two rows of them would take the time its room."""
        return self.scale.enlarged > 1

    @property
    def _gap(self) -> int:
        return self.scale.px(1.2)

    def _chips(self) -> tuple[Chip, ...]:
        chips = (self._side, self._point)
        return tuple(chip for chip in chips if not chip.isHidden()) or (self._side,)

    def _arrange(self) -> None:
        """On a wide wall the time beside the picture, on a high one below it."""
        scale, wide, high = self.scale, self.width(), self.height()
        if wide < 2 or high < 2:
            return
        self._grown = 1.0 if wide >= high else _UPRIGHT
        self._countdown.set_scale(scale, self._grown)
        margin, across = scale.px(3), wide - 2 * scale.px(3)
        self._name.setGeometry(margin, scale.px(1.5), across, _line_of(scale))
        foot = _foot_of(scale)
        self._progress.setGeometry(margin, high - scale.px(2) - foot, across, foot)
        picture, self._column = self._rooms(scale)
        self._picture.setGeometry(picture)
        sizes = [scale.with_words(size.factor) for size in TextSize]
        self._picture.may_become(
            (self._rooms(other)[0].size(), other.text(_LABELS))
            for other in sizes
            if other.enlarged != scale.enlarged
        )
        self._told = ()
        self.retranslate()
        self._arrange_column()

    def _rooms(self, scale: AudienceScale) -> tuple[QRect, QRect]:
        """Where the picture stands, and the column with the time, with words of some size."""
        wide, high, gap = self.width(), self.height(), scale.px(2)
        margin = scale.px(3)
        across = wide - 2 * margin
        top = scale.px(1.5) + _line_of(scale) + gap
        bottom = high - scale.px(2) - _foot_of(scale)
        room = QRect(margin, top, across, bottom - gap - top)
        if wide >= high:
            column = round(across * min(0.5, _COLUMN * scale.enlarged))
            width = min(across - column - gap, round(room.height() * _PICTURE_SHAPE))
            height = min(room.height(), round(width / _PICTURE_SHAPE))
            beside = room.adjusted(width + 2 * gap, 0, 0, 0)
            return QRect(room.left(), room.top(), width, height), beside
        height = min(round(across / _PICTURE_SHAPE), room.height() // 2)
        below = room.adjusted(0, height + gap, 0, 0)
        return QRect(room.left(), room.top(), across, height), below

    def _arrange_column(self) -> None:
        """The chips, then the time in what is left, always in the same place."""
        column, rows = self._column, 1 if self._in_row else 2
        chips = [chip for chip in (self._side, self._point) if not chip.isHidden()]
        sizes = [chip.sizeHint() for chip in chips]
        wide = sum(size.width() for size in sizes) + self._gap * (len(sizes) - 1)
        left, top = column.left() + (column.width() - wide) // 2, column.top()
        for chip, size in zip(chips, sizes, strict=True):
            width = min(size.width(), column.width())
            if not self._in_row:
                left = column.left() + (column.width() - width) // 2
            chip.setGeometry(left, top, width, size.height())
            if self._in_row:
                left += width + self._gap
            else:
                top += size.height() + self._gap
        row = round(self.scale.text(_CHIPS[0] * self._grown) * _CHIP_HEIGHT)
        under = column.top() + rows * row
        room = QRect(column.left(), under, column.width(), column.bottom() + 1 - under)
        self._countdown.setGeometry(room)


def _line_of(scale: AudienceScale) -> int:
    """The height of a name in one line."""
    return math.ceil(scale.text(_NAMES[0]) * LINE_HEIGHT)


def _foot_of(scale: AudienceScale) -> int:
    """The height of the line below everything."""
    return round(scale.text(PROGRESS_TEXT) * 1.4)


def _row_of(segment: Segment, timeline: Timeline | None) -> Row | None:
    """Its line in the lesson that is on; None where the class still sees another lesson."""
    if timeline is None or segment.row >= len(timeline.rows):
        return None
    row = timeline.rows[segment.row]
    return row if row.step is segment.step else None
