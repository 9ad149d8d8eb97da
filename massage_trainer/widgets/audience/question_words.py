"""What a class reads of a question, of its answer and of the end of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.classroom.class_form import LETTERS
from massage_trainer.domain.verdict import SideRule

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.slides import QuestionSlide, ResultLine, Reveal

_WHOLE = 100


def progress_text(slide: QuestionSlide) -> str:
    """Which question it is."""
    if slide.again:
        text = QCoreApplication.translate("ClassQuiz", "Question {number} of {count}, once more")
    else:
        text = QCoreApplication.translate("ClassQuiz", "Question {number} of {count}")
    return text.format(number=slide.number, count=slide.of)


def prompt_text(slide: QuestionSlide, language: str) -> str:
    """The question, with the side that is asked for."""
    parts = [slide.text.in_language(language)]
    if slide.side is SideRule.LEFT:
        parts.append(QCoreApplication.translate("Quiz", "On the client's left side."))
    elif slide.side is SideRule.RIGHT:
        parts.append(QCoreApplication.translate("Quiz", "On the client's right side."))
    return " ".join(parts)


def how_text(slide: QuestionSlide) -> str:
    """How the class answers."""
    if slide.pointing:
        return QCoreApplication.translate("ClassQuiz", "Point at the place in the picture.")
    if slide.many:
        return QCoreApplication.translate(
            "ClassQuiz", "Hold up a letter that is right; more than one may be."
        )
    if slide.options:
        return QCoreApplication.translate("ClassQuiz", "Hold up your letter.")
    return QCoreApplication.translate("ClassQuiz", "Say it out loud.")


def right_text(reveal: Reveal, language: str) -> str:
    return reveal.right.in_language(language)


def share_text(right: int, answered: int) -> str:
    """How many were right; empty where nobody was counted."""
    if not answered:
        return ""
    text = QCoreApplication.translate("ClassQuiz", "{right} of {count} right ({percent} %)")
    return text.format(right=right, count=answered, percent=round(_WHOLE * right / answered))


def total_text(right: int, answered: int) -> str:
    """How many answers of a whole round were right; empty where nobody was counted."""
    if not answered:
        return ""
    text = QCoreApplication.translate("ClassQuiz", "{right} of {count} answers right ({percent} %)")
    return text.format(right=right, count=answered, percent=round(_WHOLE * right / answered))


def confused_text(slide: QuestionSlide, reveal: Reveal, language: str) -> str:
    """What it was taken for most often, by its letter where it has one; empty where it was not."""
    if reveal.confused_with is None:
        return ""
    name = reveal.confused_with.in_language(language)
    if reveal.confused_with in slide.options:
        name = LETTERS[slide.options.index(reveal.confused_with)]
    text = QCoreApplication.translate("ClassQuiz", "Most common mistake: {name} ({count})")
    return text.format(name=name, count=reveal.confused)


def line_confused_text(line: ResultLine, language: str) -> str:
    """What it was taken for, in a line of the end."""
    if line.confused_with is None:
        return ""
    text = QCoreApplication.translate("ClassQuiz", "most common mistake: {name}")
    return text.format(name=line.confused_with.in_language(language))
