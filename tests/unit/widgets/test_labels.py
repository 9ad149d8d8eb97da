"""Every value of the domain has words in both languages, and different ones."""

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.catalog import Severity
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.ports import SoundState
from massage_trainer.domain.problems import Problem, ProblemKind
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    Status,
    Timed,
)
from massage_trainer.domain.teacher import amounts_of
from massage_trainer.domain.text import LANGUAGES
from massage_trainer.domain.timeline import SegmentKind
from massage_trainer.widgets.labels import (
    dose_text,
    kind_text,
    number_name,
    severity_text,
    side_text,
    state_text,
    status_explanation,
    status_text,
)
from massage_trainer.widgets.problem_words import problem_text
from tests.examples import MINUTE, exactly, example_lesson, span

TABLES = [
    (Side, side_text),
    (Status, status_text),
    (Status, status_explanation),
    (SegmentKind, kind_text),
    (SessionState, state_text),
    (Severity, severity_text),
]


@pytest.mark.parametrize(("values", "words"), TABLES, ids=lambda item: item.__name__)
def test_every_value_has_its_own_words_in_each_language(shell, values, words):
    english = [words(value) for value in values]
    stand = shell(language="vi")
    vietnamese = [words(value) for value in values]
    assert len(set(english)) == len(set(vietnamese)) == len(list(values))
    assert not set(english) & set(vietnamese)
    stand.preferences.update(language="en")
    assert [words(value) for value in values] == english


# Their detail says which of several sentences it is; one has none.
SPOKEN_OF = {
    ProblemKind.NO_SOUND,
    ProblemKind.NO_VOICE,
    ProblemKind.LIVE_VIEW_CRASHED,
    ProblemKind.SLOW_LIVE_VIEW,
}


@pytest.mark.parametrize("kind", [kind for kind in ProblemKind if kind not in SPOKEN_OF])
def test_a_problem_is_a_sentence_with_its_detail(kind):
    assert "the file" in problem_text(Problem(kind, "the file"))


def test_silence_says_why_in_a_sentence_of_its_own():
    states = (SoundState.NO_LIBRARY, SoundState.NO_DEVICE, SoundState.FROZEN)
    told = [problem_text(Problem(ProblemKind.NO_SOUND, state.value)) for state in states]
    told += [problem_text(Problem(ProblemKind.NO_VOICE, language)) for language in LANGUAGES]
    assert all(told)
    assert len(set(told)) == len(told)


def test_every_number_that_a_teacher_may_set_has_a_name():
    names = [number_name(field) for _, field, _ in amounts_of(example_lesson())]
    assert all(names)


@pytest.mark.parametrize(
    ("dose", "vi", "en"),
    [
        (Timed(exactly(2 * MINUTE)), "2 phút", "2 min"),
        (Rest(span(2 * MINUTE, 3 * MINUTE)), "2–3 phút", "2–3 min"),
        (Counted(exactly(10), CountUnit.REPETITIONS), "10 lần", "10 repetitions"),
        (Counted(span(3, 5), CountUnit.PASSES), "3–5 lượt", "3–5 passes"),
        (
            Holds(span(MINUTE, 2 * MINUTE), span(3, 5)),
            "1–2 phút × 3–5 lần",
            "1–2 min × 3–5 times",
        ),
        (Holds(exactly(MINUTE), exactly(1)), "1 phút", "1 min"),
        (
            Points((PointHold("BL23", exactly(MINUTE)), PointHold("BL25", exactly(MINUTE)))),
            "mỗi huyệt 1 phút",
            "1 min at each point",
        ),
        (
            Points((PointHold("BL23", exactly(MINUTE)), PointHold("BL25", exactly(2 * MINUTE)))),
            "3 phút",
            "3 min",
        ),
        (Notice(), "", ""),
        (Check(()), "", ""),
    ],
)
def test_a_dose_is_told_in_a_line(shell, dose, vi, en):
    stand = shell(language="vi")
    assert dose_text(dose) == vi
    stand.preferences.update(language="en")
    assert dose_text(dose) == en


def test_the_dose_of_one_point_among_several(shell):
    shell(language="vi")
    one = PointHold("BL23", exactly(MINUTE))
    other = PointHold("BL25", Amount.exactly(MINUTE // 2, Status.SOURCE), times=2)
    assert dose_text(Points((one, other)), "BL23") == "1 phút"
    assert dose_text(Points((one, other)), "BL25") == "30 giây × 2 lần"
