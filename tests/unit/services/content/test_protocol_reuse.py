"""Lessons that take steps from another, and what a mistake in one does to the rest."""

import pytest

from massage_trainer.domain.protocol import (
    Block,
    Condition,
)
from tests.unit.services.content.small_content import (
    HEAD,
    LESSON,
    STEP,
    compile_all,
    lesson,
    mistakes,
    replaced,
)

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
    text = LESSON + STEP.replace("step: rub", "step: more")
    compiled = compile_all(tmp_path, {"demo": text}, **broken)["demo"]
    assert [str(error) for error in compiled.errors] == [
        "demo.yaml:17:17: stroke 'xat' depends on catalog/strokes.yaml, which has mistakes",
        "demo.yaml:18:17: region 'lumbar' depends on catalog/regions.yaml, which has mistakes",
    ]


TEACH = "        teach: {show: {vi: Làm mẫu., en: Show it.}}\n"
BLOCK_TEACH = "    teach: {ask: {vi: Vì sao?, en: Why?}}\n"


def test_notes_for_the_instructor_come_with_the_steps_that_are_reused(tmp_path):
    noted = replaced(LESSON, ("steps:\n      -", f"{BLOCK_TEACH.lstrip()}    steps:\n      -"))
    noted = noted.rstrip("\n") + "\n" + TEACH
    own = lesson(tmp_path, noted)
    step_note, block_note = own.notes_on("rub")
    assert step_note.show.en == "Show it."
    assert block_note.ask.vi == "Vì sao?"
    assert own.notes_on("nothing") == ()
    use = "  - use: other\n    block: main\n  - block: own\n    steps:\n"
    reused = lesson(tmp_path, f"{HEAD}steps:\n{use}{STEP.replace('rub', 'more')}", other=noted)
    assert reused.notes_on("rub") == (step_note, block_note)
    assert reused.notes_on("more") == ()


def test_what_is_told_once_is_marked(tmp_path):
    once = lesson(tmp_path, LESSON.rstrip("\n") + "\n        once: true\n").body[0].body[0]
    assert once.once
