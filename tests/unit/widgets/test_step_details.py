"""The lines of instructions, cautions and the next step."""

from dataclasses import replace

import pytest

from massage_trainer.domain.catalog import Alternative, Sure
from massage_trainer.domain.construction import At
from massage_trainer.domain.countdown import look_at
from massage_trainer.domain.protocol import (
    Amount,
    Counted,
    CountUnit,
    Holds,
    PointHold,
    Points,
    Protocol,
    Status,
    Timed,
)
from massage_trainer.domain.session import Session
from massage_trainer.domain.teacher import TeacherChoices
from massage_trainer.domain.text import LocalizedText
from massage_trainer.domain.timeline import unroll
from massage_trainer.widgets.detail_row import DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.next_step import gap_status, next_line
from massage_trainer.widgets.step_details import caution_lines, instruction_lines
from tests.examples import (
    MINUTE,
    SECOND,
    exactly,
    example_catalog,
    example_lesson,
    protocol,
    step,
)


@pytest.fixture(autouse=True)
def words(look):
    """Words need an application."""


def lines_of(row, choices=None, lesson: Protocol | None = None, language="en"):
    timeline = unroll(lesson or example_lesson())
    segment = timeline.segments[timeline.rows[row].first]
    return instruction_lines(segment, example_catalog(), choices or TeacherChoices(), language)


def labels(lines):
    return [line.label for line in lines]


def test_what_the_hands_do_comes_first_then_how_long_then_how():
    assert labels(lines_of(2)) == [
        "",
        "Time",
        "Where",
        "Hand",
        "Direction",
        "Pressure",
        "Your stance",
        "Watch",
        "Ask your instructor",
    ]
    assert lines_of(2)[0].text == "rub: what the hands do (en)"
    assert lines_of(2, language="vi")[0].text == "rub: what the hands do (vi)"


def test_the_main_numbers_stand_before_the_words_the_others_behind():
    shown = [line.label for line in lines_of(3) if line.strong]
    assert shown == ["Hold for", "How many holds", "Ease in over", "Ease out over", "Rest between"]
    every = labels(lines_of(3))
    assert every.index("How many holds") < every.index("Hand") < every.index("Ease in over")


def test_every_number_carries_where_it_comes_from():
    numbers = {line.label: (line.text, line.chip) for line in lines_of(3) if line.strong}
    assert numbers["Hold for"] == ("1–2 min", "from the source")
    assert numbers["How many holds"] == ("3–5 times", "from the source")
    assert numbers["Rest between"] == ("15 s", "program default")


def test_a_range_says_which_of_its_values_is_played():
    time = Amount(MINUTE, 2 * MINUTE, 90 * SECOND, Status.SOURCE)
    count = Amount(3, 5, 4, Status.SOURCE)
    lesson = protocol(
        step("rub", Timed(time)),
        step("beat", Counted(count, CountUnit.PASSES)),
        step("fold", Holds(time, count)),
    )
    shown = [
        [line.text for line in lines_of(row, lesson=lesson) if line.strong] for row in range(3)
    ]
    assert shown == [
        ["1–2 min, here 1 min 30 s"],
        ["3–5 passes, here 4 pass(es)"],
        ["1–2 min, here 1 min 30 s", "3–5 times, here 4 time(s)"],
    ]


def test_a_check_shows_its_items_as_boxes():
    items = [line.text for line in lines_of(1) if line.icon is Icon.BOX]
    assert items == ["hands washed (en)", "client asked (en)"]


def test_a_point_is_named_in_full_and_found_by_hand():
    named = {line.label: line.text for line in lines_of(7)}
    assert named["Point"].replace("\u00a0", " ") == "Thận du (BL23) · Shènshū · 腎俞"
    assert named["Find the point"] == "beside L2 (en)"


def test_only_the_points_own_number_is_shown():
    press = step(
        "press",
        Points((PointHold("BL23", exactly(MINUTE)), PointHold("BL25", exactly(30 * SECOND)))),
    )
    shown = [line.text for line in lines_of(1, lesson=protocol(press)) if line.strong]
    assert shown == ["30 s"]


def test_an_open_question_is_for_the_instructor_with_what_is_done_meanwhile():
    line = lines_of(2)[-1]
    assert (line.label, line.tone) == ("Ask your instructor", Tone.SOFT)
    assert line.text == "How are the ten minutes divided? (en)\nUntil then: 2, 3 and 5 (en)"


