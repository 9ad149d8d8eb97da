"""Broken and hostile lesson files: mistakes with their place, never a crash, never a hang."""

import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.builder import LessonBuilder, LessonFile
from massage_trainer.services.content.catalog_loader import load_catalog
from massage_trainer.services.content.protocol_loader import Shelf, Trouble, compile_lesson
from massage_trainer.services.content.yaml_source import compose
from massage_trainer.services.resources import assets_dir, protocols_dir

VOCABULARY = load_catalog(assets_dir() / "catalog", "assets/catalog").vocabulary
SHIPPED = {path.stem: path.read_bytes() for path in sorted(protocols_dir().glob("*.yaml"))}
PATIENCE_S = 5.0  # far above what the slowest file needs, far below what a student would wait


def _shipped(lesson_id):
    if lesson_id not in SHIPPED:
        return Trouble.UNKNOWN
    return compile_bytes(SHIPPED[lesson_id], lesson_id).protocol or Trouble.BROKEN


SHELF = Shelf(_shipped, SHIPPED.keys)
ALONE = Shelf(lambda _: Trouble.UNKNOWN, SHIPPED.keys)


def compile_bytes(data, lesson_id="demo", shelf=SHELF):
    return compile_lesson(data, lesson_id, f"{lesson_id}.yaml", VOCABULARY, shelf)


def told(data):
    """Compile; whatever is wrong must be said with file, line and column, and quickly."""
    start = time.perf_counter()
    compiled = compile_bytes(data, shelf=ALONE)
    assert time.perf_counter() - start < PATIENCE_S
    assert (compiled.protocol is None) == bool(compiled.errors)
    for error in compiled.errors:
        assert isinstance(error, ContentError)
        assert str(error).startswith("demo.yaml:")
        assert error.where.line >= 1
        assert error.where.column >= 1
        assert len(str(error)) < 500
    return [str(error) for error in compiled.errors]


HEAD = b"schema: 1\nname: {vi: A, en: B}\n"

BOMB = b"a: &a [x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [%s]\n" % (name, name, b",".join([b"*%c" % before] * 8))
    for before, name in zip(b"abcdefghi", b"bcdefghij", strict=True)
)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(BOMB, "1:4: the anchor &a is not allowed", id="alias bomb"),
        pytest.param(
            HEAD + b"steps: *missing\n", "3:8: the alias *missing is not allowed", id="alias"
        ),
        pytest.param(
            b"a: !!python/object/apply:os.system [ls]",
            "1:4: the tag !!python/object/apply:os.system is not allowed",
            id="tag",
        ),
        pytest.param(b"a: !local x", "1:4: the tag !local is not allowed", id="local tag"),
        pytest.param(b"[" * 1_000_000, "1:1: nested more than 40 deep", id="deep brackets"),
        pytest.param(b"- " * 900_000, "1:1: nested more than 40 deep", id="deep dashes"),
        pytest.param(b"{a: " * 400_000, "1:1: nested more than 40 deep", id="deep braces"),
        pytest.param(b"? " * 900_000, "1:1: nested more than 40 deep", id="deep keys"),
        pytest.param(
            b"[" + b"x," * 300_000 + b"]", "1:1: more than 200000 values", id="many values"
        ),
        pytest.param(b"steps:\n\t- step: a\n", "2:1: a tab character (use spaces)", id="tab"),
        pytest.param(b"a: x\x00y", "1:5: the invisible character U+0000", id="null byte"),
        pytest.param(b"a: x\x1by", "1:5: the invisible character U+001B", id="escape"),
        pytest.param("a: x\ufeffy".encode(), "1:5: the invisible character U+FEFF", id="inner bom"),
        pytest.param(
            b"a: b\nc: \xff\xfe", "2:4: not UTF-8 (save the file as UTF-8)", id="no utf-8"
        ),
        pytest.param("schema: 1\n".encode("utf-16"), "1:1: not UTF-8", id="utf-16"),
        pytest.param("a: Bấm".encode("cp1258", "ignore") + b"\xe2", "1:6: not UTF-8", id="cp1258"),
        pytest.param(b"a: 'x", "1:4: not valid YAML: found unexpected end of stream", id="quote"),
        pytest.param(b"a: b: c", "1:5: not valid YAML: mapping values are not", id="colon"),
        pytest.param(b"a: [x", "2:1: not valid YAML: did not find expected ','", id="bracket"),
        pytest.param(b"a: @x", "1:4: not valid YAML: found character that cannot", id="at sign"),
        pytest.param(b"%YAML 3.0\n---\na: b", "1:1: not valid YAML: found incompat", id="version"),
        pytest.param(b"a: b\n---\na: b", "2:1: not valid YAML: but found another", id="two"),
        pytest.param(b"a: b\n...\nx", "3:1: not valid YAML: did not find", id="after the end"),
        pytest.param(b"a: b\n  c: d", "2:4: not valid YAML: mapping values", id="indentation"),
        pytest.param(b"", "1:1: the file is empty", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "1:1: the file is empty", id="only a bom"),
        pytest.param(b"---\n", "2:1: expected a mapping, found nothing", id="only a mark"),
        pytest.param(b"\r\n\r\n", "1:1: the file is empty", id="only line ends"),
        pytest.param(
            b"schema: 1\n? [a, b]\n: c\n", "2:3: expected a key, found a list", id="list as key"
        ),
        pytest.param(
            b"schema: 1\n? {a: b}\n: c\n", "2:3: expected a key, found a mapping", id="map as key"
        ),
        pytest.param(b": c\n", "1:1: not valid YAML: did not find expected key", id="no key"),
    ],
)
def test_a_hostile_file_is_refused_in_a_clear_sentence(data, expected):
    assert any(line.startswith(f"demo.yaml:{expected}") for line in told(data))


