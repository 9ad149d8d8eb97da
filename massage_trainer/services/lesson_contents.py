"""What the lessons without mistakes work with, settled by the teacher's choices; no picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.quiz.source import LessonContent, lesson_content
from massage_trainer.domain.timeline import unroll

if TYPE_CHECKING:
    from massage_trainer.domain.ports import LessonSource
    from massage_trainer.domain.protocol import Protocol


def lesson_contents(
    lessons: LessonSource, settled: Callable[[str], Protocol]
) -> Iterator[LessonContent]:
    """Those without mistakes; a broken one is told in the library."""
    for card in lessons.index().cards:
        try:
            protocol = settled(card.id)
        except TrainerError:
            continue
        yield lesson_content(card.id, card.name, unroll(protocol))
