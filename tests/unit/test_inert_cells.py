"""No cell is a formula, wherever a spreadsheet begins one; and every cell comes back as it was."""

import csv
import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from massage_trainer.domain.inert_cells import active, inert

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
LETTERS = st.text(alphabet=st.sampled_from([*SIGNS, *"'\";,\t\r\n \u00a0aộ"]), max_size=12)


@given(LETTERS | st.text(max_size=12))
@example(";\t=1")
@example("\r\n'=1")
@example("''=1")
def test_every_cell_comes_back_as_it_was(cell):
    assert active(inert(cell)) == cell


@given(LETTERS)
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_a_formula_whatever_a_spreadsheet_splits_at(separator, cell):
    """The table is written with commas; Excel of many countries splits at semicolons."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([["number", inert(cell), "end"]])
    rows = csv.reader(io.StringIO(text.getvalue(), newline=""), delimiter=separator)
    begun = [one.lstrip(' \u00a0"') for row in rows for one in row]
    assert not [one for one in begun if one.startswith(tuple(SIGNS))]


@pytest.mark.parametrize("cell", ['O\'Neil; "王小明"', "'tis", "An; Bình", "a-b", "", "x=1"])
def test_what_begins_no_formula_is_left_alone(cell):
    assert inert(cell) == active(cell) == cell


def test_what_stands_behind_a_semicolon_is_no_formula():
    assert inert("O'Neil;=HYPERLINK(1)") == "O'Neil;'=HYPERLINK(1)"
    assert inert('=HYPERLINK("http://x")') == '\'=HYPERLINK("http://x")'
