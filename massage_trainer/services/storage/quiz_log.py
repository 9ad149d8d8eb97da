"""The QuizLog over SQLite: every answer is one transaction, confirmed when it returns."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.quiz.confusion import Mistake
from massage_trainer.domain.quiz.days import day_after
from massage_trainer.domain.quiz.memory import Card
from massage_trainer.domain.quiz.ports import Attempt, DayTotal, PlaceError, Review, RoundRecord
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.storage.quiz_rows import (
    attempt_of,
    attempt_values,
    card_of,
    card_values,
    place_error_of,
    review_of,
    review_values,
    round_of,
    round_values,
)
from massage_trainer.services.storage.rows import ATTEMPT, CARD, REVIEW, ROUND, Row

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Hashable

    from massage_trainer.services.storage.shared import SharedDatabase

_MISTAKES: Final = 400
_MOST_RIGHT: Final = 12  # after so many nothing is left of a confusion
# From key to key by the index, without a walk through all answers to each.
_MISSES: Final = """
    WITH RECURSIVE keys (key) AS (
        SELECT min(key) FROM attempt INDEXED BY attempt_over WHERE profile = :profile AND is_last
        UNION ALL
        SELECT (SELECT min(a.key) FROM attempt AS a INDEXED BY attempt_over
                WHERE a.profile = :profile AND a.is_last AND a.key > keys.key)
        FROM keys WHERE keys.key IS NOT NULL
    )
    SELECT o.id, o.key, o.tries, o.grade FROM keys JOIN attempt AS o ON o.id = (
        SELECT max(l.id) FROM attempt AS l INDEXED BY attempt_over
        WHERE l.profile = :profile AND l.key = keys.key AND l.is_last
    )
"""
_RIGHT: Final = f"""
    SELECT id FROM attempt INDEXED BY attempt_right
    WHERE profile = ? AND item = ? AND is_last AND tries = 1 AND grade = 'hit'
    ORDER BY id DESC LIMIT {_MOST_RIGHT}
"""
_DAYS: Final = """
    SELECT day, sum(is_last), sum(is_last AND tries = 1 AND grade = 'hit'), sum(ms)
    FROM attempt INDEXED BY attempt_by_day WHERE profile = ? AND day >= ?
    GROUP BY day ORDER BY day
