"""Every mistake an author can make in a lesson: its exact place, words and hint."""

import unicodedata

import pytest

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.protocol import (
    Amount,
    Block,
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
    HEAD,
    LESSON,
    STEP,
    WORDS,
    compile_all,
    mistakes,
    replaced,
)

TIME = "time: {value: 2m, status: source}"
SIDES = "sides: [left, right]"
BLOCK = "block: main"
BY_ANSWER = "sides: {by: leg-first, right-first: [right, left], left-first: [left, right]}"


def source(value):
    return "{value: %s, status: source}" % value  # noqa: UP031 - braces all over


def lesson(tmp_path, text, **others):
    compiled = compile_all(tmp_path, {"demo": text, **others})
    found = compiled["demo"]
    assert [str(error) for error in found.errors] == []
    return found.protocol


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
            "        ask: [leg-first]\n        when: {leg-first: right-first}",
        ),
    )
    assert step.frames == (("work", "bent"), ("rest", "straight"))
    assert (step.cautions, step.source, step.corrections) == (("K1",), ("S2.1",), ("C01",))
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


BL23 = "{point: BL23, hold: {value: 1m, status: source}}"

ONE_MISTAKE = [
    # the lesson
    ([("schema: 1", "schema: 2")], "1:9: this program reads schema 1 (write schema: 1)"),
    ([("cover:", "covr:")], "5:1: unknown key 'covr' (did you mean 'cover'?)"),
    ([("cover: prone-lumbar\n", "")], "1:1: missing cover"),
    ([("order: 3", "order: 3\norder: 4")], "7:1: key 'order' is given twice"),
    ([("order: 3", "order: three")], "6:8: 'three' is not a whole number (write for example 3)"),
    (
        [("cover: prone-lumbar", "cover: prone-lumber")],
        "5:8: unknown plate 'prone-lumber' (did you mean 'prone-lumbar'?)",
    ),
    # text
    ([(", en: Exercise", "")], "2:7: missing translation: en"),
    ([("vi: Bài tập", "vi: ")], "2:12: missing translation: vi"),
    ([("{vi: Bài tập, en: Exercise}", "Bài tập")], "2:7: expected {vi: …, en: …}, found text"),
    (
        [("vi: Bài tập", "vi: Bài tập, hai")],
        "2:21: 'hai' is read as a key (put text with a comma between double quotes)",
    ),
    ([("en: Exercise", "eng: Exercise")], "2:21: unknown language 'eng' (did you mean 'en'?)"),
    ([("vi: Bài", "vi: “Bài")], '2:12: curly quotes around a value (use straight quotes: "…")'),
    (
        [("  - block: main", "  - “block”: main")],
        "11:5: neither a step, a block nor a use (begin with - step: its-id)",
    ),
    (
        [("order: 3", "“order”: 3")],
        '6:1: curly quotes around the key “order” (use straight quotes: "…")',
    ),
    # durations and numbers
    (
        [("{value: 2m", "{value: soon")],
        "21:23: 'soon' is not a duration (write 45s, 2m, 1m30s or 1:30)",
    ),
    (
        [("{value: 2m", "{value: no")],
        "21:23: 'no' is not a duration (write 45s, 2m, 1m30s or 1:30)",
    ),
    (
        [("{value: 2m", "{value: 1:75")],
        "21:23: '1:75' is not a duration (write 45s, 2m, 1m30s or 1:30)",
    ),
    ([("{value: 2m", "{value: 0s")], "21:23: the duration 0s is not more than 0"),
    ([("{value: 2m", "{value: -5s")], "21:23: the duration -5s is not more than 0"),
    ([("{value: 2m", "{value: 300m")], "21:23: the duration 300m is longer than 4 hours"),
    ([("{value: 2m", "{value: ")], "21:23: expected text, found nothing"),
    (
        [(TIME, "time: 2m")],
        "21:15: a number needs its status (write {value: 2m, status: app_default})",
    ),
    (
        [(TIME, "count: 10")],
        "21:16: a number needs its status (write {value: 3, status: app_default})",
    ),
    ([(TIME, "time: {value: 2m}")], "21:15: missing status"),
    (
        [("2m, status: source", "2m, status: sauce")],
        "21:35: unknown status 'sauce' (did you mean 'source'?)",
    ),
    (
        [(TIME, "time: {least: 3m, most: 2m, status: source}")],
        "21:23: the least is more than the most (swap them)",
    ),
    (
        [(TIME, "time: {least: 1m, most: 2m, chosen: 3m, status: source}")],
        "21:45: the chosen value is outside least and most",
    ),
    (
        [(TIME, "time: {least: 1m, status: source}")],
        "21:15: no value (write value, or least and most)",
    ),
    (
        [(TIME, "time: {value: 2m, least: 1m, status: source}")],
        "21:15: a value and a range at once (write value, or least and most)",
    ),
    (
        [(TIME, "time: {value: 2m, status: corrected}")],
        "21:15: a corrected number needs its reason (add reason: {vi: …, en: …})",
    ),
    (
        [(TIME, "time: {value: 2m, status: teacher}")],
        "21:35: unknown status 'teacher' (known: app_default, corrected, source)",
    ),
    ([(TIME, f"count: {source(0)}")], "21:24: 0 is less than 1"),
    ([(TIME, f"count: {source(5000)}")], "21:24: 5000 is more than 1000"),
    # doses
    (
        [(TIME, "ask: [leg-first]")],
        "14:9: no dose (write one of time, count, hold, points, rest, notice, check)",
    ),
    (
        [(TIME, f"{TIME}\n        notice: true")],
        "14:9: two doses at once: time, notice"
        " (write one of time, count, hold, points, rest, notice, check)",
    ),
    ([(TIME, f"{TIME}\n        times: {source(3)}")], "22:16: times goes with hold only"),
    ([(TIME, f"{TIME}\n        unit: passes")], "22:15: unit goes with count only"),
    (
        [(TIME, f"hold: {source('1m')}")],
        "14:9: a hold needs times (write times: {value: 1, status: …})",
    ),
    (
        [(TIME, f"count: {source(3)}\n        unit: pass")],
        "22:15: unknown unit 'pass' (did you mean 'passes'?)",
    ),
    (
        [(TIME, "notice: yes")],
        "21:17: expected true, found 'yes' (write true, or leave the key out)",
    ),
    (
        [(TIME, "notice: false")],
        "21:17: expected true, found 'false' (write true, or leave the key out)",
    ),
    ([(TIME, "check: []")], "21:16: a check without items"),
    ([(TIME, "points: []")], "21:17: no points"),
    (
        [(TIME, f"points: [{{point: BL32, hold: {source('1m')}}}]")],
        "21:26: unknown acupoint 'BL32' (did you mean 'BL23'?)",
    ),
    (
        [(TIME, f"points: [{BL23}, {BL23}]")],
        "21:68: BL23 is there twice (write times: 2)",
    ),
    # sides
    ([(SIDES, "sides: [left, lefty]")], "20:23: unknown side 'lefty' (did you mean 'left'?)"),
    ([(SIDES, "sides: [left, left]")], "20:23: the side left is given twice"),
    ([(SIDES, "sides: []")], "20:16: no sides (write one or more of left, right, both, midline)"),
    (
        [(SIDES, "sides: both")],
        "20:16: expected a list, found text (write [one, two] or - one)",
    ),
    (
        [(SIDES, "sides: {left-first: [left, right]}")],
        "20:16: missing by (write {by: question, choice: [left, right], …})",
    ),
    (
        [(SIDES, BY_ANSWER.replace(", left-first: [left, right]", ""))],
        "20:16: no sides for left-first",
    ),
    (
        [(SIDES, BY_ANSWER.replace("leg-first", "leg-frst"))],
        "20:21: unknown question 'leg-frst' (did you mean 'leg-first'?)",
    ),
    # references
    ([("stroke: xat", "stroke: xatt")], "17:17: unknown stroke 'xatt' (did you mean 'xat'?)"),
    (
        [("region: lumbar", "region: neck")],
        "18:17: unknown region 'neck' (known: buttock, lumbar)",
    ),
    (
        [("position: prone", "position: prome")],
        "16:19: unknown position 'prome' (did you mean 'prone'?)",
    ),
    (
        [(f"{TIME}", f"{TIME}\n        cautions: [K1, K2]")],
        "22:24: unknown caution 'K2' (known: K1)",
    ),
    ([(TIME, f"{TIME}\n        cautions: [K1, K1]")], "22:24: 'K1' is given twice"),
    (
        [(TIME, f"{TIME}\n        source: [S9.9]")],
        "22:18: unknown sentence of the article 'S9.9' (known: S2.1)",
    ),
    (
        [(TIME, f"{TIME}\n        corrections: [C02]")],
        "22:23: unknown correction 'C02' (did you mean 'C01'?)",
    ),
    (
        [(TIME, f"{TIME}\n        ask: [leg]")],
        "22:15: unknown question 'leg' (known: leg-first)",
    ),
    (
        [(TIME, f"{TIME}\n        when: {{leg-first: both}}")],
        "22:27: unknown choice of leg-first 'both' (known: left-first, right-first)",
    ),
    (
        [
            (
                "plate: prone-lumbar\n        sides",
                "plate: leg-bend\n        frames: {work: bend}\n        sides",
            )
        ],
        "20:24: unknown frame of leg-bend 'bend' (did you mean 'bent'?)",
    ),
    (
        [
            (TIME, f"{TIME}\n        frames: {{holding: bent}}"),
            ("plate: prone-lumbar\n        sides", "plate: leg-bend\n        sides"),
        ],
        "22:18: unknown part of a step 'holding' (did you mean 'hold'?)",
    ),
    # structure
    (
        [("        contact:", "        contakt:")],
        "24:9: unknown key 'contakt' (did you mean 'contact'?)",
    ),
    ([("        contact: {vi: Gốc bàn tay, en: Heel of the hand}\n", "")], "14:9: missing contact"),
    (
        [("step: rub", "step: Rub It")],
        "14:15: 'Rub It' is not an id (lower-case letters, digits, dashes)",
    ),
    ([(BLOCK, f"{BLOCK}\n    repeat: 0")], "12:13: 0 is less than 1"),
    ([(BLOCK, f"{BLOCK}\n    repeat: 1000")], "12:13: 1000 is more than 100"),
    (
        [("  - block: main", "  - blok: main")],
        "11:5: neither a step, a block nor a use (begin with - step: its-id)",
    ),
    (
        [("    steps:\n", f"    steps:\n{STEP}")],
        "29:9: the step id 'rub' is already used in line 14",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), ONE_MISTAKE, ids=lambda value: str(value)[:60])
