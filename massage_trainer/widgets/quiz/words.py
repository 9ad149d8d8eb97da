"""What the quiz says of an answer: the grade with its sign, and what there is to learn from it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    NumberResponse,
    TypedResponse,
)
from massage_trainer.domain.quiz.round import Help
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.verdict_words import place_text, verdict_words

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.learner import Answer
    from massage_trainer.domain.quiz.question import Question


class AnswerWords(NamedTuple):
    """The grade in words with its sign, and the lines under it."""

    icon: Icon
    grade: str
    lines: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """All of it, for those who do not see it."""
        return " ".join(f"{part.rstrip('.')}." for part in (self.grade, *self.lines) if part)


def told_words(answer: Answer, catalog: Catalog, language: str) -> AnswerWords:
    """Everything, once the question is over."""
    question = answer.question
    if not _says_anything(answer):
        told = QCoreApplication.translate("Quiz", "Here is the answer")
        return AnswerWords(Icon.INFO, told, _right_lines(question, language))
    verdict = answer.outcome.verdict
    if verdict is not None:
        words = verdict_words(verdict, catalog, language)
        return AnswerWords(words.icon, words.grade, (words.line,))
    icon, grade = _grade(answer)
    if answer.outcome.is_right:
        return AnswerWords(icon, grade, ())
    lines = (*_taken_lines(answer, catalog, language), *_right_lines(question, language))
    return AnswerWords(icon, grade, lines)


def retry_words(answer: Answer, tries_left: int, catalog: Catalog, language: str) -> AnswerWords:
    """After a try that was not right while others are left: the grade, and never the answer.

    Before the last try the direction is told, without how far.
    """
    verdict = answer.outcome.verdict
    lines = [_tries_text(tries_left)]
    if verdict is None:
        icon, grade = _grade(answer)
        return AnswerWords(icon, grade, tuple(lines))
    words = verdict_words(verdict, catalog, language)
    if answer.outcome.taken_for:
        text = QCoreApplication.translate("Quiz", "This is {name}.")
        lines.insert(0, text.format(name=place_text(answer.outcome.taken_for, catalog, language)))
    if tries_left == 1 and verdict.words and not verdict.wrong_side:
        lines.insert(0, _direction_text([part.go.value for part in verdict.words]))
    return AnswerWords(words.icon, words.grade, tuple(lines))


def help_text(level: Help) -> str:
    match level:
        case Help.NONE:
            return QCoreApplication.translate("Quiz", "No help")
        case Help.LANDMARKS:
            return QCoreApplication.translate("Quiz", "Landmarks")
        case Help.LINES:
            return QCoreApplication.translate("Quiz", "Landmarks and measuring lines")
        case Help.NEIGHBOURS:
            return QCoreApplication.translate("Quiz", "Names of the neighbours")


def deck_text(deck: Deck, language: str) -> str:
    """The title of a deck, as it stands in a list of them."""
    title = deck.title.in_language(language)
    if deck.id.startswith("lesson:"):
        title = QCoreApplication.translate("Quiz", "Lesson: {title}").format(title=title)
    if deck.keys is not None:
        text = QCoreApplication.translate("Quiz", "{title} ({count})")
        return text.format(title=title, count=len(deck.keys))
    return title


def side_wish(question: Question) -> str:
    """Which side is asked for; empty where either is right."""
    if question.form is not Form.PLACE:
        return ""
    match question.side:
        case SideRule.LEFT:
            return QCoreApplication.translate("Quiz", "On the client's left side.")
        case SideRule.RIGHT:
            return QCoreApplication.translate("Quiz", "On the client's right side.")
        case SideRule.EITHER:
            return ""


def turning_words(*, turns: bool) -> str:
    """In the harder form: how the body is turned, or that it cannot be."""
    if turns:
        return QCoreApplication.translate(
            "Quiz", "Turn the body first: drag it, or hold Ctrl and press the arrow keys."
        )
    return QCoreApplication.translate(
        "Quiz", "The body cannot be turned now: this question has a still picture."
    )


def seconds_text(milliseconds: int) -> str:
    minutes, seconds = divmod(milliseconds // 1_000, 60)
    return f"{minutes}:{seconds:02d}"


def _grade(answer: Answer) -> tuple[Icon, str]:
    match answer.outcome.grade:
        case Grade.HIT:
            return Icon.CHECK, QCoreApplication.translate("Quiz", "Right")
        case Grade.NEAR:
            return Icon.NEAR, QCoreApplication.translate("Quiz", "Nearly")
        case _:
            return Icon.CLOSE, QCoreApplication.translate("Quiz", "Not right")


def _right_lines(question: Question, language: str) -> tuple[str, ...]:
    """What would have been right; a place is shown in the picture instead."""
    right = [
        each.text.in_language(language) for each in question.options if each.id in question.right
    ]
    if question.scale is not None:
        number = f"{question.scale.right:g}"
        number = number.replace(".", ",") if language == "vi" else number
        right = [f"{number} {question.scale.unit.in_language(language)}"]
    if not right:
        return ()
    text = QCoreApplication.translate("Quiz", "Right is: {answer}")
    return (text.format(answer="; ".join(right)),)


def _taken_lines(answer: Answer, catalog: Catalog, language: str) -> tuple[str, ...]:
    """What was answered, where it stands for something else."""
    if answer.question.form is Form.TYPED and answer.outcome.taken_for:
        text = QCoreApplication.translate("Quiz", "That is {name}.")
        return (text.format(name=place_text(answer.outcome.taken_for, catalog, language)),)
    return ()


def _says_anything(answer: Answer) -> bool:
    match answer.response:
        case ChoiceResponse(ids=ids):
            return bool(ids)
        case TypedResponse(text=text):
            return bool(text.strip())
        case NumberResponse():
            return True
        case response:
            return response.place is not None


def _tries_text(tries_left: int) -> str:
    if tries_left == 1:
        return QCoreApplication.translate("Quiz", "Once more: this is the last try.")
    return QCoreApplication.translate("Quiz", "Once more: {count} tries are left.").format(
        count=tries_left
    )


def _direction_text(directions: list[str]) -> str:
    names = {
        "lateral": QCoreApplication.translate("Quiz", "too lateral"),
        "medial": QCoreApplication.translate("Quiz", "too medial"),
        "cranial": QCoreApplication.translate("Quiz", "too high"),
        "caudal": QCoreApplication.translate("Quiz", "too low"),
        "proximal": QCoreApplication.translate("Quiz", "too proximal"),
        "distal": QCoreApplication.translate("Quiz", "too distal"),
        "anterior": QCoreApplication.translate("Quiz", "too far forward"),
        "posterior": QCoreApplication.translate("Quiz", "too far back"),
        "left": QCoreApplication.translate("Quiz", "too far to the left"),
        "right": QCoreApplication.translate("Quiz", "too far to the right"),
    }
    separator = QCoreApplication.translate("Verdict", ", ", "between two directions")
    words = separator.join(names[each] for each in directions)
    return QCoreApplication.translate("Quiz", "Your place was {where}.").format(where=words)
