"""README.md names what there is: every option of the command line, and every key of the window."""

import re
from pathlib import Path

import pytest

from massage_trainer.app.options import parse
from massage_trainer.domain.classroom.keys import CLASS_KEYS, ClassAction

PAGE = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_every_option_is_told(capsys):
    with pytest.raises(SystemExit):
        parse(["--help"])
    options = set(re.findall(r"--[a-z-]+", capsys.readouterr().out)) - {"--help"}
    assert options
    assert {option for option in options if f"`{option}" not in PAGE} == set()


def test_the_keys_of_a_class_are_those_of_the_program():
    told = re.findall(r"`(\S+?)`", PAGE.split("## A class")[1].split("\n## ")[0])
    wanted = (ClassAction.SHOW, ClassAction.SWAP, ClassAction.LIVE, ClassAction.KEYS)
    assert [key for action in wanted for key in CLASS_KEYS[action] if key not in told] == []
