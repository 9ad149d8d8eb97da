"""The Profiles over SQLite; who is learning now stands in a small file beside the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from massage_trainer.domain.quiz.ports import UNNAMED_ID, Profile
from massage_trainer.services.json_file import JsonFile
from massage_trainer.services.storage.rows import PROFILE

if TYPE_CHECKING:
    import sqlite3

    from massage_trainer.domain.ports import Calendar
    from massage_trainer.services.json_file import Report
    from massage_trainer.services.storage.quiz_log import SqliteQuizLog
    from massage_trainer.services.storage.shared import SharedDatabase

FILE_NAME: Final = "learner.json"
_VERSION: Final = 1


class SqliteProfiles:
    """There is always a learner: the one without a name has no row until it gets one."""

    def __init__(
        self, database: SharedDatabase, log: SqliteQuizLog, calendar: Calendar, report: Report
    ) -> None:
        self._database = database
        self._log = log
        self._calendar = calendar
        self._file = JsonFile(database.path.with_name(FILE_NAME), _VERSION, report)
        self._current: int | None = None

    def all(self) -> list[Profile]:
        rows = self._database.rows(PROFILE, "ORDER BY id")
        found = [Profile(number, name) for number, name, _ in rows]
        if not any(one.id == UNNAMED_ID for one in found) and not self._is_dropped(found):
            found.insert(0, Profile(UNNAMED_ID, ""))
        return found

    def current(self) -> Profile:
        """The one chosen last, also on an earlier day; else the first there is."""
        if self._current is None:
            number = self._file.read().get("learner")
            self._current = number if isinstance(number, int) else UNNAMED_ID
        found = self.all()
        return next((one for one in found if one.id == self._current), found[0])

    def choose(self, profile_id: int) -> None:
        self._current = profile_id
        self._file.write({"learner": profile_id})

    def add(self, name: str) -> Profile | None:
        made = self._calendar.now()

        def write(connection: sqlite3.Connection) -> int:
            last = "SELECT max(?, coalesce(max(id), 0)) + 1 FROM profile"
            (number,) = connection.execute(last, (UNNAMED_ID,)).fetchone()
            PROFILE.put(connection, (number, name, made))
            return int(number)

        number = self._database.write(write)
        return Profile(number, name) if number else None

    def rename(self, profile_id: int, name: str) -> None:
        values = (profile_id, name, self._calendar.now())
        self._database.write(lambda connection: PROFILE.put(connection, values))

    def delete(self, profile_id: int) -> None:
        self._log.forget(profile_id)
        if self._database.forget(profile_id) and self.current().id != self._current:
            self.choose(self.current().id)

    def _is_dropped(self, found: list[Profile]) -> bool:
        """Once there are others, the one without a name stays only while it has answers."""
        if not found:
            return False
        query = "SELECT 1 FROM attempt WHERE profile = ? LIMIT 1"
        return not self._database.read(query, (UNNAMED_ID,))