def test_a_mistake_is_told_once_with_its_place_and_a_hint(tmp_path, changes, expected):
    assert mistakes(tmp_path, replaced(LESSON, *changes)) == [f"demo.yaml:{expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1: the file is empty"),
        ("# nothing\n", "1:1: the file is empty"),
        ("just text\n", "1:1: expected a mapping, found text (write key: value)"),
        ("- a\n", "1:1: expected a mapping, found a list (write key: value)"),
        (f"{HEAD}steps: []\n", "6:8: no steps"),
        (
            f"{HEAD}steps: {{}}\n",
            "6:8: expected a list, found a mapping (write [one, two] or - one)",
        ),
        (HEAD, "1:1: missing steps"),
        (f"{HEAD}steps: [{{block: a, steps: []}}]\n", "6:27: no steps"),
        (
            f"{HEAD}steps: [rub]\n",
            "6:9: neither a step, a block nor a use (begin with - step: its-id)",
        ),
    ],
)
def test_a_file_that_is_no_lesson(tmp_path, text, expected):
    assert mistakes(tmp_path, text) == [f"demo.yaml:{expected}"]


def test_all_mistakes_are_told_at_once_from_top_to_bottom(tmp_path):
    broken = replaced(
        LESSON,
        ("schema: 1", "schema: one"),
        ("cover:", "covr:"),
        ("stroke: xat", "stroke: xatt"),
        ("[left, right]", "[left, lefty]"),
        ("{value: 2m", "{value: soon"),
        (", en: Heel of the hand", ""),
    )
    assert [line.split(": ", 1)[0] for line in mistakes(tmp_path, broken)] == [
        "demo.yaml:1:9",
        "demo.yaml:5:1",
        "demo.yaml:17:17",
        "demo.yaml:20:23",
        "demo.yaml:21:23",
        "demo.yaml:24:18",
    ]


