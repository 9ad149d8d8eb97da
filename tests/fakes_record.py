"""Stand-ins for the practice log, the calendar and the writer of tables."""

from massage_trainer.domain.record import (
    WITH_SOMEBODY,
    Company,
    Ending,
    LogLine,
    NoteKind,
    Practice,
    TechniqueTime,
)


class FakeCalendar:
    """A day that only moves when a test moves it."""

    def __init__(self):
        self.second = 0
        self.day = "2026-11-23"

    def now(self):
        self.second += 1
        minutes, seconds = divmod(self.second, 60)
        return f"{self.day}T10:{minutes:02d}:{seconds:02d}Z"

    def today(self):
        return self.day


class MemoryPracticeLog:
    """A PracticeLog without a disk; keeps the promise that the one on disk keeps."""

    def __init__(self):
        self.begun = []  # (lesson, company, at, plan)
        self.done = []  # [practice, line, taken back]
        self.notes = []  # (practice, note)
        self.ended = {}
        self.finished = set()

    def begin(self, lesson, company, at, plan):
        self.begun.append((lesson, company, at, tuple(plan)))
        self.ended[len(self.begun)] = at
        return len(self.begun)

    def add_done(self, practice, line):
        self.done.append([practice, line, False])
        self.ended[practice] = line.at

    def add_note(self, practice, note):
        self.notes.append((practice, note))
        self.ended[practice] = note.at

    def take_back(self, practice, path, at):
        for entry in reversed(self.done):
            if entry[0] == practice and entry[1].path == path and not entry[2]:
                entry[2] = True
                break
        self.ended[practice] = at

    def finish(self, practice, at):
        self.finished.add(practice)
        self.ended[practice] = at

    def practices(self):
        return [
            self._practice(number, *self.begun[number - 1])
            for number in range(len(self.begun), 0, -1)
        ]

    def techniques(self):
        found = {}
        for practice, line in self._counting():
            stroke = self._planned(practice, line.path).stroke
            if stroke and line.ms:
                together = self.begun[practice - 1][1] in WITH_SOMEBODY
                times = found.setdefault(stroke, [0, 0])
                times[together] += line.ms
        times = [TechniqueTime(stroke, *both) for stroke, both in found.items()]
        return sorted(times, key=lambda time: (-time.total_ms, time.stroke))

    def lines(self):
        work = [
            (practice, line.at, line.path, line.ms, line.count, line.ending.value, line.reason)
            for practice, line in self._counting()
        ]
        notes = [
            (practice, note.at, note.path, note.ms, 0, note.kind.value, note.detail)
            for practice, note in self.notes
        ]
        return [self._line(*entry) for entry in sorted(work + notes, key=lambda e: e[:2])]

    def _counting(self):
        return [(practice, line) for practice, line, taken_back in self.done if not taken_back]

    def _planned(self, practice, path):
        return next((p for p in self.begun[practice - 1][3] if p.path == path), None)

    def _practice(self, number, lesson, company, at, plan):
        mine = [line for practice, line in self._counting() if practice == number]
        hurts = [n for p, n in self.notes if p == number and n.kind is NoteKind.STOP_IT_HURTS]
        return Practice(
            number,
            lesson,
            at,
            self.ended[number],
            company,
            number in self.finished,
            sum(line.ms for line in mine if self._planned(number, line.path).stroke),
            sum(line.ending is Ending.SKIPPED for line in mine),
            len(hurts),
        )

    def _line(self, practice, at, path, ms, count, what, detail):
        lesson, company, _, _ = self.begun[practice - 1]
        plan = self._planned(practice, path)
        reason = getattr(detail, "value", detail) or ""
        if plan is None:
            return LogLine(
                practice,
                lesson,
                Company(company),
                at,
                "",
                "",
                "",
                "",
                "",
                0,
                ms,
                0,
                count,
                what,
                reason,
            )
        times = f"{plan.repetition}/{plan.repetitions}" if plan.repetitions > 1 else ""
        return LogLine(
            practice,
            lesson,
            Company(company),
            at,
            plan.step,
            plan.stroke,
            plan.side,
            plan.point,
            times,
            plan.ms,
            ms,
            plan.count,
            count,
            what,
            reason,
        )


class FakeWriter:
    """Keeps the tables it was given."""

    def __init__(self):
        self.tables = {}

    def write(self, path, rows):
        self.tables[path] = [tuple(row) for row in rows]
