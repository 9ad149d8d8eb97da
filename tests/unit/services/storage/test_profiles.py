"""Learners of one computer: kept as they are called, and gone with everything of theirs."""

import csv
import shutil
from datetime import UTC, datetime

import pytest

from massage_trainer.domain.problems import ProblemKind
from massage_trainer.domain.quiz.learner_names import NameProblem
from massage_trainer.domain.quiz.ports import UNNAMED_ID, Profile
from massage_trainer.services.storage.database import FILE_NAME
from massage_trainer.services.storage.profiles import SqliteProfiles
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.shared import SharedDatabase
from massage_trainer.services.storage.table_writer import CsvWriter
from massage_trainer.viewmodels.profiles import ProfilesViewModel
from tests.fakes_quiz import MemoryProfiles
from tests.fakes_record import FakeCalendar
from tests.unit.services.storage.test_quiz_log import CARD_1, hit, review

NAMES = ['=HYPERLINK("x")', "👩🏽‍⚕️ Mai", "דנה כהן", "مريم", "Robert'); DROP TABLE profile;--"]
UNNAMED = Profile(UNNAMED_ID, "")


@pytest.fixture
def problems():
    return []


@pytest.fixture
def database(tmp_path, problems):
    database = SharedDatabase(tmp_path, problems.append)
    yield database
    database.close()


@pytest.fixture
def log(database):
    return SqliteQuizLog(database)


def store(database, log, problems):
    return SqliteProfiles(database, log, FakeCalendar(), problems.append)


@pytest.fixture(params=["sqlite", "memory"])
def profiles(request, database, log, problems):
    on_disk = request.param == "sqlite"
    yield store(database, log, problems) if on_disk else MemoryProfiles()
    assert problems == []


def test_there_is_one_learner_without_a_name_at_first(profiles):
    assert list(profiles.all()) == [UNNAMED]
    assert profiles.current() == UNNAMED
    assert UNNAMED.is_unnamed


def test_the_one_without_a_name_can_get_one(profiles):
    profiles.rename(UNNAMED_ID, "Lan")
    assert list(profiles.all()) == [Profile(UNNAMED_ID, "Lan")]
    assert profiles.current().name == "Lan"


def test_names_come_back_as_they_were(profiles):
    for name in NAMES:
        profiles.add(name)
    assert [one.name for one in profiles.all() if one.name] == NAMES
    assert len({one.id for one in profiles.all()}) == len(profiles.all())


def test_who_was_chosen_is_there_the_next_day(database, log, problems):
    profiles = store(database, log, problems)
    profiles.add("Lan")
    mai = profiles.add("Mai")
    profiles.choose(mai.id)
    assert store(database, log, problems).current() == mai
    profiles.choose(77)  # deleted by another window meanwhile
    assert store(database, log, problems).current() in profiles.all()


def test_the_one_without_a_name_stays_while_it_has_answers(database, log, problems):
    log.add(hit())
    profiles = store(database, log, problems)
    lan = profiles.add("Lan")
    assert profiles.all() == [UNNAMED, lan]
    profiles.delete(UNNAMED_ID)
    assert profiles.all() == [lan]
    profiles.delete(lan.id)
    assert profiles.all() == [UNNAMED]


def test_deleting_a_learner_deletes_everything_of_theirs(tmp_path, database, log, problems):
    """From every table, every backup and every file that was set aside."""
    profiles = store(database, log, problems)
    secret = profiles.add("Secret Name")
    profiles.choose(secret.id)
    log.add(hit())
    log.add(hit(profile=secret.id, answer="secret answer"), review(profile=secret.id), CARD_1)
    made = database.backups.make(datetime(2026, 11, 22, tzinfo=UTC))
    stamp = made.path.stat().st_mtime
    shutil.copyfile(made.path, tmp_path / f"{FILE_NAME}.damaged")
    (tmp_path / f"{FILE_NAME}.damaged2").write_bytes(b"secret answer" * 999)
    profiles.delete(secret.id)
    assert profiles.current() == UNNAMED
    assert profiles.all() == [UNNAMED]
    assert (log.attempts(secret.id), log.cards(secret.id)) == ([], [])
    assert len(log.attempts(UNNAMED_ID)) == 1
    for path in tmp_path.rglob("*.*"):
        assert b"ecret" not in path.read_bytes(), path
    assert made.path.stat().st_mtime == stamp
    assert problems == []


def test_what_still_waits_of_a_deleted_learner_is_not_written(database, log, problems):
    profiles = store(database, log, problems)
    lan = profiles.add("Lan")
    database._connection.execute("PRAGMA query_only = ON")
    log.add(hit(profile=lan.id))
    log.add(hit())
    assert log.waiting == 2
    assert {p.kind for p in problems} == {ProblemKind.UNSAVED_ANSWERS}
    database._connection.execute("PRAGMA query_only = OFF")
    profiles.delete(lan.id)
    log.flush()
    assert log.attempts(lan.id) == []
    assert len(log.attempts(UNNAMED_ID)) == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_inert_in_a_table(tmp_path, name):
    path = tmp_path / "x.csv"
    CsvWriter().write(path, [(name, "1")])
    with path.open(encoding="utf-8-sig", newline="") as file:
        ((cell, _),) = csv.reader(file)
    assert cell.removeprefix("'") == name
    assert cell[0] not in "=+-@\t\r"


class Window:
    """Somebody who listens."""

    def __init__(self, profiles):
        self.told = []
        profiles.current_changed.connect(self.told.append)
        profiles.changed.connect(lambda: self.told.append("changed"))


def test_the_window_hears_who_is_learning(qapp):
    profiles = ProfilesViewModel(MemoryProfiles("Lan", "Minh"))
    window = Window(profiles)
    lan, minh = profiles.all[1:]
    profiles.choose(lan.id)
    profiles.choose(lan.id)
    profiles.choose(99)
    assert window.told == [lan]
    assert profiles.current == lan
    mai = profiles.add(" Mai\n")
    assert (mai.name, profiles.current) == ("Mai", mai)
    assert window.told == [lan, "changed", mai]
    assert profiles.add("MAI") is None
    assert profiles.problem_with("minh", minh.id) is None
    assert profiles.problem_with("  ") is NameProblem.EMPTY
    assert profiles.rename(mai.id, "Mai 2")
    assert not profiles.rename(mai.id, "Lan")
    assert profiles.current.name == "Mai 2"
    window.told.clear()
    profiles.delete(minh.id)
    assert window.told == ["changed"]
    profiles.delete(mai.id)
    assert window.told[1:] == ["changed", profiles.current]


def test_who_deletes_the_only_learner_begins_anew(qapp):
    profiles = ProfilesViewModel(MemoryProfiles())
    window = Window(profiles)
    profiles.delete(UNNAMED_ID)
    assert window.told == ["changed", UNNAMED]
