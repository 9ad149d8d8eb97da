"""Style, colours and type of the whole program."""

from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from massage_trainer.widgets.fonts import MAIN_FAMILY, register_fonts, sized, text_font
from massage_trainer.widgets.theme import DARK, LIGHT, is_dark, theme_of
from tests.unit.widgets.fitting import settle


def test_the_theme_follows_the_preference_at_once(shell, qtbot):
    stand = shell(theme="light")
    widget = QWidget()
    qtbot.add_widget(widget)
    widget.show()
    assert theme_of(widget) is LIGHT
    stand.preferences.update(theme="dark")
    settle(widget)
    assert theme_of(widget) is DARK
    assert QToolTip.palette().color(QPalette.ColorRole.ToolTipText) == DARK.caution_ink


def test_auto_follows_the_system(shell, qapp):
    qapp.setPalette(DARK.palette())  # as a dark system hands it over
    shell(theme="auto")
    assert is_dark(qapp.palette())


def test_a_system_that_turns_light_is_followed(shell, qapp):
    qapp.setPalette(DARK.palette())
    shell(theme="auto")
    qapp.styleHints().colorSchemeChanged.emit(qapp.styleHints().colorScheme())
    assert not is_dark(qapp.palette())


def test_the_shipped_typeface_is_used(shell, qapp):
    shell()
    assert QFontInfo(qapp.font()).family() == MAIN_FAMILY


def test_a_missing_folder_of_fonts_is_no_trouble(tmp_path):
    assert register_fonts(tmp_path / "gone") == []
    assert text_font([]).pixelSize() == 16


def test_a_damaged_font_costs_its_letters_only(tmp_path, qapp):
    (tmp_path / "broken.ttf").write_bytes(b"no font")
    assert register_fonts(tmp_path) == []


def test_a_size_is_never_nothing(qapp):
    assert sized(qapp.font(), 0).pixelSize() == 1
