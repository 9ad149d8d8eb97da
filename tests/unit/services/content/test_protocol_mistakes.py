"""Every mistake an author can make in a lesson: its exact place, words and hint."""

import pytest

from tests.unit.services.content.small_content import (
    BLOCK,
    BY_ANSWER,
    CATALOG,
    HEAD,
    LESSON,
    SIDES,
    STEP,
    TIME,
    compile_all,
    mistakes,
    replaced,
    source,
)

BL23 = "{point: BL23, hold: {value: 1m, status: source}}"

OTHER_STEP = STEP.replace("step: rub", "step: other")

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
    (
        [(TIME, TIME + "\n        say: {vi: Ấn 2 lần., en: Press twice.}")],
        "22:14: '2' in what a voice says (write it out as it is read aloud)",
    ),
    # notes for the instructor
    (
        [(TIME, TIME + "\n        teach: {show: {vi: Làm mẫu.}}")],
        "22:23: missing translation: en",
    ),
    (
        [(TIME, TIME + "\n        teach: {shows: {vi: Làm mẫu., en: Show it.}}")],
        "22:17: unknown key 'shows' (did you mean 'show'?)",
    ),
    (
        [(TIME, TIME + "\n        teach: {}")],
        "22:16: notes without a word (write one of show, mistakes, ask)",
    ),
    (
        [(TIME, TIME + "\n        teach: Làm mẫu")],
        "22:16: expected a mapping, found text (write key: value)",
    ),
    (
        [(TIME, TIME + "\n        once: yes")],
        "22:15: expected true, found 'yes' (write true, or leave the key out)",
    ),
    (
        [(TIME, TIME + "\n        say: {vi: Ấn., en: Press (slowly).}")],
        "22:14: '(' in what a voice says (write it out as it is read aloud)",
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
    (
        [(TIME, f"{TIME}\n        avoid: [kidny]")],
        "22:17: unknown zone 'kidny' (did you mean 'kidney'?)",
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
        [(TIME, f"{TIME}\n        frames: {{work: leg-bend.bend}}")],
        "22:24: unknown frame of leg-bend 'bend' (did you mean 'bent'?)",
    ),
    (
        [(TIME, f"{TIME}\n        frames: {{work: leg-bent.bent}}")],
        "22:24: unknown plate 'leg-bent' (did you mean 'leg-bend'?)",
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
        [
            (
                "  - block: main",
                f"  - block: main\n    steps:\n{OTHER_STEP}  - block: main",
            )
        ],
        "28:12: the block id 'main' is already used here",
    ),
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


def test_a_point_that_is_only_shown_is_in_no_step(tmp_path):
    changed = replaced(LESSON, (TIME, f"points: [{{point: GB30, hold: {source('1m')}}}]"))
    points = replaced(CATALOG["points"], ("practice: true", "practice: false"))
    compiled = compile_all(tmp_path, {"demo": changed}, points=points)["demo"]
    told = [str(error) for error in compiled.errors]
    assert (
        "demo.yaml:21:26: GB30 may be shown and is never pressed in practice "
        "(see practice in points.yaml)"
    ) in told


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
