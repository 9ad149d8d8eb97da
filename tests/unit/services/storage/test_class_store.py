"""Classes on the disk and in memory keep one promise: kept is kept, and deleted is gone."""

import random
import shutil
import sqlite3
import threading
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from massage_trainer.domain.classroom.ports import NO_GROUP
from massage_trainer.domain.classroom.roster import ClassGroup, Student
from massage_trainer.domain.problems import ProblemKind
from massage_trainer.services.storage.backup import Backups
from massage_trainer.services.storage.class_rows import attempt_values
from massage_trainer.services.storage.class_store import SqliteClassStore
from massage_trainer.services.storage.database import FILE_NAME, migrations, open_database, upgrade
from massage_trainer.services.storage.rows import CLASS_TABLES, EXAM_ATTEMPT
from massage_trainer.services.storage.shared import SharedDatabase
from tests.class_examples import ANSWER, AT, EXAM, MARK, ROUND, fill
from tests.fakes_class import MemoryClassStore
from tests.fakes_record import FakeCalendar

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
NAMES = [
    '=HYPERLINK("x")',
    'O\'Neil; "王小明"',
    "Nguyễn Thị Ánh",
    "مريم",
    "'); DROP TABLE class;--",
]


@pytest.fixture
def problems():
    return []


@pytest.fixture
def database(tmp_path, problems):
    database = SharedDatabase(tmp_path, problems.append)
    yield database
    database.close()


def on_disk(database):
    return SqliteClassStore(database, FakeCalendar())


@pytest.fixture(params=["sqlite", "memory"])
def store(request, database, problems):
    yield on_disk(database) if request.param == "sqlite" else MemoryClassStore()
    assert problems == []


def test_there_is_no_class_at_first(store):
    assert store.groups() == []
    assert store.students(1) == []
    assert store.rounds(1) == []
    assert store.exams(1) == []


def test_names_come_back_as_they_were(store):
    for name in NAMES:
        store.add_group(name)
    assert [one.name for one in store.groups()] == NAMES
    added = store.add_students(1, [(name, name) for name in NAMES])
    assert store.students(1) == added
    assert [(one.number, one.name) for one in added] == [(name, name) for name in NAMES]
    assert store.rename_group(1, "K5")
    assert store.groups()[0] == ClassGroup(1, "K5")
    assert not store.rename_group(99, "K6")


def test_a_student_is_changed_and_withdrawn(store):
    group = store.add_group("K5")
    one, other = store.add_students(group.id, [("1", "An"), ("2", "Bình")])
    changed = replace(one, number="7", name="Ân", withdrawn=True)
    assert store.change_student(changed)
    assert store.students(group.id) == [changed, other]
    assert not store.change_student(Student(99, group.id, "", "Who"))


def test_rounds_and_answers_come_back_as_they_were(store):
    store.add_group("K5")
    round_id = store.begin_round(ROUND)
    later = store.begin_round(replace(ROUND, deck="legs", kinds=()))
    assert store.keep_answer(replace(ANSWER, number=2, clicks=(), counts=()))
    assert store.keep_answer(ANSWER)
    assert store.keep_answer(replace(ANSWER, counts=(20, 1)))  # corrected
    assert store.end_round(round_id, "2026-11-23T10:20:00Z")
    assert store.answers(round_id) == [
        replace(ANSWER, counts=(20, 1)),
        replace(ANSWER, number=2, clicks=(), counts=()),
    ]
    first = replace(ROUND, ended="2026-11-23T10:20:00Z", id=round_id)
    assert store.rounds(1) == [replace(ROUND, deck="legs", kinds=(), id=later), first]
    assert store.rounds(2) == []


