"""What is remembered and when it is asked again: cards, ratings, and which cards are due."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from typing import Protocol

from massage_trainer.domain.quiz.days import day_after, days_between
from massage_trainer.domain.verdict import Grade

LEAST_DAYS = 1  # what was missed is asked again in the round itself, and tomorrow at the latest
MOST_DAYS = 180  # nothing that hands rely on stays unasked for longer
# From this stability on (days until one in ten is forgotten) a card counts as mastered.
MASTERED_DAYS = 21.0
# A hit this deep inside the circle of what counts is no luck.
SURE_SHARE = 0.5
_LEAST_STABILITY = 0.001
# A last answer this far ahead of today is no time zone: the clock was set back.
_TRAVEL_DAYS = 1


class Rating(Enum):
    """How well something was remembered; the values stand in the database."""

    AGAIN = "again"
    HARD = "hard"
    GOOD = "good"
    EASY = "easy"


class Standing(Enum):
    """How far something is learnt."""

    NEW = "new"
    LEARNING = "learning"
    MASTERED = "mastered"


@dataclass(frozen=True, slots=True)
class MemoryState:
    """How firmly something is remembered: plain numbers of the model that schedules it.

    ``stability`` is the number of days after which one in ten is forgotten, ``difficulty`` runs
    from 1 to 10.
    """

    stability: float
    difficulty: float


@dataclass(frozen=True, slots=True)
class Card:
    """What is remembered of one kind of question about one item (``Question.key``).

    ``day`` is the learner's own day of the last review and ``due`` the day on which it is asked
    again: days and no moments, so that a journey or summer time shifts nothing by half a day.
    """

    key: str
    item: str
    topic: str = ""
    state: MemoryState | None = None
    due: str = ""
    day: str = ""
    rating: Rating | None = None  # of the last review
    reviews: int = 0
    lapses: int = 0  # how often it was forgotten after it had been remembered

    @property
    def kind(self) -> str:
        return self.key.partition(":")[0]

    @property
    def standing(self) -> Standing:
        if self.state is None:
            return Standing.NEW
        sure = self.state.stability >= MASTERED_DAYS and self.rating is not Rating.AGAIN
        return Standing.MASTERED if sure else Standing.LEARNING

    def is_due(self, today: str) -> bool:
        """Due by its day; or last answered in what is the future now: the clock was set back."""
        if self.state is None:
            return False
        return self.due <= today or self.is_from_the_future(today)

    def is_from_the_future(self, today: str) -> bool:
        return lies_ahead(self.day, today)


class ReviewSchedule(Protocol):
    """A model of forgetting; days are whole days since the last review."""

    def review(
        self, state: MemoryState | None, rating: Rating, days: int
    ) -> tuple[MemoryState, int]:
        """What is remembered after a review, and in how many days to ask again."""
        ...

    def recall(self, state: MemoryState, days: int) -> float:
        """How likely it is that it is still known, from 0 to 1."""
        ...


def lies_ahead(day: str, today: str) -> bool:
    """Whether a day of the past lies in the future, by more than a journey can explain."""
    return day > day_after(today, _TRAVEL_DAYS)


def rating_of(grades: Sequence[Grade], *, sure: bool = False, aided: bool = False) -> Rating:
    """How well it was remembered, by the grades of all tries in their order.

    ========================================  ===============================================
    Hit at the first try                      Good; Easy where it is ``sure`` and not ``aided``
    Near at the first try, or hit at second   Hard
    Everything else                           Again
    ========================================  ===============================================

    Time counts nowhere: a crosshair moved by keys is slow and may be right. ``sure`` is a place in
    the inner half of the circle that counts, or a name that was typed: what cannot be guessed.
    ``aided`` means that the picture showed the names of the neighbours: Hard at best.
    """
    if not grades:
        raise ValueError("nothing was answered")
    first = grades[0]
    if first is Grade.HIT:
        if aided:
            return Rating.HARD
        return Rating.EASY if sure else Rating.GOOD
    if first is Grade.NEAR or (len(grades) > 1 and grades[1] is Grade.HIT):
        return Rating.HARD
    return Rating.AGAIN


def counts(card: Card, rating: Rating, today: str) -> bool:
    """Whether a review tells anything new.

    Soon after the answer was shown it is known to anybody, so on one day only the first review
    counts, and besides it the first time that something is forgotten again.
    """
    if card.state is None or card.day != today:
        return True
    return rating is Rating.AGAIN and card.rating is not Rating.AGAIN


def reviewed(card: Card, rating: Rating, today: str, schedule: ReviewSchedule) -> Card:
    """The card after a review; the same card where the review does not count."""
    if not counts(card, rating, today):
        return card
    days = max(0, days_between(card.day, today)) if card.day else 0
    state, wait = schedule.review(card.state, rating, days)
    if rating is Rating.AGAIN:
        wait = LEAST_DAYS
    lapsed = rating is Rating.AGAIN and card.rating not in (None, Rating.AGAIN)
    return replace(
        card,
        state=state,
        due=day_after(today, min(max(wait, LEAST_DAYS), MOST_DAYS)),
        day=today,
        rating=rating,
        reviews=card.reviews + 1,
        lapses=card.lapses + lapsed,
    )


def in_order(cards: Iterable[Card], today: str) -> list[Card]:
    """The order in which due cards are asked: what is most likely forgotten first.

    What a wrong clock made due comes last; two cards about one item do not follow each other where
    another can stand between them.
    """
    return spread(
        sorted(cards, key=lambda card: (*_urgency(card, today), card.key)),
        lambda card: card.item,
    )


def spread(cards: Sequence[Card], subject: Callable[[Card], str]) -> list[Card]:
    """The same cards in nearly the same order, no subject twice running where that can be."""
    left, out = list(cards), list[Card]()
    counts_left = Counter(map(subject, left))
    at_most = max(counts_left.values(), default=0)
    last = ""
    while left:
        only = None
        # What fills more than half of the rest has to come now, or it will have to follow itself.
        if at_most > len(left) // 2:
            most = max(counts_left, key=counts_left.__getitem__)
            only = most if counts_left[most] > len(left) // 2 and most != last else None
        chosen = next(
            (n for n, card in enumerate(left) if subject(card) == only)
            if only is not None
            else (n for n, card in enumerate(left) if subject(card) != last),
            0,
        )
        out.append(left.pop(chosen))
        last = subject(out[-1])
        counts_left[last] -= 1
    return out


def standing_of(cards: Iterable[Card]) -> Standing:
    """How far an item is learnt: mastered where every card of it is."""
    standings = {card.standing for card in cards} or {Standing.NEW}
    return standings.pop() if len(standings) == 1 else Standing.LEARNING


def forecast(cards: Iterable[Card], today: str, days: int) -> list[int]:
    """How many cards fall due on each of the next days, today (and what is overdue) first."""
    out = [0] * days
    for card in cards:
        if card.state is None:
            continue
        wait = 0 if card.is_due(today) else days_between(today, card.due)
        if wait < days:
            out[wait] += 1
    return out


def _urgency(card: Card, today: str) -> tuple[bool, float]:
    """The more days for its stability, the less likely it is known, whatever the model."""
    if card.state is None:
        return (False, 0.0)
    days = max(0, days_between(card.day, today))
    return (card.is_from_the_future(today), -days / max(card.state.stability, _LEAST_STABILITY))
