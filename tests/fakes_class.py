"""A ClassStore without a disk; keeps the promise that the one on disk keeps."""

from dataclasses import replace

from massage_trainer.domain.classroom.ports import NO_GROUP, Erasure
from massage_trainer.domain.classroom.roster import ClassGroup, Student


class MemoryClassStore:
    """``is_full`` keeps nothing any more, as a full disk does."""

    def __init__(self):
        self.is_full = False
        self._groups = {}
        self._students = {}
        self._rounds = {}
        self._answers = {}
        self._exams = {}
        self._attempts = {}
        self._waiting = []

    @property
    def waiting(self):
        return len(self._waiting)

    def flush(self):
        if not self.is_full:
            self._waiting.clear()
        return not self._waiting

    def groups(self):
        return [ClassGroup(number, name) for number, name in self._groups.items()]

    def add_group(self, name):
        if self.is_full:
            return None
        number = max(self._groups, default=0) + 1
        self._groups[number] = name
        return ClassGroup(number, name)

    def rename_group(self, group, name):
        return self._change(self._groups, group, name)

    def delete_group(self, group):
        if self.is_full:
            return Erasure(done=False)
        self._groups.pop(group, None)
        for kept in (self._students, self._rounds, self._answers, self._exams, self._attempts):
            for key in [key for key, one in kept.items() if one.group == group]:
                del kept[key]
        return Erasure(done=True)

    def students(self, group):
        return [one for one in self._students.values() if one.group == group]

    def add_students(self, group, entries):
        if self.is_full or group not in self._groups:
            return []
        first = max(self._students, default=0) + 1
        added = [Student(first + n, group, *entry) for n, entry in enumerate(entries)]
        self._students |= {one.id: one for one in added}
        return added

    def change_student(self, student):
        return self._change(self._students, student.id, student)

    def delete_student(self, student):
        if self.is_full:
            return Erasure(done=False)
        self._students.pop(student.id, None)
        for key in [key for key, one in self._attempts.items() if one.student == student.id]:
            del self._attempts[key]
        return Erasure(done=True)

    def begin_round(self, record):
        return self._begin(self._rounds, record)

    def end_round(self, round_id, at):
        record = self._rounds.get(round_id)
        return record is not None and self._change(
            self._rounds, round_id, replace(record, ended=at)
        )

    def rounds(self, group):
        return [one for one in reversed(self._rounds.values()) if one.group == group]

    def keep_answer(self, answer):
        if answer.round not in self._rounds:
            return False
        return self._keep(self._answers, (answer.round, answer.number), answer)

    def answers(self, round_id):
        return [self._answers[key] for key in sorted(self._answers) if key[0] == round_id]

    def begin_exam(self, record):
        return self._begin(self._exams, record)

    def change_exam(self, record):
        return self._change(self._exams, record.id, record)

    def exams(self, group):
        return [one for one in reversed(self._exams.values()) if one.group == group]

    def keep_attempt(self, attempt):
        if attempt.exam not in self._exams or attempt.student not in self._students:
            return False
        return self._keep(self._attempts, (attempt.exam, attempt.student, attempt.number), attempt)

    def attempt(self, exam, student, number):
        return self._attempts.get((exam, student, number))

    def attempts(self, exam):
        return [one for one in self._attempts.values() if one.exam == exam]

    def _begin(self, kept, record):
        if self.is_full or record.group not in (NO_GROUP, *self._groups):
            return 0
        number = max(kept, default=0) + 1
        kept[number] = replace(record, id=number)
        return number

    def _change(self, kept, number, one):
        if self.is_full or number not in kept:
            return False
        kept[number] = one
        return True

    def _keep(self, kept, place, one):
        kept[place] = one
        if place not in self._waiting:
            self._waiting.append(place)
        return self.flush()