def test_an_answered_question_is_the_teachers_word():
    line = lines_of(2, TeacherChoices(answers={"strokes-split": "teacher-split"}))[-1]
    assert (line.label, line.text) == ("Your teacher", "your own (en)")


def test_an_answer_that_is_no_choice_leaves_the_question_open():
    line = lines_of(2, TeacherChoices(answers={"strokes-split": "no-such"}))[-1]
    assert line.label == "Ask your instructor"


def test_an_optional_part_is_asked_about_and_nothing_else_is_shown():
    lines = lines_of(10)
    assert [line.text for line in lines] == ["The next part is optional. Do it now, or skip it?"]
    timeline = unroll(example_lesson())
    segment = timeline.segments[timeline.rows[10].first]
    assert caution_lines(segment, example_catalog(), "en") == ()


def test_an_optional_part_is_called_by_its_name():
    lesson = example_lesson()
    named = tuple(
        replace(item, name=lesson.name) if hasattr(item, "optional") else item
        for item in lesson.body
    )
    lines = lines_of(10, lesson=replace(lesson, body=named))
    assert lines[0].text.startswith("“Example lesson (en)” is optional")


def test_when_to_stop_comes_before_the_cautions():
    timeline = unroll(example_lesson())
    lines = caution_lines(timeline.segments[2], example_catalog(), "en")
    assert [(line.label, line.text, line.tone) for line in lines] == [
        ("Stop at once", "sharp pain (en)", Tone.DANGER),
        ("Caution", "osteoporosis: no percussion (en)", Tone.CAUTION),
    ]


def test_the_next_step_is_announced_early_and_stressed_at_last(stand):
    page = stand()
    page.go(row=2)
    assert page.next_text.replace("\u00a0", " ") == "stretch (en) · 1–2 min × 3–5 times"
    row = page.part(DetailRow, "next-step")
    assert row.line.tone is Tone.PAPER
    page.ticker.pass_time(*[SECOND] * 111)
    assert row.line.tone is Tone.SOFT
    page.lesson.jump_to_row(12)
    assert page.next_text == "the end of the lesson"


def test_only_the_last_segment_of_a_line_announces_the_next(look):
    timeline = unroll(example_lesson())
    session = Session(timeline)
    session.jump(timeline.rows[3].first)
    session.start()
    session.advance(timeline.segments[3].gap_ms + 2 * SECOND)
    line = next_line(look_at(session, timeline), timeline, example_catalog(), "en")
    assert line.tone is Tone.PAPER


def test_a_gap_carries_its_status_too():
    lesson = protocol(step("a", Timed(exactly(MINUTE))), step("b", Timed(exactly(MINUTE))))
    first, second = unroll(lesson).segments
    assert gap_status(first, lesson) is Status.APP_DEFAULT
    settled = replace(lesson, between=exactly(9 * SECOND, Status.TEACHER))
    second = unroll(settled).segments[1]
    assert gap_status(second, settled) is Status.TEACHER


def point_lines(**changed):
    catalog = example_catalog()
    catalog.points["BL23"] = replace(catalog.points["BL23"], **changed)
    lesson = protocol(step("press", Points((PointHold("BL23", exactly(MINUTE)),))))
    segment = unroll(lesson).segments[0]
    return instruction_lines(segment, catalog, TeacherChoices(), "en")


@pytest.mark.parametrize("sure", Sure)
def test_a_point_that_is_not_sure_sends_to_the_instructor(sure):
    asked = [line for line in point_lines(sure=sure) if line.icon is Icon.QUESTION]
    texts = [line.text for line in asked if "do not agree" in line.text]
    assert len(texts) == (sure is not Sure.HIGH)


def test_another_construction_stands_there_as_information():
    other = Alternative(At("L2"), LocalizedText("đường khác", "another line"))
    assert not [line for line in point_lines() if line.label == "Also taught"]
    [line] = [line for line in point_lines(alternative=other) if line.label == "Also taught"]
    assert (line.text, line.icon) == ("another line", Icon.INFO)


def test_zones_to_avoid_stand_after_the_cautions_with_their_reason():
    rub = replace(step("rub", Timed(exactly(MINUTE))), avoid=("kidney", "no-such-zone"))
    segment = unroll(protocol(rub)).segments[0]
    lines = caution_lines(segment, example_catalog(), "en")
    assert labels(lines) == ["Stop at once", "Caution", "Do not press: kidney and 12th rib (en)"]
    assert (lines[-1].text, lines[-1].tone) == ("the rib breaks (en)", Tone.CAUTION)
