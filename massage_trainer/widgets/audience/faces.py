"""What every face of the class's picture promises, and the face before and between."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from massage_trainer.domain.classroom.slides import Showing, WaitingSlide
from massage_trainer.domain.ports import PlateSource
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.text_block import TextBlock

if TYPE_CHECKING:
    from massage_trainer.domain.catalog import Catalog
    from massage_trainer.domain.quiz.question import Shot
    from massage_trainer.domain.settings import Settings
    from massage_trainer.domain.timeline import Timeline
    from massage_trainer.widgets.audience.board_live import LiveSource

_TITLE: float = 9.0
_TEXT: float = 7.0


def _nothing() -> None:
    """Nothing is known of what comes next."""


@dataclass(frozen=True, slots=True)
class FaceParts:
    """What faces are made of; each view has pictures of its own, in its own size."""

    plates: PlateSource[QImage]
    catalog: Callable[[], Catalog]
    language: Callable[[], str]
    settings: Callable[[], Settings]
    timeline: Callable[[], Timeline | None]  # of the lesson that is on
    live: LiveSource | None = None  # where the living body comes from
    coming: Callable[[], Shot | None] = _nothing  # whose picture is made ready meanwhile


class AudienceFace(QWidget):
    """Paints slides of one kind: no tooltip, no control, nothing that takes the focus.

    The scale is that of the view, never that of a window: the console shows a small copy.
    """

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.parts = parts
        self.scale = AudienceScale(720)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_showing(self, showing: Showing) -> None:
        """Show a slide of this kind with what is laid over it."""
        raise NotImplementedError

    def set_scale(self, scale: AudienceScale) -> None:
        """Follow the size of the view, and the size of the words."""
        self.scale = scale

    def retranslate(self) -> None:
        """Say everything in the language of now."""


class WaitingFace(AudienceFace):
    """Before and between: what comes, in a line or two."""

    def __init__(self, parts: FaceParts, parent: QWidget | None = None) -> None:
        super().__init__(parts, parent)
        self.setObjectName("waiting-face")
        self._slide = WaitingSlide()
        centred = Qt.AlignmentFlag.AlignHCenter
        self._title = TextBlock(_TITLE, weight=QFont.Weight.DemiBold, parent=self)
        self._title.setAlignment(centred)
        self._text = TextBlock(_TEXT, parent=self)
        self._text.setAlignment(centred)
        self._column = QVBoxLayout(self)
        self._column.addStretch(1)
        self._column.addWidget(self._title)
        self._column.addWidget(self._text)
        self._column.addStretch(1)

    def show_showing(self, showing: Showing) -> None:
        if isinstance(showing.slide, WaitingSlide):
            self._slide = showing.slide
        self.retranslate()

    def set_scale(self, scale: AudienceScale) -> None:
        super().set_scale(scale)
        self._title.set_scale(scale)
        self._text.set_scale(scale)
        margin = scale.px(6)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(scale.px(3))

    def retranslate(self) -> None:
        language, slide = self.parts.language(), self._slide
        name = QCoreApplication.translate("MainWindow", "Massage trainer")
        self._title.show_text(slide.title.in_language(language) if slide.title else name)
        self._text.show_text(slide.text.in_language(language) if slide.text else "")
        self._text.setVisible(bool(slide.text))
