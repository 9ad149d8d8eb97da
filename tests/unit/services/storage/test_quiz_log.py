"""The quiz log: both kinds keep one promise, and the one on disk notices changed bytes."""

import sqlite3
from dataclasses import replace

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.quiz.confusion import Mistake
from massage_trainer.domain.quiz.memory import Card, MemoryState, Rating
from massage_trainer.domain.quiz.ports import Attempt, DayTotal, Review, RoundRecord
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.services.storage.database import FILE_NAME
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.rows import TABLES
from massage_trainer.services.storage.shared import SharedDatabase
from tests.class_examples import fill
from tests.fakes_quiz import MemoryQuizLog
from tests.fakes_record import FakeCalendar

AT = "2026-11-23T10:00:00Z"
DAY = "2026-11-23"
ATTEMPT_1 = Attempt(
    profile=1,
    round=1,
    key="locate:BL25",
    item="BL25",
    kind="locate",
    topic="BL25",
    form="place",
    side=SideRule.LEFT,
    at=AT,
    day=DAY,
    grade=Grade.MISS,
    tries=1,
    is_last=False,
    time_ms=4_200,
    seed=7,
    place=(0.1, -0.25, 1.0),
    client="man",
    distance_cun=1.5,
    across_cun=1.0,
    along_cun=-0.75,
    words="lateral 1.00, caudal 0.75",
    taken_for="BL26",
)
CARD_1 = Card("locate:BL25", "BL25", "BL25", MemoryState(2.5, 5.0), DAY, DAY, Rating.HARD, 1, 0)


def hit(**changes):
    base = {"grade": Grade.HIT, "is_last": True, "taken_for": "", "distance_cun": 0.25}
    return replace(ATTEMPT_1, **(base | changes))


def review(key="locate:BL25", rating=Rating.HARD, profile=1):
    return Review(profile, key, key.partition(":")[2], "", AT, DAY, rating)


@pytest.fixture
def problems():
    return []


@pytest.fixture
def database(tmp_path, problems):
    database = SharedDatabase(tmp_path, problems.append)
    yield database
    database.close()


@pytest.fixture(params=["sqlite", "memory"])
def log(request, database, problems):
    yield SqliteQuizLog(database) if request.param == "sqlite" else MemoryQuizLog()
    assert problems == []


def test_an_answer_comes_back_as_it_was(log):
    typed = replace(
        hit(tries=2, place=None, distance_cun=None, client=""), form="typed", answer='=Hợp\n"cốc'
    )
    for attempt in (ATTEMPT_1, typed):
        log.add(attempt)
    assert log.attempts(1) == [typed, ATTEMPT_1]
    assert log.attempts(1, limit=1) == [typed]
    assert log.attempts(2) == []


def test_whoever_has_read_it_all_knows_whether_anything_is_new(log):
    seen = [log.revision()]
    assert log.revision() == seen[0]
    for change in (
        lambda: log.add(ATTEMPT_1),
        lambda: log.add(ATTEMPT_1, review(), CARD_1),
        lambda: log.put_card(1, replace(CARD_1, reviews=7)),
    ):
        change()
        seen.append(log.revision())
        log.cards(1), log.places(1), log.mistakes(1), log.last_day(1)
        assert log.revision() == seen[-1], "reading changes nothing"
    assert len(set(seen)) == 4


def test_what_another_program_writes_is_new_and_so_is_another_file(database, tmp_path):
    log = SqliteQuizLog(database)
    log.add(ATTEMPT_1)
    seen = [log.revision()]
    other = SharedDatabase(tmp_path, pytest.fail)
    SqliteQuizLog(other).add(hit())
    other.close()
    seen.append(log.revision())
    assert log.revision() == seen[-1]
    assert len(set(seen)) == 2
    for _ in range(2):  # another connection that has changed nothing itself, as after a recovery
        database._close()
        seen.append(log.revision())
    assert len(set(seen)) == 4


