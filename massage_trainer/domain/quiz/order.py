"""In which order a round asks: nothing twice running, and nothing that gives an answer away."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from random import Random

    from massage_trainer.domain.quiz.question import Question

_T = TypeVar("_T")


class Order(ABC):
    """Says what comes next; ``left`` is how many are to come where it is known."""

    @property
    def left(self) -> int:
        return 0

    @abstractmethod
    def next(self) -> Question | None:
        """None: there is nothing more to ask."""

    def answered(self, question: Question, *, right: bool) -> None:
        """How it went, at the first try; most orders do not mind."""
        del question, right


def make_order(
    questions: Sequence[Question], random: Random, *, hard: bool, in_order: bool
) -> Order:
    """Everything once before anything comes again; ``hard`` draws without remembering."""
    if in_order:
        return _GivenOrder(questions)
    return _DrawnOrder(questions, random) if hard else _LapOrder(questions, random)


class _LapOrder(Order):
    """Laps over the items, each in another order and with another kind of question."""

    def __init__(self, questions: Sequence[Question], random: Random) -> None:
        self._random = random
        self._kinds = _by_item(questions)
        self._unused: dict[str, list[Question]] = {}
        self._lap: list[str] = []
        self._last: Question | None = None

    def next(self) -> Question | None:
        if not self._kinds:
            return None
        if not self._lap:
            self._lap = list(self._kinds)
            self._random.shuffle(self._lap)
        item = _first_apart(self._lap, lambda each: self._kinds[each][0], self._last)
        if _clash(self._kinds[item][0], self._last) and len(self._kinds) > 1:
            # The lap ends with what was asked just now: another lap is put before it.
            others = [each for each in self._kinds if each not in self._lap]
            apart = [each for each in others if not _clash(self._kinds[each][0], self._last)]
            item = self._random.choice(apart) if apart else item
        if item in self._lap:
            self._lap.remove(item)
        self._last = self._take(item)
        return self._last

    def _take(self, item: str) -> Question:
        """A kind of question that was not asked about it, as long as there is one."""
        if not self._unused.get(item):
            self._unused[item] = list(self._kinds[item])
            self._random.shuffle(self._unused[item])
        return self._unused[item].pop()


class _DrawnOrder(Order):
    """Each question is drawn anew: what has come already says nothing about what comes."""

    def __init__(self, questions: Sequence[Question], random: Random) -> None:
        self._random = random
        self._kinds = _by_item(questions)
        self._last: Question | None = None

    def next(self) -> Question | None:
        if not self._kinds:
            return None
        everyone = list(self._kinds.values())
        apart = [kinds for kinds in everyone if not _clash(kinds[0], self._last)]
        others = [kinds for kinds in everyone if not _is_same(kinds[0], self._last)]
        self._last = self._random.choice(self._random.choice(apart or others or everyone))
        return self._last


class _GivenOrder(Order):
    """In the order given, each once, as far as nothing comes twice running."""

    def __init__(self, questions: Sequence[Question]) -> None:
        self._left = list(questions)
        self._last: Question | None = None

    @property
    def left(self) -> int:
        return len(self._left)

    def next(self) -> Question | None:
        if not self._left:
            return None
        self._last = _first_apart(self._left, lambda question: question, self._last)
        self._left.remove(self._last)
        return self._last


class RepeatOrder(Order):
    """Each question again and again until it was right once at the first try.

    Where only the one that was asked just now is left, one that is known already comes between.
    """

    def __init__(self, questions: Sequence[Question], random: Random) -> None:
        self._random = random
        self._all = list({question.key: question for question in questions}.values())
        self._waiting = list(self._all)
        random.shuffle(self._waiting)
        self._last: Question | None = None
        self._is_open = False

    @property
    def left(self) -> int:
        return len(self._waiting) - (self._is_open and self._last in self._waiting)

    def next(self) -> Question | None:
        if not self._waiting:
            return None
        chosen = _first_apart(self._waiting, lambda question: question, self._last)
        if _is_same(chosen, self._last):
            known = [each for each in self._all if not _is_same(each, self._last)]
            chosen = self._random.choice(known) if known else chosen
        self._last, self._is_open = chosen, True
        return chosen

    def answered(self, question: Question, *, right: bool) -> None:
        self._is_open = False
        mine = next((each for each in self._waiting if each.key == question.key), None)
        if mine is None:
            return
        self._waiting.remove(mine)
        if not right:
            self._waiting.append(mine)


def _by_item(questions: Sequence[Question]) -> dict[str, list[Question]]:
    found: dict[str, list[Question]] = {}
    for question in questions:
        found.setdefault(question.item, []).append(question)
    return found


def _first_apart(
    candidates: Sequence[_T], question_of: Callable[[_T], Question], last: Question | None
) -> _T:
    """The first that has nothing to do with the last question, else is another item, else any."""
    for too_near in (_clash, _is_same):
        for each in candidates:
            if not too_near(question_of(each), last):
                return each
    return candidates[0]


def _is_same(question: Question, last: Question | None) -> bool:
    return last is not None and question.item == last.item


def _clash(question: Question, last: Question | None) -> bool:
    """The same item, or a landmark whose answer has just told of the point that it leads to."""
    if last is None:
        return False
    mine, theirs = ({q.item, q.topic or q.item} for q in (question, last))
    return bool(mine & theirs)
