"""A simulated learner over thirty days: what is due, against the same round every day.

The learner forgets as FSRS says, but each point in a way of its own, which the program does not
know: some are forgotten up to three times as fast as it believes, others more slowly.
"""

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from massage_trainer.domain.quiz.days import day_after, days_between
from massage_trainer.domain.quiz.learner import Answer, LearnerMemory
from massage_trainer.domain.quiz.memory import MemoryState, Rating
from massage_trainer.domain.quiz.question import Form, Outcome, PlaceResponse, Question
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.review_schedule import FsrsSchedule
from tests.fakes_quiz import MemoryQuizLog

BEGIN = "2026-11-01"
DAYS = 30
POINTS = 40
NEW_A_DAY = 4  # as many as a lesson has
IN_TURN = 6
SEEDS = range(1, 11)
SPREAD = 0.45  # of the natural logarithm of how fast a point is forgotten
KNOWS_A_NEW_ONE = 0.5  # after the lesson, before the first question
SECOND_TRY = 0.4  # told how far and which way, a wrong one is mended
SLIP = 0.1  # known, and yet the finger lands only near it
RIGHT_AFTERWARDS = 0.97  # asked again in the same round, soon after the answer was shown

_WORDS = LocalizedText("x", "x")
_TRUTH = FsrsSchedule()


class _Calendar:
    day = BEGIN

    def now(self) -> str:
        return f"{self.day}T10:00:00Z"

    def today(self) -> str:
        return self.day


@dataclass
class _Head:
    """What is really remembered, which nobody else can see."""

    chance: random.Random
    pace: dict[str, float] = field(default_factory=dict)
    states: dict[str, tuple[MemoryState, str]] = field(default_factory=dict)

    def recall(self, item: str, today: str) -> float:
        if item not in self.states:
            return KNOWS_A_NEW_ONE
        state, seen = self.states[item]
        slower = MemoryState(state.stability * self._pace(item), state.difficulty)
        return _TRUTH.recall(slower, days_between(seen, today))

    def is_asked(self, item: str, today: str) -> bool:
        """Whether it was known; being asked, and told the answer, makes it firmer."""
        known = self.chance.random() < self.recall(item, today)
        before, seen = self.states.get(item, (None, today))
        rating = Rating.GOOD if known else Rating.AGAIN
        if before is None or seen != today:
            days = days_between(seen, today)
            self.states[item] = (_TRUTH.review(before, rating, days)[0], today)
        return known

    def _pace(self, item: str) -> float:
        return self.pace.setdefault(item, self.chance.lognormvariate(0.0, SPREAD))


Choice = Callable[[LearnerMemory, list[str]], Iterable[str]]


def run() -> dict[str, Any]:
    return {
        "days": DAYS,
        "points": POINTS,
        "new_points_a_day": NEW_A_DAY,
        "learners": len(SEEDS),
        "what_is_due": _mean([_month(seed, _due) for seed in SEEDS]),
        "baseline_fixed_daily_round": _mean([_month(seed, _everything) for seed in SEEDS]),
        "baseline_as_many_in_turn": _mean([_month(seed, _in_turn) for seed in SEEDS]),
        "retention_limit": 0.9,
    }


def _due(memory: LearnerMemory, met: list[str]) -> Iterable[str]:
    asked = [card.item for card in memory.due()]
    return [*asked, *(item for item in met if f"locate:{item}" not in memory.cards())]


def _everything(_memory: LearnerMemory, met: list[str]) -> Iterable[str]:
    return met


def _in_turn(memory: LearnerMemory, met: list[str]) -> Iterable[str]:
    """About as many questions as are due on the mean, what was not asked for longest first."""
    seen = {card.item: card.day for card in memory.cards().values()}
    return sorted(met, key=lambda item: seen.get(item, ""))[:IN_TURN]


def _month(seed: int, choice: Choice) -> dict[str, float]:
    chance = random.Random(seed)
    calendar, log = _Calendar(), MemoryQuizLog()
    memory = LearnerMemory(1, log, FsrsSchedule(), calendar)
    head = _Head(random.Random(seed + 1))
    items = [f"P{number}" for number in range(POINTS)]
    for item in items:
        head._pace(item)
    questions = most = 0
    for day in range(DAYS):
        calendar.day = day_after(BEGIN, day)
        met = items[: NEW_A_DAY * (day + 1)]
        today = list(choice(memory, met))
        asked = len(today)
        for item in today:
            asked += _ask(memory, head, chance, item, calendar.day)
        questions += asked
        most = max(most, asked)
    exam = day_after(BEGIN, DAYS)
    known = [head.recall(item, exam) for item in items]
    right = sum(head.chance.random() < one for one in known)
    return {
        "questions": questions,
        "most_on_a_day": most,
        "retention": sum(known) / len(known),
        "right_in_the_exam": right / len(items),
    }


def _ask(memory: LearnerMemory, head: _Head, chance: random.Random, item: str, today: str) -> int:
    """One question with its tries; how often it has to be asked again in the round."""
    if head.is_asked(item, today):
        first = Grade.NEAR if chance.random() < SLIP else Grade.HIT
    else:
        first = Grade.MISS
    grades = [first]
    if first is not Grade.HIT:
        mended = first is Grade.NEAR or chance.random() < SECOND_TRY
        grades.append(Grade.HIT if mended else Grade.MISS)
    question = Question("locate", item, Form.PLACE, _WORDS, _WORDS, item)
    outcome = Outcome(grades[-1])
    answer = Answer(question, PlaceResponse(None), outcome, tuple(grades), is_last=True)
    memory.answered(0, 1, answer)
    again = 0
    if first is not Grade.HIT:  # only the misses, until each was right at the first try
        again = 1
        while chance.random() > RIGHT_AFTERWARDS:
            again += 1
    return again


def _mean(months: list[dict[str, float]]) -> dict[str, float]:
    return {
        name: round(sum(month[name] for month in months) / len(months), 3) for name in months[0]
    } | {"least_retention": round(min(month["retention"] for month in months), 3)}