def test_a_file_of_mistakes_is_given_up_after_a_hundred(tmp_path):
    found = mistakes(tmp_path, LESSON + "\n".join(f"key-{i}: 1" for i in range(5_000)))
    assert len(found) == 101
    assert found[-1] == "demo.yaml:128:1: too many mistakes (mend these first, then check again)"


FRAGMENT = f"schema: 1\nname: {{vi: Đầu, en: Start}}\nfragment: true\nsteps:\n{STEP}"


def test_a_fragment_needs_neither_summary_nor_cover(tmp_path):
    protocol = lesson(tmp_path, FRAGMENT)
    assert protocol.fragment
    assert protocol.summary == protocol.name


def test_reuse_takes_the_steps_and_the_numbers_keep_their_keys(tmp_path):
    text = replaced(LESSON, ("step: rub", "step: more"), ("steps:\n", "steps:\n  - use: start\n"))
    protocol = lesson(
        tmp_path, text.replace("total: {value: 4m, status: app_default}\n", ""), start=FRAGMENT
    )
    first, block = protocol.body
    assert (first.id, first.dose.time.key) == ("rub", "start/rub.time")
    assert block.body[0].dose.time.key == "demo/more.time"


def test_one_block_of_another_lesson_can_be_reused_under_a_condition(tmp_path):
    use = "  - use: other\n    block: main\n    when: {leg-first: right-first}\n"
    rest = "  - block: own\n    steps:\n" + STEP.replace("rub", "more")
    block = lesson(tmp_path, f"{HEAD}steps:\n{use}{rest}", other=LESSON).body[0]
    assert isinstance(block, Block)
    assert (block.id, block.when) == ("main", (Condition("leg-first", "right-first"),))
    assert block.body[0].dose.time.key == "other/rub.time"


