"""Contradictions inside a lesson: totals, sides, answers, and doses without end."""

import pytest

from tests.unit.services.content.small_content import (
    HEAD,
    LESSON,
    STEP,
    compile_all,
    mistakes,
    replaced,
)

TIME = "time: {value: 2m, status: source}"
SIDES = "sides: [left, right]"
BY_ANSWER = "sides: {by: leg-first, right-first: [right, left], left-first: [left, right]}"


def body(*steps):
    """A lesson of one block with these steps and no totals."""
    return f"{HEAD}steps:\n  - block: main\n    steps:\n{''.join(steps)}"


def step(step_id, *changes):
    return replaced(STEP, ("step: rub", f"step: {step_id}"), *changes)


LEFT = step("a", (SIDES, "sides: [left]"))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("{value: 4m, status: app_default}", "{value: 5m, status: source}", "9:8"),
        ("{value: 4m, status: source}", "{value: 5m, status: source}", "12:12"),
    ],
)
def test_a_total_must_be_the_sum_of_its_parts(tmp_path, old, new, expected):
    found = mistakes(tmp_path, replaced(LESSON, (old, new)))
    assert found == [f"demo.yaml:{expected}: the total says 5m, its parts make 4m"]


def test_a_total_may_be_a_range(tmp_path):
    wide = ("{value: 4m, status: source}", "{least: 3m30s, most: 4m, status: source}")
    assert mistakes(tmp_path, replaced(LESSON, wide)) == []
    narrow = (wide[0], "{least: 4m30s, most: 5m, status: source}")
    assert mistakes(tmp_path, replaced(LESSON, narrow)) == [
        "demo.yaml:12:12: the total says 4m30s to 5m, its parts make 4m"
    ]


def test_the_total_of_a_block_is_one_lap_and_that_of_the_lesson_all(tmp_path):
    twice = replaced(LESSON, ("block: main", "block: main\n    repeat: 2"))
    assert mistakes(tmp_path, twice) == [
        "demo.yaml:9:8: the total says 4m, its parts make 8m",
    ]
    assert mistakes(tmp_path, replaced(twice, ("total: {value: 4m", "total: {value: 8m"))) == []


def test_an_optional_block_is_left_out_of_the_lessons_total_but_not_of_its_own(tmp_path):
    optional = replaced(LESSON, ("block: main", "block: main\n    optional: true"))
    assert mistakes(tmp_path, optional) == ["demo.yaml:9:8: the total says 4m, its parts make 0s"]
    wrong = replaced(
        optional, ("total: {value: 4m, status: source}", "total: {value: 3m, status: source}")
    )
    assert "demo.yaml:13:12: the total says 3m, its parts make 4m" in mistakes(tmp_path, wrong)


def test_the_total_of_a_block_counts_with_the_answer_under_which_it_is_played(tmp_path):
    conditional = LEFT + step(
        "b", (SIDES, "sides: [right]"), (TIME, f"{TIME}\n        when: {{leg-first: left-first}}")
    )
    other = step(
        "c", (SIDES, "sides: [right]"), (TIME, f"{TIME}\n        when: {{leg-first: right-first}}")
    )
    text = body(conditional, other).replace(
        "block: main\n", "block: main\n    total: {value: 4m, status: source}\n"
    )
    assert mistakes(tmp_path, text) == []


def test_ease_and_rest_count_in_a_total_and_gaps_do_not(tmp_path):
    hold = (
        "hold: {value: 1m, status: source}\n        times: {value: 2, status: source}\n"
        "        ease_in: {value: 10s, status: source}\n        rest: {value: 20s, status: source}"
    )
    found = mistakes(tmp_path, replaced(LESSON, (TIME, hold)))
    assert [line.split(": ", 1)[1] for line in found] == [
        "the total says 4m, its parts make 5m20s",
        "the total says 4m, its parts make 5m20s",
    ]