def test_exams_and_marks_come_back_as_they_were(store):
    store.add_students(store.add_group("K5").id, [("1", "An"), ("2", "Bình")])
    exam = store.begin_exam(EXAM)
    kept = replace(EXAM, id=exam)
    assert store.exams(1) == [kept]
    assert store.keep_attempt(MARK)
    assert store.keep_attempt(replace(MARK, student=2, share=1.0))
    done = replace(
        MARK, ended=AT, state="ended", share=0.1 + 0.2, gate="draping", marks='{"a":[1]}'
    )
    assert store.keep_attempt(done)
    assert store.keep_attempt(replace(MARK, number=2))
    assert store.attempts(exam) == [
        done,
        replace(MARK, student=2, share=1.0),
        replace(MARK, number=2),
    ]
    assert store.change_exam(replace(kept, ended=AT, details='{"closed":true}'))
    assert store.exams(1) == [replace(kept, ended=AT, details='{"closed":true}')]
    assert not store.change_exam(replace(kept, id=99))


def test_a_deleted_class_is_gone_and_the_other_stays(store):
    gone, kept = fill(store, 1), fill(store, 2)
    assert store.delete_group(gone.id).done
    assert store.groups() == [kept]
    assert (store.students(gone.id), store.rounds(gone.id), store.exams(gone.id)) == ([], [], [])
    assert (store.answers(1), store.attempts(1)) == ([], [])
    assert [len(found) for found in (store.students(2), store.answers(2), store.attempts(2))] == [
        *(1, 1, 1)
    ]


def test_a_deleted_student_is_gone_with_the_marks(store):
    group = fill(store, names=("An", "Bình"))
    one, other = store.students(group.id)
    assert store.delete_student(one).done
    assert store.students(group.id) == [other]
    assert [mark.student for mark in store.attempts(1)] == [other.id]


def test_what_is_said_later_of_a_class_that_was_deleted_does_not_come_back(store):
    """By whoever still has its question or its candidate before them."""
    group = fill(store)
    assert store.delete_group(group.id).done
    assert not store.keep_attempt(replace(MARK, group=group.id))
    assert not store.keep_answer(replace(ANSWER, group=group.id))
    assert store.add_students(group.id, [("2", "Bình")]) == []
    assert store.begin_round(replace(ROUND, group=group.id)) == 0
    assert store.begin_exam(replace(EXAM, group=group.id)) == 0
    assert (store.attempts(1), store.answers(1), store.waiting) == ([], [], 0)
    assert store.attempt(1, 1, 1) is None


def test_what_is_said_later_of_a_student_who_was_deleted_does_not_come_back(store):
    group = fill(store, names=("An", "Bình"))
    one, other = store.students(group.id)
    assert store.delete_student(one).done
    assert not store.keep_attempt(replace(MARK, student=one.id))
    assert store.keep_attempt(replace(MARK, student=other.id, share=0.5))
    assert store.attempts(1) == [replace(MARK, student=other.id, share=0.5)]


def test_a_round_without_a_class_is_kept(store):
    number = store.begin_round(replace(ROUND, group=NO_GROUP))
    assert store.keep_answer(replace(ANSWER, group=NO_GROUP, round=number))


def test_an_attempt_is_read_as_another_window_has_left_it(tmp_path, database, problems):
    store = on_disk(database)
    fill(store)
    assert store.attempt(1, 1, 1) == MARK
    assert store.attempt(1, 1, 2) is None
    other = SharedDatabase(tmp_path, problems.append)
    assert on_disk(other).keep_attempt(replace(MARK, share=0.5))
    other.close()
    assert store.attempt(1, 1, 1) == replace(MARK, share=0.5)
    assert problems == []


def test_the_number_of_somebody_deleted_is_never_given_again(database, tmp_path):
    store = on_disk(database)
    group = store.add_group("K5")
    (gone,) = store.add_students(group.id, [("1", "An")])
    store.delete_student(gone)
    (new,) = store.add_students(group.id, [("2", "Ba")])
    assert new.id > gone.id
    store.delete_group(group.id)
    database.close()
    again = on_disk(SharedDatabase(tmp_path, lambda _: None))
    assert again.add_group("K6").id > group.id
    again._database.close()


def test_half_a_character_is_kept_as_a_question_mark(database, problems):
    store = on_disk(database)
    assert store.add_group("K\ud83d").name == "K?"
    assert store.students(1) == []
    (one,) = store.add_students(1, [("\ud83d1", "An\udc00")])
    assert (one.number, one.name) == ("?1", "An?")
    assert store.begin_exam(EXAM) == 1
    assert store.keep_attempt(replace(MARK, marks='{"remark":"\ud83d"}'))
    assert problems == []


