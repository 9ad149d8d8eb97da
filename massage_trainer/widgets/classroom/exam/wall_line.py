"""What the class sees while the examiner looks at something else: told all the time, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont

from massage_trainer.domain.classroom.slides import Cover, TaskSlide, WaitingSlide
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from massage_trainer.viewmodels.classroom import ClassroomViewModel


class WallLine(TextBlock):
    """Stands out as long as the class does not see the task that is on."""

    def __init__(
        self,
        classroom: ClassroomViewModel,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(2.2, "muted", parent=parent)
        self._classroom = classroom
        self._language = language
        classroom.shown_changed.connect(self.show_wall)
        classroom.cover_changed.connect(self.show_wall)
        classroom.frozen_changed.connect(self.show_wall)

    @Slot()
    def show_wall(self) -> None:
        """Say what is shown now."""
        hidden = self._classroom.cover is not Cover.NONE
        slide = self._classroom.shown.slide
        cleared = isinstance(slide, WaitingSlide) and not slide.title
        odd = hidden or cleared or self._classroom.frozen
        self.set_ink("caution_ink" if odd else "muted")
        self.set_weight(QFont.Weight.DemiBold if odd else QFont.Weight.Normal)
        match self._classroom.cover:
            case Cover.BLACK:
                text = self.tr("The class sees black.")
            case Cover.WHITE:
                text = self.tr("The class sees white.")
            case Cover.NONE:
                text = self._slide_text()
        if self._classroom.frozen and not hidden:
            text = self.tr("Frozen. {what}").format(what=text)
        self.show_text(text)

    def _slide_text(self) -> str:
        slide = self._classroom.shown.slide
        if isinstance(slide, TaskSlide):
            return self.tr("The class sees task {number} of {count} and the time.").format(
                number=slide.number, count=slide.of
            )
        if isinstance(slide, WaitingSlide) and slide.text:
            return self.tr("The class sees “{text}”.").format(
                text=slide.text.in_language(self._language())
            )
        if isinstance(slide, WaitingSlide):
            return self.tr("The class sees the waiting page.")
        return self.tr("The class sees something else.")
