"""Tables whose rows carry a checksum: what was changed behind our back is noticed."""

from __future__ import annotations

import json
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Sequence

Row = tuple[Any, ...]
_TYPES: Final = {"id": "INTEGER", "profile": "INTEGER", "key": "TEXT"}
_FOUND: Final = "strftime('%Y-%m-%dT%H:%M:%SZ', 'now')"


def checksum(values: Iterable[object]) -> int:
    """Tells two rows apart; the text of a number is the same when it is read back."""
    return zlib.crc32("\x1f".join(map(repr, values)).encode("utf-8", "surrogatepass"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns without the checksum, and how many of them (from the first) name a row.

    A table named by one number gives the next one to a row that is inserted.
    """

    name: str
    columns: tuple[str, ...]
    keys: int = 1

    @property
    def select(self) -> str:
        """The beginning of a query; its rows are what ``checked`` takes."""
        return f"SELECT {', '.join(self.columns)}, sum FROM {self.name}"

    def put(self, connection: sqlite3.Connection, values: Sequence[object]) -> None:
        """Write a whole row, in the place of one with the same keys."""
        marks = ", ".join("?" * (len(self.columns) + 1))
        connection.execute(
            f"INSERT OR REPLACE INTO {self.name} ({', '.join(self.columns)}, sum) VALUES ({marks})",
            (*values, checksum(values)),
        )

    def append(self, connection: sqlite3.Connection, values: Sequence[object]) -> int:
        """Write a row under the next number; where the table counts them, under one never used."""
        query = (
            f"SELECT coalesce(max(id), 0) FROM {self.name}"
            " UNION ALL SELECT seq FROM sqlite_sequence WHERE name = ?"
        )
        used = connection.execute(query, (self.name,)).fetchall()
        number: int = 1 + max(last for (last,) in used)
        self.put(connection, (number, *values))
        return number

    def checked(self, rows: Iterable[Row]) -> tuple[list[Row], list[Row]]:
        """The good rows without their checksum, and the others."""
        good: list[Row] = []
        bad: list[Row] = []
        for row in rows:
            values = row[:-1]
            if checksum(values) == row[-1]:
                good.append(values)
            else:
                bad.append(row)
        return good, bad

    def set_aside(self, connection: sqlite3.Connection, rows: Iterable[Row]) -> int:
        """Move damaged rows out of the way, and count them; call it inside a transaction."""
        keys = self.columns[: self.keys]
        where = " AND ".join(f"{column} IS CAST(? AS {_TYPES[column]})" for column in keys)
        count = 0
        for row in rows:
            named = dict(zip(self.columns, row, strict=False))
            found = [_raw(part) for part in row[: self.keys]]
            gone = connection.execute(f"DELETE FROM {self.name} WHERE {where}", found)
            if gone.rowcount < 1:  # its own place is damaged: the check of the whole file tells
                continue
            content = json.dumps({**named, "sum": row[-1]}, default=repr)
            connection.execute(
                "INSERT INTO damaged (source, profile, key, content, found)"
                f" VALUES (?, ?, CAST(? AS TEXT), ?, {_FOUND})",
                (self.name, named.get("profile", 0), _raw(named.get("key", "")), content),
            )
            count += 1
        return count


def _raw(value: object) -> object:
    """Text by its bytes: what was read may be no text any more."""
    return value.encode("utf-8", "surrogateescape") if isinstance(value, str) else value


PROFILE: Final = Table("profile", ("id", "name", "made"))
ROUND: Final = Table(
    "round",
    (
        *("id", "profile", "deck", "kinds", "length", "help", "tries", "seed", "began", "day"),
        *("ended", "asked", "correct", "points"),
    ),
)
ATTEMPT: Final = Table(
    "attempt",
    (
        *("id", "profile", "round", "key", "item", "kind", "topic", "form", "side", "at", "day"),
        *("grade", "tries", "is_last", "ms", "seed", "x", "y", "z", "client", "answer"),
        *("distance", "across", "along", "words", "taken_for"),
    ),
)
REVIEW: Final = Table("review", ("id", "profile", "key", "item", "topic", "at", "day", "rating"))
CARD: Final = Table(
    "card",
    (
        *("profile", "key", "item", "topic", "stability", "difficulty", "due", "day", "rating"),
        *("reviews", "lapses"),
    ),
    keys=2,
)
CLASS: Final = Table("class", ("id", "name", "made"))
STUDENT: Final = Table("student", ("id", "class", "number", "name", "withdrawn"))
CLASS_ROUND: Final = Table(
    "class_round",
    ("id", "class", "deck", "kinds", "length", "seed", "began", "day", "ended"),
)
CLASS_ANSWER: Final = Table(
    "class_answer",
    (
        *("id", "class", "round", "number", "key", "item", "kind", "at", "clicks", "options"),
        *("counts", "correct", "confused_with", "details"),
    ),
)
EXAM: Final = Table(
    "exam",
    ("id", "class", "title", "source", "seed", "began", "day", "ended", "details"),
)
EXAM_ATTEMPT: Final = Table(
    "exam_attempt",
    (
        *("id", "class", "exam", "student", "number", "began", "ended", "state", "share", "gate"),
        "marks",
    ),
)
LEARNER_TABLES: Final = (PROFILE, ROUND, ATTEMPT, REVIEW, CARD)
CLASS_TABLES: Final = (CLASS, STUDENT, CLASS_ROUND, CLASS_ANSWER, EXAM, EXAM_ATTEMPT)
TABLES: Final = (*LEARNER_TABLES, *CLASS_TABLES)
