"""A round of the quiz: what is asked when, which try it is, and what it all came to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.learner import Answer
from massage_trainer.domain.quiz.order import Order, RepeatOrder, make_order
from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    Outcome,
    PlaceResponse,
    TypedResponse,
)
from massage_trainer.domain.verdict import Grade

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.question import Question, Response

TRIES: Final = 3
ONE_SHOT: Final = 1


class Help(Enum):
    """What the picture shows besides the body, from nothing to the names around the place."""

    NONE = "none"
    LANDMARKS = "landmarks"
    LINES = "lines"  # levels and measures from landmark to landmark
    NEIGHBOURS = "neighbours"


@dataclass(frozen=True, slots=True)
class RoundPlan:
    """What was chosen before the round.

    With several tries a right answer is worth as many points as tries were left with it.
    ``until_right`` repeats each question until it was right once at the first try; ``in_order``
    asks in the order given, the most urgent first. ``turned``: a question about a place begins
    from a side that does not show it, and the learner turns the body.
    """

    deck: str
    kinds: tuple[str, ...]
    length: int
    seed: int
    help: Help = Help.NONE
    tries: int = TRIES
    until_right: bool = False
    in_order: bool = False
    turned: bool = False

    @property
    def is_one_shot(self) -> bool:
        """Hard: one try, and what was asked before says nothing about what comes."""
        return self.tries == ONE_SHOT


class Phase(Enum):
    """Where a round stands."""

    READY = "ready"
    ASKING = "asking"
    TOLD = "told"  # the question is over, and its answer is shown until it is dismissed
    FINISHED = "finished"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question is shown; ``number`` counts from 1."""

    question: Question
    number: int


@dataclass(frozen=True, slots=True)
class Drafted:
    """What would be confirmed now is another."""

    response: Response | None


@dataclass(frozen=True, slots=True)
class Answered:
    """A response was confirmed and judged; to be kept before anything of it is shown."""

    answer: Answer


@dataclass(frozen=True, slots=True)
class Finished:
    """The round is over."""

    summary: Summary


RoundEvent = Asked | Drafted | Answered | Finished


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """What one question came to, each time it was asked."""

    question: Question
    tries: tuple[int, ...]  # used, 0 where it was never right
    points: int

    @property
    def was_right(self) -> bool:
        """Right at the first try at least once."""
        return 1 in self.tries


@dataclass(frozen=True, slots=True)
class Summary:
    """The end of a round; results in the order in which the questions first came."""

    results: tuple[QuestionResult, ...]
    answers: tuple[Answer, ...]
    asked: int
    right: int  # at the first try
    points: int
    most_points: int
    time_ms: int

    @property
    def misses(self) -> tuple[Question, ...]:
        """What was never right at the first try."""
        return tuple(result.question for result in self.results if not result.was_right)


