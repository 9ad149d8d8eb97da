"""The form in which a class answers: it points at the picture, or holds up a letter."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import OPTIONS
from massage_trainer.domain.quiz.kinds.name import TYPE_POINT, WHICH_POINT, point_options
from massage_trainer.domain.quiz.question import Form, Option
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.question import Question, Scale
    from massage_trainer.domain.quiz.source import QuizSource

LETTERS: Final = "ABCDEF"
# Numbers that a class may weigh; a window of them is laid at random around the right one.
_LADDER: Final = (
    *(0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6, 7, 8, 9, 10),
    *(11, 12, 13, 14, 15, 16, 17, 18, 19, 20),
)


def for_class(question: Question, source: QuizSource, random: Random) -> Question:
    """The same question for many at once: nobody types, and four letters are enough.

    A question that asks for words of one's own stays as it is: the class calls them out.
    """
    match question.form:
        case Form.CHOICE if len(question.options) > OPTIONS:
            return replace(question, options=_few(question, OPTIONS, random))
        case Form.MANY if len(question.options) > len(LETTERS):
            return replace(question, options=_few(question, len(LETTERS), random))
        case Form.TYPED:
            return _to_choose(question, source, random)
        case Form.NUMBER if question.scale is not None:
            return _numbers(question, question.scale, random)
        case _:
            return question


def is_called_out(question: Question) -> bool:
    """Whether the class says its answer, and the instructor counts who was right."""
    return question.form is Form.TYPED


def _few(question: Question, most: int, random: Random) -> tuple[Option, ...]:
    """What is right and some others, in the order in which they stood."""
    wrong = [option.id for option in question.options if option.id not in question.right]
    others = min(len(wrong), max(1, most - len(question.right)))
    kept = question.right | set(random.sample(wrong, others))
    return tuple(option for option in question.options if option.id in kept)


def _to_choose(question: Question, source: QuizSource, random: Random) -> Question:
    point = source.catalog.points.get(question.item)
    if point is None:
        return question
    return replace(
        question,
        form=Form.CHOICE,
        prompt=WHICH_POINT if question.prompt == TYPE_POINT else question.prompt,
        options=point_options(point, source, random),
        right=frozenset({point.code}),
        accepted=(),
    )


def _numbers(question: Question, scale: Scale, random: Random) -> Question:
    """Growing numbers; the right one is as likely at each place."""
    ladder = sorted({*_LADDER, scale.right})
    ladder = [number for number in ladder if scale.least <= number <= scale.most]
    at = ladder.index(scale.right)
    start = min(max(0, at - random.randrange(OPTIONS)), max(0, len(ladder) - OPTIONS))
    chosen = ladder[start : start + OPTIONS]
    return replace(
        question,
        form=Form.CHOICE,
        options=tuple(Option(f"{number:g}", _number_text(number, scale)) for number in chosen),
        right=frozenset({f"{scale.right:g}"}),
        scale=None,
    )


def _number_text(number: float, scale: Scale) -> LocalizedText:
    digits = f"{number:g}"
    return LocalizedText(f"{digits.replace('.', ',')} {scale.unit.vi}", f"{digits} {scale.unit.en}")
