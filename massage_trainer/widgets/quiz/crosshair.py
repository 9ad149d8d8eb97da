"""The crosshair of a question: put by clicks and arrow keys, taken along by a turned body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from massage_trainer.domain.quiz.question import Form, PlaceResponse

if TYPE_CHECKING:
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.still_places import Fraction
    from massage_trainer.viewmodels.quiz import QuizViewModel
    from massage_trainer.widgets.plate.still_picture import StillPicture

STEP_CUN: Final = 0.1
LONG_STEP_CUN: Final = 1.0


class Crosshair(QObject):
    """Stands between the picture and what would be confirmed.

    Signals:
        moved: it stands elsewhere, whether or not something else would be confirmed.
    """

    moved = Signal()

    def __init__(self, quiz: QuizViewModel, picture: StillPicture, parent: QObject) -> None:
        super().__init__(parent)
        self._quiz = quiz
        self._picture = picture
        self.at: Fraction | None = None  # in the picture; None before it was moved or clicked
        self._asked: Fraction | None = None
        picture.place_touched.connect(self._click)
        picture.touch_withdrawn.connect(quiz.withdraw)
        picture.place_asked.connect(self._aim)
        picture.step_wanted.connect(self._step)

    @property
    def drafted(self) -> Vector | None:
        """The place of the body that would be confirmed."""
        draft = self._quiz.round.draft
        return draft.place if isinstance(draft, PlaceResponse) else None

    @property
    def is_asking(self) -> bool:
        """Whether it is not known yet what it stands on."""
        return self._asked is not None

    def clear(self) -> None:
        """Nothing has been put down."""
        self.at = self._asked = None

    def follow_draft(self) -> None:
        """What would be confirmed is another."""
        draft = self._quiz.round.draft
        if not isinstance(draft, PlaceResponse):
            self.at = None
        elif draft.at is not None:
            self.at = draft.at

    @Slot(object, tuple)
    def _click(self, place: Vector | None, at: Fraction) -> None:
        if self._quiz.is_asking:
            self._asked = None
            if place is not None:
                self.at = at
            self._quiz.click(place, self._picture.lasting(at), self._picture.client)

    @Slot(int, int, bool)
    def _step(self, across: int, down: int, far: bool) -> None:  # noqa: FBT001 - as the signal has it
        """It goes on; it begins in the middle, also where a turned body has taken it away."""
        question, picture = self._quiz.question, self._picture
        if question is None or question.form is not Form.PLACE or not self._quiz.is_asking:
            return
        start = self._asked or picture.where(self.at, self.drafted)
        at = picture.step(start, across, down, LONG_STEP_CUN if far else STEP_CUN)
        self.at = self._asked = at
        picture.ask(at)
        if self._asked is not None:  # until it is told, what stood before is no answer
            self._quiz.aim(None, picture.lasting(at), picture.client)
        self.moved.emit()

    @Slot(object, tuple)
    def _aim(self, place: Vector | None, at: Fraction) -> None:
        """It is known what it stands on; a picture may know it better a moment later."""
        if at == self.at and self._quiz.is_asking:
            self._asked = None
            self._quiz.aim(place, self._picture.lasting(at), self._picture.client)
            self._picture.show_place(at)
