"""An attempt: every state with every verb, marks that are taken back, and its form in JSON."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from massage_trainer.domain.exam.attempt import (
    Attempt,
    AttemptState,
    MarkKind,
    attempt_json,
    attempt_of,
    find_mark,
    gate_mark,
    level_mark,
    remark,
)
from massage_trainer.domain.exam.sheet import Find, Level
from tests.exam_examples import set_tasks

READY, RUNNING, PAUSED, DONE, FAILED, BROKEN = AttemptState
FAIL = gate_mark("consent", held=False)


def begun() -> Attempt:
    return Attempt(set_tasks(), 600_000).started()


IN_STATE: dict[AttemptState, Callable[[], Attempt]] = {
    READY: lambda: Attempt(set_tasks(), 600_000),
    RUNNING: begun,
    PAUSED: lambda: begun().paused(),
    DONE: lambda: begun().finished(),
    FAILED: lambda: begun().passed(5_000).marked(FAIL),
    BROKEN: lambda: begun().broken_off(),
}
VERBS: dict[str, Callable[[Attempt], Attempt]] = {
    "start": Attempt.started,
    "pause": Attempt.paused,
    "finish": Attempt.finished,
    "break off": Attempt.broken_off,
    "reopen": Attempt.reopened,
    "fail": lambda attempt: attempt.marked(FAIL),
    "undo": Attempt.undone,
}
# What is not named stays as it is.
TABLE = {
    (READY, "start"): RUNNING,
    (READY, "break off"): BROKEN,
    (READY, "fail"): FAILED,
    (RUNNING, "pause"): PAUSED,
    (RUNNING, "finish"): DONE,
    (RUNNING, "break off"): BROKEN,
    (RUNNING, "fail"): FAILED,
    (PAUSED, "start"): RUNNING,
    (PAUSED, "finish"): DONE,
    (PAUSED, "break off"): BROKEN,
    (PAUSED, "fail"): FAILED,
    (DONE, "reopen"): PAUSED,
    (BROKEN, "reopen"): PAUSED,
    (FAILED, "undo"): PAUSED,
}


@pytest.mark.parametrize("state", AttemptState)
@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_in_every_state(state: AttemptState, verb: str) -> None:
    before = IN_STATE[state]()
    assert before.state is state
    after = VERBS[verb](before)
    assert after.state is TABLE.get((state, verb), state)
    if (state, verb) not in TABLE and verb != "undo":
        assert after == before


def test_only_a_running_attempt_takes_time_and_none_is_lost() -> None:
    attempt = Attempt(set_tasks(), 60_000).passed(900)
    assert attempt.worked_ms == 0
    attempt = attempt.started().passed(20_000).paused().passed(99_000).started().passed(30_000)
    assert (attempt.worked_ms, attempt.left_ms, attempt.is_overdue) == (50_000, 10_000, False)
    late = attempt.passed(15_000)
    assert (late.left_ms, late.is_overdue, late.state) == (0, True, RUNNING)
    assert late.worked_ms == 65_000


@given(st.lists(st.integers(1, 4_000), max_size=40))
def test_how_time_is_sliced_does_not_matter(slices: list[int]) -> None:
    attempt = begun()
    for milliseconds in slices:
        attempt = attempt.passed(milliseconds)
    assert attempt == begun().passed(sum(slices))


def test_the_last_mark_of_a_line_counts_and_undo_brings_back_the_one_before() -> None:
    attempt = begun().marked(level_mark("pressure", Level.POOR))
    attempt = attempt.marked(level_mark("pressure", Level.GOOD))
    assert attempt.level("pressure") is Level.GOOD
    assert attempt.undone().level("pressure") is Level.POOR
    assert attempt.undone().undone().level("pressure") is None
    assert attempt.marked(level_mark("pressure", None)).level("pressure") is None


def test_a_point_keeps_what_was_measured() -> None:
    mark = find_mark(3, Find.WRONG, 2.4444, "BL54", wrong_side=True)
    attempt = begun().passed(7_000).marked(mark)
    found = attempt.found(3)
    assert found is not None
    assert (found.value, found.cun, found.taken_for, found.wrong_side) == (
        "wrong",
        2.4,
        "BL54",
        True,
    )
    assert found.at_ms == 7_000
    assert attempt.found(1) is None
    assert attempt.marked(find_mark(3, None)).found(3) is None
    assert attempt.marked(find_mark(9, Find.FOUND)) == attempt


def test_a_failed_gate_ends_it_at_once_and_only_remarks_are_taken_then() -> None:
    attempt = begun().passed(5_000).marked(gate_mark("draping", held=True)).marked(FAIL)
    assert (attempt.state, attempt.failed_gate) == (FAILED, "consent")
    assert attempt.passed(60_000).worked_ms == 5_000
    assert attempt.marked(level_mark("pressure", Level.GOOD)) == attempt
    noted = attempt.marked(remark("  Went on after “stop”. "))
    assert [mark.value for mark in noted.remarks] == ["Went on after “stop”."]
    assert noted.undone() == attempt, "a remark is taken back first"
    opened = attempt.undone()
    assert (opened.state, opened.failed_gate) == (PAUSED, "")
    assert opened.gate("draping") is True
    assert Attempt(set_tasks(), 1).marked(FAIL).undone().state is READY


def test_an_empty_remark_is_none() -> None:
    assert begun().marked(remark("  \n")) == begun()


def test_only_tasks_that_there_are_can_be_on() -> None:
    assert begun().at_task(3).current == set_tasks()[2]
    assert begun().at_task(5) == begun()
    assert begun().finished().at_task(2).task == 1


MARKS = st.one_of(
    st.sampled_from(Level).map(lambda level: level_mark("pressure", level)),
    st.booleans().map(lambda held: gate_mark("consent", held=held)),
    st.tuples(st.integers(1, 4), st.sampled_from(Find), st.floats(0, 9)).map(
        lambda found: find_mark(*found, "BL54")
    ),
    st.text(max_size=20).map(remark),
)


@given(st.lists(MARKS, max_size=12))
def test_an_attempt_comes_back_from_json_as_it_went_in(marks: list) -> None:
    attempt = begun()
    for number, mark in enumerate(marks):
        attempt = attempt.passed(number * 1_000).marked(mark)
    again = attempt_of(json.loads(json.dumps(attempt_json(attempt), ensure_ascii=False)))
    assert again == attempt
    assert again.undone() == attempt.undone()


def test_every_kind_of_mark_is_stored_under_a_name_of_its_own() -> None:
    assert [kind.value for kind in MarkKind] == ["gate", "level", "find", "remark"]
