"""Which weights are in force, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from massage_trainer.domain.exam.rubric import Rubric


def weights_text(rubric: Rubric, *, is_own: bool, language: str) -> str:
    """Whose they are, each part with its share, and the mark to pass."""
    whose = QCoreApplication.translate("ExamWords", "Weights as shipped")
    if is_own:
        whose = QCoreApplication.translate("ExamWords", "Weights of your own")
    parts = ", ".join(
        QCoreApplication.translate("ExamWords", "{area} {weight} %").format(
            area=area.name.in_language(language), weight=area.weight
        )
        for area in rubric.areas
    )
    return QCoreApplication.translate(
        "ExamWords", "{whose}: {parts}. Passed from {percent} %."
    ).format(whose=whose, parts=parts, percent=rubric.pass_percent)