@pytest.mark.parametrize(
    "data",
    [
        b"x" * 1_900_000 + b": 1",
        b"".join(b"k%d: 1\n" % i for i in range(150_000)),
        b"steps:\n" + b"- x\n" * 150_000,
        b"steps:\n" + b"- step: x\n" * 60_000,
        HEAD + b"steps: [" + b"{use: a}," * 60_000 + b"]",
        HEAD + b"steps: [{block: a, repeat: 99, steps: " * 9 + b"[]" + b"}]" * 9,
        b"name: {vi: " + b"a, " * 90_000 + b"}",
        HEAD + b"order: " + b"9" * 1_000_000 + b"\n",
        HEAD + b"total: {value: " + b"9" * 1_000_000 + b"m, status: source}\n",
        HEAD + b"steps: [{step: " + b"a" * 1_000_000 + b"}]\n",
        b"&" * 1_000_000,
        b'"' + b"\\n" * 500_000 + b'"',
        b"a: |\n" + b"  x\n" * 400_000,
        b"# " * 900_000,
    ],
    ids=lambda data: f"{data[:24]!r} {len(data)}",
)
def test_no_file_takes_long(data):
    assert told(data)


def test_a_huge_file_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "read_bytes", lambda path: pytest.fail(f"{path} was read"))
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(20_000_000)
    builder = LessonBuilder({"huge": LessonFile(path, "huge.yaml")}, VOCABULARY, lambda _: None)
    (error,) = builder.compiled("huge").errors
    assert str(error) == "huge.yaml:1:1: larger than 2 MB (split the file)"


def test_scalars_are_what_is_written():
    values = "no yes on off null ~ 1:30 012 0x1f 1e3 2026-11-22 .inf 1_000 true =".split()  # noqa: SIM905 - easier to read
    root = compose(("[" + ", ".join(values) + "]").encode(), "demo.yaml")
    assert [node.value for node in root.value] == values


@pytest.mark.parametrize("lesson_id", SHIPPED)
def test_windows_line_ends_and_a_bom_change_nothing(lesson_id):
    data = SHIPPED[lesson_id]
    windows = b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")
    assert compile_bytes(windows, lesson_id) == compile_bytes(data, lesson_id)


MUTATIONS = 300
BAD = [
    *("\t", "“", "”", "’", "\u00a0", "\u200b", "&a ", "*a", "!!x ", "<<: ", "- ", ": ", "? ", "#"),
    *("{", "}", "[", "]", ",", "'", '"', "|\n", ">\n", "%", "@", "`", "---\n", "...\n", "\r", "\n"),
    *("no", "1:30", "012", "-1", "0", "9" * 30, "null", "~", "yes", "é", "e\u0301", "中", "\x00"),
]


