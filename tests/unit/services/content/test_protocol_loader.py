"""What an author writes becomes the lesson that is played."""

import unicodedata

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Amount,
    Check,
    Condition,
    Counted,
    CountUnit,
    Holds,
    Notice,
    PointHold,
    Points,
    Rest,
    SidesByAnswer,
    Status,
    Timed,
)
from massage_trainer.domain.text import LocalizedText
from tests.unit.services.content.small_content import (
    BY_ANSWER,
    HEAD,
    LESSON,
    SIDES,
    STEP,
    TIME,
    WORDS,
    lesson,
    replaced,
    source,
)


def step_of(tmp_path, *changes):
    """The first step of the lesson with some words changed; totals left out."""
    text = LESSON.replace("total: {value: 4m, status: app_default}\n", "")
    text = text.replace("    total: {value: 4m, status: source}\n", "")
    text = replaced(text, *changes) + STEP.replace("step: rub", "step: more")
    return lesson(tmp_path, text).body[0].body[0]


def test_a_lesson_is_read_as_it_is_written(tmp_path):
    protocol = lesson(tmp_path, LESSON)

    assert protocol.id == "demo"
    assert protocol.name == LocalizedText("Bài tập", "Exercise")
    assert protocol.summary == LocalizedText("Một bài", "A lesson")
    assert protocol.needs == (LocalizedText("Khăn", "Towel"),)
    assert (protocol.cover, protocol.order, protocol.fragment) == ("prone-lumbar", 3, False)
    assert protocol.lead_in == Amount.exactly(5_000, Status.APP_DEFAULT, "demo/.lead-in")
    assert protocol.between == Amount.exactly(8_000, Status.APP_DEFAULT, "demo/.between")
    (block,) = protocol.body
    assert (block.id, block.times, block.optional) == ("main", 1, False)
    assert block.total == Amount.exactly(240_000, Status.SOURCE, "demo/main.total")
    (step,) = block.body
    assert (step.id, step.position_id, step.plate_id) == ("rub", "prone", "prone-lumbar")
    assert (step.stroke_id, step.region_id) == ("xat", "lumbar")
    assert step.sides == (Side.LEFT, Side.RIGHT)
    assert step.dose == Timed(Amount.exactly(120_000, Status.SOURCE, "demo/rub.time"))
    assert step.words.do == LocalizedText("Xát đều", "Rub evenly")
    assert step.words.stop == LocalizedText("Đau", "Pain")


def test_gaps_and_order_may_be_left_out(tmp_path):
    protocol = lesson(tmp_path, f"{HEAD}steps:\n{STEP}")
    assert (protocol.lead_in.chosen, protocol.lead_in.status) == (5_000, Status.APP_DEFAULT)
    assert (protocol.between.chosen, protocol.between.key) == (8_000, "demo/.between")
    assert protocol.order == 0


@pytest.mark.parametrize(
    ("written", "dose"),
    [
        ("time: {least: 1m, most: 2m, status: source}", (60_000, 120_000, 60_000)),
        ("time: {least: 1m, most: 2m, chosen: 90, status: source}", (60_000, 120_000, 90_000)),
        ("time: {value: 1m30s, status: source}", (90_000, 90_000, 90_000)),
        ("time: {value: 1:30, status: source}", (90_000, 90_000, 90_000)),
        ("time: {value: 012, status: source}", (12_000, 12_000, 12_000)),
    ],
)
def test_a_time_is_a_value_or_a_range(tmp_path, written, dose):
    time = step_of(tmp_path, (TIME, written)).dose.time
    assert (time.least, time.most, time.chosen) == dose


def test_a_corrected_number_brings_its_reason(tmp_path):
    written = "time: {value: 2m, status: corrected, reason: {vi: Vì sai, en: It was wrong}}"
    time = step_of(tmp_path, (TIME, written)).dose.time
    assert (time.status, time.reason) == (Status.CORRECTED, LocalizedText("Vì sai", "It was wrong"))


