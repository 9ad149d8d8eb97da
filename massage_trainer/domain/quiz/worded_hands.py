"""Techniques in words: what the hands do, with gaps for the name that is asked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import OPTIONS, shuffled
from massage_trainer.domain.quiz.kinds.stroke import MOVED, are_alike, is_of_one_sort
from massage_trainer.domain.quiz.names import filled
from massage_trainer.domain.quiz.question import Option
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Stroke
    from massage_trainer.domain.quiz.question import Question
    from massage_trainer.domain.quiz.source import QuizSource

_NAME: Final = LocalizedText("Đây là thủ thuật gì? {how}", "Which technique is this? {how}")
_PART: Final = LocalizedText(
    "Khi làm “{name}” thì dùng phần nào của bàn tay?",
    "Which part of the hand works in “{name}”?",
)
_GAP: Final = "…"
_STEM: Final = 4  # letters by which English forms of one word are known: press, presses, pressing
# Words of names that stand in many descriptions and tell nothing.
_COMMON: Final = frozenset(
    {"tay", "da", "và", "nhẹ", "huyệt", "skin", "circular", "linear", "steady"}
)
_WORD: Final = re.compile(r"[^\W\d_]+")
# Sentences that name the technique's neighbours: they would leave only one name over.
_COMPARES: Final = re.compile(r"Khác|hơn vuốt|[Uu]nlike|than |rather|Kneading takes|thì làm cả một")
_GAPS: Final = re.compile(r"…(?:[\s,–-]*…)+")


def stroke_words(question: Question, source: QuizSource, random: Random) -> Question:
    """What the hands do is told; neither its own name nor its neighbours' stand there.

    What a picture cannot tell apart, words can: those techniques stand against each other here.
    """
    strokes = source.catalog.strokes
    stroke = strokes[question.item]
    wrong = [each for each in strokes.values() if is_of_one_sort(each, stroke)]
    random.shuffle(wrong)
    wrong.sort(key=lambda each: not are_alike(each, stroke))
    options = [Option(each.id, each.name) for each in (stroke, *wrong[: OPTIONS - 1])]
    return replace(
        question, prompt=filled(_NAME, how=_told(stroke)), options=shuffled(options, random)
    )


def hand_words(question: Question, source: QuizSource, random: Random) -> Question:
    """Named by the lesson's step where one name stands for two hands."""
    del random
    steps = [step for lesson in source.lessons for step in lesson.steps]
    own = next((step.name for step in steps if step.plate_id == question.item), None)
    name = own or source.catalog.strokes[question.topic].name
    return replace(question, prompt=filled(_PART, name=name))


def _told(stroke: Stroke) -> LocalizedText:
    vi, en = (_sentences(text) for text in (stroke.how.vi, stroke.how.en))
    if stroke.id.startswith(MOVED):
        return LocalizedText(vi, en)  # their names are such sentences themselves
    names = {word.casefold() for word in _WORD.findall(stroke.name.vi)} - _COMMON
    words = {word.casefold() for word in _WORD.findall(stroke.name.en)} - _COMMON
    stems = {word[:_STEM] for word in words if len(word) >= _STEM}
    return LocalizedText(
        _tidy(_WORD.sub(lambda m: _GAP if m[0].casefold() in names else m[0], vi)),
        _tidy(_WORD.sub(lambda m: _GAP if _stem(m[0]) in stems else m[0], en)),
    )


def _stem(word: str) -> str:
    """``pats`` and ``patting`` have no four letters in common, but three."""
    stem = word[:_STEM].casefold()
    return "patt" if stem == "pats" else stem


def _sentences(text: str) -> str:
    kept = [part for part in re.split(r"(?<=[.;])\s+", text) if not _COMPARES.search(part)]
    return " ".join(kept) or text


def _tidy(text: str) -> str:
    """Gaps in a row are one gap."""
    return _GAPS.sub(_GAP, text)
