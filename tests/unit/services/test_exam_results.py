"""Results of exams as tables: what is read back is what was written, and nothing computes."""

import csv
import io
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from massage_trainer.domain.anatomy import Side
from massage_trainer.domain.errors import ContentError
from massage_trainer.domain.exam.sheet import (
    AreaResult,
    ClassResult,
    Ending,
    Find,
    GateResult,
    ItemResult,
    Level,
    Remark,
    StudentResult,
    TaskKind,
    TaskResult,
)
from massage_trainer.domain.text import LocalizedText
from massage_trainer.services.exam_results import (
    COLUMNS,
    ExamResultFiles,
    results_bytes,
    results_of,
)
from tests.exam_examples import class_result, student_result

NAMES = ["=HYPERLINK('http://x')", 'O\'Neil; "王小明"', "'=1+1", "An\nBình", "\t@x", " -2 ", "\r"]
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(NAMES)
WORDS = TEXT.filter(str.strip)
BOTH = st.builds(LocalizedText, WORDS, WORDS)
NUMBER = st.floats(0, 1e9) | st.none()
LEVEL, FIND = st.sampled_from(Level) | st.none(), st.sampled_from(Find) | st.none()
COUNT = st.integers(0, 10**9)
TASK = st.builds(
    TaskResult,
    *(COUNT, st.sampled_from(TaskKind), TEXT, st.sampled_from(Side), BOTH, FIND, NUMBER, TEXT),
    st.booleans(),
)


def some(what):
    return st.lists(what, max_size=3).map(tuple)


STUDENT = st.builds(
    StudentResult,
    *(TEXT, TEXT, COUNT, TEXT, COUNT, st.sampled_from(Ending), st.booleans(), NUMBER, some(TASK)),
    some(st.builds(GateResult, TEXT, BOTH, st.booleans() | st.none())),
    some(st.builds(ItemResult, TEXT, TEXT, BOTH, LEVEL)),
    some(st.builds(AreaResult, TEXT, BOTH, st.integers(), NUMBER)),
    some(st.builds(Remark, st.integers(), TEXT)),
)
SEATED = st.lists(STUDENT, max_size=3).map(
    lambda found: tuple(replace(one, seat=seat) for seat, one in enumerate(found, 1))
)
CLASS = st.builds(ClassResult, TEXT, TEXT, TEXT, BOTH, st.integers(), st.integers(), SEATED)


@given(CLASS)
@settings(max_examples=200, deadline=None)
def test_what_is_read_back_is_what_was_written(result):
    assert results_of(results_bytes(result), "x.csv") == result


@given(CLASS)
@settings(deadline=None)
def test_no_cell_begins_a_formula(result):
    text = results_bytes(result).decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        assert len(row) == len(COLUMNS)
        assert not [cell for cell in row if re.match(r"[=+\-@\t\r]", cell)]


def test_spreadsheets_are_told_the_letters_and_the_separator_is_a_comma():
    content = results_bytes(class_result())
    assert content.startswith(b"\xef\xbb\xbfseat,number,name,part,")
    assert "\r\n1,SV-007,Nguyễn Văn An,attempt,ending,,,,,,done,".encode() in content
    assert ',"Ngón cái gập; nhắc một lần."\r\n'.encode() not in content  # no quote is needed
    assert ",Ngón cái gập; nhắc một lần.\r\n".encode() in content


def test_one_student_alone_goes_the_same_way(tmp_path):
    one = replace(class_result(), students=(student_result(NAMES[0]),))
    path = tmp_path / "An.csv"
    ExamResultFiles().write(path, one)
    assert ExamResultFiles().read(path) == one
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda text: text.replace("seat,", "place,", 1), r"x\.csv:1:1: no results of an exam"),
        (lambda text: text.replace("attempt,ending,,,,,,done", "attempt,ending,,,,,,gone"), "gone"),
        (lambda text: text.replace(",yes,", ",perhaps,", 1), r"x\.csv:\d+:1: 'perhaps' is neither"),
        (lambda text: text.replace("exam,seed,,,,,,42", "exam,seed,,,,,,many"), r"x\.csv:5:1: inv"),
        (lambda text: text.replace("exam,title", "exam,other"), "missing 'title'"),
        (lambda text: text.replace("1,SV-007,Nguyễn Văn An,task", "1,SV-007,An,tusk"), "'tusk'"),
        (lambda text: text + "1,2\r\n", "zip"),
    ],
)
def test_a_table_that_was_changed_says_where(change, problem):
    text = results_bytes(class_result()).decode()
    with pytest.raises(ContentError, match=problem):
        results_of(change(text).encode(), "x.csv")
