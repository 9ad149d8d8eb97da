"""What the teacher says at each event of a session, once."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.events import SegmentShown, SessionState, StateChanged
from massage_trainer.domain.protocol import (
    Amount,
    Block,
    Check,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Prompts,
    Remark,
    RemarkKind,
    Status,
    Timed,
    Words,
)
from massage_trainer.domain.session import Session
from massage_trainer.domain.speech.director import SpeechDirector
from massage_trainer.domain.speech.line import Urgency
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from tests.examples import (
    MINUTE,
    SECOND,
    exactly,
    example_catalog,
    example_lesson,
    protocol,
    step,
    text,
)

POINTS = example_catalog().points


class Told:
    """A session with a teacher beside it."""

    def __init__(self, lesson, language="en", *, wait_at_zero=False):
        self.timeline = unroll(lesson)
        self.session = Session(self.timeline, wait_at_zero=wait_at_zero)
        self.director = SpeechDirector(self.timeline, language, POINTS)
        self.events = []

    def do(self, verb, *arguments):
        lines = []
        for event in getattr(self.session, verb)(*arguments):
            utterance = self.director.feed(event)
            self.events.append((event, utterance))
            lines += utterance
        return [line.text for line in lines]

    def wait(self, seconds):
        return [text for _ in range(seconds) for text in self.do("advance", SECOND)]

    def ask(self):
        now = look_at(self.session, self.timeline)
        return [line.text for line in self.director.where_am_i(now, "Example")]


def rub(seconds, name="rub", *sides):
    return step(name, Timed(exactly(seconds * SECOND)), *sides)


def test_a_step_begins_with_its_name_side_dose_and_one_instruction():
    told = Told(protocol(rub(120, "rub", Side.RIGHT, Side.LEFT)))

    assert told.do("start") == [
        "Rub, en.",
        "Right side.",
        "Two minutes.",
        "Rub: what the hands do, en.",
    ]


def test_the_other_side_is_only_the_side_and_the_dose():
    told = Told(protocol(rub(20, "rub", Side.RIGHT, Side.LEFT), lead_in=SECOND))
    told.do("start")

    assert told.wait(21) == ["Next:", "Left side.", "Change to the left side.", "Twenty seconds."]


def test_time_left_is_told_at_half_and_at_ten_seconds_and_then_what_is_next():
    told = Told(protocol(rub(90, "one"), rub(20, "two"), lead_in=SECOND))
    told.do("start")
    told.wait(1)

    assert told.wait(89) == ["Forty-five seconds left.", "Ten seconds left.", "Next:", "Two, en."]


def test_more_time_is_told_and_half_time_only_once():
    told = Told(protocol(rub(90), lead_in=SECOND))
    told.do("start")
    told.wait(46)

    assert told.do("extend") == ["Fifteen seconds more."]
    assert told.wait(50) == ["Ten seconds left."]


def test_repetitions_are_numbered_and_the_last_one_is_announced():
    bend = Counted(exactly(5), CountUnit.REPETITIONS, exactly(5 * SECOND))
    told = Told(protocol(step("bend", bend), step("bye", Notice()), lead_in=SECOND))
    assert told.do("start")[1] == "Five times."
    told.wait(1)

    assert told.wait(24) == ["One.", "Two.", "Three.", "Last one.", "Next:", "Bye, en."]


def test_passes_are_called_passes_and_the_least_of_a_range_is_named():
    count = Amount(3, 5, 5, Status.SOURCE)
    glide = Counted(count, CountUnit.PASSES, exactly(10 * SECOND))
    told = Told(protocol(step("glide", glide), lead_in=SECOND), "vi")

    assert told.do("start")[1] == "Năm lượt, ít nhất ba lượt."
    assert told.wait(49) == [
        "Một lượt.",
        "Hai lượt.",
        "Ba lượt.",
        "Đủ mức tối thiểu rồi. Muốn kết thúc lúc nào cũng được.",
        "Lượt cuối.",
    ]


def test_without_a_cadence_the_student_counts():
    beat = Counted(exactly(3), CountUnit.PASSES)
    told = Told(protocol(step("beat", beat), lead_in=SECOND))

    assert told.do("start")[1:3] == ["Three passes.", "Count for yourself, then press Done."]


def test_holds_are_led_through_their_parts():
    hold = Holds(
        hold=exactly(20 * SECOND),
        times=exactly(3),
        ease_in=exactly(5 * SECOND),
        ease_out=exactly(8 * SECOND),
        rest=exactly(5 * SECOND),
    )
    told = Told(protocol(step("stretch", hold), step("bye", Notice()), lead_in=SECOND))

    assert told.do("start")[1] == "Hold for twenty seconds, three times."
    assert told.wait(1 + 38 * 3) == [
        *("Ease in.", "Hold.", "Ease out slowly.", "Rest."),
        *("Number two.", "Ease in.", "Hold.", "Ease out slowly.", "Rest."),
        *("Last one.", "Ease in.", "Hold.", "Ease out slowly.", "Next:", "Bye, en."),
        *("Bye, en.", "Bye: what the hands do, en.", "Press Done when you are ready."),
    ]


def test_points_are_called_by_name_in_vietnamese_and_by_code_in_english():
    points = Points(
        (
            PointHold("BL23", exactly(MINUTE), 2, exactly(5 * SECOND)),
            PointHold("BL25", exactly(MINUTE)),
        )
    )
    lesson = protocol(step("press", points, Side.BOTH), lead_in=SECOND)

    assert Told(lesson, "vi").do("start")[:3] == [
        "Press, vi: huyệt Thận du.",
        "Hai bên cùng lúc.",
        "Ấn hai lần, mỗi lần một phút.",
    ]
    told = Told(lesson)
    assert told.do("start")[0] == "Press, en: bladder twenty-three."
    assert told.wait(126)[-2:] == ["Bladder twenty-five.", "One minute."]


def test_a_check_is_read_line_by_line_and_how_to_go_on_is_told_once():
    lesson = protocol(
        step("check", Check((text("hands washed"), text("client asked")))), step("hello", Notice())
    )
    told = Told(lesson)

    assert told.do("start") == [
        *("Check, en.", "Two lines to check.", "Check: what the hands do, en."),
        *("Hands washed, en.", "Client asked, en.", "Press Done when you are ready."),
    ]
    assert told.do("done") == ["Hello, en.", "Hello: what the hands do, en."]


def test_an_optional_part_is_a_question():
    more = Block("more", (rub(20, "glide"),), text("more techniques"), optional=True)
    told = Told(protocol(more))

    assert told.do("start")[0] == "If you like: more techniques, en."


def test_a_pause_is_silent_and_going_on_tells_what_is_left():
    told = Told(protocol(rub(120), lead_in=SECOND))
    told.do("start")
    told.wait(1 + 43)

    assert told.do("pause") == []
    assert told.do("resume") == ["Go on.", "One minute fifteen seconds left."]
    assert told.wait(3) == []


def test_a_hold_that_is_picked_up_is_not_announced_again():
    hold = Holds(hold=exactly(60 * SECOND), times=exactly(1), ease_in=exactly(5 * SECOND))
    told = Told(protocol(step("stretch", hold), lead_in=SECOND))
    told.do("start")
    told.wait(11)
    told.do("pause")

    assert told.do("resume") == ["Go on.", "Fifty-five seconds left."]
    assert told.wait(4) == []


def test_an_interruption_is_told_when_the_lesson_has_paused():
    told = Told(protocol(rub(120), lead_in=SECOND))
    told.do("start")
    told.wait(20)

    assert told.do("interrupt") == ["The computer was interrupted. The lesson is paused."]


def test_time_that_waits_at_zero_says_so():
    told = Told(protocol(rub(20), lead_in=SECOND), wait_at_zero=True)
    told.do("start")

    assert told.wait(30) == ["Time is up. Press Done when you are ready."]
    assert told.do("done") == ["End of the lesson."]


def test_looking_around_tells_the_place():
    told = Told(protocol(rub(20, "one"), rub(20, "two", Side.LEFT)))

    assert told.do("jump", 1) == ["Two, en.", "Left side."]


def test_where_am_i_tells_the_place_the_time_and_what_is_next():
    told = Told(protocol(rub(120, "one", Side.LEFT), rub(20, "two"), lead_in=SECOND))
    assert told.ask()[-1] == "Press Start when you are ready."
    told.do("start")
    told.wait(31)

    assert told.ask() == [
        *("One, en.", "Left side.", "A minute and a half left.", "Next:", "Two, en."),
        "About two minutes left in the lesson.",
    ]
    whole = ["One: what the hands do, en.", "Sharp pain, en."]
    assert told.ask() == whole, "asked again, the whole instruction"
    assert told.ask()[0] == "One, en."
    told.do("pause")
    assert told.ask()[0] == "Paused."


def test_where_am_i_at_a_check_tells_how_to_go_on_and_then_every_line():
    check = Check((text("hands washed"), text("client asked")))
    told = Told(protocol(step("check", check)))
    told.do("start")

    assert told.ask() == ["Check, en.", "Press Done when you are ready."]
    assert told.ask() == [
        *("Check: what the hands do, en.", "Hands washed, en.", "Client asked, en."),
        "Sharp pain, en.",
    ]


def test_what_must_be_asked_while_a_step_runs_is_asked_in_time():
    lamp = replace(rub(180, "lamp"), prompts=Prompts((60_000, 90_000), text("ask: warm or hot?")))
    told = Told(protocol(lamp, lead_in=SECOND))
    told.do("start")
    told.wait(1)
    asked = "Ask: warm or hot?, en."

    assert told.wait(90) == [asked, asked, "A minute and a half left."]
    urgencies = [line.urgency for _, utterance in told.events for line in utterance][-3:]
    assert urgencies == [Urgency.SAFETY] * 3


def test_what_the_answers_of_the_client_mean_is_told_with_the_step():
    careful = Remark(RemarkKind.CAREFUL, text("osteoporosis, light pressure"))
    told = Told(protocol(replace(rub(20, "one", Side.LEFT, Side.RIGHT), remarks=(careful,))))

    assert told.do("start")[:3] == ["One, en.", "Left side.", "Osteoporosis, light pressure, en."]
    told.wait(5 + 19)
    assert told.wait(1) == ["Change to the right side.", "Twenty seconds."]


def test_a_caution_is_told_once_in_a_row_and_again_after_a_jump():
    careful = (Remark(RemarkKind.CAREFUL, text("light pressure")),)
    steps = [replace(rub(20, name), remarks=careful) for name in ("one", "two")]
    told = Told(protocol(*steps, lead_in=SECOND))
    told.do("start")

    assert "Light pressure, en." not in told.wait(21)
    assert "Light pressure, en." in told.do("back")


def test_what_is_left_out_names_itself():
    words = Words(do=LocalizedText("Bỏ: Beat (vi).", "Leave out: Beat (en)."))
    told = Told(protocol(replace(step("Beat", Notice()), words=words)))

    assert told.do("start")[0] == "Leave out: Beat, en."


def test_what_is_left_out_is_told_with_its_reason():
    words = Words(do=LocalizedText("Bỏ phần này. Loãng xương.", "Leave this out. Osteoporosis."))
    left_out = replace(step("beat", Notice()), words=words)
    told = Told(protocol(left_out))

    assert told.do("start")[:3] == ["Beat, en.", "Leave this out.", "Osteoporosis."]


def test_what_is_said_has_its_urgency():
    told = Told(example_lesson())
    told.do("start")
    for _ in range(3_000):
        if told.session.state is SessionState.FINISHED:
            break
        told.do(*(["done"] if told.session.is_waiting else ["advance", SECOND]))
    urgencies = {line.urgency for _, utterance in told.events for line in utterance}

    assert urgencies == {Urgency.COUNT, Urgency.TIME, Urgency.NEXT, Urgency.STEP}


VERBS = ["pause", "resume", "back", "repeat", "next", "done", "undo", "extend", "interrupt", "stop"]
ACTS = st.lists(st.one_of(st.sampled_from(VERBS), st.integers(1, 90_000)), max_size=30)


@settings(max_examples=100)
@given(acts=ACTS, slice_ms=st.integers(200, 5_000), language=st.sampled_from(["vi", "en"]))
def test_how_time_is_sliced_makes_no_difference_to_what_is_said(acts, slice_ms, language):
    whole, sliced = Told(example_lesson(), language), Told(example_lesson(), language)
    for act in ["start", *acts]:
        if isinstance(act, str):
            assert whole.do(act) == sliced.do(act)
            continue
        expected = whole.do("advance", act)
        parts = [min(slice_ms, act - at) for at in range(0, act, slice_ms)]
        assert [text for part in parts for text in sliced.do("advance", part)] == expected


@settings(max_examples=100)
@given(acts=ACTS)
def test_every_place_is_told_once_whatever_the_student_does(acts):
    told = Told(example_lesson())
    for act in ["start", *acts]:
        told.do(*([act] if isinstance(act, str) else ["advance", act]))
    stopped = False
    for event, utterance in told.events:
        texts = [line.text for line in utterance]
        assert len({line.urgency for line in utterance}) <= 1
        assert "" not in texts
        if isinstance(event, SegmentShown):
            row = told.timeline.rows[told.timeline.segments[event.index].row]
            assert bool(texts) is not stopped or row.first != event.index
        stopped = isinstance(event, StateChanged) and event.new is SessionState.IDLE


@pytest.mark.parametrize("language", ["vi", "en"])
def test_half_time_of_one_visit_is_told_once(language):
    told = Told(protocol(rub(90), lead_in=SECOND), language)
    told.do("start")
    heard = told.wait(46)
    told.do("pause")
    told.do("resume")
    heard += told.wait(60)

    half = told.director.script.left(45 * SECOND)
    assert heard.count(half) == 1
