"""Questions from a table: all mistakes at once with their places, and a deck that is asked."""

import re
from pathlib import Path
from random import Random

import pytest

from massage_trainer.domain.errors import TrainerError
from massage_trainer.domain.quiz.deck import decks
from massage_trainer.domain.quiz.kinds import EVERY_KIND, kind_of
from massage_trainer.domain.quiz.question import OWN, ChoiceResponse, Form, TypedResponse
from massage_trainer.domain.verdict import Grade
from massage_trainer.services.export.csv_file import QUESTION_COLUMNS, csv_bytes
from massage_trainer.services.import_questions import (
    QuestionsError,
    import_questions,
    read_questions,
    with_own_decks,
)
from tests.export_examples import shipped_deck
from tests.quiz_examples import shipped_source

GOOD = """kind,prompt_vi,prompt_en,answer,options,code,why_vi,why_en
choose,Huyệt nào ngang bờ dưới L2?,Which lies level with L2?,BL23,bl 23|BL24|BL25,BL23,Vì vậy.,So.
type,"Thận du nằm ngang đốt nào, ""L"" mấy?",,L2|thắt lưng 2,,,,
locate,Chỉ Thận du.,Show BL23.,,,BL23,,
"""


@pytest.fixture
def table(tmp_path):
    def write(content, name="my table.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def mistakes(path):
    found = read_questions(path, shipped_source()).mistakes
    return [str(mistake).removeprefix(f"{path}:") for mistake in found]


def test_a_good_table_becomes_a_deck_and_is_kept(table, tmp_path):
    source, folder = shipped_source(), tmp_path / "data" / "questions"
    own = import_questions(table(GOOD), source, folder)
    assert own.id == "own:my-table"
    assert (folder / "my-table.csv").read_bytes() == GOOD.encode()
    again = with_own_decks(source, folder)
    assert again.own == (own,)
    deck = decks(again)[-1]
    assert (deck.id, deck.title.en) == ("own:my-table", "My own: my-table")
    assert deck.keys == {question.key for question in own.questions}
    choose, typed, locate = own.questions
    assert (choose.kind, choose.form, typed.form) == (OWN, Form.CHOICE, Form.TYPED)
    assert (locate.kind, locate.item, locate.form) == ("locate-point", "BL23", Form.PLACE)
    assert locate.prompt.vi == "Chỉ Thận du."
    assert {o.id: o.text.vi for o in choose.options}["BL23"] == "Thận du (BL23)"
    assert typed.prompt.en == typed.prompt.vi == 'Thận du nằm ngang đốt nào, "L" mấy?'
    assert typed.why.en == "The answer: L2; thắt lưng 2."


def test_its_questions_are_judged_like_all_others(table):
    source = shipped_source()
    choose, typed, _ = read_questions(table(GOOD), source).questions
    judge = kind_of(choose.kind).judge
    assert judge(choose, ChoiceResponse(frozenset({"BL23"})), source).is_right
    assert judge(choose, ChoiceResponse(frozenset({"BL24"})), source).grade is Grade.MISS
    assert judge(typed, TypedResponse(" l2 "), source).is_right
    assert judge(typed, TypedResponse("That lung 2"), source).is_right
    assert judge(typed, TypedResponse(""), source).grade is Grade.MISS


def test_the_memory_asks_them_again_but_no_other_deck_does(table, tmp_path):
    import_questions(table(GOOD), shipped_source(), tmp_path / "q")
    source = with_own_decks(shipped_source(), tmp_path / "q")
    own = next(kind for kind in EVERY_KIND if kind.id == OWN)
    deck = decks(source)[-1]
    assert len(own.questions(source, deck, Random(0))) == 2
    channel = next(deck for deck in decks(source) if deck.id == "channel:GB")
    assert not own.questions(source, channel, Random(0))


def test_what_was_exported_comes_back_as_the_same_questions(table):
    deck = shipped_deck("lesson:lumbar-acupressure")
    found = read_questions(table(csv_bytes(deck)), shipped_source())
    assert found.mistakes == ()
    wanted = [key for item in deck.items for key in (item.locate.key, item.name.key)]
    assert [question.key for question in found.questions] == wanted
    for item, question in zip(deck.items, found.questions[::2], strict=True):
        assert (question.prompt, question.why) == (item.locate.prompt, item.locate.why)


def test_every_mistake_is_told_at_once_with_its_place(table):
    text = """kind,prompt_vi,prompt_en,answer,options,code,picture
chose,Hỏi,Ask,BL23,BL23|BL24,,
choose,Hỏi,Ask,BL26,BL23|BL24,,
choose,,,BL23,BL23,BL233,
locate,Hỏi,Ask,BL24,,BL23,
locate,Hỏi,Ask,,,,plaec
type,Hỏi,Ask,,BL23|BL24,,place
type,Hỏi,Ask,a,,,,,zu viel
locate,Hỏi,Ask,,,SI9,
choose,Hỏi,Ask,a,a|A|b,,
"""
    assert mistakes(table(text)) == [
        "2:1: unknown kind 'chose' (did you mean 'choose'?)",
        "3:21: unknown answer 'BL26' (did you mean 'BL24'?)",
        "4:8: nothing is asked (fill prompt_vi or prompt_en)",
        "4:15: 1 options (2 to 8, with | between them)",
        "4:20: unknown point 'BL233' (did you mean 'BL33'?)",
        "5:16: the answer 'BL24' is not the code (leave it empty)",
        "6:18: locate has no code (which point is to be found?)",
        "6:19: unknown picture 'plaec' (did you mean 'place'?)",
        "7:14: there is no answer",
        "7:15: type has no options (or: choose)",
        "7:26: a place of no point (fill code)",
        '8:20: more cells than columns (put "..." around text with separators)',
        "9:18: no picture shows SI9 (ask it with choose or type)",
        "10:18: an option is there twice",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the table is empty"),
        ("\n\n", "1:1: the table is empty"),
        ("kind,answer,prompt_vi\n", "1:1: there is no question"),
        ("kind,answr,prompt_vi\nx,y,z\n", "1:6: unknown column 'answr' (did you mean 'answer'?)"),
        ("kind,answer\nx,y\n", "1:1: missing column prompt_vi or prompt_en"),
        ("kind,kind,answer,prompt_vi\n", "1:6: the column 'kind' is there twice"),
        ('kind,answer,prompt_vi\ntype,"a,b\n', "2:6: a quote that is never closed"),
        (GOOD + GOOD.splitlines()[3] + "\n", "5:1: the same is asked twice"),
        (b"kind,answer,prompt_vi\ntype,a,Th\xe2n\n", "2:10: a letter that is not UTF-8"),
        ("kind,answer,prompt_vi\ntype,a," + "a" * 2001, "2:8: prompt_vi is longer than 2000"),
        ("x" * 4_000_001, "1:1: more than 4 MB"),
        ("\x00\x01", "1:1: unknown column"),
    ],
)
def test_a_bad_table_is_told_where(table, text, told):
    assert any(mistake.startswith(told) for mistake in mistakes(table(text)))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le-mark", "utf-16-be-mark"]
)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spreadsheets_may_write_it_as_they_like(table, separator, encoding, end):
    rows = [["kind", "prompt_vi", "answer"], ["type", "Thận du, đốt nào; mấy?\tÀ", "L2"]]
    text = end.join(separator.join(f'"{cell}"' for cell in row) for row in rows) + end
    if encoding.endswith("-mark"):
        text, encoding = f"\ufeff{text}", encoding.removesuffix("-mark")
    found = read_questions(table(text.encode(encoding)), shipped_source())
    assert found.mistakes == ()
    assert found.questions[0].prompt.vi == "Thận du, đốt nào; mấy?\tÀ"