class Round:
    """Asks, waits for a draft to be confirmed, judges, and goes on when the answer is dismissed.

    A verb that does not apply returns no events. Times are milliseconds of a clock that only grows.
    """

    def __init__(
        self,
        plan: RoundPlan,
        questions: Sequence[Question],
        judge: Callable[[Question, Response], Outcome],
        random: Random,
    ) -> None:
        self.plan = plan
        self._judge = judge
        self._random = random
        self._order: Order = (
            RepeatOrder(questions, random)
            if plan.until_right
            else make_order(questions, random, hard=plan.is_one_shot, in_order=plan.in_order)
        )
        self._over: list[tuple[Question, int]] = []  # and the try that was right, 0: none
        self._answers: list[Answer] = []
        self._asked_ms = 0
        self._spent_ms = 0
        self.phase = Phase.READY
        self.question: Question | None = None
        self.draft: Response | None = None
        self.grades: tuple[Grade, ...] = ()
        self.last: Answer | None = None

    @property
    def can_confirm(self) -> bool:
        """Whether something is put down that says something."""
        asking = self.phase is Phase.ASKING
        return asking and self.draft is not None and not _is_empty(self.draft)

    @property
    def number(self) -> int:
        """Of the question that is shown, from 1."""
        return len(self._over) + (self.phase is Phase.ASKING)

    @property
    def length(self) -> int:
        """How many questions there will be, as far as that is known."""
        return self.number + self._order.left if self.plan.until_right else self.plan.length

    @property
    def tries_left(self) -> int:
        return self._most_tries - len(self.grades)

    @property
    def _most_tries(self) -> int:
        """A choice is over before only the right option would be left."""
        if self.question is None or self.question.form is not Form.CHOICE:
            return self.plan.tries
        return max(1, min(self.plan.tries, len(self.question.options) - 1))

    @property
    def points(self) -> int:
        return sum(self._points(used) for _, used in self._over)

    @property
    def tries(self) -> tuple[Answer, ...]:
        """What was answered to this question up to now."""
        return tuple(self._answers[len(self._answers) - len(self.grades) :])

    @property
    def tried(self) -> frozenset[str]:
        """Options that were chosen for this question already and are not right."""
        chosen = (answer.response for answer in self.tries)
        return frozenset(
            id_
            for response in chosen
            if isinstance(response, ChoiceResponse)
            for id_ in response.ids
        )

    @property
    def summary(self) -> Summary:
        """What it came to up to now."""
        results: dict[str, QuestionResult] = {}
        for question, used in self._over:
            known = results.get(question.key, QuestionResult(question, (), 0))
            results[question.key] = replace(
                known, tries=(*known.tries, used), points=known.points + self._points(used)
            )
        return Summary(
            results=tuple(results.values()),
            answers=tuple(self._answers),
            asked=len(self._over),
            right=sum(used == 1 for _, used in self._over),
            points=self.points,
            most_points=self.plan.tries * len(self._over),
            time_ms=self._spent_ms,
        )

    def begin(self, now_ms: int) -> list[RoundEvent]:
        """Show the first question."""
        return self._next(now_ms) if self.phase is Phase.READY else []

    def wait(self, ms: int) -> None:
        """So long nobody has looked at the question."""
        self._asked_ms += ms

    def set_draft(self, response: Response | None) -> list[RoundEvent]:
        """Put down what would be confirmed; it may be put elsewhere as often as wanted."""
        if self.phase is not Phase.ASKING or response == self.draft:
            return []
        self.draft = response
        return [Drafted(response)]

    def confirm(self, now_ms: int) -> list[RoundEvent]:
        """The draft is the answer; where it says nothing, such as a place beside the body, none."""
        if not self.can_confirm or self.draft is None or self.question is None:
            return []
        outcome = self._judge(self.question, self.draft)
        return self._take(self.question, self.draft, outcome, now_ms, over=outcome.is_right)

    def give_up(self, now_ms: int) -> list[RoundEvent]:
        """The learner wants to be told: a miss, whatever tries are left."""
        if self.phase is not Phase.ASKING or self.question is None:
            return []
        response = _nothing(self.question.form)
        return self._take(self.question, response, Outcome(Grade.MISS), now_ms, over=True)

    def dismiss(self, now_ms: int) -> list[RoundEvent]:
        """The answer was read: the next question, or the end."""
        return self._next(now_ms) if self.phase is Phase.TOLD else []

    def stop(self) -> list[RoundEvent]:
        """End it here; what was not confirmed is no answer."""
        if self.phase in (Phase.READY, Phase.FINISHED):
            return []
        return self._finish()

    def _take(
        self, question: Question, response: Response, outcome: Outcome, now_ms: int, *, over: bool
    ) -> list[RoundEvent]:
        self.grades = (*self.grades, outcome.grade)
        used = len(self.grades)
        is_last = over or used >= self._most_tries
        answer = Answer(
            question,
            response,
            outcome,
            self.grades,
            is_last=is_last,
            time_ms=max(0, now_ms - self._asked_ms),
            aided=self.plan.help is Help.NEIGHBOURS,
        )
        self._answers.append(answer)
        self.last, self.draft = answer, None
        if is_last:
            self._spent_ms += answer.time_ms
            self._over.append((question, used if outcome.is_right else 0))
            self._order.answered(question, right=outcome.is_right and used == 1)
            self.phase = Phase.TOLD
        return [Answered(answer)]

    def _next(self, now_ms: int) -> list[RoundEvent]:
        full = not self.plan.until_right and len(self._over) >= self.plan.length
        question = None if full else self._order.next()
        if question is None:
            return self._finish()
        self.question = self._dealt(question)
        self.phase = Phase.ASKING
        self.draft, self.last, self.grades = None, None, ()
        self._asked_ms = now_ms
        return [Asked(self.question, self.number)]

    def _dealt(self, question: Question) -> Question:
        """Asked again, its options stand elsewhere: places are not learnt."""
        if not any(known.key == question.key for known, _ in self._over):
            return question
        options = list(question.options)
        self._random.shuffle(options)
        return replace(question, options=tuple(options))

    def _finish(self) -> list[RoundEvent]:
        self.phase = Phase.FINISHED
        self.question = self.draft = self.last = None
        self.grades = ()
        return [Finished(self.summary)]

    def _points(self, used: int) -> int:
        return self.plan.tries + 1 - used if used else 0


def _nothing(form: Form) -> Response:
    """The response of whoever gives none."""
    match form:
        case Form.PLACE:
            return PlaceResponse(None)
        case Form.CHOICE | Form.MANY:
            return ChoiceResponse(frozenset())
        case Form.TYPED | Form.NUMBER:
            return TypedResponse("")


def _is_empty(response: Response) -> bool:
    match response:
        case PlaceResponse(place=place):
            return place is None
        case ChoiceResponse(ids=ids):
            return not ids
        case TypedResponse(text=text):
            return not text.strip()
        case _:
            return False
