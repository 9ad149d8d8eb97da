"""The instructor's notes on this step and the next; it belongs on the console and nowhere else.

``NotesPanel(flow.pace, language)``: place it where text may scroll; ``set_scale`` and
``retranslate`` come from the sheet, the rest it hears itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.widgets.detail_column import DetailColumn
from massage_trainer.widgets.detail_row import DetailLine
from massage_trainer.widgets.icons import Icon

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from massage_trainer.domain.protocol import TeachingNotes
    from massage_trainer.viewmodels.class_pace import ClassPaceViewModel
    from massage_trainer.widgets.theme import Scale

_PERCENT = 2.3


class NotesPanel(QWidget):
    """What to show, what learners do wrong, what to ask; then the same of the next step."""

    def __init__(
        self,
        pacing: ClassPaceViewModel,
        language: Callable[[], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._pacing = pacing
        self._language = language
        self._column = DetailColumn(_PERCENT, self)
        self._column.setObjectName("teaching-notes")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        pacing.planned.connect(self._show_notes)
        pacing.lesson.segment_changed.connect(self._show_notes)
        self.retranslate()

    @property
    def lines(self) -> tuple[DetailLine, ...]:
        """What stands there now."""
        return self._column.lines

    def wanted_height(self, width: int) -> int:
        """With this height nothing has to be scrolled."""
        return self._column.wanted_height(width)

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._column.set_scale(scale)

    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._column.setAccessibleName(self.tr("Notes for the instructor"))
        self._show_notes()

    @Slot()
    def _show_notes(self) -> None:
        lines = tuple(self._lines())
        if lines != self._column.lines:  # else it would scroll back under the reader's eyes
            self._column.show_lines(lines)

    def _lines(self) -> Iterator[DetailLine]:
        if self._pacing.plan is None:
            return
        notes = self._pacing.notes
        if not notes:
            yield DetailLine(None, "", self.tr("No note on this step."))
        for number, note in enumerate(notes):
            yield from self._parts(note, apart=number > 0)
        ahead = self._pacing.notes_ahead
        if ahead and ahead[1]:
            name, notes = ahead
            words = name.in_language(self._language())
            yield DetailLine(Icon.NEXT, self.tr("Next"), words, strong=True, apart=True)
            for note in notes:
                yield from self._parts(note)

    def _parts(self, note: TeachingNotes, *, apart: bool = False) -> Iterator[DetailLine]:
        for icon, label, text in (
            (Icon.EYE, self.tr("Show"), note.show),
            (Icon.WARNING, self.tr("Mistakes"), note.mistakes),
            (Icon.QUESTION, self.tr("Ask"), note.ask),
        ):
            if text:
                yield DetailLine(icon, label, text.in_language(self._language()), apart=apart)
                apart = False