def test_cards_are_due_by_their_day_and_belong_to_one_learner(log):
    later = replace(CARD_1, key="name:BL25", due="2026-12-01")
    future = replace(CARD_1, key="level:L4", item="L4", due="2028-01-01", day="2027-11-23")
    for card in (CARD_1, later, future):
        log.add(ATTEMPT_1, review(card.key), card)
    log.add(replace(ATTEMPT_1, profile=2), review(profile=2), CARD_1)
    assert {card.key for card in log.cards(1)} == {CARD_1.key, later.key, future.key}
    assert log.card(1, CARD_1.key) == CARD_1
    assert log.card(3, CARD_1.key) is None
    # The third was answered in what is the future now.
    assert {card.key for card in log.due(1, DAY)} == {CARD_1.key, future.key}
    assert log.count_due(1, "2026-11-22") == 1
    assert {card.key for card in log.due(1, "2026-12-01")} >= {CARD_1.key, later.key}
    assert log.cards(2) == [CARD_1]
    better = replace(CARD_1, due="2027-01-01", reviews=2)
    log.add(ATTEMPT_1, review(rating=Rating.GOOD), better)
    assert log.card(1, CARD_1.key) == better
    assert [one.rating for one in log.reviews(1, CARD_1.key)] == [Rating.HARD, Rating.GOOD]


def test_misses_are_what_was_not_right_at_the_first_try_the_last_time(log):
    log.add(hit(key="a:x"))
    log.add(hit(key="b:x", tries=2))
    log.add(hit(key="c:x", grade=Grade.NEAR))
    log.add(hit(key="b:x", tries=1, is_last=False, grade=Grade.MISS))
    log.add(hit(key="d:x", grade=Grade.MISS))
    log.add(hit(key="d:x"))
    assert log.misses(1) == ["c:x", "b:x"]
    assert log.misses(2) == []


def test_mistakes_know_what_was_right_after_them(log):
    log.add(ATTEMPT_1)
    log.add(hit())
    log.add(hit(tries=2))
    log.add(replace(ATTEMPT_1, taken_for="BL25"))
    log.add(replace(ATTEMPT_1, day="2026-11-24"))
    log.add(hit(key="name:BL25"))
    assert log.mistakes(1) == [
        Mistake("BL25", "BL26", "2026-11-24", 1),
        Mistake("BL25", "BL26", DAY, 2),
    ]


def test_places_days_and_the_last_day_are_read_back(log):
    log.add(ATTEMPT_1)
    log.add(hit(day="2026-11-24", time_ms=800))
    log.add(hit(day="2026-11-24", tries=2, distance_cun=None, time_ms=200))
    newest, oldest = log.places(1)
    assert (newest.grade, newest.distance_cun, newest.day) == (Grade.HIT, 0.25, "2026-11-24")
    assert (oldest.across_cun, oldest.along_cun) == (1.0, -0.75)
    assert (oldest.side, oldest.place) == (SideRule.LEFT, ATTEMPT_1.place)
    assert len(log.places(1, limit=1)) == 1
    assert log.days(1, DAY) == [DayTotal(DAY, 0, 0, 4_200), DayTotal("2026-11-24", 2, 1, 1_000)]
    assert log.days(1, "2026-11-25") == []
    assert (log.last_day(1), log.last_day(2)) == ("2026-11-24", "")


def test_rounds_end_or_are_broken_off(log):
    record = RoundRecord(1, "channel:BL", ("locate", "name"), 10, "none", 3, 42, AT, DAY)
    assert log.begin_round(record) == 1
    assert log.begin_round(replace(record, deck="due", profile=2)) == 2
    log.end_round(1, "2026-11-23T10:09:00Z", 10, 7, 25)
    (kept,) = log.rounds(1)
    assert kept == replace(record, id=1, ended="2026-11-23T10:09:00Z", asked=10, right=7, points=25)
    assert log.rounds(2)[0].ended == ""
    log.end_round(0, AT, 1, 1, 1)


def filled(database):
    log = SqliteQuizLog(database)
    log.begin_round(RoundRecord(1, "all", ("locate",), 3, "", 1, 1, AT, DAY))
    for number in range(30):
        key = f"locate:BL{number}"
        log.add(hit(key=key), review(key), replace(CARD_1, key=key))
    log.add(ATTEMPT_1)
    return log