def test_what_cannot_be_written_waits_and_is_read_meanwhile(tmp_path, database, problems):
    store = on_disk(database)
    store.add_students(store.add_group("K5").id, [("1", "An"), ("2", "Bình")])
    assert store.begin_exam(EXAM) == store.begin_round(ROUND) == 1
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert not store.keep_attempt(MARK)
        assert not store.keep_attempt(replace(MARK, share=0.5))
        assert not store.keep_answer(ANSWER)
        assert store.waiting == 2
        assert store.attempts(1) == [replace(MARK, share=0.5)]
        assert store.answers(1) == [ANSWER]
        assert {one.kind for one in problems} == {ProblemKind.UNSAVED_ANSWERS}
        assert store.add_group("K6") is None
        assert store.begin_exam(EXAM) == 0
        assert not store.delete_group(1).done
        other.execute("ROLLBACK")
    assert store.keep_attempt(replace(MARK, student=2))
    assert store.waiting == 0
    assert on_disk(database).attempts(1) == [replace(MARK, share=0.5), replace(MARK, student=2)]


def test_a_new_start_finds_everything(tmp_path, database, problems):
    fill(on_disk(database))
    database.close()
    again = SharedDatabase(tmp_path, problems.append)
    store = on_disk(again)
    assert [one.name for one in store.students(1)] == ["Trần Văn Bình"]
    assert store.attempts(1) == [MARK]
    again.close()
    assert problems == []


def test_a_database_of_the_last_schema_is_brought_up(tmp_path, problems):
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as old:
        upgrade(old, migrations()[:2])
    database = SharedDatabase(tmp_path, problems.append)
    assert fill(on_disk(database)).id == 1
    database.close()
    assert problems == []


