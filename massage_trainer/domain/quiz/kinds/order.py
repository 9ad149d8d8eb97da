"""The order of a lesson: which point it presses first, and which one next."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.kinds.base import OPTIONS, Kind, shuffled
from massage_trainer.domain.quiz.names import filled, point_name
from massage_trainer.domain.quiz.question import Form, Option, Question
from massage_trainer.domain.quiz.rivals import are_confusable, plausible_points
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.catalog import Acupoint
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import LessonContent, QuizSource

_FIRST: Final = LocalizedText(
    "Bài “{lesson}” bắt đầu ấn từ huyệt nào?",
    "Which point does the lesson “{lesson}” press first?",
)
_NEXT: Final = LocalizedText(
    "Bài “{lesson}”: sau {before} thì ấn huyệt nào?",
    "The lesson “{lesson}”: which point is pressed after {before}?",
)
_WHY: Final = LocalizedText("Thứ tự của bài: {names}.", "The order of the lesson: {names}.")


class NextPoint(Kind):
    """The item is the lesson with the point before, or the lesson alone for its first point.

    A step that several lessons share is asked in the first of them.
    """

    id = "next-point"
    title = LocalizedText("Huyệt tiếp theo trong bài", "The next point of the lesson")

    def questions(self, source: QuizSource, deck: Deck, random: Random) -> list[Question]:
        found: dict[tuple[str, str], Question] = {}
        points = source.catalog.points
        for lesson in source.lessons:
            known = [points[code] for code in lesson.points if code in points]
            for before, after in _steps(known):
                item = f"{lesson.id}/{before.code}" if before else lesson.id
                pair = (before.code if before else "", after.code)
                if pair in found or not deck.wants(self.id, item, after.code):
                    continue
                options = shuffled(_options(known, before, after, source, random), random)
                found[pair] = _question(item, lesson, known, before, after, options)
        return list(found.values())


def _steps(points: list[Acupoint]) -> list[tuple[Acupoint | None, Acupoint]]:
    """Each point with what comes after it; not where the lesson goes on now so, now otherwise."""
    if not points:
        return []
    pairs: dict[str, set[str]] = {}
    for before, after in pairwise(points):
        pairs.setdefault(before.code, set()).add(after.code)
    by_code = {point.code: point for point in points}
    clear = [(a, *after) for a, after in pairs.items() if len(after) == 1]
    return [(None, points[0]), *((by_code[a], by_code[b]) for a, b in clear)]


def _options(
    points: list[Acupoint],
    before: Acupoint | None,
    after: Acupoint,
    source: QuizSource,
    random: Random,
) -> list[Option]:
    """The other points of the lesson first, for they are the likeliest."""
    barred = {point.code for point in (before, after) if point}
    own = [
        point
        for point in {point.code: point for point in points}.values()
        if point.code not in barred and not are_confusable(point, after, source)
    ]
    random.shuffle(own)
    others = [point for point in plausible_points(after, source, random) if point not in own]
    others = [point for point in others if point.code not in barred]
    chosen = [after, *[*own, *others][: OPTIONS - 1]]
    return [Option(point.code, point_name(point)) for point in chosen]


def _question(
    item: str,
    lesson: LessonContent,
    points: list[Acupoint],
    before: Acupoint | None,
    after: Acupoint,
    options: tuple[Option, ...],
) -> Question:
    if before:
        prompt = filled(_NEXT, lesson=lesson.name, before=point_name(before))
    else:
        prompt = filled(_FIRST, lesson=lesson.name)
    names = [point_name(point) for point in points]
    listed = LocalizedText(" → ".join(n.vi for n in names), " → ".join(n.en for n in names))
    return Question(
        NextPoint.id,
        item,
        Form.CHOICE,
        prompt,
        filled(_WHY, names=listed),
        topic=after.code,
        options=options,
        right=frozenset({after.code}),
    )