@pytest.mark.parametrize(
    ("use", "expected"),
    [
        ("use: othr", "6:15: unknown lesson 'othr' (did you mean 'other'?)"),
        ("use: demo", "6:15: the lesson 'demo' reuses this one in turn"),
        ("use: round", "6:15: depends on the lesson 'round', which has mistakes (mend it first)"),
        ("use: bad", "6:15: depends on the lesson 'bad', which has mistakes (mend it first)"),
        ("use: Bad One", "6:15: 'Bad One' is not an id (lower-case letters, digits, dashes)"),
        ("use: other, block: mian", "6:29: unknown block of other 'mian' (did you mean 'main'?)"),
        ("use: other, stps: 1", "6:22: unknown key 'stps' (known: block, use, when)"),
    ],
)
def test_a_mistake_in_reuse(tmp_path, use, expected):
    others = {"other": LESSON, "bad": "schema: 1\n", "round": f"{HEAD}steps: [{{use: demo}}]\n"}
    assert mistakes(tmp_path, f"{HEAD}steps: [{{{use}}}]\n", **others) == [f"demo.yaml:{expected}"]


def test_a_step_cannot_come_twice_by_reuse(tmp_path):
    found = mistakes(tmp_path, f"{HEAD}steps: [{{use: other}}, {{use: other}}]\n", other=LESSON)
    assert found == ["demo.yaml:6:23: the step id 'rub' is already used in line 6"]


def test_a_long_chain_of_reuse_is_refused(tmp_path):
    chain = {f"l{i}": f"{HEAD}steps: [{{use: l{i + 1}}}]\n" for i in range(300)}
    compiled = compile_all(tmp_path, {**chain, "l300": LESSON})
    assert "too many lessons reuse one another" in str(compiled["l9"].errors[0])
    assert "which has mistakes" in str(compiled["l0"].errors[0])


def test_one_broken_lesson_leaves_the_others_usable(tmp_path):
    compiled = compile_all(tmp_path, {"bad": "steps: [", "good": LESSON})
    assert compiled["bad"].protocol is None
    assert compiled["good"].errors == ()


def test_mistakes_of_the_catalogue_are_told_once_in_a_lesson(tmp_path):
    broken = {"strokes": "strokes: [{id: xat}]", "regions": "regions: ["}
    compiled = compile_all(tmp_path, {"demo": LESSON}, **broken)["demo"]
    assert [str(error) for error in compiled.errors] == [
        "demo.yaml:17:17: stroke 'xat' depends on catalog/strokes.yaml, which has mistakes",
        "demo.yaml:18:17: region 'lumbar' depends on catalog/regions.yaml, which has mistakes",
    ]