def test_one_side_must_not_get_less_than_the_other(tmp_path):
    assert mistakes(tmp_path, body(LEFT)) == [
        "demo.yaml:9:9: xat lumbar: 2m on the left, 0s on the right (each side gets its full dose)"
    ]
    shorter = step("b", (SIDES, "sides: [right]"), ("value: 2m", "value: 90s"))
    assert mistakes(tmp_path, body(LEFT, shorter)) == [
        "demo.yaml:9:9: xat lumbar: 2m on the left, 1m30s on the right"
        " (each side gets its full dose)"
    ]


@pytest.mark.parametrize(
    ("right", "expected"),
    [
        (step("b", (SIDES, "sides: [right]")), []),
        (step("b", (SIDES, "sides: [right]"), ("region: lumbar", "region: buttock")), 2),
        (
            step(
                "b",
                (SIDES, "sides: [right]"),
                ("{value: 2m, status: source}", "{least: 2m, most: 3m, status: source}"),
            ),
            ["xat lumbar: at most 2m on the left, 3m on the right (each side gets its full dose)"],
        ),
    ],
)
def test_sides_are_compared_over_the_whole_lesson(tmp_path, right, expected):
    found = [line.split(": ", 1)[1] for line in mistakes(tmp_path, body(LEFT, right))]
    assert found == expected or len(found) == expected


def test_counts_and_acupoints_are_compared_too(tmp_path):
    count = "count: {value: 3, status: source}\n        unit: passes"
    assert mistakes(tmp_path, body(step("a", (SIDES, "sides: [left]"), (TIME, count)))) == [
        "demo.yaml:9:9: xat lumbar: 3 passes on the left, 0 passes on the right"
        " (each side gets its full dose)"
    ]
    bl23 = "points: [{point: BL23, hold: {value: 1m, status: source}}]"
    gb30 = bl23.replace("BL23", "GB30")
    both = body(
        step("a", (SIDES, "sides: [left]"), (TIME, bl23)),
        step("b", (SIDES, "sides: [right]"), (TIME, gb30)),
    )
    assert [line.split(": ", 1)[1].split(" (")[0] for line in mistakes(tmp_path, both)] == [
        "xat lumbar BL23: 1m on the left, 0s on the right",
        "xat lumbar GB30: 0s on the left, 1m on the right",
    ]


def test_an_optional_block_must_be_even_in_itself(tmp_path):
    optional = (
        f"  - block: extra\n    optional: true\n    steps:\n{step('b', (SIDES, 'sides: [right]'))}"
    )
    found = mistakes(tmp_path, body(LEFT) + optional)
    assert [line.split(": ", 1)[0] for line in found] == ["demo.yaml:9:9", "demo.yaml:27:9"]


def test_a_fragment_may_leave_the_other_side_to_the_lesson_that_uses_it(tmp_path):
    fragment = f"schema: 1\nname: {{vi: Trái, en: Left}}\nfragment: true\nsteps:\n{LEFT}"
    assert mistakes(tmp_path, fragment) == []
    right = step("b", (SIDES, "sides: [right]"))
    use = "      - use: left\n"
    assert mistakes(tmp_path, body(use, right), left=fragment) == []
    assert mistakes(tmp_path, body(use), left=fragment) == [
        "demo.yaml:9:9: xat lumbar: 2m on the left, 0s on the right (each side gets its full dose)"
    ]


def test_every_answer_is_tried_and_named(tmp_path):
    uneven = BY_ANSWER.replace("left-first: [left, right]", "left-first: [left]")
    assert mistakes(tmp_path, body(step("a", (SIDES, uneven)))) == [
        "demo.yaml:9:9: with leg-first: left-first: xat lumbar: 2m on the left, 0s on the right"
        " (each side gets its full dose)"
    ]


def test_an_answer_must_leave_something_to_do(tmp_path):
    never = step("a", (TIME, f"{TIME}\n        when: {{leg-first: left-first}}"))
    assert mistakes(tmp_path, body(never)) == ["demo.yaml:1:1: nothing is left to do"]


