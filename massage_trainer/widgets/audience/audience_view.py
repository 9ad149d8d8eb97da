"""What the class sees, for the class itself and, smaller, for the console."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from massage_trainer.domain.classroom.slides import Cover, Showing, Slide
from massage_trainer.widgets.audience.faces import AudienceFace, FaceParts
from massage_trainer.widgets.audience.scale import AudienceScale
from massage_trainer.widgets.theme import CONTRAST, theme_of

if TYPE_CHECKING:
    from massage_trainer.domain.classroom.look import AudienceLook
    from massage_trainer.viewmodels.classroom import ClassroomViewModel

MakeFace = Callable[[FaceParts], AudienceFace]
Faces = Mapping[type[Slide], MakeFace]


class AudienceView(QWidget):
    """A face for each kind of slide, made when first wanted; a cover hides whichever is on.

    Signals:
        changed: something else is to be painted.
    """

    changed = Signal()

    def __init__(
        self,
        classroom: ClassroomViewModel,
        faces: Faces,
        parts: FaceParts,
        parent: QWidget | None = None,
        *,
        prepared: bool = False,
    ) -> None:
        """``prepared`` follows the console instead of the class, and no cover."""
        super().__init__(parent)
        self.setObjectName("audience-view")
        self._classroom = classroom
        self._makers = faces
        self._parts = parts
        self._prepared = prepared
        self._made: dict[type[Slide], AudienceFace] = {}
        self._stack = QStackedWidget(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # it is filled once, here
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._follow(classroom)

    def _follow(self, classroom: ClassroomViewModel) -> None:
        if self._prepared:
            classroom.prepared_changed.connect(self.show_slide)
        else:
            classroom.shown_changed.connect(self.show_slide)
            classroom.cover_changed.connect(self.show_cover)
        classroom.look_changed.connect(self.show_look)
        self.show_look()
        self.show_slide()
        self.show_cover()

    @property
    def showing(self) -> Showing:
        """What is shown, or would be without the cover."""
        return self._classroom.prepared if self._prepared else self._classroom.shown

    @property
    def cover(self) -> Cover:
        """What hides it."""
        return Cover.NONE if self._prepared else self._classroom.cover

    @property
    def face(self) -> AudienceFace:
        """The face that is on."""
        face = self._stack.currentWidget()
        assert isinstance(face, AudienceFace)
        return face

    @property
    def faces(self) -> tuple[AudienceFace, ...]:
        """Those that were made."""
        return tuple(self._made.values())

    @Slot()
    def show_slide(self) -> None:
        """Show what the class is shown now."""
        showing = self.showing
        kind = type(showing.slide)
        face = self._made.get(kind)
        if face is None:
            face = self._made[kind] = self._makers[kind](self._parts)
            face.set_scale(self._scale())
            self._stack.addWidget(face)
        face.show_showing(showing)
        self._stack.setCurrentWidget(face)
        self.changed.emit()

    @Slot()
    def show_cover(self) -> None:
        """Hide everything behind black or white, or show it again."""
        self._stack.setVisible(self.cover is Cover.NONE)
        self.update()
        self.changed.emit()

    @Slot()
    def show_look(self) -> None:
        """Take the size of the words and the colours of now."""
        self.setPalette(CONTRAST.palette() if self._look.contrast else QPalette())
        self._rescale()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rescale()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            for face in self._made.values():
                face.retranslate()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        match self.cover:
            case Cover.BLACK:
                painter.fillRect(self.rect(), Qt.GlobalColor.black)
            case Cover.WHITE:
                painter.fillRect(self.rect(), Qt.GlobalColor.white)
            case Cover.NONE:
                painter.fillRect(self.rect(), theme_of(self).paper)

    @property
    def _look(self) -> AudienceLook:
        return self._classroom.look

    def _scale(self) -> AudienceScale:
        return AudienceScale.of_view(self.width(), self.height(), self._look.text.factor)

    def _rescale(self) -> None:
        scale = self._scale()
        for face in self._made.values():
            face.set_scale(scale)