@pytest.mark.parametrize("help_level", ["none", "landmarks", ""])
@pytest.mark.parametrize("turned", [True, False])
def test_a_round_in_which_the_body_was_turned_is_known_as_one(log, help_level, turned):
    record = RoundRecord(1, "all", ("locate",), 10, help_level, 3, 42, AT, DAY, turned=turned)
    number = log.begin_round(record)
    log.end_round(number, AT, 10, 6, 20)
    (kept,) = log.rounds(1)
    assert (kept.help, kept.turned, kept.points) == (help_level, turned, 20)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_of_every_row_is_watched(database, table):
    """Changed behind the back of the program, each by itself."""
    log = filled(database)
    database.write(
        lambda connection: TABLES[0].put(connection, (2, "Lan", AT))  # a learner
    )
    del log
    fill(SqliteClassStore(database, FakeCalendar()))
    for column in table.columns[table.keys :]:
        rows = database.read(f"{table.select} LIMIT 1")
        assert table.checked(rows) == ([rows[0][:-1]], [])
        changed = list(rows[0])
        place = table.columns.index(column)
        value = changed[place]
        changed[place] = f"{value}x" if isinstance(value, str) else (value or 0) + 1
        assert table.checked([tuple(changed)]) == ([], [tuple(changed)])


def test_a_changed_row_is_set_aside_and_told_and_a_card_is_reckoned_anew(
    database, problems, tmp_path
):
    log = filled(database)
    other = sqlite3.connect(tmp_path / FILE_NAME)
    other.execute("UPDATE card SET due = '2030-01-01' WHERE key = 'locate:BL3'")
    other.execute("UPDATE attempt SET taken_for = CAST(x'ff41' AS TEXT) WHERE id = 31")
    other.commit()
    other.close()
    assert "locate:BL3" not in {card.key for card in log.cards(1)}
    assert log.lost_cards(1) == ["locate:BL3"]
    assert len(log.reviews(1, "locate:BL3")) == 1
    log.put_card(1, replace(CARD_1, key="locate:BL3"))
    assert log.lost_cards(1) == []
    assert log.mistakes(1) == []
    assert len(log.attempts(1)) == 30
    assert [p.kind for p in problems] == [ProblemKind.DAMAGED_ROWS] * 2
    kept = database.read("SELECT source, key FROM damaged ORDER BY id")
    assert kept == [("card", "locate:BL3"), ("attempt", "locate:BL25")]
    problems.clear()
    assert len(log.attempts(1)) == 30
    assert problems == []


def test_what_cannot_be_written_is_written_with_the_next_answer(database, problems, tmp_path):
    log = SqliteQuizLog(database)
    log.add(ATTEMPT_1)
    other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")  # another program is writing, and does not come to an end
    log.add(hit(), review(), CARD_1)
    assert log.waiting == 1
    assert log.card(1, CARD_1.key) == CARD_1
    assert log.due(1, DAY) == [CARD_1]
    assert [p.kind for p in problems] == [ProblemKind.UNSAVED_ANSWERS]
    other.execute("ROLLBACK")
    log.add(hit(tries=2))
    assert log.waiting == 0
    assert [one.tries for one in log.attempts(1)] == [2, 1, 1]
    assert log.card(1, CARD_1.key) == CARD_1
    other.close()


def test_half_a_letter_and_endless_numbers_are_kept_as_what_can_be_written(database, problems):
    log = SqliteQuizLog(database)
    log.add(hit(answer="a\ud800b", distance_cun=float("inf")))
    (kept,) = log.attempts(1)
    assert (kept.answer, kept.distance_cun) == ("a?b", None)
    assert problems == []


def test_questions_to_the_log_use_its_indexes(database):
    """With a hundred thousand answers a walk through all of them would be felt."""
    log = filled(database)
    asked = []
    database.open()
    database._connection.set_trace_callback(asked.append)
    log.due(1, DAY)
    log.misses(1)
    log.mistakes(1)
    log.places(1)
    log.days(1, DAY)
    log.rounds(1)
    log.last_day(1)
    log.lost_cards(1)
    database._connection.set_trace_callback(None)
    queries = [sql for sql in asked if sql.lstrip().startswith("SELECT")]
    assert len(queries) >= 8
    for sql in queries:
        plan = [row[3] for row in database.read(f"EXPLAIN QUERY PLAN {sql}")]
        walks = [step for step in plan if step.startswith("SCAN") and "damaged" not in step]
        assert not walks, (sql, plan)