def mutate(text: str, dice: random.Random) -> str:
    """One small accident of an author."""
    lines = text.split("\n")
    at, where = dice.randrange(len(lines)), dice.randrange(len(text))
    match dice.randrange(8):
        case 0:
            return text[:where] + dice.choice(BAD) + text[where:]
        case 1:
            return text[:where] + text[where + dice.randrange(1, 40) :]
        case 2:
            del lines[at]
        case 3:
            lines.insert(at, dice.choice(lines))
        case 4:
            lines[at] = " " * dice.randrange(12) + lines[at].lstrip()
        case 5:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
        case 6:
            words = lines[at].split(" ")
            words[dice.randrange(len(words))] = dice.choice(BAD)
            lines[at] = " ".join(words)
        case _:
            return text[:where]
    return "\n".join(lines)


def test_three_hundred_accidents_are_told_or_harmless():
    dice = random.Random(2)
    lessons = {name: data.decode() for name, data in SHIPPED.items()}
    broken = 0
    for _ in range(MUTATIONS):
        text = mutate(lessons[dice.choice(sorted(lessons))], dice)
        broken += bool(told(text.encode("utf-8", "replace")))
    assert broken > MUTATIONS // 3


pieces = st.sampled_from(
    [
        *("schema: 1\n", "name: {vi: a, en: b}\n", "steps:\n", "  - step: a\n", "    do: ", "x"),
        *("  - block: b\n    steps:\n", "  - use: opening\n", "{value: 1m, status: source}"),
        *("time: ", "hold: ", "times: ", "points: ", "sides: [left]", "when: {leg-first: a}"),
        *BAD,
    ]
)


@given(st.lists(pieces | st.text(max_size=5), max_size=30).map("".join))
@example("a: &a\n")
@example("? ? ? a")
@example("schema: [1]\nname: []\nsteps: {a: [b]}\n")
def test_any_text_is_told_or_harmless(text):
    told(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200))
def test_any_bytes_are_told_or_harmless(data):
    told(data)


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=12,
)
KEYS = (
    *("schema", "name", "summary", "needs", "cover", "order", "fragment", "lead_in", "total"),
    *("step", "position", "plate", "do", "stroke", "region", "sides", "time", "count", "unit"),
    *("hold", "times", "rest", "points", "check", "notice", "frames", "cautions", "ask", "when"),
    *("block", "repeat", "optional", "use", "steps", "by", "value", "least", "most", "status"),
)


@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=8), st.sampled_from(KEYS))
def test_any_value_of_a_wrong_kind_is_told(value, key):
    step = {"step": "a", "name": {"vi": "a", "en": "b"}, **value}
    lesson = {"schema": 1, "name": {"vi": "a", "en": "b"}, "steps": [step], **value, key: value}
    told(json.dumps(lesson, ensure_ascii=False).encode("utf-8", "replace"))


WITHOUT_LIBYAML = """
import sys, yaml
del yaml.CSafeLoader
from massage_trainer.domain.errors import ContentError
from massage_trainer.services.content.yaml_source import compose
for data in (b"[" * 10_000, b"- " * 10_000, b"a: &a [*a]", b"a: b: c", b"a: 'x"):
    try:
        compose(data, "demo.yaml")
    except ContentError as error:
        print(error)
print(compose(b"a: no", "demo.yaml").value[0][1].value)
"""


def test_a_pyyaml_without_libyaml_refuses_the_same():
    command = [sys.executable, "-c", WITHOUT_LIBYAML]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert [line.partition(" (")[0] for line in done.stdout.splitlines()] == [
        "demo.yaml:1:1: nested more than 40 deep",
        "demo.yaml:1:1: nested more than 40 deep",
        "demo.yaml:1:4: the anchor &a is not allowed",
        "demo.yaml:1:5: not valid YAML: mapping values are not allowed here",
        "demo.yaml:1:4: not valid YAML: found unexpected end of stream",
        "no",
    ]


def test_the_shipped_lessons_are_there():
    assert len(SHIPPED) >= 9
    assert Path(protocols_dir(), "whole-session.yaml").exists()
