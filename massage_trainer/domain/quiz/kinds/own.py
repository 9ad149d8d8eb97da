"""Questions that were read from a table, as far as no other kind asks the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from massage_trainer.domain.point_search import fold
from massage_trainer.domain.quiz.kinds.base import Kind
from massage_trainer.domain.quiz.question import OWN, Form, Outcome, TypedResponse
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.question import Question, Response
    from massage_trainer.domain.quiz.source import QuizSource


class OwnQuestions(Kind):
    """Whatever the author asks: to choose or to type."""

    id = OWN
    title = LocalizedText("Câu hỏi riêng", "Questions of your own")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        del random
        found = [
            question
            for own in source.own
            for question in own.questions
            if question.kind == OWN and deck.wants(OWN, question.item, question.topic)
        ]
        return list({question.key: question for question in found}.values())

    def _judge_form(self, question: Question, response: Response, source: QuizSource) -> Outcome:
        """Marks, case and spaces do not count."""
        del source
        if not isinstance(response, TypedResponse) or question.form is not Form.TYPED:
            return Outcome(Grade.MISS)
        typed = fold(response.text)
        is_right = bool(typed) and typed in {fold(answer) for answer in question.accepted}
        return Outcome(Grade.HIT if is_right else Grade.MISS)
