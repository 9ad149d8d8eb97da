"""What the phase of a class is called, on the wall and on the console."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from massage_trainer.domain.classroom.pace import is_swap
from massage_trainer.domain.countdown import Face
from massage_trainer.domain.events import SessionState
from massage_trainer.widgets.countdown_words import describe

if TYPE_CHECKING:
    from massage_trainer.domain.countdown import Countdown


def phase_caption(countdown: Countdown) -> str:
    """As everywhere; but while roles are swapped nobody rests."""
    at_it = countdown.state is SessionState.RUNNING and countdown.face is Face.TIME
    if at_it and not countdown.waiting and is_swap(countdown.segment):
        return QCoreApplication.translate("Countdown", "Time left")
    return describe(countdown).caption
