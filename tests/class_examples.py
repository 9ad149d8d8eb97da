"""A class with everything that can be kept of it."""

from dataclasses import replace

from massage_trainer.domain.classroom.ports import (
    AttemptRecord,
    ClassAnswer,
    ClassClick,
    ClassRound,
    ExamRecord,
)

AT, DAY = "2026-11-23T10:00:00Z", "2026-11-23"
ROUND = ClassRound(1, "back", ("locate-point", "name-point"), 10, 77, AT, DAY)
CLICKS = (
    ClassClick((0.1, 1.25, -0.07), right=True),
    ClassClick(None, right=False, taken_for="BL23"),
)
ANSWER = ClassAnswer(
    1, 1, 1, "locate:GB20", "GB20", "locate-point", AT, CLICKS, ("a", "b"), (12, 3), (0,), "BL10"
)
EXAM = ExamRecord(1, "Thi thực hành 1", "back", 5, AT, DAY, details='{"paper":{"seed":5}}')
MARK = AttemptRecord(1, 1, 1, 1, AT, state="running", marks='{"remark":"chậm lại \\"ở vai\\""}')


def fill(store, number=1, names=("Trần Văn Bình",)):
    """A class with everything that can be kept of it."""
    group = store.add_group(f"Lớp {number}")
    students = store.add_students(group.id, [(f"SV{number:03}", name) for name in names])
    round_id = store.begin_round(replace(ROUND, group=group.id))
    store.keep_answer(replace(ANSWER, group=group.id, round=round_id))
    exam = store.begin_exam(replace(EXAM, group=group.id))
    for one in students:
        store.keep_attempt(replace(MARK, group=group.id, exam=exam, student=one.id))
    return group
