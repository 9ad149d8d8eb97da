"""The PracticeLog over SQLite: every call is one transaction, and they keep their order."""

import sqlite3
from collections.abc import Sequence
from dataclasses import astuple
from typing import Final

from massage_trainer.domain.record import (
    WITH_SOMEBODY,
    Company,
    DoneLine,
    LogLine,
    Note,
    NoteKind,
    PlannedLine,
    Practice,
    TechniqueTime,
)
from massage_trainer.services.storage.shared import SharedDatabase

_TOGETHER: Final = ", ".join(f"'{company.value}'" for company in sorted(WITH_SOMEBODY, key=str))

# A note stands beside the work in one log; both bring the plan of their segment.
_LINES: Final = """
    SELECT p.id, p.lesson, p.company, e.at, coalesce(l.step, ''), coalesce(l.stroke, ''),
           coalesce(l.side, ''), coalesce(l.point, ''),
           CASE WHEN l.repetitions > 1 THEN l.repetition || '/' || l.repetitions ELSE '' END,
           coalesce(l.ms, 0), e.ms, coalesce(l.count, 0), e.count, e.what, e.detail
    FROM (SELECT practice, at, path, ms, count, ending AS what, reason AS detail, 0 AS notes, id
          FROM done WHERE NOT taken_back
          UNION ALL
          SELECT practice, at, path, ms, 0, kind, detail, 1, id FROM note) AS e
    JOIN practice AS p ON p.id = e.practice
    LEFT JOIN planned AS l ON l.practice = e.practice AND l.path = e.path
    ORDER BY p.id, e.at, e.notes, e.id
"""
_PRACTICES: Final = """
    SELECT id, lesson, began, ended, company, finished,
           (SELECT coalesce(sum(d.ms), 0) FROM done AS d
            JOIN planned AS l ON l.practice = d.practice AND l.path = d.path
            WHERE d.practice = practice.id AND NOT d.taken_back AND l.stroke != ''),
           (SELECT count(*) FROM done
            WHERE practice = practice.id AND NOT taken_back AND ending = 'skipped'),
           (SELECT count(*) FROM note WHERE practice = practice.id AND kind = ?)
    FROM practice ORDER BY began DESC, id DESC
"""
_TECHNIQUES: Final = f"""
    SELECT l.stroke,
           sum(CASE WHEN p.company IN ({_TOGETHER}) THEN 0 ELSE d.ms END),
           sum(CASE WHEN p.company IN ({_TOGETHER}) THEN d.ms ELSE 0 END)
    FROM done AS d
    JOIN practice AS p ON p.id = d.practice
    JOIN planned AS l ON l.practice = d.practice AND l.path = d.path
    WHERE NOT d.taken_back AND l.stroke != '' AND d.ms > 0
    GROUP BY l.stroke ORDER BY sum(d.ms) DESC, l.stroke
"""


class SqlitePracticeLog:
    """Writes as it happens; where it cannot, that is reported once and the lesson goes on."""

    def __init__(self, database: SharedDatabase) -> None:
        self._database = database
        database.open()

    def begin(
        self, lesson: str, company: Company, at: str, plan: Sequence[PlannedLine]
    ) -> int | None:
        def write(database: sqlite3.Connection) -> int | None:
            row = database.execute(
                "INSERT INTO practice (lesson, company, began, ended) VALUES (?, ?, ?, ?)",
                (lesson, company.value, at, at),
            )
            database.executemany(
                f"INSERT INTO planned VALUES (?, ?{', ?' * 10})",
                [(row.lastrowid, n, *astuple(line)) for n, line in enumerate(plan)],
            )
            return row.lastrowid

        return self._database.write(write)

    def add_done(self, practice: int, line: DoneLine) -> None:
        reason = line.reason.value if line.reason else ""
        self._append(
            practice,
            line.at,
            "INSERT INTO done (practice, at, path, ending, ms, count, reason)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (practice, line.at, line.path, line.ending.value, line.ms, line.count, reason),
        )

    def add_note(self, practice: int, note: Note) -> None:
        self._append(
            practice,
            note.at,
            "INSERT INTO note (practice, at, kind, path, ms, detail) VALUES (?, ?, ?, ?, ?, ?)",
            (practice, note.at, note.kind.value, note.path, note.ms, note.detail),
        )

    def take_back(self, practice: int, path: str, at: str) -> None:
        self._append(
            practice,
            at,
            "UPDATE done SET taken_back = 1 WHERE id ="
            " (SELECT max(id) FROM done WHERE practice = ? AND path = ? AND NOT taken_back)",
            (practice, path),
        )

    def finish(self, practice: int, at: str) -> None:
        self._append(practice, at, "UPDATE practice SET finished = 1 WHERE id = ?", (practice,))

    def practices(self) -> list[Practice]:
        rows = self._database.read(_PRACTICES, (NoteKind.STOP_IT_HURTS.value,))
        return [
            Practice(number, lesson, began, ended, Company(company), bool(finished), *figures)
            for number, lesson, began, ended, company, finished, *figures in rows
        ]

    def techniques(self) -> list[TechniqueTime]:
        return [TechniqueTime(*row) for row in self._database.read(_TECHNIQUES)]

    def lines(self) -> list[LogLine]:
        rows = self._database.read(_LINES)
        return [LogLine(n, lesson, Company(company), *rest) for n, lesson, company, *rest in rows]

    def _append(self, practice: int, at: str, statement: str, values: tuple[object, ...]) -> None:
        def write(database: sqlite3.Connection) -> None:
            database.execute(statement, values)
            database.execute("UPDATE practice SET ended = ? WHERE id = ?", (at, practice))

        self._database.write_later(write)
