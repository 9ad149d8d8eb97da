"""A hundred thousand answers: opening the database, what is due, what the progress page asks."""

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from massage_trainer.domain.quiz.days import day_after
from massage_trainer.domain.quiz.learner import LearnerMemory
from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating
from massage_trainer.domain.quiz.ports import Attempt, Review, RoundRecord
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.services.review_schedule import FsrsSchedule
from massage_trainer.services.storage.backup import Backups
from massage_trainer.services.storage.database import FILE_NAME, open_database
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.quiz_rows import (
    attempt_values,
    card_values,
    review_values,
    round_values,
)
from massage_trainer.services.storage.rows import ATTEMPT, CARD, REVIEW, ROUND, TABLES
from massage_trainer.services.storage.shared import SharedDatabase

ATTEMPTS = 100_000
ITEMS = 150
KINDS = ("locate", "name", "measure", "level", "caution", "place-landmark")
DAYS = 365
TODAY = "2026-11-23"
TIMES = 25
ANSWERS = 200
DUE_LIMIT_MS = OPEN_LIMIT_MS = 20


class _Calendar:
    def now(self) -> str:
        return f"{TODAY}T12:00:00Z"

    def today(self) -> str:
        return TODAY


def run() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder)
        path = folder / FILE_NAME
        opening = _spread([_timed(lambda: _open_and_close(path)) for _ in range(TIMES)])
        bare = _spread([_timed(lambda: _bare(path)) for _ in range(TIMES)])
        database = SharedDatabase(folder, print)
        log = SqliteQuizLog(database)
        learner = LearnerMemory(1, log, FsrsSchedule(), _Calendar())
        due = learner.due()
        report = {
            "attempts": ATTEMPTS,
            "cards": len(learner.cards()),
            "due": len(due),
            "file_mb": round(path.stat().st_size / 1e6, 1),
            "open_ms": opening,
            "open_limit_ms": OPEN_LIMIT_MS,
            "baseline_bare_connection_ms": bare,
            "due_query_ms": _many(lambda: log.due(1, TODAY)),
            "due_in_order_ms": _many(learner.due),
            "due_in_order_processor_ms": _spread(
                [_timed(learner.due, time.process_time) for _ in range(TIMES)]
            ),
            "due_limit_ms": DUE_LIMIT_MS,
            "count_due_ms": _many(learner.count_due),
            "misses_ms": _many(learner.misses),
            "confusions_ms": _many(learner.confusions),
            "days_of_a_year_ms": _many(lambda: log.days(1, day_after(TODAY, -DAYS))),
            "places_ms": _many(lambda: log.places(1)),
            "all_cards_ms": _many(learner.cards),
            "forecast_ms": _many(lambda: learner.forecast(30)),
            "answer_ms": _spread(_answers(log)),
            "check_all_rows_ms": round(_timed(lambda: _check(path)), 1),
        }
        database.close()
        backups = Backups(folder)
        made = datetime(2026, 11, 23, tzinfo=UTC)
        report["backup_ms"] = round(_timed(lambda: backups.make(made)), 1)
        report["restore_ms"] = round(_timed(lambda: backups.restore(folder / "restored")), 1)
        return report


def fill(folder: Path) -> None:
    """A year of one learner, written as the program writes it, in one transaction."""
    chance = random.Random(6)
    items = [f"BL{n}" for n in range(ITEMS)]
    with closing(open_database(folder / FILE_NAME)) as connection:
        connection.execute("BEGIN")
        for number in range(ATTEMPTS):
            day = day_after(TODAY, number * DAYS // ATTEMPTS - DAYS)
            attempt = _attempt(chance, items, day)
            ATTEMPT.put(connection, (number + 1, *attempt_values(attempt)))
            if attempt.is_last and number % 2:
                rating = chance.choice(list(Rating))
                about = (attempt.key, attempt.item, attempt.topic)
                review = Review(1, *about, attempt.at, day, rating)
                REVIEW.put(connection, (number + 1, *review_values(review)))
        for kind in KINDS:
            for item in items:
                due = day_after(TODAY, chance.randint(-20, 60))
                state = MemoryState(chance.uniform(0.5, 90), chance.uniform(1, 10))
                seen = day_after(TODAY, -chance.randint(1, 60))
                card = Card(f"{kind}:{item}", item, item, state, due, seen, Rating.GOOD, 9, 1)
                CARD.put(connection, card_values(1, card))
        for number in range(5_000):
            day = day_after(TODAY, number * DAYS // 5_000 - DAYS)
            record = RoundRecord(1, "due", KINDS, 20, "none", 3, number, f"{day}T10:00:00Z", day)
            ROUND.put(connection, (number + 1, *round_values(record)))
        connection.execute("COMMIT")


def _attempt(chance: random.Random, items: list[str], day: str) -> Attempt:
    item, kind = chance.choice(items), chance.choice(KINDS)
    grade = chance.choice((Grade.HIT, Grade.HIT, Grade.HIT, Grade.NEAR, Grade.MISS))
    taken = chance.choice(items) if grade is Grade.MISS else ""
    return Attempt(
        profile=1,
        round=1,
        key=f"{kind}:{item}",
        item=item,
        kind=kind,
        topic=item,
        form="place",
        side=SideRule.LEFT,
        at=f"{day}T10:00:00Z",
        day=day,
        grade=grade,
        tries=chance.choice((1, 1, 1, 2, 3)),
        is_last=chance.random() < 0.8,
        time_ms=chance.randint(500, 20_000),
        seed=chance.randint(0, 2**31),
        place=(chance.random(), chance.random(), chance.random()),
        client="man",
        distance_cun=chance.uniform(0, 3),
        across_cun=chance.uniform(-2, 2),
        along_cun=chance.uniform(-2, 2),
        words="lateral 0.60, caudal 0.20",
        taken_for=taken,
    )


def _answers(log: SqliteQuizLog) -> list[float]:
    """From the confirmed answer to the moment when it is on the disk, with its review and card."""
    (last,) = log.attempts(1, limit=1)
    card = log.cards(1)[0]
    review = Review(1, card.key, card.item, card.topic, last.at, TODAY, Rating.GOOD)
    return [
        _timed(lambda n=n: log.add(replace(last, seed=n), review, card)) for n in range(ANSWERS)
    ]


def _open_and_close(path: Path) -> None:
    open_database(path).close()


def _bare(path: Path) -> None:
    """The baseline: a connection that reads the names of the tables."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _check(path: Path) -> None:
    with closing(open_database(path)) as connection:
        for table in TABLES:
            assert not table.checked(connection.execute(table.select))[1]


def _many(work: Callable[[], object]) -> dict[str, float]:
    return _spread([_timed(work) for _ in range(TIMES)])


def _timed(work: Callable[[], object], clock: Callable[[], float] = time.perf_counter) -> float:
    start = clock()
    work()
    return (clock() - start) * 1e3


def _spread(times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        "p50": round(ordered[len(ordered) // 2], 2),
        "p95": round(ordered[int(len(ordered) * 0.95)], 2),
    }