def bytes_of(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_byte_of_a_deleted_class_stays_anywhere(tmp_path, database, problems):
    """The file, its log, the backups, also of an older schema, and what damage left beside."""
    store = on_disk(database)
    names = [f"Zzyx{number:02} Quaggamuffin" for number in range(40)]
    group = fill(store, names=names)
    fill(store, 2, names=["Kept Nomdeplume"])
    for turn in range(3):  # rows grow and move between pages
        for one in store.students(group.id):
            store.change_student(replace(one, number=one.number * 9, name=f"{one.name} {'x' * 60}"))
            mark = replace(MARK, student=one.id, marks=f'{{"remark":"Quaggamuffin {turn}"}}')
            store.keep_attempt(mark)
        Backups(tmp_path).make(NOW.replace(hour=12 + turn))
    shutil.copy(tmp_path / FILE_NAME, tmp_path / f"{FILE_NAME}.damaged")
    with closing(sqlite3.connect(tmp_path / "backups/practice-2020-01-01T00-00-00Z.db")) as old:
        upgrade(old, migrations()[:1])
    assert b"Quaggamuffin" in bytes_of(tmp_path)
    assert store.delete_group(group.id).done
    assert b"Quaggamuffin" not in bytes_of(tmp_path)
    assert b"Zzyx" not in bytes_of(tmp_path)
    assert b"Kept Nomdeplume" in bytes_of(tmp_path / "backups")
    assert len(Backups(tmp_path).all()) == 4
    assert problems == []


def test_bytes_of_rows_that_were_moved_between_pages_go_too(tmp_path, database):
    """Overwriting rows as they are deleted does not reach these; the seed is one that shows it."""
    store = on_disk(database)
    database.read("PRAGMA synchronous = OFF")
    chance = random.Random(55)
    for _ in range(400):
        student, group = chance.randint(1, 60), chance.choice([1, 2])
        marks = f"CLASS{group}X" * chance.randint(1, 700)
        attempt = replace(MARK, group=group, exam=1, student=student, marks=marks)
        values = (student * 2 + group, *attempt_values(attempt))
        database.write(lambda connection, row=values: EXAM_ATTEMPT.put(connection, row))
    assert b"CLASS1" in bytes_of(tmp_path)
    assert store.delete_group(1).done
    assert b"CLASS1" not in bytes_of(tmp_path)
    assert b"CLASS2" in bytes_of(tmp_path)


def test_damaged_rows_of_a_class_go_with_it(tmp_path, database, problems):
    store = on_disk(database)
    fill(store, names=["Quaggamuffin"])
    database.write(lambda db: db.execute("UPDATE student SET sum = sum + 1"))
    assert store.students(1) == []
    assert [one.kind for one in problems] == [ProblemKind.DAMAGED_ROWS]
    assert "Quaggamuffin" not in problems[0].detail
    assert b"Quaggamuffin" in bytes_of(tmp_path)
    assert store.delete_group(1).done
    assert b"Quaggamuffin" not in bytes_of(tmp_path)


def test_another_window_that_reads_keeps_the_bytes_for_now(tmp_path, database):
    store = on_disk(database)
    fill(store)
    with closing(open_database(tmp_path / FILE_NAME)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM student").fetchall()
        erasure = store.delete_group(1)
        assert (erasure.done, erasure.is_pending) == (True, True)
        other.execute("ROLLBACK")
    assert store.groups() == []


def test_after_damage_the_newest_of_what_changed_is_there(tmp_path, database, problems):
    """The backup knows an older name and an older mark: what the damaged file says later wins."""
    store = on_disk(database)
    fill(store)
    Backups(tmp_path).make(NOW)
    (one,) = store.students(1)
    store.change_student(replace(one, name="Trần Văn Bách"))
    done = replace(MARK, state="ended", share=0.85)
    store.keep_attempt(done)
    store.keep_attempt(replace(MARK, number=2))
    database.recover()
    assert [one.name for one in store.students(1)] == ["Trần Văn Bách"]
    assert store.attempts(1) == [done, replace(MARK, number=2)]
    assert [one.kind for one in problems] == [ProblemKind.RESTORED_RECORD]


def test_every_table_of_classes_knows_its_class():
    assert all("class" in table.columns or table.name == "class" for table in CLASS_TABLES)


def test_a_trace_tells_no_names():
    told = repr([Student(1, 1, "SV001", "An"), ClassGroup(1, "K5"), MARK])
    assert not any(word in told for word in ("SV001", "An", "K5", "vai"))


def test_no_copy_is_made_while_something_is_deleted(tmp_path, database):
    """It would be one of what was there before, and nobody would look for it again."""
    fill(on_disk(database), names=["Quaggamuffin"])
    backups, began = database.backups, threading.Event()
    backups.make(NOW)
    erase = backups.erase
    copier = threading.Thread(target=lambda: (began.set(), backups.make(NOW.replace(day=24))))

    def erase_slowly(delete, others):
        copier.start()
        assert began.wait(10)
        assert len(backups.all()) == 1
        return erase(delete, others)

    backups.erase = erase_slowly
    assert on_disk(database).delete_group(1).done
    copier.join(10)
    assert len(backups.all()) == 2
    assert b"Quaggamuffin" not in bytes_of(tmp_path)


def test_a_copy_that_cannot_be_read_goes_and_that_is_told(tmp_path, database, problems):
    store = on_disk(database)
    fill(store, names=["Quaggamuffin"])
    made = Backups(tmp_path).make(NOW)
    content = made.path.read_bytes()
    made.path.write_bytes(content[:100] + b"\xff" * 4000 + content[4100:])
    Backups(tmp_path).make(NOW.replace(hour=13))
    assert store.delete_group(1).lost_copies == 1
    assert [one.moment.hour for one in Backups(tmp_path).all()] == [13]
    assert list((tmp_path / "backups").glob("*.erasing*")) == []


def test_a_copy_without_the_class_is_left_as_it_is(tmp_path, database):
    store = on_disk(database)
    store.add_group("K5")
    older = Backups(tmp_path).make(NOW)
    before = older.path.read_bytes()
    store.add_group("K6")
    assert store.delete_group(2).done
    assert older.path.read_bytes() == before