@pytest.mark.parametrize(
    ("written", "dose"),
    [
        (
            f"count: {source(10)}",
            Counted(Amount.exactly(10, Status.SOURCE, "demo/rub.count"), CountUnit.REPETITIONS),
        ),
        (
            f"count: {{least: 3, most: 5, status: source}}\n"
            f"        unit: passes\n        cadence: {source('20s')}",
            Counted(
                Amount(3, 5, 3, Status.SOURCE, "demo/rub.count"),
                CountUnit.PASSES,
                Amount.exactly(20_000, Status.SOURCE, "demo/rub.cadence"),
            ),
        ),
        (
            f"hold: {source('1m')}\n        times: {source(3)}\n        ease_in: {source('5s')}\n"
            f"        ease_out: {source('6s')}\n        rest: {source('7s')}",
            Holds(
                Amount.exactly(60_000, Status.SOURCE, "demo/rub.hold"),
                Amount.exactly(3, Status.SOURCE, "demo/rub.times"),
                Amount.exactly(5_000, Status.SOURCE, "demo/rub.ease-in"),
                Amount.exactly(6_000, Status.SOURCE, "demo/rub.ease-out"),
                Amount.exactly(7_000, Status.SOURCE, "demo/rub.rest"),
            ),
        ),
        (
            f"points: [{{point: BL23, hold: {source('1m')}, times: 2, rest: {source('9s')}}},"
            f" {{point: GB30, hold: {source('50s')}}}]",
            Points(
                (
                    PointHold(
                        "BL23",
                        Amount.exactly(60_000, Status.SOURCE, "demo/rub.BL23.hold"),
                        2,
                        Amount.exactly(9_000, Status.SOURCE, "demo/rub.BL23.rest"),
                    ),
                    PointHold("GB30", Amount.exactly(50_000, Status.SOURCE, "demo/rub.GB30.hold")),
                )
            ),
        ),
        (f"rest: {source('2m')}", Rest(Amount.exactly(120_000, Status.SOURCE, "demo/rub.rest"))),
        ("notice: true", Notice()),
        ("check: [{vi: Sạch, en: Clean}]", Check((LocalizedText("Sạch", "Clean"),))),
    ],
)
def test_every_dose(tmp_path, written, dose):
    assert step_of(tmp_path, (TIME, written)).dose == dose


def test_steps_that_are_no_work_need_no_words_about_hands(tmp_path):
    step = step_of(tmp_path, (TIME, "notice: true"), (WORDS, "        do: {vi: Đợi, en: Wait}\n"))
    assert step.words.contact is None


def test_references_frames_conditions_and_sides_by_answer(tmp_path):
    step = step_of(
        tmp_path,
        ("plate: prone-lumbar", "plate: leg-bend\n        frames: {work: bent, rest: straight}"),
        (SIDES, BY_ANSWER),
        (
            TIME,
            f"{TIME}\n        cautions: [K1]\n        source: [S2.1]\n        corrections: [C01]\n"
            "        avoid: [kidney]\n        ask: [leg-first]\n"
            "        when: {leg-first: right-first}",
        ),
    )
    assert step.frames == (("work", "bent"), ("rest", "straight"))
    assert (step.cautions, step.source, step.corrections) == (("K1",), ("S2.1",), ("C01",))
    assert step.avoid == ("kidney",)
    assert step.questions == ("leg-first",)
    assert step.when == (Condition("leg-first", "right-first"),)
    assert step.sides == SidesByAnswer(
        "leg-first",
        (
            ("right-first", (Side.RIGHT, Side.LEFT)),
            ("left-first", (Side.LEFT, Side.RIGHT)),
        ),
    )


def test_text_comes_in_nfc_and_line_ends_and_bom_do_not_matter(tmp_path):
    plain = lesson(tmp_path, LESSON)
    decomposed = unicodedata.normalize("NFD", LESSON)
    assert decomposed != LESSON
    assert lesson(tmp_path, decomposed) == plain
    assert lesson(tmp_path, LESSON.replace("\n", "\r\n")) == plain
    assert lesson(tmp_path, b"\xef\xbb\xbf" + LESSON.encode()) == plain
