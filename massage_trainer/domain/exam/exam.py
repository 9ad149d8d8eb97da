"""An exam of a class: what it draws from, who sits where, and the weights of that day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from massage_trainer.domain.exam.paper import (
    Paper,
    Plan,
    Pool,
    PoolPoint,
    PoolTechnique,
    paper,
)
from massage_trainer.domain.exam.sheet import TaskKind, text_json, text_of

if TYPE_CHECKING:
    from massage_trainer.domain.exam.rubric import Rubric
    from massage_trainer.domain.text import LocalizedText

MINUTES: Final = 10
LEAST_MINUTES, MOST_MINUTES = 1, 60
_MS: Final = 60_000


@dataclass(frozen=True, slots=True)
class Exam:
    """All that does not change once an exam was drawn, and the seats, which only grow.

    ``seats`` are the ids of the students in the order of their papers; who is examined again has
    a further one.
    """

    deck: LocalizedText
    pool: Pool
    plan: Plan
    minutes: int
    weights: Mapping[str, int]
    pass_percent: int
    own_weights: bool = False
    seats: tuple[int, ...] = ()

    @property
    def limit_ms(self) -> int:
        return self.minutes * _MS

    def seated(self, students: Iterable[int]) -> Exam:
        """With a seat at the end for everybody who has none yet; nobody loses one."""
        new = [student for student in dict.fromkeys(students) if student not in self.seats]
        return replace(self, seats=(*self.seats, *new))

    def seated_again(self, student: int) -> Exam:
        """With one more seat for a further attempt."""
        return replace(self, seats=(*self.seats, student))

    def seat_of(self, student: int, attempt: int = 1) -> int:
        """The number of the paper, from 1; 0 where there is none."""
        seats = [number for number, each in enumerate(self.seats, 1) if each == student]
        return seats[attempt - 1] if len(seats) >= attempt else 0

    def paper_of(self, seat: int) -> Paper:
        return paper(self.pool, self.plan, seat)

    def weighed(self, rubric: Rubric) -> Rubric:
        """The rubric with the weights of the day on which the exam was drawn."""
        return rubric.weighed(self.weights, self.pass_percent)


def exam_json(exam: Exam) -> dict[str, Any]:
    """An exam as values that JSON knows."""
    return {
        "deck": {"id": exam.pool.deck, "title": text_json(exam.deck)},
        "points": [list(point) for point in exam.pool.points],
        "techniques": [list(technique) for technique in exam.pool.techniques],
        "kinds": [kind.value for kind in exam.pool.kinds],
        "seed": exam.plan.seed,
        "points_each": exam.plan.points_each,
        "techniques_each": exam.plan.techniques_each,
        "minutes": exam.minutes,
        "weights": dict(exam.weights),
        "pass_percent": exam.pass_percent,
        "own_weights": exam.own_weights,
        "seats": list(exam.seats),
    }


def exam_of(content: Mapping[str, Any]) -> Exam:
    """The exam that was made into JSON; raises ValueError, KeyError or TypeError."""
    pool = Pool(
        content["deck"]["id"],
        tuple(PoolPoint(*point) for point in content["points"]),
        tuple(PoolTechnique(*technique) for technique in content["techniques"]),
        tuple(TaskKind(kind) for kind in content["kinds"]),
    )
    return Exam(
        deck=text_of(content["deck"]["title"]),
        pool=pool,
        plan=Plan(content["seed"], content["points_each"], content["techniques_each"]),
        minutes=content["minutes"],
        weights=content["weights"],
        pass_percent=content["pass_percent"],
        own_weights=content["own_weights"],
        seats=tuple(content["seats"]),
    )
