"""Decks out and questions in, through the buttons of the quiz page of the whole program."""

import csv

import pytest
from PySide6.QtCore import Qt

from massage_trainer.domain.quiz.round import Help
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.page_row import Page

TABLE = """kind;prompt_vi;prompt_en;answer;options;code
choose;Một cộng một?;One and one?;hai;hai|ba;
locate;Chỉ Thận du.;Show BL23.;;;BL23
"""


class FakePicker:
    """Answers with one file, and hears what is told."""

    def __init__(self):
        self.path = None
        self.told = []

    def to_save(self, _parent, _title, name, _kind):
        self.name = name
        return self.path

    def to_open(self, _parent, _title, _kind):
        return self.path

    def ask(self, _parent, _title, words, _answers):
        self.told.append(words)


@pytest.fixture
def page(start, qtbot):
    def open_page(language):
        stand = start(language)
        flow = stand.program.study_flow
        flow.go(Page.QUIZ)
        picker = FakePicker()
        flow.quiz_flow._deck_files._picker = picker
        return stand, flow.quiz_flow.quiz, flow.quiz_flow, picker

    return open_page


def sheet_of(stand):
    from massage_trainer.widgets.quiz.setup_sheet import SetupSheet

    return stand.window.findChild(SetupSheet)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_deck_is_taken_along_and_questions_are_taken_in(page, qtbot, tmp_path, language):
    stand, quiz, _, picker = page(language)
    sheet = sheet_of(stand)
    qtbot.mouseClick(sheet.export_deck, Qt.MouseButton.LeftButton)
    assert picker.told == []  # thought better of it
    picker.path = tmp_path / "deck.csv"
    quiz.setup.update(deck="channel:GB")
    qtbot.mouseClick(sheet.export_deck, Qt.MouseButton.LeftButton)
    with picker.path.open(encoding="utf-8-sig", newline="") as file:
        assert {row["channel"] for row in csv.DictReader(file)} == {"GB"}
    assert str(picker.path) in picker.told[-1]

    picker.path = tmp_path / "mine.csv"
    picker.path.write_text(TABLE.replace("BL23\n", "BL233\n"), encoding="utf-8")
    qtbot.mouseClick(sheet.import_questions, Qt.MouseButton.LeftButton)
    assert "mine.csv:3:34: unknown point 'BL233'" in picker.told[-1]
    picker.path.write_text(TABLE, encoding="utf-8")
    qtbot.mouseClick(sheet.import_questions, Qt.MouseButton.LeftButton)
    assert quiz.setup.deck.id == "own:mine"
    assert "mine" in picker.told[-1]
    assert (tmp_path / "data" / "questions" / "mine.csv").exists()

    quiz.setup.update(length=5, help=Help.NONE)
    quiz.start()
    assert quiz.stage is Stage.ROUND
    prompts = {"Một cộng một?", "Chỉ Thận du."}
    assert quiz.question.prompt.vi in prompts


def test_a_file_that_cannot_be_written_is_told(page, qtbot, tmp_path):
    stand, _, _, picker = page("vi")
    picker.path = tmp_path / "gone" / "deck.csv"
    qtbot.mouseClick(sheet_of(stand).export_deck, Qt.MouseButton.LeftButton)
    assert picker.told[-1].startswith("Không ghi được tệp")
