"""The command line: what belongs to a paper of an exam opens no window without it."""

import pytest

from massage_trainer.app.options import parse


def test_an_exam_paper_is_for_one_student_by_the_first_seed_unless_said_otherwise():
    found = parse(["--exam-paper", "all"])
    assert (found.exam_paper, found.students, found.seed) == ("all", 1, 1)
    found = parse(["--exam-paper", "all", "--students", "30", "--seed", "-5"])
    assert (found.students, found.seed) == (30, -5)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--exam-paper", ""],  # a variable of a script that was empty
        ["--exam-paper", " "],
        ["--students", "30"],
        ["--seed", "0"],
        ["--exam-paper", "all", "--students", "0"],
        ["--exam-paper", "all", "--students", "1001"],
    ],
)
def test_half_a_wish_for_papers_is_told_and_opens_no_window(arguments, capsys):
    with pytest.raises(SystemExit) as ended:
        parse(arguments)
    assert ended.value.code == 2
    assert "error: --" in capsys.readouterr().err
