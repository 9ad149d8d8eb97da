"""What a deck or lesson gives an exam to draw from, and the words of its tasks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.exam.paper import Pool, PoolPoint, PoolTechnique
from massage_trainer.domain.exam.sheet import TaskKind
from massage_trainer.domain.protocol import Counted, Holds, Timed
from massage_trainer.domain.quiz.deck import decks
from massage_trainer.domain.quiz.names import filled, point_name
from massage_trainer.domain.text import LocalizedText

if TYPE_CHECKING:
    from massage_trainer.domain.exam.paper import Task
    from massage_trainer.domain.protocol import Step
    from massage_trainer.domain.quiz.deck import Deck
    from massage_trainer.domain.quiz.source import QuizSource

# The hands do nothing there; its safety has a line of its own in the rubric.
_NO_TECHNIQUE: Final = frozenset({"infrared"})
_LESSON: Final = "lesson:"

_TASKS: Final = {
    TaskKind.LOCATE: LocalizedText(
        "Tìm và chỉ huyệt {name}, {side}.", "Find {name} {side} and show it."
    ),
    TaskKind.EXPLAIN: LocalizedText(
        "Tìm huyệt {name}, {side}. Nói rõ đo từ mốc nào và mấy thốn.",
        "Find {name} {side}. Say from which landmark you measure, and how many cun.",
    ),
    TaskKind.PRESS: LocalizedText(
        "Tìm huyệt {name}, {side}, rồi day ấn đúng như đã học.",
        "Find {name} {side} and press-knead it as taught.",
    ),
}
_STROKE: Final = LocalizedText(
    "Làm động tác “{name}”, đúng tư thế và đúng liều.",
    "Do “{name}”, in the right position and dose.",
)
_SIDES: Final = {
    Side.LEFT: LocalizedText("bên trái người được xoa bóp", "on the client's left"),
    Side.RIGHT: LocalizedText("bên phải người được xoa bóp", "on the client's right"),
    Side.MIDLINE: LocalizedText("trên đường giữa", "on the midline"),
    Side.BOTH: LocalizedText("hai bên", "on both sides"),
}


def exam_decks(source: QuizSource) -> tuple[Deck, ...]:
    """The decks that a paper can be drawn from."""
    return tuple(deck for deck in decks(source) if _has_any(pool_of(source, deck)))


def pool_of(source: QuizSource, deck: Deck) -> Pool:
    """Its points that may be asked, and its techniques, each once.

    A point is pressed in an exam only where a lesson presses it; where some of the points are
    pressed in none, none is, so that all papers are as hard.
    """
    wanted = {*deck.items, *(question.topic for question in source.own_questions(deck.id))}
    points = [point for point in source.placed_points() if point.code in wanted]
    pressed = {code for lesson in source.lessons for code in lesson.points}
    kinds = [TaskKind.LOCATE, TaskKind.EXPLAIN]
    if points and all(point.code in pressed for point in points):
        kinds.append(TaskKind.PRESS)
    return Pool(
        deck.id,
        tuple(PoolPoint(point.code, point.region_id, not point.midline) for point in points),
        tuple(PoolTechnique(step.id, step.stroke_id) for step in _steps(source, deck)),
        tuple(kinds),
    )


def steps_by_id(source: QuizSource) -> dict[str, Step]:
    """The techniques of all lessons; one that several reuse is the same in each."""
    found: dict[str, Step] = {}
    for lesson in source.lessons:
        for step in lesson.steps:
            found.setdefault(step.id, step)
    return found


def task_text(task: Task, source: QuizSource, steps: dict[str, Step]) -> LocalizedText:
    """What is asked of the candidate; nothing in it helps to find the place."""
    if task.kind is TaskKind.STROKE:
        step = steps.get(task.subject)
        name = step.name if step else LocalizedText(task.subject, task.subject)
        return filled(_STROKE, name=name)
    point = source.catalog.points.get(task.subject)
    name = point_name(point) if point else LocalizedText(task.subject, task.subject)
    return filled(_TASKS[task.kind], name=name, side=_SIDES[task.side])


def _steps(source: QuizSource, deck: Deck) -> list[Step]:
    """Those of the lesson; of a deck that names techniques, those of every lesson."""
    lessons = [lesson for lesson in source.lessons if deck.id == _LESSON + lesson.id]
    found: dict[str, Step] = {}
    for lesson in lessons or source.lessons:
        for step in lesson.steps:
            is_technique = isinstance(step.dose, Timed | Counted | Holds)
            if is_technique and step.stroke_id in set(deck.items) - _NO_TECHNIQUE:
                found.setdefault(step.id, step)
    return list(found.values())


def _has_any(pool: Pool) -> bool:
    return bool(pool.points or pool.techniques)
