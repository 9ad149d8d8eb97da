"""Before and after a round: what is chosen, how it went, and that everything has its place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from massage_trainer.domain.quiz.round import Help
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.quiz import Stage
from massage_trainer.widgets.theme import DARK, LIGHT
from tests.unit.widgets.fitting import cut_off, nameless, unreachable
from tests.unit.widgets.quiz_stand import QuizStand

SIZES = [(800, 500), (1366, 700), (2560, 1360)]
KINDS = ["locate-point", "name-point", "type-point", "measure", "same-level", "caution"]


@pytest.fixture
def translated(qapp):
    """Speak a language."""
    words = LanguageService(assets_dir() / "i18n", qapp)
    yield words.install
    for translator in words._installed:
        qapp.removeTranslator(translator)


@pytest.fixture
def make(qtbot, look):
    made = []

    def make(**named):
        made.append(QuizStand(qtbot, **named))
        return made[-1]

    return make


def test_turning_the_body_is_offered_where_pictures_turn(make):
    stand = make()
    setup, sheet = stand.quiz.setup, stand.page.setup_sheet
    check = sheet.options["turned"]
    assert not check.isVisibleTo(sheet)
    setup.let_turn(can=True)
    assert check.isVisibleTo(sheet)
    check.click()
    assert setup.wish.turned
    assert setup.turns
    setup.update(worded=True)  # there is nothing to turn
    assert not check.isEnabled()
    assert not setup.turns


def test_a_wish_to_turn_the_body_that_cannot_be_had_is_told_and_kept(make):
    stand = make()
    setup, sheet = stand.quiz.setup, stand.page.setup_sheet
    told = sheet.findChild(QWidget, "lacks-turning")
    assert not told.isVisibleTo(sheet)
    setup.update(turned=True)
    assert told.isVisibleTo(sheet)
    assert "still pictures" in told.text()
    sheet.options["timed"].click()  # another wish does not take it away
    assert setup.wish.turned
    setup.let_turn(can=True)
    assert not told.isVisibleTo(sheet)
    assert sheet.options["turned"].isChecked()


def test_what_is_chosen_is_the_wish(make):
    stand = make()
    setup, sheet = stand.quiz.setup, stand.page.setup_sheet
    sheet.kinds["measure"].click()
    sheet.options["timed"].click()
    sheet.help.setCurrentIndex(list(Help).index(Help.LINES))
    sheet.help.activated.emit(sheet.help.currentIndex())
    assert "measure" in setup.wish.kinds
    assert (setup.wish.timed, setup.wish.help) == (True, Help.LINES)


def test_without_a_kind_no_round_begins(make):
    stand = make()
    for check in stand.page.setup_sheet.kinds.values():
        check.setChecked(False)
    assert not stand.page.setup_sheet.start.isEnabled()


def test_a_deck_without_such_questions_says_so(make):
    stand = make()
    stand.start("name-stroke", deck="channel:SI")
    assert stand.quiz.stage is Stage.SETUP


def test_decks_of_what_was_answered_come_first_when_there_is_anything_in_them(make):
    stand = make()
    assert stand.page.setup_sheet.deck.itemText(0) == "Everything"
    stand.start("locate-point", length=5)
    stand.quiz.give_up()
    stand.quiz.stop()
    stand.quiz.to_setup()
    assert stand.page.setup_sheet.deck.itemText(0) == "My misses (1)"
    stand.start(deck="misses")
    assert stand.question.key == stand.log.kept[0].key


def test_the_end_tells_each_question_and_all_clicks(make):
    stand = make()
    stand.start("locate-point", deck="region:lumbar", length=5, tries=1)
    for number in range(5):
        stand.click(stand.spots()[0] if number else stand.wrong_place())
        stand.press(Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert stand.quiz.stage is Stage.END
    lines = stand.end.lines
    assert sum("right at the first try" in line for line in lines) == 4
    assert sum(line.endswith("not right") for line in lines) == 1
    pictures = len({answer.question.shot for answer in stand.quiz.summary.answers})
    heat = []
    for _ in range(pictures):
        heat += stand.end.picture.canvas.drawing.heat
        stand.end.after.click()
    assert len(heat) == 5


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", SIZES, ids=str)
def test_nothing_is_cut_off_at_any_size(make, size, language, translated):
    translated(language)
    stand = make(language=language, size=size)
    stand.page.retranslate()
    assert cut_off(stand.page) == []
    for kind in KINDS:
        stand.start(kind, length=5)
        assert cut_off(stand.page) == [], kind
        stand.quiz.give_up()
        assert cut_off(stand.page) == [], kind
        stand.quiz.stop()
        assert cut_off(stand.page) == [], kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_keyboard_reaches_everything_and_everything_has_a_name(make, kind):
    stand = make()
    assert unreachable(stand.page) == []
    assert nameless(stand.page) == []
    stand.start(kind, length=5)
    assert unreachable(stand.page) == []
    assert nameless(stand.page) == []
    stand.quiz.give_up()
    assert unreachable(stand.page) == []


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_both_themes_are_painted(make, theme, look):
    look.setPalette(theme.palette())
    stand = make()
    stand.start("name-point", length=5)
    stand.press(Qt.Key.Key_1, Qt.Key.Key_Return)
    QApplication.processEvents()
    corner = stand.page.grab().toImage().pixelColor(2, 2)
    assert corner == theme.paper
