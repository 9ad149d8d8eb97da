"""Says at a glance, and as long as it lasts, what the class gets of the console's picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from massage_trainer.domain.classroom.slides import Cover
from massage_trainer.widgets.chip import Chip, ChipKind
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from massage_trainer.viewmodels.classroom import ClassroomViewModel
    from massage_trainer.widgets.theme import Scale

_CHIP = 2.1
_LINE = 1.9


class SeenBadge(QWidget):
    """A chip that never goes away, and a line when something is not heard either."""

    def __init__(
        self,
        classroom: ClassroomViewModel,
        parent: QWidget | None = None,
        *,
        over_preview: bool = False,
    ) -> None:
        """``over_preview``: what lies below is what it speaks of."""
        super().__init__(parent)
        self._over_preview = over_preview
        self.setObjectName("seen-badge")
        self._classroom = classroom
        self._muted = False
        self._problem = ""
        self._chip = Chip(ChipKind.STRONG, _CHIP, self)
        self._line = TextBlock(_LINE, "muted", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._chip)
        self._row.addWidget(self._line, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        classroom.cover_changed.connect(self.retranslate)
        classroom.frozen_changed.connect(self.retranslate)
        classroom.wall_changed.connect(self.retranslate)
        self.retranslate()

    @property
    def text(self) -> str:
        """What it says."""
        return self._chip.text()

    @property
    def line(self) -> str:
        """What it adds."""
        return self._line.text()

    def show_muted(self, *, muted: bool) -> None:
        """Whether cues of the lesson are withheld now."""
        self._muted = muted
        self.retranslate()

    def show_problem(self, problem: str) -> None:
        """What is wrong with the picture, which the class is not told; empty: nothing."""
        if problem != self._problem:
            self._problem = problem
            self.retranslate()

    def set_scale(self, scale: Scale) -> None:
        """Follow the size of the window."""
        self._chip.set_scale(scale)
        self._line.set_scale(scale)
        self._row.setSpacing(2 * scale.unit)

    @Slot()
    def retranslate(self) -> None:
        """Say everything in the language of now."""
        self._chip.show_text(*self._words())
        muted = self.tr("Its cues are silent meanwhile.")
        lines = (self._problem, muted if self._muted else "")
        self._line.show_text(" ".join(line for line in lines if line))
        self.setAccessibleName(f"{self.text}. {self.line}".strip())
        self._chip.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def _words(self) -> tuple[str, ChipKind]:
        room = self._classroom
        match room.cover:
            case Cover.BLACK:
                return self.tr("The class sees black"), ChipKind.DANGER
            case Cover.WHITE:
                return self.tr("The class sees white"), ChipKind.DANGER
        if room.frozen:
            return self._frozen(), ChipKind.CAUTION
        if not room.wall.is_seen:
            return self.tr("Not shown to the class yet"), ChipKind.PLAIN
        this = self.tr("The class sees this")
        return this if self._over_preview else self.tr("Shown to the class"), ChipKind.STRONG

    def _frozen(self) -> str:
        if self._over_preview:
            return self.tr("Frozen: only you see this")
        return self.tr("Frozen: the class's picture stands")