def test_letters_come_in_one_form_and_formulas_as_they_were(table):
    text = "kind,prompt_vi,answer\ntype,Tha\u0323\u0302n du,'=HYPERLINK(1)|'tis|-5\n"
    question = read_questions(table(text), shipped_source()).questions[0]
    assert question.prompt.vi == "Thận du"
    assert question.accepted == ("=HYPERLINK(1)", "'tis", "-5")


def test_a_quoted_cell_over_lines_does_not_shift_the_places(table):
    text = 'kind,prompt_vi,answer,code\ntype,"a\n""b""\nc",x,\nlocate,"d\ne",,BL99\n'
    assert mistakes(table(text)) == ["6:5: unknown point 'BL99' (did you mean 'BL59'?)"]


def test_a_bad_table_is_not_kept_and_the_old_one_stays(table, tmp_path):
    folder = tmp_path / "questions"
    import_questions(table(GOOD), shipped_source(), folder)
    with pytest.raises(QuestionsError, match="chose") as caught:
        import_questions(table(GOOD.replace("choose", "chose")), shipped_source(), folder)
    assert len(caught.value.mistakes) == 1
    assert [path.read_bytes() for path in folder.iterdir()] == [GOOD.encode()]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(TrainerError, match="No such file"):
        read_questions(tmp_path / "gone.csv", shipped_source())


def test_the_name_of_a_table_leads_nowhere_else(table, tmp_path):
    own = import_questions(table(GOOD, '=a|b ..đ?"<x>.csv'), shipped_source(), tmp_path / "q")
    assert re.fullmatch(r"[\w-]+", own.name)
    assert [path.name for path in (tmp_path / "q").iterdir()] == [f"{own.name}.csv"]


def test_the_example_of_the_authoring_page_is_a_table_without_mistakes(table):
    page = (Path(__file__).parents[3] / "docs" / "authoring.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```csv\n(.*?)```", page, re.DOTALL)
    found = read_questions(table(example), shipped_source())
    assert found.mistakes == ()
    assert [question.kind for question in found.questions] == [OWN, OWN, "locate-point"]
    for column in QUESTION_COLUMNS:
        assert re.search(rf"^\|.*`{column}`.*\|", page, re.MULTILINE), column