"""


class SqliteQuizLog:
    """Keeps answers; what cannot be written now waits for the next one, and that is reported."""

    def __init__(self, database: SharedDatabase) -> None:
        self._database = database
        self._waiting: list[tuple[Attempt, Review | None, Card | None]] = []

    @property
    def waiting(self) -> int:
        """How many answers are not on the disk yet."""
        return len(self._waiting)

    def begin_round(self, record: RoundRecord) -> int:
        values = round_values(record)
        return self._database.write(lambda connection: ROUND.append(connection, values)) or 0

    def end_round(self, round_id: int, at: str, asked: int, right: int, points: int) -> None:
        def write(connection: sqlite3.Connection) -> None:
            rows = connection.execute(f"{ROUND.select} WHERE id = ?", (round_id,)).fetchall()
            for row in ROUND.checked(rows)[0]:
                ROUND.put(connection, (*row[:-4], at, asked, right, points))

        self.flush()
        if round_id:
            self._database.write(write)

    def add(self, attempt: Attempt, review: Review | None = None, card: Card | None = None) -> None:
        self._waiting.append((attempt, review, card))
        self.flush()

    def flush(self) -> bool:
        """Write what waits, all or nothing; whether nothing waits any more."""

        def write(connection: sqlite3.Connection) -> bool:
            for attempt, review, card in self._waiting:
                ATTEMPT.append(connection, attempt_values(attempt))
                if review is not None:
                    REVIEW.append(connection, review_values(review))
                if card is not None:
                    CARD.put(connection, card_values(attempt.profile, card))
            return True

        if self._waiting:
            is_kept = self._database.write(write, ProblemKind.UNSAVED_ANSWERS)
            if is_kept:
                self._waiting.clear()
        return not self._waiting

    def close(self) -> None:
        """Write what waits, and be patient about it."""
        if self._waiting:
            self._database.be_patient()
            self.flush()

    def forget(self, profile: int) -> None:
        """What waits of a learner is not written any more."""
        self._waiting = [entry for entry in self._waiting if entry[0].profile != profile]

    def card(self, profile: int, key: str) -> Card | None:
        for attempt, _, card in reversed(self._waiting):
            if card is not None and (attempt.profile, card.key) == (profile, key):
                return card
        rows = self._database.rows(CARD, "WHERE profile = ? AND key = ?", (profile, key))
        return card_of(rows[0]) if rows else None

    def cards(self, profile: int) -> list[Card]:
        return self._with_waiting(
            profile, self._database.rows(CARD, "WHERE profile = ? ORDER BY key", (profile,))
        )

    def due(self, profile: int, today: str) -> list[Card]:
        # The second is what a clock that was set back has left in the future.
        rest = "WHERE profile = ? AND (due <= ? OR day > ?)"
        rows = self._database.rows(CARD, rest, (profile, today, day_after(today, 1)))
        return [card for card in self._with_waiting(profile, rows) if card.is_due(today)]

    def count_due(self, profile: int, today: str) -> int:
        return len(self.due(profile, today))

    def lost_cards(self, profile: int) -> list[str]:
        """Keys of cards that were damaged and have not been reckoned anew."""
        query = "SELECT DISTINCT key FROM damaged WHERE source = 'card' AND profile = ?"
        keys = [key for (key,) in self._database.read(query, (profile,))]
        return [key for key in keys if self.card(profile, key) is None]

    def reviews(self, profile: int, key: str) -> list[Review]:
        rows = self._database.rows(
            REVIEW, "WHERE profile = ? AND key = ? ORDER BY id", (profile, key)
        )
        return [review_of(row) for row in rows]

    def put_card(self, profile: int, card: Card) -> None:
        self._database.write(lambda connection: CARD.put(connection, card_values(profile, card)))

    def misses(self, profile: int) -> list[str]:
        rows = self._database.read(_MISSES, {"profile": profile})
        wrong = [
            (number, key)
            for number, key, tries, grade in rows
            if tries != 1 or grade != Grade.HIT.value
        ]
        return [key for _, key in sorted(wrong, reverse=True)]

    def mistakes(self, profile: int) -> list[Mistake]:
        rest = f"WHERE profile = ? AND taken_for != '' ORDER BY id DESC LIMIT {_MISTAKES}"
        rows = [(row[0], attempt_of(row)) for row in self._rows(rest, (profile,))]
        found = [(number, one) for number, one in rows if one.taken_for != one.item]
        right = {
            item: sorted(n for (n,) in self._database.read(_RIGHT, (profile, item)))
            for item in {one.item for _, one in found}
        }
        return [
            Mistake(
                one.item,
                one.taken_for,
                one.day,
                len(right[one.item]) - bisect_right(right[one.item], number),
            )
            for number, one in found
        ]

    def places(self, profile: int, limit: int = 2_000) -> list[PlaceError]:
        rest = "WHERE profile = ? AND distance IS NOT NULL ORDER BY id DESC LIMIT ?"
        return [place_error_of(row) for row in self._rows(rest, (profile, limit))]

    def days(self, profile: int, since: str) -> list[DayTotal]:
        return [DayTotal(*row) for row in self._database.read(_DAYS, (profile, since))]

    def rounds(self, profile: int, limit: int = 100) -> list[RoundRecord]:
        rest = "WHERE profile = ? ORDER BY id DESC LIMIT ?"
        return [round_of(row) for row in self._database.rows(ROUND, rest, (profile, limit))]

    def attempts(self, profile: int, limit: int = 1_000) -> list[Attempt]:
        rest = "WHERE profile = ? ORDER BY id DESC LIMIT ?"
        return [attempt_of(row) for row in self._rows(rest, (profile, limit))]

    def last_day(self, profile: int) -> str:
        ((day,),) = self._database.read(
            "SELECT coalesce(max(day), '') FROM attempt WHERE profile = ?", (profile,)
        ) or [("",)]
        return str(day)

    def revision(self) -> Hashable:
        return self._database.revision(), len(self._waiting)

    def _rows(self, rest: str, values: tuple[object, ...]) -> list[Row]:
        return self._database.rows(ATTEMPT, rest, values)

    def _with_waiting(self, profile: int, rows: list[Row]) -> list[Card]:
        cards = {card.key: card for card in map(card_of, rows)}
        for attempt, _, card in self._waiting:
            if card is not None and attempt.profile == profile:
                cards[card.key] = card
        return list(cards.values())
