"""The question of a class in large, then its answer; and the end of a round."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent

from massage_trainer.domain.classroom.class_form import LETTERS
from massage_trainer.domain.classroom.slides import QuestionSlide, ResultSlide
from massage_trainer.domain.plate import ClientBody
from massage_trainer.widgets.audience.board_picture import BoardPicture
from massage_trainer.widgets.audience.faces import AudienceFace
from massage_trainer.widgets.audience.question_blocks import Letter, Share, Words
from massage_trainer.widgets.audience.question_marks import class_board, question_drawing
from massage_trainer.widgets.audience.question_panel import QuestionPanel
from massage_trainer.widgets.audience.question_words import (
    confused_text,
    how_text,
    line_confused_text,
    progress_text,
    prompt_text,
    right_text,
    share_text,
    total_text,
)
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.plate.words import PlateWords

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from massage_trainer.domain.classroom.slides import ResultLine, Reveal, Showing
    from massage_trainer.widgets.audience.faces import FaceParts
    from massage_trainer.widgets.audience.question_blocks import Block
    from massage_trainer.widgets.audience.scale import AudienceScale

_PICTURE_SHARE: Final = 0.62
_ALONE_SHARE: Final = 0.8  # of the width, for words without a picture
_LETTERS_PERCENT: Final = 5.0
_ALONE_PERCENT: Final = 5.6
_UPRIGHT: Final = 1.5  # an upright screen has room below
_MARKS: Final = 1.7
_MOST_LINES: Final = 5  # more would not be read from the last row


class QuestionFace(AudienceFace):
    """Paints a question; before the answer is told nothing here knows it."""

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setObjectName("question-face")
        self._slide: QuestionSlide | None = None
        words = PlateWords(parts.catalog(), parts.language())
        self.picture = BoardPicture(parts.plates, words, self, parts.live)
        self.picture.enlarge_marks(_MARKS)
        self.panel = QuestionPanel(self)

    def show_showing(self, showing: Showing) -> None:
        slide = showing.slide
        if not isinstance(slide, QuestionSlide):
            return
        changed = slide != self._slide
        self._slide = slide
        if slide.shot is not None:
            self.picture.show_board(class_board(showing.board, slide))
            if changed:
                client = slide.client or ClientBody.MAN
                self.picture.show_shot(slide.shot, client, self.parts.coming())
        if changed:
            self._arrange()
            self.retranslate()

    def set_scale(self, scale: AudienceScale) -> None:
        super().set_scale(scale)
        self.picture.set_text_px(scale.text(2.6))
        self._arrange()

    def retranslate(self) -> None:
        slide = self._slide
        if slide is None:
            return
        language = self.parts.language()
        self.picture.set_words(PlateWords(self.parts.catalog(), language))
        self.picture.draw(question_drawing(slide, language))
        self.panel.show_blocks(tuple(question_blocks(slide, language)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        slide = self._slide
        margin = self.scale.px(3)
        room = self.rect().adjusted(margin, margin, -margin, -margin)
        pictured = slide is not None and slide.shot is not None
        self.picture.setVisible(pictured)
        upright = _UPRIGHT if self.width() < self.height() else 1.0
        percent = _LETTERS_PERCENT if pictured else _ALONE_PERCENT
        self.panel.set_px(self.scale.text(percent * upright))
        if not pictured:
            width = round(room.width() * _ALONE_SHARE)
            left = room.left() + (room.width() - width) // 2
            self.panel.setGeometry(left, room.top(), width, room.height())
        elif room.width() >= room.height():
            across = round(room.width() * _PICTURE_SHARE)
            self.picture.setGeometry(room.left(), room.top(), across - margin, room.height())
            rest = QRect(room.left() + across, room.top(), room.width() - across, room.height())
            self.panel.setGeometry(rest)
        else:
            high = round(room.height() * (1 - _PICTURE_SHARE))
            self.picture.setGeometry(room.left(), room.top(), room.width(), high)
            below = room.top() + high + margin
            self.panel.setGeometry(room.left(), below, room.width(), room.bottom() + 1 - below)


class ResultFace(AudienceFace):
    """How the class did, question by question."""

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setObjectName("result-face")
        self._slide: ResultSlide | None = None
        self.panel = QuestionPanel(self)

    def show_showing(self, showing: Showing) -> None:
        if isinstance(showing.slide, ResultSlide):
            self._slide = showing.slide
            self.retranslate()

    def set_scale(self, scale: AudienceScale) -> None:
        super().set_scale(scale)
        self._arrange()

    def retranslate(self) -> None:
        if self._slide is not None:
            self.panel.show_blocks(tuple(self._blocks(self._slide)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        upright = _UPRIGHT if self.width() < self.height() else 1.0
        self.panel.set_px(self.scale.text(_ALONE_PERCENT * upright))
        margin = self.scale.px(4)
        width = round((self.width() - 2 * margin) * _ALONE_SHARE)
        self.panel.setGeometry(
            (self.width() - width) // 2, margin, width, max(1, self.height() - 2 * margin)
        )

    def _blocks(self, slide: ResultSlide) -> Iterator[Block]:
        language = self.parts.language()
        yield Words(self.tr("How it went"), 1.3, bold=True)
        told = total_text(slide.right, slide.answered)
        yield Words(told or self.tr("Nobody was counted."), 1.0, "muted")
        lines = slide.lines
        if len(lines) > _MOST_LINES:
            lines = tuple(sorted(lines, key=_share)[:_MOST_LINES])
            hardest = self.tr("The hardest of {count} questions:").format(count=len(slide.lines))
            yield Words(hardest, 0.8)
        for line in lines:
            yield Share(
                line.name.in_language(language),
                line_confused_text(line, language),
                share_text(line.right, line.answered) or "–",
                _share(line) if line.answered else 0.0,
            )


def _share(line: ResultLine) -> float:
    """How many were right; what nobody answered was not hard."""
    return line.right / line.answered if line.answered else 1.0


def question_blocks(slide: QuestionSlide, language: str) -> Iterator[Block]:
    """Everything that the class reads beside the picture, from the top."""
    yield Words(progress_text(slide), 0.7, "muted")
    yield Words(prompt_text(slide, language), 1.15, bold=True)
    reveal = slide.reveal
    for number, option in enumerate(slide.options):
        text, letter = option.in_language(language), LETTERS[number]
        if reveal is None:
            yield Letter(letter, text)
        else:
            yield _told_letter(number, letter, text, reveal)
    if reveal is None:
        yield Words(how_text(slide), 0.8, "muted")
    else:
        yield from _told_blocks(slide, reveal, language)


def _told_letter(number: int, letter: str, text: str, reveal: Reveal) -> Letter:
    hands = reveal.counts[number] if reveal.answered and number < len(reveal.counts) else None
    share = hands / max(1, reveal.answered) if hands else 0.0
    return Letter(letter, text, hands, share, number in reveal.right_options)


def _told_blocks(slide: QuestionSlide, reveal: Reveal, language: str) -> Iterator[Block]:
    if not slide.options:
        yield Words(right_text(reveal, language), 1.0, "accent", bold=True, icon=Icon.CHECK)
    if told := share_text(reveal.answered_right, reveal.answered):
        yield Words(told, 0.85, bold=True)
    if confused := confused_text(slide, reveal, language):
        yield Words(confused, 0.8)
    if reveal.why is not None:
        yield Words(reveal.why.in_language(language), 0.72)