def test_a_typing_error_in_repeats_does_not_fill_the_memory(tmp_path):
    holds = "hold: {value: 1s, status: source}\n        times: {value: 900, status: source}"
    text = body(step("a", (TIME, holds))).replace("block: main", "block: main\n    repeat: 100")
    assert mistakes(tmp_path, text) == [
        "demo.yaml:1:1: the lesson unrolls into 720000 parts, more than 2000 (repeat less)"
    ]


def test_two_parts_never_share_a_path(tmp_path):
    # The question whether to do an optional block has a path of its own inside the block.
    block = f"  - block: extra\n    optional: true\n    steps:\n{step('choice')}"
    assert mistakes(tmp_path, f"{HEAD}steps:\n{block}") == []
    clash = block.replace(SIDES, "sides: [both]")
    assert mistakes(tmp_path, f"{HEAD}steps:\n{clash}") == [
        "demo.yaml:10:9: two parts are called extra/choice (rename the block or the step)"
    ]


def test_laps_count_for_the_sides(tmp_path):
    right = step("b", (SIDES, "sides: [right]"))
    twice = f"  - block: twice\n    repeat: 2\n    steps:\n{right}"
    assert [
        line.split(": ", 1)[1].split(" (")[0] for line in mistakes(tmp_path, body(LEFT) + twice)
    ] == ["xat lumbar: 2m on the left, 4m on the right"]
    long = step("a", (SIDES, "sides: [left]"), ("value: 2m", "value: 4m"))
    assert mistakes(tmp_path, body(long) + twice) == []


def test_a_problem_with_every_answer_is_told_once(tmp_path):
    either = step("b", (SIDES, BY_ANSWER))
    found = mistakes(tmp_path, body(LEFT, either))
    assert found == [
        "demo.yaml:9:9: xat lumbar: 4m on the left, 2m on the right (each side gets its full dose)"
    ]


def test_the_total_of_a_block_under_a_condition_counts_with_its_answer(tmp_path):
    inner = step("b", (TIME, f"{TIME}\n        when: {{leg-first: left-first}}"))
    block = (
        "  - block: other\n    when: {leg-first: left-first}\n"
        f"    total: {{value: 4m, status: source}}\n    steps:\n{inner}"
    )
    assert mistakes(tmp_path, body(step("a")) + block) == []


def test_with_very_many_answers_each_is_still_tried(tmp_path):
    numbers = range(1, 11)
    question = "  - {{id: q{0}, text: {{vi: a, en: b}}, default: no, choices: [{1}, {2}]}}\n"
    choice = "{{id: {0}, text: {{vi: a, en: b}}}}"
    no, yes = choice.format("no"), choice.format("yes")
    questions = "questions:\n" + "".join(question.format(n, no, yes) for n in numbers)
    steps = [
        step(f"s{n}", (SIDES, f"sides: {{by: q{n}, no: [left, right], yes: [right, left]}}"))
        for n in numbers
    ]
    steps[6] = steps[6].replace("yes: [right, left]", "yes: [right]")
    compiled = compile_all(tmp_path, {"demo": body(*steps)}, questions=questions)["demo"]
    assert [str(error).split(" (")[0] for error in compiled.errors] == [
        "demo.yaml:9:9: with q7: yes: xat lumbar: 18m on the left, 20m on the right"
    ]


def test_answers_are_tried_together(tmp_path):
    question = "  - {{id: q{0}, text: {{vi: a, en: b}}, default: no, choices: [{1}, {2}]}}\n"
    choices = [f"{{id: {name}, text: {{vi: a, en: b}}}}" for name in ("no", "yes")]
    questions = "questions:\n" + "".join(question.format(n, *choices) for n in (1, 2))
    both = f"{TIME}\n        when: {{q1: yes, q2: yes}}"
    steps = step("a"), step("b", (SIDES, "sides: [left]"), (TIME, both))
    compiled = compile_all(tmp_path, {"demo": body(*steps)}, questions=questions)["demo"]
    assert [str(error).split(" (")[0] for error in compiled.errors] == [
        "demo.yaml:9:9: with q1: yes, q2: yes: xat lumbar: 4m on the left, 2m on the right"
    ]
