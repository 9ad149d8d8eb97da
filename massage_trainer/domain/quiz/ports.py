"""What the quiz keeps, and what it asks of whoever keeps it (ports); services implement them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from massage_trainer.domain.quiz.confusion import Mistake
    from massage_trainer.domain.quiz.memory import Card, Rating
    from massage_trainer.domain.rotation import Vector
    from massage_trainer.domain.verdict import Grade, SideRule

UNNAMED_ID = 1  # the learner of a computer on which nobody gave a name


@dataclass(frozen=True, slots=True)
class Profile:
    """A learner; the name is kept as it was typed and is plain text wherever it is shown."""

    id: int
    name: str

    @property
    def is_unnamed(self) -> bool:
        return not self.name


@dataclass(frozen=True, slots=True)
class Attempt:
    """One confirmed answer: a try at a question. ``at`` is UTC, ``day`` the learner's own day.

    ``tries`` is 1 for the first try; ``is_last`` tells that the question was over after it.
    ``place`` is on the rest body, None off the body and for other forms; their answer stands in
    ``answer`` as text. The distance is None where no place of a point was judged (or off the body);
    ``words`` are the parts of the direction as ``medial 0.60``. ``seed`` is that of the round.
    """

    profile: int
    round: int
    key: str
    item: str
    kind: str
    topic: str
    form: str
    side: SideRule
    at: str
    day: str
    grade: Grade
    tries: int
    is_last: bool
    time_ms: int
    seed: int
    place: Vector | None = None
    client: str = ""
    answer: str = ""
    distance_cun: float | None = None
    across_cun: float = 0.0
    along_cun: float = 0.0
    words: str = ""
    taken_for: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One review of a card: what counts of a question that is over."""

    profile: int
    key: str
    item: str
    topic: str
    at: str
    day: str
    rating: Rating


@dataclass(frozen=True, slots=True)
class RoundRecord:
    """A round of the quiz; ``ended`` is empty while it runs or where it was broken off.

    ``turned``: places were asked for from a side that did not show them.
    """

    profile: int
    deck: str
    kinds: tuple[str, ...]
    length: int
    help: str
    tries: int  # 1: one shot
    seed: int
    began: str
    day: str
    ended: str = ""
    asked: int = 0
    right: int = 0  # at the first try
    points: int = 0
    id: int = 0
    turned: bool = False


@dataclass(frozen=True, slots=True)
class DayTotal:
    """What was done on one day: questions that were over, right at the first try, and time."""

    day: str
    asked: int
    right: int
    time_ms: int


@dataclass(frozen=True, slots=True)
class PlaceError:
    """Where a place was shown for a point: by how much it was beside it, in the point's axes."""

    item: str
    side: SideRule
    day: str
    tries: int
    grade: Grade
    distance_cun: float
    across_cun: float
    along_cun: float
    place: Vector | None = None


class QuizLog(Protocol):
    """Keeps what is answered; what returns is kept, whatever happens next.

    Where nothing can be kept now it is kept with the next answer, and that is told elsewhere.
    """

    def begin_round(self, record: RoundRecord) -> int:
        """The number of the round; 0 where it cannot be kept."""
        ...

    def end_round(self, round_id: int, at: str, asked: int, right: int, points: int) -> None: ...

    def add(self, attempt: Attempt, review: Review | None = None, card: Card | None = None) -> None:
        """Keep an answer, and what the memory makes of it, together."""
        ...

    def card(self, profile: int, key: str) -> Card | None: ...

    def cards(self, profile: int) -> list[Card]: ...

    def due(self, profile: int, today: str) -> list[Card]:
        """The cards that are due on this day, in no order."""
        ...

    def count_due(self, profile: int, today: str) -> int: ...

    def lost_cards(self, profile: int) -> list[str]:
        """Keys of cards that were damaged on the disk; their reviews are still there."""
        ...

    def reviews(self, profile: int, key: str) -> list[Review]:
        """In the order of time."""
        ...

    def put_card(self, profile: int, card: Card) -> None:
        """Keep a card that was reckoned anew."""
        ...

    def misses(self, profile: int) -> list[str]:
        """Keys of the questions whose last time was not right at the first try, latest first."""
        ...

    def mistakes(self, profile: int) -> list[Mistake]:
        """What was taken for something else lately."""
        ...

    def places(self, profile: int, limit: int = 2_000) -> list[PlaceError]:
        """The latest places that were shown for points, latest first."""
        ...

    def days(self, profile: int, since: str) -> list[DayTotal]:
        """Day by day from ``since`` on; days without an answer are left out."""
        ...

    def rounds(self, profile: int, limit: int = 100) -> list[RoundRecord]:
        """The latest first."""
        ...

    def attempts(self, profile: int, limit: int = 1_000) -> list[Attempt]:
        """The latest first."""
        ...

    def last_day(self, profile: int) -> str:
        """The latest day on which anything was answered; empty if nothing was."""
        ...

    def revision(self) -> Hashable:
        """Equal to an earlier one: nothing that is kept was changed since, by whomever."""
        ...


class Profiles(Protocol):
    """Keeps the learners of this computer; there is always one, at first without a name."""

    def all(self) -> Sequence[Profile]: ...

    def current(self) -> Profile: ...

    def choose(self, profile_id: int) -> None: ...

    def add(self, name: str) -> Profile | None:
        """None where it cannot be kept; that is told elsewhere."""
        ...

    def rename(self, profile_id: int, name: str) -> None: ...

    def delete(self, profile_id: int) -> None:
        """Delete the learner and everything of theirs."""
        ...
