"""The line over a step that asks again and again, and where it is told that there is no lamp."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from massage_trainer.domain.countdown import clock_text
from massage_trainer.domain.events import SessionState
from massage_trainer.domain.protocol import Check
from massage_trainer.domain.text import LocalizedText
from massage_trainer.widgets.buttons import Button, ButtonKind
from massage_trainer.widgets.detail_row import DetailLine, DetailRow, Tone
from massage_trainer.widgets.icons import Icon
from massage_trainer.widgets.theme import Scale

if TYPE_CHECKING:
    from massage_trainer.viewmodels.lesson import LessonViewModel
    from massage_trainer.viewmodels.partner import PartnerViewModel
    from massage_trainer.viewmodels.prompts import PromptViewModel

LAMP: Final = "infrared"  # the technique of the lamp, and the step that checks it before


class PromptBar(QWidget):
    """Hidden unless a question is open or a lamp is about to be used.

    Signals:
        lamp_clicked: there is no lamp in this room; or there is one again.
    """

    lamp_clicked = Signal()

    def __init__(
        self,
        lesson: LessonViewModel,
        prompts: PromptViewModel,
        partner: PartnerViewModel,
        language: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("prompt")
        self._lesson = lesson
        self._partner = partner
        self._language = language
        self._asked: tuple[LocalizedText, int] | None = None
        self.line = DetailRow(2.6, self)
        self.fine = Button(ButtonKind.PRIMARY, Icon.CHECK, self)
        self.fine.setObjectName("all-right")
        self.lacking = Button(ButtonKind.PLAIN, Icon.CLOSE, self)
        self.lacking.setObjectName("lamp")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.fine)
        row.addWidget(self.lacking)
        row.addStretch()
        self._row = row
        prompts.asked.connect(self._ask)
        prompts.gone.connect(self._forget)
        lesson.segment_changed.connect(self.retranslate)
        lesson.state_changed.connect(self.retranslate)
        self.fine.clicked.connect(prompts.answer)
        self.lacking.clicked.connect(self.lamp_clicked)
        self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        self.line.set_scale(scale)
        for button in (self.fine, self.lacking):
            button.set_text_px(scale.control_px)
        self._row.setSpacing(scale.px(1))

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self.fine.setText(self.tr("All right"))
        missed = self._is_missed()
        words = self.tr("There is a lamp again") if missed else self.tr("There is no lamp here")
        self.lacking.setText(words)
        asked = self._asked
        self.line.setVisible(asked is not None)
        self.fine.setVisible(asked is not None)
        if asked is not None:
            text, at_ms = asked
            words = f"{clock_text(at_ms)}  {text.in_language(self._language())}"
            self.line.show_line(DetailLine(Icon.QUESTION, "", words, tone=Tone.CAUTION))
            self.setAccessibleName(words)
        about_lamp = missed or self._is_before_lamp()
        self.lacking.setVisible(about_lamp and asked is None)
        self.setVisible(about_lamp or asked is not None)

    def _is_missed(self) -> bool:
        return self._lesson.is_open and self._partner.misses_lamp(self._lesson.segment.step)

    def _is_before_lamp(self) -> bool:
        """At the check of the lamp, or at its step while nothing runs yet."""
        if not self._lesson.is_open:
            return False
        segments, index = self._lesson.timeline.segments, self._lesson.index
        if isinstance(segments[index].step.dose, Check):
            index += 1
        elif self._lesson.state is not SessionState.IDLE:
            return False
        return index < len(segments) and segments[index].step.stroke_id == LAMP

    @Slot(LocalizedText, int)
    def _ask(self, text: LocalizedText, at_ms: int) -> None:
        self._asked = text, at_ms
        self.retranslate()

    @Slot()
    def _forget(self) -> None:
        self._asked = None
        self.retranslate()
