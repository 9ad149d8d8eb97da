"""What every kind of question can do, and how choices are made and graded."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.question import ChoiceResponse, Form, Option, Outcome
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Question, Response
    from massage_trainer.domain.quiz.source import QuizSource
    from massage_trainer.domain.text import LocalizedText

OPTIONS: Final = 4


class Kind(ABC):
    """A kind of question; ``id`` is stored with every answer and is never renamed."""

    id: str
    title: LocalizedText

    @abstractmethod
    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        """One question about everything of the deck that this kind can ask about.

        The same source, deck and state of ``random`` give the same questions.
        """

    def judge(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        """How good a response is; one that does not fit the form is a miss.

        Any question may come in its worded form, as a choice.
        """
        if isinstance(response, ChoiceResponse):
            is_choice = question.form in (Form.CHOICE, Form.MANY)
            return choice_outcome(question, response) if is_choice else Outcome(Grade.MISS)
        return self._judge_form(question, response, source)

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        """What is no choice."""
        del question, response, source
        return Outcome(Grade.MISS)


def choice_outcome(question: Question, response: ChoiceResponse) -> Outcome:
    """Of MANY, nothing wrong but not all is NEAR.

    Where the options are items, as the asked one is, the wrong one was taken for it.
    """
    if response.ids == question.right:
        return Outcome(Grade.HIT)
    wrong = sorted(response.ids - question.right)
    if question.form is Form.MANY and response.ids and not wrong:
        return Outcome(Grade.NEAR)
    of_items = question.form is Form.CHOICE and question.right == {question.item}
    return Outcome(Grade.MISS, taken_for=wrong[0] if of_items and len(wrong) == 1 else "")


def shuffled(options: Iterable[Option], random: Random) -> tuple[Option, ...]:
    """In an order that says nothing: the same for the same set of options and state."""
    found = sorted(options, key=lambda option: option.id)
    random.shuffle(found)
    return tuple(found)
