"""Who is learning: switched with one click, named, renamed, and deleted only after a question."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from massage_trainer.domain.quiz.learner_names import LONGEST
from massage_trainer.services.language import LanguageService
from massage_trainer.services.resources import assets_dir
from massage_trainer.viewmodels.profiles import ProfilesViewModel
from massage_trainer.widgets.buttons import Button
from massage_trainer.widgets.profile_button import ProfileButton
from tests.fakes_quiz import MemoryProfiles
from tests.unit.widgets.fitting import cut_off, nameless

ODD_NAMES = ('=HYPERLINK("x")', "a & b", "<b>Bob</b>", "דוד", "😀", "x" * LONGEST)


@pytest.fixture
def button(qtbot, look):
    made = []

    def make(*names, language="en"):
        words = LanguageService(assets_dir() / "i18n", look)
        words.install(language)
        made.append(words)
        from PySide6.QtWidgets import QWidget

        window = QWidget()
        window.resize(1280, 720)
        qtbot.addWidget(window)
        made.append(window)
        profiles = ProfilesViewModel(MemoryProfiles(*names))
        made.append(profiles)
        return ProfileButton(profiles, window), profiles

    yield make
    for words in made:
        if isinstance(words, LanguageService):
            words.install("none")


def actions(menu):
    return {action.objectName(): action for action in menu.actions() if action.objectName()}


def test_nobody_is_named_at_first(button):
    made, _ = button()
    assert made.text() == "Nobody named"
    menu = made.make_menu()
    assert list(actions(menu)) == ["learner-1", "new", "rename", "delete"]
    assert actions(menu)["rename"].text() == "Give a name…"


def test_one_click_switches(button, qtbot):
    made, profiles = button("Lan", "Minh")
    with qtbot.waitSignal(profiles.current_changed, timeout=0):
        actions(made.make_menu())["learner-3"].trigger()
    assert "Minh" in made.text()
    menu = made.make_menu()
    assert [a.isChecked() for a in menu.actions() if a.isCheckable()] == [False, False, True]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_name_is_plain_text_wherever_it_is_shown(button, name):
    made, profiles = button("Lan")
    profiles.add(name)
    shown = actions(made.make_menu())["learner-3"].text()
    if name != ODD_NAMES[-1]:
        assert name in shown.replace("&&", "&")
    assert "&" not in shown.replace("&&", "")
    assert "<b>" not in made.toolTip()
    assert name in made.accessibleName()
    question = made.make_delete_dialog().findChild(QLabel, "question")
    assert question.textFormat().name == "PlainText"
    assert name in question.text()


def test_a_new_learner_is_asked_for_a_name_that_is_still_free(button):
    made, _profiles = button("Lan")
    dialog = made.make_name_dialog()
    dialog.show()
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.message == "Please type a name."
    field = dialog.findChild(QLineEdit, "name")
    field.setText("  lan ")
    dialog.accept()
    assert dialog.message == "Somebody is called so already."
    field.setText("Hoa")
    dialog.accept()
    assert not dialog.isVisible()
    assert dialog.name == "Hoa"


def test_the_own_name_may_be_kept(button):
    made, profiles = button("Lan")
    profiles.choose(2)
    dialog = made.make_name_dialog(profiles.current)
    dialog.show()
    assert dialog.name == "Lan"
    dialog.accept()
    assert not dialog.isVisible()


def test_before_deleting_it_is_said_what_goes_and_the_keyboard_is_at_the_way_back(button):
    made, _ = button("Lan")
    dialog = made.make_delete_dialog()
    dialog.show()
    words = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert "All answers" in words
    assert "cannot be taken back" in words
    assert dialog.focusWidget() is dialog.findChild(Button, "close")
    dialog.findChild(Button, "close").click()
    assert not dialog.result()
    again = made.make_delete_dialog()
    again.findChild(Button, "delete").click()
    assert again.result()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_of_the_dialogs_is_cut_off(button, language):
    made, profiles = button("Nguyễn Thị Minh Châu", language=language)
    profiles.choose(2)
    for dialog in (made.make_name_dialog(), made.make_delete_dialog()):
        dialog.show()
        assert cut_off(dialog) == []
        assert nameless(dialog) == []
        dialog.close()
