"""The settings of this computer, and the credits."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTextEdit

from massage_trainer.domain.plate import ClientBody
from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.credits_dialog import CreditsDialog
from massage_trainer.widgets.preferences_dialog import PreferencesDialog
from massage_trainer.widgets.toggles import WrappingCheck
from tests.unit.widgets.fitting import settle


@pytest.fixture
def desk(shell):
    def make(**named):
        stand = shell(**named)
        return stand, stand.show(
            PreferencesDialog(stand.preferences, stand.sound_settings, stand.window())
        )

    return make


def choose(box, data):
    box.setCurrentIndex(box.findData(data))
    box.activated.emit(box.currentIndex())


def test_the_dialog_shows_what_is_set(desk):
    stand, dialog = desk(language="en", theme="dark")
    assert dialog.findChild(QComboBox, "language").currentData() == "en"
    assert dialog.findChild(QComboBox, "theme").currentText() == "Dark"
    assert not dialog.findChild(WrappingCheck, "wait-at-zero").isChecked()
    assert stand.settings.saved.theme == "dark"


def test_every_change_holds_at_once(desk):
    stand, dialog = desk(language="en")
    choose(dialog.findChild(QComboBox, "theme"), "dark")
    dialog.findChild(WrappingCheck, "wait-at-zero").click()
    assert stand.settings.saved.theme == "dark"
    assert stand.settings.saved.wait_at_zero


def test_the_client_and_the_motion_of_the_pictures_are_chosen_here(desk):
    stand, dialog = desk(language="en")
    box = dialog.findChild(QComboBox, "client")
    assert [box.itemText(row) for row in range(box.count())] == ["A man", "A woman"]
    assert box.currentData() == "man"
    assert box.accessibleName() == "Client in the pictures"
    choose(box, "woman")
    dialog.findChild(WrappingCheck, "reduce-motion").click()
    assert stand.settings.saved.client == "woman"
    assert stand.settings.saved.reduce_motion


def test_where_the_pictures_show_one_client_there_is_nothing_to_choose(shell):
    stand = shell(language="en")
    window = stand.window()
    alone = stand.show(
        PreferencesDialog(stand.preferences, stand.sound_settings, window, (ClientBody.MAN,))
    )
    assert alone.findChild(QComboBox, "client").isHidden()
    both = stand.show(
        PreferencesDialog(stand.preferences, stand.sound_settings, window, tuple(ClientBody))
    )
    assert not both.findChild(QComboBox, "client").isHidden()


def test_a_client_that_nobody_knows_is_shown_as_the_one_in_the_pictures(shell):
    stand = shell(language="en")
    stand.preferences.update(client="nobody")
    dialog = stand.show(PreferencesDialog(stand.preferences, stand.sound_settings, stand.window()))
    assert dialog.findChild(QComboBox, "client").currentData() == "man"


def test_the_dialog_itself_changes_its_language(desk):
    stand, dialog = desk(language="en")
    assert dialog.windowTitle() == "Preferences"
    choose(dialog.findChild(QComboBox, "language"), "vi")
    settle(dialog)
    assert stand.settings.saved.language == "vi"
    assert dialog.windowTitle() == "Tùy chọn"
    assert dialog.findChild(QComboBox, "theme").itemText(0) == "Theo hệ thống"
    assert dialog.findChild(QComboBox, "client").itemText(1) == "Nữ"
    assert dialog.findChild(WrappingCheck, "reduce-motion").text() == "Giảm chuyển động"
    assert dialog.findChild(WrappingCheck, "wait-at-zero").text() == "Hết giờ thì chờ tôi"
    assert dialog.findChild(QAbstractButton, "close").text() == "Đóng"


def test_what_is_set_elsewhere_is_not_overwritten(desk):
    stand, dialog = desk(language="en")
    stand.preferences.update(last_lesson="one")
    dialog.findChild(WrappingCheck, "wait-at-zero").click()
    assert stand.settings.saved.last_lesson == "one"


def test_the_credits_show_the_shipped_list(shell):
    stand = shell(language="en")
    licences = (assets_dir() / "LICENSES.md").read_text(encoding="utf-8")
    dialog = stand.show(CreditsDialog(licences, stand.window()))
    text = dialog.findChild(QTextEdit, "licences").toPlainText()
    for part in ("Qt", "LGPL", "Be Vietnam Pro", "PyYAML"):
        assert part in text
    assert "`" not in text
    assert dialog.windowTitle() == "Credits and licences"
