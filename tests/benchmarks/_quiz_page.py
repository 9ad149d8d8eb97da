"""The page of the quiz without a test around it."""

from PySide6.QtWidgets import QApplication

from massage_trainer.services.resources import assets_dir
from massage_trainer.widgets.fonts import register_fonts, text_font
from massage_trainer.widgets.theme import LIGHT
from tests.unit.widgets.quiz_stand import QuizStand


class _Keeper:
    """Keeps the widgets of a stand, as a test would."""

    def __init__(self) -> None:
        self._kept: list[object] = []

    def add_widget(self, widget: object) -> None:
        self._kept.append(widget)


def make_stand(size: tuple[int, int] = (1920, 1080)) -> QuizStand:
    """In the look of the program; an application must be there."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyle("Fusion")
        application.setFont(text_font(register_fonts(assets_dir() / "fonts")))
        application.setPalette(LIGHT.palette())
    return QuizStand(_Keeper(), size=size)
