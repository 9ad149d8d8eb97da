"""Every event of a session is heard once, whatever the slicing of time and the student's verbs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.cue_director import PRIORITY, Beat, CueDirector
from massage_trainer.domain.cues import Cue
from massage_trainer.domain.events import (
    MOVING,
    Interrupted,
    SegmentShown,
    SegmentStarted,
    SessionState,
    StateChanged,
)
from massage_trainer.domain.protocol import (
    Amount,
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
from massage_trainer.domain.session import Session
from massage_trainer.domain.timeline import WAITING_KINDS, unroll
from tests.examples import MINUTE, SECOND, exactly, example_lesson, protocol, step

COUNT_IN = [Cue.THREE, Cue.TWO, Cue.ONE]
ARRIVAL = [Cue.GET_READY, None, None, None, None, *COUNT_IN]


class Heard:
    """A session with a director that listens to it; ``cues`` by the second of their hearing."""

    def __init__(self, lesson, *, wait_at_zero=False):
        timeline = unroll(lesson)
        self.session = Session(timeline, wait_at_zero=wait_at_zero)
        self.director = CueDirector(timeline)
        self.orders = []
        self.batches = []
        self.events = []

    def do(self, verb, *arguments):
        batch = []
        for event in getattr(self.session, verb)(*arguments):
            orders = self.director.feed(event)
            self.events.append((event, orders))
            batch += orders
        self.orders += batch
        self.batches.append([order for order in batch if isinstance(order, Cue)])
        return batch

    def pass_seconds(self, seconds):
        return [self.do("advance", SECOND) for _ in range(seconds)]


def cues_of(batches):
    """One entry a second: the cue of that second, or None."""
    heard = [[order for order in batch if isinstance(order, Cue)] for batch in batches]
    assert all(len(cues) <= 1 for cues in heard), heard
    return [cues[0] if cues else None for cues in heard]


def timed(milliseconds, name="rub", *sides):
    return step(name, Timed(exactly(milliseconds)), *sides)


def test_a_gap_is_counted_in_and_its_end_is_the_start():
    heard = Heard(protocol(timed(20 * SECOND), lead_in=5 * SECOND))

    assert heard.do("start") == [Cue.GET_READY]
    assert cues_of(heard.pass_seconds(5)) == [None, *COUNT_IN, Cue.START]
    assert cues_of(heard.pass_seconds(20)) == [None] * 19 + [Cue.LESSON_END]


def test_the_end_of_a_step_is_heard_before_the_next_place_is_called():
    heard = Heard(protocol(timed(10 * SECOND, "one"), timed(10 * SECOND, "two"), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(1)

    assert cues_of(heard.pass_seconds(18)) == [
        *[None] * 9,
        Cue.STEP_END,
        Cue.GET_READY,
        *[None] * 3,
        *COUNT_IN,
        Cue.START,
    ]


def test_the_other_side_has_a_cue_of_its_own():
    lesson = protocol(timed(10 * SECOND, "rub", Side.LEFT, Side.RIGHT), lead_in=SECOND)
    heard = Heard(lesson)
    heard.do("start")
    heard.pass_seconds(1)

    assert cues_of(heard.pass_seconds(11))[-2:] == [Cue.STEP_END, Cue.SIDE]


@pytest.mark.parametrize(
    ("gap_s", "expected"),
    [
        (3, [Cue.SIDE, Cue.TWO, Cue.ONE, Cue.START, None]),
        (4, [Cue.SIDE, *COUNT_IN, Cue.START, None]),
        (5, [Cue.STEP_END, Cue.SIDE, *COUNT_IN, Cue.START, None]),
    ],
)
def test_a_short_gap_has_room_for_the_change_alone(gap_s, expected):
    lesson = protocol(
        timed(10 * SECOND, "rub", Side.LEFT, Side.RIGHT), lead_in=SECOND, between=gap_s * SECOND
    )
    heard = Heard(lesson)
    heard.do("start")
    heard.pass_seconds(10)

    assert cues_of(heard.pass_seconds(len(expected))) == expected


@pytest.mark.parametrize(
    ("whole_s", "half_s"), [(59, None), (60, 30), (61, 30), (90, 45), (600, 300)]
)
def test_half_time_is_told_of_a_minute_or_longer(whole_s, half_s):
    heard = Heard(protocol(timed(whole_s * SECOND), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(1)

    cues = cues_of(heard.pass_seconds(whole_s))

    assert [second for second, cue in enumerate(cues, 1) if cue is Cue.HALF] == (
        [half_s] if half_s else []
    )


def test_half_time_is_told_once_also_after_more_time_and_a_pause():
    heard = Heard(protocol(timed(MINUTE), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(31)
    heard.do("extend")
    heard.pass_seconds(8)
    heard.do("pause")
    heard.do("resume")
    heard.pass_seconds(60)

    assert heard.orders.count(Cue.HALF) == 1
    assert heard.session.state is SessionState.FINISHED


def test_doing_it_again_is_heard_again():
    heard = Heard(protocol(timed(MINUTE), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(40)
    heard.do("back")
    heard.pass_seconds(62)

    assert heard.orders.count(Cue.HALF) == 2
    assert heard.orders.count(Cue.START) == 2


def test_the_least_of_a_range_is_heard_where_more_time_follows():
    rub = Timed(Amount(40 * SECOND, 80 * SECOND, 80 * SECOND, Status.SOURCE))
    heard = Heard(protocol(step("rub", rub), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(1)

    cues = cues_of(heard.pass_seconds(42))

    assert cues[39:42] == [Cue.LEAST, Cue.HALF, None], "of two in one second the lower waits"


def test_a_least_that_is_the_end_is_heard_as_the_end_alone():
    rub = Timed(Amount(40 * SECOND, 80 * SECOND, 40 * SECOND, Status.SOURCE))
    heard = Heard(protocol(step("rub", rub), step("bye", Notice()), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(41)

    assert Cue.LEAST not in heard.orders
    assert heard.orders[-1] is Cue.STEP_END


def test_holds_are_led_in_let_go_rested_and_repeated():
    hold = Holds(
        hold=exactly(10 * SECOND),
        times=exactly(2),
        ease_in=exactly(5 * SECOND),
        ease_out=exactly(5 * SECOND),
        rest=exactly(6 * SECOND),
    )
    heard = Heard(protocol(step("stretch", hold), lead_in=SECOND))
    heard.do("start")
    cues = cues_of(heard.pass_seconds(1 + 20 + 6 + 20))

    ease_in = [Cue.START, None, *COUNT_IN, Cue.START]
    held = [*[None] * 9, Cue.STEP_END]
    rest = [*[None] * 4, Cue.REST, None, None, *COUNT_IN, Cue.REPETITION]
    assert cues == [*ease_in, *held, *rest, *ease_in[1:], *held, *[None] * 4, Cue.LESSON_END]


def test_points_pressed_twice_are_rested_and_repeated():
    points = Points((PointHold("BL23", exactly(10 * SECOND), 2, exactly(5 * SECOND)),))
    heard = Heard(protocol(step("press", points), lead_in=SECOND))
    heard.do("start")
    cues = cues_of(heard.pass_seconds(26))

    rest = [Cue.REST, None, *COUNT_IN, Cue.REPETITION]
    assert cues == [Cue.START, *[None] * 9, *rest, *[None] * 9, Cue.LESSON_END]


def test_the_device_keeps_the_cadence_and_each_repetition_is_only_seen():
    bend = Counted(exactly(4), CountUnit.REPETITIONS, exactly(5 * SECOND))
    heard = Heard(protocol(step("bend", bend), lead_in=SECOND))
    heard.do("start")

    assert heard.pass_seconds(1) == [[Beat(5 * SECOND), Cue.START]]
    batches = heard.pass_seconds(20)
    assert [order for batch in batches for order in batch] == [
        *[Cue.BEAT] * 3,
        Beat(None),
        Cue.LESSON_END,
    ]
    assert batches[-2:] == [[Beat(None)], [Cue.LESSON_END]], "no beat falls into the end"


def test_after_a_pause_the_beat_begins_again_with_a_whole_repetition():
    bend = Counted(exactly(4), CountUnit.REPETITIONS, exactly(5 * SECOND))
    heard = Heard(protocol(step("bend", bend), lead_in=SECOND))
    heard.do("start")
    heard.pass_seconds(4)
    assert heard.do("pause") == [Beat(None)]
    assert heard.do("resume") == [Cue.GET_READY]

    orders = [order for batch in heard.pass_seconds(3 + 2) for order in batch]

    assert orders == [Cue.TWO, Cue.ONE, Cue.START, Cue.BEAT, Beat(5 * SECOND)]


def test_what_waits_for_the_student_is_announced_once():
    heard = Heard(protocol(step("hello", Notice()), timed(10 * SECOND), step("bye", Notice())))

    assert heard.do("start") == [Cue.GET_READY]
    assert heard.do("done") == [Cue.GET_READY]
    assert cues_of(heard.pass_seconds(15))[-1] is Cue.STEP_END
    assert heard.do("done") == [Cue.LESSON_END]


def test_time_that_waits_at_zero_ends_once():
    heard = Heard(protocol(timed(10 * SECOND), step("bye", Notice())), wait_at_zero=True)
    heard.do("start")
    heard.pass_seconds(30)

    assert heard.orders.count(Cue.STEP_END) == 1
    heard.do("done")
    assert heard.orders.count(Cue.STEP_END) == 1


def test_a_skip_is_answered_by_the_next_place_at_once():
    heard = Heard(protocol(timed(10 * SECOND, "one"), timed(10 * SECOND, "two")))
    heard.do("start")
    heard.pass_seconds(7)

    assert heard.do("next") == [Cue.GET_READY]


def test_an_interruption_and_a_stop_are_heard():
    heard = Heard(protocol(timed(MINUTE)))
    heard.do("start")
    assert heard.do("interrupt") == [Cue.INTERRUPTED]
    assert heard.do("resume") == [Cue.GET_READY]
    assert heard.do("stop") == [Cue.STOP]


def test_a_rest_is_heard_and_counted_out_into_what_follows_without_a_gap():
    heard = Heard(protocol(step("lie", Rest(exactly(10 * SECOND)))))

    assert heard.do("start") == [Cue.REST]
    assert cues_of(heard.pass_seconds(10)) == [*[None] * 9, Cue.LESSON_END]


def test_every_cue_has_its_priority_and_all_but_none_is_used():
    assert sorted(PRIORITY, key=lambda cue: cue.value) == sorted(Cue, key=lambda cue: cue.value)


VERBS = ["pause", "resume", "back", "repeat", "next", "done", "undo", "extend", "interrupt", "stop"]
ACTS = st.lists(
    st.one_of(
        st.sampled_from(VERBS),
        st.integers(1, 90_000),  # time that passes
    ),
    max_size=40,
)


@settings(max_examples=150)
@given(acts=ACTS, slices=st.lists(st.integers(1, 7_000), min_size=1, max_size=5))
def test_how_time_is_sliced_makes_no_difference_to_what_is_heard(acts, slices):
    whole, sliced = Heard(example_lesson()), Heard(example_lesson())
    for act in ["start", *acts]:
        if isinstance(act, str):
            whole.do(act)
            sliced.do(act)
            continue
        whole.do("advance", act)
        left, turn = act, 0
        while left:
            part = min(left, slices[turn % len(slices)])
            sliced.do("advance", part)
            left, turn = left - part, turn + 1

    assert sliced.orders == whole.orders


def heard_by(acts):
    heard = Heard(example_lesson())
    for act in ["start", *acts]:
        heard.do(*([act] if isinstance(act, str) else ["advance", act]))
    return heard


@settings(max_examples=100)
@given(acts=ACTS)
def test_an_event_is_never_two_cues_and_half_time_is_told_once(acts):
    halves = 0
    for event, orders in heard_by(acts).events:
        cues = [order for order in orders if isinstance(order, Cue)]
        assert len(cues) <= 1
        halves = (0 if isinstance(event, SegmentShown) else halves) + (Cue.HALF in cues)
        assert halves <= 1


@settings(max_examples=100)
@given(acts=ACTS)
def test_every_start_end_and_stop_is_heard_whatever_the_student_does(acts):
    for event, orders in heard_by(acts).events:
        match event:
            case SegmentStarted(segment=segment) if segment.kind not in WAITING_KINDS:
                assert {Cue.START, Cue.REPETITION, Cue.REST, Cue.STEP_END}.intersection(orders)
            case Interrupted():
                assert orders == (Cue.INTERRUPTED,)
            case StateChanged(old=old, new=new):
                assert (Cue.LESSON_END in orders) is (new is SessionState.FINISHED)
                assert (Cue.STOP in orders) is (new is SessionState.IDLE and old in MOVING)


@settings(max_examples=100)
@given(acts=ACTS)
def test_a_beat_is_begun_and_ended_in_turn_and_only_while_hands_work(acts):
    beating, state = False, SessionState.IDLE
    for event, orders in heard_by(acts).events:
        state = event.new if isinstance(event, StateChanged) else state
        for order in orders:
            if isinstance(order, Beat):
                assert beating is (order.period_ms is None)
                beating = not beating
        assert not beating or state is SessionState.RUNNING


def test_a_second_never_holds_two_cues_in_a_whole_lesson():
    heard = Heard(example_lesson())
    heard.do("start")
    for _ in range(5_000):
        if heard.session.state is SessionState.FINISHED:
            break
        if heard.session.is_waiting:
            heard.do("done")
        else:
            assert len(cues_of([heard.do("advance", SECOND)])) == 1
    assert heard.session.state is SessionState.FINISHED
    assert {order for order in heard.orders if isinstance(order, Cue)} >= set(Cue) - {
        Cue.LEAST,
        Cue.INTERRUPTED,
        Cue.STOP,
    }
