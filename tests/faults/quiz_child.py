"""A program of its own for the faults of storage: answers questions, and says what is kept.

python -m tests.faults.quiz_child FOLDER JOB [NUMBER] - JOB is a function below.
"""

import os
import random
import signal
import sys
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from massage_trainer.domain.quiz.learner import Answer, LearnerMemory
from massage_trainer.domain.quiz.question import (
    ChoiceResponse,
    Form,
    Outcome,
    PlaceResponse,
    Question,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.verdict import Grade, SideRule
from massage_trainer.services.review_schedule import FsrsSchedule
from massage_trainer.services.storage.backup import Backups
from massage_trainer.services.storage.database import FILE_NAME, open_database
from massage_trainer.services.storage.quiz_log import SqliteQuizLog
from massage_trainer.services.storage.shared import SharedDatabase
from tests.fakes_record import FakeCalendar

WORDS = LocalizedText("x", "x")
MISS, HIT = Grade.MISS, Grade.HIT


class Desk:
    """A learner over a real database; what is reported is printed."""

    def __init__(self, folder):
        self.database = SharedDatabase(folder, lambda problem: say("problem", problem.kind.value))
        self.log = SqliteQuizLog(self.database)
        self.learner = LearnerMemory(1, self.log, FsrsSchedule(), FakeCalendar())

    def answer(self, number):
        """Two tries: a miss, and then right."""
        item = f"P{number}"
        question = Question("locate", item, Form.PLACE, WORDS, WORDS, item, side=SideRule.LEFT)
        for grades in ((MISS,), (MISS, HIT)):
            response = PlaceResponse((0.1, 0.2, number * 0.001))
            outcome = Outcome(grades[-1], taken_for="P0" if grades[-1] is MISS else "")
            done = len(grades) == 2
            self.learner.answered(
                0, number, Answer(question, response, outcome, grades, is_last=done)
            )
            say("kept" if not self.log.waiting else "waits", number, len(grades))

    def close(self):
        self.log.close()
        self.database.close()


def say(*words):
    print(*words, flush=True)  # noqa: T201 - this is how it talks to the test


def answers(folder, first):
    """Without an end: somebody kills it."""
    desk = Desk(folder)
    number = first
    while True:
        number += 1
        desk.answer(number)


def some_answers(folder, first):
    desk = Desk(folder)
    say("ready")
    sys.stdin.readline()
    for number in range(first, first + 60):
        desk.answer(number)
    desk.close()


def backups(folder, _number):
    """Without an end: a backup every day of a long life."""
    now = datetime(2026, 11, 23, tzinfo=UTC)
    while True:
        now += timedelta(days=1)
        Backups(folder).make(now)
        say("made", now.isoformat())


def killed_while_recovering(folder, step):
    """Killed just before the so-manieth time that a file gets another name."""
    rename = Path.replace
    calls = 0

    def replace(self, target):
        nonlocal calls
        calls += 1
        if calls == step:
            os.kill(os.getpid(), signal.SIGKILL)
        return rename(self, target)

    Path.replace = replace
    desk = Desk(folder)
    desk.database.open()
    say("renamed", calls)
    desk.close()


def slow_writer(folder, _number):
    """Another program that takes its time with the database."""
    with closing(open_database(folder / FILE_NAME)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        say("writing")
        sys.stdin.readline()
        time.sleep(0.4)
        connection.execute("COMMIT")


def full_disk(folder, _number):
    """Answers until they wait; goes on when it is told that there is room."""
    desk = Desk(folder)
    number = 0
    while not desk.log.waiting:
        number += 1
        desk.answer(number)
    desk.answer(number + 1)
    say("full", number + 1)
    sys.stdin.readline()
    desk.answer(number + 2)
    say("waiting", desk.log.waiting)
    desk.close()


def rounds(folder, seed):
    """Rounds in the whole program, answered as a person would, without an end."""
    from PySide6.QtWidgets import QApplication

    from massage_trainer.app.composition import Program

    app = QApplication([])
    program = Program(app, folder)
    quiz = program.study_flow.quiz_flow.quiz
    quiz.answered.connect(lambda answer: say("told", answer.question.key, len(answer.grades)))
    quiz.setup.read()
    kinds = frozenset({"locate-point", "name-point"})
    quiz.setup.update(deck="all", kinds=kinds, length=40)
    chance = random.Random(seed)
    while True:
        quiz.start()
        while quiz.question is not None:
            place = (chance.uniform(-0.1, 0.1), chance.uniform(0.9, 1.4), -0.1)
            options = [option.id for option in quiz.question.options]
            is_place = quiz.question.form is Form.PLACE
            quiz.respond(
                PlaceResponse(place)
                if is_place
                else ChoiceResponse(frozenset({chance.choice(options)}))
            )
            quiz.confirm()
            quiz.dismiss()


if __name__ == "__main__":
    globals()[sys.argv[2]](Path(sys.argv[1]), int(sys.argv[3]) if len(sys.argv) > 3 else 0)
